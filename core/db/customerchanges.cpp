// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/customerchanges.h"

#include "core/db/customerids.h"
#include "core/db/moments.h"
#include "core/db/secondchoice.h"
#include "core/db/transaction.h"
#include "core/domain/searchtext.h"

namespace clientele {

using namespace Qt::StringLiterals;
using enum EngineFeature;

namespace {

/// What the database said of a duplicate names no row of ours; the address typed does.
Error aboutEmail(Error error, const QString& email)
{
    if (error.kind == ErrorKind::Duplicate && error.subject.isEmpty())
        error.subject = email;
    return error;
}

/// A rule or trigger of the database's own.
Error vanished()
{
    return {.kind = ErrorKind::ConstraintViolated,
            .message = u"The database took the customer and did not keep it."_s};
}

} // namespace

CustomerChanges::Customers CustomerChanges::select(const Statement& statement)
{
    auto rows = m_session.execute(statement.sql, statement.parameters);
    if (!rows)
        return rows.error();
    return CustomerSql::readCustomers(*rows);
}

CustomerChanges::Customers CustomerChanges::write(Statement statement)
{
    statement.sql += u" RETURNING "_s + m_sql.columns();
    auto rows = m_session.executeWrite(statement.sql, statement.parameters);
    if (!rows)
        return rows.error();
    return CustomerSql::readCustomers(*rows);
}

QString CustomerChanges::lock() const
{
    return m_table.engine == Engine::PostgreSql && has(RowLocks) ? u" FOR UPDATE"_s : QString();
}

Statement CustomerChanges::selecting(const Ids& ids, bool hold) const
{
    Statement statement;
    const QString which = idIn(ids, statement, m_session);
    statement.sql = u"SELECT %1 FROM customer WHERE %2"_s.arg(m_sql.columns(), which) +
                    (hold ? lock() : QString());
    return statement;
}

CustomerChanges::Customers
CustomerChanges::inPortions(const Ids& ids, const std::function<Customers(const Ids&)>& work)
{
    const size_t portionSize = mostIds(m_session);
    if (ids.size() <= portionSize)
        return work(ids);
    return inTransaction(m_session, [&]() -> Customers {
        std::vector<Customer> all;
        for (size_t begin = 0; begin < ids.size(); begin += portionSize) {
            const size_t end = std::min(begin + portionSize, ids.size());
            auto portion = work({ids.begin() + static_cast<std::ptrdiff_t>(begin),
                                 ids.begin() + static_cast<std::ptrdiff_t>(end)});
            if (!portion)
                return portion;
            std::ranges::move(*portion, std::back_inserter(all));
        }
        return all;
    });
}

Statement CustomerChanges::insertion(const CustomerDraft& draft) const
{
    // Every column is given a value: not every table that is found has defaults.
    Statement statement;
    QStringList columns = {u"name"_s, u"email"_s, u"phone"_s, u"is_active"_s};
    QStringList values = {statement.bind(draft.name), statement.bind(draft.email),
                          statement.bind(toValue(draft.phone)), statement.bind(draft.isActive)};
    columns += {u"created_at"_s, u"updated_at"_s};
    values += {moments::now(m_table.engine), moments::now(m_table.engine)};
    if (m_table.engine == Engine::Sqlite && m_table.hasSearchText) {
        columns += u"search_text"_s;
        values += statement.bind(searchText(draft.name, draft.email, draft.phone));
    }
    statement.sql =
        u"INSERT INTO customer (%1) VALUES (%2)"_s.arg(columns.join(u", "_s), values.join(u", "_s));
    return statement;
}

Statement CustomerChanges::insertion(const Customer& customer) const
{
    Statement statement;
    const auto moment = [&](const std::optional<Timestamp>& timestamp) {
        return timestamp ? moments::expression(m_table.engine, *timestamp, statement) : u"NULL"_s;
    };
    QStringList columns = {u"id"_s,        u"name"_s,       u"email"_s,     u"phone"_s,
                           u"is_active"_s, u"created_at"_s, u"updated_at"_s};
    QStringList values = {statement.bind(customer.id.value), statement.bind(customer.name),
                          statement.bind(customer.email), statement.bind(toValue(customer.phone)),
                          statement.bind(customer.isActive)};
    values += moment(customer.createdAt);
    values += moment(customer.updatedAt);
    if (m_table.engine == Engine::Sqlite && m_table.hasSearchText) {
        columns += u"search_text"_s;
        values += statement.bind(searchText(customer.name, customer.email, customer.phone));
    }
    statement.sql =
        u"INSERT INTO customer (%1) VALUES (%2)"_s.arg(columns.join(u", "_s), values.join(u", "_s));
    return statement;
}

Result<Customer> CustomerChanges::insertAndFind(const Statement& insertion,
                                                const Statement& finding, const QString& email)
{
    if (has(Returning)) {
        auto inserted = write(insertion);
        if (!inserted)
            return aboutEmail(inserted.error(), email);
        return inserted->empty() ? Result<Customer>(vanished()) : inserted->front();
    }
    return inTransaction(m_session, [&]() -> Result<Customer> {
        auto inserted = m_session.executeWrite(insertion.sql, insertion.parameters);
        if (!inserted)
            return aboutEmail(inserted.error(), email);
        auto found = select(finding);
        if (!found)
            return found.error();
        return found->empty() ? Result<Customer>(vanished()) : found->front();
    });
}

Result<Customer> CustomerChanges::insert(const CustomerDraft& draft)
{
    // Where addresses may come twice, ids do not tell which came last; the moment does.
    Statement finding;
    finding.sql = u"SELECT %1 FROM customer WHERE email = %2"
                  " ORDER BY created_at DESC NULLS LAST, id DESC LIMIT 1"_s.arg(
                      m_sql.columns(), finding.bind(draft.email));
    return insertAndFind(insertion(draft), finding, draft.email);
}

Result<Customer> CustomerChanges::insert(const Customer& customer)
{
    return insertAndFind(insertion(customer), selecting({customer.id}, false), customer.email);
}

Result<std::vector<Customer>> CustomerChanges::byIds(const std::vector<CustomerId>& ids)
{
    return inPortions(ids, [this](const Ids& some) { return select(selecting(some, false)); });
}

Result<Customer> CustomerChanges::create(const CustomerDraft& draft)
{
    return secondchoice::adapting(m_session, {Returning}, [&] { return insert(draft); });
}

Result<std::vector<Customer>> CustomerChanges::create(const std::vector<CustomerDraft>& drafts)
{
    return secondchoice::adapting(m_session, {Returning}, [&] {
        return inTransaction(m_session, [&]() -> Customers {
            std::vector<Customer> created;
            for (const CustomerDraft& draft : drafts) {
                auto one = insert(draft);
                if (!one)
                    return one.error();
                created.push_back(std::move(*one));
            }
            return created;
        });
    });
}

Result<std::vector<Customer>> CustomerChanges::reinsert(const std::vector<Customer>& customers)
{
    return secondchoice::adapting(m_session, {Returning, Unnest}, [&] {
        return inTransaction(m_session, [&]() -> Customers {
            std::vector<Customer> back;
            for (const Customer& customer : customers) {
                auto one = insert(customer);
                if (!one)
                    return one.error();
                back.push_back(std::move(*one));
            }
            return back;
        });
    });
}

Statement CustomerChanges::updating(CustomerId id, const CustomerPatch& patch) const
{
    Statement statement;
    const bool postgres = m_table.engine == Engine::PostgreSql;
    const QString same = postgres ? u"IS NOT DISTINCT FROM"_s : u"IS"_s;
    QStringList assignments;
    QStringList conditions = {u"id = "_s + statement.bind(id.value)};
    const auto change = [&](const QString& column, Value before, Value after) {
        assignments += u"%1 = %2"_s.arg(column, statement.bind(std::move(after)));
        conditions += u"%1 %2 %3"_s.arg(column, same, statement.bind(std::move(before)));
    };
    if (patch.name)
        change(u"name"_s, patch.name->before, patch.name->after);
    if (patch.email)
        change(u"email"_s, patch.email->before, patch.email->after);
    if (patch.phone)
        change(u"phone"_s, toValue(patch.phone->before), toValue(patch.phone->after));
    if (patch.isActive) {
        assignments += u"is_active = "_s + statement.bind(patch.isActive->after);
        conditions += u"coalesce(is_active, %1) = %2"_s.arg(postgres ? u"false"_s : u"0"_s,
                                                            statement.bind(patch.isActive->before));
    }
    assignments += u"updated_at = "_s + moments::now(m_table.engine);
    statement.sql = u"UPDATE customer SET %1 WHERE %2"_s.arg(assignments.join(u", "_s),
                                                             conditions.join(u" AND "_s));
    return statement;
}

Result<UpdateOutcome> CustomerChanges::updateAtOnce(Statement statement)
{
    using enum UpdateOutcome::Status;
    // One round trip: the row as it was changed or, where nothing was, as it is.
    statement.sql =
        u"WITH changed AS (%1 RETURNING *)"
        " SELECT %2, true FROM changed UNION ALL"
        " SELECT %2, false FROM customer WHERE id = $1 AND NOT EXISTS (SELECT FROM changed)"_s.arg(
            statement.sql, m_sql.columns());
    auto rows = m_session.executeWrite(statement.sql, statement.parameters);
    if (!rows)
        return rows.error();
    if (rows->isEmpty())
        return UpdateOutcome{.status = Missing, .current = {}};
    return UpdateOutcome{.status = rows->at(0).boolean(7) ? Updated : Conflict,
                         .current = CustomerSql::readCustomer(rows->at(0))};
}

Result<UpdateOutcome> CustomerChanges::updateInSteps(CustomerId id, Statement statement)
{
    using enum UpdateOutcome::Status;
    std::optional<Customer> row;
    if (has(Returning)) {
        auto changed = write(std::move(statement));
        if (!changed)
            return changed.error();
        if (!changed->empty())
            row = changed->front();
    } else {
        auto changed = m_session.executeWrite(statement.sql, statement.parameters);
        if (!changed)
            return changed.error();
        if (changed->affected() > 0) {
            auto current = select(selecting({id}, false));
            if (!current)
                return current.error();
            if (!current->empty())
                row = current->front();
        }
    }
    if (row) {
        if (auto folded = fold(*row); !folded)
            return folded.error();
        return UpdateOutcome{.status = Updated, .current = row};
    }
    auto current = select(selecting({id}, false));
    if (!current)
        return current.error();
    if (current->empty())
        return UpdateOutcome{.status = Missing, .current = {}};
    return UpdateOutcome{.status = Conflict, .current = current->front()};
}

/// For SQLite, which cannot fold by itself.
Result<> CustomerChanges::fold(const Customer& customer)
{
    if (m_table.engine != Engine::Sqlite || !m_table.hasSearchText)
        return {};
    // A text that differs even where folding took the difference away: the triggers that fold
    // for other programs then know that it has been done.
    Statement fold;
    const QString text = fold.bind(searchText(customer.name, customer.email, customer.phone));
    fold.sql = u"UPDATE customer SET search_text ="
               " CASE WHEN search_text IS %1 THEN %1 || char(10) ELSE %1 END WHERE id = %2"_s.arg(
                   text, fold.bind(customer.id.value));
    auto done = m_session.executeWrite(fold.sql, fold.parameters);
    return done ? Result<>() : done.error();
}

Result<UpdateOutcome> CustomerChanges::tryUpdate(CustomerId id, const CustomerPatch& patch)
{
    return secondchoice::adapting(m_session, {WritableCte, Returning, Unnest}, [&] {
        const Statement statement = updating(id, patch);
        const bool atOnce =
            m_table.engine == Engine::PostgreSql && has(WritableCte) && has(Returning);
        if (atOnce)
            return updateAtOnce(statement);
        return inTransaction(m_session, [&] { return updateInSteps(id, statement); });
    });
}

Result<UpdateOutcome> CustomerChanges::update(CustomerId id, const CustomerPatch& patch)
{
    using enum UpdateOutcome::Status;
    CustomerPatch left = patch;
    for (int attempt = 0;; ++attempt) {
        auto outcome = tryUpdate(id, left);
        if (!outcome)
            return patch.email ? aboutEmail(outcome.error(), patch.email->after) : outcome.error();
        if (outcome->status != Conflict)
            return outcome;
        const Customer& current = *outcome->current;
        left = CustomerPatch::between(current, patch.appliedTo(current));
        if (left.isEmpty()) {
            outcome->status = Unchanged;
            return outcome;
        }
        // No conflict where somebody made a part of the same change, or where the row changed
        // between the two halves of the statement and what it read is from before.
        if (attempt == 3 || !patch.conflictsWith(current).isEmpty())
            return outcome;
    }
}

Result<std::vector<Customer>> CustomerChanges::remove(const Ids& ids)
{
    const auto portion = [this](const Ids& some) -> Customers {
        Statement statement;
        statement.sql = u"DELETE FROM customer WHERE "_s + idIn(some, statement, m_session);
        if (has(Returning))
            return write(statement);
        return inTransaction(m_session, [&]() -> Customers {
            auto there = select(selecting(some, true));
            if (!there)
                return there;
            auto removed = m_session.executeWrite(statement.sql, statement.parameters);
            return removed ? there : Customers(removed.error());
        });
    };
    return secondchoice::adapting(m_session, {Returning, Unnest, RowLocks},
                                  [&] { return inPortions(ids, portion); });
}

Result<std::vector<Customer>> CustomerChanges::setActive(const Ids& ids, bool active)
{
    const QString none = m_table.engine == Engine::PostgreSql ? u"false"_s : u"0"_s;
    const auto portion = [&](const Ids& some) -> Customers {
        Statement statement;
        const QString wanted = statement.bind(active);
        const QString which = idIn(some, statement, m_session);
        statement.sql = u"UPDATE customer SET is_active = %1, updated_at = %2 WHERE %3"
                        " AND coalesce(is_active, %4) <> %1"_s.arg(
                            wanted, moments::now(m_table.engine), which, none);
        if (has(Returning))
            return write(statement);
        return inTransaction(m_session, [&]() -> Customers {
            auto there = select(selecting(some, true));
            if (!there)
                return there;
            std::erase_if(*there, [&](const Customer& c) { return c.isActive == active; });
            if (there->empty())
                return there;
            auto changed = m_session.executeWrite(statement.sql, statement.parameters);
            if (!changed)
                return changed.error();
            Ids changedIds;
            for (const Customer& customer : *there)
                changedIds.push_back(customer.id);
            return select(selecting(changedIds, false));
        });
    };
    return secondchoice::adapting(m_session, {Returning, Unnest, RowLocks},
                                  [&] { return inPortions(ids, portion); });
}

} // namespace clientele
