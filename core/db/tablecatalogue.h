// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"

#include <QHash>
#include <QStringList>

namespace clientele {

/// What the database's own catalogue says of the customer table and of ours beside it.
struct TableCatalogue
{
    struct Column
    {
        QString type; ///< in lower case, without its length: "varchar"
        int limit = 0;
    };

    QHash<QString, Column> columns; ///< none where there is no such table
    QStringList indexes;            ///< "CREATE UNIQUE INDEX … (email)"; those of all rows
    QStringList tables; ///< of clientele_revision and customer_search, those that are there

    /// One round trip. Where the engine has no catalogue like PostgreSQL's, the standard's
    /// information_schema answers instead.
    static Result<TableCatalogue> read(Session& session);
};

} // namespace clientele
