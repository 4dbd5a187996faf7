// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/probetrial.h"

namespace clientele {

/// The trials of probe() for PostgreSQL and what speaks its protocol.
class PostgresProbe final
{
public:
    /// @p another may be null.
    PostgresProbe(Session& session, Session* another);

    Result<CapabilityReport> run();

private:
    /// Where the trials keep their rows.
    enum class Scratch
    {
        Temporary,
        Ordinary, ///< of this user's own, and dropped
        None
    };

    Outcome server();
    Outcome setting(const QString& expression);
    Outcome poolerAndPrepared();
    Outcome temporaryTables();
    Outcome transactionalDdl();
    Outcome isolation();
    Outcome advisoryLocks();
    Outcome notifications();
    Outcome localSettings();
    Outcome trigrams();
    Outcome copy();
    Outcome estimatedCounts();
    Outcome ids();
    Outcome catalogue();

    /// Runs @p script in a transaction with a scratch table, which is undone.
    Outcome onScratch(const QString& script, const QString& finding);
    Result<> beginWithScratch();
    void dropScratch();
    /// The first column of the first row.
    Result<QString> ask(const QString& sql);

    Session& m_session;
    Session* m_another;
    const QString m_table; ///< a name that nobody else has
    Scratch m_scratch = Scratch::None;
    bool m_outlivesRollback = true; ///< until it was seen that it does not
    bool m_isPooled = false;
    Error m_whyNoScratch;
};

} // namespace clientele
