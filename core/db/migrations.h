// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/migrationfiles.h"
#include "core/db/offlinesql.h"
#include "core/db/session.h"

namespace clientele {

/// The numbered changes that make a book of an empty database, from resources/migrations. Which of
/// them a database has had stands in its table clientele_revision. These are the few acts that most
/// programs need; Migrator has all of them.
namespace migrations {

/// The newest revision that the database has, or empty where it has none of ours.
Result<QString> current(Session& session);

/// Applies what is missing, in one transaction each, under a lock: two programs starting at once
/// migrate once. Returns the revisions applied. Conflict where there is a customer table that is
/// not ours.
Result<QStringList> upgrade(Session& session);

/// True where a SQLite file holds nothing at all, nobody else's tables either.
Result<bool> isBlank(Session& session);

} // namespace migrations
} // namespace clientele
