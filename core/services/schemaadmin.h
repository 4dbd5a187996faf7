// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/connectionsettings.h"
#include "core/domain/schemastatus.h"
#include "core/task.h"

namespace clientele {

/// The revisions of a book's tables, as Alembic has them: to look at, go along and note. Each act
/// opens a connection of its own, and none does more than it says; a SQLite book that is opened
/// as a Book is upgraded by itself.
///
/// Revisions are written "0002", "2", "search_and_sort", "head", "base", "+1" or "-1".
namespace schemas {

/// A SQLite file that is not there is at base, and is not made by looking.
Task<SchemaStatus> status(const ConnectionSettings& settings, const QString& password);
/// Newest first; @p range is "FROM:TO", or empty for all.
Task<QList<SchemaRevision>> history(const ConnectionSettings& settings, const QString& password,
                                    const QString& range);

/// The revisions applied. Conflict where there is a table of others, which adopt() would take over.
Task<QStringList> upgrade(const ConnectionSettings& settings, const QString& password,
                          const QString& target);
/// The revisions taken back. Going to base without @p toBase is an error with the code "base",
/// whose message says what would go.
Task<QStringList> downgrade(const ConnectionSettings& settings, const QString& password,
                            const QString& target, bool toBase);
/// Notes a revision and changes no table; the revision noted, empty for base.
Task<QString> stamp(const ConnectionSettings& settings, const QString& password,
                    const QString& target);
/// Takes over a table that others made, where it fits: it is stamped with the first revision, and
/// an upgrade then adds to it. Only when somebody asked for it.
Task<std::monostate> adopt(const ConnectionSettings& settings, const QString& password);
Task<SchemaDrift> check(const ConnectionSettings& settings, const QString& password);

/// The SQL between two revisions, "FROM:TO", to run with psql or sqlite3. Connects to nothing. With
/// @p adopted it is what an adopted table gets.
Result<QString> sql(Engine engine, const QString& range, bool adopted);

} // namespace schemas
} // namespace clientele
