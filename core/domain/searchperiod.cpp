// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/searchperiod.h"

#include <QRegularExpression>
#include <QTimeZone>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

/// Whole days, from the one to the other and without that one.
struct Days
{
    QDate from;
    QDate until;
};

std::optional<Days> days(const QString& text, const QDate& today)
{
    if (text == u"today")
        return Days{today, today.addDays(1)};
    if (text == u"yesterday")
        return Days{today.addDays(-1), today};
    static const QRegularExpression form(uR"(^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$)"_s);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const bool hasMonth = match.hasCaptured(2);
    const bool hasDay = match.hasCaptured(3);
    const QDate from(match.capturedView(1).toInt(), hasMonth ? match.capturedView(2).toInt() : 1,
                     hasDay ? match.capturedView(3).toInt() : 1);
    const QDate until = hasDay ? from.addDays(1) : hasMonth ? from.addMonths(1) : from.addYears(1);
    // Moments that are kept as text sort rightly up to the year 9999.
    if (!from.isValid() || until.year() > 9999)
        return std::nullopt;
    return Days{from, until};
}

/// When @p day begins where the person is: not at midnight where the clocks change then.
Timestamp start(const QDate& day, const QDateTime& now)
{
    return Timestamp::fromDateTime(
        now.timeSpec() == Qt::LocalTime ? day.startOfDay() : day.startOfDay(now.timeZone()));
}

/// The start of the day, or the hour, that lies so far back.
std::optional<Timestamp> back(int count, QChar unit, const QDateTime& now)
{
    if (unit == u'h') {
        const QDateTime then = now.addSecs(-3600LL * count);
        const QTime time = then.time();
        return Timestamp::fromDateTime(
            then.addMSecs(-((time.minute() * 60LL + time.second()) * 1000 + time.msec())));
    }
    const QDate today = now.date();
    const QDate day = unit == u'd'   ? today.addDays(-count)
                      : unit == u'w' ? today.addDays(-7LL * count)
                      : unit == u'm' ? today.addMonths(-count)
                                     : today.addYears(-count);
    if (!day.isValid() || day.year() < 1)
        return std::nullopt;
    return start(day, now);
}

std::optional<TimeRange> between(const QString& first, const QString& last, const QDateTime& now)
{
    const auto a = days(first, now.date());
    const auto b = days(last, now.date());
    if ((!a && !first.isEmpty()) || (!b && !last.isEmpty()))
        return std::nullopt;
    if (a && b && b->from < a->from)
        return between(last, first, now);
    TimeRange range;
    if (a)
        range.from = start(a->from, now);
    if (b)
        range.until = start(b->until, now);
    return range;
}

std::optional<TimeRange> compared(const QString& sign, const QString& text, const QDateTime& now)
{
    static const QRegularExpression relative(u"^(\\d{1,6})([hdwmy])$"_s);
    const bool less = sign.startsWith(u'<');
    if (const auto match = relative.match(text); match.hasMatch()) {
        const auto then = back(match.captured(1).toInt(), match.captured(2).front(), now);
        if (!then)
            return std::nullopt;
        return less ? TimeRange{.from = then} : TimeRange{.until = then};
    }
    const auto period = days(text, now.date());
    if (!period)
        return std::nullopt;
    if (less)
        return TimeRange{.until = start(sign == u"<" ? period->from : period->until, now)};
    return TimeRange{.from = start(sign == u">" ? period->until : period->from, now)};
}

} // namespace

std::optional<TimeRange> searchPeriod(const QString& value, const QDateTime& now)
{
    const QString text = value.trimmed().toLower();
    static const QRegularExpression sign(u"^(?:[<>]=?)"_s);
    if (const auto match = sign.match(text); match.hasMatch())
        return compared(match.captured(), text.mid(match.capturedLength()).trimmed(), now);
    if (const qsizetype dots = text.indexOf(u".."_s); dots >= 0)
        return between(text.left(dots), text.mid(dots + 2), now);
    const auto period = days(text, now.date());
    if (!period)
        return std::nullopt;
    return TimeRange{.from = start(period->from, now), .until = start(period->until, now)};
}

} // namespace clientele
