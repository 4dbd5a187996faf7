// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/secondchoice.h"

#include <algorithm>
#include <tuple>

namespace clientele::secondchoice {

using namespace Qt::StringLiterals;

namespace {

/// A statement that uses the feature and neither reads nor changes a customer; empty where no plan
/// has a second choice for it.
QString trialOf(EngineFeature feature)
{
    switch (feature) {
    case EngineFeature::Returning:
        return u"UPDATE customer SET name = name WHERE false RETURNING id"_s;
    case EngineFeature::WritableCte:
        return u"WITH changed AS (UPDATE customer SET name = name WHERE false RETURNING id)"
               " SELECT id FROM changed"_s;
    case EngineFeature::OnConflict:
        return u"INSERT INTO customer (name, email) SELECT 'x', 'x' WHERE false"
               " ON CONFLICT DO NOTHING"_s;
    case EngineFeature::Unnest:
        return u"SELECT e FROM unnest('{}'::text[]) AS t(e) WHERE e = ANY ('{}'::text[])"_s;
    case EngineFeature::RowLocks:
        return u"SELECT id FROM customer WHERE false FOR UPDATE"_s;
    case EngineFeature::Savepoints:
        return u"SAVEPOINT clientele_trial; ROLLBACK TO SAVEPOINT clientele_trial;"
               " RELEASE SAVEPOINT clientele_trial"_s;
    default:
        return {};
    }
}

/// What it did is undone: all of it, or back to a savepoint of the transaction that is open.
bool isRefused(Session& session, const QString& script)
{
    const bool nested = session.inTransaction();
    if (nested) {
        if (!session.executeScript(u"SAVEPOINT clientele_learn"_s))
            return false;
    } else if (!session.begin(Session::TransactionMode::Write)) {
        return false;
    }
    const auto done = session.executeScript(script);
    if (nested)
        std::ignore = session.executeScript(u"ROLLBACK TO SAVEPOINT clientele_learn;"
                                            " RELEASE SAVEPOINT clientele_learn"_s);
    else
        session.rollback();
    return !done && errors::isRefusal(done.error());
}

} // namespace

Features presentOf(const Session& session, const Features& features)
{
    Features present;
    std::ranges::copy_if(features, std::back_inserter(present), [&](EngineFeature feature) {
        return session.features().has(feature) && !trialOf(feature).isEmpty();
    });
    return present;
}

void lack(Session& session, const Features& features, bool lacking)
{
    for (const EngineFeature feature : features)
        session.features().set(feature, !lacking);
}

bool adapt(Session& session, const Features& features)
{
    const Features used = presentOf(session, features);
    if (used.isEmpty())
        return false;
    if (learn(session, used))
        lack(session, used, true); // each is there: it is their being used together
    return true;
}

bool learn(Session& session, const Features& features)
{
    if (session.engine() != Engine::PostgreSql)
        return true;
    const Features present = presentOf(session, features);
    QStringList all;
    for (const EngineFeature feature : present)
        all += trialOf(feature);
    if (all.isEmpty() || !isRefused(session, all.join(u"; "_s)))
        return true;
    for (const EngineFeature feature : present) {
        if (isRefused(session, trialOf(feature)))
            session.features().lack(feature);
    }
    return presentOf(session, present) == present;
}

} // namespace clientele::secondchoice
