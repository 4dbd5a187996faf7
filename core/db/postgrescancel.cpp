// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/postgrescancel.h"

#include <QLoggingCategory>

#include <condition_variable>
#include <mutex>
#include <thread>

namespace clientele {

namespace {

Q_LOGGING_CATEGORY(logCancel, "clientele.db.postgresql", QtWarningMsg)

struct FreeCancel
{
    void operator()(PGcancel* cancel) const { PQfreeCancel(cancel); }
};

} // namespace

struct PostgresCancel::State
{
    std::unique_ptr<PGcancel, FreeCancel> cancel;
    std::mutex mutex;
    std::condition_variable changed;
    bool underWay = false;
};

PostgresCancel::PostgresCancel(PGconn* connection) : m_state(std::make_shared<State>())
{
    m_state->cancel.reset(PQgetCancel(connection));
}

void PostgresCancel::request()
{
    {
        const std::lock_guard lock(m_state->mutex);
        if (!m_state->cancel || std::exchange(m_state->underWay, true))
            return;
    }
    std::thread([state = m_state] {
        char why[256];
        if (!PQcancel(state->cancel.get(), why, sizeof why))
            qCInfo(logCancel) << "cancel was not taken:" << why;
        const std::lock_guard lock(state->mutex);
        state->underWay = false;
        state->changed.notify_all();
    }).detach();
}

bool PostgresCancel::settle(std::chrono::milliseconds patience)
{
    std::unique_lock lock(m_state->mutex);
    return m_state->changed.wait_for(lock, patience, [this] { return !m_state->underWay; });
}

} // namespace clientele
