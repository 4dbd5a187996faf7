// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customerquery.h"
#include "core/services/bookinfo.h"

#include <QString>

namespace clientele::wording {

/// What a person should know who sorts so: that it takes reading all customers. Empty where an
/// index has the order.
QString scanningSort(const QList<SortKey>& sort, const BookInfo& book);

} // namespace clientele::wording
