// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/migrator.h"

#include "core/db/bystanders.h"
#include "core/db/customertable.h"
#include "core/db/migrationpreconditions.h"
#include "core/db/refolding.h"

#include <QRegularExpression>

#include <algorithm>

namespace clientele::migrations {

using namespace Qt::StringLiterals;

namespace {

Error refused(const QString& sentence)
{
    return {.kind = ErrorKind::InvalidInput, .message = sentence};
}

/// IF NOT EXISTS passes over a name that something else has: then the index is not there.
Result<> checkIndexes(Session& session, const QString& script)
{
    if (session.engine() != Engine::PostgreSql)
        return {};
    static const QRegularExpression made(
        u"CREATE (?:UNIQUE )?INDEX IF NOT EXISTS (\\w+) ON customer \\("_s);
    const auto rows = session.execute(u"SELECT c.relname::text FROM pg_index i"
                                      " JOIN pg_class c ON c.oid = i.indexrelid"
                                      " WHERE i.indrelid = to_regclass('customer')"_s);
    if (!rows)
        return rows.error();
    QStringList there;
    for (int i = 0; i < rows->count(); ++i)
        there += rows->at(i).text(0);
    for (auto it = made.globalMatch(script); it.hasNext();) {
        const QString name = it.next().captured(1);
        if (!there.contains(name))
            return refused(u"the name %1 is taken by something else"_s.arg(name));
    }
    return {};
}

} // namespace

Migrator::Migrator(Session& session)
    : m_session(session), m_migrations(all(session.engine())), m_run(session)
{}

Result<QStringList> Migrator::upgrade(const QString& target)
{
    auto state = readChecked();
    if (!state)
        return state.error();
    int place = *state->place(m_migrations);
    const auto to = locate(m_migrations, target, place);
    if (!to)
        return to.error();
    if (*to < place)
        return refused(
            u"The database is at %1 already, past %2. \"migrate downgrade\" goes back."_s.arg(
                nameOf(m_migrations, place), nameOf(m_migrations, *to)));
    QStringList applied;
    while (place < *to) {
        // A run that broke off step by step left a table behind that is ours.
        if (m_run.isTransactional() || !state->tableThere) {
            if (auto free = refuseAnothers(*state); !free) {
                // Unless another program has begun since: then the table is ours.
                const bool stateWasThere = state->tableThere;
                const auto appliedThen = state->applied.size();
                state = readChecked();
                if (!state)
                    return state.error();
                if (state->tableThere == stateWasThere && state->applied.size() == appliedThen)
                    return free.error();
                place = *state->place(m_migrations);
                continue;
            }
        }
        if (auto allowed = checkRights(m_session); !allowed)
            return allowed.error();
        const auto done =
            m_run.underLock(m_migrations[place].revision, [&] { return stepUp(*to); });
        if (done && !done->isEmpty())
            applied += *done;
        state = readChecked();
        const auto now = state ? state->place(m_migrations) : state.error();
        // Where another program was quicker on an engine without a lock, its work counts.
        if (!done && (!now || *now <= place))
            return done.error();
        if (!now)
            return now.error();
        if (*now <= place)
            break;
        place = *now;
    }
    return applied;
}

Result<QStringList> Migrator::downgrade(const QString& target, Base base)
{
    const auto state = readChecked();
    if (!state)
        return state.error();
    int place = *state->place(m_migrations);
    const auto to = locate(m_migrations, target, place);
    if (!to)
        return to.error();
    if (*to > place)
        return refused(u"The database is at %1 only, before %2. \"migrate upgrade\" goes on."_s.arg(
            nameOf(m_migrations, place), nameOf(m_migrations, *to)));
    if (*to == 0 && place > 0 && base == Base::Refuse) {
        Error error = refused(state->adopted()
                                  ? u"This takes back all that Clientele added. The table "
                                    "customer was there before, and stays with its rows."_s
                                  : u"This drops the table customer with all customers in it."_s);
        error.code = u"base"_s;
        return error;
    }
    QStringList undone;
    while (place > *to) {
        if (auto allowed = checkRights(m_session); !allowed)
            return allowed.error();
        const auto done =
            m_run.underLock(m_migrations[place - 1].revision, [&] { return stepDown(*to); });
        if (!done)
            return done.error();
        if (done->isEmpty())
            break;
        undone += *done;
        --place;
    }
    return undone;
}

Result<QString> Migrator::stamp(const QString& target)
{
    const auto state = readState(m_session);
    if (!state)
        return state.error();
    // From a revision that is not known here, absolute targets are a way back.
    const auto place = state->place(m_migrations);
    const auto to = locate(m_migrations, target, place ? *place : 0);
    if (!to)
        return to.error();
    if (*to == 0 && !state->tableThere)
        return QString();
    if (*to > 0 && state->applied.isEmpty()) {
        if (auto fits = checkFits(m_session, *to); !fits)
            return fits.error();
    }
    if (auto allowed = checkRights(m_session); !allowed)
        return allowed.error();
    const auto done = m_run.underLock(nameOf(m_migrations, *to), [&] { return restamp(*to); });
    if (!done)
        return done.error();
    return *to == 0 ? QString() : nameOf(m_migrations, *to);
}

Result<> Migrator::adopt()
{
    const auto state = readState(m_session);
    if (!state)
        return state.error();
    if (!state->applied.isEmpty())
        return Error{.kind = ErrorKind::Conflict,
                     .message = u"The table is at revision %1 already."_s.arg(state->revision()),
                     .subject = u"customer"_s};
    const auto stamped = stamp(m_migrations.first().revision);
    return stamped ? Result<>() : stamped.error();
}

Result<State> Migrator::readChecked()
{
    auto state = readState(m_session);
    if (!state)
        return state;
    if (const auto place = state->place(m_migrations); !place)
        return place.error();
    if (auto same = refuseEdited(*state); !same)
        return same.error();
    return state;
}

Result<> Migrator::refuseEdited(const State& state) const
{
    const QStringList edited = state.edited(m_migrations);
    if (edited.isEmpty())
        return {};
    return refused(u"%1 Nothing was done. Use the version of Clientele that applied it; or, where "
                   "the tables are right as they are, \"migrate stamp %2\" takes the files as they "
                   "now read."_s.arg(edited.join(u' '), state.revision()));
}

Result<> Migrator::refuseAnothers(const State& state)
{
    if (!state.applied.isEmpty() || m_run.resumed() == m_migrations.first().revision)
        return {};
    const auto table = CustomerTable::describe(m_session);
    if (!table)
        return table.error();
    // Another program may have made it since the state was read.
    if (table->state == SchemaState::Missing || !table->revision.isEmpty())
        return {};
    QString sentence = u"There is a table customer already that Clientele did not make. "
                       "It is used as it is found, and not changed."_s;
    if (table->state == SchemaState::Ready)
        sentence += u" \"migrate stamp %1\" adopts it: then an upgrade adds to it what searching "
                    "and sorting need."_s.arg(m_migrations.first().revision);
    return Error{.kind = ErrorKind::Conflict, .message = sentence, .subject = u"customer"_s};
}

Result<QString> Migrator::stepUp(int to)
{
    const auto read = readChecked();
    if (!read)
        return read.error();
    const State& state = *read;
    const int place = *state.place(m_migrations);
    if (place >= to)
        return QString();
    if (auto free = refuseAnothers(state); !free)
        return free.error();
    const Migration& migration = m_migrations[place];
    const bool adopted = state.adopted();
    if (auto prepared = prepareState(m_session); !prepared)
        return prepared.error();
    auto done = rebuildSafely(migration.up(adopted));
    if (done)
        done = checkIndexes(m_session, migration.up(adopted));
    if (done && m_session.engine() == Engine::Sqlite)
        done = refolding::runAll(m_session);
    if (!done)
        return failed(migration, done.error());
    if (auto noted = note(m_session, migration, adopted, false); !noted)
        return noted.error();
    return migration.revision;
}

Result<QString> Migrator::stepDown(int to)
{
    const auto read = readChecked();
    if (!read)
        return read.error();
    const State& state = *read;
    const int place = *state.place(m_migrations);
    if (place <= to)
        return QString();
    const Migration& migration = m_migrations[place - 1];
    if (auto prepared = prepareState(m_session); !prepared)
        return prepared.error();
    const bool first = place == 1;
    if (!(first && state.adopted())) {
        auto done = first ? Bystanders::refuseWherePointedAt(m_session) : Result<>();
        if (done)
            done = first ? m_run.script(migration.downSql)
                         : rebuildSafely(migration.down(state.adopted()));
        if (!done)
            return failed(migration, done.error());
    }
    if (auto noted = forget(m_session, migration.revision); !noted)
        return noted.error();
    if (first) {
        if (auto dropped = dropState(m_session); !dropped)
            return dropped.error();
        m_run.stateDropped();
    }
    return migration.revision;
}

Result<QString> Migrator::restamp(int to)
{
    const auto read = readState(m_session);
    if (!read)
        return read.error();
    const State& state = *read;
    if (auto prepared = prepareState(m_session); !prepared)
        return prepared.error();
    const bool adopted = state.applied.isEmpty() || state.adopted();
    QStringList kept;
    for (const Applied& row : state.applied) {
        const auto known =
            std::find_if(m_migrations.cbegin(), m_migrations.cbegin() + to,
                         [&](const Migration& one) { return one.revision == row.revision; });
        const bool stays = known != m_migrations.cbegin() + to;
        auto done =
            stays ? noteChecksum(m_session, *known, adopted) : forget(m_session, row.revision);
        if (!done)
            return done.error();
        if (stays)
            kept += row.revision;
    }
    for (const Migration& migration : m_migrations.first(to)) {
        if (kept.contains(migration.revision))
            continue;
        if (auto noted = note(m_session, migration, adopted, true); !noted)
            return noted.error();
    }
    return nameOf(m_migrations, to);
}

Result<> Migrator::rebuildSafely(const QString& script)
{
    const auto bystanders = Bystanders::find(m_session, m_migrations);
    if (!bystanders)
        return bystanders.error();
    if (auto done = m_run.script(script); !done)
        return done;
    return bystanders->restore(m_session);
}

Error Migrator::failed(const Migration& migration, Error error) const
{
    using enum ErrorKind;
    const bool wholly = m_run.isTransactional();
    QString why = error.message;
    if (error.kind == Duplicate && !error.subject.isEmpty())
        why += u" (%1)"_s.arg(error.subject);
    while (why.endsWith(u'.'))
        why.chop(1);
    const QString rest =
        wholly ? u"Nothing was changed."_s
               : u"This database cannot take back what was done before that; once the obstacle is "
                 "gone, the same command goes on from there."_s;
    error.message = u"Migration %1 (%2) could not be done: %3. %4"_s.arg(
        migration.revision, migration.title(), why, rest);
    // These sentences are about the rows or the tables, not about a person's edit.
    for (const ErrorKind kind : {Duplicate, ConstraintViolated, SchemaMissing, SchemaMismatch,
                                 Conflict, Internal, Unsupported}) {
        if (error.kind == kind)
            error.kind = InvalidInput;
    }
    return error;
}

} // namespace clientele::migrations
