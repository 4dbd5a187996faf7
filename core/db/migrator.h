// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/migrationrun.h"
#include "core/db/migrationstate.h"

namespace clientele::migrations {

/// Takes a database from one revision to another. Each migration is one transaction under a lock,
/// and its row in clientele_revision is the last thing that it writes; where the engine cannot roll
/// back changes of tables, it is one statement at a time, and a run that broke off is gone on with.
///
/// Targets are written as locate() reads them. What is refused is told in sentences: InvalidInput
/// for what cannot be done so, Conflict where a table of others is in the way, PermissionDenied
/// where the user lacks a right that this takes.
class Migrator final
{
    Q_DISABLE_COPY_MOVE(Migrator)

public:
    explicit Migrator(Session& session);

    /// The revisions applied, in order.
    Result<QStringList> upgrade(const QString& target = QStringLiteral("head"));
    enum class Base
    {
        Refuse, ///< going back to base is an error with the code "base"
        Allow
    };
    /// The revisions taken back, in order. At base nothing of ours is left; a table that was
    /// adopted stays, as its makers know it.
    Result<QStringList> downgrade(const QString& target, Base base);
    /// Changes what clientele_revision says and nothing else; "base" empties it. The revision that
    /// it says then. SchemaMissing or SchemaMismatch where no table is there that could be at any.
    Result<QString> stamp(const QString& target);
    /// Takes over a table that others made: stamps it 0001, so that upgrade() may add to it.
    Result<> adopt();

private:
    Result<State> readChecked();
    Result<> refuseEdited(const State& state) const;
    Result<> refuseAnothers(const State& state);
    Result<QString> stepUp(int to);
    Result<QString> stepDown(int to);
    Result<QString> restamp(int to);
    Result<> rebuildSafely(const QString& script);
    [[nodiscard]] Error failed(const Migration& migration, Error error) const;

    Session& m_session;
    const QList<Migration> m_migrations;
    MigrationRun m_run;
};

} // namespace clientele::migrations
