// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <memory>

struct sqlite3;

namespace clientele {

struct CloseSqlite
{
    void operator()(sqlite3* handle) const;
};
/// A connection to a SQLite file. Its statements must be gone before it goes.
using SqliteHandle = std::unique_ptr<sqlite3, CloseSqlite>;

enum class SqliteAccess
{
    ReadWrite, ///< makes the file where it is not there, for its owner alone
    ReadOnly,
    Immutable /**< as the file stands, without locks: where its folder takes no lock files */
};

/// Opens @p file, whose folder must exist. SQLite's own locking of the connection is left out: it
/// may go from thread to thread, but two must never use it at once.
Result<SqliteHandle> openSqlite(const QString& file, SqliteAccess access);

/// Why the last call on @p handle failed; @p file is what the error is about.
Error sqliteError(sqlite3* handle, const QString& file);

} // namespace clientele
