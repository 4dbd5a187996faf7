// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/timestamp.h"

#include <QRegularExpression>

#include <chrono>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 microsecondsPerDay = 86'400'000'000;

// Julian day of 1970-01-01.
constexpr qint64 epochDay = 2'440'588;

} // namespace

Timestamp Timestamp::now()
{
    const auto sinceEpoch = std::chrono::system_clock::now().time_since_epoch();
    return {std::chrono::duration_cast<std::chrono::microseconds>(sinceEpoch).count()};
}

Timestamp Timestamp::fromDateTime(const QDateTime& moment)
{
    return {moment.toMSecsSinceEpoch() * 1000};
}

std::optional<Timestamp> Timestamp::fromText(QStringView text)
{
    static const QRegularExpression form(
        uR"(^(\d{4,6})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)"_s
        uR"(\s*(?:(Z|UTC)|([+-])(\d\d):?(\d\d)?(?::?(\d\d))?)?)?$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(text.trimmed().toString());
    if (!match.hasMatch())
        return std::nullopt;
    const auto number = [&](int group) { return match.capturedView(group).toInt(); };

    const QDate date(number(1), number(2), number(3));
    if (!date.isValid() || number(4) > 23 || number(5) > 59 || number(6) > 59)
        return std::nullopt;
    const QString fraction = match.captured(7).leftJustified(6, u'0', true);
    qint64 seconds = (number(4) * 60 + number(5)) * 60 + number(6);
    const qint64 offset = (number(10) * 60 + number(11)) * 60 + number(12);
    seconds -= match.capturedView(9) == u"-" ? -offset : offset;
    return Timestamp{(date.toJulianDay() - epochDay) * microsecondsPerDay + seconds * 1'000'000 +
                     fraction.toInt()};
}

std::optional<Timestamp> Timestamp::fromSeconds(QStringView text)
{
    const qsizetype point = text.indexOf(u'.');
    bool ok = false;
    const qint64 seconds = text.first(point < 0 ? text.size() : point).toLongLong(&ok);
    if (!ok)
        return std::nullopt;
    qint64 fraction = 0;
    if (point >= 0) {
        const QString digits = text.sliced(point + 1).toString().leftJustified(6, u'0', true);
        fraction = digits.toLongLong(&ok);
        if (!ok)
            return std::nullopt;
    }
    return Timestamp{seconds * 1'000'000 + (text.startsWith(u'-') ? -fraction : fraction)};
}

QString Timestamp::toIso() const
{
    qint64 day = microseconds / microsecondsPerDay;
    qint64 rest = microseconds % microsecondsPerDay;
    if (rest < 0) {
        rest += microsecondsPerDay;
        --day;
    }
    const QDate date = QDate::fromJulianDay(day + epochDay);
    const qint64 seconds = rest / 1'000'000;
    // By hand: exports write two of these a row.
    QString text;
    text.reserve(32);
    const auto put = [&text](qint64 number, int width) {
        const qsizetype end = text.size() + width;
        text.resize(end);
        for (qsizetype i = end - 1; i >= end - width; --i, number /= 10)
            text[i] = QChar(u'0' + char16_t(number % 10));
    };
    if (date.year() >= 0 && date.year() <= 9999)
        put(date.year(), 4);
    else
        text += QString::number(date.year());
    text += u'-';
    put(date.month(), 2);
    text += u'-';
    put(date.day(), 2);
    text += u'T';
    put(seconds / 3600, 2);
    text += u':';
    put(seconds / 60 % 60, 2);
    text += u':';
    put(seconds % 60, 2);
    if (const qint64 fraction = rest % 1'000'000; fraction != 0) {
        text += u'.';
        put(fraction, 6);
    }
    return text + u"+00:00"_s;
}

QDateTime Timestamp::toDateTime() const
{
    qint64 milliseconds = microseconds / 1000;
    if (microseconds % 1000 < 0)
        --milliseconds;
    return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC);
}

} // namespace clientele
