// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/connect.h"
#include "core/db/customertable.h"
#include "core/db/migrations.h"
#include "core/db/migrator.h"
#include "tests/support/enginefixture.h"
#include "tests/support/tablepicture.h"

#include <QTest>

#include <thread>

using namespace clientele;
using namespace clientele::testing;
using namespace Qt::StringLiterals;
using migrations::Migrator;

/// Up, down and stamp, what is refused, what fails half-way, and who else is at it.
class tst_Migrator final : public QObject
{
    Q_OBJECT

private:
    EngineFixture m_fixture;
    ConnectionSettings m_settings;

    std::unique_ptr<Session> connect() { return *connectTo(m_settings, {}); }
    [[nodiscard]] bool isPostgres() const { return m_settings.engine == Engine::PostgreSql; }

    static QString revisionOf(Session& session)
    {
        return migrations::readState(session)->revision();
    }
    template <class T>
    static QString whyNot(const Result<T>& result)
    {
        return result ? QString() : result.error().message;
    }
    /// What several programs that migrate at once came to, all their revisions in order.
    QStringList upgradeAtOnce(const std::function<void(Session&)>& prepare = {})
    {
        std::array<Result<QStringList>, 4> applied = {QStringList(), QStringList(), QStringList(),
                                                      QStringList()};
        {
            std::vector<std::jthread> programs;
            for (auto& result : applied)
                programs.emplace_back([&] {
                    const auto session = connect();
                    if (prepare)
                        prepare(*session);
                    result = Migrator(*session).upgrade();
                });
        }
        QStringList revisions;
        for (const auto& result : applied)
            revisions += result ? *result : QStringList{result.error().message};
        revisions.sort();
        return revisions;
    }

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<QString>("engine");
        for (const char* engine : {"sqlite", "postgresql", "pgbouncer"})
            QTest::newRow(engine) << QString::fromLatin1(engine);
    }

    void init()
    {
        QFETCH_GLOBAL(QString, engine);
        m_settings = m_fixture.empty(engine);
    }

    void parity28_goesUpAndDownStepByStep()
    {
        const auto session = connect();
        Migrator migrator(*session);
        QCOMPARE(*migrator.upgrade(u"+1"_s), QStringList{u"0001"_s});
        addCustomers(*session, 3);
        const QString first = tablePicture(*session);
        QCOMPARE(*migrator.upgrade(u"2"_s), QStringList{u"0002"_s});
        QCOMPARE(*migrator.downgrade(u"-1"_s, Migrator::Base::Refuse), QStringList{u"0002"_s});
        QCOMPARE(revisionOf(*session), u"0001"_s);
        QCOMPARE(ask(*session, u"SELECT count(*) FROM customer WHERE phone LIKE '+49 %'"_s),
                 u"3"_s);
        QCOMPARE(columnsOf(*session), first.section(u"index"_s, 0, 0));
        QCOMPARE(*migrator.upgrade(), (QStringList{u"0002"_s, u"0003"_s, u"0004"_s}));
        QCOMPARE(*migrator.upgrade(), QStringList());
    }

    void whatARevisionAddedIsTakenBackWhole()
    {
        const auto session = connect();
        Migrator migrator(*session);
        const auto picture = [&] {
            return tablePicture(*session) + ask(*session, u"SELECT search_text FROM customer"_s) +
                   (isPostgres() ? ask(*session, u"SELECT prosrc || pg_get_functiondef(oid) FROM"
                                                 " pg_proc WHERE proname = 'clientele_fold'"_s)
                                 : QString());
        };
        QVERIFY(migrator.upgrade(u"2"_s).hasValue());
        addCustomers(*session, 3);
        const QString before = picture();
        QVERIFY(migrator.upgrade(u"3"_s).hasValue());
        QVERIFY(picture() != before);
        QVERIFY(migrator.downgrade(u"2"_s, Migrator::Base::Refuse).hasValue());
        QCOMPARE(picture(), before);
    }

    void parity28_refusesWhatCannotBeReached()
    {
        const auto session = connect();
        Migrator migrator(*session);
        QVERIFY(migrator.upgrade(u"1"_s).hasValue());
        const QString before = tablePicture(*session);
        QCOMPARE(whyNot(migrator.upgrade(u"+5"_s)),
                 u"+5 asks for 5 steps up from 0001, but there are only 3."_s);
        QCOMPARE(whyNot(migrator.downgrade(u"-3"_s, Migrator::Base::Allow)),
                 u"-3 asks for 3 steps down from 0001, but there is only 1."_s);
        QVERIFY(whyNot(migrator.upgrade(u"base"_s)).contains(u"migrate downgrade"_s));
        QVERIFY(whyNot(migrator.downgrade(u"head"_s, Migrator::Base::Allow))
                    .contains(u"migrate upgrade"_s));
        QVERIFY(whyNot(migrator.upgrade(u"nosuch"_s)).contains(u"no revision \"nosuch\""_s));
        QCOMPARE(tablePicture(*session), before);
    }

    void downgradeToBaseLeavesNothingOfOurs()
    {
        const auto session = connect();
        ask(*session, u"CREATE TABLE others (id INTEGER PRIMARY KEY)"_s);
        Migrator migrator(*session);
        QVERIFY(migrator.upgrade().hasValue());
        const auto asked = migrator.downgrade(u"base"_s, Migrator::Base::Refuse);
        QCOMPARE(asked.error().code, u"base"_s);
        QVERIFY(asked.error().message.contains(u"drops the table customer"_s));
        QCOMPARE(revisionOf(*session), u"0004"_s);
        QCOMPARE(*migrator.downgrade(u"base"_s, Migrator::Base::Allow),
                 (QStringList{u"0004"_s, u"0003"_s, u"0002"_s, u"0001"_s}));
        QCOMPARE(
            ask(*session, isPostgres()
                              ? u"SELECT relname::text FROM pg_class WHERE relkind = 'r' AND"
                                " relnamespace = 'public'::regnamespace"_s
                              : u"SELECT name FROM sqlite_master WHERE name NOT LIKE 'sqlite%'"_s),
            u"others"_s);
        QCOMPARE(*migrator.upgrade(), (QStringList{u"0001"_s, u"0002"_s, u"0003"_s, u"0004"_s}));
    }

    void parity30_stampChangesTheRowsOnly()
    {
        const auto session = connect();
        Migrator migrator(*session);
        QCOMPARE(migrator.stamp(u"head"_s).error().kind, ErrorKind::SchemaMissing);
        QVERIFY(migrator.upgrade().hasValue());
        const QString shape = columnsOf(*session);
        QCOMPARE(*migrator.stamp(u"0001"_s), u"0001"_s);
        QCOMPARE(revisionOf(*session), u"0001"_s);
        QCOMPARE(*migrator.stamp(u"head"_s), u"0004"_s);
        QVERIFY2(!migrations::readState(*session)->adopted(), "it is still ours");
        QCOMPARE(*migrator.stamp(u"base"_s), QString());
        QCOMPARE(ask(*session, u"SELECT count(*) FROM clientele_revision"_s), u"0"_s);
        QVERIFY(whyNot(migrator.stamp(u"nosuch"_s)).contains(u"no revision \"nosuch\""_s));
        QCOMPARE(columnsOf(*session), shape);
    }

    void editedFilesAreRefusedUntilStamped()
    {
        const auto session = connect();
        Migrator migrator(*session);
        QVERIFY(migrator.upgrade(u"1"_s).hasValue());
        ask(*session, u"UPDATE clientele_revision SET checksum = '%1'"_s.arg(QString(64, u'0')));
        const QString before = tablePicture(*session);
        for (const QString& why : {whyNot(migrator.upgrade()),
                                   whyNot(migrator.downgrade(u"base"_s, Migrator::Base::Allow))}) {
            QVERIFY2(why.contains(u"Migration 0001 (customer) is not the one"_s), qPrintable(why));
            QVERIFY2(why.contains(u"migrate stamp 0001"_s), qPrintable(why));
        }
        QCOMPARE(tablePicture(*session), before);
        QCOMPARE(*migrator.stamp(u"0001"_s), u"0001"_s);
        QCOMPARE(*migrator.upgrade(), (QStringList{u"0002"_s, u"0003"_s, u"0004"_s}));
    }

    void anEarlyVersionsStateTableIsUpgradedWhenWriting()
    {
        const auto session = connect();
        QVERIFY(session->executeScript(migrations::all(m_settings.engine).first().sql).hasValue());
        QVERIFY(session
                    ->executeScript(
                        u"CREATE TABLE clientele_revision (revision VARCHAR(32) PRIMARY KEY,"
                        " name VARCHAR(255) NOT NULL, applied_at TIMESTAMP NOT NULL DEFAULT"
                        " CURRENT_TIMESTAMP);"
                        "INSERT INTO clientele_revision (revision, name)"
                        " VALUES ('0001', 'customer')"_s)
                    .hasValue());
        const auto state = migrations::readState(*session);
        QCOMPARE(state->revision(), u"0001"_s);
        QVERIFY(!state->adopted() && state->applied.first().checksum.isEmpty());
        QCOMPARE(*Migrator(*session).upgrade(), (QStringList{u"0002"_s, u"0003"_s, u"0004"_s}));
        QCOMPARE(migrations::readState(*session)->applied.last().checksum.size(), 64);
        QVERIFY(Migrator(*session).downgrade(u"base"_s, Migrator::Base::Allow).hasValue());
    }

    void aRevisionOfTheFutureIsLeftAlone()
    {
        const auto session = connect();
        QVERIFY(migrations::upgrade(*session).hasValue());
        ask(*session,
            u"INSERT INTO clientele_revision (revision, name) VALUES ('0099', 'orders')"_s);
        const QString why = whyNot(Migrator(*session).upgrade());
        QVERIFY2(why.contains(u"0099 (orders)"_s) && why.contains(u"newer version"_s),
                 qPrintable(why));
        QVERIFY(!Migrator(*session).downgrade(u"0001"_s, Migrator::Base::Refuse));
    }

    void parity33_aFailureHalfWayLeaves100000RowsAsTheyWere()
    {
        const auto session = connect();
        Migrator migrator(*session);
        QVERIFY(migrator.upgrade(u"1"_s).hasValue());
        addCustomers(*session, 100'000);
        // The second migration folds addresses, and comes to that after it has touched each row.
        ask(*session, u"INSERT INTO customer (name, email, is_active)"
                      " VALUES ('Twin', 'C99999@example.com', NULL)"_s);
        const QString before = tablePicture(*session);
        const auto failed = migrator.upgrade();
        QCOMPARE(failed.error().kind, ErrorKind::InvalidInput);
        const QString why = failed.error().message;
        QVERIFY2(why.startsWith(u"Migration 0002 (search and sort) could not be done: "_s) &&
                     why.endsWith(u"Nothing was changed."_s),
                 qPrintable(why));
        QVERIFY2(tablePicture(*session) == before, "rows, table or state were changed");
        ask(*session, u"DELETE FROM customer WHERE name = 'Twin'"_s);
        QCOMPARE(*migrator.upgrade(), (QStringList{u"0002"_s, u"0003"_s, u"0004"_s}));
        QCOMPARE(
            ask(*session, u"SELECT count(*) FROM customer WHERE search_text LIKE '%c99999@%'"_s),
            u"1"_s);
    }

    void aTakenNameIsAnObstacleAndNotPassedOver()
    {
        const auto session = connect();
        Migrator migrator(*session);
        QVERIFY(migrator.upgrade(u"1"_s).hasValue());
        ask(*session, u"CREATE TABLE customer_name_order (id INTEGER PRIMARY KEY)"_s);
        const QString before = tablePicture(*session);
        const QString why = whyNot(migrator.upgrade());
        QVERIFY2(why.contains(u"customer_name_order"_s), qPrintable(why));
        QCOMPARE(tablePicture(*session), before);
        ask(*session, u"DROP TABLE customer_name_order"_s);
        QCOMPARE(*migrator.upgrade(), (QStringList{u"0002"_s, u"0003"_s, u"0004"_s}));
    }

    void phoneNumbersTooLongForTheOldTableKeepItFromGoingBack()
    {
        const auto session = connect();
        Migrator migrator(*session);
        QVERIFY(migrator.upgrade().hasValue());
        ask(*session, u"INSERT INTO customer (name, email, phone)"
                      " VALUES ('Ann', 'ann@example.com', '%1')"_s.arg(QString(40, u'1')));
        const auto back = migrator.downgrade(u"1"_s, Migrator::Base::Refuse);
        QCOMPARE(back.hasValue(), !isPostgres()); // lengths are no promise on SQLite
        QCOMPARE(revisionOf(*session), isPostgres() ? u"0002"_s : u"0001"_s);
        QCOMPARE(ask(*session, u"SELECT length(phone) FROM customer"_s), u"40"_s);
    }

    void whatOthersHangOnTheTableSurvives()
    {
        const auto session = connect();
        Migrator migrator(*session);
        QVERIFY(migrator.upgrade(u"1"_s).hasValue());
        addCustomers(*session, 2);
        ask(*session, u"CREATE TABLE orders (id INTEGER PRIMARY KEY, customer_id BIGINT NOT NULL"
                      " REFERENCES customer (id) ON DELETE CASCADE)"_s);
        ask(*session, u"INSERT INTO orders VALUES (1, 1), (2, 2)"_s);
        ask(*session, u"CREATE INDEX theirs ON customer (phone)"_s);
        ask(*session, u"CREATE VIEW active AS SELECT id FROM customer"_s);
        QVERIFY2(migrator.upgrade().hasValue(), qPrintable(whyNot(migrator.upgrade())));
        QVERIFY(migrator.downgrade(u"1"_s, Migrator::Base::Refuse).hasValue());
        QCOMPARE(ask(*session, u"SELECT count(*) FROM orders"_s), u"2"_s);
        QCOMPARE(ask(*session, u"SELECT count(*) FROM active"_s), u"2"_s);
        QVERIFY(tablePicture(*session).contains(u"index theirs | (phone)"_s));
        const QString why = whyNot(migrator.downgrade(u"base"_s, Migrator::Base::Allow));
        QVERIFY2(why.contains(u"could not be done"_s), qPrintable(why));
        QCOMPARE(ask(*session, u"SELECT count(*) FROM orders"_s), u"2"_s);
    }

    void noColumnOfOthersIsLost()
    {
        const auto session = connect();
        Migrator migrator(*session);
        QVERIFY(migrator.upgrade(u"1"_s).hasValue());
        addCustomers(*session, 2);
        ask(*session, u"ALTER TABLE customer ADD COLUMN vat VARCHAR(20)"_s);
        ask(*session, u"UPDATE customer SET vat = 'DE' || id"_s);
        const auto upgraded = migrator.upgrade();
        QCOMPARE(upgraded.hasValue(), isPostgres()); // SQLite would make the table anew without it
        QVERIFY(isPostgres() || whyNot(upgraded).contains(u"column vat"_s));
        QCOMPARE(ask(*session, u"SELECT vat FROM customer ORDER BY id"_s), u"DE1\nDE2"_s);
    }

    void manyProgramsAtOnceMigrateOnce()
    {
        QCOMPARE(upgradeAtOnce(), (QStringList{u"0001"_s, u"0002"_s, u"0003"_s, u"0004"_s}));
    }

    void parity25_26_tellsNoRevisionFromANewestOne()
    {
        const auto session = connect();
        QVERIFY(!migrations::readState(*session)->tableThere);
        QCOMPARE(revisionOf(*session), QString());
        QVERIFY(migrations::upgrade(*session).hasValue());
        QCOMPARE(revisionOf(*session), u"0004"_s);
        QCOMPARE(*migrations::alembicRevision(*session), QString());
        ask(*session, u"CREATE TABLE alembic_version (version_num VARCHAR(32) PRIMARY KEY)"_s);
        QCOMPARE(*migrations::alembicRevision(*session), u"base"_s);
        ask(*session, u"INSERT INTO alembic_version VALUES ('aaa1')"_s);
        QCOMPARE(*migrations::alembicRevision(*session), u"aaa1"_s);
        QVERIFY(Migrator(*session).downgrade(u"base"_s, Migrator::Base::Allow).hasValue());
        QCOMPARE(*migrations::alembicRevision(*session), u"aaa1"_s);
    }

private:
    /// The table's columns alone.
    static QString columnsOf(Session& session)
    {
        return tablePicture(session).section(u"index"_s, 0, 0);
    }
};

QTEST_GUILESS_MAIN(tst_Migrator)
#include "tst_migrator.moc"
