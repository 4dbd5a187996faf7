// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/timestamp.h"
#include "core/io/momentreader.h"

#include <QDate>
#include <QStringView>

#include <optional>

namespace clientele {

/// A date, a time of the day and a zone, as they were written.
struct ScannedMoment
{
    QDate date;
    qint64 microseconds = 0;             ///< since midnight
    std::optional<int> secondsEast = {}; ///< of Greenwich; nullopt is the computer's own zone
};

/// Takes the text of a moment apart. Points, slashes, dashes and blanks stand between the parts of
/// a date; a month may be a word in one of a few languages, and a weekday's name may stand first.
class MomentScanner final
{
public:
    /// The text must outlive it.
    explicit MomentScanner(QStringView text) : m_rest(text) {}

    std::optional<ScannedMoment> scan(MomentOrder order);

private:
    struct Part
    {
        int number = 0; ///< of the month where it is a word
        qsizetype digits = 0;
        bool isWord = false;
    };

    std::optional<QDate> scanDate(MomentOrder order);
    std::optional<Part> scanPart();
    std::optional<qint64> scanTime();
    bool scanZone(std::optional<int>& secondsEast);
    std::optional<int> scanNumber(qsizetype mostDigits);
    QStringView scanWord();
    bool take(QChar c);
    void skipBetween(QStringView characters);

    QStringView m_rest;
};

/// 26 is 2026, and 99 is 1999.
int fullYear(int twoDigits);
/// nullopt where it lies outside of the years 1 to 9999.
std::optional<Timestamp> momentOf(const ScannedMoment& scanned);

} // namespace clientele
