// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customerquery.h"

namespace clientele {

/// Orders as a person chooses them: by one field or by two.
namespace sortkeys {

/// A click on a column: once ascending, again descending, and the third time @p otherwise. With
/// @p second, as the second key behind the first, which a third click takes away.
QList<SortKey> clicked(const QList<SortKey>& keys, CustomerField field, bool second,
                       const QList<SortKey>& otherwise);

/// "sorted by name, then by e-mail descending"
QString describe(const QList<SortKey>& keys);
/// "name", "e-mail".
QString fieldWord(CustomerField field);

} // namespace sortkeys
} // namespace clientele
