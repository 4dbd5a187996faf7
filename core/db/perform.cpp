// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/perform.h"

#include "core/db/lostsession.h"

#include <QRandomGenerator>

#include <thread>
#include <tuple>

namespace clientele {

using namespace std::chrono;
using namespace std::chrono_literals;

namespace {

constexpr int serializationTries = 6;
constexpr auto findPatience = 15s; // a server that restarts is back by then, or a standby is

class Attempts final
{
public:
    Attempts(ConnectionPool& pool, ConnectionPool::Lease& lease, PooledWork& work)
        : m_pool(pool), m_lease(lease), m_work(work)
    {}

    void perform()
    {
        for (int attempt = 1;; ++attempt) {
            const auto error = once([this](Session& session) { return m_work.run(session); });
            if (!error || !isWorthAnother(*error, attempt))
                return;
        }
    }

private:
    template <class Act>
    std::optional<Error> once(Act act)
    {
        if (m_work.cancellation->isCancelled())
            return fail({.kind = ErrorKind::Cancelled});
        if (auto connected = m_lease.connect(m_work.cancellation); !connected)
            return fail(connected.error());
        Session& session = m_lease.session();
        const StatementLimits& limits = m_pool.options().limits(m_work.lane);
        session.setCancellation(m_work.cancellation);
        session.setLimits(limits);
        m_identity = session.identity();
        std::optional<Error> error;
        {
            // The server may not know of the limit, or not be there to keep it.
            Watchdog::Guard guard(m_pool.watchdog(), session, m_work.cancellation,
                                  limits.statement);
            if (m_work.lane == Lane::Bulk)
                std::ignore = session.applyLimits(); // what fails so fails again at once
            error = act(session);
            m_settled = guard.end();
        }
        m_lease.reset(m_settled);
        if (m_work.lane == Lane::Bulk && m_lease.isConnected())
            restoreLimits();
        return error;
    }

    /// For those whom one waits for: they find the connection as they need it.
    void restoreLimits()
    {
        Session& session = m_lease.session();
        session.setLimits(m_pool.options().limits(Lane::Interactive));
        const auto nobodys = std::make_shared<Cancellation>();
        bool settled = false;
        {
            Watchdog::Guard guard(m_pool.watchdog(), session, nobodys,
                                  m_pool.options().pingPatience);
            std::ignore = session.applyLimits();
            settled = guard.end();
        }
        m_lease.reset(settled);
    }

    std::optional<Error> fail(const Error& error)
    {
        m_work.fail(error);
        return error;
    }

    bool isWorthAnother(const Error& error, int attempt)
    {
        switch (error.kind) {
        case ErrorKind::ConnectionLost: // nothing was changed
            m_lease.invalidate();
            return (m_work.access == Access::Read || m_work.canBeFound()) && isFirstRepeat();
        case ErrorKind::OutcomeUnknown:
            m_lease.invalidate();
            return m_work.canBeFound() && wasNotDone(error) && isFirstRepeat();
        case ErrorKind::Serialization:
            return attempt < serializationTries && pause(milliseconds(10 << attempt));
        default:
            return false;
        }
    }

    bool isFirstRepeat() { return !std::exchange(m_repeated, true); }

    /// After a random part of @p longest; false where the work was cancelled meanwhile.
    bool pause(milliseconds longest)
    {
        const auto spread = static_cast<int>(longest.count());
        const auto until =
            steady_clock::now() + milliseconds(QRandomGenerator::global()->bounded(spread) + 1);
        while (!m_work.cancellation->isCancelled() && steady_clock::now() < until)
            std::this_thread::sleep_for(std::min<nanoseconds>(until - steady_clock::now(), 20ms));
        return !m_work.cancellation->isCancelled();
    }

    /// True only where that is certain. Else the answer is what was found, or @p error still.
    bool wasNotDone(const Error& error)
    {
        const QString lost = m_identity;
        const auto until = steady_clock::now() + findPatience;
        for (auto wait = 100ms;; wait = std::min<milliseconds>(2 * wait, 2s)) {
            std::optional<bool> done;
            bool certain = false;
            once([&](Session& session) -> std::optional<Error> {
                auto ended = endLost(session, lost);
                if (!ended)
                    return ended.error();
                certain = *ended;
                auto found = m_work.find(session);
                if (!found)
                    return found.error();
                done = *found;
                return std::nullopt;
            });
            if (done == true)
                return false;
            if (done == false && certain)
                return true;
            // Another pooler's connection may still be at it: to look once more costs little.
            const bool late = steady_clock::now() > until || (done && wait > 800ms);
            if (late || !pause(wait)) {
                m_work.fail(error);
                return false;
            }
        }
    }

    ConnectionPool& m_pool;
    ConnectionPool::Lease& m_lease;
    PooledWork& m_work;
    QString m_identity; // of the session that the last attempt used
    bool m_settled = true;
    bool m_repeated = false;
};

} // namespace

void perform(ConnectionPool& pool, ConnectionPool::Lease& lease, PooledWork& work)
{
    Attempts(pool, lease, work).perform();
}

} // namespace clientele
