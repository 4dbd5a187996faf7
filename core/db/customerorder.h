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

private:
    [[nodiscard]] QString expression(CustomerField field, const QString& alias) const;
    [[nodiscard]] QString bind(CustomerField field, const Customer& customer,
                               Statement& statement) const;

    const CustomerTable& m_table;
    QList<SortKey> m_keys; ///< the last one is id: nothing ties
};

} // namespace clientele
