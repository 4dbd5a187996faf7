// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customer.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace clientele {

enum class ActiveFilter
{
    All,
    Active,
    Inactive
};

/// From @p from on, up to but without @p until; an open end where nullopt.
struct TimeRange
{
    std::optional<Timestamp> from;
    std::optional<Timestamp> until;

    bool operator==(const TimeRange&) const = default;
    [[nodiscard]] bool isOpen() const { return !from && !until; }
};

struct SortKey
{
    CustomerField field = CustomerField::Id;
    bool descending = false;

    bool operator==(const SortKey&) const = default;
};

/// Which customers, in which order. Ties are always broken by id, in the direction of the first
/// key. NULL sorts as PostgreSQL sorts it on every engine: last ascending, first descending.
struct CustomerQuery
{
    QString text; ///< words, each of which must be in name, e-mail or phone, in any order and case
    ActiveFilter active = ActiveFilter::All;
    TimeRange created;
    TimeRange updated;
    QList<SortKey> sort; ///< empty is by id

    bool operator==(const CustomerQuery&) const = default;

    /// The words of text, split at white space.
    [[nodiscard]] QStringList words() const;
    /// True where every customer matches.
    [[nodiscard]] bool matchesAll() const;
};

/// Where in the order of a query a page begins.
struct PageRequest
{
    enum class Where
    {
        Offset, ///< skip `offset` customers from the top
        After,  ///< those that follow `anchor`
        Before, ///< those that precede `anchor`, the nearest ones
        Last,   ///< the last `limit` of all
    };

    Where where = Where::Offset;
    qint64 offset = 0;
    /// Known total of the query, or -1: an offset past the middle is then counted from the end.
    qint64 total = -1;
    std::optional<Customer> anchor;
    int limit = 200;
};

/// Consecutive customers in the order of the query, whichever way they were asked for.
struct CustomerPage
{
    std::vector<Customer> rows;
};

} // namespace clientele
