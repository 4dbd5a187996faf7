// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/customerchanges.h"
#include "core/db/customerpager.h"
#include "core/db/customersql.h"
#include "core/db/session.h"
#include "core/domain/customerpatch.h"

#include <functional>
#include <vector>

namespace clientele {

/// The customers of one book, over one session, as the guide's repository has them and more. Each
/// public method is one statement or one transaction. Used in the session's thread.
class CustomerRepository final
{
public:
    CustomerRepository(Session& session, const CustomerTable& table,
                       SearchSamples* samples = nullptr)
        : m_session(session), m_table(table), m_sql(table), m_pager(session, table, samples),
          m_changes(session, table)
    {}

    Result<Customer> create(const CustomerDraft& draft) { return m_changes.create(draft); }
    /// All or none, in order.
    Result<std::vector<Customer>> bulkCreate(const std::vector<CustomerDraft>& drafts)
    {
        return m_changes.create(drafts);
    }

    Result<std::optional<Customer>> byId(CustomerId id);
    /// As the database compares; where that finds none, regardless of case.
    Result<std::optional<Customer>> byEmail(const QString& email);
    /// Those of @p ids that are there, in no order.
    Result<std::vector<Customer>> byIds(const std::vector<CustomerId>& ids)
    {
        return m_changes.byIds(ids);
    }
    /// By id.
    Result<std::vector<Customer>> all(bool activeOnly = true);
    /// Those whose name contains @p pattern in any case, active or not; % and _ are plain
    /// characters.
    Result<std::vector<Customer>> byNamePattern(const QString& pattern);

    /// Compare-and-set; sets updated_at.
    Result<UpdateOutcome> update(CustomerId id, const CustomerPatch& patch);
    Result<bool> remove(CustomerId id);
    /// The rows as they were.
    Result<std::vector<Customer>> remove(const std::vector<CustomerId>& ids)
    {
        return m_changes.remove(ids);
    }
    /// Puts removed rows back under their own ids, all or none.
    Result<std::vector<Customer>> reinsert(const std::vector<Customer>& customers)
    {
        return m_changes.reinsert(customers);
    }
    Result<bool> softDelete(CustomerId id) { return becameActive(id, false); }
    Result<bool> restore(CustomerId id) { return becameActive(id, true); }
    /// Those that were in the other state, as they now are.
    Result<std::vector<Customer>> setActive(const std::vector<CustomerId>& ids, bool active)
    {
        return m_changes.setActive(ids, active);
    }

    Result<CustomerPage> page(const CustomerQuery& query, const PageRequest& request)
    {
        return m_pager.page(query, request);
    }
    Result<qint64> count(const CustomerQuery& query) { return m_pager.count(query); }
    Result<std::vector<CustomerId>> among(const CustomerQuery& query,
                                          const std::vector<CustomerId>& ids)
    {
        return m_pager.among(query, ids);
    }
    Result<std::optional<CustomerGlimpse>> glimpse(const CustomerQuery& query, int limit)
    {
        return m_pager.glimpse(query, limit);
    }
    Result<FirstRows> firstRows(const CustomerQuery& query, int limit)
    {
        return m_pager.firstRows(query, limit);
    }
    Result<CustomerSurvey> survey(const CustomerQuery& query,
                                  const std::optional<Customer>& landmark)
    {
        return m_pager.survey(query, landmark);
    }
    Result<std::optional<qint64>> estimate(const CustomerQuery& query)
    {
        return m_pager.estimate(query);
    }
    /// In the order of the query, in flat memory, all as of one moment; until @p take returns
    /// false.
    Result<> forEach(const CustomerQuery& query, const std::function<bool(const Customer&)>& take)
    {
        return m_pager.forEach(query, take);
    }

private:
    Result<std::vector<Customer>> select(const Statement& statement);
    Result<std::optional<Customer>> selectOne(const Statement& statement);
    Result<bool> becameActive(CustomerId id, bool active);

    Session& m_session;
    const CustomerTable& m_table;
    CustomerSql m_sql;
    CustomerPager m_pager;
    CustomerChanges m_changes;
};

} // namespace clientele
