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
    const QString text =
        QString::asprintf("%04d-%02d-%02dT%02d:%02d:%02d", date.year(), date.month(), date.day(),
                          int(seconds / 3600), int(seconds / 60 % 60), int(seconds % 60));
    const qint64 fraction = rest % 1'000'000;
    return fraction == 0 ? text + u"+00:00"_s
                         : text + QString::asprintf(".%06d+00:00", int(fraction));
}

QDateTime Timestamp::toDateTime() const
{
    qint64 milliseconds = microseconds / 1000;
    if (microseconds % 1000 < 0)
        --milliseconds;
    return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC);
}

} // namespace clientele
