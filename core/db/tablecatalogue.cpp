// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/tablecatalogue.h"

#include "core/db/errors.h"

#include <QRegularExpression>

#include <utility>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

// Each gives rows of (what, name or definition, type, length, NOT NULL).

// A varchar's modifier is its length plus the four bytes of a header.
const auto ofPostgres =
    u"SELECT 'column', a.attname::text, t.typname::text,"
    " CASE WHEN t.typname IN ('varchar', 'bpchar') AND a.atttypmod > 4 THEN a.atttypmod - 4 "
    "ELSE 0 END, a.attnotnull"
    " FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid"
    " WHERE a.attrelid = to_regclass('customer') AND a.attnum > 0 AND NOT a.attisdropped"
    " UNION ALL SELECT 'index', pg_get_indexdef(indexrelid), NULL, 0, false FROM pg_index"
    " WHERE indrelid = to_regclass('customer') AND indpred IS NULL"
    " UNION ALL SELECT 'table', 'clientele_revision', NULL, 0, false"
    " WHERE to_regclass('clientele_revision') IS NOT NULL"
    " UNION ALL SELECT 'table', 'clientele_import', NULL, 0, false"
    " WHERE to_regclass('clientele_import') IS NOT NULL"_s;

const auto ofStandard =
    u"SELECT 'column', column_name::text, udt_name::text, coalesce(character_maximum_length, 0),"
    " is_nullable = 'NO'"
    " FROM information_schema.columns"
    " WHERE table_schema = current_schema() AND table_name = 'customer'"
    " UNION ALL SELECT 'table', table_name::text, NULL, 0, false FROM information_schema.tables"
    " WHERE table_schema = current_schema()"
    " AND table_name IN ('clientele_revision', 'clientele_import')"_s;

const auto indexesOfView = u" UNION ALL SELECT 'index', indexdef, NULL, 0, false FROM pg_indexes"
                           " WHERE schemaname = current_schema() AND tablename = 'customer'"
                           " AND indexdef NOT LIKE '% WHERE %'"_s;

// Constraints alone: what else has an index, nobody can say.
const auto indexesOfStandard =
    u" UNION ALL SELECT 'index', 'UNIQUE (' || string_agg(k.column_name::text, ', ') || ')',"
    " NULL, 0, false FROM information_schema.table_constraints c"
    " JOIN information_schema.key_column_usage k"
    " ON k.constraint_schema = c.constraint_schema AND k.constraint_name = c.constraint_name"
    " WHERE c.table_schema = current_schema() AND c.table_name = 'customer'"
    " AND c.constraint_type IN ('UNIQUE', 'PRIMARY KEY') GROUP BY c.constraint_name"_s;

// An index that a UNIQUE in the table made has no SQL of its own.
const auto ofSqlite =
    u"SELECT 'column', name, lower(type), 0, \"notnull\" FROM pragma_table_xinfo('customer')"
    " UNION ALL SELECT 'index',"
    " CASE WHEN l.\"unique\" THEN 'CREATE UNIQUE INDEX ' ELSE 'CREATE INDEX ' END"
    " || coalesce(substr(m.sql, instr(m.sql, ' ON ')),"
    " ' ON customer (' || (SELECT group_concat(name) FROM pragma_index_info(l.name)) || ')'),"
    " NULL, 0, 0 FROM pragma_index_list('customer') l"
    " LEFT JOIN sqlite_master m ON m.name = l.name WHERE l.partial = 0"
    " UNION ALL SELECT 'table', name, NULL, 0, 0 FROM sqlite_master"
    " WHERE name IN ('clientele_revision', 'clientele_import', 'customer_search',"
    " 'customer_unfolded')"_s;

Result<Rows> ask(Session& session)
{
    if (session.engine() == Engine::Sqlite)
        return session.execute(ofSqlite);
    if (session.features().has(EngineFeature::Catalogue)) {
        auto rows = session.execute(ofPostgres);
        if (rows || !errors::isRefusal(rows.error()))
            return rows;
        session.features().lack(EngineFeature::Catalogue);
        if (session.inTransaction())
            return rows; // it has failed, and whoever began it does it again
    }
    auto rows = session.execute(ofStandard + indexesOfView);
    if (rows || !errors::isRefusal(rows.error()) || session.inTransaction())
        return rows;
    return session.execute(ofStandard + indexesOfStandard);
}

TableCatalogue::Column columnOf(const Row& row)
{
    // SQLite keeps the type as it was written.
    static const QRegularExpression form(u"^([^(]*)(?:\\((\\d+)\\))?"_s);
    const auto match = form.match(row.text(2));
    const int written = match.captured(2).toInt();
    return {.type = match.captured(1).trimmed(),
            .limit = written > 0 ? written : static_cast<int>(row.integer(3)),
            .required = row.boolean(4)};
}

/// Of "CREATE UNIQUE INDEX … (lower(email), id)".
TableCatalogue::Index indexOf(const QString& definition)
{
    TableCatalogue::Index index{.unique = definition.contains("UNIQUE"_L1), .keys = {}};
    QString key;
    int depth = 0;
    for (const QChar c : QStringView(definition).mid(definition.indexOf(u'('))) {
        depth += c == u'(' ? 1 : c == u')' ? -1 : 0;
        const bool ends = depth == 0 || (depth == 1 && c == u',');
        if (ends)
            index.keys += TableCatalogue::word(std::exchange(key, {}));
        else if (depth > 1 || c != u'(')
            key += c;
        if (depth == 0)
            break;
    }
    return index;
}

} // namespace

Result<TableCatalogue> TableCatalogue::read(Session& session)
{
    const auto rows = ask(session);
    if (!rows)
        return rows.error();
    TableCatalogue catalogue;
    for (int i = 0; i < rows->count(); ++i) {
        const Row row = rows->at(i);
        const QString what = row.text(0);
        if (what == "column"_L1)
            catalogue.columns.insert(row.text(1), columnOf(row));
        else if (what == "index"_L1 && !row.isNull(1)) // NULL where it was dropped meanwhile
            catalogue.indexes += indexOf(row.text(1));
        else if (what == "table"_L1)
            catalogue.tables += row.text(1);
    }
    return catalogue;
}

QString TableCatalogue::word(const QString& expression)
{
    static const QRegularExpression noise(u"::text|::character varying|\"|\\s+asc$"_s);
    static const QRegularExpression spaces(u"\\s"_s);
    static const QRegularExpression brackets(u"(?<!\\w)\\((\\w+)\\)"_s);
    return expression.toLower().trimmed().remove(noise).remove(spaces).replace(brackets, u"\\1"_s);
}

} // namespace clientele
