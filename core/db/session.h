// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cancellation.h"
#include "core/db/value.h"
#include "core/domain/connectionsettings.h"
#include "core/result.h"

#include <QString>

#include <functional>
#include <memory>
#include <span>

namespace clientele {

/// One connection to a database, used in the one thread that made it; only interrupt() and sever()
/// may be called from others, under the guard that ConnectionPool holds.
///
/// Statements are written with $1, $2 … and parameters always travel apart from the SQL.
class Session
{
    Q_DISABLE_COPY_MOVE(Session)

public:
    virtual ~Session() = default;

    [[nodiscard]] virtual Engine engine() const = 0;
    /// "PostgreSQL 15.18", "SQLite 3.40.1".
    [[nodiscard]] virtual QString serverVersion() const = 0;
    /// "TLSv1.3", or empty where the line is not encrypted.
    [[nodiscard]] virtual QString encryption() const { return {}; }
    [[nodiscard]] virtual bool isReadOnly() const = 0;
    /// False once the line is known to be dead.
    [[nodiscard]] virtual bool isAlive() const = 0;
    [[nodiscard]] virtual bool inTransaction() const = 0;

    /// A statement that only reads. One round trip.
    virtual Result<Rows> execute(const QString& sql, std::span<const Value> parameters = {}) = 0;
    /// A statement that writes: outside a transaction it commits by itself. When the line breaks
    /// while it runs, the error is OutcomeUnknown. ReadOnly where the session is.
    virtual Result<Rows> executeWrite(const QString& sql,
                                      std::span<const Value> parameters = {}) = 0;
    /// Hands each row to @p take as it arrives, in flat memory, until it returns false. The session
    /// must not be used meanwhile.
    virtual Result<> stream(const QString& sql, std::span<const Value> parameters,
                            const std::function<bool(const Row&)>& take) = 0;
    /// Several statements without parameters, as a migration file holds them.
    virtual Result<> executeScript(const QString& sql) = 0;

    enum class TransactionMode
    {
        Write,
        Snapshot /**< reads that all see one state */
    };
    virtual Result<> begin(TransactionMode mode) = 0;
    /// OutcomeUnknown where the line broke in the middle.
    virtual Result<> commit() = 0;
    virtual void rollback() = 0;

    /// A cheap round trip that shows whether the other side is still there.
    virtual bool ping() = 0;
    /// Makes the statement under way end with Cancelled. From any thread.
    virtual void interrupt() = 0;
    /// Breaks the line, for when interrupt() is not answered. From any thread.
    virtual void sever() = 0;

    /// The work that this session is doing now; statements end with Cancelled once it is set. Never
    /// null.
    void setCancellation(std::shared_ptr<Cancellation> cancellation)
    {
        m_cancellation = std::move(cancellation);
    }
    [[nodiscard]] const Cancellation& cancellation() const { return *m_cancellation; }
    /// Exchanges with the server so far, for tests that count them.
    [[nodiscard]] qint64 roundTrips() const { return m_roundTrips; }

protected:
    Session() = default;
    void countRoundTrip() { ++m_roundTrips; }

private:
    std::shared_ptr<Cancellation> m_cancellation = std::make_shared<Cancellation>();
    qint64 m_roundTrips = 0;
};

} // namespace clientele
