// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customer.h"

#include <utility>
#include <vector>

namespace clientele {

/// What is selected in the table, as ranges of rows: never as one entry for each row of a large
/// one.
struct TableSelection
{
    bool allMatching = false;                ///< every customer of the query, at hand or not
    std::vector<std::pair<int, int>> ranges; ///< first and last row; empty where allMatching
    /// Selected too, but in a row that is not at hand now, or not known: as they were seen last.
    std::vector<Customer> elsewhere;
    qint64 count = 0; ///< -1 where allMatching and not counted yet
};

} // namespace clientele
