// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/offlinesql.h"

#include "core/db/migrationstate.h"

#include <algorithm>

namespace clientele::migrations {

using namespace Qt::StringLiterals;

namespace {

/// A statement that fails where @p condition holds, for it would put NULL where none may be.
QString failWhere(const QString& condition)
{
    return u"INSERT INTO clientele_revision (revision, name) SELECT 'refused', NULL\n    WHERE %1;\n"_s
        .arg(condition);
}

/// Keeps a migration from a database that is elsewhere, also where a shell goes on after errors.
QString guard(Engine engine, const QString& at, bool makesTable)
{
    QString text = u"-- Fails unless this is the database's revision: \"%1\"\n"_s.arg(at) +
                   failWhere(u"coalesce((SELECT max(revision) FROM clientele_revision), '') <> "
                             "'%1'"_s.arg(at));
    // SQLite's CREATE TABLE fails by itself.
    if (makesTable && engine == Engine::PostgreSql)
        text += u"-- Fails where others have made a table customer\n"_s +
                failWhere(u"to_regclass('customer') IS NOT NULL"_s);
    return text;
}

/// One migration with its row, without the transaction around it.
QString upBody(Engine engine, int place, bool adopted)
{
    const QList<Migration> migrations = all(engine);
    const Migration& migration = migrations[place];
    const bool makes = !(place == 0 && adopted); // an adopted table is there
    QString text =
        guard(engine, place == 0 ? QString() : nameOf(migrations, place), place == 0 && makes);
    if (makes)
        text += u'\n' + migration.up(adopted).trimmed() + u"\n\n"_s;
    return text + noteSql(migration, adopted, !makes) + u";\n"_s;
}

QString downBody(Engine engine, int place, bool adopted)
{
    const Migration migration = all(engine)[place - 1];
    const QString text = guard(engine, migration.revision, false);
    if (place > 1)
        return text + migration.down(adopted).trimmed() + u"\n\n"_s + forgetSql(migration) +
               u";\n"_s;
    return text + (adopted ? QString() : migration.downSql.trimmed() + u'\n') +
           u"DROP TABLE clientele_revision;\n"_s; // nothing of ours is left
}

QString inTransaction(Engine engine, const QString& comment, const QString& statements)
{
    const bool postgres = engine == Engine::PostgreSql;
    return u"-- %1\n%2;\n%3COMMIT;\n"_s.arg(comment, postgres ? u"BEGIN"_s : u"BEGIN IMMEDIATE"_s,
                                            statements);
}

QString prepare(Engine engine, int from)
{
    const QStringList statements = prepareStateSql(engine);
    // At base there is no table that an early version might have made.
    return (from == 0 ? statements.first(1) : statements).join(u";\n"_s) + u";\n"_s;
}

} // namespace

QString offlineSql(Engine engine, const Range& range, bool adopted)
{
    const QList<Migration> migrations = all(engine);
    QStringList parts;
    if (engine == Engine::Sqlite) {
        // A table that is made anew must not take with it the rows that point at it, nor trip over
        // views; and the shell must not go on after an error, into the COMMIT.
        parts += u".bail on\nPRAGMA foreign_keys = OFF;\nPRAGMA legacy_alter_table = ON;\n"_s;
    }
    const bool up = range.from <= range.to;
    for (int place = range.from; place != range.to; place += up ? 1 : -1) {
        const int next = place + (up ? 1 : -1);
        const QString comment =
            u"%1 -> %2: %3"_s.arg(nameOf(migrations, place), nameOf(migrations, next),
                                  migrations[std::min(place, next)].title());
        const QString before = place == range.from ? prepare(engine, place) : QString();
        parts += inTransaction(
            engine, comment,
            before + (up ? upBody(engine, place, adopted) : downBody(engine, place, adopted)));
    }
    return parts.join(u'\n');
}

QString script(Engine engine)
{
    const QList<Migration> migrations = all(engine);
    QStringList parts{u"-- Which revisions were applied\n\n"_s + prepare(engine, 0)};
    for (int place = 0; place < migrations.size(); ++place)
        parts += u"-- %1 %2\n\n"_s.arg(migrations[place].revision, migrations[place].title()) +
                 upBody(engine, place, false);
    return parts.join(u'\n');
}

} // namespace clientele::migrations
