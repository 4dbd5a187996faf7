// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/migrationfiles.h"
#include "core/db/session.h"

namespace clientele::migrations {

/// A row of the table clientele_revision.
struct Applied
{
    QString revision;
    QString name;
    QString at;
    QString checksum;     ///< empty where an early version applied it
    bool stamped = false; ///< said to be there, not made by us
};

/// What the table clientele_revision says.
struct State
{
    bool tableThere = false;
    QList<Applied> applied; ///< oldest first

    /// Whether the customer table was made by others: then it is never dropped.
    [[nodiscard]] bool adopted() const { return !applied.isEmpty() && applied.first().stamped; }
    [[nodiscard]] QString revision() const
    {
        return applied.isEmpty() ? QString() : applied.last().revision;
    }
    /// The place among @p migrations; InvalidInput where a newer program was here.
    [[nodiscard]] Result<int> place(const QList<Migration>& migrations) const;
    /// What was applied here and reads otherwise now, a sentence each.
    [[nodiscard]] QStringList edited(const QList<Migration>& migrations) const;
};

/// Reading it changes nothing, also where the table is missing or an early version made it.
Result<State> readState(Session& session);
/// Makes the table, or gives an early version's the columns that it lacks.
Result<> prepareState(Session& session);
Result<> note(Session& session, const Migration& migration, bool adopted, bool stamped);
/// Gives a row its checksum anew.
Result<> noteChecksum(Session& session, const Migration& migration, bool adopted);
Result<> forget(Session& session, const QString& revision);
Result<> dropState(Session& session);

/// The statements that prepareState(), note() and forget() come to, for people to run by hand.
QStringList prepareStateSql(Engine engine);
QString noteSql(const Migration& migration, bool adopted, bool stamped);
QString forgetSql(const Migration& migration);

/// What Alembic's own table says, or an empty text. That table is left alone.
Result<QString> alembicRevision(Session& session);

} // namespace clientele::migrations
