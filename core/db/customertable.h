// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/tablecatalogue.h"
#include "core/domain/customer.h"
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
    bool foldedNameIndexed = false;  ///< SQLite: there is an index on search_text's first line
    bool listsUnfolded = false;      ///< SQLite: what others wrote is noted, to be folded by us
    bool keepsImports = false;       ///< how far imports got can be written down beside it
    QList<CustomerField> required;   ///< those that are never NULL
    QList<TableCatalogue::Index> indexes;

    /// True where no two customers are equal in @p field, as they are sorted by it.
    [[nodiscard]] bool isUnique(CustomerField field) const;

    /// Done once as a book is opened: one round trip, and one more for the revision of ours.
    static Result<CustomerTable> describe(Session& session);
};

} // namespace clientele
