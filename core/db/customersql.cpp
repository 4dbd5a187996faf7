// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/customersql.h"

#include "core/db/customerorder.h"

#include <algorithm>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

/// " WHERE …" of those conditions that there are.
QString joined(QStringList conditions)
{
    conditions.removeAll(QString());
    return conditions.isEmpty() ? QString() : u" WHERE "_s + conditions.join(u" AND "_s);
}

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
        const QString moment = m_form == Form::Cells ? u"%1%2::timestamptz"_s
                                                     : u"extract(epoch FROM %1%2::timestamptz)"_s;
        for (const auto& column : {u"created_at"_s, u"updated_at"_s})
            list += moment.arg(of, column);
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

CustomerSql::Slice CustomerSql::sliceOf(const PageRequest& request)
{
    Slice slice{.reversed = isReversed(request), .limit = request.limit};
    if (request.where == PageRequest::Where::From || request.where == PageRequest::Where::Offset)
        slice.skip = request.offset;
    if (request.where == PageRequest::Where::Offset && slice.reversed) {
        slice.limit = std::min<qint64>(slice.limit, request.total - request.offset);
        slice.skip = request.total - request.offset - slice.limit;
    }
    return slice;
}

/// Where the page begins, as a condition.
QString CustomerSql::edge(const CustomerQuery& query, const PageRequest& request,
                          Statement& statement) const
{
    if (!isAnchored(request))
        return {};
    const auto edge = request.where == PageRequest::Where::From ? CustomerOrder::Edge::With
                                                                : CustomerOrder::Edge::Without;
    return CustomerOrder(m_table, query.sort)
        .beyond(*request.anchor, isReversed(request), edge, statement);
}

Statement CustomerSql::page(const CustomerQuery& query, const PageRequest& request, SearchPlan plan,
                            const TrigramCounts* trigrams) const
{
    const Slice slice = sliceOf(request);
    const CustomerOrder order(m_table, query.sort);
    Statement statement;
    const QString conditions = searchsql::where(m_table, query, plan, statement, trigrams);
    QString rows = u" FROM customer"_s + joined({conditions, edge(query, request, statement)});
    if (plan == SearchPlan::Gather && m_table.engine == Engine::PostgreSql)
        rows = u" FROM (SELECT *%1 OFFSET 0) customer"_s.arg(rows); // no planner looks past that
    const QString limited =
        order.orderBy(slice.reversed) + u" LIMIT "_s + statement.bind(slice.limit);
    if (slice.skip == 0) {
        statement.sql = u"SELECT "_s + columns() + rows + limited;
        return statement;
    }
    // Only the index is walked to the place; the rows themselves are read for what is shown.
    statement.sql =
        u"SELECT %1 FROM (SELECT id%2%3 OFFSET %4) k JOIN customer c ON c.id = k.id%5"_s.arg(
            columns(u"c"_s), rows, limited, statement.bind(slice.skip),
            order.orderBy(slice.reversed, u"c"_s));
    return statement;
}

Statement CustomerSql::walk(const CustomerQuery& query, const PageRequest& request,
                            qint64 rows) const
{
    const Slice slice = sliceOf(request);
    const QString order = CustomerOrder(m_table, query.sort).orderBy(slice.reversed);
    Statement statement;
    const QString path = u"SELECT * FROM customer"_s + joined({edge(query, request, statement)}) +
                         order + u" LIMIT "_s + statement.bind(rows);
    const QString conditions = searchsql::where(m_table, query, SearchPlan::Walk, statement);
    // SQLite would sort once more what comes in order.
    const QString ordered = m_table.engine == Engine::PostgreSql ? order : QString();
    statement.sql = u"SELECT %1 FROM (%2) customer%3%4 LIMIT %5 OFFSET %6"_s.arg(
        columns(), path, joined({conditions}), ordered, statement.bind(slice.limit),
        statement.bind(slice.skip));
    return statement;
}

QString CustomerSql::from(const CustomerQuery& query, Statement& statement) const
{
    return u" FROM customer"_s +
           joined({searchsql::where(m_table, query, SearchPlan::Planner, statement)});
}

Statement CustomerSql::byId(CustomerId id) const
{
    Statement statement;
    statement.sql =
        u"SELECT %1 FROM customer WHERE id = %2"_s.arg(columns(), statement.bind(id.value));
    return statement;
}

Statement CustomerSql::all(const CustomerQuery& query) const
{
    Statement statement;
    statement.sql = u"SELECT "_s + columns() + from(query, statement) +
                    CustomerOrder(m_table, query.sort).orderBy(false);
    return statement;
}

Statement CustomerSql::survey(const CustomerQuery& query, qint64 step,
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
    const QString every = statement.bind(step);
    const QString wanted =
        landmark ? u" OR id = "_s + statement.bind(landmark->id.value) : QString();
    statement.sql =
        u"SELECT %1, k.n FROM (SELECT id, n FROM (SELECT id, row_number() OVER w AS n,"
        " lead(id) OVER w AS next%2 WINDOW w AS (%3)) o"
        " WHERE n % %4 = 1 OR next IS NULL%5) k JOIN customer c ON c.id = k.id ORDER BY k.n"_s.arg(
            columns(u"c"_s), rows, order.orderBy(false), every, wanted);
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

/// Each of them is looked at: an index on words would look for all who match.
Statement CustomerSql::among(const CustomerQuery& query, const QString& which,
                             Statement statement) const
{
    const QString conditions = searchsql::where(m_table, query, SearchPlan::Walk, statement);
    statement.sql = u"SELECT id FROM customer"_s + joined({which, conditions});
    return statement;
}

} // namespace clientele
