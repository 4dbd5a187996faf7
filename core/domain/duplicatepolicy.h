// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace clientele {

/// What an imported row whose e-mail address is taken becomes.
enum class DuplicatePolicy
{
    Skip,
    Update,
    Reject
};

} // namespace clientele
