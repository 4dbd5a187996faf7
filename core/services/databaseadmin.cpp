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

const QStringList maintenanceDatabases{u"postgres"_s, u"template1"_s, u"defaultdb"_s};

/// True where another database of the same server cannot be expected to let this user in either.
bool endsTrying(const Error& error)
{
    const bool ofOneDatabase = error.message.contains(u"pg_hba.conf"_s);
    return error.kind == ErrorKind::ConnectionFailed ||
           (error.kind == ErrorKind::AuthenticationFailed && !ofOneDatabase);
}

/// A session of the same server, in a database that every server has, for one cannot make or drop
/// the database that one is in. "defaultdb" is CockroachDB's.
Result<std::unique_ptr<Session>> connectBeside(const ConnectionSettings& settings,
                                               const QString& password)
{
    QStringList reasons;
    ConnectionSettings beside = settings;
    beside.readOnly = false;
    for (const QString& database : maintenanceDatabases) {
        if (database == settings.database)
            continue;
        beside.database = database;
        auto session = connectTo(beside, password);
        if (session || endsTrying(session.error()))
            return session;
        reasons << u"%1: %2"_s.arg(database, session.error().message);
    }
    beside.database.clear();
    return Error{.kind = ErrorKind::ConnectionFailed,
                 .message = u"To make or drop a database one has to be in another, and none lets "
                            "this user in (%1)."_s.arg(reasons.join(u"; "_s)),
                 .subject = beside.location()};
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

Error serversOwn(const ConnectionSettings& settings)
{
    return {.kind = ErrorKind::Conflict,
            .message =
                u"%1 belongs to the server itself, and is not dropped."_s.arg(settings.location()),
            .subject = settings.location()};
}

Result<> dropOnServer(const ConnectionSettings& settings, const QString& password, Others others)
{
    if (maintenanceDatabases.contains(settings.database))
        return serversOwn(settings);
    auto session = connectBeside(settings, password);
    if (!session)
        return session.error();
    const auto there = databaseadmin::exists(**session, settings.database);
    if (!there)
        return there.error();
    if (!*there)
        return notThere(settings);
    const auto isTemplate = databaseadmin::isTemplate(**session, settings.database);
    if (!isTemplate)
        return isTemplate.error();
    if (*isTemplate)
        return serversOwn(settings);
    if (others == Others::AreEnded)
        return databaseadmin::drop(**session, settings.database, true);
    // The server waits a little for those who are about to leave.
    auto dropped = databaseadmin::drop(**session, settings.database);
    if (dropped || dropped.error().kind != ErrorKind::Conflict)
        return dropped;
    const auto sessions = databaseadmin::sessionsIn(**session, settings.database);
    if (!sessions || sessions->isEmpty())
        return dropped;
    return Error{.kind = ErrorKind::Conflict,
                 .message = u"Others are working in %1: %2."_s.arg(settings.location(),
                                                                   sessions->join(u", "_s)),
                 .subject = settings.location()};
}

void removeFiles(const QString& file)
{
    for (const QString& suffix : {u"-wal"_s, u"-shm"_s, u"-journal"_s, u""_s})
        QFile::remove(file + suffix);
}

Error fileError(const QString& file, const QString& why)
{
    return {.kind = ErrorKind::File, .message = why, .subject = file};
}

Result<> createFile(const ConnectionSettings& settings)
{
    const QFileInfo info(settings.file);
    if (info.exists() || info.isSymLink())
        return thereAlready(settings);
    if (!QDir().mkpath(info.absolutePath()))
        return fileError(settings.file, u"Its folder cannot be made."_s);
    // Customers are nobody else's business: not even for the moment until a chmod.
    QFile file(settings.file);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner))
        return fileError(settings.file, file.errorString());
    file.close();
    auto session = connectTo(settings, QString());
    auto made = session ? databaseadmin::writeHeader(**session) : session.error();
    if (session)
        session->reset();
    if (!made)
        removeFiles(settings.file);
    return made;
}

/// Refuses what a slip in a path would cost somebody.
Result<> checkFile(const ConnectionSettings& settings)
{
    const QFileInfo info(settings.file);
    if (info.isSymLink())
        return fileError(settings.file, u"It is only a link to %1: name that file itself."_s.arg(
                                            info.symLinkTarget()));
    if (!info.exists())
        return notThere(settings);
    QFile file(settings.file);
    if (!info.isFile() || !file.open(QIODevice::ReadOnly))
        return fileError(settings.file, info.isFile() ? file.errorString() : u"It is no file."_s);
    const QByteArray start = file.read(16);
    if (!start.isEmpty() && start != QByteArray("SQLite format 3\0", 16))
        return fileError(settings.file, u"This is not a SQLite database, and was left alone."_s);
    return {};
}

Result<> dropFile(const ConnectionSettings& settings)
{
    if (auto checked = checkFile(settings); !checked)
        return checked;
    auto session = connectTo(settings, QString());
    auto alone = session ? databaseadmin::leaveAlone(**session) : session.error();
    if (session)
        session->reset();
    // A damaged file can be thrown away; one that somebody works with cannot.
    if (!alone && alone.error().kind == ErrorKind::Busy)
        return Error{.kind = ErrorKind::Busy,
                     .message = alone.error().message,
                     .subject = settings.location()};
    if (!alone && alone.error().kind != ErrorKind::File)
        return alone;
    removeFiles(settings.file);
    return QFileInfo::exists(settings.file) ? fileError(settings.file, u"It cannot be removed."_s)
                                            : Result<>();
}

/// The settings' faults that are the same for every engine.
std::optional<Error> refusal(const ConnectionSettings& settings)
{
    if (settings.readOnly)
        return Error{.kind = ErrorKind::ReadOnly,
                     .message = u"This profile is for reading only."_s,
                     .subject = settings.location()};
    if (settings.engine == Engine::PostgreSql && settings.database.trimmed().isEmpty())
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

Task<std::monostate> drop(const ConnectionSettings& settings, const QString& password,
                          Others others)
{
    return runInBackground<std::monostate>([settings, password, others](Cancellation&) -> Result<> {
        if (const auto error = refusal(settings))
            return *error;
        return settings.engine == Engine::Sqlite ? dropFile(settings)
                                                 : dropOnServer(settings, password, others);
    });
}

} // namespace clientele::databases
