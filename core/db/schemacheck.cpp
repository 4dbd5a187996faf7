// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/schemacheck.h"

#include "core/db/connect.h"
#include "core/db/migrator.h"

#include <QFile>

namespace clientele::schemacheck {

using namespace Qt::StringLiterals;

namespace {

/// A remark where pg_trgm is not there: searches then scan, as the migration says.
const auto trigramIndex = u"customer_search"_s;

Result<SchemaShape> sqliteShape(bool adopted)
{
    const auto session = connectTo({.engine = Engine::Sqlite, .file = u":memory:"_s}, {});
    if (!session)
        return session.error();
    migrations::Migrator migrator(**session);
    SchemaShape before;
    if (adopted) {
        if (auto made = (*session)->executeScript(migrations::all(Engine::Sqlite).first().sql);
            !made)
            return made.error();
        if (auto taken = migrator.adopt(); !taken)
            return taken.error();
        const auto first = SchemaShape::describe(**session);
        if (!first)
            return first;
        before = *first;
    }
    if (auto upgraded = migrator.upgrade(); !upgraded)
        return upgraded.error();
    const auto shape = SchemaShape::describe(**session);
    return shape ? Result<SchemaShape>(shape->since(before)) : shape;
}

Result<SchemaShape> postgresShape(bool adopted)
{
    QFile file(adopted ? u":/migrations/postgresql/head.adopted.shape"_s
                       : u":/migrations/postgresql/head.shape"_s);
    if (!file.open(QIODevice::ReadOnly))
        return Error{.kind = ErrorKind::Internal,
                     .message = u"The description of the tables is not in this program."_s};
    return SchemaShape::fromText(QString::fromUtf8(file.readAll()));
}

QString orNone(const QString& text)
{
    return text.isEmpty() ? u"none"_s : text;
}

void compareColumn(const QString& name, const SchemaShape::Column& found,
                   const SchemaShape::Column& expected, QStringList& differences)
{
    if (found.type != expected.type)
        differences += u"customer.%1 is %2, expected %3"_s.arg(name, found.type, expected.type);
    if (found.notNull != expected.notNull)
        differences += expected.notNull
                           ? u"customer.%1 may be null, expected not null"_s.arg(name)
                           : u"customer.%1 may not be null, expected that it may"_s.arg(name);
    if (found.byDefault != expected.byDefault)
        differences += u"the default of customer.%1 is %2, expected %3"_s.arg(
            name, orNone(found.byDefault), orNone(expected.byDefault));
}

void compareIndex(const QString& name, const SchemaShape& found, const QString& expected,
                  SchemaDrift& drift)
{
    // What an engine or another tool named otherwise does the same work.
    if (found.indexes.values().contains(expected))
        return;
    if (found.indexes.contains(name))
        drift.differences +=
            u"the index %1 is %2, expected %3"_s.arg(name, found.indexes[name], expected);
    else if (name == trigramIndex && !found.trigrams)
        drift.remarks += u"the index %1 is missing, for this database has no pg_trgm: searches "
                         "scan"_s.arg(name);
    else
        drift.differences += u"the index %1 %2 is missing"_s.arg(name, expected);
}

} // namespace

void compare(const SchemaShape& found, const SchemaShape& expected, bool adopted,
             SchemaDrift& drift)
{
    for (auto it = expected.columns.cbegin(); it != expected.columns.cend(); ++it) {
        if (found.columns.contains(it.key()))
            compareColumn(it.key(), found.columns[it.key()], *it, drift.differences);
        else
            drift.differences += u"the column customer.%1 is missing"_s.arg(it.key());
    }
    for (auto it = expected.indexes.cbegin(); it != expected.indexes.cend(); ++it)
        compareIndex(it.key(), found, *it, drift);
    for (auto it = expected.others.cbegin(); it != expected.others.cend(); ++it) {
        if (!found.others.contains(it.key()))
            drift.differences += u"the %1 is missing"_s.arg(it.key());
        else if (found.others[it.key()] != *it)
            drift.differences += u"the %1 is not as it was made"_s.arg(it.key());
    }
    if (adopted)
        return; // the rest is its makers' own
    for (auto it = found.columns.keyBegin(); it != found.columns.keyEnd(); ++it) {
        if (!expected.columns.contains(*it))
            drift.remarks += u"customer.%1 was added by others"_s.arg(*it);
    }
    const QStringList known = expected.indexes.values();
    for (auto it = found.indexes.cbegin(); it != found.indexes.cend(); ++it) {
        if (!expected.indexes.contains(it.key()) && !known.contains(*it))
            drift.remarks += u"the index %1 %2 was added by others"_s.arg(it.key(), *it);
    }
    for (auto it = found.others.keyBegin(); it != found.others.keyEnd(); ++it) {
        if (!expected.others.contains(*it))
            drift.remarks += u"the %1 was added by others"_s.arg(*it);
    }
}

Result<SchemaShape> expected(Engine engine, bool adopted)
{
    return engine == Engine::Sqlite ? sqliteShape(adopted) : postgresShape(adopted);
}

Result<SchemaDrift> check(Session& session)
{
    const auto migrations = migrations::all(session.engine());
    const auto state = migrations::readState(session);
    if (!state)
        return state.error();
    const auto place = state->place(migrations);
    if (!place)
        return place.error();
    SchemaDrift drift{.revision = state->revision(),
                      .head = migrations.last().revision,
                      .differences = state->edited(migrations),
                      .remarks = {}};
    if (*place < migrations.size()) {
        drift.outcome = SchemaDrift::Outcome::Behind;
        return drift;
    }
    const auto wanted = expected(session.engine(), state->adopted());
    if (!wanted)
        return wanted.error();
    const auto found = SchemaShape::describe(session);
    if (!found)
        return found.error();
    compare(*found, *wanted, state->adopted(), drift);
    if (!drift.differences.isEmpty())
        drift.outcome = SchemaDrift::Outcome::Different;
    return drift;
}

} // namespace clientele::schemacheck
