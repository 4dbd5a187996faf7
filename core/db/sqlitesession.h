// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/db/writegate.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <unordered_map>

struct sqlite3;

namespace clientele {

/// A SQLite file by QSqlQuery. WAL, so that readers never wait for the writer; what is committed
/// survives a power cut (synchronous=FULL). Writers of one program take turns at the gate.
class SqliteSession final : public Session
{
public:
    static Result<std::unique_ptr<Session>> open(const ConnectionSettings& settings,
                                                 std::shared_ptr<WriteGate> gate);
    ~SqliteSession() override;

    [[nodiscard]] Engine engine() const override { return Engine::Sqlite; }
    [[nodiscard]] QString serverVersion() const override;
    [[nodiscard]] bool isReadOnly() const override { return m_readOnly; }
    [[nodiscard]] bool isAlive() const override { return m_database.isOpen(); }
    [[nodiscard]] bool inTransaction() const override { return m_inTransaction; }

    Result<Rows> execute(const QString& sql, std::span<const Value> parameters) override;
    Result<Rows> executeWrite(const QString& sql, std::span<const Value> parameters) override;
    Result<> stream(const QString& sql, std::span<const Value> parameters,
                    const std::function<bool(const Row&)>& take) override;
    Result<> executeScript(const QString& sql) override;
    Result<> begin(TransactionMode mode) override;
    Result<> commit() override;
    void rollback() override;
    bool ping() override { return true; }
    void interrupt() override;
    void sever() override { interrupt(); }

private:
    struct Prepared
    {
        QSqlQuery query;
        std::vector<size_t> order; // which parameter each placeholder takes
    };

    SqliteSession(const QSqlDatabase& database, std::shared_ptr<WriteGate> gate,
                  const QString& file);

    static Result<std::unique_ptr<Session>> openOnce(const ConnectionSettings& settings,
                                                     const QString& options,
                                                     std::shared_ptr<WriteGate> gate);
    Result<> prepareFile(bool readOnly);
    Result<QSqlQuery*> start(const QString& sql, std::span<const Value> parameters);
    [[nodiscard]] Error failure(const QSqlError& error) const;
    void leaveTransaction();

    QSqlDatabase m_database;
    sqlite3* m_handle = nullptr; // the QSqlDatabase's
    std::shared_ptr<WriteGate> m_gate;
    QString m_file;
    bool m_readOnly = false;
    bool m_inTransaction = false;
    bool m_insideGate = false;
    std::unordered_map<QString, Prepared> m_prepared;
};

} // namespace clientele
