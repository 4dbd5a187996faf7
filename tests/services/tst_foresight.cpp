// SPDX-License-Identifier: GPL-3.0-or-later
// A survey of everybody serves the searches that follow, though they end the interest in it.
#include "core/db/bulkwriter.h"
#include "core/db/connect.h"
#include "core/services/book.h"
#include "tests/support/enginefixture.h"

#include <QTest>

using namespace clientele;
using namespace clientele::testing;
using namespace Qt::StringLiterals;

class TestForesight : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void glimpsesOnceEverybodyWasSurveyed_data();
    void glimpsesOnceEverybodyWasSurveyed();

private:
    EngineFixture m_fixture;
};

void TestForesight::glimpsesOnceEverybodyWasSurveyed_data()
{
    QTest::addColumn<QString>("engine");
    for (const auto& engine : {u"sqlite"_s, u"postgresql"_s})
        QTest::newRow(qPrintable(engine)) << engine;
}

void TestForesight::glimpsesOnceEverybodyWasSurveyed()
{
    QFETCH(QString, engine);
    const ConnectionSettings settings = m_fixture.fresh(engine);
    {
        const auto session = connectTo(settings, {});
        QVERIFY(session.hasValue());
        const auto table = CustomerTable::describe(**session);
        QVERIFY(table.hasValue());
        std::vector<CustomerDraft> drafts;
        for (int i = 0; i < 52'000; ++i)
            drafts.push_back({.name = i < 40'000 ? u"Ann %1"_s.arg(i) : u"Zoe %1"_s.arg(i),
                              .email = u"c%1@example.com"_s.arg(i)});
        QVERIFY(BulkWriter(**session, *table, {}).write(drafts).hasValue());
    }
    Book book(settings, {});
    QVERIFY(book.open().wait().hasValue());
    const QList<SortKey> byName{{.field = CustomerField::Name}};
    const CustomerQuery zoe{.text = u"zoe"_s, .sort = byName};
    QVERIFY(!book.glimpse(zoe, 50).wait()->has_value());

    auto survey = book.survey({.sort = byName});
    survey.cancel();
    const auto shared = book.survey({.sort = byName}).wait();
    QVERIFY2(shared.hasValue(), qPrintable(shared ? QString() : shared.error().message));
    QCOMPARE(shared->total, 52'000);
    const auto glimpse = book.glimpse(zoe, 50).wait();
    QVERIFY(glimpse.hasValue() && glimpse->has_value());
    QCOMPARE((*glimpse)->rows, book.page(zoe, {.limit = 50}).wait()->rows);

    // One of a search is called off with it.
    auto search = book.survey(zoe);
    search.cancel();
    const auto ended = search.wait();
    QVERIFY(!ended || ended->total == 12'000);
}

QTEST_GUILESS_MAIN(TestForesight)
#include "tst_foresight.moc"
