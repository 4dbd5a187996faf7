// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/connectionsettings.h"
#include "tests/support/serverprocess.h"

#include <QString>

namespace clientele::testing {

/// A PostgreSQL server of the test's own: a fresh cluster in a temporary folder, on a free loopback
/// port, superuser postgres, UTF-8, C.UTF-8, without fsync. It runs from the constructor to the
/// destructor. Everything that fails ends the test program with a sentence.
class PostgresServer final
{
    Q_DISABLE_COPY_MOVE(PostgresServer)

public:
    struct Options
    {
        QString
            password; ///< where set, everybody signs in by scram-sha-256, and postgres with this
        QString configuration; ///< further lines of postgresql.conf
        QString folder;        ///< where set, the cluster is kept here, and found here again
    };

    PostgresServer();
    explicit PostgresServer(const Options& options);
    /// Immediate where what is in the cluster is thrown away.
    ~PostgresServer();

    [[nodiscard]] int port() const { return m_server.port(); }
    [[nodiscard]] bool isRunning() const { return m_server.isRunning(); }
    /// The folder with the server's Unix socket.
    [[nodiscard]] QString socketFolder() const { return m_server.folder(); }

    /// How user postgres reaches @p database, by 127.0.0.1.
    [[nodiscard]] ConnectionSettings settings(const QString& database = defaultDatabase()) const;
    /// The same as a URL; it holds the password where there is one.
    [[nodiscard]] QString url(const QString& database = defaultDatabase()) const;

    /// Starts it again where it was stopped, on the same port.
    void start();
    /// Sessions are thrown out, transactions rolled back, files left in order.
    void stop();
    void restart();
    /// As when the machine loses its power: the server recovers at the next start().
    void kill();

    /// Makes an empty database. Where there is one of that name, it is dropped with its sessions.
    void createDatabase(const QString& name);
    /// What psql prints: rows on lines, columns parted by "|".
    QString execute(const QString& database, const QString& sql) const;

private:
    static QString defaultDatabase();
    void makeCluster();

    Options m_options;
    QString m_binaries;
    ServerProcess m_server;
};

} // namespace clientele::testing
