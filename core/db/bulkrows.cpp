// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/bulkrows.h"

#include <QHash>

namespace clientele {

BulkIds matchIds(const BulkRows& rows, const Rows& found)
{
    BulkIds ids(rows.size());
    const auto idAt = [&](int row) { return CustomerId{found.at(row).integer(0)}; };
    // Engines mostly return rows as they were given: then a walk along both is enough.
    int next = 0;
    for (size_t i = 0; i < rows.size() && next < found.count(); ++i) {
        if (found.at(next).text(1) == rows[i].draft->email)
            ids[i] = idAt(next++);
    }
    if (next == found.count())
        return ids;
    QHash<QString, CustomerId> byEmail;
    byEmail.reserve(found.count());
    for (int i = 0; i < found.count(); ++i)
        byEmail.insert(found.at(i).text(1), idAt(i));
    for (size_t i = 0; i < rows.size(); ++i)
        ids[i] = byEmail.value(rows[i].draft->email);
    return ids;
}

} // namespace clientele
