// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/migrations.h"

#include "core/db/customertable.h"
#include "core/db/transaction.h"

#include <QDir>
#include <QFile>

#include <array>

namespace clientele::migrations {

using namespace Qt::StringLiterals;

namespace {

const auto createState =
    u"CREATE TABLE IF NOT EXISTS clientele_revision (revision VARCHAR(32) PRIMARY KEY,"
    " name VARCHAR(255) NOT NULL,"
    " applied_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP)"_s;

QString folder(Engine engine)
{
    return engine == Engine::PostgreSql ? u":/migrations/postgresql"_s : u":/migrations/sqlite"_s;
}

/// Every transaction that migrates takes it first. Under SQLite, BEGIN IMMEDIATE is lock enough.
Result<> lockMigrations(Session& session)
{
    if (session.engine() != Engine::PostgreSql)
        return {};
    // Two programs that make the state table at once would clash in the catalogue; the number is
    // "clientele".
    auto locked = session.execute(u"SELECT pg_advisory_xact_lock(7164775893226217)"_s);
    return locked ? Result<>() : locked.error();
}

Result<QString> newestApplied(Session& session)
{
    auto rows = session.execute(u"SELECT max(revision) FROM clientele_revision"_s);
    if (!rows)
        return rows.error();
    return rows->at(0).text(0);
}

/// Applies the next migration; an empty revision where there was none left.
Result<QString> applyNext(Session& session)
{
    auto transaction = Transaction::begin(session);
    if (!transaction)
        return transaction.error();
    if (auto locked = lockMigrations(session); !locked)
        return locked.error();
    auto table = CustomerTable::describe(session);
    if (!table)
        return table.error();
    if (table->state != SchemaState::Missing && table->revision.isEmpty()) {
        return Error{.kind = ErrorKind::Conflict,
                     .message = u"There is a table customer already that Clientele did not make. "
                                "It is used as it is found, and not changed."_s,
                     .subject = u"customer"_s};
    }
    if (auto made = session.executeWrite(createState); !made)
        return made.error();
    auto applied = newestApplied(session);
    if (!applied)
        return applied.error();
    for (const Migration& migration : all(session.engine())) {
        if (migration.revision <= *applied)
            continue;
        if (auto done = session.executeScript(migration.sql); !done) {
            Error error = done.error();
            error.message = u"Migration %1: %2"_s.arg(migration.revision, error.message);
            return error;
        }
        auto noted = session.executeWrite(
            u"INSERT INTO clientele_revision (revision, name) VALUES ($1, $2)"_s,
            std::array{Value(migration.revision), Value(migration.name)});
        if (!noted)
            return noted.error();
        if (auto done = transaction->commit(); !done)
            return done.error();
        return migration.revision;
    }
    return QString();
}

} // namespace

QList<Migration> all(Engine engine)
{
    QList<Migration> migrations;
    const QDir directory(folder(engine));
    for (const QString& entry : directory.entryList({u"*.up.sql"_s}, QDir::Files, QDir::Name)) {
        QFile file(directory.filePath(entry));
        if (!file.open(QIODevice::ReadOnly))
            continue; // a resource of ours
        const QString base = entry.chopped(7);
        migrations += Migration{.revision = base.section(u'_', 0, 0),
                                .name = base.section(u'_', 1),
                                .sql = QString::fromUtf8(file.readAll())};
    }
    return migrations;
}

Result<QString> current(Session& session)
{
    auto table = CustomerTable::describe(session);
    if (!table)
        return table.error();
    return table->revision;
}

Result<QStringList> upgrade(Session& session)
{
    QStringList applied;
    for (;;) {
        auto revision = applyNext(session);
        if (!revision)
            return revision.error();
        if (revision->isEmpty())
            return applied;
        applied += *revision;
    }
}

Result<bool> isBlank(Session& session)
{
    auto tables = session.execute(u"SELECT count(*) FROM sqlite_master"_s);
    if (!tables)
        return tables.error();
    return tables->at(0).integer(0) == 0;
}

QString script(Engine engine)
{
    QStringList parts;
    for (const Migration& migration : all(engine)) {
        parts += u"-- %1 %2\n\n%3"_s.arg(
            migration.revision, QString(migration.name).replace(u'_', u' '), migration.sql);
    }
    parts += u"-- What has been applied\n\n"_s + createState + u";\n"_s;
    return parts.join(u'\n');
}

} // namespace clientele::migrations
