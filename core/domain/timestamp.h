// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include <compare>
#include <optional>
#include <span>
#include <string_view>

namespace clientele {

/// A moment, to the microsecond as PostgreSQL keeps it. QDateTime would cut it to milliseconds.
struct Timestamp
{
    qint64 microseconds = 0; ///< since 1970-01-01T00:00:00Z

    auto operator<=>(const Timestamp&) const = default;

    static Timestamp now();
    static Timestamp fromDateTime(const QDateTime& moment);
    /// ISO 8601 or SQL ("2026-03-02 10:20:30.123456"); without a zone it is taken as UTC.
    static std::optional<Timestamp> fromText(QStringView text);

    /// The same for "2026-03-02T10:20:30.123456+00:00" and for what SQLite keeps, the commonest
    /// ways to write one, at a tenth of the price; nullopt for every other.
    static std::optional<Timestamp> fromPlainText(std::string_view text);

    /// Seconds since 1970-01-01T00:00:00Z as a decimal number: "1700000000.123456".
    static std::optional<Timestamp> fromSeconds(QStringView text);

    /// Python's isoformat in UTC: 2026-03-02T10:20:30.123456+00:00, without the fraction where it
    /// is 0.
    [[nodiscard]] QString toIso() const;
    /// The same as ASCII in @p buffer; returns how many characters it took.
    size_t toIso(std::span<char, 40> buffer) const;
    /// In UTC, cut to milliseconds; for display convert with toLocalTime().
    [[nodiscard]] QDateTime toDateTime() const;
};

} // namespace clientele
