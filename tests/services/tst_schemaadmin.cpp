// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/connect.h"
#include "core/services/schemaadmin.h"
#include "core/services/wording.h"
#include "tests/support/enginefixture.h"
#include "tests/support/tablepicture.h"

#include <QFileInfo>
#include <QTest>

using namespace clientele;
using namespace clientele::testing;
using namespace Qt::StringLiterals;

/// What the window and clientelectl ask about a book's tables, without a session in sight.
class tst_SchemaAdmin final : public QObject
{
    Q_OBJECT

private:
    EngineFixture m_fixture;

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<QString>("engine");
        QTest::newRow("sqlite") << u"sqlite"_s;
        QTest::newRow("postgresql") << u"postgresql"_s;
    }

    void goesUpAndDown()
    {
        QFETCH_GLOBAL(QString, engine);
        const auto book = m_fixture.empty(engine);
        const auto blank = schemas::status(book, {}).wait();
        QCOMPARE(blank->revision, QString());
        QCOMPARE(blank->head, u"0004"_s);
        QVERIFY(book.file.isEmpty() || !QFileInfo::exists(book.file));
        QCOMPARE(*schemas::upgrade(book, {}, u"head"_s).wait(),
                 (QStringList{u"0001"_s, u"0002"_s, u"0003"_s, u"0004"_s}));
        const auto status = schemas::status(book, {}).wait();
        QVERIFY(status->isHead() && !status->adopted);
        QCOMPARE(status->revisions.size(), 4);
        QVERIFY(!status->revisions.last().appliedAt.isEmpty());
        QCOMPARE(schemas::history(book, {}, u"base:1"_s).wait()->size(), 1);
        QCOMPARE(schemas::check(book, {}).wait()->outcome, SchemaDrift::Outcome::Same);
        QCOMPARE(*schemas::downgrade(book, {}, u"-1"_s, false).wait(), QStringList{u"0004"_s});
        QCOMPARE(*schemas::stamp(book, {}, u"head"_s).wait(), u"0004"_s);
        QCOMPARE(schemas::check(book, {}).wait()->outcome, SchemaDrift::Outcome::Different);
    }

    void adoptsWhenAsked()
    {
        QFETCH_GLOBAL(QString, engine);
        const auto book = m_fixture.fresh(engine + u"-guide"_s);
        const auto session = *connectTo(book, {});
        addCustomers(*session, 3);
        QCOMPARE(schemas::upgrade(book, {}, u"head"_s).wait().error().kind, ErrorKind::Conflict);
        QVERIFY(schemas::adopt(book, {}).wait().hasValue());
        const auto status = schemas::status(book, {}).wait();
        QVERIFY(status->adopted);
        QCOMPARE(status->revision, u"0001"_s);
        QCOMPARE(*schemas::upgrade(book, {}, u"head"_s).wait(),
                 (QStringList{u"0002"_s, u"0003"_s, u"0004"_s}));
        QCOMPARE(ask(*session, u"SELECT count(search_text) FROM customer"_s), u"3"_s);
        const auto asked = schemas::downgrade(book, {}, u"base"_s, false).wait();
        QCOMPARE(asked.error().code, u"base"_s);
    }

    void readOnlyBooksAreLookedAtAlone()
    {
        QFETCH_GLOBAL(QString, engine);
        auto book = m_fixture.fresh(engine);
        book.readOnly = true;
        QVERIFY(schemas::status(book, {}).wait()->isHead());
        QCOMPARE(schemas::check(book, {}).wait()->outcome, SchemaDrift::Outcome::Same);
        const auto refused = schemas::downgrade(book, {}, u"1"_s, false).wait();
        QCOMPARE(refused.error().kind, ErrorKind::ReadOnly);
        QVERIFY(wording::explain(refused.error()).startsWith(u"This book is read-only."_s));
    }

    void aTaskThatIsCalledOffChangesNothing()
    {
        QFETCH_GLOBAL(QString, engine);
        const auto book = m_fixture.fresh(engine);
        const auto session = *connectTo(book, {});
        const QString before = tablePicture(*session);
        // It waits for this writer, and would wait for long.
        QVERIFY(session->begin(Session::TransactionMode::Write).hasValue());
        addCustomers(*session, 1);
        auto task = schemas::downgrade(book, {}, u"1"_s, false);
        task.cancel();
        QCOMPARE(task.wait().error().kind, ErrorKind::Cancelled);
        session->rollback();
        QCOMPARE(tablePicture(*session), before);
    }
};

QTEST_GUILESS_MAIN(tst_SchemaAdmin)
#include "tst_schemaadmin.moc"
