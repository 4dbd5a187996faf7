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

/// The longest name in bytes that is kept whole.
int longestName(Session& session)
{
    const auto rows =
        session.execute(u"SELECT current_setting('max_identifier_length')::bigint"_s, {});
    return rows ? static_cast<int>(rows->at(0).integer(0)) : 63;
}

/// What the server says of whole databases, in kinds that are meant for customers.
Error failure(const Error& error, const QString& whatFailed)
{
    Error told = error;
    if (error.kind == ErrorKind::ConstraintViolated || error.kind == ErrorKind::Internal ||
        error.kind == ErrorKind::Unsupported) {
        told.kind = ErrorKind::InvalidInput;
        told.message = u"%1: %2"_s.arg(whatFailed, error.message);
    }
    return told;
}

} // namespace

Result<bool> isTemplate(Session& session, const QString& database)
{
    const auto rows =
        session.execute(u"SELECT count(*) FROM pg_database WHERE datname = $1 AND datistemplate"_s,
                        std::array{Value(database)});
    if (!rows)
        return rows.error();
    return rows->at(0).integer(0) > 0;
}

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
    const int longest = longestName(session);
    if (database.toUtf8().size() > longest)
        return Error{.kind = ErrorKind::InvalidInput,
                     .message =
                         u"The name is too long: this server keeps %1 bytes of it, and would "
                         "make a database of another name."_s.arg(longest),
                     .subject = database};
    const QString sql = u"CREATE DATABASE %1 ENCODING 'UTF8'"_s.arg(quotedIdentifier(database));
    auto made = session.executeWrite(sql + u" TEMPLATE template1"_s);
    if (!made && made.error().kind == ErrorKind::Unsupported) // CockroachDB has no template1
        made = session.executeWrite(sql);
    if (made)
        return {};
    Error error = failure(made.error(), u"The server does not make it"_s);
    if (error.kind == ErrorKind::PermissionDenied)
        error.message = u"This user may not create databases: it lacks CREATEDB."_s;
    if (error.kind == ErrorKind::Conflict)
        error.message = u"%1 is there already."_s.arg(database);
    if (error.kind == ErrorKind::Busy) {
        error.kind = ErrorKind::Conflict;
        error.message =
            u"Others are working in template1, which a new database is copied from. Try "
            "again once they are done."_s;
    }
    return error;
}

Result<> drop(Session& session, const QString& database, bool force)
{
    const auto dropped = session.executeWrite(u"DROP DATABASE %1%2"_s.arg(
        quotedIdentifier(database), force ? u" WITH (FORCE)"_s : QString()));
    if (dropped)
        return {};
    Error error = failure(dropped.error(), u"The server does not drop it"_s);
    if (error.kind == ErrorKind::Busy) {
        error.kind = ErrorKind::Conflict;
        error.message = u"Others are working in %1."_s.arg(database);
    }
    return error;
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

Result<> writeHeader(Session& session)
{
    // Setting what it is already makes SQLite write the first page.
    const auto written = session.executeWrite(u"PRAGMA user_version=0"_s);
    return written ? Result<>() : written.error();
}

Result<> leaveAlone(Session& session)
{
    // Leaving WAL needs the file for oneself: whoever has it open in WAL mode holds a lock on it.
    const auto mode = session.executeWrite(u"PRAGMA journal_mode=DELETE"_s);
    if (!mode)
        return mode.error();
    if (mode->count() != 1 || mode->at(0).text(0) != u"delete")
        return Error{.kind = ErrorKind::Busy};
    // Others in the older mode hold one only while they work.
    const auto held = session.executeScript(u"BEGIN EXCLUSIVE; ROLLBACK"_s);
    return held ? Result<>() : held.error();
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
