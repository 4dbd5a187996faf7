// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/value.h"
#include "core/domain/customer.h"

#include <vector>

namespace clientele {

/// A customer on the way to the database, among thousands.
struct BulkRow
{
    const CustomerDraft* draft = nullptr;
    const QString* searchText = nullptr; ///< folded already, where SQLite's table has it; or null
};

using BulkRows = std::vector<BulkRow>;
/// For each of the rows the id that it got, not valid where it was left out.
using BulkIds = std::vector<CustomerId>;

/// Of (id, email) of those that are in the table, which no address comes twice in, nor in @p rows.
BulkIds matchIds(const BulkRows& rows, const Rows& found);

} // namespace clientele
