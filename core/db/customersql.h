// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/customertable.h"
#include "core/db/value.h"
#include "core/domain/customer.h"
#include "core/domain/customerquery.h"

#include <vector>

namespace clientele {

/// A statement in the making, with its parameters.
struct Statement
{
    QString sql;
    std::vector<Value> parameters;

    /// Appends a parameter and returns its placeholder, "$3".
    QString bind(Value value);
};

/// Writes the statements that select customers, in the words of the engine and for the table as found.
/// A pure function of its arguments: no session is needed.
class CustomerSql final
{
public:
    explicit CustomerSql(const CustomerTable& table) : m_table(table) {}

    /// The columns that readCustomer() expects, of @p alias.
    [[nodiscard]] QString columns(const QString& alias = {}) const;
    /// Now, as this engine's columns keep it.
    [[nodiscard]] QString now() const;
    /// A moment as an expression that compares with the columns.
    [[nodiscard]] QString moment(Timestamp timestamp, Statement& statement) const;

    [[nodiscard]] Statement page(const CustomerQuery& query, const PageRequest& request) const;
    /// True where page() answers in reverse, because it was read from the far end.
    [[nodiscard]] static bool isReversed(const PageRequest& request);
    [[nodiscard]] Statement all(const CustomerQuery& query) const;
    [[nodiscard]] Statement count(const CustomerQuery& query) const;

    static Customer readCustomer(const Row& row);

private:
    [[nodiscard]] QString where(const CustomerQuery& query, Statement& statement) const;
    [[nodiscard]] QString wordCondition(const QString& word, Statement& statement) const;
    [[nodiscard]] QString range(const QString& column, const TimeRange& range, Statement& statement) const;
    [[nodiscard]] QString orderBy(const QList<SortKey>& keys, bool reversed, const QString& alias = {}) const;
    [[nodiscard]] QString beyond(const QList<SortKey>& keys, const Customer& anchor, bool reversed,
                                 Statement& statement) const;
    [[nodiscard]] QString sortExpression(CustomerField field, const QString& alias) const;
    [[nodiscard]] QString bindField(CustomerField field, const Customer& customer, Statement& statement) const;

    const CustomerTable& m_table;
};

/// @p text with the characters that LIKE takes for wildcards escaped by backslashes.
QString escapeLike(const QString& text);

} // namespace clientele
