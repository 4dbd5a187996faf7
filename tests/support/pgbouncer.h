// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/connectionsettings.h"
#include "tests/support/postgresserver.h"
#include "tests/support/serverprocess.h"

namespace clientele::testing {

/// PgBouncer in transaction mode in front of a PostgresServer that trusts everybody. Every
/// transaction may run on another server connection, as behind a real pooler. Runs as long as this
/// object.
class PgBouncer final
{
    Q_DISABLE_COPY_MOVE(PgBouncer)

public:
    explicit PgBouncer(const PostgresServer& server, int poolSize = 4);

    [[nodiscard]] int port() const { return m_server.port(); }
    /// The server's settings, by way of the pooler.
    [[nodiscard]] ConnectionSettings settings(const QString& database) const;

private:
    ServerProcess m_server;
};

} // namespace clientele::testing
