// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/errors.h"

#include <QHash>
#include <QRegularExpression>

#include <sqlite3.h>

namespace clientele::errors {

using namespace Qt::StringLiterals;

ErrorKind kindOfSqlState(const QString& sqlState)
{
    static const QHash<QString, ErrorKind> exact = {
        {u"23505"_s, ErrorKind::Duplicate},
        {u"40001"_s, ErrorKind::Serialization},
        {u"40P01"_s, ErrorKind::Serialization},
        {u"57014"_s, ErrorKind::Cancelled},
        {u"55P03"_s, ErrorKind::Busy},
        {u"42501"_s, ErrorKind::PermissionDenied},
        {u"25006"_s, ErrorKind::ReadOnly},
        {u"53100"_s, ErrorKind::StorageFull},
        {u"53300"_s, ErrorKind::ConnectionFailed},
        {u"28P01"_s, ErrorKind::AuthenticationFailed},
        {u"28000"_s, ErrorKind::AuthenticationFailed},
        {u"3D000"_s, ErrorKind::DatabaseMissing},
        {u"42P01"_s, ErrorKind::SchemaMissing},
        {u"42703"_s, ErrorKind::SchemaMismatch},
        {u"42804"_s, ErrorKind::SchemaMismatch},
        {u"0A000"_s, ErrorKind::Unsupported},
        {u"57P01"_s, ErrorKind::ConnectionLost},
        {u"57P02"_s, ErrorKind::ConnectionLost},
        {u"57P03"_s, ErrorKind::ConnectionLost},
        {u"25P03"_s, ErrorKind::ConnectionLost},
        {u"42P04"_s, ErrorKind::Conflict},
        {u"42P07"_s, ErrorKind::Conflict},
        {u"55006"_s, ErrorKind::Busy},
    };
    if (const auto found = exact.constFind(sqlState); found != exact.cend())
        return *found;
    if (sqlState.startsWith(u"22"_s) || sqlState.startsWith(u"23"_s))
        return ErrorKind::ConstraintViolated;
    if (sqlState.startsWith(u"08"_s))
        return ErrorKind::ConnectionLost;
    if (sqlState.startsWith(u"53"_s))
        return ErrorKind::StorageFull;
    return ErrorKind::Internal;
}

bool isRefusal(const Error& error)
{
    // Feature not supported, syntax error, undefined function or object; a table or a column that
    // is not there is no refusal.
    static const QStringList states = {u"0A000"_s, u"42601"_s, u"42883"_s, u"42704"_s};
    return error.kind == ErrorKind::Unsupported || states.contains(error.code);
}

ErrorKind kindOfSqliteCode(int code)
{
    switch (code) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
        return ErrorKind::Duplicate;
    default:
        break;
    }
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorKind::Busy;
    case SQLITE_READONLY:
        return ErrorKind::ReadOnly;
    case SQLITE_INTERRUPT:
        return ErrorKind::Cancelled;
    case SQLITE_FULL:
        return ErrorKind::StorageFull;
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG:
        return ErrorKind::ConstraintViolated;
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return ErrorKind::PermissionDenied;
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_PROTOCOL:
        return ErrorKind::File;
    default:
        return ErrorKind::Internal;
    }
}

namespace {

QString columnNamedIn(const QString& text)
{
    for (const auto& column : {u"email"_s, u"name"_s, u"phone"_s, u"is_active"_s, u"id"_s}) {
        const QRegularExpression word(u"\\b%1\\b"_s.arg(column));
        if (word.match(text).hasMatch())
            return column;
    }
    return {};
}

} // namespace

QString columnOfKeyDetail(const QString& detail)
{
    static const QRegularExpression key(u"\\((.*?)\\)=\\("_s);
    return columnNamedIn(key.match(detail).captured(1));
}

QString valueOfKeyDetail(const QString& detail)
{
    static const QRegularExpression value(u"\\)=\\((.*)\\)"_s);
    return value.match(detail).captured(1);
}

QString columnOfSqliteMessage(const QString& message)
{
    const qsizetype colon = message.indexOf(u':');
    return columnNamedIn(
        message.mid(colon + 1).replace(u'_', u' ').replace(u"is active"_s, u"is_active"_s));
}

ErrorKind kindOfConnectMessage(const QString& message)
{
    // libpq 15 gives no SQLSTATE for a refused connection. These are its own English words and,
    // where the server speaks another language, the parts of its messages that are not translated.
    const auto has = [&](const char* words) { return message.contains(QLatin1String(words)); };
    if (has("password authentication failed") || has("no password supplied") ||
        has("authentication failed") || has("no pg_hba.conf entry") || has("role \"") ||
        has("28P01") || has("28000") || has("SASL"))
        return ErrorKind::AuthenticationFailed;
    if (has("database \"") || has("3D000"))
        return ErrorKind::DatabaseMissing;
    return ErrorKind::ConnectionFailed;
}

} // namespace clientele::errors
