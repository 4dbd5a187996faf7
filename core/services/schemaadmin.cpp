// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/schemaadmin.h"

#include "core/db/migrator.h"
#include "core/db/offlinesql.h"
#include "core/db/probe.h"
#include "core/db/schemacheck.h"
#include "core/services/ownsession.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace clientele::schemas {

namespace {

using migrations::Migrator;

/// @p work, a Result<T>(Session&), on a connection of its own.
template <class T, class Work>
Task<T> onSession(const ConnectionSettings& settings, const QString& password, Work work)
{
    return runInBackground<T>([settings, password, work](Cancellation& cancellation) {
        return onOwnSession<T>(settings, password, cancellation, work);
    });
}

/// The same for work that only looks: where there is no file yet, it sees an empty book in memory.
template <class T, class Work>
Task<T> lookingAt(ConnectionSettings settings, const QString& password, Work work)
{
    if (settings.engine == Engine::Sqlite) {
        settings.readOnly = QFileInfo::exists(settings.file);
        if (!settings.readOnly)
            settings.file = u":memory:"_s;
    }
    return onSession<T>(settings, password, std::move(work));
}

/// The same for work that changes tables: how that is done hangs on whether the engine can undo it,
/// and lock others out.
template <class T, class Work>
Task<T> onMigratingSession(const ConnectionSettings& settings, const QString& password, Work work)
{
    return onSession<T>(settings, password, [work](Session& session) -> Result<T> {
        if (session.engine() == Engine::PostgreSql) {
            const auto known = probe(session);
            if (!known)
                return known.error();
            apply(*known, session.features());
        }
        return work(session);
    });
}

Result<SchemaStatus> readStatus(Session& session)
{
    const auto migrations = migrations::all(session.engine());
    const auto state = migrations::readState(session);
    if (!state)
        return state.error();
    const auto place = state->place(migrations);
    if (!place)
        return place.error();
    const auto alembic = migrations::alembicRevision(session);
    if (!alembic)
        return alembic.error();
    SchemaStatus status{.revision = state->revision(),
                        .head = migrations.last().revision,
                        .adopted = state->adopted(),
                        .alembic = *alembic,
                        .revisions = {}};
    for (const auto& migration : migrations) {
        SchemaRevision revision{
            .revision = migration.revision,
            .previous = status.revisions.isEmpty() ? QString() : status.revisions.first().revision,
            .title = migration.title(),
            .appliedAt = {},
            .current = migration.revision == status.revision,
            .head = migration.revision == status.head};
        for (const auto& row : state->applied) {
            if (row.revision == migration.revision)
                revision.appliedAt = row.at;
        }
        status.revisions.prepend(revision);
    }
    return status;
}

} // namespace

Task<SchemaStatus> status(const ConnectionSettings& settings, const QString& password)
{
    return lookingAt<SchemaStatus>(settings, password, readStatus);
}

Task<QList<SchemaRevision>> history(const ConnectionSettings& settings, const QString& password,
                                    const QString& range)
{
    return lookingAt<QList<SchemaRevision>>(
        settings, password, [range](Session& session) -> Result<QList<SchemaRevision>> {
            const auto status = readStatus(session);
            if (!status || range.isEmpty())
                return status ? Result<QList<SchemaRevision>>(status->revisions) : status.error();
            const auto migrations = migrations::all(session.engine());
            const auto state = migrations::readState(session);
            const auto places =
                migrations::locateRange(migrations, range, *state->place(migrations));
            if (!places)
                return places.error();
            const int first = std::max(1, std::min(places->from, places->to));
            const int last = std::max(places->from, places->to);
            // The list runs from the newest to the oldest.
            return status->revisions.sliced(migrations.size() - last,
                                            std::max(0, last - first + 1));
        });
}

Task<QStringList> upgrade(const ConnectionSettings& settings, const QString& password,
                          const QString& target)
{
    return onMigratingSession<QStringList>(settings, password, [target](Session& session) {
        return Migrator(session).upgrade(target);
    });
}

Task<QStringList> downgrade(const ConnectionSettings& settings, const QString& password,
                            const QString& target, bool toBase)
{
    return onMigratingSession<QStringList>(settings, password, [target, toBase](Session& session) {
        return Migrator(session).downgrade(target,
                                           toBase ? Migrator::Base::Allow : Migrator::Base::Refuse);
    });
}

Task<QString> stamp(const ConnectionSettings& settings, const QString& password,
                    const QString& target)
{
    return onMigratingSession<QString>(
        settings, password, [target](Session& session) { return Migrator(session).stamp(target); });
}

Task<std::monostate> adopt(const ConnectionSettings& settings, const QString& password)
{
    return onMigratingSession<std::monostate>(
        settings, password, [](Session& session) { return Migrator(session).adopt(); });
}

Task<SchemaDrift> check(const ConnectionSettings& settings, const QString& password)
{
    return lookingAt<SchemaDrift>(settings, password, schemacheck::check);
}

Result<QString> sql(Engine engine, const QString& range, bool adopted)
{
    const auto migrations = migrations::all(engine);
    for (const QString& end : range.split(u':')) {
        if (end.startsWith(u'+') || end.startsWith(u'-'))
            return Error{.kind = ErrorKind::InvalidInput,
                         .message = u"%1 is counted from the current revision, which is not known "
                                    "without a connection. Name both ends."_s.arg(end)};
    }
    const auto places = migrations::locateRange(migrations, range, 0);
    if (!places)
        return places.error();
    return migrations::offlineSql(engine, *places, adopted);
}

} // namespace clientele::schemas
