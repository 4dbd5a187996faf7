// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/databaseadmin.h"

#include <array>

namespace clientele::databaseadmin {

using namespace Qt::StringLiterals;

namespace {

/// A database's name cannot be a parameter of CREATE and DROP.
QString quotedIdentifier(QString name)
{
    return u'"' + name.replace(u'"', u"\"\""_s) + u'"';
}

Result<> withoutRows(const Result<Rows>& rows)
{
    return rows ? Result<>() : rows.error();
}

} // namespace

Result<bool> exists(Session& session, const QString& database)
{
    const auto rows = session.execute(u"SELECT count(*) FROM pg_database WHERE datname = $1"_s,
                                      std::array{Value(database)});
    if (!rows)
        return rows.error();
    return rows->at(0).integer(0) > 0;
}

Result<> create(Session& session, const QString& database)
{
    return withoutRows(session.executeWrite(
        u"CREATE DATABASE %1 ENCODING 'UTF8'"_s.arg(quotedIdentifier(database))));
}

Result<> drop(Session& session, const QString& database)
{
    return withoutRows(session.executeWrite(u"DROP DATABASE %1"_s.arg(quotedIdentifier(database))));
}

Result<QStringList> sessionsIn(Session& session, const QString& database)
{
    const auto rows = session.execute(
        u"SELECT coalesce(usename::text, 'somebody'), coalesce(nullif(application_name, ''), "
        "'a program'), coalesce(host(client_addr), 'the server itself') FROM pg_stat_activity"
        " WHERE datname = $1 AND pid <> pg_backend_pid() ORDER BY backend_start LIMIT 10"_s,
        std::array{Value(database)});
    if (!rows)
        return rows.error();
    QStringList names;
    for (int i = 0; i < rows->count(); ++i) {
        const Row row = rows->at(i);
        names << u"%1 (%2, %3)"_s.arg(row.text(0), row.text(1), row.text(2));
    }
    return names;
}

Result<Rights> rights(Session& session)
{
    const auto rows = session.execute(
        u"SELECT has_table_privilege('customer', 'SELECT'),"
        " has_table_privilege('customer', 'INSERT') AND coalesce("
        "has_sequence_privilege(pg_get_serial_sequence('customer', 'id'), 'USAGE'), true),"
        " has_table_privilege('customer', 'UPDATE'), has_table_privilege('customer', 'DELETE'),"
        " current_setting('transaction_read_only') = 'on'"_s);
    if (!rows)
        return rows.error();
    const Row row = rows->at(0);
    return Rights{.select = row.boolean(0),
                  .insert = row.boolean(1),
                  .update = row.boolean(2),
                  .remove = row.boolean(3),
                  .readOnlyServer = row.boolean(4)};
}

} // namespace clientele::databaseadmin
