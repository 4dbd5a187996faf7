// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace clientele {

/// How long a CustomerTableModel waits for this and that; tests are in more of a hurry.
struct TablePatience
{
    std::chrono::milliseconds fresh{60'000};  ///< older pages are asked for again when seen
    std::chrono::milliseconds survey{3'000};  ///< between surveys because rows differ
    std::chrono::milliseconds rest{300};      ///< in typing, before a search is surveyed
    std::chrono::milliseconds landing{1'000}; ///< then a new order begins at its top
    std::chrono::milliseconds slowLine{15};   ///< where no answer came sooner
    std::chrono::milliseconds glimpsed{60};   ///< that it is looked at before the page is asked for
};

} // namespace clientele
