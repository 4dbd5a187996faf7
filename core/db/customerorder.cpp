// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/customerorder.h"

#include "core/db/moments.h"

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

} // namespace

CustomerOrder::CustomerOrder(const CustomerTable& table, const QList<SortKey>& keys)
    : m_table(table), m_keys(completed(keys))
{}

QString CustomerOrder::expression(CustomerField field, const QString& alias) const
{
    QString column = (alias.isEmpty() ? QString() : alias + u'.') + fieldName(field);
    if (m_table.engine == Engine::Sqlite &&
        (field == CustomerField::Name || field == CustomerField::Email ||
         field == CustomerField::Phone))
        return column + u" COLLATE NOCASE"_s;
    return column;
}

QString CustomerOrder::orderBy(bool reversed, const QString& alias) const
{
    QStringList terms;
    for (const SortKey& key : m_keys) {
        const bool descending = key.descending != reversed;
        QString term = expression(key.field, alias) + (descending ? u" DESC"_s : u" ASC"_s);
        if (canBeNull(key.field))
            term += descending ? u" NULLS FIRST"_s : u" NULLS LAST"_s;
        terms += term;
    }
    return u" ORDER BY "_s + terms.join(u", "_s);
}

QString CustomerOrder::bind(CustomerField field, const Customer& customer,
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
    QString value = moments::expression(m_table.engine, timestamp.value_or(Timestamp()), statement);
    if (m_table.engine == Engine::PostgreSql)
        return value;
    // SQLite compares the text, and one moment can be written with or without its zeros.
    return u"coalesce((SELECT %1 FROM customer WHERE id = %2), %3)"_s.arg(
        fieldName(field), statement.bind(customer.id.value), value);
}

/// Greater in one key and equal in all before it. NULL is greater than everything, in either
/// direction.
QString CustomerOrder::beyond(const Customer& anchor, bool reversed, Edge edge,
                              Statement& statement) const
{
    const bool alike = std::ranges::all_of(m_keys, [&](const SortKey& key) {
        return key.descending == m_keys.first().descending && !canBeNull(key.field) &&
               key.field != CustomerField::IsActive;
    });
    if (alike) { // one comparison of rows is one range of the index
        QStringList left, right;
        for (const SortKey& key : m_keys) {
            left += expression(key.field, {});
            right += bind(key.field, anchor, statement);
        }
        const bool less = m_keys.first().descending != reversed;
        QString comparison = less ? u"<"_s : u">"_s;
        if (edge == Edge::With)
            comparison += u'=';
        return u"(%1) %2 (%3)"_s.arg(left.join(u", "_s), comparison, right.join(u", "_s));
    }
    QStringList alternatives;
    QStringList equal;
    for (const SortKey& key : m_keys) {
        const QString column =
            key.field == CustomerField::IsActive && m_table.engine == Engine::PostgreSql
                ? u"coalesce(is_active, false)"_s
                : expression(key.field, {});
        const bool descending = key.descending != reversed;
        QStringList after = equal;
        if (isNull(key.field, anchor)) {
            after += descending ? column + u" IS NOT NULL"_s : u"1 = 0"_s;
            equal += column + u" IS NULL"_s;
        } else {
            const QString value = bind(key.field, anchor, statement);
            QString beyondValue = u"%1 %2 %3"_s.arg(column, descending ? u"<"_s : u">"_s, value);
            if (!descending && canBeNull(key.field))
                beyondValue = u"(%1 OR %2 IS NULL)"_s.arg(beyondValue, column);
            after += beyondValue;
            equal += u"%1 = %2"_s.arg(column, value);
        }
        alternatives += u'(' + after.join(u" AND "_s) + u')';
    }
    if (edge == Edge::With)
        alternatives += u'(' + equal.join(u" AND "_s) + u')';
    return u'(' + alternatives.join(u" OR "_s) + u')';
}

} // namespace clientele
