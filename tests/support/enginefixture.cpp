// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/enginefixture.h"

#include "core/db/connect.h"
#include "core/db/migrations.h"

#include <QTest>

namespace clientele::testing {

using namespace Qt::StringLiterals;

namespace {

void run(const ConnectionSettings& settings, const QString& sql)
{
    auto session = connectTo(settings, {});
    if (!session)
        qFatal("cannot connect: %s", qPrintable(session.error().message));
    const auto done = sql.isEmpty() ? Result<>() : (*session)->executeScript(sql);
    if (!done)
        qFatal("cannot make the table: %s", qPrintable(done.error().message));
    if (!sql.isEmpty())
        return;
    const auto upgraded = migrations::upgrade(**session);
    if (!upgraded)
        qFatal("cannot migrate: %s", qPrintable(upgraded.error().message));
}

} // namespace

void EngineFixture::addRows()
{
    QTest::addColumn<QString>("engine");
    for (const char* engine : {"sqlite", "sqlite-guide", "postgresql", "postgresql-guide",
                               "postgresql-orm", "pgbouncer"})
        QTest::newRow(engine) << QString::fromLatin1(engine);
}

const char* EngineFixture::guideTable()
{
    return "CREATE TABLE customer (id BIGSERIAL PRIMARY KEY, name VARCHAR(255) NOT NULL,"
           " email VARCHAR(255) UNIQUE NOT NULL, phone VARCHAR(20),"
           " created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP, updated_at TIMESTAMP DEFAULT "
           "CURRENT_TIMESTAMP,"
           " is_active BOOLEAN DEFAULT TRUE);"
           "CREATE INDEX idx_customer_email ON customer(email);"
           "CREATE INDEX idx_customer_active ON customer(is_active);";
}

const char* EngineFixture::ormTable()
{
    return "CREATE TABLE customer (id BIGSERIAL NOT NULL PRIMARY KEY, name VARCHAR(255) NOT NULL,"
           " email VARCHAR(255) NOT NULL, phone VARCHAR(20), is_active BOOLEAN NOT NULL,"
           " created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,"
           " updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL);"
           "CREATE UNIQUE INDEX ix_customer_email ON customer (email);"
           "CREATE INDEX ix_customer_id ON customer (id);";
}

PostgresServer& EngineFixture::server()
{
    if (!m_server)
        m_server = std::make_unique<PostgresServer>();
    return *m_server;
}

ConnectionSettings EngineFixture::empty(const QString& engine)
{
    const QString name = u"book%1"_s.arg(++m_books);
    if (engine.startsWith(u"sqlite"_s))
        return {.engine = Engine::Sqlite, .file = m_folder.filePath(name + u".db"_s)};
    server().createDatabase(name);
    if (engine != u"pgbouncer"_s)
        return server().settings(name);
    if (!m_bouncer)
        m_bouncer = std::make_unique<PgBouncer>(server());
    return m_bouncer->settings(name);
}

ConnectionSettings EngineFixture::fresh(const QString& engine)
{
    const ConnectionSettings settings = empty(engine);
    QString sql;
    if (engine.endsWith(u"-guide"_s))
        sql = QString::fromLatin1(guideTable());
    if (engine.startsWith(u"sqlite"_s))
        sql.replace(u"BIGSERIAL PRIMARY KEY"_s, u"INTEGER PRIMARY KEY AUTOINCREMENT"_s);
    if (engine == u"postgresql-orm"_s)
        sql = QString::fromLatin1(ormTable());
    run(settings, sql);
    return settings;
}

ConnectionSettings EngineFixture::emptied(const QString& engine)
{
    auto found = m_reused.constFind(engine);
    if (found == m_reused.cend())
        return *m_reused.insert(engine, fresh(engine));
    run(*found,
        engine.startsWith(u"sqlite"_s) ? u"DELETE FROM customer"_s : u"TRUNCATE customer"_s);
    return *found;
}

} // namespace clientele::testing
