// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cancellation.h"
#include "core/db/activitylog.h"
#include "core/db/cell.h"
#include "core/db/value.h"
#include "core/domain/connectionsettings.h"
#include "core/domain/enginefeature.h"
#include "core/result.h"

#include <QString>

#include <chrono>
#include <functional>
#include <memory>
#include <span>

namespace clientele {

/// How long the database may take over one statement. Zero is no limit.
struct StatementLimits
{
    std::chrono::milliseconds lock = std::chrono::milliseconds::zero();      ///< waiting for others
    std::chrono::milliseconds statement = std::chrono::milliseconds::zero(); ///< altogether

    bool operator==(const StatementLimits&) const = default;
};

/// One connection to a database, used by one thread at a time; only interrupt() and sever() may be
/// called by others meanwhile, under the guard that the Watchdog holds.
///
/// Statements are written with $1, $2 … and parameters always travel apart from the SQL.
class Session
{
    Q_DISABLE_COPY_MOVE(Session)

public:
    virtual ~Session();

    [[nodiscard]] virtual Engine engine() const = 0;
    /// "PostgreSQL 15.18", "SQLite 3.40.1".
    [[nodiscard]] virtual QString serverVersion() const = 0;
    /// "TLSv1.3", or empty where the line is not encrypted.
    [[nodiscard]] virtual QString encryption() const { return {}; }
    [[nodiscard]] virtual bool isReadOnly() const = 0;
    /// False once the line is known to be dead.
    [[nodiscard]] virtual bool isAlive() const = 0;
    [[nodiscard]] virtual bool inTransaction() const = 0;
    /// True while an answer is still to be read.
    [[nodiscard]] virtual bool isBusy() const { return false; }
    /// Tells this connection from all others that the server ever had, as endLost() understands it;
    /// empty where the server does not say.
    [[nodiscard]] virtual QString identity() const { return {}; }

    /// A statement that only reads. One round trip.
    Result<Rows> execute(const QString& sql, std::span<const Value> parameters = {});
    /// The same for one that is sent again and again, and whose plan does not hang on its
    /// parameters: the engine may keep it prepared.
    Result<Rows> executePrepared(const QString& sql, std::span<const Value> parameters = {});
    /// A statement that writes: outside a transaction it commits by itself. When the line breaks
    /// while it runs, the error is OutcomeUnknown. ReadOnly where the session is.
    Result<Rows> executeWrite(const QString& sql, std::span<const Value> parameters = {});
    /// Hands each row to @p take as it arrives, in flat memory, until it returns false. The session
    /// must not be used meanwhile.
    Result<> stream(const QString& sql, std::span<const Value> parameters,
                    const std::function<bool(const Row&)>& take);
    using TakeCells = std::function<bool(std::span<const Cell>)>;
    /// The same for millions of rows, of whose columns no Values are made: @p types says how each
    /// is to be read. PostgreSQL sends them in binary form, by COPY where there are no parameters.
    Result<> streamCells(const QString& sql, std::span<const Value> parameters,
                         std::span<const CellType> types, const TakeCells& take);
    /// Several statements without parameters, as a migration file holds them.
    Result<> executeScript(const QString& sql);

    /// Replaces its argument by the next part of what is sent, some 100 kB; false at the end.
    using CopyFeed = std::function<bool(QByteArray&)>;
    /// A "COPY … FROM STDIN": what @p feed gives, in as few exchanges as the network needs. Nothing
    /// of it stays where the error is not OutcomeUnknown. affected() are the rows that came in.
    /// Unsupported where the engine has no COPY.
    Result<Rows> copyIn(const QString& sql, const CopyFeed& feed);

    enum class TransactionMode
    {
        Write,
        Snapshot,  /**< reads that all see one state */
        Background /**< reads that take no more than one of the server's processors */
    };
    Result<> begin(TransactionMode mode);
    /// OutcomeUnknown where the line broke in the middle. Rolled back where the work was cancelled.
    Result<> commit();
    void rollback();

    /// A cheap round trip that shows whether the other side is still there.
    virtual bool ping() = 0;
    /// Makes the statement under way end with Cancelled. From any thread; never waits.
    virtual void interrupt() = 0;
    /// Waits until no interrupt() is under way any more, so that none can hit what is done next.
    /// False where one got stuck: nothing must be done on this session any more.
    virtual bool settle() { return true; }
    /// Breaks the line, for when interrupt() is not answered. From any thread; never waits.
    virtual void sever() = 0;

    /// Holds for the statements from here on, as far as the engine can.
    virtual void setLimits(const StatementLimits& limits) { m_limits = limits; }
    [[nodiscard]] const StatementLimits& limits() const { return m_limits; }
    /// Tells a server of them that keeps them, also for statements outside transactions: a round
    /// trip where they are other than it knows.
    virtual Result<> applyLimits() { return {}; }

    /// The work that this session is doing now; statements end with Cancelled once it is set. Never
    /// null.
    void setCancellation(std::shared_ptr<Cancellation> cancellation)
    {
        m_cancellation = std::move(cancellation);
    }
    [[nodiscard]] const Cancellation& cancellation() const { return *m_cancellation; }
    /// For threads that work along.
    [[nodiscard]] std::shared_ptr<const Cancellation> sharedCancellation() const
    {
        return m_cancellation;
    }

    /// What the engine can do, known to all sessions of a book. Never null.
    void setFeatures(std::shared_ptr<EngineFeatures> features) { m_features = std::move(features); }
    [[nodiscard]] EngineFeatures& features() const { return *m_features; }

    /// Where statements are noted from here on, as those of connection @p number.
    void setActivityLog(std::shared_ptr<ActivityLog> log, int number);
    [[nodiscard]] int number() const { return m_number; }

    /// Exchanges with the server so far, for tests that count them.
    [[nodiscard]] qint64 roundTrips() const { return m_roundTrips; }

protected:
    Session() = default;
    void countRoundTrip() { ++m_roundTrips; }

    virtual Result<Rows> doExecute(const QString& sql, std::span<const Value> parameters) = 0;
    virtual Result<Rows> doExecutePrepared(const QString& sql, std::span<const Value> parameters)
    {
        return doExecute(sql, parameters);
    }
    virtual Result<Rows> doExecuteWrite(const QString& sql, std::span<const Value> parameters) = 0;
    virtual Result<> doStream(const QString& sql, std::span<const Value> parameters,
                              const std::function<bool(const Row&)>& take) = 0;
    virtual Result<> doStreamCells(const QString& sql, std::span<const Value> parameters,
                                   std::span<const CellType> types, const TakeCells& take) = 0;
    virtual Result<> doExecuteScript(const QString& sql) = 0;
    virtual Result<Rows> doCopyIn(const QString&, const CopyFeed&)
    {
        return Error{.kind = ErrorKind::Unsupported};
    }
    virtual Result<> doBegin(TransactionMode mode) = 0;
    virtual Result<> doCommit() = 0;
    virtual void doRollback() = 0;

private:
    template <class Act>
    auto noted(const QString& text, std::span<const Value> parameters, Act act);

    StatementLimits m_limits;
    std::shared_ptr<Cancellation> m_cancellation = std::make_shared<Cancellation>();
    std::shared_ptr<EngineFeatures> m_features = std::make_shared<EngineFeatures>();
    std::shared_ptr<ActivityLog> m_log;
    int m_number = 0;
    qint64 m_roundTrips = 0;
};

} // namespace clientele
