// SPDX-License-Identifier: GPL-3.0-or-later
// Whichever way the matches of a search are found, they are the same ones in the same order.
#include "core/db/bulkwriter.h"
#include "core/db/connect.h"
#include "core/db/customerpager.h"
#include "tests/support/enginefixture.h"

#include <QTest>

#include <algorithm>

using namespace clientele;
using namespace clientele::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr int customers = 6000;

} // namespace

class TestSearchPlans : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { EngineFixture::addRows(); }
    void init();
    void cleanup();

    void findsTheSameByEveryPlan_data();
    void findsTheSameByEveryPlan();
    void glimpsesWhatIsFarAway();
    void surveysEveryRow_data();
    void surveysEveryRow();
    void tellsWhereALandmarkStands();
    void estimatesAtOnce();

private:
    [[nodiscard]] CustomerPager pager(SearchSamples* samples, qint64 shortWalk) const
    {
        return {*m_session,
                m_table,
                samples,
                {.manyRows = 0,
                 .shortWalk = shortWalk,
                 .dearMatches = 100,
                 .enough = 10,
                 .leastStep = 20,
                 .mostAnchors = 200}};
    }
    [[nodiscard]] std::vector<Customer> whole(const CustomerQuery& query) const;

    EngineFixture m_fixture;
    ConnectionSettings m_settings;
    std::unique_ptr<Session> m_session;
    CustomerTable m_table;
    QString m_filled; ///< the engine whose book holds the customers
};

/// Names in three stretches: "Ann" all over with every fourth a Lee, then a few Mias, then "Zoe".
void TestSearchPlans::init()
{
    QFETCH_GLOBAL(QString, engine);
    const bool isFilled = std::exchange(m_filled, engine) == engine;
    if (!isFilled)
        m_settings = m_fixture.emptied(engine);
    auto session = connectTo(m_settings, {});
    QVERIFY2(session.hasValue(), qPrintable(session ? QString() : session.error().message));
    m_session = std::move(*session);
    auto table = CustomerTable::describe(*m_session);
    QVERIFY(table.hasValue());
    m_table = *table;
    if (isFilled)
        return;
    std::vector<CustomerDraft> drafts;
    for (int i = 0; i < customers; ++i) {
        const int place = i * 1009 % customers;
        const QString first = place < 4000 ? u"ann"_s : place < 4030 ? u"mia"_s : u"zoe"_s;
        const QString last = place % 4 == 0 ? u"lee"_s : u"x%1"_s.arg(place, 4, 10, QChar(u'0'));
        drafts.push_back({.name = u"%1 %2"_s.arg(first, last),
                          .email = u"c%1@example.com"_s.arg(place),
                          .phone = i % 7 == 0 ? std::nullopt : std::optional(u"555 %1"_s.arg(i)),
                          .isActive = i % 50 != 0});
    }
    QVERIFY(BulkWriter(*m_session, m_table, {}).write(drafts).hasValue());
}

void TestSearchPlans::cleanup()
{
    m_session.reset();
}

std::vector<Customer> TestSearchPlans::whole(const CustomerQuery& query) const
{
    std::vector<Customer> all;
    const auto read = pager(nullptr, 0).forEach(query, [&](const Customer& customer) {
        all.push_back(customer);
        return true;
    });
    if (!read)
        qFatal("cannot read: %s", qPrintable(read.error().message));
    return all;
}

void TestSearchPlans::findsTheSameByEveryPlan_data()
{
    QTest::addColumn<CustomerQuery>("query");
    const QList<SortKey> byName{{.field = CustomerField::Name}};
    const QList<SortKey> fromTheEnd{{.field = CustomerField::Name, .descending = true}};
    QTest::newRow("everybody") << CustomerQuery{.sort = byName};
    QTest::newRow("near") << CustomerQuery{.text = u"ann"_s, .sort = byName};
    QTest::newRow("far") << CustomerQuery{.text = u"zoe"_s, .sort = byName};
    QTest::newRow("far from the other end") << CustomerQuery{.text = u"ann"_s, .sort = fromTheEnd};
    QTest::newRow("everywhere") << CustomerQuery{.text = u"lee"_s, .sort = byName};
    QTest::newRow("few") << CustomerQuery{.text = u"mia"_s, .sort = byName};
    QTest::newRow("two words") << CustomerQuery{.text = u"zoe lee"_s, .sort = byName};
    QTest::newRow("one letter") << CustomerQuery{.text = u"z"_s, .sort = byName};
    QTest::newRow("none") << CustomerQuery{.text = u"quagga"_s, .sort = byName};
    QTest::newRow("digits") << CustomerQuery{.text = u"55510"_s, .sort = byName};
    // Looked up by their rarest parts, where something is known of those.
    QTest::newRow("long") << CustomerQuery{.text = u"example"_s, .sort = byName};
    QTest::newRow("long and rare") << CustomerQuery{.text = u"c1009@example"_s, .sort = byName};
    QTest::newRow("long of a field") << CustomerQuery{.text = u"name:annx00 email:example"_s};
    QTest::newRow("parts apart") << CustomerQuery{.text = u"annzoe"_s, .sort = byName};
    QTest::newRow("long digits") << CustomerQuery{.text = u"555-1009"_s, .sort = byName};
    QTest::newRow("long digits of a field")
        << CustomerQuery{.text = u"phone:5551009"_s, .sort = byName};
    QTest::newRow("excluded") << CustomerQuery{.text = u"-example lee"_s, .sort = byName};
    QTest::newRow("inactive") << CustomerQuery{.active = ActiveFilter::Inactive, .sort = byName};
    QTest::newRow("by id") << CustomerQuery{.text = u"lee"_s};
    QTest::newRow("by phone") << CustomerQuery{.text = u"lee"_s,
                                               .sort = {{.field = CustomerField::Phone}}};
}

void TestSearchPlans::findsTheSameByEveryPlan()
{
    QFETCH(CustomerQuery, query);
    const std::vector<Customer> all = whole(query);
    const auto size = static_cast<qint64>(all.size());
    using enum PageRequest::Where;
    SearchSamples samples;
    QVERIFY(pager(&samples, 0).survey({.sort = query.sort}, {}).hasValue());
    // Nothing is foreseen; what is near is walked to; everything is; nothing is.
    for (CustomerPager pager :
         {pager(nullptr, 0), pager(&samples, 200), pager(&samples, 100'000), pager(&samples, 1)}) {
        QCOMPARE(*pager.count(query), size);
        const auto rows = [&](const PageRequest& request) {
            const auto page = pager.page(query, request);
            if (!page)
                qFatal("cannot read: %s", qPrintable(page.error().message));
            return page->rows;
        };
        const auto part = [&](qint64 from, qint64 to) {
            return std::vector(all.begin() + std::min(from, size),
                               all.begin() + std::min(to, size));
        };
        QCOMPARE(rows({.limit = 50}), part(0, 50));
        QCOMPARE(rows({.where = Last, .limit = 50}), part(std::max<qint64>(0, size - 50), size));
        QCOMPARE(rows({.offset = 13, .total = size, .limit = 50}), part(13, 63));
        QCOMPARE(rows({.offset = size * 3 / 4, .total = size, .limit = 50}),
                 part(size * 3 / 4, size * 3 / 4 + 50));
        for (const qint64 at : {size / 3, size - 20}) {
            if (at < 60 || at >= size)
                continue;
            const Customer anchor = all[static_cast<size_t>(at)];
            QCOMPARE(rows({.where = After, .anchor = anchor, .limit = 50}), part(at + 1, at + 51));
            QCOMPARE(rows({.where = Before, .anchor = anchor, .limit = 50}), part(at - 50, at));
            QCOMPARE(rows({.where = From, .anchor = anchor, .limit = 50}), part(at, at + 50));
            QCOMPARE(rows({.where = From, .offset = 10, .anchor = anchor, .limit = 50}),
                     part(at + 10, at + 60));
        }
    }
}

void TestSearchPlans::glimpsesWhatIsFarAway()
{
    const CustomerQuery query{.text = u"zoe lee"_s, .sort = {{.field = CustomerField::Name}}};
    QVERIFY(!pager(nullptr, 50).glimpse(query, 50)->has_value()); // nothing is known yet
    SearchSamples samples;
    CustomerPager knowing = pager(&samples, 300);
    QVERIFY(knowing.survey({.sort = query.sort}, {}).hasValue());
    const auto glimpse = knowing.glimpse(query, 50);
    QVERIFY(glimpse.hasValue());
    QVERIFY(glimpse->has_value());
    const std::vector<Customer>& seen = (*glimpse)->rows;
    QVERIFY(seen.size() >= 10);
    QVERIFY((*glimpse)->expected > 300 && (*glimpse)->expected < 700); // of 492
    // Matches, in the order of all matches.
    const std::vector<Customer> all = whole(query);
    auto from = all.begin();
    for (const Customer& customer : seen) {
        from = std::find(from, all.end(), customer);
        QVERIFY(from != all.end());
    }
    // What will be found quickly is not glimpsed at.
    QVERIFY(!knowing.glimpse({.text = u"ann"_s, .sort = query.sort}, 50)->has_value());
    QVERIFY(!knowing.glimpse({.text = u"quagga"_s, .sort = query.sort}, 50)->has_value());
    QVERIFY(!knowing.glimpse({.sort = query.sort}, 50)->has_value());
}

void TestSearchPlans::surveysEveryRow_data()
{
    QTest::addColumn<CustomerQuery>("query");
    QTest::newRow("by name") << CustomerQuery{.sort = {{.field = CustomerField::Name}}};
    QTest::newRow("by name from the end")
        << CustomerQuery{.sort = {{.field = CustomerField::Name, .descending = true}}};
    QTest::newRow("by phone and name")
        << CustomerQuery{.sort = {{.field = CustomerField::Phone}, {.field = CustomerField::Name}}};
    QTest::newRow("of a search") << CustomerQuery{.text = u"lee"_s,
                                                  .sort = {{.field = CustomerField::CreatedAt}}};
    QTest::newRow("of few") << CustomerQuery{.text = u"mia"_s};
    QTest::newRow("of none") << CustomerQuery{.text = u"quagga"_s};
}

void TestSearchPlans::surveysEveryRow()
{
    QFETCH(CustomerQuery, query);
    const std::vector<Customer> all = whole(query);
    const auto survey = pager(nullptr, 0).survey(query, {});
    QVERIFY2(survey.hasValue(), qPrintable(survey ? QString() : survey.error().message));
    QCOMPARE(survey->total, static_cast<qint64>(all.size()));
    QCOMPARE(survey->landmarkRow, -1);
    QCOMPARE(static_cast<qint64>(survey->anchors.size()),
             (survey->total + survey->step - 1) / survey->step);
    QVERIFY(survey->anchors.size() <= 200);
    for (size_t i = 0; i < survey->anchors.size(); ++i) {
        const auto row = static_cast<qint64>(i) * survey->step;
        QCOMPARE(survey->anchors[i].id, all[static_cast<size_t>(row)].id);
        if (i % 9 != 0)
            continue;
        const auto page = pager(nullptr, 0)
                              .page(query, {.where = PageRequest::Where::From,
                                            .anchor = survey->anchors[i],
                                            .limit = 3});
        QVERIFY(page.hasValue());
        QCOMPARE(page->rows,
                 std::vector(all.begin() + row, all.begin() + std::min(row + 3, survey->total)));
    }
}

void TestSearchPlans::tellsWhereALandmarkStands()
{
    const CustomerQuery query{.text = u"lee"_s, .sort = {{.field = CustomerField::Name}}};
    const std::vector<Customer> all = whole(query);
    Customer landmark = all[777];
    CustomerPager pager = this->pager(nullptr, 0);
    QCOMPARE(pager.survey(query, landmark)->landmarkRow, 777);
    landmark.id = {landmark.id.value + 1'000'000}; // gone: its place is told
    const auto gone = pager.survey(query, landmark);
    QVERIFY(gone.hasValue());
    const auto after = std::ranges::count_if(
        all, [&](const Customer& customer) { return customer.name <= landmark.name; });
    QCOMPARE(gone->landmarkRow, after);
}

void TestSearchPlans::estimatesAtOnce()
{
    const auto everybody = pager(nullptr, 0).estimate({});
    QVERIFY(everybody.hasValue());
    QVERIFY(everybody->has_value());
    QVERIFY(**everybody > 0);
    QVERIFY(pager(nullptr, 0).estimate({.text = u"lee"_s}).hasValue());
}

QTEST_GUILESS_MAIN(TestSearchPlans)
#include "tst_searchplans.moc"
