// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"

#include <QMap>

namespace clientele {

/// The tables of a book as the catalogue describes them, in words that are the same whoever wrote
/// the DDL and however: "varchar(64)", "now", "unique (lower(email))".
struct SchemaShape
{
    struct Column
    {
        QString type;
        bool notNull = false;
        QString byDefault; ///< empty where there is none; "generated" where the database makes it

        bool operator==(const Column&) const = default;
    };

    QMap<QString, Column> columns;  ///< of customer
    QMap<QString, QString> indexes; ///< name to "(name, id)" or "unique (email)"
    QMap<QString, QString> others;  ///< "trigger x", "function f(text)", "table t" to its words
    bool trigrams = true;           ///< pg_trgm is there, so that an index can be built on it

    /// A few round trips. It changes nothing and needs no rights but to look.
    static Result<SchemaShape> describe(Session& session);

    /// One thing a line, as toText() writes it.
    static SchemaShape fromText(const QString& text);
    [[nodiscard]] QString toText() const;

    /// What this has and @p before has not.
    [[nodiscard]] SchemaShape since(const SchemaShape& before) const;
};

} // namespace clientele
