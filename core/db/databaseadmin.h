// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"

#include <QStringList>

namespace clientele {

/// What concerns whole databases and the rights in them, on a session of the server that may be in
/// any other database; or, for SQLite, of the file itself.
namespace databaseadmin {

Result<bool> exists(Session& session, const QString& database);
/// True for one that new databases are copied from.
Result<bool> isTemplate(Session& session, const QString& database);
/// As UTF-8, copied from template1. Not inside a transaction. InvalidInput where the server would
/// cut the name short, Conflict where it is there already.
Result<> create(Session& session, const QString& database);
/// @p force ends the sessions of others in it first; without, Conflict where there are any.
Result<> drop(Session& session, const QString& database, bool force = false);
/// Who is in it, for people: "ann (psql, 203.0.113.7)".
Result<QStringList> sessionsIn(Session& session, const QString& database);

/// Gives a new SQLite file its header: until then it is empty, and no database for other programs.
Result<> writeHeader(Session& session);
/// Puts everything of a SQLite book into its one file. Busy where another program has it open in
/// WAL mode, or works on it.
Result<> leaveAlone(Session& session);

/// What the user may do with the customer table that is found; PostgreSQL only.
struct Rights
{
    bool select = false;
    bool insert = false; ///< and take a number for it
    bool update = false;
    bool remove = false;
    bool readOnlyServer = false; ///< a standby, or set to be read only
};
Result<Rights> rights(Session& session);

} // namespace databaseadmin
} // namespace clientele
