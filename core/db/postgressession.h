// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"

#include <QSqlDatabase>

#include <libpq-fe.h>

namespace clientele {

/// PostgreSQL's protocol by libpq, on the connection that a QSqlDatabase carries: PQexecParams is
/// one round trip with real parameters, and leaves nothing behind in a pooler.
class PostgresSession final : public Session
{
public:
    /// Opens a connection; the QSqlDatabase is this session's own.
    static Result<std::unique_ptr<Session>> open(const ConnectionSettings& settings,
                                                 const QString& password);
    ~PostgresSession() override;

    [[nodiscard]] Engine engine() const override { return Engine::PostgreSql; }
    [[nodiscard]] QString serverVersion() const override;
    [[nodiscard]] QString encryption() const override;
    [[nodiscard]] bool isReadOnly() const override { return m_readOnly; }
    [[nodiscard]] bool isAlive() const override;
    [[nodiscard]] bool inTransaction() const override;

    Result<Rows> execute(const QString& sql, std::span<const Value> parameters) override;
    Result<Rows> executeWrite(const QString& sql, std::span<const Value> parameters) override;
    Result<> stream(const QString& sql, std::span<const Value> parameters,
                    const std::function<bool(const Row&)>& take) override;
    Result<> executeScript(const QString& sql) override;
    Result<> begin(TransactionMode mode) override;
    Result<> commit() override;
    void rollback() override;
    bool ping() override;
    void interrupt() override;
    void sever() override;

private:
    PostgresSession(const QSqlDatabase& database, PGconn* connection, bool readOnly,
                    const QString& location);

    [[nodiscard]] Error failure(const PGresult* result) const;
    [[nodiscard]] Error lost() const;

    struct FreeCancel
    {
        void operator()(PGcancel* cancel) const { PQfreeCancel(cancel); }
    };

    QSqlDatabase m_database;
    PGconn* m_connection; // the QSqlDatabase's
    std::unique_ptr<PGcancel, FreeCancel> m_cancel;
    bool m_readOnly;
    QString m_location;
};

} // namespace clientele
