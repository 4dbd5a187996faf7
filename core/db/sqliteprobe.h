// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/probetrial.h"

namespace clientele {

/// The trials of probe() for SQLite.
class SqliteProbe final
{
public:
    explicit SqliteProbe(Session& session) : m_session(session) {}

    Result<CapabilityReport> run();

private:
    /// Runs @p script in a transaction that is undone.
    Outcome inTrial(const QString& script, const QString& finding);
    Result<QString> ask(const QString& sql);
    Outcome writeAheadLog();
    Outcome limits();

    Session& m_session;
};

} // namespace clientele
