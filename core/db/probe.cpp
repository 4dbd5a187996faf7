// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/probe.h"

#include "core/db/postgresprobe.h"
#include "core/db/sqliteprobe.h"

namespace clientele {

Result<CapabilityReport> probe(Session& session, const OpenSession& openAnother)
{
    if (session.engine() == Engine::Sqlite)
        return SqliteProbe(session).run();
    std::unique_ptr<Session> another;
    if (openAnother) {
        if (auto opened = openAnother())
            another = std::move(*opened);
    }
    return PostgresProbe(session, another.get()).run();
}

} // namespace clientele
