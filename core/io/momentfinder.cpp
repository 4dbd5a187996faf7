// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/momentfinder.h"

#include "core/io/momentreader.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shownUnread = 3;

/// Numbers could be of any of three kinds; only those that make dates of this age count.
bool isLikely(MomentOrder order, const QString& value)
{
    const double number = std::abs(value.toDouble());
    switch (order) {
    case MomentOrder::Seconds:
        return number >= 1e8 && number < 5e9; // 1973 to 2128
    case MomentOrder::Milliseconds:
        return number >= 1e11 && number < 5e12;
    case MomentOrder::ExcelDays:
        return number >= 18'000 && number < 85'000; // 1949 to 2132
    default:
        return true;
    }
}

qsizetype readBy(const MomentReader& reader, const QStringList& values)
{
    return std::ranges::count_if(values, [&](const QString& value) {
        return isLikely(reader.order(), value) && reader.read(value).has_value();
    });
}

} // namespace

bool monthComesFirstHere()
{
    const QString form = QLocale().dateFormat(QLocale::ShortFormat);
    return form.indexOf(u'M') < form.indexOf(u'd') && !form.startsWith(u'y');
}

FoundMoments findMoments(const QStringList& values)
{
    QStringList filled;
    for (const QString& value : values) {
        if (const QString trimmed = value.trimmed(); !trimmed.isEmpty())
            filled.append(trimmed);
    }
    if (filled.isEmpty())
        return {};

    const bool hasSlash = std::ranges::any_of(
        filled, [](const QString& value) { return value.left(3).contains(u'/'); });
    QStringList formats{u"iso"_s, u"dmy"_s, u"mdy"_s, u"epoch"_s, u"epoch-ms"_s, u"excel"_s};
    if (hasSlash && monthComesFirstHere())
        formats.swapItemsAt(1, 2);

    FoundMoments found;
    qsizetype most = 0;
    qsizetype counts[2] = {}; // of the two that are taken for one another
    for (const QString& format : std::as_const(formats)) {
        const qsizetype count = readBy(*MomentReader::make(format), filled);
        if (format == "dmy"_L1 || format == "mdy"_L1)
            counts[format == "mdy"_L1] = count;
        if (count > most) {
            most = count;
            found.format = format;
        }
    }
    if (most * 5 < filled.size() * 4)
        found.format.clear();
    if (found.format.isEmpty())
        return {.unread = filled.mid(0, shownUnread)};
    // Words for months read the same both ways, and leave nothing open.
    const auto day = MomentReader::make(u"dmy"_s);
    const auto month = MomentReader::make(u"mdy"_s);
    found.isAmbiguous = counts[0] == counts[1] && counts[0] == most &&
                        std::ranges::any_of(filled, [&](const QString& value) {
                            return day->read(value) != month->read(value);
                        });
    const auto reader = MomentReader::make(found.format);
    for (const QString& value : std::as_const(filled)) {
        if (found.unread.size() < shownUnread && !reader->read(value))
            found.unread.append(value);
    }
    return found;
}

} // namespace clientele
