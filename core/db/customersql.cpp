// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/customersql.h"

#include "core/db/customerorder.h"

#include <algorithm>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

bool isAnchored(const PageRequest& request)
{
    using enum PageRequest::Where;
    return request.anchor &&
           (request.where == After || request.where == From || request.where == Before);
}

} // namespace

QString CustomerSql::columns(const QString& alias) const
{
    const QString of = alias.isEmpty() ? QString() : alias + u'.';
    QStringList list = {of + u"id"_s, of + u"name"_s, of + u"email"_s, of + u"phone"_s};
    if (m_table.engine == Engine::PostgreSql) {
        list += u"coalesce(%1is_active, false)"_s.arg(of);
        // A moment without a zone is meant in the session's, as CURRENT_TIMESTAMP wrote it. As
        // seconds, to the microsecond; planning anything more takes longer than reading the row.
        for (const auto& column : {u"created_at"_s, u"updated_at"_s})
            list += u"extract(epoch FROM %1%2::timestamptz)"_s.arg(of, column);
    } else {
        list += {u"coalesce(%1is_active, 0)"_s.arg(of), of + u"created_at"_s, of + u"updated_at"_s};
    }
    return list.join(u", "_s);
}

Customer CustomerSql::readCustomer(const Row& row)
{
    // SQLite keeps moments as text, PostgreSQL's come as seconds; infinity is no moment.
    const auto timestamp = [&](int column) -> std::optional<Timestamp> {
        const QString text = row.text(column);
        return text.contains(u':') ? Timestamp::fromText(text) : Timestamp::fromSeconds(text);
    };
    return {.id = {row.integer(0)},
            .name = row.text(1),
            .email = row.text(2),
            .phone = row.optionalText(3),
            .isActive = row.boolean(4),
            .createdAt = timestamp(5),
            .updatedAt = timestamp(6)};
}

std::vector<Customer> CustomerSql::readCustomers(const Rows& rows)
{
    std::vector<Customer> customers;
    customers.reserve(static_cast<size_t>(rows.count()));
    for (int i = 0; i < rows.count(); ++i)
        customers.push_back(readCustomer(rows.at(i)));
    return customers;
}

bool CustomerSql::isReversed(const PageRequest& request)
{
    switch (request.where) {
    case PageRequest::Where::After:
    case PageRequest::Where::From:
        return false;
    case PageRequest::Where::Before:
    case PageRequest::Where::Last:
        return true;
    case PageRequest::Where::Offset:
        return request.total > 0 && request.offset > request.total / 2 &&
               request.offset < request.total;
    }
    return false;
}

Statement CustomerSql::page(const CustomerQuery& query, const PageRequest& request, SearchPlan plan,
                            const std::optional<Customer>& bound) const
{
    qint64 limit = request.limit;
    qint64 skip = 0;
    const bool reversed = isReversed(request);
    if (request.where == PageRequest::Where::From)
        skip = request.offset;
    if (request.where == PageRequest::Where::Offset) {
        skip = request.offset;
        if (reversed) {
            limit = std::min<qint64>(limit, request.total - request.offset);
            skip = request.total - request.offset - limit;
        }
    }
    Statement statement;
    const QString conditions = searchsql::where(m_table, query, plan, statement);
    const CustomerOrder order(m_table, query.sort);
    const QString edge =
        bound ? order.beyond(*bound, !reversed, CustomerOrder::Edge::Without, statement)
              : QString();
    return slice(std::move(statement), query.sort, {conditions, edge}, request, skip, limit);
}

Statement CustomerSql::boundary(const CustomerQuery& query, const PageRequest& request,
                                qint64 rows) const
{
    return slice({}, query.sort, {}, request, rows, 1);
}

Statement CustomerSql::slice(Statement statement, const QList<SortKey>& sort,
                             QStringList conditions, const PageRequest& request, qint64 skip,
                             qint64 limit) const
{
    const CustomerOrder order(m_table, sort);
    const bool reversed = isReversed(request);
    if (isAnchored(request)) {
        const auto edge = request.where == PageRequest::Where::From ? CustomerOrder::Edge::With
                                                                    : CustomerOrder::Edge::Without;
        conditions += order.beyond(*request.anchor, reversed, edge, statement);
    }
    conditions.removeAll(QString());
    const QString from =
        u" FROM customer"_s +
        (conditions.isEmpty() ? QString() : u" WHERE "_s + conditions.join(u" AND "_s));
    const QString limited = u" LIMIT "_s + statement.bind(limit);
    if (skip == 0) {
        statement.sql = u"SELECT "_s + columns() + from + order.orderBy(reversed) + limited;
        return statement;
    }
    // Only the index is walked to the place; the rows themselves are read for what is shown.
    statement.sql =
        u"SELECT %1 FROM (SELECT id%2%3%4 OFFSET %5) k JOIN customer c ON c.id = k.id%6"_s.arg(
            columns(u"c"_s), from, order.orderBy(reversed), limited, statement.bind(skip),
            order.orderBy(reversed, u"c"_s));
    return statement;
}

QString CustomerSql::from(const CustomerQuery& query, Statement& statement) const
{
    const QString conditions = searchsql::where(m_table, query, SearchPlan::Index, statement);
    return u" FROM customer"_s + (conditions.isEmpty() ? QString() : u" WHERE "_s + conditions);
}

Statement CustomerSql::all(const CustomerQuery& query) const
{
    Statement statement;
    statement.sql = u"SELECT "_s + columns() + from(query, statement) +
                    CustomerOrder(m_table, query.sort).orderBy(false);
    return statement;
}

Statement CustomerSql::survey(const CustomerQuery& query,
                              const std::optional<Customer>& landmark) const
{
    const CustomerOrder order(m_table, query.sort);
    Statement statement;
    const QString rows = from(query, statement);
    if (m_table.engine == Engine::Sqlite) {
        QStringList list;
        for (const CustomerField field :
             {CustomerField::Id, CustomerField::Name, CustomerField::Email, CustomerField::Phone,
              CustomerField::IsActive, CustomerField::CreatedAt, CustomerField::UpdatedAt}) {
            const bool used = field == CustomerField::Id ||
                              std::ranges::any_of(query.sort, [field](const SortKey& key) {
                                  return key.field == field;
                              });
            list += used ? fieldName(field) : u"NULL"_s;
        }
        statement.sql = u"SELECT "_s + list.join(u", "_s) + rows + order.orderBy(false);
        return statement;
    }
    const QString step = statement.bind(CustomerSurvey::step);
    const QString wanted =
        landmark ? u" OR id = "_s + statement.bind(landmark->id.value) : QString();
    statement.sql =
        u"SELECT %1, k.n FROM (SELECT id, n FROM (SELECT id, row_number() OVER w AS n,"
        " lead(id) OVER w AS next%2 WINDOW w AS (%3)) o"
        " WHERE n % %4 = 1 OR next IS NULL%5) k JOIN customer c ON c.id = k.id ORDER BY k.n"_s.arg(
            columns(u"c"_s), rows, order.orderBy(false), step, wanted);
    return statement;
}

Statement CustomerSql::rank(const CustomerQuery& query, const Customer& landmark) const
{
    Statement statement;
    const QString rows = from(query, statement);
    statement.sql = u"SELECT count(*)"_s + rows +
                    (rows.contains(u" WHERE "_s) ? u" AND "_s : u" WHERE "_s) +
                    CustomerOrder(m_table, query.sort)
                        .beyond(landmark, true, CustomerOrder::Edge::Without, statement);
    return statement;
}

std::optional<Statement> CustomerSql::estimate(const CustomerQuery& query) const
{
    Statement statement;
    if (m_table.engine == Engine::PostgreSql)
        statement.sql = u"EXPLAIN SELECT 1"_s + from(query, statement);
    else if (query.matchesAll()) // deleted customers are counted too
        statement.sql = u"SELECT max(id) - min(id) + 1 FROM customer"_s;
    else
        return std::nullopt;
    return statement;
}

Statement CustomerSql::count(const CustomerQuery& query) const
{
    Statement statement;
    if (searchsql::isFullTextOnly(m_table, query)) {
        // The index alone knows; the rows need not be looked at.
        statement.sql =
            u"SELECT count(*) FROM customer_search WHERE customer_search MATCH %1"_s.arg(
                statement.bind(searchsql::fullTextExpression(query)));
        return statement;
    }
    statement.sql = u"SELECT count(*)"_s + from(query, statement);
    return statement;
}

std::optional<Statement> CustomerSql::probe(const CustomerQuery& query, qint64 limit) const
{
    if (!searchsql::usesFullText(m_table, query))
        return std::nullopt;
    Statement statement;
    statement.sql =
        u"SELECT count(*) FROM (SELECT 1 FROM customer_search"
        " WHERE customer_search MATCH %1 LIMIT %2)"_s.arg(
            statement.bind(searchsql::fullTextExpression(query)), statement.bind(limit));
    return statement;
}

} // namespace clientele
