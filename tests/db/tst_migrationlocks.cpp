// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/connect.h"
#include "core/db/customertable.h"
#include "core/db/migrations.h"
#include "core/db/migrator.h"
#include "core/db/schemacheck.h"
#include "tests/support/enginefixture.h"
#include "tests/support/tablepicture.h"

#include <QTest>

#include <thread>

using namespace clientele;
using namespace clientele::testing;
using namespace Qt::StringLiterals;
using migrations::Migrator;

/// Servers that lack advisory locks, or that cannot roll back changes of tables, and users who lack
/// rights: each has its second choice.
class tst_MigrationLocks final : public QObject
{
    Q_OBJECT

private:
    EngineFixture m_fixture;
    ConnectionSettings m_settings;

    std::unique_ptr<Session> connect(std::initializer_list<EngineFeature> lacking = {})
    {
        auto session = *connectTo(m_settings, {});
        for (const EngineFeature feature : lacking)
            session->features().lack(feature);
        return session;
    }

    /// What several programs that migrate at once came to, all their revisions in order.
    QStringList upgradeAtOnce(std::initializer_list<EngineFeature> lacking)
    {
        std::array<Result<QStringList>, 4> applied = {QStringList(), QStringList(), QStringList(),
                                                      QStringList()};
        {
            std::vector<std::jthread> programs;
            for (auto& result : applied)
                programs.emplace_back([&] { result = Migrator(*connect(lacking)).upgrade(); });
        }
        QStringList revisions;
        for (const auto& result : applied)
            revisions += result ? *result : QStringList{result.error().message};
        revisions.sort();
        return revisions;
    }

    static QString claims(Session& session)
    {
        return ask(session, u"SELECT name FROM clientele_revision WHERE revision = ''"_s);
    }

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<QString>("engine");
        for (const char* engine : {"postgresql", "pgbouncer"})
            QTest::newRow(engine) << QString::fromLatin1(engine);
    }

    void init()
    {
        QFETCH_GLOBAL(QString, engine);
        m_settings = m_fixture.empty(engine);
    }

    void withoutAdvisoryLocksManyProgramsMigrateOnce()
    {
        QCOMPARE(upgradeAtOnce({EngineFeature::AdvisoryLocks}).join(u", "_s),
                 u"0001, 0002, 0003, 0004"_s);
        const auto session = connect();
        QCOMPARE(claims(*session), QString());
        QCOMPARE(schemacheck::check(*session)->outcome, SchemaDrift::Outcome::Same);
    }

    void aRefusedAdvisoryLockIsNotedAndDoneWithout_data()
    {
        QTest::addColumn<QString>("sqlState");
        QTest::newRow("not supported") << u"0A000"_s;
        QTest::newRow("no such function") << u"42883"_s;
    }

    void aRefusedAdvisoryLockIsNotedAndDoneWithout()
    {
        QFETCH(QString, sqlState);
        // A function of that name that is found first, and answers as engines do that have none.
        const auto maker = connect();
        QVERIFY(maker
                    ->executeScript(u"CREATE FUNCTION pg_advisory_xact_lock(bigint) RETURNS void"
                                    " LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION"
                                    " 'no such lock' USING ERRCODE = '%1'; END $$;"
                                    " ALTER ROLE postgres IN DATABASE %2"
                                    " SET search_path = public, pg_catalog"_s.arg(
                                        sqlState, m_settings.database))
                    .hasValue());
        // A role's settings count from its next sign-in, which a pooler has behind it.
        const auto session = *connectTo(m_fixture.server().settings(m_settings.database), {});
        QCOMPARE(*Migrator(*session).upgrade(),
                 (QStringList{u"0001"_s, u"0002"_s, u"0003"_s, u"0004"_s}));
        QVERIFY(!session->features().has(EngineFeature::AdvisoryLocks));
        QCOMPARE(claims(*session), QString());
    }

    void parity33_withoutTransactionalDdlItGoesStepByStep()
    {
        const auto session = connect({EngineFeature::TransactionalDdl});
        Migrator migrator(*session);
        QCOMPARE(*migrator.upgrade(), (QStringList{u"0001"_s, u"0002"_s, u"0003"_s, u"0004"_s}));
        QCOMPARE(claims(*session), QString());
        QCOMPARE(schemacheck::check(*session)->outcome, SchemaDrift::Outcome::Same);
        QCOMPARE(*migrator.downgrade(u"base"_s, Migrator::Base::Allow),
                 (QStringList{u"0004"_s, u"0003"_s, u"0002"_s, u"0001"_s}));
        QVERIFY(!migrations::readState(*session)->tableThere);
    }

    void parity33_stepByStepManyProgramsMigrateOnce()
    {
        QCOMPARE(upgradeAtOnce({EngineFeature::TransactionalDdl}).join(u", "_s),
                 u"0001, 0002, 0003, 0004"_s);
        const auto session = connect();
        QCOMPARE(claims(*session), QString());
    }

    void parity33_stepByStepAnObstacleIsGoneOnFrom()
    {
        const auto session = connect({EngineFeature::TransactionalDdl});
        Migrator migrator(*session);
        QVERIFY(migrator.upgrade(u"1"_s).hasValue());
        addCustomers(*session, 10);
        // The last statement of the second migration trips over it, all others are done.
        ask(*session, u"CREATE TABLE customer_created_order (id INTEGER PRIMARY KEY)"_s);
        const QString rows = ask(*session, u"SELECT sum(id) || '/' || count(*) FROM customer"_s);
        const auto failed = migrator.upgrade();
        QCOMPARE(failed.error().kind, ErrorKind::InvalidInput);
        QVERIFY2(failed.error().message.contains(u"goes on from there"_s),
                 qPrintable(failed.error().message));
        QCOMPARE(migrations::readState(*session)->revision(), u"0001"_s);
        QCOMPARE(claims(*session), u"0002"_s);
        ask(*session, u"DROP TABLE customer_created_order"_s);
        // Another program, at once: the claim was given up.
        const auto other = connect({EngineFeature::TransactionalDdl});
        const auto resumed = Migrator(*other).upgrade();
        QVERIFY2(resumed.hasValue(), qPrintable(resumed ? u""_s : resumed.error().message));
        QCOMPARE(ask(*session, u"SELECT sum(id) || '/' || count(*) FROM customer"_s), rows);
        QCOMPARE(schemacheck::check(*session)->outcome, SchemaDrift::Outcome::Same);
    }

    void parity33_stepByStepAKilledRunIsGoneOnFrom()
    {
        // What a program leaves that was killed after the first statement of 0001, long ago.
        const auto session = connect({EngineFeature::TransactionalDdl});
        QVERIFY(migrations::prepareState(*session).hasValue());
        ask(*session, u"INSERT INTO clientele_revision (revision, name, applied_at)"
                      " VALUES ('', '0001', CURRENT_TIMESTAMP - INTERVAL '2 days')"_s);
        QVERIFY(
            session
                ->executeScript(
                    migrations::statements(migrations::all(Engine::PostgreSql).first().sql).first())
                .hasValue());
        QCOMPARE(*Migrator(*session).upgrade(),
                 (QStringList{u"0001"_s, u"0002"_s, u"0003"_s, u"0004"_s}));
        QCOMPARE(schemacheck::check(*session)->outcome, SchemaDrift::Outcome::Same);
    }

    void stepByStepATableOfOthersIsRefusedAllTheSame()
    {
        const auto session = connect({EngineFeature::TransactionalDdl});
        QVERIFY(
            session->executeScript(QString::fromLatin1(EngineFixture::guideTable())).hasValue());
        for (int attempt = 0; attempt < 2; ++attempt)
            QCOMPARE(Migrator(*session).upgrade().error().kind, ErrorKind::Conflict);
        QVERIFY(!migrations::readState(*session)->tableThere);
        // Also where a state table is left that says nothing.
        QVERIFY(migrations::prepareState(*session).hasValue());
        for (int attempt = 0; attempt < 2; ++attempt)
            QCOMPARE(Migrator(*session).upgrade().error().kind, ErrorKind::Conflict);
        QVERIFY(!CustomerTable::describe(*session)->hasSearchText);
    }

    void saysWhichRightIsLacking()
    {
        const QString name = u"clerk_%1"_s.arg(m_settings.database);
        const auto owner = *connectTo(m_fixture.server().settings(m_settings.database), {});
        ask(*owner, u"CREATE ROLE %1 LOGIN"_s.arg(name));
        ConnectionSettings settings = m_fixture.server().settings(m_settings.database);
        settings.user = name;
        const auto clerk = *connectTo(settings, {});
        const auto refused = Migrator(*clerk).upgrade();
        QCOMPARE(refused.error().kind, ErrorKind::PermissionDenied);
        QVERIFY2(
            refused.error().message.contains(u"GRANT CREATE ON SCHEMA public TO %1."_s.arg(name)) &&
                refused.error().message.contains(u"migrate sql"_s),
            qPrintable(refused.error().message));
        QCOMPARE(ask(*owner, u"SELECT count(*) FROM pg_class WHERE relnamespace ="
                             " 'public'::regnamespace"_s),
                 u"0"_s);

        QVERIFY(Migrator(*owner).upgrade(u"1"_s).hasValue());
        ask(*owner, u"GRANT CREATE ON SCHEMA public TO %1"_s.arg(name));
        ask(*owner, u"GRANT SELECT ON ALL TABLES IN SCHEMA public TO %1"_s.arg(name));
        QVERIFY(Migrator(*clerk).upgrade().error().message.contains(
            u"GRANT postgres TO %1."_s.arg(name)));
        QVERIFY(Migrator(*clerk).downgrade(u"base"_s, Migrator::Base::Allow).error().kind ==
                ErrorKind::PermissionDenied);
        QVERIFY(Migrator(*owner).upgrade().hasValue());
        QCOMPARE(schemacheck::check(*clerk)->outcome, SchemaDrift::Outcome::Same);
    }
};

QTEST_GUILESS_MAIN(tst_MigrationLocks)
#include "tst_migrationlocks.moc"
