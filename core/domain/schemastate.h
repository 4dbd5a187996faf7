// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace clientele {

/// How a book's customer table was found.
enum class SchemaState
{
    Ready,   ///< usable, whoever made it
    Missing, ///< no customer table: it can be made
    Foreign, ///< a table of that name that is something else: never touched
};

} // namespace clientele
