// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/connectionsettings.h"
#include "core/domain/customerquery.h"
#include "core/domain/schemastate.h"

#include <QString>

namespace clientele {

/// What is known of an open book.
struct BookInfo
{
    Engine engine = Engine::Sqlite;
    QString location;      ///< file, or user@host:port/database
    QString serverVersion; ///< "PostgreSQL 15.18", "SQLite 3.40.1"
    QString encryption;    ///< "TLSv1.3", or empty where the line is not encrypted
    bool readOnly = false;
    SchemaState schema = SchemaState::Ready;
    QString schemaProblem;     ///< where Foreign: what is missing or different, for people
    QString revision;          ///< "0003", or empty on a table that carries none
    bool adoptable = false;    ///< a table that others made, and that Book::adopt() would take over
    QString headRevision;      ///< the newest revision that this program knows
    bool keepsImports = false; ///< an import that is cut off can go on
    int nameLimit = 255;       ///< characters that the columns take; 0 is no limit
    int emailLimit = 255;
    int phoneLimit = 20;
    QList<CustomerField> indexedSorts; ///< an index has the order by one of these
    QList<CustomerField> uniqueFields; ///< no two customers are equal in one of these

    /// True where an index has the order, so that a page costs the same wherever it is; else all
    /// customers are read for each page.
    [[nodiscard]] bool sortsByIndex(const QList<SortKey>& sort) const;
};

/// The connection as the person should see it.
enum class ConnectionState
{
    Connecting,
    Connected,
    Lost,
    Failed
};

} // namespace clientele
