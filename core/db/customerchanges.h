// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/customersql.h"
#include "core/db/session.h"
#include "core/domain/customerpatch.h"

#include <functional>
#include <vector>

namespace clientele {

/// The writing half of CustomerRepository. Each method is one statement where the engine has
/// RETURNING and WITH … UPDATE, and otherwise a few in one transaction, with the same outcome.
class CustomerChanges final
{
public:
    CustomerChanges(Session& session, const CustomerTable& table)
        : m_session(session), m_table(table), m_sql(table)
    {}

    /// Those of @p ids that are there, in no order.
    Result<std::vector<Customer>> byIds(const std::vector<CustomerId>& ids);
    Result<Customer> create(const CustomerDraft& draft);
    Result<std::vector<Customer>> create(const std::vector<CustomerDraft>& drafts);
    Result<UpdateOutcome> update(CustomerId id, const CustomerPatch& patch);
    Result<std::vector<Customer>> remove(const std::vector<CustomerId>& ids);
    Result<std::vector<Customer>> reinsert(const std::vector<Customer>& customers);
    Result<std::vector<Customer>> setActive(const std::vector<CustomerId>& ids, bool active);

private:
    using Ids = std::vector<CustomerId>;
    using Customers = Result<std::vector<Customer>>;

    [[nodiscard]] bool has(EngineFeature feature) const
    {
        return m_session.features().has(feature);
    }
    Customers select(const Statement& statement);
    /// What the statement changed, by RETURNING.
    Customers write(Statement statement);
    [[nodiscard]] Statement insertion(const CustomerDraft& draft) const;
    [[nodiscard]] Statement insertion(const Customer& customer) const;
    [[nodiscard]] Statement updating(CustomerId id, const CustomerPatch& patch) const;
    [[nodiscard]] Statement selecting(const Ids& ids, bool hold) const;
    [[nodiscard]] QString lock() const;

    Result<Customer> insert(const CustomerDraft& draft);
    Result<Customer> insert(const Customer& customer);
    Result<Customer> insertAndFind(const Statement& insertion, const Statement& finding,
                                   const QString& email);
    Result<UpdateOutcome> tryUpdate(CustomerId id, const CustomerPatch& patch);
    Result<UpdateOutcome> updateAtOnce(Statement statement);
    Result<UpdateOutcome> updateInSteps(CustomerId id, Statement statement);
    Result<> fold(const Customer& customer);
    /// As many @p ids at a time as one statement takes, all in one transaction where there are
    /// more.
    Customers inPortions(const Ids& ids, const std::function<Customers(const Ids&)>& work);

    Session& m_session;
    const CustomerTable& m_table;
    CustomerSql m_sql;
};

} // namespace clientele
