// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/sortwording.h"

#include <QCoreApplication>

namespace clientele::wording {

namespace {

QString translated(const char* words)
{
    return QCoreApplication::translate("wording", words);
}

QString fieldWord(CustomerField field)
{
    switch (field) {
    case CustomerField::Id:
        return translated("number");
    case CustomerField::Name:
        return translated("name");
    case CustomerField::Email:
        return translated("e-mail");
    case CustomerField::Phone:
        return translated("phone");
    case CustomerField::IsActive:
        return translated("active or not");
    case CustomerField::CreatedAt:
        return translated("time of creation");
    case CustomerField::UpdatedAt:
        return translated("time of change");
    }
    return {};
}

} // namespace

QString scanningSort(const QList<SortKey>& sort, const BookInfo& book)
{
    if (book.sortsByIndex(sort))
        return {};
    const QString words =
        sort.size() == 1
            ? fieldWord(sort.first().field)
            : translated("%1 and %2").arg(fieldWord(sort[0].field), fieldWord(sort[1].field));
    return translated("No index has the order by %1: all customers are read for each page of it.")
        .arg(words);
}

} // namespace clientele::wording
