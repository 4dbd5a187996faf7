// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/migrationfiles.h"
#include "core/db/session.h"

namespace clientele::migrations {

/// What others have hung on the customer table of a SQLite file: columns, indexes, triggers. SQLite
/// makes a table anew to alter it, which would lose them.
class Bystanders final
{
public:
    /// Empty on other engines, which alter tables in place.
    static Result<Bystanders> find(Session& session, const QList<Migration>& ours);

    /// Puts indexes and triggers back that are gone. InvalidInput where a column is, with what was
    /// in it: the transaction must then be rolled back.
    Result<> restore(Session& session) const;

    /// InvalidInput where rows of another table point at customers, so that the table cannot go.
    static Result<> refuseWherePointedAt(Session& session);

private:
    struct Object
    {
        QString name;
        QString sql;
    };
    QStringList m_columns;
    QList<Object> m_objects;
};

} // namespace clientele::migrations
