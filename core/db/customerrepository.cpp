// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/customerrepository.h"

#include "core/db/termsql.h"
#include "core/db/textcheck.h"

namespace clientele {

using namespace Qt::StringLiterals;

Result<std::vector<Customer>> CustomerRepository::select(const Statement& statement)
{
    auto rows = m_session.execute(statement.sql, statement.parameters);
    if (!rows)
        return rows.error();
    return CustomerSql::readCustomers(*rows);
}

Result<std::optional<Customer>> CustomerRepository::selectOne(const Statement& statement)
{
    auto found = select(statement);
    if (!found)
        return found.error();
    return found->empty() ? std::optional<Customer>() : found->front();
}

Result<std::optional<Customer>> CustomerRepository::byId(CustomerId id)
{
    const Statement statement = m_sql.byId(id);
    auto rows = m_session.executePrepared(statement.sql, statement.parameters);
    if (!rows)
        return rows.error();
    return rows->isEmpty() ? std::optional<Customer>()
                           : std::optional(CustomerSql::readCustomer(rows->at(0)));
}

Result<std::optional<Customer>> CustomerRepository::byEmail(const QString& email)
{
    Statement exact;
    exact.sql =
        u"SELECT %1 FROM customer WHERE email = %2"_s.arg(m_sql.columns(), exact.bind(email));
    auto found = selectOne(exact);
    if (!found || *found)
        return found;
    Statement folded;
    folded.sql =
        u"SELECT %1 FROM customer WHERE lower(email) = lower(%2) ORDER BY id LIMIT 1"_s.arg(
            m_sql.columns(), folded.bind(email));
    return selectOne(folded);
}

Result<std::vector<Customer>> CustomerRepository::all(bool activeOnly)
{
    return select(m_sql.all({.active = activeOnly ? ActiveFilter::Active : ActiveFilter::All}));
}

Result<std::vector<Customer>> CustomerRepository::byNamePattern(const QString& pattern)
{
    if (const auto fault = refuseToSearch(pattern))
        return *fault;
    Statement statement;
    const bool postgres = m_table.engine == Engine::PostgreSql;
    statement.sql = u"SELECT %1 FROM customer WHERE name %2 %3%4 ORDER BY id"_s.arg(
        m_sql.columns(), postgres ? u"ILIKE"_s : u"LIKE"_s,
        statement.bind(u'%' + termsql::escapeLike(pattern) + u'%'),
        postgres ? QString() : u" ESCAPE '\\'"_s);
    return select(statement);
}

Result<UpdateOutcome> CustomerRepository::update(CustomerId id, const CustomerPatch& patch)
{
    using enum UpdateOutcome::Status;
    if (patch.isEmpty()) {
        auto current = byId(id);
        if (!current)
            return current.error();
        return UpdateOutcome{.status = *current ? Unchanged : Missing, .current = *current};
    }
    return m_changes.update(id, patch);
}

Result<bool> CustomerRepository::remove(CustomerId id)
{
    auto removed = remove(std::vector{id});
    if (!removed)
        return removed.error();
    return !removed->empty();
}

Result<bool> CustomerRepository::becameActive(CustomerId id, bool active)
{
    auto changed = setActive({id}, active);
    if (!changed)
        return changed.error();
    if (!changed->empty())
        return true;
    auto there = byId(id); // already so is as good as done
    if (!there)
        return there.error();
    return there->has_value();
}

} // namespace clientele
