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
        bool required = false; ///< NOT NULL
    };
    struct Index
    {
        bool unique = false;
        QStringList keys; ///< as word() has them; those behind INCLUDE are not among them
    };

    QHash<QString, Column> columns; ///< none where there is no such table
    QList<Index> indexes;           ///< those of all rows
    QStringList tables;             ///< of ours beside it, those that are there

    /// One round trip. Where the engine has no catalogue like PostgreSQL's, the standard's
    /// information_schema answers instead.
    static Result<TableCatalogue> read(Session& session);

    /// An expression without the spaces, casts and brackets that engines write it with:
    /// "lower(email)".
    static QString word(const QString& expression);
};

} // namespace clientele
