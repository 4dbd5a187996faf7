// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"

namespace clientele::migrations {

/// Keeps two programs from migrating one database at once.
///
/// Inside a transaction it is PostgreSQL's advisory lock, and where the engine has none, a claim: a
/// row of clientele_revision that only one transaction can insert and that goes with it. On SQLite
/// BEGIN IMMEDIATE is lock enough. Where changes of tables cannot be rolled back, nothing holds
/// a whole transaction, so there the claim is committed; it is taken over from a program that ended
/// without giving it back.
namespace lock {

/// Waits for the other. True where the transaction must be begun again, because the engine refused
/// the advisory lock; that is then noted in the session's features.
Result<bool> take(Session& session);
/// Before the commit.
Result<> giveBack(Session& session);

/// Outside a transaction, for the migration @p revision. The answer is the migration that another
/// program had begun and not ended, or empty. Busy where another one is at work.
Result<QString> claim(Session& session, const QString& revision);
/// Says that the claim's owner is still at work.
Result<> renewClaim(Session& session);
/// Lets the next program go on at once where this one failed.
void abandonClaim(Session& session);
Result<> endClaim(Session& session);

} // namespace lock
} // namespace clientele::migrations
