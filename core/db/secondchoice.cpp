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
    case EngineFeature::Copy:
        return u"COPY customer (name, email) FROM STDIN"_s;
    case EngineFeature::TemporaryTables:
        return u"CREATE TEMPORARY TABLE clientele_trial (name text) ON COMMIT DROP"_s;
    case EngineFeature::RowLocks:
        return u"SELECT id FROM customer WHERE false FOR UPDATE"_s;
    case EngineFeature::Savepoints:
        return u"SAVEPOINT clientele_trial; ROLLBACK TO SAVEPOINT clientele_trial;"
               " RELEASE SAVEPOINT clientele_trial"_s;
    default:
        return {};
    }
}

Result<> tryOut(Session& session, const Features& features)
{
    QStringList scripts;
    for (const EngineFeature feature : features) {
        if (feature != EngineFeature::Copy)
            scripts += trialOf(feature);
    }
    if (!scripts.isEmpty()) {
        if (auto done = session.executeScript(scripts.join(u"; "_s)); !done)
            return done;
    }
    if (!features.contains(EngineFeature::Copy))
        return {};
    const auto nothing = [](QByteArray&) { return false; };
    const auto copied = session.copyIn(trialOf(EngineFeature::Copy), nothing);
    return copied ? Result<>() : copied.error();
}

/// What it did is undone: all of it, or back to a savepoint of the transaction that is open.
bool isRefused(Session& session, const Features& features)
{
    const bool nested = session.inTransaction();
    if (nested) {
        if (!session.executeScript(u"SAVEPOINT clientele_learn"_s))
            return false;
    } else if (!session.begin(Session::TransactionMode::Write)) {
        return false;
    }
    const auto done = tryOut(session, features);
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
    if (present.isEmpty() || !isRefused(session, present))
        return true;
    for (const EngineFeature feature : present) {
        if (isRefused(session, {feature}))
            session.features().lack(feature);
    }
    return presentOf(session, present) == present;
}

} // namespace clientele::secondchoice
