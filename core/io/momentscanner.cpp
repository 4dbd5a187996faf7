// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/momentscanner.h"

#include "core/io/columnmatcher.h"

#include <QDateTime>

#include <array>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

/// How the months begin in English, German, French, Spanish, Italian, Portuguese, Dutch, Polish,
/// Swedish and Turkish, without accents: as much as tells them apart.
int monthOf(QStringView word)
{
    static constexpr std::array<QLatin1StringView, 12> beginnings = {
        "jan ene gen sty oca"_L1,     "feb fev fev lut sub"_L1, "mar mrz maer maa"_L1,
        "apr abr avr kwi nis"_L1,     "may mai mag mei maj"_L1, "jun juin giu cze haz"_L1,
        "jul juil lug lip tem"_L1,    "aug aou ago sie agu"_L1, "sep set wrz eyl"_L1,
        "oct okt out ott paz eki"_L1, "nov lis kas"_L1,         "dec dez dic gru ara"_L1};
    const QString folded = columns::folded(word.toString());
    // "juin" and "juil" begin alike, and "mar" is no beginning of "may".
    for (size_t month = 0; month < beginnings.size(); ++month) {
        for (const QString& beginning : QString(beginnings[month]).split(u' ')) {
            if (folded.size() >= 3 && folded.startsWith(beginning))
                return int(month) + 1;
        }
    }
    return 0;
}

} // namespace

bool MomentScanner::take(QChar c)
{
    if (m_rest.isEmpty() || m_rest.front() != c)
        return false;
    m_rest = m_rest.mid(1);
    return true;
}

void MomentScanner::skipBetween(QStringView characters)
{
    while (!m_rest.isEmpty() && characters.contains(m_rest.front()))
        m_rest = m_rest.mid(1);
}

std::optional<int> MomentScanner::scanNumber(qsizetype mostDigits)
{
    qsizetype digits = 0;
    int number = 0;
    while (digits < m_rest.size() && digits < mostDigits && m_rest[digits] >= u'0' &&
           m_rest[digits] <= u'9')
        number = number * 10 + (m_rest[digits++].unicode() - u'0');
    m_rest = m_rest.mid(digits);
    return digits > 0 ? std::optional(number) : std::nullopt;
}

QStringView MomentScanner::scanWord()
{
    qsizetype length = 0;
    while (length < m_rest.size() && m_rest[length].isLetter())
        ++length;
    const QStringView word = m_rest.first(length);
    m_rest = m_rest.mid(length);
    return word;
}

std::optional<MomentScanner::Part> MomentScanner::scanPart()
{
    const qsizetype before = m_rest.size();
    if (const auto number = scanNumber(8)) {
        Part part{.number = *number, .digits = before - m_rest.size()};
        // "2nd", "3rd"
        for (const QStringView ordinal : {u"st", u"nd", u"rd", u"th"}) {
            if (m_rest.startsWith(ordinal))
                m_rest = m_rest.mid(2);
        }
        return part;
    }
    const int month = monthOf(scanWord());
    return month > 0 ? std::optional(Part{.number = month, .isWord = true}) : std::nullopt;
}

std::optional<QDate> MomentScanner::scanDate(MomentOrder order)
{
    // "Mon, 2 Mar 2026"
    if (!m_rest.isEmpty() && m_rest.front().isLetter()) {
        const QStringView all = m_rest;
        const bool isMonth = monthOf(scanWord()) > 0;
        const bool isWeekday = take(u',') || (take(u'.') && take(u','));
        if (isMonth || !isWeekday)
            m_rest = all;
        skipBetween(u" ");
    }
    std::array<Part, 3> parts;
    for (size_t i = 0; i < parts.size(); ++i) {
        const auto part = scanPart();
        if (!part)
            return std::nullopt;
        parts[i] = *part;
        if (i == 0 && part->digits == 8 && order == MomentOrder::YearMonthDay)
            return QDate(part->number / 10000, part->number / 100 % 100, part->number % 100);
        if (part->digits > 4)
            return std::nullopt;
        if (i < 2) {
            const qsizetype before = m_rest.size();
            skipBetween(u"./-, ");
            if (m_rest.size() == before && !part->isWord)
                return std::nullopt;
        }
    }
    // A month that is a word needs no order, and a year of four digits in front is one at once.
    const bool yearFirst = parts[0].digits == 4;
    if (yearFirst != (order == MomentOrder::YearMonthDay))
        return std::nullopt;
    size_t day = order == MomentOrder::DayMonthYear   ? 0
                 : order == MomentOrder::MonthDayYear ? 1
                                                      : 2;
    size_t month = order == MomentOrder::MonthDayYear ? 0 : 1;
    if (!yearFirst && parts[month].isWord != parts[day].isWord && parts[day].isWord)
        std::swap(day, month);
    const Part& year = parts[yearFirst ? 0 : 2];
    if (parts[day].isWord || year.isWord || parts[day].digits > 2 || parts[month].digits > 2 ||
        (year.digits != 4 && year.digits != 2))
        return std::nullopt;
    const int wholeYear = year.digits == 2 ? fullYear(year.number) : year.number;
    const QDate date(wholeYear, parts[month].number, parts[day].number);
    return date.isValid() ? std::optional(date) : std::nullopt;
}

/// Microseconds since midnight.
std::optional<qint64> MomentScanner::scanTime()
{
    auto hours = scanNumber(2);
    if (!hours || !take(u':'))
        return std::nullopt;
    const auto minutes = scanNumber(2);
    const auto seconds = take(u':') ? scanNumber(2) : std::optional(0);
    if (!minutes || !seconds || *minutes > 59 || *seconds > 60)
        return std::nullopt;
    qint64 fraction = 0;
    if (take(u'.') || take(u',')) {
        qint64 unit = 100'000;
        while (const auto digit = scanNumber(1)) {
            fraction += *digit * unit;
            unit /= 10;
        }
    }
    const QStringView before = m_rest;
    skipBetween(u" ");
    const QString half = scanWord().toString().toLower();
    if (half == "am"_L1 || half == "pm"_L1) {
        if (*hours < 1 || *hours > 12)
            return std::nullopt;
        hours = *hours % 12 + (half == "pm"_L1 ? 12 : 0);
    } else {
        m_rest = before;
    }
    if (*hours > 23)
        return std::nullopt;
    return ((*hours * 60LL + *minutes) * 60 + *seconds) * 1'000'000 + fraction;
}

/// False where what stands there is no zone.
bool MomentScanner::scanZone(std::optional<int>& secondsEast)
{
    skipBetween(u" ");
    if (m_rest.isEmpty())
        return true;
    const QString name = scanWord().toString().toUpper();
    if (!name.isEmpty() && name != "Z"_L1 && name != "UTC"_L1 && name != "GMT"_L1)
        return false;
    secondsEast = 0;
    if (m_rest.isEmpty())
        return true;
    const int sign = take(u'+') ? 1 : take(u'-') || take(u'\u2212') ? -1 : 0;
    const auto hours = scanNumber(2);
    take(u':');
    const auto minutes = m_rest.isEmpty() ? std::optional(0) : scanNumber(2);
    if (sign == 0 || !hours || !minutes || *hours > 15 || *minutes > 59)
        return false;
    secondsEast = sign * (*hours * 3600 + *minutes * 60);
    return m_rest.isEmpty();
}

std::optional<ScannedMoment> MomentScanner::scan(MomentOrder order)
{
    const auto date = scanDate(order);
    if (!date || !date->isValid())
        return std::nullopt;
    ScannedMoment moment{.date = *date};
    if (m_rest.isEmpty())
        return moment;
    if (!take(u'T') && !take(u't')) {
        const qsizetype before = m_rest.size();
        skipBetween(u", ");
        if (m_rest.size() == before)
            return std::nullopt;
    }
    if (m_rest.isEmpty())
        return moment;
    const auto time = scanTime();
    if (!time || !scanZone(moment.secondsEast))
        return std::nullopt;
    moment.microseconds = *time;
    return moment;
}

int fullYear(int twoDigits)
{
    const int now = QDate::currentDate().year();
    int year = now - now % 100 + twoDigits;
    if (year > now + 50)
        year -= 100;
    else if (year <= now - 50)
        year += 100;
    return year;
}

std::optional<Timestamp> momentOf(const ScannedMoment& scanned)
{
    if (!scanned.date.isValid() || scanned.date.year() < 1 || scanned.date.year() > 9999)
        return std::nullopt;
    constexpr qint64 perSecond = 1'000'000;
    if (scanned.secondsEast) {
        const qint64 days = QDate(1970, 1, 1).daysTo(scanned.date);
        return Timestamp{(days * 86'400 - *scanned.secondsEast) * perSecond + scanned.microseconds};
    }
    // Where a clock was put forward over it, Qt takes the time that it became.
    const QDateTime second(
        scanned.date,
        QTime::fromMSecsSinceStartOfDay(int(scanned.microseconds / perSecond % 86'400) * 1000));
    return Timestamp{second.toSecsSinceEpoch() * perSecond + scanned.microseconds % perSecond};
}

} // namespace clientele
