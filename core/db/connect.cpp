// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/connect.h"

#include "core/db/postgressession.h"
#include "core/db/sqlitesession.h"

namespace clientele {

Result<std::unique_ptr<Session>> connectTo(const ConnectionSettings& settings,
                                           const QString& password, const ConnectOptions& options)
{
    auto session =
        settings.engine == Engine::PostgreSql
            ? PostgresSession::open(settings, password, options.limits, options.cancellation)
            : SqliteSession::open(settings,
                                  options.gate ? options.gate : std::make_shared<WriteGate>());
    if (session)
        (*session)->setLimits(options.limits);
    return session;
}

} // namespace clientele
