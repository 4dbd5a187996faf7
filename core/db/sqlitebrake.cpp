// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/sqlitebrake.h"

#include "core/db/session.h"

#include <sqlite3.h>

#include <algorithm>
#include <thread>

namespace clientele {

using namespace std::chrono_literals;

namespace {

constexpr int operationsBetween = 1000; // some ten microseconds

} // namespace

SqliteBrake::SqliteBrake(sqlite3* connection, const Session& session)
    : m_connection(connection), m_session(session)
{
    sqlite3_progress_handler(
        connection, operationsBetween,
        [](void* brake) { return static_cast<SqliteBrake*>(brake)->atInterval(); }, this);
    sqlite3_busy_handler(
        connection,
        [](void* brake, int attempt) {
            return static_cast<SqliteBrake*>(brake)->whileLocked(attempt);
        },
        this);
}

SqliteBrake::~SqliteBrake()
{
    sqlite3_progress_handler(m_connection, 0, nullptr, nullptr);
    sqlite3_busy_handler(m_connection, nullptr, nullptr);
}

void SqliteBrake::start()
{
    const auto limit = m_session.limits().statement;
    m_deadline = limit > 0ms ? Clock::now() + limit : Clock::time_point::max();
    // Who pulls because of a cancellation has set that first: what is wiped here is seen there.
    m_pulled = false;
}

void SqliteBrake::finish()
{
    m_statement = nullptr;
    m_deadline = Clock::time_point::max();
    m_stopped = false;
}

bool SqliteBrake::mustStop()
{
    m_stopped = m_pulled || m_session.cancellation().isCancelled() ||
                (m_deadline != Clock::time_point::max() && Clock::now() > m_deadline);
    return m_stopped;
}

int SqliteBrake::atInterval()
{
    // SQLite asks once more when a statement is through, and would report one as interrupted that
    // has been committed.
    if (!m_statement || !sqlite3_stmt_busy(m_statement))
        return 0;
    return mustStop() ? 1 : 0;
}

int SqliteBrake::whileLocked(int attempt)
{
    const auto now = Clock::now();
    if (attempt == 0) {
        const auto limit = m_session.limits().lock;
        m_waitUntil = now + (limit > 0ms ? limit : defaultLockLimit);
    }
    if (mustStop() || now >= m_waitUntil)
        return 0;
    std::this_thread::sleep_for(std::min(1ms * (1 << std::min(attempt, 5)), 25ms));
    return 1;
}

} // namespace clientele
