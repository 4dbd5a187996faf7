// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/sqlitestatement.h"

#include <QHash>

#include <list>

namespace clientele {

/// The statements of a connection that were used last, compiled, by their SQL.
class SqliteStatementCache final
{
    Q_DISABLE_COPY_MOVE(SqliteStatementCache)

public:
    explicit SqliteStatementCache(int capacity) : m_capacity(capacity) {}

    /// Null where it is not kept. Valid until the next insert().
    SqliteStatement* find(const QString& sql);
    /// Lets the one go that was not used for the longest time. @p sql must not be kept already.
    SqliteStatement& insert(const QString& sql, SqliteStatement statement);
    void clear();

    [[nodiscard]] int size() const { return static_cast<int>(m_places.size()); }

private:
    struct Entry
    {
        QString sql;
        SqliteStatement statement;
    };
    using Entries = std::list<Entry>;

    const int m_capacity;
    Entries m_entries; ///< the last used first
    QHash<QString, Entries::iterator> m_places;
};

} // namespace clientele
