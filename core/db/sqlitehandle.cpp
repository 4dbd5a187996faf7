// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/sqlitehandle.h"

#include "core/db/errors.h"

#include <QFile>
#include <QUrl>

#include <sqlite3.h>

#include <mutex>
#include <tuple>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

/// SQLite would make it for everybody to read; its -wal and -shm take the mode over. An empty file
/// is an empty database. Where it cannot be made, SQLite finds so too and has the better words.
void makeForOwnerAlone(const QString& path)
{
    // Closing a file gives up all locks of this program on it (POSIX), so nobody may have opened it
    // by then. Everybody comes through here first, and whoever finds the file has not opened it.
    static std::mutex oneAtATime;
    const std::lock_guard lock(oneAtATime);
    QFile file(path);
    if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly,
                  QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        file.close();
}

/// SQLite counts all that it allocates, under a mutex that all connections share; nobody asks.
void countNoMemory()
{
    static const int once = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); // before its first use
    std::ignore = once;
}

int flagsOf(SqliteAccess access)
{
    switch (access) {
    case SqliteAccess::ReadWrite:
        return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    case SqliteAccess::ReadOnly:
        return SQLITE_OPEN_READONLY;
    case SqliteAccess::Immutable:
        break;
    }
    return SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
}

} // namespace

void CloseSqlite::operator()(sqlite3* handle) const
{
    sqlite3_close(handle);
}

Result<SqliteHandle> openSqlite(const QString& file, SqliteAccess access)
{
    if (sqlite3_threadsafe() == 0) {
        return Error{.kind = ErrorKind::Unsupported,
                     .message = u"The SQLite library was built for programs of one thread."_s,
                     .subject = file};
    }
    countNoMemory();
    if (access == SqliteAccess::ReadWrite)
        makeForOwnerAlone(file);
    const QString name =
        access == SqliteAccess::Immutable
            ? QUrl::fromLocalFile(file).toString(QUrl::FullyEncoded) + u"?immutable=1"_s
            : file;
    sqlite3* opened = nullptr;
    const int code = sqlite3_open_v2(name.toUtf8().constData(), &opened,
                                     flagsOf(access) | SQLITE_OPEN_NOMUTEX, nullptr);
    SqliteHandle handle(opened); // also where it failed
    if (code != SQLITE_OK)
        return sqliteError(opened, file);
    sqlite3_extended_result_codes(opened, 1);
    return handle;
}

Error sqliteError(sqlite3* handle, const QString& file)
{
    const int code = sqlite3_extended_errcode(handle);
    Error error{.kind = errors::kindOfSqliteCode(code),
                .message = QString::fromUtf8(sqlite3_errmsg(handle)),
                .subject = file,
                .code = QString::number(code)};
    if (error.message.contains("no such table"_L1))
        error.kind = ErrorKind::SchemaMissing;
    else if (error.message.contains("no such column"_L1))
        error.kind = ErrorKind::SchemaMismatch;
    if (error.kind == ErrorKind::Duplicate || error.kind == ErrorKind::ConstraintViolated) {
        error.column = errors::columnOfSqliteMessage(error.message);
        error.subject.clear();
    }
    return error;
}

} // namespace clientele
