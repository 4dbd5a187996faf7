// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/schemastate.h"

namespace clientele {

/// The customer table as it was found, whoever made it: what statements have to know of it.
struct CustomerTable
{
    Engine engine = Engine::Sqlite;
    SchemaState state = SchemaState::Missing;
    QString problem;   ///< where Foreign: what is missing or different
    QString revision;  ///< the newest migration of ours, or empty where the table is not ours
    int nameLimit = 0; ///< characters; 0 is no limit
    int emailLimit = 0;
    int phoneLimit = 0;
    bool emailUnique = false;        ///< the database itself refuses a second equal address
    bool foldedEmailIndexed = false; ///< there is an index on lower(email)
    bool hasSearchText = false;      ///< the folded column of our later revisions
    bool hasTrigramIndex = false;    ///< SQLite: FTS5; PostgreSQL: pg_trgm

    /// Done once as a book is opened: one round trip, and one more for the revision of ours.
    static Result<CustomerTable> describe(Session& session);
};

} // namespace clientele
