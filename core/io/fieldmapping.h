// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customer.h"

#include <QStringList>

#include <optional>

namespace clientele {

/// One customer field and where it comes from: columns, joined by a separator, or a constant.
struct FieldMapping
{
    CustomerField field = CustomerField::Name;
    QStringList columns; ///< headers, or "#3" for the third where the file has no header
    QString separator = QStringLiteral(" "); ///< between the columns that are not empty
    std::optional<QString> constant = {};    ///< for every row; there are no columns then
    QString dateFormat = {}; ///< CreatedAt: as MomentReader takes it; empty is ISO 8601

    bool operator==(const FieldMapping&) const = default;
};

} // namespace clientele
