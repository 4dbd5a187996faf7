// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/timestamp.h"

#include <QString>

#include <optional>

namespace clientele {

/// How moments are written in a file.
enum class MomentOrder
{
    YearMonthDay, ///< ISO 8601 and SQL, "2026/3/2", "20260302"
    DayMonthYear, ///< "2.3.2026", "02/03/26", "2 March 2026"
    MonthDayYear, ///< "3/2/2026", "March 2, 2026"
    Seconds,      ///< since 1970 in UTC: "1772445600.25"
    Milliseconds,
    ExcelDays, ///< since 1899-12-30, as spreadsheets count: "46083.5"
    Pattern    ///< one of a person's own, as QLocale::toDateTime() takes it
};

/// Makes moments of the texts of a file. Behind a date there may be a time ("14:05", "2:05:07.25
/// pm") and a zone ("Z", "UTC", "+01:00"); without a zone the time of this computer is meant, and
/// without a time its midnight. Years of two digits lie between 50 years ago and 50 from now.
class MomentReader final
{
public:
    /// "iso", "dmy", "mdy", "epoch", "epoch-ms", "excel", or a pattern ("dd MMM yyyy"), in which
    /// there must be a year, a month and a day; empty is "iso". nullopt where it is none of them.
    static std::optional<MomentReader> make(const QString& format);

    [[nodiscard]] MomentOrder order() const { return m_order; }
    /// nullopt where it is no such moment, or no day that there is.
    [[nodiscard]] std::optional<Timestamp> read(QStringView text) const;

private:
    MomentOrder m_order = MomentOrder::YearMonthDay;
    QString m_pattern;
};

} // namespace clientele
