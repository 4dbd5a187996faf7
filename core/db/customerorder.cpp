// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/customerorder.h"

#include "core/db/moments.h"
#include "core/domain/searchtext.h"

#include <algorithm>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

/// The name without its case and accents, as the index of migration 0003 has it.
const auto foldedName = u"coalesce(substr(%1search_text, 1, instr(%1search_text, char(10)) - 1),"
                        " %1name)"_s;

const std::optional<Timestamp>& momentOf(CustomerField field, const Customer& customer)
{
    return field == CustomerField::CreatedAt ? customer.createdAt : customer.updatedAt;
}

} // namespace

CustomerOrder::CustomerOrder(const CustomerTable& table, const QList<SortKey>& keys)
    : m_table(table)
{
    for (const SortKey& key : keys) {
        m_terms += termsOf(key);
        if (m_table.isUnique(key.field))
            return; // nothing ties after it
    }
    m_terms +=
        Term{.field = CustomerField::Id, .descending = !keys.isEmpty() && keys.first().descending};
}

QList<CustomerOrder::Term> CustomerOrder::termsOf(const SortKey& key) const
{
    const bool canBeNull = key.field == CustomerField::Phone ||
                           key.field == CustomerField::CreatedAt ||
                           key.field == CustomerField::UpdatedAt;
    const Term term{.field = key.field,
                    .descending = key.descending,
                    .nullable = canBeNull && !m_table.required.contains(key.field)};
    if (key.field != CustomerField::Name || !m_table.foldedNameIndexed)
        return {term};
    Term folded = term;
    folded.folded = true;
    return {folded, term};
}

QString CustomerOrder::expression(const Term& term, const QString& alias) const
{
    const QString of = alias.isEmpty() ? QString() : alias + u'.';
    const QString column = of + fieldName(term.field);
    const bool sqlite = m_table.engine == Engine::Sqlite;
    switch (term.field) {
    case CustomerField::IsActive: // NULL is shown, and counts, as inactive
        return m_table.required.contains(term.field)
                   ? column
                   : u"coalesce(%1, %2)"_s.arg(column, sqlite ? u"0"_s : u"false"_s);
    case CustomerField::Name:
        if (m_table.foldedNameIndexed)
            return term.folded ? foldedName.arg(of) : column;
        break;
    case CustomerField::Email:
        if (sqlite && m_table.foldedEmailIndexed)
            return u"lower(%1)"_s.arg(column);
        break;
    case CustomerField::Phone:
        break;
    default:
        return column;
    }
    return sqlite ? column + u" COLLATE NOCASE"_s : column;
}

QString CustomerOrder::orderBy(bool reversed, const QString& alias) const
{
    QStringList terms;
    for (const Term& term : m_terms) {
        const bool descending = term.descending != reversed;
        QString words = expression(term, alias) + (descending ? u" DESC"_s : u" ASC"_s);
        if (term.nullable)
            words += descending ? u" NULLS FIRST"_s : u" NULLS LAST"_s;
        terms += words;
    }
    return u" ORDER BY "_s + terms.join(u", "_s);
}

bool CustomerOrder::isNull(const Term& term, const Customer& anchor) const
{
    if (!term.nullable)
        return false;
    return term.field == CustomerField::Phone ? !anchor.phone : !momentOf(term.field, anchor);
}

/// SQLite compares the text, and one moment can be written with or without its zeros: so the
/// anchor's own text counts while it says the same. What is no moment to us ("infinity") is known
/// to the row alone.
QString CustomerOrder::bindMoment(CustomerField field, const Customer& anchor,
                                  Statement& statement) const
{
    const auto& moment = momentOf(field, anchor);
    const bool sqlite = m_table.engine == Engine::Sqlite;
    const QString value =
        moment || sqlite
            ? moments::expression(m_table.engine, moment.value_or(Timestamp()), statement)
            : u"timestamptz 'infinity'"_s;
    if (moment && !sqlite)
        return value;
    QString own = u"SELECT %1 FROM customer WHERE id = %2"_s.arg(fieldName(field),
                                                                 statement.bind(anchor.id.value));
    if (moment)
        own += u" AND coalesce(julianday(%1) = julianday(%2), 1)"_s.arg(fieldName(field), value);
    return u"coalesce((%1), %2)"_s.arg(own, value);
}

QString CustomerOrder::bind(const Term& term, const Customer& anchor, Statement& statement) const
{
    switch (term.field) {
    case CustomerField::Id:
        return statement.bind(anchor.id.value);
    case CustomerField::Name: {
        if (!term.folded)
            return statement.bind(anchor.name);
        // Other programs' rows may be folded otherwise than we would.
        const QString name = searchText(anchor.name, {}, {}).section(u'\n', 0, 0);
        return u"coalesce((SELECT %1 FROM customer WHERE id = %2 AND name = %3), %4)"_s.arg(
            foldedName.arg(QString()), statement.bind(anchor.id.value), statement.bind(anchor.name),
            statement.bind(name));
    }
    case CustomerField::Email: {
        const QString value = statement.bind(anchor.email);
        return m_table.engine == Engine::Sqlite && m_table.foldedEmailIndexed
                   ? u"lower(%1)"_s.arg(value)
                   : value;
    }
    case CustomerField::Phone:
        return statement.bind(anchor.phone.value_or(QString()));
    case CustomerField::IsActive:
        return statement.bind(anchor.isActive);
    case CustomerField::CreatedAt:
    case CustomerField::UpdatedAt:
        break;
    }
    return bindMoment(term.field, anchor, statement);
}

/// One comparison of rows is one range of an index. It takes keys of one direction, and that no
/// NULL comes behind the anchor, which no comparison finds: they are first in descending order.
/// Else: greater in one key and equal in all before it.
QString CustomerOrder::beyond(const Customer& anchor, bool reversed, Edge edge,
                              Statement& statement) const
{
    QStringList columns, values;
    for (const Term& term : m_terms) {
        columns += expression(term);
        values += isNull(term, anchor) ? QString() : bind(term, anchor, statement);
    }
    const bool descends = m_terms.first().descending != reversed;
    const QString sign = descends ? u"<"_s : u">"_s;
    const bool isRange = std::ranges::all_of(m_terms, [&](const Term& term) {
        return term.descending == m_terms.first().descending && !isNull(term, anchor) &&
               (descends || !term.nullable);
    });
    // SQLite seeks an expression in no comparison of rows; and neither engine in alternatives.
    const bool hasBound =
        m_terms.size() > 1 && !values.first().isEmpty() && (descends || !m_terms.first().nullable);
    const QString bound =
        hasBound ? u"%1 %2= %3 AND "_s.arg(columns.first(), sign, values.first()) : QString();
    if (isRange) {
        const bool seeksRows = m_table.engine == Engine::PostgreSql ||
                               columns.first() == fieldName(m_terms.first().field);
        return u"%1(%2) %3%4 (%5)"_s.arg(seeksRows ? QString() : bound, columns.join(u", "_s), sign,
                                         edge == Edge::With ? u"="_s : QString(),
                                         values.join(u", "_s));
    }
    QStringList alternatives;
    QStringList equal;
    for (qsizetype i = 0; i < m_terms.size(); ++i) {
        const Term& term = m_terms[i];
        const bool descending = term.descending != reversed;
        QStringList after = equal;
        if (isNull(term, anchor)) {
            after += descending ? columns[i] + u" IS NOT NULL"_s : u"1 = 0"_s;
            equal += columns[i] + u" IS NULL"_s;
        } else {
            QString greater =
                u"%1 %2 %3"_s.arg(columns[i], descending ? u"<"_s : u">"_s, values[i]);
            if (!descending && term.nullable)
                greater = u"(%1 OR %2 IS NULL)"_s.arg(greater, columns[i]);
            after += greater;
            equal += u"%1 = %2"_s.arg(columns[i], values[i]);
        }
        alternatives += u'(' + after.join(u" AND "_s) + u')';
    }
    if (edge == Edge::With)
        alternatives += u'(' + equal.join(u" AND "_s) + u')';
    return bound + u'(' + alternatives.join(u" OR "_s) + u')';
}

bool CustomerOrder::walksIndex() const
{
    QStringList wanted;
    for (const Term& term : m_terms) {
        if (term.nullable || term.descending != m_terms.first().descending)
            return false;
        wanted += TableCatalogue::word(expression(term));
    }
    if (m_table.engine == Engine::Sqlite && wanted == QStringList{fieldName(CustomerField::Id)})
        return true; // the table itself
    return std::ranges::any_of(m_table.indexes, [&](const TableCatalogue::Index& index) {
        QStringList keys = index.keys;
        // SQLite's indexes end in the number of the row; and what is unique is sorted in no time.
        if (m_table.engine == Engine::Sqlite || index.unique)
            keys += fieldName(CustomerField::Id);
        return keys.size() >= wanted.size() && keys.first(wanted.size()) == wanted;
    });
}

} // namespace clientele
