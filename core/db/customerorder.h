// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/customertable.h"
#include "core/db/statement.h"
#include "core/domain/customerquery.h"

namespace clientele {

/// The order of a query, in the words of the engine and for the table as found: by its keys, ties
/// by id, NULL where PostgreSQL puts it. A pure function of its arguments: no session is needed.
class CustomerOrder final
{
public:
    CustomerOrder(const CustomerTable& table, const QList<SortKey>& keys);

    /// " ORDER BY …" of @p alias, from the far end where @p reversed.
    [[nodiscard]] QString orderBy(bool reversed, const QString& alias = {}) const;

    enum class Edge
    {
        Without, ///< rows that come after the anchor
        With,    ///< and the anchor itself
    };
    /// The condition that a row comes after @p anchor, in the direction of reading. Only the
    /// anchor's id and the fields of the keys are looked at; it need not exist any more.
    [[nodiscard]] QString beyond(const Customer& anchor, bool reversed, Edge edge,
                                 Statement& statement) const;

    /// True where an index of the table has the customers in this order, so that a page costs the
    /// same wherever it begins; else all of them are read for it.
    [[nodiscard]] bool walksIndex() const;

private:
    /// One expression of the order. A name on SQLite has two: as it is folded, and as it is
    /// written.
    struct Term
    {
        CustomerField field = CustomerField::Id;
        bool folded = false;
        bool descending = false;
        bool nullable = false;
    };
    [[nodiscard]] QList<Term> termsOf(const SortKey& key) const;
    [[nodiscard]] QString expression(const Term& term, const QString& alias = {}) const;
    [[nodiscard]] bool isNull(const Term& term, const Customer& anchor) const;
    [[nodiscard]] QString bind(const Term& term, const Customer& anchor,
                               Statement& statement) const;
    [[nodiscard]] QString bindMoment(CustomerField field, const Customer& anchor,
                                     Statement& statement) const;

    const CustomerTable& m_table;
    QList<Term> m_terms; ///< no two customers are equal in all of them
};

} // namespace clientele
