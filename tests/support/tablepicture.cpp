// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/tablepicture.h"

#include "core/db/schemashape.h"

namespace clientele::testing {

using namespace Qt::StringLiterals;

QString ask(Session& session, const QString& sql)
{
    const auto rows = session.executeWrite(sql);
    if (!rows)
        qFatal("%s: %s", qPrintable(sql), qPrintable(rows.error().message));
    QStringList lines;
    for (int i = 0; i < rows->count(); ++i)
        lines += rows->at(i).text(0);
    return lines.join(u'\n');
}

QString tablePicture(Session& session)
{
    const auto shape = SchemaShape::describe(session);
    if (!shape)
        qFatal("cannot describe: %s", qPrintable(shape.error().message));
    QString picture = shape->toText();
    if (session.engine() == Engine::Sqlite)
        picture += ask(session, u"SELECT name || ' ' || coalesce(sql, '') FROM sqlite_master"
                                " WHERE name NOT LIKE 'clientele_%' AND name NOT LIKE '%autoindex%'"
                                " ORDER BY name"_s);
    if (!shape->columns.isEmpty())
        picture +=
            ask(session, u"SELECT id || '|' || name || '|' || email || '|' || coalesce(phone, '')"
                         " || '|' || coalesce(CAST(created_at AS VARCHAR(40)), '')"
                         " || '|' || coalesce(CAST(updated_at AS VARCHAR(40)), '')"
                         " || '|' || coalesce(CAST(is_active AS VARCHAR(5)), '')"
                         " FROM customer ORDER BY id"_s);
    const bool state =
        !ask(session, session.engine() == Engine::PostgreSql
                          ? u"SELECT 1 WHERE to_regclass('clientele_revision') IS NOT NULL"_s
                          : u"SELECT 1 FROM sqlite_master WHERE name = 'clientele_revision'"_s)
             .isEmpty();
    if (state)
        picture += ask(session, u"SELECT revision FROM clientele_revision ORDER BY 1"_s);
    return picture;
}

void addCustomers(Session& session, int count)
{
    const QString series =
        session.engine() == Engine::PostgreSql
            ? u"SELECT i FROM generate_series(1, %1) AS i"_s
            : u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1)"
              " SELECT i FROM n"_s;
    ask(session, u"INSERT INTO customer (name, email, phone, is_active)"
                 " SELECT 'Customer ' || i, 'c' || i || '@example.com', '+49 ' || i, i % 3 > 0"
                 " FROM (%1) AS numbers"_s.arg(series.arg(count)));
}

} // namespace clientele::testing
