// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/bystanders.h"

#include <QRegularExpression>

namespace clientele::migrations {

using namespace Qt::StringLiterals;

namespace {

Result<QStringList> names(Session& session, const QString& sql)
{
    const auto rows = session.execute(sql);
    if (!rows)
        return rows.error();
    QStringList found;
    for (int i = 0; i < rows->count(); ++i)
        found += rows->at(i).text(0);
    return found;
}

Result<QStringList> columnNames(Session& session)
{
    return names(session, u"SELECT name FROM pragma_table_xinfo('customer')"_s);
}

bool mentions(const QString& scripts, const QString& word)
{
    return QRegularExpression(u"\\b%1\\b"_s.arg(QRegularExpression::escape(word)))
        .match(scripts)
        .hasMatch();
}

} // namespace

Result<Bystanders> Bystanders::find(Session& session, const QList<Migration>& ours)
{
    Bystanders found;
    if (session.engine() != Engine::Sqlite)
        return found;
    QString scripts;
    for (const Migration& migration : ours)
        scripts += migration.sql + migration.downSql;
    const auto columns = columnNames(session);
    if (!columns)
        return columns.error();
    for (const QString& column : *columns) {
        if (!mentions(scripts, column))
            found.m_columns += column;
    }
    const auto objects =
        session.execute(u"SELECT name, sql FROM sqlite_master WHERE tbl_name = 'customer'"
                        " AND type IN ('index', 'trigger') AND sql IS NOT NULL"_s);
    if (!objects)
        return objects.error();
    for (int i = 0; i < objects->count(); ++i) {
        const Row row = objects->at(i);
        if (!mentions(scripts, row.text(0)))
            found.m_objects += Object{.name = row.text(0), .sql = row.text(1)};
    }
    return found;
}

Result<> Bystanders::restore(Session& session) const
{
    if (m_columns.isEmpty() && m_objects.isEmpty())
        return {};
    const auto columns = columnNames(session);
    if (!columns)
        return columns.error();
    QStringList lost;
    for (const QString& column : m_columns) {
        if (!columns->contains(column))
            lost += column;
    }
    if (!lost.isEmpty())
        return Error{.kind = ErrorKind::InvalidInput,
                     .message = u"it would take away what others keep in the column %1 of "
                                "customer"_s.arg(lost.join(u", "_s))};
    const auto left = names(session, u"SELECT name FROM sqlite_master"_s);
    if (!left)
        return left.error();
    for (const Object& object : m_objects) {
        if (left->contains(object.name))
            continue;
        if (auto made = session.executeScript(object.sql); !made)
            return made.error();
    }
    return {};
}

Result<> Bystanders::refuseWherePointedAt(Session& session)
{
    if (session.engine() != Engine::Sqlite)
        return {}; // DROP TABLE is refused by the engine
    const auto tables =
        names(session,
              u"SELECT DISTINCT m.name FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f"
              " WHERE m.type = 'table' AND lower(f.\"table\") = 'customer'"_s);
    if (!tables)
        return tables.error();
    if (tables->isEmpty())
        return {};
    return Error{.kind = ErrorKind::InvalidInput,
                 .message = u"rows of %1 point at customers"_s.arg(tables->join(u", "_s))};
}

} // namespace clientele::migrations
