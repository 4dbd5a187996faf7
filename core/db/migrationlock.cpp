// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/migrationlock.h"

#include <array>
#include <thread>

namespace clientele::migrations::lock {

using namespace Qt::StringLiterals;

namespace {

constexpr auto claimPause = std::chrono::milliseconds(100);
constexpr int claimAttempts = 600; // a minute

// In UTC, for two programs may have set different zones.
const auto now = u"(CURRENT_TIMESTAMP AT TIME ZONE 'UTC')"_s;

const auto insertClaim =
    u"INSERT INTO clientele_revision (revision, name, applied_at) VALUES ('', $1, %1)"_s.arg(now);
const auto deleteClaim = u"DELETE FROM clientele_revision WHERE revision = ''"_s;

Result<> withoutRows(const Result<Rows>& rows)
{
    return rows ? Result<>() : rows.error();
}

bool isRefusal(const Error& error)
{
    // No such function, where an engine does not even know its name.
    return error.kind == ErrorKind::Unsupported || error.code == u"42883";
}

bool usesClaim(const Session& session)
{
    return session.engine() == Engine::PostgreSql &&
           !session.features().has(EngineFeature::AdvisoryLocks);
}

/// The migration that a claim was for whose owner has not been heard of for long; nothing where
/// there is none such.
Result<std::optional<QString>> takeOver(Session& session)
{
    const auto stale = session.execute(u"SELECT name FROM clientele_revision WHERE revision = ''"
                                       " AND applied_at < %1 - INTERVAL '15 minutes'"_s.arg(now));
    if (!stale)
        return stale.error();
    if (stale->isEmpty())
        return std::optional<QString>();
    const auto taken =
        session.executeWrite(u"UPDATE clientele_revision SET applied_at = %1 WHERE revision = ''"
                             " AND applied_at < %1 - INTERVAL '15 minutes'"_s.arg(now));
    if (!taken)
        return taken.error();
    return taken->affected() == 1 ? std::optional(stale->at(0).text(0)) : std::nullopt;
}

} // namespace

Result<bool> take(Session& session)
{
    if (session.engine() != Engine::PostgreSql)
        return false;
    if (usesClaim(session)) {
        // A second transaction that inserts the same key waits until the first has ended.
        const auto claimed = session.executeWrite(insertClaim, std::array{Value(u"claim"_s)});
        return claimed ? Result<bool>(false) : claimed.error();
    }
    // Two programs that make the state table at once would clash in the catalogue; the number is
    // "clientele".
    const auto locked = session.execute(u"SELECT pg_advisory_xact_lock(7164775893226217)"_s);
    if (locked)
        return false;
    if (!isRefusal(locked.error()))
        return locked.error();
    session.features().lack(EngineFeature::AdvisoryLocks);
    return true;
}

Result<> giveBack(Session& session)
{
    return usesClaim(session) ? withoutRows(session.executeWrite(deleteClaim)) : Result<>();
}

Result<QString> claim(Session& session, const QString& revision)
{
    for (int attempt = 0; attempt < claimAttempts; ++attempt) {
        const auto claimed = session.executeWrite(insertClaim, std::array{Value(revision)});
        if (claimed)
            return QString();
        if (claimed.error().kind != ErrorKind::Duplicate)
            return claimed.error();
        const auto taken = takeOver(session);
        if (!taken)
            return taken.error();
        if (*taken)
            return **taken;
        std::this_thread::sleep_for(claimPause);
    }
    return Error{.kind = ErrorKind::Busy,
                 .message = u"Another program is migrating this database, or was ended while it "
                            "did. Where none is, try again in 15 minutes."_s};
}

Result<> renewClaim(Session& session)
{
    return withoutRows(session.executeWrite(
        u"UPDATE clientele_revision SET applied_at = %1 WHERE revision = ''"_s.arg(now)));
}

void abandonClaim(Session& session)
{
    // Where even this fails, the next program waits until the claim is old.
    (void)session.executeWrite(
        u"UPDATE clientele_revision SET applied_at = '1970-01-01' WHERE revision = ''"_s);
}

Result<> endClaim(Session& session)
{
    return withoutRows(session.executeWrite(deleteClaim));
}

} // namespace clientele::migrations::lock
