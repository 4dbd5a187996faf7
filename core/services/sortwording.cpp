// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/sortwording.h"

#include <QCoreApplication>

namespace clientele::wording {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(wording)
};

QString fieldWord(CustomerField field)
{
    switch (field) {
    case CustomerField::Id:
        return Words::tr("number");
    case CustomerField::Name:
        return Words::tr("name");
    case CustomerField::Email:
        return Words::tr("e-mail");
    case CustomerField::Phone:
        return Words::tr("phone");
    case CustomerField::IsActive:
        return Words::tr("active or not");
    case CustomerField::CreatedAt:
        return Words::tr("time of creation");
    case CustomerField::UpdatedAt:
        return Words::tr("time of change");
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
            : Words::tr("%1 and %2").arg(fieldWord(sort[0].field), fieldWord(sort[1].field));
    return Words::tr("No index has the order by %1: all customers are read for each page of it.")
        .arg(words);
}

} // namespace clientele::wording
