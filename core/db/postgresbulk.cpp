// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/postgresbulk.h"

#include "core/db/moments.h"
#include "core/db/postgresvalues.h"
#include "core/db/statement.h"

#include <array>

namespace clientele {

using namespace Qt::StringLiterals;
using enum EngineFeature;

namespace {

constexpr size_t rowsOfValues = 500;

template <class T>
std::vector<T> slice(const std::vector<T>& all, size_t begin, size_t count)
{
    const auto first = all.begin() + static_cast<std::ptrdiff_t>(begin);
    return {first, first + static_cast<std::ptrdiff_t>(std::min(count, all.size() - begin))};
}

/// "SELECT …" or "VALUES …" of name, email, phone, is_active, created_at and updated_at.
QString sourceOf(const BulkRows& rows, bool unnests, Statement& statement)
{
    if (!unnests) {
        QStringList lines;
        for (const auto& [draft, searchText] : rows) {
            const QStringList places = {statement.bind(draft->name), statement.bind(draft->email),
                                        statement.bind(toValue(draft->phone)),
                                        statement.bind(draft->isActive)};
            const QString created =
                draft->createdAt
                    ? moments::expression(Engine::PostgreSql, *draft->createdAt, statement)
                    : u"CURRENT_TIMESTAMP"_s;
            lines += u"(%1, %2, CURRENT_TIMESTAMP)"_s.arg(places.join(u", "_s), created);
        }
        return u" VALUES "_s + lines.join(u", "_s);
    }
    PostgresArray names, emails, phones, actives, moments;
    for (const auto& [draft, searchText] : rows) {
        names.append(draft->name);
        emails.append(draft->email);
        phones.append(draft->phone);
        actives.append(draft->isActive);
        moments.append(draft->createdAt
                           ? std::optional(QString::number(draft->createdAt->microseconds))
                           : std::nullopt);
    }
    QStringList places;
    for (PostgresArray* array : {&names, &emails, &phones, &actives, &moments})
        places += statement.bind(std::move(*array).toValue());
    return u" SELECT n, e, p, a,"
           " coalesce(timestamptz 'epoch' + c * interval '1 microsecond', CURRENT_TIMESTAMP),"
           " CURRENT_TIMESTAMP FROM"
           " unnest(%1::text[], %2::text[], %3::text[], %4::bool[], %5::bigint[])"
           " AS t(n, e, p, a, c)"_s.arg(places[0], places[1], places[2], places[3], places[4]);
}

} // namespace

bool PostgresBulk::canSkipTaken() const
{
    return has(OnConflict) && has(Returning);
}

size_t PostgresBulk::portion(size_t rows) const
{
    return has(Unnest) ? std::max<size_t>(rows, 1) : rowsOfValues;
}

Result<BulkIds> PostgresBulk::insert(const BulkRows& rows, bool skipsTaken)
{
    if (!skipsTaken && m_copy.canGoStraight(rows))
        return m_copy.goStraight(rows);
    if (rows.size() >= BulkCopy::fewestRows && m_copy.canStage())
        return m_copy.goByStaging(rows, skipsTaken);
    BulkIds inserted;
    inserted.reserve(rows.size());
    const size_t step = portion(rows.size());
    for (size_t begin = 0; begin < rows.size(); begin += step) {
        auto ids = insertPortion(slice(rows, begin, step), skipsTaken);
        if (!ids)
            return ids;
        inserted.insert(inserted.end(), ids->begin(), ids->end());
    }
    return inserted;
}

Result<BulkIds> PostgresBulk::insertPortion(const BulkRows& rows, bool skipsTaken)
{
    Statement statement;
    statement.sql =
        u"INSERT INTO customer (name, email, phone, is_active, created_at, updated_at)"_s +
        sourceOf(rows, has(Unnest), statement) +
        (skipsTaken && canSkipTaken() ? u" ON CONFLICT DO NOTHING"_s : QString()) +
        (has(Returning) ? u" RETURNING id, email"_s : QString());
    auto inserted = m_session.executeWrite(statement.sql, statement.parameters);
    if (!inserted)
        return inserted.error();
    return has(Returning) ? matchIds(rows, *inserted) : idsOf(rows);
}

Result<BulkIds> PostgresBulk::idsOf(const BulkRows& rows)
{
    Statement statement;
    QString list;
    if (has(Unnest)) {
        PostgresArray emails;
        for (const BulkRow& row : rows)
            emails.append(row.draft->email);
        list = u"= ANY (%1::text[])"_s.arg(statement.bind(std::move(emails).toValue()));
    } else {
        QStringList places;
        for (const BulkRow& row : rows)
            places += statement.bind(row.draft->email);
        list = u"IN (%1)"_s.arg(places.join(u", "_s));
    }
    statement.sql = u"SELECT id, email FROM customer WHERE email "_s + list;
    auto found = m_session.execute(statement.sql, statement.parameters);
    if (!found)
        return found.error();
    return matchIds(rows, *found);
}

Result<> PostgresBulk::update(const std::vector<Customer>& wanted)
{
    const size_t step = portion(wanted.size());
    for (size_t begin = 0; begin < wanted.size(); begin += step) {
        if (auto done = updatePortion(slice(wanted, begin, step)); !done)
            return done;
    }
    return {};
}

Result<> PostgresBulk::updatePortion(const std::vector<Customer>& wanted)
{
    Statement statement;
    QString source;
    if (has(Unnest)) {
        PostgresArray ids, names, phones, actives;
        for (const Customer& customer : wanted) {
            ids.append(customer.id.value);
            names.append(customer.name);
            phones.append(customer.phone);
            actives.append(customer.isActive);
        }
        const QStringList places = {statement.bind(std::move(ids).toValue()),
                                    statement.bind(std::move(names).toValue()),
                                    statement.bind(std::move(phones).toValue()),
                                    statement.bind(std::move(actives).toValue())};
        source = u"unnest(%1::bigint[], %2::text[], %3::text[], %4::bool[])"_s.arg(
            places[0], places[1], places[2], places[3]);
    } else {
        QStringList rows;
        for (const Customer& customer : wanted) {
            const QStringList places = {
                statement.bind(customer.id.value), statement.bind(customer.name),
                statement.bind(toValue(customer.phone)), statement.bind(customer.isActive)};
            rows += u"(%1::bigint, %2::text, %3::text, %4::bool)"_s.arg(places[0], places[1],
                                                                        places[2], places[3]);
        }
        source = u"(VALUES %1)"_s.arg(rows.join(u", "_s));
    }
    statement.sql = u"UPDATE customer c SET name = t.n, phone = t.p, is_active = t.a,"
                    " updated_at = CURRENT_TIMESTAMP"
                    " FROM "_s +
                    source + u" AS t(i, n, p, a) WHERE c.id = t.i"_s;
    auto updated = m_session.executeWrite(statement.sql, statement.parameters);
    return updated ? Result<>() : updated.error();
}

} // namespace clientele
