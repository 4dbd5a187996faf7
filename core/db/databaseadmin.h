// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"

#include <QStringList>

namespace clientele {

/// What concerns whole databases and the rights in them. Each is one statement, on a session of the
/// server that may be in any database.
namespace databaseadmin {

Result<bool> exists(Session& session, const QString& database);
/// As UTF-8. Not inside a transaction.
Result<> create(Session& session, const QString& database);
/// Busy where others are in it.
Result<> drop(Session& session, const QString& database);
/// Who is in it, for people: "ann (psql, 203.0.113.7)".
Result<QStringList> sessionsIn(Session& session, const QString& database);

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
