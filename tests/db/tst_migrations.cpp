// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/connect.h"
#include "core/db/customerrepository.h"
#include "core/db/migrations.h"
#include "core/db/refolding.h"
#include "tests/support/enginefixture.h"
#include "tests/support/tablepicture.h"

#include <QTest>

#include <thread>

using namespace clientele;
using namespace clientele::testing;
using namespace Qt::StringLiterals;

class TestMigrations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void init();

    void findsNothingInAnEmptyDatabase();
    void makesTheNewestTable();
    void hasNothingToDoTwice();
    void migratesOnceWhenTwoProgramsStart();
    void keepsTheCustomersOfTheFirstRevision();
    void leavesAnothersTableAlone();
    void tellsWhatAnotherTableLacks();
    void findsRowsThatOtherProgramsWrote();
    void listsWhatItCannotFoldOnSqlite();
    void foldsAgainWhenOnlyTheCaseChanges();
    void printsTheSqlThatItRuns();

private:
    std::unique_ptr<Session> connect() { return *connectTo(m_settings, {}); }

    EngineFixture m_fixture;
    ConnectionSettings m_settings;
};

void TestMigrations::initTestCase_data()
{
    QTest::addColumn<QString>("engine");
    for (const char* engine : {"sqlite", "postgresql", "pgbouncer"})
        QTest::newRow(engine) << QString::fromLatin1(engine);
}

void TestMigrations::init()
{
    QFETCH_GLOBAL(QString, engine);
    m_settings = m_fixture.empty(engine);
}

void TestMigrations::findsNothingInAnEmptyDatabase()
{
    const auto session = connect();
    QCOMPARE(CustomerTable::describe(*session)->state, SchemaState::Missing);
    QCOMPARE(*migrations::current(*session), QString());
}

void TestMigrations::makesTheNewestTable()
{
    const auto session = connect();
    const auto applied = migrations::upgrade(*session);
    QVERIFY2(applied.hasValue(), qPrintable(applied ? QString() : applied.error().message));
    QCOMPARE(*applied, (QStringList{u"0001"_s, u"0002"_s, u"0003"_s, u"0004"_s}));
    const auto table = CustomerTable::describe(*session);
    QCOMPARE(table->state, SchemaState::Ready);
    QCOMPARE(table->revision, u"0004"_s);
    QCOMPARE(table->nameLimit, 255);
    QCOMPARE(table->phoneLimit, 64);
    QVERIFY(table->emailUnique);
    QVERIFY(table->foldedEmailIndexed);
    QVERIFY(table->hasSearchText);
    QVERIFY(table->hasTrigramIndex);
}

void TestMigrations::hasNothingToDoTwice()
{
    const auto session = connect();
    QVERIFY(migrations::upgrade(*session).hasValue());
    QCOMPARE(*migrations::upgrade(*session), QStringList());
}

void TestMigrations::migratesOnceWhenTwoProgramsStart()
{
    std::array<Result<QStringList>, 4> applied = {QStringList(), QStringList(), QStringList(),
                                                  QStringList()};
    {
        std::vector<std::jthread> programs;
        for (auto& result : applied)
            programs.emplace_back([this, &result] { result = migrations::upgrade(*connect()); });
    }
    QStringList all;
    for (const auto& result : applied) {
        QVERIFY2(result.hasValue(), qPrintable(result ? QString() : result.error().message));
        all += *result;
    }
    all.sort();
    QCOMPARE(all, (QStringList{u"0001"_s, u"0002"_s, u"0003"_s, u"0004"_s}));
}

void TestMigrations::keepsTheCustomersOfTheFirstRevision()
{
    const auto session = connect();
    const auto steps = migrations::all(session->engine());
    QVERIFY(session->executeScript(steps.first().sql).hasValue());
    QVERIFY(
        session
            ->executeScript(u"CREATE TABLE clientele_revision (revision VARCHAR(32) PRIMARY KEY,"
                            " name VARCHAR(255) NOT NULL, applied_at TIMESTAMP);"
                            "INSERT INTO clientele_revision VALUES ('0001', 'customer', NULL);"
                            "INSERT INTO customer (name, email, phone, is_active)"
                            " VALUES ('Zoë', 'zoe@example.com', '+1-555', NULL);"_s)
            .hasValue());
    const auto old = CustomerTable::describe(*session);
    QCOMPARE(old->revision, u"0001"_s);
    QCOMPARE(old->phoneLimit, 20);
    const auto before = CustomerRepository(*session, *old).byEmail(u"zoe@example.com"_s);
    QCOMPARE(*migrations::upgrade(*session), (QStringList{u"0002"_s, u"0003"_s, u"0004"_s}));
    const auto table = CustomerTable::describe(*session);
    CustomerRepository customers(*session, *table);
    const auto after = customers.byEmail(u"zoe@example.com"_s);
    QCOMPARE((*after)->id, (*before)->id);
    QCOMPARE((*after)->createdAt, (*before)->createdAt);
    QCOMPARE(*customers.count({.text = u"zo"_s}), 1);
    QCOMPARE(*customers.count({.text = u"zoe"_s}), 1);
    QCOMPARE(*customers.count({.text = u"555"_s}), 1);
}

void TestMigrations::leavesAnothersTableAlone()
{
    const auto session = connect();
    QString sql = QString::fromLatin1(EngineFixture::guideTable());
    if (session->engine() == Engine::Sqlite)
        sql.replace(u"BIGSERIAL PRIMARY KEY"_s, u"INTEGER PRIMARY KEY"_s);
    QVERIFY(session->executeScript(sql).hasValue());
    const auto refused = migrations::upgrade(*session);
    QCOMPARE(refused.error().kind, ErrorKind::Conflict);
    const auto table = CustomerTable::describe(*session);
    QCOMPARE(table->state, SchemaState::Ready);
    QCOMPARE(table->revision, QString());
    QVERIFY(!table->hasSearchText);
}

void TestMigrations::tellsWhatAnotherTableLacks()
{
    const auto session = connect();
    QVERIFY(session
                ->executeScript(
                    u"CREATE TABLE customer (id INTEGER PRIMARY KEY, name TEXT, vat TEXT)"_s)
                .hasValue());
    const auto table = CustomerTable::describe(*session);
    QCOMPARE(table->state, SchemaState::Foreign);
    QCOMPARE(table->problem,
             u"It has no column email, phone, created_at, updated_at, is_active."_s);
}

void TestMigrations::findsRowsThatOtherProgramsWrote()
{
    const auto session = connect();
    QVERIFY(migrations::upgrade(*session).hasValue());
    QVERIFY(session
                ->executeScript(
                    u"INSERT INTO customer (name, email, phone)"
                    " VALUES ('Another Program', 'other@example.com', '+44 (20) 7946-0958');"
                    "UPDATE customer SET name = 'Renamed Program'"_s)
                .hasValue());
    const auto table = CustomerTable::describe(*session);
    CustomerRepository customers(*session, *table);
    QCOMPARE(*customers.count({.text = u"renamed"_s}), 1);
    QCOMPARE(*customers.count({.text = u"another"_s}), 0);
    QCOMPARE(*customers.count({.text = u"20 79460958"_s}), 1);
    QCOMPARE(*customers.count({.text = u"442079460958"_s}), 1);
}

void TestMigrations::listsWhatItCannotFoldOnSqlite()
{
    const auto session = connect();
    QVERIFY(migrations::upgrade(*session).hasValue());
    const auto table = CustomerTable::describe(*session);
    QCOMPARE(table->listsUnfolded, session->engine() == Engine::Sqlite);
    if (!table->listsUnfolded)
        return; // the column is generated
    CustomerRepository customers(*session, *table);
    const auto listed = [&] {
        return ask(*session, u"SELECT group_concat(id, ',') FROM customer_unfolded"_s);
    };
    QVERIFY(customers.create({.name = u"JOSÉ"_s, .email = u"j@example.com"_s}).hasValue());
    QCOMPARE(listed(), QString());
    ask(*session, u"INSERT INTO customer (id, name, email, phone) VALUES"
                  " (5, 'Plain', 'p@example.com', '+1 (555) 12-3'),"
                  " (6, 'ÉMILE', 'e@example.com', NULL), (7, 'Ann', 'a@example.com', '12/3'),"
                  " (8, 'Zoë', 'z@example.com', NULL)"_s);
    QCOMPARE(listed(), u"6,7,8"_s);
    ask(*session, u"UPDATE OR FAIL customer SET name = name || ' É' WHERE id IN (5, 6)"_s);
    ask(*session, u"DELETE FROM customer WHERE id = 8"_s);
    QCOMPARE(listed(), u"5,6,7,8"_s);
    QCOMPARE(*customers.count({.text = u"emile"_s}), 0);
    QVERIFY(refolding::runAll(*session).hasValue());
    QCOMPARE(listed(), QString());
    QCOMPARE(*customers.count({.text = u"emile e"_s}), 1);
    QCOMPARE(*customers.count({.text = u"plain e"_s}), 1);
    QCOMPARE(ask(*session, u"SELECT search_text FROM customer WHERE id = 7"_s),
             u"ann\na@example.com\n12/3\n123"_s);
}

void TestMigrations::foldsAgainWhenOnlyTheCaseChanges()
{
    const auto session = connect();
    QVERIFY(migrations::upgrade(*session).hasValue());
    const auto table = CustomerTable::describe(*session);
    CustomerRepository customers(*session, *table);
    Customer seen = *customers.create({.name = u"JOSÉ"_s, .email = u"j@example.com"_s});
    for (const auto& name : {u"José"_s, u"Jose"_s, u"JOSÉ"_s}) {
        Customer wanted = seen;
        wanted.name = name;
        seen = *customers.update(seen.id, CustomerPatch::between(seen, wanted))->current;
        QCOMPARE(seen.name, name);
        QCOMPARE(*customers.count({.text = u"jose"_s}), 1);
    }
}

void TestMigrations::printsTheSqlThatItRuns()
{
    const auto session = connect();
    const QString sql = migrations::script(session->engine());
    QVERIFY(sql.contains(u"customer ("_s));
    QVERIFY(sql.contains(u"clientele_revision"_s));
    const auto run = session->executeScript(sql);
    QVERIFY2(run.hasValue(), qPrintable(run ? QString() : run.error().message));
    QVERIFY(CustomerTable::describe(*session)->hasSearchText);
    QCOMPARE(*migrations::current(*session), u"0004"_s);
    QCOMPARE(*migrations::upgrade(*session), QStringList());
}

QTEST_GUILESS_MAIN(TestMigrations)
#include "tst_migrations.moc"
