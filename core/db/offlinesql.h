// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/migrationfiles.h"

namespace clientele::migrations {

/// The statements that take a database from one revision to another, for somebody to read and to
/// run with psql or sqlite3: each migration a transaction, its row in clientele_revision with it.
/// For a table that others made, @p adopted gives what an adopted one gets.
QString offlineSql(Engine engine, const Range& range, bool adopted);

/// What makes the newest tables in an empty database, as one script without a word for a shell.
QString script(Engine engine);

} // namespace clientele::migrations
