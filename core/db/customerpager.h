// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/customersql.h"
#include "core/db/session.h"

#include <functional>
#include <optional>
#include <vector>

namespace clientele {

/// Reads the customers of a query in its order: by pages, as a number, or all in a stream. Used in
/// the session's thread.
class CustomerPager final
{
public:
    /// When SQLite walks along the sort index rather than sort what FTS5 finds.
    struct Walking
    {
        qint64 manyMatches = 60'000; ///< fewer are sorted within some 100 ms
        qint64 countedMatches = 120'000;
    };

    CustomerPager(Session& session, const CustomerTable& table)
        : CustomerPager(session, table, Walking())
    {}
    CustomerPager(Session& session, const CustomerTable& table, const Walking& walking)
        : m_session(session), m_sql(table), m_walking(walking)
    {}

    Result<CustomerPage> page(const CustomerQuery& query, const PageRequest& request);
    Result<qint64> count(const CustomerQuery& query);
    /// One pass over all customers of the query.
    Result<CustomerSurvey> survey(const CustomerQuery& query,
                                  const std::optional<Customer>& landmark);
    /// What count() might answer, at once; nullopt where the engine has no idea.
    Result<std::optional<qint64>> estimate(const CustomerQuery& query);
    /// In flat memory, all as of one moment; until @p take returns false.
    Result<> forEach(const CustomerQuery& query, const std::function<bool(const Customer&)>& take);

private:
    Result<std::vector<Customer>> select(const Statement& statement);
    Result<qint64> number(const Statement& statement);
    Result<CustomerSurvey> surveyOfStream(const CustomerQuery& query,
                                          const std::optional<Customer>& landmark);
    Result<CustomerSurvey> surveyOfServer(const CustomerQuery& query,
                                          const std::optional<Customer>& landmark);
    Result<std::optional<CustomerPage>> walk(const CustomerQuery& query,
                                             const PageRequest& request);

    Session& m_session;
    CustomerSql m_sql;
    const Walking m_walking;
};

} // namespace clientele
