// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/connectionpool.h"

#include <QLoggingCategory>

#include <algorithm>

namespace clientele {

using namespace Qt::StringLiterals;
using namespace std::chrono;
using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(logPool, "clientele.pool", QtWarningMsg)

size_t indexOf(Lane lane)
{
    return lane == Lane::Bulk ? 1 : 0;
}

} // namespace

ConnectionPool::ConnectionPool(Connect connect, PoolOptions options,
                               std::shared_ptr<ActivityLog> log)
    : m_connect(std::move(connect)), m_options(std::move(options)),
      m_log(log ? std::move(log) : std::make_shared<ActivityLog>()),
      m_watchdog([this] { return endWaits(); })
{
    m_statistics.size = m_options.size;
    m_statistics.overflow = m_options.overflow;
}

ConnectionPool::~ConnectionPool()
{
    shutdown();
    dispose();
}

ConnectionPool::Lease::Lease(Lease&& other) noexcept
    : m_pool(std::exchange(other.m_pool, nullptr)), m_lane(other.m_lane),
      m_connection(std::move(other.m_connection))
{}

ConnectionPool::Lease::~Lease()
{
    if (m_pool)
        m_pool->giveBack(m_lane, std::move(m_connection));
}

Result<> ConnectionPool::Lease::connect(const std::shared_ptr<Cancellation>& cancellation)
{
    return m_pool->connect(m_connection, cancellation);
}

void ConnectionPool::Lease::invalidate()
{
    if (m_connection.session)
        m_pool->close(m_connection, u"closed: it was found dead"_s);
    m_pool->closeIdle(u"closed: another one was found dead"_s, &PoolStatistics::invalidated);
}

void ConnectionPool::Lease::reset(bool settled)
{
    m_pool->reset(m_connection, settled);
}

// ---------------------------------------------------------------- who gets one

bool ConnectionPool::mayServe(Lane lane) const
{
    return m_statistics.busy < m_options.most() &&
           (lane != Lane::Bulk || m_statistics.bulk < m_options.mostBulk());
}

std::optional<ConnectionPool::Lease> ConnectionPool::reserve(Lane lane)
{
    if (!mayServe(lane))
        return std::nullopt;
    ++m_statistics.checkouts;
    ++m_statistics.busy;
    m_statistics.bulk += lane == Lane::Bulk;
    Connection connection;
    if (!m_idle.empty()) {
        const bool last = m_options.order == PoolOptions::Order::LastUsed;
        connection = std::move(last ? m_idle.back() : m_idle.front());
        if (last)
            m_idle.pop_back();
        else
            m_idle.pop_front();
    }
    return Lease(*this, lane, std::move(connection));
}

void ConnectionPool::request(Lane lane, const std::shared_ptr<Cancellation>& cancellation,
                             Ready ready)
{
    std::unique_lock lock(m_mutex);
    if (m_stopping || cancellation->isCancelled()) {
        lock.unlock();
        ready(Error{.kind = ErrorKind::Cancelled});
        return;
    }
    auto& line = m_waiting[indexOf(lane)];
    if (auto lease = line.isEmpty() ? reserve(lane) : std::nullopt) {
        lock.unlock();
        ready(std::move(*lease));
        return;
    }
    line.join(cancellation, std::move(ready));
    lock.unlock();
    m_watchdog.wake();
}

Result<ConnectionPool::Lease>
ConnectionPool::checkout(Lane lane, const std::shared_ptr<Cancellation>& cancellation)
{
    std::mutex mutex;
    std::condition_variable changed;
    std::optional<Result<Lease>> answer;
    request(lane, cancellation, [&](Result<Lease> lease) {
        const std::lock_guard lock(mutex);
        answer.emplace(std::move(lease));
        changed.notify_one(); // under the lock: who waits leaves at once, and takes all this along
    });
    {
        std::unique_lock lock(mutex);
        if (!answer) {
            if (!cancellation->setHook([this] { m_watchdog.wake(); }))
                m_watchdog.wake();
            changed.wait(lock, [&] { return answer.has_value(); });
            cancellation->setHook({});
        }
    }
    if (*answer) {
        if (auto connected = (*answer)->connect(cancellation); !connected)
            return connected.error();
    }
    return std::move(*answer);
}

void ConnectionPool::giveBack(Lane lane, Connection connection)
{
    qCDebug(logPool) << "returned:" << connection.number;
    reset(connection, true);
    connection.usedAt = m_options.clock();
    std::optional<Connection> surplus;
    QString why;
    std::unique_lock lock(m_mutex);
    --m_statistics.busy;
    m_statistics.bulk -= lane == Lane::Bulk;
    const bool enough = m_options.size > 0 && static_cast<int>(m_idle.size()) >= m_options.size;
    if (connection.session && (m_stopping || isOutdated(connection) || enough)) {
        why =
            enough ? u"closed: enough are open"_s : u"closed: it is from before the others were"_s;
        surplus = std::move(connection);
    } else if (connection.session) {
        m_idle.push_back(std::move(connection));
    }
    serveWaiters(lock);
    lock.unlock();
    if (surplus)
        close(*surplus, why);
}

/// Hands leases to those who wait, outside the lock.
void ConnectionPool::serveWaiters(std::unique_lock<std::mutex>& lock)
{
    for (const Lane lane : {Lane::Interactive, Lane::Bulk}) {
        auto& line = m_waiting[indexOf(lane)];
        while (!line.isEmpty()) {
            auto lease = reserve(lane);
            if (!lease)
                break;
            const Ready ready = line.takeFirst();
            lock.unlock();
            ready(std::move(*lease));
            lock.lock();
        }
    }
}

/// Answers those who waited too long or were cancelled. The watchdog's round; whether it is to come
/// again.
bool ConnectionPool::endWaits()
{
    std::vector<WaitingLine<Result<Lease>>::Leaver> leavers;
    Error late{.kind = ErrorKind::PoolExhausted};
    bool waiting = false;
    {
        const std::lock_guard lock(m_mutex);
        for (auto& line : m_waiting) {
            std::ranges::move(line.takeLeavers(m_options.timeout, m_stopping),
                              std::back_inserter(leavers));
            waiting |= !line.isEmpty();
        }
        for (const auto& leaver : leavers)
            m_statistics.timeouts += leaver.isLate;
        late.message = u"All %1 connections were in use for %2 seconds."_s.arg(m_statistics.busy)
                           .arg(duration<double>(m_options.timeout).count());
    }
    for (const auto& leaver : leavers)
        leaver.ready(leaver.isLate ? late : Error{.kind = ErrorKind::Cancelled});
    closeLongIdle();
    return waiting;
}

// ---------------------------------------------------------------- opening and closing

bool ConnectionPool::isOutdated(const Connection& connection) const
{
    return connection.number <= m_outdatedUpTo;
}

bool ConnectionPool::isUsable(Connection& connection,
                              const std::shared_ptr<Cancellation>& cancellation)
{
    const auto now = m_options.clock();
    const auto replaced = [&](const QString& why, qint64 PoolStatistics::*counter) {
        close(connection, why);
        const std::lock_guard lock(m_mutex);
        ++(m_statistics.*counter);
        return false;
    };
    if (!connection.session)
        return false;
    bool outdated = false;
    {
        const std::lock_guard lock(m_mutex);
        outdated = isOutdated(connection);
    }
    if (outdated || !connection.session->isAlive())
        return replaced(u"closed: not to be trusted any more"_s, &PoolStatistics::invalidated);
    if (m_options.recycle >= 0ms && now - connection.openedAt > m_options.recycle)
        return replaced(u"closed: it exceeded its age"_s, &PoolStatistics::recycled);
    if (!m_options.prePing || now - connection.usedAt < m_options.pingAfter)
        return true;
    if (ping(connection, cancellation))
        return true;
    closeIdle(u"closed: another one did not answer"_s, &PoolStatistics::invalidated);
    return replaced(u"closed: it did not answer"_s, &PoolStatistics::invalidated);
}

bool ConnectionPool::ping(Connection& connection, const std::shared_ptr<Cancellation>& cancellation)
{
    Watchdog::Guard guard(m_watchdog, *connection.session, cancellation, m_options.pingPatience);
    const bool answered = connection.session->ping();
    return guard.end() && answered && connection.session->isAlive();
}

void ConnectionPool::reset(Connection& connection, bool settled)
{
    if (!connection.session)
        return;
    Session& session = *connection.session;
    session.setCancellation(std::make_shared<Cancellation>()); // what it was used for is over
    if (settled && session.isAlive() && session.inTransaction()) {
        note(connection, u"rolled back: a transaction was left open"_s);
        Watchdog::Guard guard(m_watchdog, session, std::make_shared<Cancellation>(),
                              m_options.pingPatience);
        session.rollback();
        settled = guard.end();
        const std::lock_guard lock(m_mutex);
        ++m_statistics.resets;
    }
    // An answer that is still to come would be taken for that of the next statement.
    if (!settled || !session.isAlive() || session.isBusy() || session.inTransaction())
        close(connection, u"closed: it did not come to rest"_s);
}

Result<> ConnectionPool::connect(Connection& connection,
                                 const std::shared_ptr<Cancellation>& cancellation)
{
    if (isUsable(connection, cancellation)) {
        qCDebug(logPool) << "lent:" << connection.number;
        return {};
    }
    if (cancellation->isCancelled())
        return Error{.kind = ErrorKind::Cancelled};
    auto opened = open(cancellation);
    if (!opened)
        return opened.error();
    connection = std::move(*opened);
    return {};
}

Result<ConnectionPool::Connection>
ConnectionPool::open(const std::shared_ptr<Cancellation>& cancellation)
{
    const auto start = steady_clock::now();
    Connection connection;
    {
        const std::lock_guard lock(m_mutex);
        connection.number = ++m_lastNumber;
    }
    connection.openedAt = m_options.clock();
    auto session = m_connect(cancellation);
    const duration<double, std::milli> took = steady_clock::now() - start;
    if (!session) {
        const bool cancelled = session.error().kind == ErrorKind::Cancelled;
        {
            const std::lock_guard lock(m_mutex);
            m_statistics.failed += !cancelled;
        }
        note(connection, u"could not be opened"_s, took.count(),
             cancelled ? u"cancelled"_s : session.error().message);
        return session.error();
    }
    connection.session = std::move(*session);
    connection.usedAt = m_options.clock();
    {
        const std::lock_guard lock(m_mutex);
        ++m_statistics.opened;
    }
    connection.session->setActivityLog(m_log, connection.number);
    connection.session->setFeatures(m_features);
    note(connection, u"opened: %1"_s.arg(connection.session->serverVersion()), took.count());
    return connection;
}

/// Those in use follow as they come back.
void ConnectionPool::closeIdle(const QString& why, qint64 PoolStatistics::*counter)
{
    std::deque<Connection> idle;
    {
        const std::lock_guard lock(m_mutex);
        m_outdatedUpTo = m_lastNumber;
        idle.swap(m_idle);
        if (counter)
            m_statistics.*counter += static_cast<qint64>(idle.size());
    }
    for (Connection& connection : idle)
        close(connection, why);
}

void ConnectionPool::close(Connection& connection, const QString& why)
{
    note(connection, why);
    connection.session.reset(); // outside the lock: closing may take a while
    const std::lock_guard lock(m_mutex);
    ++m_statistics.closed;
}

void ConnectionPool::closeLongIdle()
{
    std::vector<Connection> old;
    {
        const auto now = m_options.clock();
        const std::lock_guard lock(m_mutex);
        while (m_idle.size() > 1 && now - m_idle.front().usedAt > m_options.keepIdle) {
            old.push_back(std::move(m_idle.front()));
            m_idle.pop_front();
        }
    }
    for (Connection& connection : old)
        close(connection, u"closed: there was nothing for it to do"_s);
}

void ConnectionPool::dispose()
{
    closeIdle(u"closed with the pool"_s);
}

void ConnectionPool::shutdown()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    endWaits();
}

void ConnectionPool::note(const Connection& connection, const QString& what, double milliseconds,
                          const QString& error)
{
    m_log->add({.at = Timestamp::now(),
                .kind = ActivityRecord::Kind::Connection,
                .connection = connection.number,
                .text = what,
                .milliseconds = milliseconds,
                .error = error});
}

PoolStatistics ConnectionPool::statistics() const
{
    const std::lock_guard lock(m_mutex);
    PoolStatistics statistics = m_statistics;
    statistics.idle = static_cast<int>(m_idle.size());
    statistics.waiting = m_waiting[0].count() + m_waiting[1].count();
    return statistics;
}

} // namespace clientele
