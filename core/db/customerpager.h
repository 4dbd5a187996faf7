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
    CustomerPager(Session& session, const CustomerTable& table) : m_session(session), m_sql(table)
    {}

    Result<CustomerPage> page(const CustomerQuery& query, const PageRequest& request);
    Result<qint64> count(const CustomerQuery& query);
    /// In flat memory, all as of one moment; until @p take returns false.
    Result<> forEach(const CustomerQuery& query, const std::function<bool(const Customer&)>& take);

private:
    Result<std::vector<Customer>> select(const Statement& statement);
    Result<std::optional<CustomerPage>> walk(const CustomerQuery& query,
                                             const PageRequest& request);

    Session& m_session;
    CustomerSql m_sql;
};

} // namespace clientele
