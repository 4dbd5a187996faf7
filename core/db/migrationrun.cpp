// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/migrationrun.h"

#include "core/db/migrationfiles.h"
#include "core/db/migrationlock.h"
#include "core/db/migrationstate.h"
#include "core/db/transaction.h"

#include <QScopeGuard>

namespace clientele::migrations {

using namespace Qt::StringLiterals;

namespace {

// Others may migrate for long; SQLite gives up on them after five seconds.
constexpr int busyAttempts = 60;

/// The transaction to migrate in. On SQLite others may be at it, each for longer than it waits.
Result<Transaction> beginPatiently(Session& session)
{
    for (int attempt = 1;; ++attempt) {
        auto transaction = Transaction::begin(session);
        if (transaction || transaction.error().kind != ErrorKind::Busy || attempt == busyAttempts ||
            session.cancellation().isCancelled())
            return transaction;
    }
}

} // namespace

MigrationRun::MigrationRun(Session& session)
    : m_session(session), m_transactional(session.engine() == Engine::Sqlite ||
                                          session.features().has(EngineFeature::TransactionalDdl))
{}

Result<QString> MigrationRun::underLock(const QString& revision, const Work& work)
{
    if (!m_transactional)
        return stepByStep(revision, work);
    if (m_session.engine() == Engine::PostgreSql)
        return inTransaction(work);
    // Making a table anew must neither delete the rows that point at it nor trip over views. Both
    // settings are passed over inside a transaction.
    if (auto set =
            m_session.executeScript(u"PRAGMA foreign_keys = OFF; PRAGMA legacy_alter_table = ON"_s);
        !set)
        return set.error();
    const auto settings = qScopeGuard([this] {
        (void)m_session.executeScript(
            u"PRAGMA foreign_keys = ON; PRAGMA legacy_alter_table = OFF"_s);
    });
    return inTransaction(work);
}

Result<> MigrationRun::script(const QString& sql)
{
    if (m_transactional)
        return m_session.executeScript(sql);
    for (const QString& statement : statements(sql)) {
        m_begun = true;
        if (auto done = m_session.executeScript(statement); !done)
            return done;
        if (auto renewed = lock::renewClaim(m_session); !renewed)
            return renewed;
    }
    return {};
}

/// Two programs that make it at once clash in the catalogue, in one of several ways; then both have
/// it.
Result<> MigrationRun::makeStateTable()
{
    auto made = prepareState(m_session);
    if (made)
        return made;
    const auto there = readState(m_session);
    return there && there->tableThere ? prepareState(m_session) : made;
}

Result<QString> MigrationRun::inTransaction(const Work& work)
{
    for (;;) {
        const bool claims = m_session.engine() == Engine::PostgreSql &&
                            !m_session.features().has(EngineFeature::AdvisoryLocks);
        if (auto made = claims ? makeStateTable() : Result<>(); !made)
            return made.error();
        auto transaction = beginPatiently(m_session);
        if (!transaction)
            return transaction.error();
        const auto again = lock::take(m_session);
        if (!again)
            return again.error();
        if (*again)
            continue;
        auto done = work();
        if (!done || done->isEmpty())
            return done;
        if (auto back = m_stateDropped ? Result<>() : lock::giveBack(m_session); !back)
            return back.error();
        if (auto committed = transaction->commit(); !committed)
            return committed.error();
        return done;
    }
}

Result<QString> MigrationRun::stepByStep(const QString& revision, const Work& work)
{
    if (auto made = makeStateTable(); !made)
        return made.error();
    const auto claimed = lock::claim(m_session, revision);
    if (!claimed)
        return claimed.error();
    m_resumed = *claimed;
    m_begun = false;
    auto done = work();
    const bool brokeOff = !done && (m_begun || !m_resumed.isEmpty());
    m_resumed.clear();
    if (m_stateDropped)
        return done;
    if (brokeOff) {
        lock::abandonClaim(m_session);
        return done;
    }
    const auto ended = lock::endClaim(m_session);
    return done && !ended ? Result<QString>(ended.error()) : done;
}

} // namespace clientele::migrations
