// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/pooloptions.h"
#include "core/db/waitingline.h"
#include "core/db/watchdog.h"
#include "core/domain/poolstatistics.h"

#include <deque>
#include <mutex>
#include <optional>

namespace clientele {

/// Connections that are opened lazily, lent to one user at a time and used again. Users that find
/// none free wait in the order of asking, each lane in a line of its own. Thread-safe; who uses a
/// connection may be any thread.
class ConnectionPool final
{
    Q_DISABLE_COPY_MOVE(ConnectionPool)

    struct Connection
    {
        std::unique_ptr<Session> session;
        int number = 0; // in the order of opening, from 1
        std::chrono::milliseconds openedAt{};
        std::chrono::milliseconds usedAt{};
    };

public:
    /// Opens one; gives up early when the cancellation says so.
    using Connect = std::function<Result<std::unique_ptr<Session>>(
        const std::shared_ptr<Cancellation>& cancellation)>;

    ConnectionPool(Connect connect, PoolOptions options, std::shared_ptr<ActivityLog> log = {});
    /// Every lease must be back.
    ~ConnectionPool();

    /// The right to use one of the pool's connections; gives it back as it is destroyed. Used by
    /// one thread at a time.
    class Lease final
    {
        Q_DISABLE_COPY(Lease)

    public:
        Lease(Lease&& other) noexcept;
        Lease& operator=(Lease&&) = delete;
        ~Lease();

        /// Makes session() usable: replaces what is old or dead, and opens one where there is none.
        Result<> connect(const std::shared_ptr<Cancellation>& cancellation);
        [[nodiscard]] bool isConnected() const { return m_connection.session != nullptr; }
        /// After connect(), until invalidate().
        [[nodiscard]] Session& session() const { return *m_connection.session; }
        [[nodiscard]] Lane lane() const { return m_lane; }

        /// The connection was found dead: it goes, and so do idle ones that are as old. connect()
        /// opens another.
        void invalidate();
        /// Brings the connection to rest after work on it: rolls back what was left open. Where it
        /// did not @p settle, or does not come to rest, it alone goes.
        void reset(bool settled);

    private:
        friend class ConnectionPool;
        Lease(ConnectionPool& pool, Lane lane, Connection connection)
            : m_pool(&pool), m_lane(lane), m_connection(std::move(connection))
        {}

        ConnectionPool* m_pool;
        Lane m_lane;
        Connection m_connection;
    };

    /// Waits its turn and connects. PoolExhausted where nothing became free in time.
    Result<Lease>
    checkout(Lane lane,
             const std::shared_ptr<Cancellation>& cancellation = std::make_shared<Cancellation>());

    using Ready = WaitingLine<Result<Lease>>::Ready;
    /// Does not wait: calls @p ready with a lease that is not connected yet, at once or from the
    /// thread that gives one back; or with PoolExhausted or Cancelled from a thread of the pool's.
    void request(Lane lane, const std::shared_ptr<Cancellation>& cancellation, Ready ready);

    /// Closes what is idle, and what is in use as it comes back. What is asked for next is opened
    /// anew.
    void dispose();
    /// Answers Cancelled to all who wait or ask from here on. Does not wait for leases.
    void shutdown();

    [[nodiscard]] PoolStatistics statistics() const;
    [[nodiscard]] const PoolOptions& options() const { return m_options; }
    /// Never null.
    [[nodiscard]] const std::shared_ptr<ActivityLog>& log() const { return m_log; }
    [[nodiscard]] const std::shared_ptr<EngineFeatures>& features() const { return m_features; }
    [[nodiscard]] Watchdog& watchdog() { return m_watchdog; }

private:
    [[nodiscard]] bool mayServe(Lane lane) const;
    [[nodiscard]] std::optional<Lease> reserve(Lane lane);
    void giveBack(Lane lane, Connection connection);
    void serveWaiters(std::unique_lock<std::mutex>& lock);
    bool endWaits();

    Result<> connect(Connection& connection, const std::shared_ptr<Cancellation>& cancellation);
    Result<Connection> open(const std::shared_ptr<Cancellation>& cancellation);
    [[nodiscard]] bool isUsable(Connection& connection,
                                const std::shared_ptr<Cancellation>& cancellation);
    [[nodiscard]] bool isOutdated(const Connection& connection) const;
    bool ping(Connection& connection, const std::shared_ptr<Cancellation>& cancellation);
    void reset(Connection& connection, bool settled);
    void closeIdle(const QString& why, qint64 PoolStatistics::*counter = nullptr);
    void close(Connection& connection, const QString& why);
    void closeLongIdle();
    void note(const Connection& connection, const QString& what, double milliseconds = 0,
              const QString& error = {});

    const Connect m_connect;
    const PoolOptions m_options;
    const std::shared_ptr<ActivityLog> m_log;
    const std::shared_ptr<EngineFeatures> m_features = std::make_shared<EngineFeatures>();

    mutable std::mutex m_mutex;
    std::deque<Connection> m_idle;           // the longest idle first
    WaitingLine<Result<Lease>> m_waiting[2]; // by lane
    PoolStatistics m_statistics;
    int m_lastNumber = 0;
    int m_outdatedUpTo = 0; // connections up to this number are not used again
    bool m_stopping = false;

    Watchdog m_watchdog; // last: its thread ends before the rest does
};

} // namespace clientele
