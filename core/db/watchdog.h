// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"

#include <condition_variable>
#include <functional>
#include <list>
#include <mutex>
#include <thread>

namespace clientele {

/// Ends work that was cancelled or takes too long, in a thread of its own: asks the database to
/// stop every 100 ms until it does, and breaks the line where it does not answer within 800 ms, so
/// that a cancel ends within a second whatever the other side does. Thread-safe.
class Watchdog final
{
    Q_DISABLE_COPY_MOVE(Watchdog)

public:
    /// Calls @p round four times a second while there is anything to watch and for as long as it
    /// returns true, and once a minute otherwise.
    explicit Watchdog(std::function<bool()> round);
    ~Watchdog();

    struct Watched
    {
        Session* session = nullptr;
        std::shared_ptr<Cancellation> cancellation;
        std::chrono::steady_clock::time_point deadline;
        std::optional<std::chrono::steady_clock::time_point> endingSince;
    };

    /// Watches what @p session does on behalf of its cancellation(), for as long as this lives.
    class Guard final
    {
        Q_DISABLE_COPY_MOVE(Guard)

    public:
        /// A @p limit of zero is none.
        Guard(Watchdog& watchdog, Session& session, std::shared_ptr<Cancellation> cancellation,
              std::chrono::milliseconds limit);
        ~Guard() { end(); }

        /// After this, nothing that was done to end the work can hit what the session does next.
        /// False where that is not certain: then the session must not be used any more.
        bool end();

    private:
        Watchdog& m_watchdog;
        Session& m_session;
        std::shared_ptr<Cancellation> m_cancellation;
        std::optional<std::list<Watched>::iterator> m_place;
    };

    /// Looks at everything soon: something was cancelled, or waits.
    void wake();

private:
    void run();
    bool look(); // under the mutex; whether something is being ended

    const std::function<bool()> m_round;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::list<Watched> m_watched;
    bool m_awake = false; // not waiting for the next wake()
    bool m_attention = false;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace clientele
