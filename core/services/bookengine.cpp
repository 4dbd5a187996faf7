// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/bookengine.h"

#include "core/db/connect.h"
#include "core/db/writegate.h"

namespace clientele {

namespace {

PoolOptions optionsFor(const ConnectionSettings& settings)
{
    PoolOptions options;
    if (settings.engine == Engine::Sqlite) {
        options.size = 4; // one writes, the others read
        options.overflow = 0;
        options.recycle = std::chrono::hours(24 * 365);
    }
    return options;
}

} // namespace

BookEngine::BookEngine(const ConnectionSettings& settings, const QString& password)
    : m_settings(settings),
      m_pool([settings, password,
              gate = std::make_shared<WriteGate>()] { return connectTo(settings, password, gate); },
             optionsFor(settings))
{}

std::shared_ptr<const CustomerTable> BookEngine::table() const
{
    const std::lock_guard lock(m_mutex);
    return m_table;
}

void BookEngine::setTable(const CustomerTable& table)
{
    auto fresh = std::make_shared<const CustomerTable>(table);
    const std::lock_guard lock(m_mutex);
    m_table = std::move(fresh);
}

} // namespace clientele
