// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/bookinfo.h"

namespace clientele {

bool BookInfo::sortsByIndex(const QList<SortKey>& sort) const
{
    if (sort.isEmpty())
        return true;
    const SortKey first = sort.first();
    if (!indexedSorts.contains(first.field))
        return false;
    return sort.size() == 1 || uniqueFields.contains(first.field) ||
           sort[1] == SortKey{CustomerField::Id, first.descending};
}

} // namespace clientele
