// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customers/sortkeys.h"

#include <QCoreApplication>

namespace clientele {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(clientele::sortkeys)
};

} // namespace

QList<SortKey> sortkeys::clicked(const QList<SortKey>& keys, CustomerField field, bool second,
                                 const QList<SortKey>& otherwise)
{
    const bool isFirst = !keys.isEmpty() && keys[0].field == field;
    const bool isSecond = keys.size() > 1 && keys[1].field == field;
    if (second && !keys.isEmpty()) {
        if (isFirst) {
            QList<SortKey> turned = keys;
            turned[0].descending = !turned[0].descending;
            return turned;
        }
        if (!isSecond)
            return {keys[0], {.field = field}};
        return keys[1].descending ? QList<SortKey>{keys[0]}
                                  : QList<SortKey>{keys[0], {.field = field, .descending = true}};
    }
    if (!isFirst)
        return {{.field = field}};
    return keys[0].descending ? otherwise : QList<SortKey>{{.field = field, .descending = true}};
}

QString sortkeys::fieldWord(CustomerField field)
{
    switch (field) {
    case CustomerField::Name:
        return Words::tr("name");
    case CustomerField::Email:
        return Words::tr("e-mail");
    case CustomerField::Phone:
        return Words::tr("phone");
    case CustomerField::IsActive:
        return Words::tr("activity");
    case CustomerField::CreatedAt:
        return Words::tr("created");
    case CustomerField::UpdatedAt:
        return Words::tr("updated");
    case CustomerField::Id:
        return Words::tr("id");
    }
    return {};
}

QString sortkeys::describe(const QList<SortKey>& keys)
{
    const auto key = [](const SortKey& one) {
        return one.descending ? Words::tr("%1 descending").arg(fieldWord(one.field))
                              : fieldWord(one.field);
    };
    const SortKey first = keys.value(0);
    return keys.size() > 1 ? Words::tr("Sorted by %1, then by %2").arg(key(first), key(keys[1]))
                           : Words::tr("Sorted by %1").arg(key(first));
}

} // namespace clientele
