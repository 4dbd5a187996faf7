// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/connect.h"

#include "core/db/postgressession.h"
#include "core/db/sqlitesession.h"

namespace clientele {

Result<std::unique_ptr<Session>> connectTo(const ConnectionSettings& settings,
                                           const QString& password, std::shared_ptr<WriteGate> gate)
{
    if (settings.engine == Engine::PostgreSql)
        return PostgresSession::open(settings, password);
    return SqliteSession::open(settings, gate ? std::move(gate) : std::make_shared<WriteGate>());
}

} // namespace clientele
