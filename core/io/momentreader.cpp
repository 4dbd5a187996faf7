// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/momentreader.h"

#include "core/io/momentscanner.h"

#include <QLocale>

#include <cmath>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 microsecondsPerDay = 86'400'000'000;

/// A decimal number and nothing else; nullopt where it lies outside of the two.
std::optional<double> numberIn(QStringView text, double least, double most)
{
    bool isNumber = false;
    const double number = QLocale::c().toDouble(text, &isNumber);
    if (!isNumber || !(number >= least && number <= most))
        return std::nullopt;
    return number;
}

std::optional<Timestamp> fromMilliseconds(QStringView text)
{
    const auto number = numberIn(text, -6e13, 2.5e14);
    return number ? std::optional(Timestamp{std::llround(*number * 1000)}) : std::nullopt;
}

/// 1 to the last day of 9999; the days before March 1900 are one off in Excel, and are not meant.
std::optional<Timestamp> fromExcelDays(QStringView text)
{
    const auto number = numberIn(text, 1, 2'958'465.999'99);
    if (!number)
        return std::nullopt;
    const double day = std::floor(*number);
    const qint64 microseconds = std::llround((*number - day) * double(microsecondsPerDay));
    const QDate date = QDate(1899, 12, 30).addDays(qint64(day));
    return momentOf({.date = date, .microseconds = microseconds});
}

std::optional<Timestamp> fromPattern(const QString& text, const QString& pattern)
{
    for (const QLocale& locale : {QLocale::c(), QLocale()}) {
        const QDateTime moment = locale.toDateTime(text, pattern);
        if (!moment.isValid())
            continue;
        // Years of two digits are read as of 1900.
        const bool isShort = !pattern.contains("yyyy"_L1);
        const int year = isShort ? fullYear(moment.date().year() % 100) : moment.date().year();
        return Timestamp::fromDateTime(moment.addYears(year - moment.date().year()));
    }
    return std::nullopt;
}

} // namespace

std::optional<MomentReader> MomentReader::make(const QString& format)
{
    static const std::pair<QLatin1StringView, MomentOrder> names[] = {
        {""_L1, MomentOrder::YearMonthDay},    {"iso"_L1, MomentOrder::YearMonthDay},
        {"dmy"_L1, MomentOrder::DayMonthYear}, {"mdy"_L1, MomentOrder::MonthDayYear},
        {"epoch"_L1, MomentOrder::Seconds},    {"epoch-ms"_L1, MomentOrder::Milliseconds},
        {"excel"_L1, MomentOrder::ExcelDays}};
    MomentReader reader;
    for (const auto& [name, order] : names) {
        if (format == name) {
            reader.m_order = order;
            return reader;
        }
    }
    if (!format.contains("yy"_L1) || !format.contains(u'M') || !format.contains(u'd'))
        return std::nullopt;
    reader.m_order = MomentOrder::Pattern;
    reader.m_pattern = format;
    return reader;
}

std::optional<Timestamp> MomentReader::read(QStringView text) const
{
    const QStringView trimmed = text.trimmed();
    switch (m_order) {
    case MomentOrder::YearMonthDay:
    case MomentOrder::DayMonthYear:
    case MomentOrder::MonthDayYear: {
        const auto scanned = MomentScanner(trimmed).scan(m_order);
        return scanned ? momentOf(*scanned) : std::nullopt;
    }
    case MomentOrder::Seconds:
        return numberIn(trimmed, -6.2e10, 2.5e11) ? Timestamp::fromSeconds(trimmed) : std::nullopt;
    case MomentOrder::Milliseconds:
        return fromMilliseconds(trimmed);
    case MomentOrder::ExcelDays:
        return fromExcelDays(trimmed);
    case MomentOrder::Pattern:
        break;
    }
    return fromPattern(trimmed.toString(), m_pattern);
}

} // namespace clientele
