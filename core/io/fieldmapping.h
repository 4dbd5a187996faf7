// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customer.h"

#include <QStringList>

namespace clientele {

/// One customer field and the columns that it is made of, joined by a blank.
struct FieldMapping
{
    CustomerField field = CustomerField::Name;
    QStringList columns; ///< headers, or "#3" for the third where the file has no header

    bool operator==(const FieldMapping&) const = default;
};

} // namespace clientele
