// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customer.h"

#include <memory>
#include <vector>

class QMimeData;

namespace clientele {

enum class CopyFormat
{
    Rows,
    RowsWithHeader,
    Json
};

/// Customers for the clipboard: tab separated, HTML and CSV, or JSON.
std::unique_ptr<QMimeData> clipboardData(const std::vector<Customer>& customers, CopyFormat format);

} // namespace clientele
