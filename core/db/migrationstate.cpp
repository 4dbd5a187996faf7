// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/migrationstate.h"

#include <array>

namespace clientele::migrations {

using namespace Qt::StringLiterals;

namespace {

// A row whose revision is empty is a claim (migrationlock.h), and sorts before all others.
const auto createTable = u"CREATE TABLE IF NOT EXISTS clientele_revision ("
                         "revision VARCHAR(32) PRIMARY KEY, name VARCHAR(255) NOT NULL,"
                         " applied_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,"
                         " checksum VARCHAR(64), origin VARCHAR(16))"_s;

/// The columns that early versions did not make.
const std::array<std::pair<QString, QString>, 2> laterColumns{
    {{u"checksum"_s, u"VARCHAR(64)"_s}, {u"origin"_s, u"VARCHAR(16)"_s}}};

Result<> withoutRows(const Result<Rows>& rows)
{
    return rows ? Result<>() : rows.error();
}

Result<QStringList> columnsOf(Session& session, const QString& table)
{
    auto rows = session.execute(session.engine() == Engine::PostgreSql
                                    ? u"SELECT attname::text FROM pg_attribute"
                                      " WHERE attrelid = to_regclass($1)"
                                      " AND attnum > 0 AND NOT attisdropped"_s
                                    : u"SELECT name FROM pragma_table_info($1)"_s,
                                std::array{Value(table)});
    if (!rows)
        return rows.error();
    QStringList columns;
    for (int i = 0; i < rows->count(); ++i)
        columns += rows->at(i).text(0);
    return columns;
}

QString originOf(bool stamped)
{
    return stamped ? u"stamped"_s : u"made"_s;
}

} // namespace

Result<int> State::place(const QList<Migration>& migrations) const
{
    if (applied.isEmpty())
        return 0;
    for (int i = 0; i < migrations.size(); ++i) {
        if (migrations[i].revision == revision())
            return i + 1;
    }
    return Error{.kind = ErrorKind::InvalidInput,
                 .message = u"The database is at revision %1 (%2), which this version of Clientele "
                            "does not know. Use the newer version that applied it."_s.arg(
                                revision(), applied.last().name)};
}

QStringList State::edited(const QList<Migration>& migrations) const
{
    QStringList sentences;
    for (const Applied& row : applied) {
        for (const Migration& migration : migrations) {
            if (migration.revision == row.revision && !row.checksum.isEmpty() &&
                row.checksum != migration.checksum(adopted()))
                sentences += u"Migration %1 (%2) is not the one that was applied here: its file "
                             "was changed since."_s.arg(row.revision, row.name);
        }
    }
    return sentences;
}

Result<State> readState(Session& session)
{
    const auto columns = columnsOf(session, u"clientele_revision"_s);
    if (!columns)
        return columns.error();
    State state{.tableThere = !columns->isEmpty(), .applied = {}};
    if (!state.tableThere)
        return state;
    const auto orNull = [&](const QString& column) {
        return columns->contains(column) ? column : u"NULL"_s;
    };
    auto rows = session.execute(
        u"SELECT revision, name, CAST(applied_at AS VARCHAR(40)), %1, %2 FROM clientele_revision"
        " WHERE revision <> '' ORDER BY revision"_s.arg(orNull(u"checksum"_s),
                                                        orNull(u"origin"_s)));
    if (!rows)
        return rows.error();
    for (int i = 0; i < rows->count(); ++i) {
        const Row row = rows->at(i);
        state.applied += Applied{.revision = row.text(0),
                                 .name = row.text(1),
                                 .at = row.text(2),
                                 .checksum = row.text(3),
                                 .stamped = row.text(4) == originOf(true)};
    }
    return state;
}

Result<> prepareState(Session& session)
{
    const auto columns = columnsOf(session, u"clientele_revision"_s);
    if (!columns)
        return columns.error();
    if (columns->isEmpty())
        return withoutRows(session.executeWrite(createTable));
    for (const auto& [name, type] : laterColumns) {
        if (columns->contains(name))
            continue;
        auto added = session.executeWrite(
            u"ALTER TABLE clientele_revision ADD COLUMN %1 %2"_s.arg(name, type));
        if (!added)
            return added.error();
    }
    return {};
}

Result<> note(Session& session, const Migration& migration, bool adopted, bool stamped)
{
    return withoutRows(session.executeWrite(
        u"INSERT INTO clientele_revision (revision, name, checksum, origin)"
        " VALUES ($1, $2, $3, $4)"_s,
        std::array{Value(migration.revision), Value(migration.name),
                   Value(migration.checksum(adopted)), Value(originOf(stamped))}));
}

Result<> noteChecksum(Session& session, const Migration& migration, bool adopted)
{
    return withoutRows(session.executeWrite(
        u"UPDATE clientele_revision SET checksum = $1, name = $2 WHERE revision = $3"_s,
        std::array{Value(migration.checksum(adopted)), Value(migration.name),
                   Value(migration.revision)}));
}

Result<> forget(Session& session, const QString& revision)
{
    return withoutRows(session.executeWrite(u"DELETE FROM clientele_revision WHERE revision = $1"_s,
                                            std::array{Value(revision)}));
}

Result<> dropState(Session& session)
{
    return withoutRows(session.executeWrite(u"DROP TABLE clientele_revision"_s));
}

QStringList prepareStateSql(Engine engine)
{
    QStringList parts{createTable};
    if (engine == Engine::PostgreSql) { // SQLite has no IF NOT EXISTS for columns
        for (const auto& [name, type] : laterColumns)
            parts +=
                u"ALTER TABLE clientele_revision ADD COLUMN IF NOT EXISTS %1 %2"_s.arg(name, type);
    }
    return parts;
}

QString noteSql(const Migration& migration, bool adopted, bool stamped)
{
    return u"INSERT INTO clientele_revision (revision, name, checksum, origin)\n"
           "    VALUES ('%1', '%2',\n            '%3', '%4')"_s.arg(
               migration.revision, migration.name, migration.checksum(adopted), originOf(stamped));
}

QString forgetSql(const Migration& migration)
{
    return u"DELETE FROM clientele_revision WHERE revision = '%1'"_s.arg(migration.revision);
}

Result<QString> alembicRevision(Session& session)
{
    const auto columns = columnsOf(session, u"alembic_version"_s);
    if (!columns)
        return columns.error();
    if (!columns->contains(u"version_num"_s))
        return QString();
    const auto rows = session.execute(u"SELECT version_num FROM alembic_version"_s);
    if (!rows)
        return rows.error().kind == ErrorKind::PermissionDenied ? Result<QString>(u"?"_s)
                                                                : rows.error();
    return rows->isEmpty() ? u"base"_s : rows->at(0).text(0);
}

} // namespace clientele::migrations
