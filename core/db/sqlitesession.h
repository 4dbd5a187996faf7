// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/db/sqlitebrake.h"
#include "core/db/sqlitehandle.h"
#include "core/db/sqlitestatementcache.h"
#include "core/db/writegate.h"

namespace clientele {

/// A SQLite file. WAL, so that readers never wait for the writer; what is committed survives a
/// power cut (synchronous=FULL). Writers of one program take turns at the gate; other programs are
/// waited for as long as limits().lock, or SqliteBrake::defaultLockLimit where that is zero.
///
/// The connection is opened without SQLite's mutex: it may be handed from thread to thread, and it
/// is the pool that lets one use it at a time.
class SqliteSession final : public Session
{
public:
    /// A file that is not there is made, readable by its owner alone. One that may only be read is
    /// opened so.
    static Result<std::unique_ptr<Session>> open(const ConnectionSettings& settings,
                                                 const std::shared_ptr<WriteGate>& gate);
    ~SqliteSession() override;

    [[nodiscard]] Engine engine() const override { return Engine::Sqlite; }
    [[nodiscard]] QString serverVersion() const override;
    [[nodiscard]] bool isReadOnly() const override { return m_readOnly; }
    [[nodiscard]] bool isAlive() const override { return true; } // there is no line to break
    [[nodiscard]] bool inTransaction() const override;

    Result<Rows> doExecute(const QString& sql, std::span<const Value> parameters) override;
    Result<Rows> doExecuteWrite(const QString& sql, std::span<const Value> parameters) override;
    Result<> doStream(const QString& sql, std::span<const Value> parameters,
                      const std::function<bool(const Row&)>& take) override;
    Result<> doStreamCells(const QString& sql, std::span<const Value> parameters,
                           std::span<const CellType> types, const TakeCells& take) override;
    Result<> doExecuteScript(const QString& sql) override;
    Result<> doBegin(TransactionMode mode) override;
    /// Rolled back where it fails.
    Result<> doCommit() override;
    void doRollback() override;
    bool ping() override { return true; }
    void interrupt() override { m_brake.pull(); }
    void sever() override { interrupt(); }

private:
    SqliteSession(SqliteHandle handle, std::shared_ptr<WriteGate> gate, const QString& file);

    static Result<std::unique_ptr<Session>> openOnce(const ConnectionSettings& settings,
                                                     SqliteAccess access,
                                                     const std::shared_ptr<WriteGate>& gate);
    Result<> prepareFile();
    Result<> useWal();
    [[nodiscard]] std::optional<Error> refusal() const;
    Result<SqliteStatement*> start(const QString& sql, std::span<const Value> parameters);
    Result<SqliteStatement*> compiled(const QString& sql);
    void finish(SqliteStatement& statement);
    [[nodiscard]] Error failure() const;

    const SqliteHandle m_handle; // as long as the session: interrupt() never meets a closed one
    SqliteBrake m_brake;
    SqliteStatementCache m_statements;
    std::shared_ptr<WriteGate> m_gate;
    std::optional<WriteGate::Turn> m_turn; ///< while a transaction writes
    QString m_file;
    bool m_readOnly = false;
    bool m_begun = false; ///< a transaction that was neither committed nor rolled back by us
};

} // namespace clientele
