// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/sqlitestatementcache.h"

namespace clientele {

SqliteStatement* SqliteStatementCache::find(const QString& sql)
{
    const auto found = m_places.constFind(sql);
    if (found == m_places.cend())
        return nullptr;
    m_entries.splice(m_entries.begin(), m_entries, *found);
    return &m_entries.front().statement;
}

SqliteStatement& SqliteStatementCache::insert(const QString& sql, SqliteStatement statement)
{
    if (size() >= m_capacity) {
        m_places.remove(m_entries.back().sql);
        m_entries.pop_back();
    }
    m_entries.push_front({.sql = sql, .statement = std::move(statement)});
    m_places.insert(sql, m_entries.begin());
    return m_entries.front().statement;
}

void SqliteStatementCache::clear()
{
    m_places.clear();
    m_entries.clear();
}

} // namespace clientele
