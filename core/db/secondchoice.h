// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/errors.h"
#include "core/db/session.h"

#include <QList>

namespace clientele {

/// Plans with a second choice, for engines that lack what the first one uses.
namespace secondchoice {

using Features = QList<EngineFeature>;

/// Tries each of @p features on no rows of the customer table, and notes in session.features()
/// those that the engine refuses; false where there are such. In a transaction it needs savepoints.
bool learn(Session& session, const Features& features);

/// Those of @p features that the session may use.
Features presentOf(const Session& session, const Features& features);
void lack(Session& session, const Features& features, bool lacking);
/// After a refusal of a plan that uses @p features: finds out which of them it was about, or gives
/// up all of them. False where there is no second choice left.
bool adapt(Session& session, const Features& features);

/// Does @p work, a Result<T>() that chooses its plan by session.features() and leaves no
/// transaction open. Where the engine refuses it, what of @p features is lacking is found out and
/// the work done once more, so that nobody sees the refusal. Inside a transaction, which has failed
/// with it, the refusal is returned to whoever began it.
template <class Work>
auto adapting(Session& session, const Features& features, Work work) -> decltype(work())
{
    auto done = work();
    if (done || !errors::isRefusal(done.error()) || session.inTransaction())
        return done;
    const Features used = presentOf(session, features);
    if (!adapt(session, used))
        return done;
    auto again = work();
    if (!again && errors::isRefusal(again.error()))
        lack(session, used, false); // they were not what it was about
    return again;
}

} // namespace secondchoice
} // namespace clientele
