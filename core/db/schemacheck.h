// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/schemashape.h"
#include "core/domain/schemastatus.h"

namespace clientele {

/// Compares a database with what the migrations make. Nothing is written, and any user who may look
/// can run it. Where a table was adopted, its makers' own columns and rules are theirs, and only
/// what Clientele added is compared.
namespace schemacheck {

Result<SchemaDrift> check(Session& session);

/// What the newest revision makes. For SQLite it is made in memory to look at; a server is spared
/// that, so for PostgreSQL it stands in resources/migrations/postgresql/head.shape.
Result<SchemaShape> expected(Engine engine, bool adopted);

/// In plain words, into @p drift.
void compare(const SchemaShape& found, const SchemaShape& expected, bool adopted,
             SchemaDrift& drift);

} // namespace schemacheck
} // namespace clientele
