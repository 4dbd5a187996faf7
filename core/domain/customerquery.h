// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customer.h"
#include "core/domain/customersearch.h"
#include "core/domain/timerange.h"

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
    QString text; ///< as typed: words and filters, which CustomerSearch takes apart
    ActiveFilter active = ActiveFilter::All;
    TimeRange created;
    TimeRange updated;
    QList<SortKey> sort; ///< empty is by id

    bool operator==(const CustomerQuery&) const = default;

    /// What the text says.
    [[nodiscard]] CustomerSearch search() const { return CustomerSearch::parse(text); }
    /// True where every customer matches: also where filters have only begun to be typed, or mean
    /// nothing.
    [[nodiscard]] bool matchesAll() const;
};

/// Where in the order of a query a page begins.
struct PageRequest
{
    enum class Where
    {
        Offset, ///< skip `offset` customers from the top
        After,  ///< those that follow `anchor`
        From,   ///< `anchor` (or, where it is gone, the place where it stood) and what follows it,
                ///< less the first `offset` of them
        Before, ///< those that precede `anchor`, the nearest ones
        Last,   ///< the last `limit` of all
    };

    Where where = Where::Offset;
    qint64 offset = 0; ///< of Offset and From
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

/// Some of the first customers of a query, in its order: others may stand before and between them.
struct CustomerGlimpse
{
    std::vector<Customer> rows;
    qint64 expected = 0; ///< about as many match in all
};

/// What there is to show first of a query: its first page, or a glimpse where that would take long.
struct FirstRows
{
    CustomerPage page; ///< empty where there is a glimpse
    std::optional<CustomerGlimpse> glimpse;
};

/// All customers of a query at a glance, as of one moment: how many, and every step-th of them,
/// from where any place is near.
struct CustomerSurvey
{
    qint64 total = 0;
    qint64 step = 1; ///< so that there are some thousand anchors at most
    /// anchors[i] stands at row i * step. Of a filtered query only ids and the fields that it sorts
    /// by are sure to be filled.
    std::vector<Customer> anchors;
    /// The row of the landmark that was asked for, or where it would stand; -1 where none was.
    qint64 landmarkRow = -1;
};

} // namespace clientele
