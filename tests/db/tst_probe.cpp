// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/connect.h"
#include "core/db/probe.h"
#include "tests/support/enginefixture.h"
#include "tests/support/wireproxy.h"

#include <QTest>

#include <algorithm>

using namespace clientele;
using namespace clientele::testing;
using namespace Qt::StringLiterals;
using Verdict = CapabilityFinding::Verdict;

class TestProbe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatIsThere_data();
    void findsWhatIsThere();
    void leavesNothingBehind();
    void findsWhatIsRefused_data();
    void findsWhatIsRefused();
    void seesThroughLocksThatExcludeNobody();
    void seesAPooler();
    void seesTablesThatOutliveARollback();
    void seesSettingsThatAreIgnored();
    void leavesOpenWhatTakesASecondConnection();
    void namesTheServer_data();
    void namesTheServer();
    void asksAUserOfFewRights();
    void changesNothingOfAReadOnlyBook();
    void findsWhatSqliteCan();
    void endsWhenCancelled();

private:
    static CapabilityReport ask(const ConnectionSettings& settings, EngineFeatures* features = {});
    static CapabilityFinding found(const CapabilityReport& report, Capability capability);

    EngineFixture m_fixture;
};

CapabilityReport TestProbe::ask(const ConnectionSettings& settings, EngineFeatures* features)
{
    const auto open = [&] { return connectTo(settings, {}); };
    auto session = open();
    if (!session)
        qFatal("cannot connect: %s", qPrintable(session.error().message));
    const auto report = probe(**session, open);
    if (!report)
        qFatal("not probed: %s", qPrintable(report.error().message));
    if (features)
        apply(*report, *features);
    return *report;
}

CapabilityFinding TestProbe::found(const CapabilityReport& report, Capability capability)
{
    const auto one = std::ranges::find(report, capability, &CapabilityFinding::capability);
    return one == report.end() ? CapabilityFinding{.finding = u"not asked"_s} : *one;
}

void TestProbe::findsWhatIsThere_data()
{
    QTest::addColumn<Capability>("capability");
    QTest::addColumn<Verdict>("verdict");
    using enum Capability;
    for (const Capability capability :
         {Server,        TimeZone,           Encoding,      Collation,
          Returning,     WritableCte,        OnConflict,    Arrays,
          Copy,          TemporaryTables,    Savepoints,    TransactionalDdl,
          Isolation,     RowLocks,           AdvisoryLocks, Notifications,
          LocalSettings, PreparedStatements, Trigrams,      EstimatedCounts,
          Ids,           Catalogue})
        QTest::addRow("%d", static_cast<int>(capability)) << capability << Verdict::Yes;
    QTest::newRow("encryption") << Encryption << Verdict::No; // the test's server has none
}

void TestProbe::findsWhatIsThere()
{
    static const auto report = ask(m_fixture.fresh(u"postgresql"_s));
    QFETCH(Capability, capability);
    QFETCH(Verdict, verdict);
    const auto one = found(report, capability);
    QVERIFY2(one.verdict == verdict, qPrintable(one.finding));
    QVERIFY(!one.finding.isEmpty());
    QVERIFY(one.milliseconds >= 0);
}

void TestProbe::leavesNothingBehind()
{
    const auto settings = m_fixture.fresh(u"postgresql"_s);
    const auto relations = u"SELECT count(*) FROM pg_class"_s;
    const QString before = m_fixture.server().execute(settings.database, relations);
    const auto session = *connectTo(settings, {});
    QVERIFY(probe(*session, [&] { return connectTo(settings, {}); }).hasValue());
    QVERIFY(!session->inTransaction());
    QVERIFY(session->execute(u"SELECT 1"_s).hasValue());
    QCOMPARE(m_fixture.server().execute(settings.database, relations), before);
    QCOMPARE(m_fixture.server().execute(settings.database, u"SELECT last_value, is_called FROM "
                                                           "customer_id_seq"_s),
             u"1|f"_s);
}

void TestProbe::findsWhatIsRefused_data()
{
    QTest::addColumn<Capability>("capability");
    QTest::addColumn<QString>("statement");
    using enum Capability;
    QTest::newRow("RETURNING") << Returning << u"^INSERT.*RETURNING"_s;
    QTest::newRow("writable CTE") << WritableCte << u"^WITH"_s;
    QTest::newRow("ON CONFLICT") << OnConflict << u"ON CONFLICT"_s;
    QTest::newRow("arrays") << Arrays << u"unnest"_s;
    QTest::newRow("COPY") << Copy << u"^COPY"_s;
    QTest::newRow("temporary tables") << TemporaryTables << u"TEMPORARY"_s;
    QTest::newRow("savepoints") << Savepoints << u"SAVEPOINT"_s;
    QTest::newRow("isolation") << Isolation << u"REPEATABLE READ"_s;
    QTest::newRow("row locks") << RowLocks << u"FOR UPDATE"_s;
    QTest::newRow("advisory locks") << AdvisoryLocks << u"advisory"_s;
    QTest::newRow("notifications") << Notifications << u"^LISTEN"_s;
    QTest::newRow("local settings") << LocalSettings << u"SET LOCAL"_s;
    QTest::newRow("trigrams") << Trigrams << u"show_trgm|pg_available_extensions"_s;
    QTest::newRow("estimated counts") << EstimatedCounts << u"reltuples"_s;
    QTest::newRow("ids") << Ids << u"9223372036854775807"_s;
    QTest::newRow("catalogue") << Catalogue << u"to_regclass"_s;
}

void TestProbe::findsWhatIsRefused()
{
    QFETCH(Capability, capability);
    QFETCH(QString, statement);
    static const auto settings = m_fixture.fresh(u"postgresql"_s);
    WireProxy proxy(settings);
    proxy.refuseStatements(statement);
    EngineFeatures features;
    const auto report = ask(proxy.settings(settings.database), &features);
    for (const CapabilityFinding& one : report) {
        const bool expected =
            one.capability != capability && one.capability != Capability::Encryption;
        QVERIFY2((one.verdict == Verdict::Yes) == expected,
                 qPrintable(u"%1: %2"_s.arg(static_cast<int>(one.capability)).arg(one.finding)));
    }
    QCOMPARE(found(report, capability).verdict, Verdict::No);
    if (const auto feature = featureOf(capability))
        QVERIFY(!features.has(*feature));
}

void TestProbe::seesThroughLocksThatExcludeNobody()
{
    // As some engines have them: the function is there, and always says yes.
    const auto settings = m_fixture.fresh(u"postgresql"_s);
    m_fixture.server().execute(
        settings.database,
        u"CREATE FUNCTION pg_try_advisory_xact_lock(key bigint) RETURNS boolean LANGUAGE sql AS "
        "'SELECT true'; ALTER DATABASE %1 SET search_path = public, pg_catalog"_s.arg(
            settings.database));
    EngineFeatures features;
    const auto report = ask(settings, &features);
    QCOMPARE(found(report, Capability::AdvisoryLocks).verdict, Verdict::No);
    QVERIFY(!features.has(EngineFeature::AdvisoryLocks));
}

void TestProbe::seesAPooler()
{
    EngineFeatures features;
    const auto report = ask(m_fixture.fresh(u"pgbouncer"_s), &features);
    QCOMPARE(found(report, Capability::PreparedStatements).verdict, Verdict::No);
    QVERIFY(found(report, Capability::PreparedStatements).finding.contains(u"pooler"_s));
    QCOMPARE(found(report, Capability::Notifications).verdict, Verdict::No);
    QVERIFY(!features.has(EngineFeature::Notifications));
    QCOMPARE(found(report, Capability::AdvisoryLocks).verdict, Verdict::Yes);
    QCOMPARE(found(report, Capability::Copy).verdict, Verdict::Yes);
    QCOMPARE(found(report, Capability::TemporaryTables).verdict, Verdict::Yes);
}

void TestProbe::seesTablesThatOutliveARollback()
{
    // As where each change of a table commits by itself.
    const auto settings = m_fixture.fresh(u"postgresql"_s);
    WireProxy proxy(settings);
    proxy.replaceStatements(u"^ROLLBACK$"_s, "COMMIT");
    const auto report = ask(proxy.settings(settings.database));
    QCOMPARE(found(report, Capability::TransactionalDdl).verdict, Verdict::No);
    QCOMPARE(found(report, Capability::Returning).verdict, Verdict::Yes);
    QCOMPARE(found(report, Capability::Ids).verdict, Verdict::Yes);
    QCOMPARE(m_fixture.server().execute(settings.database,
                                        u"SELECT count(*) FROM pg_class WHERE relname LIKE"
                                        " 'clientele_probe%'"_s),
             u"0"_s);
}

void TestProbe::seesSettingsThatAreIgnored()
{
    const auto settings = m_fixture.fresh(u"postgresql"_s);
    WireProxy proxy(settings);
    proxy.replaceStatements(u"^SET LOCAL"_s, "SELECT 1");
    proxy.replaceStatements(u"^LISTEN"_s, "SELECT 1");
    const auto report = ask(proxy.settings(settings.database));
    QCOMPARE(found(report, Capability::LocalSettings).verdict, Verdict::No);
    QCOMPARE(found(report, Capability::Notifications).verdict, Verdict::No);
    QVERIFY(found(report, Capability::Notifications).finding.contains(u"ignored"_s));
}

void TestProbe::leavesOpenWhatTakesASecondConnection()
{
    const auto session = *connectTo(m_fixture.fresh(u"postgresql"_s), {});
    const auto report = *probe(*session);
    QCOMPARE(found(report, Capability::TransactionalDdl).verdict, Verdict::Yes);
    QCOMPARE(found(report, Capability::AdvisoryLocks).verdict, Verdict::Unknown);
    QCOMPARE(found(report, Capability::PreparedStatements).verdict, Verdict::Unknown);
}

void TestProbe::namesTheServer_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<QString>("name");
    QTest::newRow("CockroachDB") << u"CockroachDB CCL v25.2.1 (x86_64-pc-linux-gnu, built …)"_s
                                 << u"CockroachDB CCL v25.2.1"_s;
    QTest::newRow("YugabyteDB") << u"PostgreSQL 15.2-YB-2.25.0.0-b0 on x86_64-pc-linux-gnu"_s
                                << u"PostgreSQL 15.2-YB-2.25.0.0-b0 (YugabyteDB)"_s;
    QTest::newRow("Tacnode") << u"Tacnode 1.3 on x86_64"_s << u"Tacnode 1.3"_s;
}

void TestProbe::namesTheServer()
{
    QFETCH(QString, version);
    QFETCH(QString, name);
    const auto settings = m_fixture.empty(u"postgresql"_s);
    m_fixture.server().execute(
        settings.database,
        u"CREATE FUNCTION version() RETURNS text LANGUAGE sql AS 'SELECT ''%1''::text';"
        " ALTER DATABASE %2 SET search_path = public, pg_catalog"_s.arg(version,
                                                                        settings.database));
    QCOMPARE(found(ask(settings), Capability::Server).finding, name);
}

void TestProbe::asksAUserOfFewRights()
{
    auto settings = m_fixture.fresh(u"postgresql"_s);
    m_fixture.server().execute(
        settings.database, u"DROP ROLE IF EXISTS reader; CREATE ROLE reader LOGIN;"
                           " REVOKE ALL ON SCHEMA public FROM PUBLIC;"
                           " REVOKE TEMPORARY ON DATABASE %1 FROM PUBLIC"_s.arg(settings.database));
    settings.user = u"reader"_s;
    const auto report = ask(settings);
    for (const Capability capability : {Capability::TemporaryTables, Capability::Returning,
                                        Capability::TransactionalDdl, Capability::Ids}) {
        const auto one = found(report, capability);
        QCOMPARE(one.verdict, Verdict::Unknown);
        QVERIFY2(one.finding.contains(u"this user may not"_s), qPrintable(one.finding));
    }
    QCOMPARE(found(report, Capability::AdvisoryLocks).verdict, Verdict::Yes);
    QCOMPARE(found(report, Capability::Isolation).verdict, Verdict::Yes);
    EngineFeatures features;
    apply(report, features);
    QVERIFY(features.has(EngineFeature::Returning)); // nothing was found against it
}

void TestProbe::changesNothingOfAReadOnlyBook()
{
    auto settings = m_fixture.fresh(u"postgresql"_s);
    settings.readOnly = true;
    const auto report = ask(settings);
    QCOMPARE(found(report, Capability::Server).verdict, Verdict::Yes);
    QCOMPARE(found(report, Capability::Returning).verdict, Verdict::Unknown);
}

void TestProbe::findsWhatSqliteCan()
{
    const auto report = ask(m_fixture.fresh(u"sqlite"_s));
    QVERIFY(report.size() >= 9);
    for (const CapabilityFinding& one : report)
        QVERIFY2(one.verdict == Verdict::Yes, qPrintable(one.finding));
    QVERIFY(found(report, Capability::Server).finding.startsWith(u"SQLite 3."_s));
}

void TestProbe::endsWhenCancelled()
{
    const auto session = *connectTo(m_fixture.fresh(u"postgresql"_s), {});
    const auto cancelled = std::make_shared<Cancellation>();
    cancelled->cancel();
    session->setCancellation(cancelled);
    const auto report = probe(*session);
    QVERIFY(!report);
    QCOMPARE(report.error().kind, ErrorKind::Cancelled);
}

QTEST_GUILESS_MAIN(TestProbe)
#include "tst_probe.moc"
