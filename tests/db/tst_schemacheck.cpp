// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/connect.h"
#include "core/db/migrations.h"
#include "core/db/migrator.h"
#include "core/db/schemacheck.h"
#include "tests/support/enginefixture.h"
#include "tests/support/tablepicture.h"

#include <QTest>

using namespace clientele;
using namespace clientele::testing;
using namespace Qt::StringLiterals;

/// What the check against drift finds, and what it does not make a fuss of.
class tst_SchemaCheck final : public QObject
{
    Q_OBJECT

private:
    EngineFixture m_fixture;
    ConnectionSettings m_settings;
    std::unique_ptr<Session> m_session;

    [[nodiscard]] bool isPostgres() const { return m_settings.engine == Engine::PostgreSql; }
    SchemaDrift drift() { return *schemacheck::check(*m_session); }

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
        m_session = *connectTo(m_settings, {});
    }

    void cleanup() { m_session.reset(); }

    void theDescriptionIsWhatTheMigrationsMake()
    {
        QVERIFY(migrations::upgrade(*m_session).hasValue());
        QCOMPARE(SchemaShape::describe(*m_session)->toText(),
                 schemacheck::expected(m_settings.engine, false)->toText());
    }

    void theDescriptionOfAnAdoptedTableIsWhatIsAddedToIt()
    {
        QVERIFY(
            m_session->executeScript(migrations::all(m_settings.engine).first().sql).hasValue());
        const auto before = SchemaShape::describe(*m_session);
        migrations::Migrator migrator(*m_session);
        QVERIFY(migrator.adopt().hasValue());
        QVERIFY(migrator.upgrade().hasValue());
        QCOMPARE(SchemaShape::describe(*m_session)->since(*before).toText(),
                 schemacheck::expected(m_settings.engine, true)->toText());
    }

    void parity31_hasThreeOutcomes()
    {
        QCOMPARE(drift().outcome, SchemaDrift::Outcome::Behind);
        QVERIFY(migrations::Migrator(*m_session).upgrade(u"1"_s).hasValue());
        QCOMPARE(drift().outcome, SchemaDrift::Outcome::Behind);
        QCOMPARE(drift().revision, u"0001"_s);
        QVERIFY(migrations::upgrade(*m_session).hasValue());
        const SchemaDrift same = drift();
        QCOMPARE(same.outcome, SchemaDrift::Outcome::Same);
        QCOMPARE(same.differences, QStringList());
        QCOMPARE(same.remarks, QStringList());
        ask(*m_session, u"DROP INDEX customer_name_order"_s);
        QCOMPARE(drift().outcome, SchemaDrift::Outcome::Different);
    }

    void parity32_findsWhatIsMissing()
    {
        QVERIFY(migrations::upgrade(*m_session).hasValue());
        ask(*m_session, u"DROP INDEX customer_email_folded"_s);
        ask(*m_session, u"DROP INDEX customer_created_order"_s);
        ask(*m_session, u"CREATE INDEX customer_created_order ON customer (created_at)"_s);
        QStringList wanted = {
            u"the index customer_created_order is (created_at), expected (created_at, id)"_s,
            u"the index customer_email_folded unique (lower(email)) is missing"_s};
        if (isPostgres()) {
            ask(*m_session, u"DROP INDEX customer_search"_s);
            wanted << u"the index customer_search gin (search_text gin_trgm_ops) is missing"_s;
        } else {
            ask(*m_session, u"DROP TRIGGER customer_fold_insert"_s);
            wanted << u"the trigger customer_fold_insert is missing"_s;
        }
        QCOMPARE(drift().differences, wanted);
    }

    void parity32_findsColumnsThatAreOtherwise()
    {
        QString sql = migrations::script(m_settings.engine);
        if (isPostgres())
            sql.replace(u"phone TYPE VARCHAR(64)"_s, u"phone TYPE VARCHAR(20)"_s);
        else
            sql.replace(u"phone VARCHAR(64)"_s, u"phone VARCHAR(20)"_s);
        QVERIFY(m_session->executeScript(sql).hasValue());
        QCOMPARE(drift().differences,
                 QStringList{u"customer.phone is varchar(20), expected varchar(64)"_s});
    }

    void parity32_findsDefaultsAndRulesThatAreOtherwise()
    {
        QString sql = migrations::script(m_settings.engine);
        if (isPostgres())
            sql += u"ALTER TABLE customer ALTER COLUMN is_active DROP DEFAULT,"
                   " ALTER COLUMN created_at DROP NOT NULL"_s;
        else
            sql.replace(u"is_active BOOLEAN NOT NULL DEFAULT TRUE"_s,
                        u"is_active BOOLEAN NOT NULL"_s)
                .replace(u"created_at TIMESTAMP NOT NULL"_s, u"created_at TIMESTAMP"_s);
        QVERIFY(m_session->executeScript(sql).hasValue());
        QCOMPARE(drift().differences,
                 (QStringList{u"customer.created_at may be null, expected not null"_s,
                              u"the default of customer.is_active is none, expected true"_s}));
    }

    void parity32_findsAColumnThatIsMissing()
    {
        QVERIFY(migrations::upgrade(*m_session).hasValue());
        ask(*m_session, u"ALTER TABLE customer RENAME COLUMN is_active TO active"_s);
        const SchemaDrift found = drift();
        QVERIFY(found.differences.contains(u"the column customer.is_active is missing"_s));
        QVERIFY(found.remarks.contains(u"customer.active was added by others"_s));
    }

    void parity32_whatOthersAddedIsToldAndNoFault()
    {
        QVERIFY(migrations::upgrade(*m_session).hasValue());
        ask(*m_session, u"ALTER TABLE customer ADD COLUMN vat VARCHAR(20)"_s);
        ask(*m_session, u"CREATE INDEX theirs ON customer (phone)"_s);
        const SchemaDrift found = drift();
        QCOMPARE(found.outcome, SchemaDrift::Outcome::Same);
        QCOMPARE(found.remarks, (QStringList{u"customer.vat was added by others"_s,
                                             u"the index theirs (phone) was added by others"_s}));
    }

    void anIndexOfAnotherNameDoesTheSameWork()
    {
        QVERIFY(migrations::upgrade(*m_session).hasValue());
        ask(*m_session, u"DROP INDEX customer_created_order"_s);
        ask(*m_session, u"CREATE INDEX by_time ON customer (created_at, id)"_s);
        QCOMPARE(drift().outcome, SchemaDrift::Outcome::Same);
        QCOMPARE(drift().remarks, QStringList());
    }

    void tellsEditedFiles()
    {
        QVERIFY(migrations::upgrade(*m_session).hasValue());
        ask(*m_session, u"UPDATE clientele_revision SET checksum = 'x' WHERE revision = '0003'"_s);
        const SchemaDrift found = drift();
        QCOMPARE(found.outcome, SchemaDrift::Outcome::Different);
        QCOMPARE(found.differences,
                 QStringList{u"Migration 0003 (fold_and_order) is not the one that was applied "
                             "here: its file was changed since."_s});
    }

    void looksWithoutWriting()
    {
        QVERIFY(migrations::upgrade(*m_session).hasValue());
        const QString before = tablePicture(*m_session);
        ConnectionSettings reading = m_settings;
        reading.readOnly = true;
        const auto reader = *connectTo(reading, {});
        QCOMPARE(schemacheck::check(*reader)->outcome, SchemaDrift::Outcome::Same);
        QCOMPARE(tablePicture(*m_session), before);
    }
};

QTEST_GUILESS_MAIN(tst_SchemaCheck)
#include "tst_schemacheck.moc"
