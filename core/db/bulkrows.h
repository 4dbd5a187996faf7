// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customer.h"

#include <QHash>

#include <vector>

namespace clientele {

/// A customer on the way to the database, among thousands.
struct BulkRow
{
    const CustomerDraft* draft = nullptr;
    const QString* searchText = nullptr; ///< folded already, where SQLite's table has it; or null
};

using BulkRows = std::vector<BulkRow>;
/// Who was inserted: in one go, no address comes twice.
using IdByEmail = QHash<QString, CustomerId>;

} // namespace clientele
