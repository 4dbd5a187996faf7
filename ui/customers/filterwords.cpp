// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customers/filterwords.h"

#include "ui/common/dates.h"

#include <QCoreApplication>
#include <QDateTime>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(clientele::filterwords)
};

bool isMidnight(const QDateTime& moment)
{
    return moment == moment.date().startOfDay();
}

QString rangeWords(const TimeRange& range)
{
    const auto local = [](const Timestamp& moment) { return moment.toDateTime().toLocalTime(); };
    // Filters of hours: "updated:<3h".
    if (range.from && !isMidnight(local(*range.from)))
        return Words::tr("since %1").arg(dates::minute(*range.from));
    if (range.until && !isMidnight(local(*range.until)))
        return Words::tr("before %1").arg(dates::minute(*range.until));
    // The end is the first moment that does not belong to it any more.
    if (range.from && range.until)
        return dates::days(local(*range.from).date(), local(*range.until).date().addDays(-1));
    if (range.from)
        return Words::tr("from %1").arg(dates::day(*range.from));
    return Words::tr("until %1").arg(dates::day(Timestamp{range.until->microseconds - 1}));
}

QString fieldWords(const SearchTerm& term)
{
    switch (term.field.value_or(CustomerField::Id)) {
    case CustomerField::Name:
        return Words::tr("name: %1").arg(term.text);
    case CustomerField::Email:
        return Words::tr("e-mail: %1").arg(term.text);
    case CustomerField::Phone:
        return Words::tr("phone: %1").arg(term.text);
    default:
        return term.text;
    }
}

QString missingWords(const SearchTerm& term)
{
    switch (term.field.value_or(CustomerField::Phone)) {
    case CustomerField::Name:
        return term.excluded ? Words::tr("with a name") : Words::tr("no name");
    case CustomerField::Email:
        return term.excluded ? Words::tr("with an e-mail address") : Words::tr("no e-mail address");
    default:
        return term.excluded ? Words::tr("with a phone number") : Words::tr("no phone number");
    }
}

QString idWords(const QList<qint64>& ids)
{
    QStringList numbers;
    for (const qint64 id : ids)
        numbers << QString::number(id);
    return Words::tr("id: %1").arg(numbers.join(u", "_s));
}

QString plainWords(const SearchTerm& term)
{
    switch (term.kind) {
    case SearchTerm::Kind::Text:
        return fieldWords(term);
    case SearchTerm::Kind::Missing:
        return missingWords(term);
    case SearchTerm::Kind::Active:
        return term.active != term.excluded ? Words::tr("active") : Words::tr("inactive");
    case SearchTerm::Kind::Created:
        return Words::tr("created: %1").arg(rangeWords(term.range));
    case SearchTerm::Kind::Updated:
        return Words::tr("updated: %1").arg(rangeWords(term.range));
    case SearchTerm::Kind::Id:
        return idWords(term.ids);
    }
    return {};
}

} // namespace

QString filterwords::describe(const SearchTerm& term)
{
    const QString plain = plainWords(term);
    const bool saysNot =
        term.kind == SearchTerm::Kind::Missing || term.kind == SearchTerm::Kind::Active;
    if (!term.excluded || saysNot)
        return plain;
    return term.kind == SearchTerm::Kind::Text && !term.field ? Words::tr("not: %1").arg(plain)
                                                              : Words::tr("not %1").arg(plain);
}

bool filterwords::isFilter(const SearchTerm& term)
{
    return term.kind != SearchTerm::Kind::Text || term.field || term.excluded;
}

} // namespace clientele
