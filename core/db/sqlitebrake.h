// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <atomic>
#include <chrono>

struct sqlite3;
struct sqlite3_stmt;

namespace clientele {

class Session;

/// Ends the statement that a connection is busy with: where the session's work was cancelled, it
/// was interrupted, it takes longer than the session's limit, or waits so long for a lock.
///
/// SQLite asks it at intervals (sqlite3_progress_handler()). sqlite3_interrupt() would lose what
/// comes just before the statement starts, and stays in force as long as any statement is open,
/// those of FTS5 among them: not even ROLLBACK ran after it (SQLite 3.46). And
/// sqlite3_busy_timeout() would go on waiting whatever happens.
class SqliteBrake final
{
    Q_DISABLE_COPY_MOVE(SqliteBrake)

public:
    /// Where the session has no limit on waiting for locks. A lock on SQLite is one on the whole
    /// book: who holds it longer than this has got stuck.
    static constexpr std::chrono::seconds defaultLockLimit{5};

    SqliteBrake(sqlite3* connection, const Session& session);
    ~SqliteBrake();

    /// Before a statement is compiled, before its first step, and after its last.
    void start();
    void run(sqlite3_stmt* statement) { m_statement = statement; }
    void finish();

    /// From any thread. Has no effect where no statement is under way.
    void pull() { m_pulled = true; }
    /// Whether it was this that ended the statement, and not what it ran into. Until finish().
    [[nodiscard]] bool hasStopped() const { return m_stopped; }

private:
    using Clock = std::chrono::steady_clock;

    [[nodiscard]] bool mustStop();
    int atInterval();
    int whileLocked(int attempt);

    sqlite3* const m_connection;
    const Session& m_session;
    std::atomic<bool> m_pulled = false;

    // Of the session's thread alone.
    sqlite3_stmt* m_statement = nullptr;
    bool m_stopped = false;
    Clock::time_point m_deadline = Clock::time_point::max();
    Clock::time_point m_waitUntil;
};

} // namespace clientele
