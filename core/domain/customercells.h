// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customer.h"

#include <array>
#include <string_view>

namespace clientele {

/// A customer as UTF-8, for what passes millions on: a cell for each of allCustomerFields. The id
/// in digits, is_active as "true" or "false", moments as Timestamp::toIso() has them. NULL has no
/// data(); an empty text has. Valid until whoever hands it out goes on.
using CustomerCells = std::array<std::string_view, allCustomerFields.size()>;

constexpr std::string_view cellOf(const CustomerCells& cells, CustomerField field)
{
    return cells[size_t(field)];
}

constexpr bool isNull(std::string_view cell)
{
    return cell.data() == nullptr;
}

} // namespace clientele
