// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"

#include <functional>

namespace clientele::migrations {

/// One migration at work, alone: a transaction where the engine can roll back changes of tables,
/// and else one statement at a time, under a claim that tells a later run what was begun.
class MigrationRun final
{
    Q_DISABLE_COPY_MOVE(MigrationRun)

public:
    explicit MigrationRun(Session& session);

    [[nodiscard]] bool isTransactional() const { return m_transactional; }
    /// Inside a work: the migration that a run before had begun and not ended; empty where none.
    [[nodiscard]] const QString& resumed() const { return m_resumed; }

    /// Does its part of the way; an empty text where there was nothing to do, and nothing is kept.
    using Work = std::function<Result<QString>()>;
    /// Does @p work for the migration @p revision while no other program migrates this database.
    Result<QString> underLock(const QString& revision, const Work& work);

    /// For works: runs what a migration file holds.
    Result<> script(const QString& sql);
    /// For works: says that the state table, and every claim with it, is gone.
    void stateDropped() { m_stateDropped = true; }

private:
    Result<QString> inTransaction(const Work& work);
    Result<QString> stepByStep(const QString& revision, const Work& work);
    Result<> makeStateTable();

    Session& m_session;
    const bool m_transactional;
    QString m_resumed;
    bool m_begun = false; ///< a statement was sent that cannot be taken back
    bool m_stateDropped = false;
};

} // namespace clientele::migrations
