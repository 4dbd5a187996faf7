// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/customertable.h"
#include "core/db/searchsql.h"
#include "core/db/statement.h"
#include "core/domain/customer.h"
#include "core/domain/customerquery.h"

#include <vector>

namespace clientele {

/// Writes the statements that select customers, in the words of the engine and for the table as
/// found. A pure function of its arguments: no session is needed.
class CustomerSql final
{
public:
    enum class Form
    {
        Rows, ///< for readCustomer()
        Cells ///< for CustomerStream
    };
    explicit CustomerSql(const CustomerTable& table, Form form = Form::Rows)
        : m_table(table), m_form(form)
    {}

    /// The columns that readers of the form expect, of @p alias.
    [[nodiscard]] QString columns(const QString& alias = {}) const;

    /// @p trigrams, where they are known, are for SearchPlan::Gather.
    [[nodiscard]] Statement page(const CustomerQuery& query, const PageRequest& request,
                                 SearchPlan plan = SearchPlan::Planner,
                                 const TrigramCounts* trigrams = nullptr) const;
    /// The same by SearchPlan::Walk, but along @p rows rows at most: what comes after them is
    /// missing.
    [[nodiscard]] Statement walk(const CustomerQuery& query, const PageRequest& request,
                                 qint64 rows) const;
    /// True where page() answers in reverse, because it was read from the far end.
    [[nodiscard]] static bool isReversed(const PageRequest& request);
    [[nodiscard]] Statement byId(CustomerId id) const;
    [[nodiscard]] Statement all(const CustomerQuery& query) const;
    [[nodiscard]] Statement count(const CustomerQuery& query) const;
    /// The ids of those of the query who also meet @p which, a condition by id of @p statement's.
    [[nodiscard]] Statement among(const CustomerQuery& query, const QString& which,
                                  Statement statement) const;
    /// The customers of a survey in their order, each with its number from 1 on behind the columns:
    /// every step-th, the last one, and the landmark where it is among them. On SQLite all, without
    /// a number and with no more than their sort keys: they need not travel.
    [[nodiscard]] Statement survey(const CustomerQuery& query, qint64 step,
                                   const std::optional<Customer>& landmark) const;
    /// How many customers of the query stand before @p landmark.
    [[nodiscard]] Statement rank(const CustomerQuery& query, const Customer& landmark) const;
    /// What the planner expects count() to answer, from statistics alone; nullopt where it has
    /// none.
    [[nodiscard]] std::optional<Statement> estimate(const CustomerQuery& query) const;

    static Customer readCustomer(const Row& row);
    static std::vector<Customer> readCustomers(const Rows& rows);

private:
    struct Slice
    {
        bool reversed = false;
        qint64 skip = 0;
        qint64 limit = 0;
    };
    static Slice sliceOf(const PageRequest& request);
    [[nodiscard]] QString edge(const CustomerQuery& query, const PageRequest& request,
                               Statement& statement) const;
    /// " FROM customer WHERE …" of the query.
    [[nodiscard]] QString from(const CustomerQuery& query, Statement& statement) const;

    const CustomerTable& m_table;
    Form m_form;
};

} // namespace clientele
