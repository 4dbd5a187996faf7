// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/customertable.h"

#include <QHash>
#include <QRegularExpression>

#include <array>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

struct Column
{
    QString type; // in lower case, without its length
    int limit = 0;
};

using Columns = QHash<QString, Column>;

Result<Columns> postgresColumns(Session& session)
{
    // A varchar's modifier is its length plus the four bytes of a header.
    auto rows = session.execute(
        u"SELECT a.attname::text, t.typname::text,"
        " CASE WHEN t.typname IN ('varchar', 'bpchar') AND a.atttypmod > 4 THEN a.atttypmod - 4 "
        "ELSE 0 END"
        " FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid"
        " WHERE a.attrelid = to_regclass('customer') AND a.attnum > 0 AND NOT a.attisdropped"_s);
    if (!rows)
        return rows.error();
    Columns columns;
    for (int i = 0; i < rows->count(); ++i) {
        const Row row = rows->at(i);
        columns.insert(row.text(0), {row.text(1), static_cast<int>(row.integer(2))});
    }
    return columns;
}

Result<Columns> sqliteColumns(Session& session)
{
    auto rows = session.execute(u"SELECT name, lower(type) FROM pragma_table_xinfo('customer')"_s);
    if (!rows)
        return rows.error();
    static const QRegularExpression form(u"^([^(]*)(?:\\((\\d+)\\))?"_s);
    Columns columns;
    for (int i = 0; i < rows->count(); ++i) {
        const auto match = form.match(rows->at(i).text(1));
        columns.insert(rows->at(i).text(0),
                       {match.captured(1).trimmed(), match.captured(2).toInt()});
    }
    return columns;
}

Result<QStringList> indexDefinitions(Session& session)
{
    const bool postgres = session.engine() == Engine::PostgreSql;
    auto rows = session.execute(
        postgres
            ? u"SELECT pg_get_indexdef(indexrelid) FROM pg_index"
              " WHERE indrelid = to_regclass('customer') AND indpred IS NULL"_s
            // An index that a UNIQUE in the table made has no SQL of its own.
            : u"SELECT CASE WHEN l.\"unique\" THEN 'CREATE UNIQUE INDEX ' ELSE 'CREATE INDEX ' END"
              " || coalesce(substr(m.sql, instr(m.sql, ' ON ')),"
              " ' ON customer (' || (SELECT group_concat(name) FROM pragma_index_info(l.name)) || "
              "')')"
              " FROM pragma_index_list('customer') l LEFT JOIN sqlite_master m ON m.name = l.name"
              " WHERE l.partial = 0"_s);
    if (!rows)
        return rows.error();
    QStringList definitions;
    for (int i = 0; i < rows->count(); ++i)
        definitions += rows->at(i).text(0);
    return definitions;
}

Result<bool> tableExists(Session& session, const QString& table)
{
    auto rows = session.execute(session.engine() == Engine::PostgreSql
                                    ? u"SELECT to_regclass($1) IS NOT NULL"_s
                                    : u"SELECT count(*) FROM sqlite_master WHERE name = $1"_s,
                                std::array{Value(table)});
    if (!rows)
        return rows.error();
    return rows->at(0).boolean(0);
}

/// What keeps the table from being one of customers, or empty.
QString misfit(const Columns& columns, Engine engine)
{
    QStringList missing;
    for (const auto& name : {u"id"_s, u"name"_s, u"email"_s, u"phone"_s, u"created_at"_s,
                             u"updated_at"_s, u"is_active"_s}) {
        if (!columns.contains(name))
            missing += name;
    }
    if (!missing.isEmpty())
        return u"It has no column %1."_s.arg(missing.join(u", "_s));
    if (engine == Engine::Sqlite)
        return {}; // SQLite's types are no promise
    static const QStringList integers = {u"int8"_s, u"int4"_s, u"int2"_s};
    static const QStringList texts = {u"varchar"_s, u"text"_s, u"bpchar"_s, u"citext"_s};
    static const QStringList moments = {u"timestamp"_s, u"timestamptz"_s};
    const auto wrong = [&](const QString& name, const QStringList& types) {
        return !types.contains(columns[name].type);
    };
    QStringList faults;
    if (wrong(u"id"_s, integers))
        faults += u"id is no whole number"_s;
    for (const auto& name : {u"name"_s, u"email"_s, u"phone"_s}) {
        if (wrong(name, texts))
            faults += name + u" is no text"_s;
    }
    for (const auto& name : {u"created_at"_s, u"updated_at"_s}) {
        if (wrong(name, moments))
            faults += name + u" is no timestamp"_s;
    }
    if (wrong(u"is_active"_s, {u"bool"_s}))
        faults += u"is_active is no boolean"_s;
    return faults.isEmpty() ? QString() : u"Its column %1."_s.arg(faults.join(u", "_s));
}

} // namespace

Result<CustomerTable> CustomerTable::describe(Session& session)
{
    CustomerTable table{.engine = session.engine()};
    const bool postgres = table.engine == Engine::PostgreSql;
    auto columns = postgres ? postgresColumns(session) : sqliteColumns(session);
    if (!columns)
        return columns.error();
    if (columns->isEmpty())
        return table;
    table.problem = misfit(*columns, table.engine);
    table.state = table.problem.isEmpty() ? SchemaState::Ready : SchemaState::Foreign;
    if (table.state == SchemaState::Foreign)
        return table;

    table.nameLimit = columns->value(u"name"_s).limit;
    table.emailLimit = columns->value(u"email"_s).limit;
    table.phoneLimit = columns->value(u"phone"_s).limit;
    table.hasSearchText = columns->contains(u"search_text"_s);

    auto indexes = indexDefinitions(session);
    if (!indexes)
        return indexes.error();
    static const QRegularExpression foldedEmail(u"\\(lower\\(\\(?email\\)?(::text)?\\)\\)"_s);
    for (const QString& index : *indexes) {
        const bool unique = index.contains("UNIQUE"_L1);
        table.emailUnique |=
            unique && (index.contains("(email)"_L1) || index.contains(foldedEmail));
        table.foldedEmailIndexed |= index.contains(foldedEmail);
        table.hasTrigramIndex |= index.contains("(search_text gin_trgm_ops"_L1);
    }
    if (!postgres) {
        auto fullText = tableExists(session, u"customer_search"_s);
        if (!fullText)
            return fullText.error();
        table.hasTrigramIndex = table.hasSearchText && *fullText;
    }
    auto revisions = tableExists(session, u"clientele_revision"_s);
    if (!revisions)
        return revisions.error();
    if (*revisions) {
        auto newest = session.execute(u"SELECT max(revision) FROM clientele_revision"_s);
        // Somebody who was given the customers alone may still work with them.
        if (!newest && newest.error().kind != ErrorKind::PermissionDenied)
            return newest.error();
        if (newest)
            table.revision = newest->at(0).text(0);
    }
    return table;
}

} // namespace clientele
