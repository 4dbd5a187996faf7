// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/customersql.h"

#include <algorithm>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

/// The keys with id behind them, in the direction of the first, so that the order is one of all
/// rows.
QList<SortKey> completed(const QList<SortKey>& keys)
{
    QList<SortKey> all;
    for (const SortKey& key : keys) {
        all += key;
        if (key.field == CustomerField::Id)
            return all; // nothing ties after it
    }
    all += {CustomerField::Id, !keys.isEmpty() && keys.first().descending};
    return all;
}

bool canBeNull(CustomerField field)
{
    return field == CustomerField::Phone || field == CustomerField::CreatedAt ||
           field == CustomerField::UpdatedAt;
}

bool isNull(CustomerField field, const Customer& customer)
{
    switch (field) {
    case CustomerField::Phone:
        return !customer.phone;
    case CustomerField::CreatedAt:
        return !customer.createdAt;
    case CustomerField::UpdatedAt:
        return !customer.updatedAt;
    default:
        return false;
    }
}

std::optional<Customer> anchorOf(const PageRequest& request)
{
    const bool anchored =
        request.where == PageRequest::Where::After || request.where == PageRequest::Where::Before;
    return anchored ? request.anchor : std::nullopt;
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

QString CustomerSql::now() const
{
    return m_table.engine == Engine::PostgreSql ? u"CURRENT_TIMESTAMP"_s
                                                : u"strftime('%Y-%m-%d %H:%M:%f', 'now')"_s;
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

QString CustomerSql::moment(Timestamp timestamp, Statement& statement) const
{
    if (m_table.engine == Engine::PostgreSql) {
        return u"(timestamptz 'epoch' + %1::bigint * interval '1 microsecond')"_s.arg(
            statement.bind(timestamp.microseconds));
    }
    // As text, to the precision that the column's text has: a prefix sorts before what it begins.
    QString text = timestamp.toDateTime().toString(u"yyyy-MM-dd HH:mm:ss"_s);
    const qint64 fraction = ((timestamp.microseconds % 1000000) + 1000000) % 1000000;
    if (fraction != 0) {
        text += u'.' + (fraction % 1000 == 0 ? u"%1"_s.arg(fraction / 1000, 3, 10, QChar(u'0'))
                                             : u"%1"_s.arg(fraction, 6, 10, QChar(u'0')));
    }
    return statement.bind(text);
}

QString CustomerSql::range(const QString& column, const TimeRange& range,
                           Statement& statement) const
{
    QStringList conditions;
    if (range.from)
        conditions += u"%1 >= %2"_s.arg(column, moment(*range.from, statement));
    if (range.until)
        conditions += u"%1 < %2"_s.arg(column, moment(*range.until, statement));
    return conditions.join(u" AND "_s);
}

QString CustomerSql::where(const CustomerQuery& query, SearchPlan plan, Statement& statement) const
{
    QStringList conditions = searchsql::conditions(m_table, query.words(), plan, statement);
    if (query.active == ActiveFilter::Active)
        conditions += u"is_active"_s;
    else if (query.active == ActiveFilter::Inactive)
        conditions += u"NOT coalesce(is_active, %1)"_s.arg(
            m_table.engine == Engine::PostgreSql ? u"false"_s : u"0"_s);
    if (!query.created.isOpen())
        conditions += range(u"created_at"_s, query.created, statement);
    if (!query.updated.isOpen())
        conditions += range(u"updated_at"_s, query.updated, statement);
    return conditions.join(u" AND "_s);
}

QString CustomerSql::sortExpression(CustomerField field, const QString& alias) const
{
    QString column = (alias.isEmpty() ? QString() : alias + u'.') + fieldName(field);
    if (m_table.engine == Engine::Sqlite &&
        (field == CustomerField::Name || field == CustomerField::Email ||
         field == CustomerField::Phone))
        return column + u" COLLATE NOCASE"_s;
    return column;
}

QString CustomerSql::orderBy(const QList<SortKey>& keys, bool reversed, const QString& alias) const
{
    QStringList terms;
    for (const SortKey& key : completed(keys)) {
        const bool descending = key.descending != reversed;
        QString term = sortExpression(key.field, alias) + (descending ? u" DESC"_s : u" ASC"_s);
        if (canBeNull(key.field))
            term += descending ? u" NULLS FIRST"_s : u" NULLS LAST"_s;
        terms += term;
    }
    return u" ORDER BY "_s + terms.join(u", "_s);
}

QString CustomerSql::bindField(CustomerField field, const Customer& customer,
                               Statement& statement) const
{
    switch (field) {
    case CustomerField::Id:
        return statement.bind(customer.id.value);
    case CustomerField::Name:
        return statement.bind(customer.name);
    case CustomerField::Email:
        return statement.bind(customer.email);
    case CustomerField::Phone:
        return statement.bind(customer.phone.value_or(QString()));
    case CustomerField::IsActive:
        return statement.bind(customer.isActive);
    case CustomerField::CreatedAt:
    case CustomerField::UpdatedAt:
        break;
    }
    const auto& timestamp =
        field == CustomerField::CreatedAt ? customer.createdAt : customer.updatedAt;
    QString value = moment(timestamp.value_or(Timestamp()), statement);
    if (m_table.engine == Engine::PostgreSql)
        return value;
    // SQLite compares the text, and one moment can be written with or without its zeros.
    return u"coalesce((SELECT %1 FROM customer WHERE id = %2), %3)"_s.arg(
        fieldName(field), statement.bind(customer.id.value), value);
}

/// The condition that a row comes after @p anchor: greater in one key and equal in all before it.
/// NULL is greater than everything, in either direction.
QString CustomerSql::beyond(const QList<SortKey>& keys, const Customer& anchor, bool reversed,
                            Statement& statement) const
{
    const QList<SortKey> all = completed(keys);
    const bool alike = std::ranges::all_of(all, [&](const SortKey& key) {
        return key.descending == all.first().descending && !canBeNull(key.field) &&
               key.field != CustomerField::IsActive;
    });
    if (alike) { // one comparison of rows is one range of the index
        QStringList left, right;
        for (const SortKey& key : all) {
            left += sortExpression(key.field, {});
            right += bindField(key.field, anchor, statement);
        }
        const bool less = all.first().descending != reversed;
        return u"(%1) %2 (%3)"_s.arg(left.join(u", "_s), less ? u"<"_s : u">"_s,
                                     right.join(u", "_s));
    }
    QStringList alternatives;
    QStringList equal;
    for (const SortKey& key : all) {
        const QString column =
            key.field == CustomerField::IsActive && m_table.engine == Engine::PostgreSql
                ? u"coalesce(is_active, false)"_s
                : sortExpression(key.field, {});
        const bool descending = key.descending != reversed;
        const bool null = isNull(key.field, anchor);
        QStringList after = equal;
        if (null) {
            after += descending ? column + u" IS NOT NULL"_s : u"1 = 0"_s;
            equal += column + u" IS NULL"_s;
        } else {
            const QString value = bindField(key.field, anchor, statement);
            QString beyondValue = u"%1 %2 %3"_s.arg(column, descending ? u"<"_s : u">"_s, value);
            if (!descending && canBeNull(key.field))
                beyondValue = u"(%1 OR %2 IS NULL)"_s.arg(beyondValue, column);
            after += beyondValue;
            equal += u"%1 = %2"_s.arg(column, value);
        }
        alternatives += u'(' + after.join(u" AND "_s) + u')';
    }
    return u'(' + alternatives.join(u" OR "_s) + u')';
}

bool CustomerSql::isReversed(const PageRequest& request)
{
    switch (request.where) {
    case PageRequest::Where::After:
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
    if (request.where == PageRequest::Where::Offset) {
        skip = request.offset;
        if (reversed) {
            limit = std::min<qint64>(limit, request.total - request.offset);
            skip = request.total - request.offset - limit;
        }
    }
    Statement statement;
    const QString conditions = where(query, plan, statement);
    const QString edge = bound ? beyond(query.sort, *bound, !reversed, statement) : QString();
    return slice(std::move(statement), query.sort, {conditions, edge}, anchorOf(request), reversed,
                 skip, limit);
}

Statement CustomerSql::boundary(const CustomerQuery& query, const PageRequest& request,
                                qint64 rows) const
{
    return slice({}, query.sort, {}, anchorOf(request), isReversed(request), rows, 1);
}

Statement CustomerSql::slice(Statement statement, const QList<SortKey>& sort,
                             QStringList conditions, const std::optional<Customer>& anchor,
                             bool reversed, qint64 skip, qint64 limit) const
{
    if (anchor)
        conditions += beyond(sort, *anchor, reversed, statement);
    conditions.removeAll(QString());
    const QString from =
        u" FROM customer"_s +
        (conditions.isEmpty() ? QString() : u" WHERE "_s + conditions.join(u" AND "_s));
    const QString order = orderBy(sort, reversed);
    const QString limited = u" LIMIT "_s + statement.bind(limit);
    if (skip == 0) {
        statement.sql = u"SELECT "_s + columns() + from + order + limited;
        return statement;
    }
    // Only the index is walked to the place; the rows themselves are read for what is shown.
    statement.sql =
        u"SELECT %1 FROM (SELECT id%2%3%4 OFFSET %5) k JOIN customer c ON c.id = k.id%6"_s.arg(
            columns(u"c"_s), from, order, limited, statement.bind(skip),
            orderBy(sort, reversed, u"c"_s));
    return statement;
}

Statement CustomerSql::all(const CustomerQuery& query) const
{
    Statement statement;
    const QString conditions = where(query, SearchPlan::Index, statement);
    statement.sql = u"SELECT "_s + columns() + u" FROM customer"_s +
                    (conditions.isEmpty() ? QString() : u" WHERE "_s + conditions) +
                    orderBy(query.sort, false);
    return statement;
}

Statement CustomerSql::count(const CustomerQuery& query) const
{
    Statement statement;
    CustomerQuery others = query;
    others.text.clear();
    if (others.matchesAll() && searchsql::isFullTextOnly(m_table, query.words())) {
        // The index alone knows; the rows need not be looked at.
        statement.sql =
            u"SELECT count(*) FROM customer_search WHERE customer_search MATCH %1"_s.arg(
                statement.bind(searchsql::fullTextExpression(query.words())));
        return statement;
    }
    const QString conditions = where(query, SearchPlan::Index, statement);
    statement.sql = u"SELECT count(*) FROM customer"_s +
                    (conditions.isEmpty() ? QString() : u" WHERE "_s + conditions);
    return statement;
}

std::optional<Statement> CustomerSql::probe(const CustomerQuery& query, qint64 limit) const
{
    if (!searchsql::usesFullText(m_table, query.words()))
        return std::nullopt;
    Statement statement;
    statement.sql =
        u"SELECT count(*) FROM (SELECT 1 FROM customer_search"
        " WHERE customer_search MATCH %1 LIMIT %2)"_s.arg(
            statement.bind(searchsql::fullTextExpression(query.words())), statement.bind(limit));
    return statement;
}

} // namespace clientele
