// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/timestamp.h"

#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <chrono>
#include <string_view>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 microsecondsPerDay = 86'400'000'000;

// Julian day of 1970-01-01.
constexpr qint64 epochDay = 2'440'588;

// 0001-01-01 and 9999-12-31, counted from 1970-01-01: between them years have four digits.
constexpr qint64 firstPlainDay = -719'162;
constexpr qint64 lastPlainDay = 2'932'896;

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

std::optional<Timestamp> Timestamp::fromPlainText(std::string_view text)
{
    static constexpr std::string_view form = "0000-00-00 00:00:00";
    if (text.ends_with("+00:00"))
        text.remove_suffix(6);
    if (text.size() < form.size() || text.size() > form.size() + 7)
        return std::nullopt;
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    for (size_t i = 0; i < form.size(); ++i) {
        const bool fits = form[i] == '0'   ? isDigit(text[i])
                          : form[i] == ' ' ? text[i] == ' ' || text[i] == 'T'
                                           : text[i] == form[i];
        if (!fits)
            return std::nullopt;
    }
    const auto number = [text](size_t begin, size_t digits) {
        int value = 0;
        for (size_t i = begin; i < begin + digits; ++i)
            value = value * 10 + (text[i] - '0');
        return value;
    };
    const std::chrono::year_month_day date{std::chrono::year(number(0, 4)),
                                           std::chrono::month(unsigned(number(5, 2))),
                                           std::chrono::day(unsigned(number(8, 2)))};
    const int hour = number(11, 2), minute = number(14, 2), second = number(17, 2);
    if (!date.ok() || number(0, 4) < 1 || hour > 23 || minute > 59 || second > 59)
        return std::nullopt;
    qint64 fraction = 0;
    std::string_view rest = text.substr(form.size());
    if (!rest.empty()) {
        if (rest.size() < 2 || rest.front() != '.' || !std::ranges::all_of(rest.substr(1), isDigit))
            return std::nullopt;
        fraction = number(form.size() + 1, rest.size() - 1);
        for (size_t digits = rest.size() - 1; digits < 6; ++digits)
            fraction *= 10;
    }
    const qint64 day = std::chrono::sys_days(date).time_since_epoch().count();
    const qint64 seconds = (hour * 60 + minute) * 60 + second;
    return Timestamp{day * microsecondsPerDay + seconds * 1'000'000 + fraction};
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
    std::array<char, 40> buffer;
    return QString::fromLatin1(buffer.data(), qsizetype(toIso(buffer)));
}

size_t Timestamp::toIso(std::span<char, 40> buffer) const
{
    qint64 day = microseconds / microsecondsPerDay;
    qint64 rest = microseconds % microsecondsPerDay;
    if (rest < 0) {
        rest += microsecondsPerDay;
        --day;
    }
    // By hand: exports write two of these a row.
    char* at = buffer.data();
    const auto put = [&at](qint64 number, int width) {
        for (int i = width - 1; i >= 0; --i, number /= 10)
            at[i] = char('0' + number % 10);
        at += width;
    };
    if (day >= firstPlainDay && day <= lastPlainDay) {
        const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(day))};
        put(int(date.year()), 4);
        *at++ = '-';
        put(unsigned(date.month()), 2);
        *at++ = '-';
        put(unsigned(date.day()), 2);
    } else {
        const QDate date = QDate::fromJulianDay(day + epochDay);
        at += qsnprintf(at, 20, "%d-%02d-%02d", date.year(), date.month(), date.day());
    }
    const qint64 seconds = rest / 1'000'000;
    *at++ = 'T';
    put(seconds / 3600, 2);
    *at++ = ':';
    put(seconds / 60 % 60, 2);
    *at++ = ':';
    put(seconds % 60, 2);
    if (const qint64 fraction = rest % 1'000'000; fraction != 0) {
        *at++ = '.';
        put(fraction, 6);
    }
    at = std::ranges::copy(std::string_view("+00:00"), at).out;
    return size_t(at - buffer.data());
}

QDateTime Timestamp::toDateTime() const
{
    qint64 milliseconds = microseconds / 1000;
    if (microseconds % 1000 < 0)
        --milliseconds;
    return QDateTime::fromMSecsSinceEpoch(milliseconds, QTimeZone::utc());
}

} // namespace clientele
