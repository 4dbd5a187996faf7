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
        options.bulk = 2;
        options.recycle = std::chrono::milliseconds(-1);
        options.prePing = false;
    }
    return options;
}

ConnectionPool::Connect connector(const ConnectionSettings& settings, const QString& password)
{
    return [settings, password, gate = std::make_shared<WriteGate>(),
            limits = optionsFor(settings).interactive](
               const std::shared_ptr<Cancellation>& cancellation) {
        return connectTo(settings, password,
                         {.gate = gate, .limits = limits, .cancellation = cancellation});
    };
}

} // namespace

BookEngine::BookEngine(const ConnectionSettings& settings, const QString& password)
    : m_settings(settings), m_pool(connector(settings, password), optionsFor(settings)),
      m_executor(m_pool)
{}

std::shared_ptr<const CustomerTable> BookEngine::table() const
{
    const std::lock_guard lock(m_mutex);
    return m_table;
}

bool BookEngine::foresees(const CustomerQuery& query) const
{
    return !query.matchesAll() && m_samples.of(query.sort);
}

void BookEngine::setTable(const CustomerTable& table)
{
    auto fresh = std::make_shared<const CustomerTable>(table);
    const std::lock_guard lock(m_mutex);
    m_table = std::move(fresh);
}

} // namespace clientele
