// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/postgrescancel.h"
#include "core/db/postgresconnect.h"
#include "core/db/session.h"

#include <QHash>

#include <atomic>

namespace clientele {

class PostgresParameters;

/// PostgreSQL's protocol by libpq: PQexecParams is one round trip with real parameters, and leaves
/// nothing behind in a pooler. Where no pooler is in between, statements may be kept prepared.
class PostgresSession final : public Session
{
public:
    /// Opens a connection. @p limits hold from the start where the server keeps them.
    static Result<std::unique_ptr<Session>> open(const ConnectionSettings& settings,
                                                 const QString& password,
                                                 const StatementLimits& limits,
                                                 const std::shared_ptr<Cancellation>& cancellation);

    [[nodiscard]] Engine engine() const override { return Engine::PostgreSql; }
    [[nodiscard]] QString serverVersion() const override;
    [[nodiscard]] QString encryption() const override;
    [[nodiscard]] bool isReadOnly() const override { return m_readOnly; }
    [[nodiscard]] bool isAlive() const override;
    [[nodiscard]] bool inTransaction() const override;
    [[nodiscard]] bool isBusy() const override;
    [[nodiscard]] QString identity() const override { return m_opened.identity; }
    /// Whether a pooler is in between, which may run every transaction on another connection.
    [[nodiscard]] bool isPooled() const { return !m_opened.direct; }

    Result<> applyLimits() override;
    bool ping() override;
    void interrupt() override { m_cancel.request(); }
    bool settle() override;
    void sever() override;

private:
    PostgresSession(OpenedPostgres opened, const ConnectionSettings& settings);

    Result<Rows> doExecute(const QString& sql, std::span<const Value> parameters) override;
    Result<Rows> doExecutePrepared(const QString& sql, std::span<const Value> parameters) override;
    Result<Rows> doExecuteWrite(const QString& sql, std::span<const Value> parameters) override;
    Result<> doStream(const QString& sql, std::span<const Value> parameters,
                      const std::function<bool(const Row&)>& take) override;
    Result<> doStreamCells(const QString& sql, std::span<const Value> parameters,
                           std::span<const CellType> types, const TakeCells& take) override;
    Result<> copyCells(const QString& sql, std::span<const CellType> types, const TakeCells& take);
    Result<> fetchCells(const QString& sql, std::span<const Value> parameters,
                        std::span<const CellType> types, const TakeCells& take);
    Result<> doExecuteScript(const QString& sql) override;
    Result<Rows> doCopyIn(const QString& sql, const CopyFeed& feed) override;
    Result<> runScript(const QString& sql);
    Result<> doBegin(TransactionMode mode) override;
    Result<> doCommit() override;
    void doRollback() override;

    [[nodiscard]] PGconn* connection() const { return m_opened.connection.get(); }
    PostgresResult prepareAndExecute(const QByteArray& name, const QByteArray& sql,
                                     const PostgresParameters& bound);
    [[nodiscard]] QString limitsToSet() const;
    [[nodiscard]] Result<Rows> answer(const PGresult* result) const;
    [[nodiscard]] Error failure(const PGresult* result) const;
    [[nodiscard]] Error lost() const;
    Result<> ended(bool wanted, const std::optional<Error>& error);

    OpenedPostgres m_opened;
    PostgresCancel m_cancel;
    const bool m_readOnly;
    const QString m_location;
    QHash<QString, QByteArray> m_prepared; // names by SQL
    int m_lastPrepared = 0;
    std::atomic<bool> m_severed = false;
};

} // namespace clientele
