// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/schemashape.h"

#include <QRegularExpression>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

QString typeWord(QString type)
{
    type = type.toLower().simplified();
    type.replace(u"character varying"_s, u"varchar"_s);
    type.replace(u" without time zone"_s, QString());
    return type;
}

QString defaultWord(const QString& expression)
{
    static const QRegularExpression now(u"^(current_timestamp|now\\(\\)|"
                                        "transaction_timestamp\\(\\)|strftime\\(.*'now'\\))$"_s);
    static const QRegularExpression cast(u"::[a-z ]+(\\(\\d+\\))?$"_s);
    QString word = expression.toLower().simplified().remove(cast);
    if (word == u"null")
        return {};
    if (word.startsWith(u"nextval("_s) || word.contains(u"clientele_fold("_s))
        return u"generated"_s;
    if (now.match(word).hasMatch())
        return u"now"_s;
    if (word == u"1" || word == u"true")
        return u"true"_s;
    return word;
}

/// "unique (lower(email))": without the casts, brackets and names that engines and versions put in.
QString indexWord(bool unique, const QString& definition)
{
    static const QRegularExpression cast(u"::(text|character varying)"_s);
    static const QRegularExpression bracketed(u"\\((\\w+)\\)(?=[),:])"_s);
    QString word = definition.toLower().simplified();
    word.remove(cast).remove(u'"');
    word.replace(u"lower((email))"_s, u"lower(email)"_s);
    word.remove(u"btree "_s);
    return (unique ? u"unique "_s : QString()) + word;
}

Result<> readPostgresColumns(Session& session, SchemaShape& shape)
{
    // Whether a column is an identity is read by name, for old engines do not know the attribute.
    const auto rows = session.execute(
        u"SELECT a.attname::text, format_type(a.atttypid, a.atttypmod), a.attnotnull,"
        " CASE WHEN coalesce(to_jsonb(a) ->> 'attidentity', '') <> '' THEN 'nextval()'"
        " ELSE pg_get_expr(d.adbin, d.adrelid) END"
        " FROM pg_attribute a LEFT JOIN pg_attrdef d"
        " ON d.adrelid = a.attrelid AND d.adnum = a.attnum"
        " WHERE a.attrelid = to_regclass('customer') AND a.attnum > 0 AND NOT a.attisdropped"_s);
    if (!rows)
        return rows.error();
    for (int i = 0; i < rows->count(); ++i) {
        const Row row = rows->at(i);
        shape.columns.insert(row.text(0), {.type = typeWord(row.text(1)),
                                           .notNull = row.boolean(2),
                                           .byDefault = defaultWord(row.text(3))});
    }
    return {};
}

Result<> readSqliteColumns(Session& session, SchemaShape& shape)
{
    const auto rows = session.execute(
        u"SELECT name, type, \"notnull\" OR pk, CASE WHEN pk AND upper(type) = 'INTEGER'"
        " THEN 'nextval()' ELSE dflt_value END FROM pragma_table_xinfo('customer')"_s);
    if (!rows)
        return rows.error();
    for (int i = 0; i < rows->count(); ++i) {
        const Row row = rows->at(i);
        shape.columns.insert(row.text(0), {.type = typeWord(row.text(1)),
                                           .notNull = row.boolean(2),
                                           .byDefault = defaultWord(row.text(3))});
    }
    return {};
}

Result<> readIndexes(Session& session, SchemaShape& shape)
{
    // What a UNIQUE of the table made has no SQL on SQLite.
    const auto rows = session.execute(
        session.engine() == Engine::PostgreSql
            ? u"SELECT c.relname::text, i.indisunique,"
              " regexp_replace(pg_get_indexdef(i.indexrelid), '^.* USING ', '')"
              " FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid"
              " WHERE i.indrelid = to_regclass('customer') AND i.indisvalid"_s
            : u"SELECT l.name, l.\"unique\", coalesce(substr(m.sql, instr(m.sql, '(')),"
              " '(' || (SELECT group_concat(name, ', ') FROM pragma_index_info(l.name)) || ')')"
              " FROM pragma_index_list('customer') l LEFT JOIN sqlite_master m"
              " ON m.name = l.name"_s);
    if (!rows)
        return rows.error();
    for (int i = 0; i < rows->count(); ++i) {
        const Row row = rows->at(i);
        shape.indexes.insert(row.text(0), indexWord(row.boolean(1), row.text(2)));
    }
    return {};
}

Result<> readOthers(Session& session, SchemaShape& shape)
{
    const auto rows = session.execute(
        session.engine() == Engine::PostgreSql
            ? u"SELECT 'function clientele_fold(text)', ''"
              " WHERE to_regprocedure('clientele_fold(text)') IS NOT NULL"
              " UNION ALL SELECT 'table clientele_import', ''"
              " WHERE to_regclass('clientele_import') IS NOT NULL"
              " UNION ALL SELECT 'trigger ' || tgname::text, pg_get_triggerdef(oid)"
              " FROM pg_trigger WHERE tgrelid = to_regclass('customer') AND NOT tgisinternal"_s
            : u"SELECT type || ' ' || name, sql FROM sqlite_master"
              " WHERE (type = 'trigger' AND tbl_name = 'customer')"
              " OR (type = 'table'"
              " AND name IN ('customer_search', 'customer_unfolded', 'clientele_import'))"_s);
    if (!rows)
        return rows.error();
    for (int i = 0; i < rows->count(); ++i)
        shape.others.insert(rows->at(i).text(0), rows->at(i).text(1).simplified());
    if (session.engine() == Engine::PostgreSql) {
        const auto trigrams =
            session.execute(u"SELECT count(*) FROM pg_extension WHERE extname = 'pg_trgm'"_s);
        if (!trigrams)
            return trigrams.error();
        shape.trigrams = trigrams->at(0).integer(0) > 0;
    }
    return {};
}

template <class Map>
void removeKnown(Map& map, const Map& known)
{
    for (auto it = known.keyBegin(); it != known.keyEnd(); ++it)
        map.remove(*it);
}

} // namespace

Result<SchemaShape> SchemaShape::describe(Session& session)
{
    SchemaShape shape;
    auto read = session.engine() == Engine::PostgreSql ? readPostgresColumns(session, shape)
                                                       : readSqliteColumns(session, shape);
    if (read)
        read = readIndexes(session, shape);
    if (read)
        read = readOthers(session, shape);
    if (!read)
        return read.error();
    return shape;
}

SchemaShape SchemaShape::fromText(const QString& text)
{
    SchemaShape shape;
    for (const QString& line : text.split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList parts = line.split(u" | "_s);
        const QString kind = parts.first().section(u' ', 0, 0);
        const QString name = parts.first().section(u' ', 1);
        if (kind == u"column")
            shape.columns.insert(name, {.type = parts.value(1),
                                        .notNull = parts.value(2) == u"not null",
                                        .byDefault = parts.value(3)});
        else if (kind == u"index")
            shape.indexes.insert(name, parts.value(1));
        else if (kind != u"#")
            shape.others.insert(parts.first(), parts.value(1));
    }
    return shape;
}

QString SchemaShape::toText() const
{
    QString text;
    for (auto it = columns.cbegin(); it != columns.cend(); ++it)
        text += u"column %1 | %2 | %3%4\n"_s.arg(
            it.key(), it->type, it->notNull ? u"not null"_s : u"null"_s,
            it->byDefault.isEmpty() ? QString() : u" | "_s + it->byDefault);
    for (auto it = indexes.cbegin(); it != indexes.cend(); ++it)
        text += u"index %1 | %2\n"_s.arg(it.key(), it.value());
    for (auto it = others.cbegin(); it != others.cend(); ++it)
        text += it.key() + (it->isEmpty() ? QString() : u" | "_s + it.value()) + u'\n';
    return text;
}

SchemaShape SchemaShape::since(const SchemaShape& before) const
{
    SchemaShape added = *this;
    removeKnown(added.columns, before.columns);
    removeKnown(added.indexes, before.indexes);
    removeKnown(added.others, before.others);
    return added;
}

} // namespace clientele
