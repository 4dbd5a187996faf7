// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/customerrepository.h"

#include "core/db/postgresvalues.h"
#include "core/db/transaction.h"
#include "core/domain/searchtext.h"

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

/// What the database said of a duplicate names no row of ours; the address typed does.
Error aboutEmail(Error error, const QString& email)
{
    if (error.kind == ErrorKind::Duplicate && error.subject.isEmpty())
        error.subject = email;
    return error;
}

} // namespace

Result<std::vector<Customer>> CustomerRepository::select(const Statement& statement)
{
    auto rows = m_session.execute(statement.sql, statement.parameters);
    if (!rows)
        return rows.error();
    return CustomerSql::readCustomers(*rows);
}

Result<std::vector<Customer>> CustomerRepository::write(const Statement& statement)
{
    auto rows = m_session.executeWrite(statement.sql, statement.parameters);
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

Statement CustomerRepository::insertion(const CustomerDraft& draft) const
{
    // Every column is given a value: not every table that is found has defaults.
    Statement statement;
    QStringList columns = {u"name"_s, u"email"_s, u"phone"_s, u"is_active"_s};
    QStringList values = {statement.bind(draft.name), statement.bind(draft.email),
                          statement.bind(toValue(draft.phone)), statement.bind(draft.isActive)};
    columns += {u"created_at"_s, u"updated_at"_s};
    values += {m_sql.now(), m_sql.now()};
    if (m_table.engine == Engine::Sqlite && m_table.hasSearchText) {
        columns += u"search_text"_s;
        values += statement.bind(searchText(draft.name, draft.email, draft.phone));
    }
    statement.sql = u"INSERT INTO customer (%1) VALUES (%2) RETURNING %3"_s.arg(
        columns.join(u", "_s), values.join(u", "_s), m_sql.columns());
    return statement;
}

Result<Customer> CustomerRepository::create(const CustomerDraft& draft)
{
    auto created = write(insertion(draft));
    if (!created)
        return aboutEmail(created.error(), draft.email);
    return created->front();
}

Result<std::vector<Customer>>
CustomerRepository::bulkCreate(const std::vector<CustomerDraft>& drafts)
{
    auto transaction = Transaction::begin(m_session);
    if (!transaction)
        return transaction.error();
    std::vector<Customer> created;
    for (const CustomerDraft& draft : drafts) {
        auto one = create(draft);
        if (!one)
            return one.error();
        created.push_back(std::move(*one));
    }
    if (auto done = transaction->commit(); !done)
        return done.error();
    return created;
}

Result<std::optional<Customer>> CustomerRepository::byId(CustomerId id)
{
    Statement statement;
    statement.sql =
        u"SELECT %1 FROM customer WHERE id = %2"_s.arg(m_sql.columns(), statement.bind(id.value));
    return selectOne(statement);
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
    Statement statement;
    const bool postgres = m_table.engine == Engine::PostgreSql;
    statement.sql = u"SELECT %1 FROM customer WHERE name %2 %3%4 ORDER BY id"_s.arg(
        m_sql.columns(), postgres ? u"ILIKE"_s : u"LIKE"_s,
        statement.bind(u'%' + searchsql::escapeLike(pattern) + u'%'),
        postgres ? QString() : u" ESCAPE '\\'"_s);
    return select(statement);
}

Statement CustomerRepository::updating(CustomerId id, const CustomerPatch& patch) const
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
    assignments += u"updated_at = "_s + m_sql.now();
    statement.sql = u"UPDATE customer SET %1 WHERE %2"_s.arg(assignments.join(u", "_s),
                                                             conditions.join(u" AND "_s));
    return statement;
}

Result<UpdateOutcome> CustomerRepository::tryUpdate(CustomerId id, const CustomerPatch& patch)
{
    using enum UpdateOutcome::Status;
    Statement statement = updating(id, patch);
    if (m_table.engine == Engine::PostgreSql) {
        // One round trip: the row as it was changed or, where nothing was, as it is.
        const QString columns = m_sql.columns();
        statement.sql =
            u"WITH changed AS (%1 RETURNING *)"
            " SELECT %2, true FROM changed UNION ALL"
            " SELECT %2, false FROM customer WHERE id = $1 AND NOT EXISTS (SELECT FROM changed)"_s
                .arg(statement.sql, columns);
        auto rows = m_session.executeWrite(statement.sql, statement.parameters);
        if (!rows)
            return rows.error();
        if (rows->isEmpty())
            return UpdateOutcome{.status = Missing, .current = {}};
        return UpdateOutcome{.status = rows->at(0).boolean(7) ? Updated : Conflict,
                             .current = CustomerSql::readCustomer(rows->at(0))};
    }
    auto transaction = Transaction::begin(m_session);
    if (!transaction)
        return transaction.error();
    statement.sql += u" RETURNING "_s + m_sql.columns();
    auto changed = write(statement);
    if (!changed)
        return changed.error();
    if (changed->empty()) {
        auto current = byId(id);
        if (!current)
            return current.error();
        return UpdateOutcome{.status = *current ? Conflict : Missing, .current = *current};
    }
    const Customer& row = changed->front();
    if (m_table.hasSearchText) {
        // A text that differs even where folding took the difference away: the triggers that fold
        // for other programs then know that it has been done.
        Statement fold;
        const QString text = fold.bind(searchText(row.name, row.email, row.phone));
        fold.sql =
            u"UPDATE customer SET search_text ="
            " CASE WHEN search_text IS %1 THEN %1 || char(10) ELSE %1 END WHERE id = %2"_s.arg(
                text, fold.bind(id.value));
        if (auto done = m_session.executeWrite(fold.sql, fold.parameters); !done)
            return done.error();
    }
    if (auto done = transaction->commit(); !done)
        return done.error();
    return UpdateOutcome{.status = Updated, .current = row};
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

Result<bool> CustomerRepository::remove(CustomerId id)
{
    auto removed = remove(std::vector{id});
    if (!removed)
        return removed.error();
    return !removed->empty();
}

QString CustomerRepository::idIn(const std::vector<CustomerId>& ids, Statement& statement) const
{
    if (m_table.engine == Engine::PostgreSql) {
        PostgresArray array;
        for (const CustomerId id : ids)
            array.append(id.value);
        return u"id = ANY (%1::bigint[])"_s.arg(statement.bind(std::move(array).toValue()));
    }
    // As one parameter too; SQLite allows only so many. Not QJsonValue: it rounds past 2^53.
    QStringList numbers;
    for (const CustomerId id : ids)
        numbers += QString::number(id.value);
    return u"id IN (SELECT value FROM json_each(%1))"_s.arg(
        statement.bind(u'[' + numbers.join(u',') + u']'));
}

Result<std::vector<Customer>> CustomerRepository::remove(const std::vector<CustomerId>& ids)
{
    Statement statement;
    statement.sql =
        u"DELETE FROM customer WHERE %1 RETURNING %2"_s.arg(idIn(ids, statement), m_sql.columns());
    return write(statement);
}

Result<std::vector<Customer>> CustomerRepository::reinsert(const std::vector<Customer>& customers)
{
    auto transaction = Transaction::begin(m_session);
    if (!transaction)
        return transaction.error();
    std::vector<Customer> back;
    for (const Customer& customer : customers) {
        Statement statement;
        const auto moment = [&](const std::optional<Timestamp>& timestamp) {
            return timestamp ? m_sql.moment(*timestamp, statement) : u"NULL"_s;
        };
        QStringList columns = {u"id"_s,        u"name"_s,       u"email"_s,     u"phone"_s,
                               u"is_active"_s, u"created_at"_s, u"updated_at"_s};
        QStringList values = {statement.bind(customer.id.value), statement.bind(customer.name),
                              statement.bind(customer.email),
                              statement.bind(toValue(customer.phone)),
                              statement.bind(customer.isActive)};
        values += moment(customer.createdAt);
        values += moment(customer.updatedAt);
        if (m_table.engine == Engine::Sqlite && m_table.hasSearchText) {
            columns += u"search_text"_s;
            values += statement.bind(searchText(customer.name, customer.email, customer.phone));
        }
        statement.sql = u"INSERT INTO customer (%1) VALUES (%2) RETURNING %3"_s.arg(
            columns.join(u", "_s), values.join(u", "_s), m_sql.columns());
        auto inserted = write(statement);
        if (!inserted)
            return aboutEmail(inserted.error(), customer.email);
        back.push_back(std::move(inserted->front()));
    }
    if (auto done = transaction->commit(); !done)
        return done.error();
    return back;
}

Result<std::vector<Customer>> CustomerRepository::setActive(const std::vector<CustomerId>& ids,
                                                            bool active)
{
    Statement statement;
    const QString wanted = statement.bind(active);
    statement.sql =
        u"UPDATE customer SET is_active = %1, updated_at = %2 WHERE %3"
        " AND coalesce(is_active, %4) <> %1 RETURNING %5"_s.arg(
            wanted, m_sql.now(), idIn(ids, statement),
            m_table.engine == Engine::PostgreSql ? u"false"_s : u"0"_s, m_sql.columns());
    return write(statement);
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
