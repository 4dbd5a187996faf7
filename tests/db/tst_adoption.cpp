// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/connect.h"
#include "core/db/customerrepository.h"
#include "core/db/migrations.h"
#include "core/db/migrator.h"
#include "core/db/schemacheck.h"
#include "tests/support/enginefixture.h"
#include "tests/support/tablepicture.h"

#include <QTest>

using namespace clientele;
using namespace clientele::testing;
using namespace Qt::StringLiterals;
using migrations::Migrator;

/// Tables that the guide's SQL or its ORM made, with rows in them: taken over by hand, brought to
/// the newest revision, and given back as they were.
class tst_Adoption final : public QObject
{
    Q_OBJECT

private:
    EngineFixture m_fixture;
    std::unique_ptr<Session> m_session;

    static QString ormTableForSqlite()
    {
        return u"CREATE TABLE customer (id INTEGER NOT NULL, name VARCHAR(255) NOT NULL,"
               " email VARCHAR(255) NOT NULL, phone VARCHAR(20), is_active BOOLEAN NOT NULL,"
               " created_at DATETIME DEFAULT (CURRENT_TIMESTAMP) NOT NULL,"
               " updated_at DATETIME DEFAULT (CURRENT_TIMESTAMP) NOT NULL, PRIMARY KEY (id));"
               "CREATE UNIQUE INDEX ix_customer_email ON customer (email);"
               "CREATE INDEX ix_customer_id ON customer (id);"_s;
    }

    ConnectionSettings book(const QString& engine)
    {
        if (engine != u"sqlite-orm" && engine != u"pgbouncer-guide")
            return m_fixture.fresh(engine);
        const auto settings =
            m_fixture.empty(engine == u"sqlite-orm" ? u"sqlite"_s : u"pgbouncer"_s);
        const auto made =
            (*connectTo(settings, {}))
                ->executeScript(engine == u"sqlite-orm"
                                    ? ormTableForSqlite()
                                    : QString::fromLatin1(EngineFixture::guideTable()));
        if (!made)
            qFatal("%s", qPrintable(made.error().message));
        return settings;
    }

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<QString>("engine");
        for (const char* engine : {"sqlite-guide", "sqlite-orm", "postgresql-guide",
                                   "postgresql-orm", "pgbouncer-guide"})
            QTest::newRow(engine) << QString::fromLatin1(engine);
    }

    void init()
    {
        QFETCH_GLOBAL(QString, engine);
        m_session = *connectTo(book(engine), {});
        addCustomers(*m_session, 20);
        ask(*m_session, u"INSERT INTO customer (name, email, phone, is_active)"
                        " VALUES ('Zoë', 'zoe@example.com', '+1-555', TRUE),"
                        " ('Zoë again', 'ZOE@example.com', NULL, FALSE)"_s);
    }

    void cleanup() { m_session.reset(); }

    void neverByItself()
    {
        const QString before = tablePicture(*m_session);
        const auto refused = migrations::upgrade(*m_session);
        QCOMPARE(refused.error().kind, ErrorKind::Conflict);
        QVERIFY(refused.error().message.contains(u"migrate stamp 0001"_s));
        QCOMPARE(tablePicture(*m_session), before);
    }

    void parity30_isStampedUpgradedAndGivenBackAsItWas()
    {
        const QString before = tablePicture(*m_session);
        Migrator migrator(*m_session);
        QVERIFY(migrator.adopt().hasValue());
        QCOMPARE(tablePicture(*m_session), before + u"0001"_s);
        QVERIFY(migrations::readState(*m_session)->adopted());
        QCOMPARE(migrator.adopt().error().kind, ErrorKind::Conflict);

        const auto upgraded = migrator.upgrade();
        QVERIFY2(upgraded.hasValue(), qPrintable(upgraded ? u""_s : upgraded.error().message));
        QCOMPARE(*upgraded, (QStringList{u"0002"_s, u"0003"_s, u"0004"_s}));
        const auto drift = schemacheck::check(*m_session);
        QCOMPARE(drift->outcome, SchemaDrift::Outcome::Same);
        QCOMPARE(drift->differences, QStringList());

        QCOMPARE(*migrator.downgrade(u"1"_s, Migrator::Base::Refuse),
                 (QStringList{u"0004"_s, u"0003"_s, u"0002"_s}));
        QCOMPARE(tablePicture(*m_session), before + u"0001"_s);
        const auto asked = migrator.downgrade(u"base"_s, Migrator::Base::Refuse);
        QVERIFY(asked.error().message.contains(u"stays with its rows"_s));
        QCOMPARE(*migrator.downgrade(u"base"_s, Migrator::Base::Allow), QStringList{u"0001"_s});
        QCOMPARE(tablePicture(*m_session), before);
    }

    void anAdoptedTableIsSearchedAndEdited()
    {
        Migrator migrator(*m_session);
        QVERIFY(migrator.adopt().hasValue());
        QVERIFY(migrator.upgrade().hasValue());
        const auto table = CustomerTable::describe(*m_session);
        QCOMPARE(table->revision, u"0004"_s);
        QCOMPARE(table->phoneLimit, 20);
        QVERIFY(table->hasSearchText && table->hasTrigramIndex && table->emailUnique);
        CustomerRepository customers(*m_session, *table);
        QCOMPARE(*customers.count({.text = u"zo"_s}), 2);
        QCOMPARE(*customers.count({.text = u"1555"_s}), 1);
        const auto made = customers.create({.name = u"Émile"_s, .email = u"emile@example.com"_s});
        QVERIFY2(made.hasValue(), qPrintable(made ? u""_s : made.error().message));
        QCOMPARE(*customers.count({.text = u"emile"_s}), 1);
        Customer wanted = *made;
        wanted.name = u"Renamed"_s;
        QVERIFY(customers.update(made->id, CustomerPatch::between(*made, wanted)).hasValue());
        QCOMPARE(*customers.count({.text = u"renamed"_s}), 1);
        // The services of those who made the table go on writing to it as they did.
        ask(*m_session, u"INSERT INTO customer (name, email, is_active)"
                        " VALUES ('Service', 'EMILE@example.com', TRUE)"_s);
        QCOMPARE(*customers.count({.text = u"service"_s}), 1);
    }

    void whatOthersHungOnItStays()
    {
        ask(*m_session, u"ALTER TABLE customer ADD COLUMN vat VARCHAR(20)"_s);
        ask(*m_session, u"UPDATE customer SET vat = 'DE' || id"_s);
        ask(*m_session, u"CREATE TABLE orders (id INTEGER PRIMARY KEY, customer_id BIGINT NOT NULL"
                        " REFERENCES customer (id) ON DELETE CASCADE)"_s);
        ask(*m_session, u"INSERT INTO orders VALUES (1, 1)"_s);
        const QString before = tablePicture(*m_session);
        Migrator migrator(*m_session);
        QVERIFY(migrator.adopt().hasValue());
        QVERIFY(migrator.upgrade().hasValue());
        QCOMPARE(schemacheck::check(*m_session)->outcome, SchemaDrift::Outcome::Same);
        QVERIFY(migrator.downgrade(u"base"_s, Migrator::Base::Allow).hasValue());
        QCOMPARE(tablePicture(*m_session), before);
        QCOMPARE(ask(*m_session, u"SELECT count(*) FROM customer WHERE vat IS NOT NULL"_s),
                 u"22"_s);
        QCOMPARE(ask(*m_session, u"SELECT count(*) FROM orders"_s), u"1"_s);
    }

    void aTableThatDoesNotFitIsNotAdopted_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("words");
        QTest::newRow("column") << u"ALTER TABLE customer RENAME COLUMN phone TO tel"_s
                                << u"no column phone"_s;
        QTest::newRow("search_text")
            << u"ALTER TABLE customer ADD COLUMN search_text TEXT"_s << u"search_text"_s;
    }

    void aTableThatDoesNotFitIsNotAdopted()
    {
        QFETCH(QString, change);
        QFETCH(QString, words);
        ask(*m_session, change);
        const QString before = shapeText();
        const auto refused = Migrator(*m_session).adopt();
        QCOMPARE(refused.error().kind, ErrorKind::SchemaMismatch);
        QVERIFY2(refused.error().message.contains(words), qPrintable(refused.error().message));
        QCOMPARE(shapeText(), before);
    }

    void aTableWithoutRulesIsNotAdopted()
    {
        const bool postgres = m_session->engine() == Engine::PostgreSql;
        ask(*m_session, u"DROP TABLE customer"_s);
        const QString columns = u" name VARCHAR(255), email VARCHAR(255)%1, phone VARCHAR(20),"
                                " created_at TIMESTAMP, updated_at TIMESTAMP, is_active BOOLEAN)"_s;
        ask(*m_session, u"CREATE TABLE customer (id %1 PRIMARY KEY,"_s.arg(
                            postgres ? u"BIGSERIAL"_s : u"INTEGER"_s) +
                            columns.arg(QString()));
        QVERIFY(Migrator(*m_session).adopt().error().message.contains(u"unique index on email"_s));
        ask(*m_session, u"DROP TABLE customer"_s);
        ask(*m_session,
            u"CREATE TABLE customer (id BIGINT PRIMARY KEY,"_s + columns.arg(u" UNIQUE"_s));
        QVERIFY(Migrator(*m_session).adopt().error().message.contains(u"takes a default"_s));
        QVERIFY(!migrations::readState(*m_session)->tableThere);
    }

private:
    /// As far as it goes on a table without all its columns.
    QString shapeText() { return SchemaShape::describe(*m_session)->toText(); }
};

QTEST_GUILESS_MAIN(tst_Adoption)
#include "tst_adoption.moc"
