// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>

namespace clientele {

/// The one place where engines' codes become kinds.
namespace errors {

/// PostgreSQL, appendix A. 57014 is Cancelled.
ErrorKind kindOfSqlState(const QString& sqlState);
/// SQLite's (extended) result codes, sqlite.org/rescode.html.
ErrorKind kindOfSqliteCode(int code);

/// The engine does not know the statement, or a function or type in it: the plan's second choice
/// may be taken. Nothing was done.
bool isRefusal(const Error& error);

/// The column in PostgreSQL's detail "Key (lower(email::text))=(x) already exists." The
/// constraint's name is not to be relied on: distributed engines put numbers behind it.
QString columnOfKeyDetail(const QString& detail);
/// The value in it.
QString valueOfKeyDetail(const QString& detail);
/// The column in SQLite's "UNIQUE constraint failed: customer.email".
QString columnOfSqliteMessage(const QString& message);

/// A connection that could not be opened: PostgreSQL gives words only, and they are the server's
/// own.
ErrorKind kindOfConnectMessage(const QString& message);

} // namespace errors
} // namespace clientele
