// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/databaseadmin.h"

#include "core/background.h"
#include "core/db/connect.h"
#include "core/db/databaseadmin.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace clientele::databases {

namespace {

Error notThere(const ConnectionSettings& settings)
{
    return {.kind = ErrorKind::NotFound,
            .message = u"There is no such database."_s,
            .subject = settings.location()};
}

Error thereAlready(const ConnectionSettings& settings)
{
    return {.kind = ErrorKind::Conflict,
            .message = u"%1 is there already."_s.arg(settings.location()),
            .subject = settings.location()};
}

/// A session of the same server, in a database that every server has, for one cannot make or drop
/// the database that one is in. "defaultdb" is CockroachDB's.
Result<std::unique_ptr<Session>> connectBeside(const ConnectionSettings& settings,
                                               const QString& password)
{
    Error first;
    for (const QString& database : {u"postgres"_s, u"template1"_s, u"defaultdb"_s}) {
        if (database == settings.database)
            continue;
        ConnectionSettings beside = settings;
        beside.database = database;
        beside.readOnly = false;
        auto session = connectTo(beside, password);
        if (session || session.error().kind != ErrorKind::DatabaseMissing)
            return session;
        first = session.error();
    }
    return first;
}

Result<> createOnServer(const ConnectionSettings& settings, const QString& password)
{
    auto session = connectBeside(settings, password);
    if (!session)
        return session.error();
    const auto there = databaseadmin::exists(**session, settings.database);
    if (!there)
        return there.error();
    return *there ? thereAlready(settings) : databaseadmin::create(**session, settings.database);
}

Result<> dropOnServer(const ConnectionSettings& settings, const QString& password)
{
    auto session = connectBeside(settings, password);
    if (!session)
        return session.error();
    const auto there = databaseadmin::exists(**session, settings.database);
    if (!there)
        return there.error();
    if (!*there)
        return notThere(settings);
    const auto others = databaseadmin::sessionsIn(**session, settings.database);
    if (others && !others->isEmpty())
        return Error{.kind = ErrorKind::Conflict,
                     .message = u"Others are working in %1: %2."_s.arg(settings.location(),
                                                                       others->join(u", "_s)),
                     .subject = settings.location()};
    return databaseadmin::drop(**session, settings.database);
}

Result<> createFile(const ConnectionSettings& settings)
{
    if (QFileInfo(settings.file).size() > 0)
        return thereAlready(settings);
    if (!QDir().mkpath(QFileInfo(settings.file).absolutePath()))
        return Error{.kind = ErrorKind::File,
                     .message = u"Its folder cannot be made."_s,
                     .subject = settings.file};
    const auto session = connectTo(settings, QString());
    return session ? Result<>() : session.error();
}

Result<> dropFile(const ConnectionSettings& settings)
{
    QFile file(settings.file);
    if (!file.exists())
        return notThere(settings);
    // A slip in a path must not cost somebody another file.
    if (!file.open(QIODevice::ReadOnly))
        return Error{
            .kind = ErrorKind::File, .message = file.errorString(), .subject = settings.file};
    const QByteArray start = file.read(16);
    file.close();
    if (!start.isEmpty() && start != QByteArray("SQLite format 3\0", 16))
        return Error{.kind = ErrorKind::File,
                     .message = u"This is not a SQLite database, and was left alone."_s,
                     .subject = settings.file};
    for (const QString& suffix : {u"-wal"_s, u"-shm"_s, u"-journal"_s})
        QFile::remove(settings.file + suffix);
    if (!file.remove())
        return Error{
            .kind = ErrorKind::File, .message = file.errorString(), .subject = settings.file};
    return {};
}

/// The settings' faults that are the same for every engine.
std::optional<Error> refusal(const ConnectionSettings& settings)
{
    if (settings.readOnly)
        return Error{.kind = ErrorKind::ReadOnly,
                     .message = u"This profile is for reading only."_s,
                     .subject = settings.location()};
    if (settings.engine == Engine::PostgreSql && settings.database.isEmpty())
        return Error{.kind = ErrorKind::InvalidInput,
                     .message = u"No database is named."_s,
                     .subject = settings.location()};
    return std::nullopt;
}

} // namespace

Task<std::monostate> create(const ConnectionSettings& settings, const QString& password)
{
    return runInBackground<std::monostate>([settings, password](Cancellation&) -> Result<> {
        if (const auto error = refusal(settings))
            return *error;
        return settings.engine == Engine::Sqlite ? createFile(settings)
                                                 : createOnServer(settings, password);
    });
}

Task<std::monostate> drop(const ConnectionSettings& settings, const QString& password)
{
    return runInBackground<std::monostate>([settings, password](Cancellation&) -> Result<> {
        if (const auto error = refusal(settings))
            return *error;
        return settings.engine == Engine::Sqlite ? dropFile(settings)
                                                 : dropOnServer(settings, password);
    });
}

} // namespace clientele::databases
