// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/fetchplan.h"
#include "ui/models/pagecache.h"

#include <QTest>

using namespace clientele;

namespace {

std::vector<Customer> rows(qint64 firstId, qint64 count)
{
    std::vector<Customer> result;
    for (qint64 i = 0; i < count; ++i)
        result.push_back({.id = {firstId + i}});
    return result;
}

/// Two linked pages, rows 0 to 399 with ids from 1 on.
PageCache twoPages()
{
    PageCache cache;
    cache.put(0, rows(1, 200), {.top = true});
    cache.put(200, rows(201, 200), {.predecessor = CustomerId{200}});
    return cache;
}

} // namespace

class PageCacheTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsRowsByPlaceAndId();
    void dropsTheLeastRecentlyUsedPage();
    void knowsWhichPagesFollowEachOther();
    void keepsLinksWhereRowsAreThoseThatWere();
    void saysWhetherARowIsAnother();
    void keepsTheKeyOfWhatWasSavedOtherwise();
    void movesRowsUpAcrossPages();
    void staysLinkedWhereEdgesAreRemoved();
    void cutsAtTheEnd();
    void shiftsItsRows();
    void agesByTime();
    void plansFromWhatIsLookedAt();
    void plansAnewWhatDoesNotFollow();
    void plansBeyondTheEndsUntilTheyAreSeen();
};

void PageCacheTest::findsRowsByPlaceAndId()
{
    PageCache cache;
    cache.put(430, rows(1000, 200));
    QCOMPARE(cache.at(430)->id.value, 1000);
    QCOMPARE(cache.at(629)->id.value, 1199);
    QVERIFY(!cache.at(429));
    QVERIFY(!cache.at(630));
    QVERIFY(!cache.at(-1));
    QCOMPARE(cache.rowOf({1003}), 433);
    QCOMPARE(cache.rowOf({1}), std::nullopt);
    QCOMPARE(cache.rowsOf({CustomerId{1003}, CustomerId{1}, CustomerId{1005}}),
             std::vector<int>({435, 433}));
}

void PageCacheTest::dropsTheLeastRecentlyUsedPage()
{
    PageCache cache(400);
    cache.put(0, rows(1, 200));
    cache.put(200, rows(201, 200));
    cache.touch(10, 20);
    cache.put(400, rows(401, 200));
    QCOMPARE(cache.pages(), 2);
    QVERIFY(cache.at(0));
    QVERIFY(!cache.at(200));
    QVERIFY(cache.at(400));
}

void PageCacheTest::knowsWhichPagesFollowEachOther()
{
    PageCache cache = twoPages();
    QVERIFY(cache.isLinkedAt(200));
    QVERIFY(!cache.isLinkedAt(100)); // not between pages
    cache.put(400, rows(401, 200), {.end = true});
    QVERIFY(!cache.isLinkedAt(400));
    QVERIFY(!cache.isWhole(600));
    cache.put(200, rows(201, 200), {.predecessor = CustomerId{200}, .successor = CustomerId{401}});
    QVERIFY(cache.isLinkedAt(400));
    QVERIFY(cache.isWhole(600));
    cache.put(0, rows(1001, 200), {.top = true});
    QVERIFY(!cache.isLinkedAt(200));
}

void PageCacheTest::keepsLinksWhereRowsAreThoseThatWere()
{
    PageCache cache = twoPages();
    // From the middle of the first page on, into the second: nothing changed.
    cache.put(150, rows(151, 200), {});
    QCOMPARE(cache.pages(), 3);
    QVERIFY(cache.isLinkedAt(150));
    QVERIFY(cache.isLinkedAt(350));
    QCOMPARE(cache.at(349)->id.value, 350);
    QCOMPARE(cache.at(350)->id.value, 351);
    // A row came in between: what follows is not known to follow any more.
    std::vector<Customer> changed = rows(151, 199);
    changed.insert(changed.begin() + 5, {.id = {5000}});
    cache.put(150, std::move(changed), {});
    QVERIFY(cache.isLinkedAt(150));
    QVERIFY(!cache.isLinkedAt(350));
}

void PageCacheTest::saysWhetherARowIsAnother()
{
    PageCache cache = twoPages();
    QVERIFY(!cache.put(150, rows(151, 200)));
    QVERIFY(!cache.put(600, rows(601, 200)));
    QVERIFY(cache.put(150, rows(152, 200)));
}

void PageCacheTest::keepsTheKeyOfWhatWasSavedOtherwise()
{
    PageCache cache = twoPages();
    QCOMPARE(cache.replace({.id = {200}, .name = QStringLiteral("Zoe")}), 199);
    QCOMPARE(cache.at(199)->name, QStringLiteral("Zoe"));
    QCOMPARE(cache.keyAt(199)->name, QString());
    cache.put(0, rows(1, 200), {});
    QCOMPARE(cache.keyAt(199), cache.at(199));
    QCOMPARE(cache.replace({.id = {9999}}), std::nullopt);
}

void PageCacheTest::movesRowsUpAcrossPages()
{
    PageCache cache = twoPages();
    cache.removeRow(10);
    QCOMPARE(cache.at(10)->id.value, 12);
    QCOMPARE(cache.at(199)->id.value, 201);
    QCOMPARE(cache.at(398)->id.value, 400);
    QVERIFY(!cache.at(399));
    QVERIFY(cache.isLinkedAt(199));
    cache.put(1000, rows(1001, 200));
    cache.removeRow(0);
    QCOMPARE(cache.at(999)->id.value, 1001);
}

void PageCacheTest::staysLinkedWhereEdgesAreRemoved()
{
    PageCache cache = twoPages();
    cache.removeRow(199);
    QVERIFY(cache.isLinkedAt(199));
    cache.removeRow(199);
    QVERIFY(cache.isLinkedAt(199));
    QCOMPARE(cache.at(199)->id.value, 202);

    PageCache small;
    small.put(0, rows(1, 1), {.top = true});
    small.put(1, rows(2, 1), {.predecessor = CustomerId{1}});
    small.put(2, rows(3, 1), {.predecessor = CustomerId{2}, .end = true});
    small.removeRow(1);
    QVERIFY(small.isWhole(2));
    small.removeRow(0);
    QVERIFY(small.isWhole(1));
}

void PageCacheTest::cutsAtTheEnd()
{
    PageCache cache = twoPages();
    cache.truncate(250);
    QVERIFY(cache.at(249));
    QVERIFY(!cache.at(250));
    cache.truncate(200);
    QVERIFY(cache.at(199));
    QVERIFY(!cache.at(200));
}

void PageCacheTest::shiftsItsRows()
{
    PageCache cache = twoPages();
    cache.shift(7);
    QVERIFY(!cache.at(6));
    QCOMPARE(cache.at(7)->id.value, 1);
    QVERIFY(cache.isLinkedAt(207));
    QVERIFY(!cache.spanAt(7)->top);
    cache.shift(-20);
    QCOMPARE(cache.at(0)->id.value, 14);
    QCOMPARE(cache.at(186)->id.value, 200);
    QCOMPARE(cache.at(386)->id.value, 400);
    QVERIFY(!cache.at(387));
}

void PageCacheTest::agesByTime()
{
    PageCache cache;
    cache.setFreshFor(std::chrono::milliseconds(1));
    cache.put(0, rows(1, 200));
    QTRY_VERIFY(!cache.spanAt(0)->fresh);
    QVERIFY(cache.at(0));
    cache.setFreshFor(std::chrono::hours(1));
    cache.put(0, rows(1, 200));
    QVERIFY(cache.spanAt(0)->fresh);
    cache.markAllStale();
    QVERIFY(!cache.spanAt(0)->fresh);
}

void PageCacheTest::plansFromWhatIsLookedAt()
{
    PageCache cache = twoPages();
    const FetchWindow window{.first = 340, .last = 370};
    auto plan = planFetches(cache, window);
    QCOMPARE(plan.size(), size_t(1));
    QCOMPARE(plan[0].course, PageFetch::Course::Down);
    QCOMPARE(plan[0].row, 400);
    QCOMPARE(plan[0].request.where, PageRequest::Where::After);
    QCOMPARE(plan[0].request.anchor->id.value, 400);
    // Nothing near is at hand.
    plan = planFetches(cache, {.first = 5000, .last = 5030});
    QCOMPARE(plan.size(), size_t(1));
    QVERIFY(plan[0].jump);
    QCOMPARE(plan[0].row, 4960);
    // All is old: first what is on top of the screen.
    cache.markAllStale();
    plan = planFetches(cache, window);
    QCOMPARE(plan.size(), size_t(1));
    QCOMPARE(plan[0].course, PageFetch::Course::Seat);
    QCOMPARE(plan[0].row, 340);
    QCOMPARE(plan[0].request.where, PageRequest::Where::From);
    QCOMPARE(plan[0].request.anchor->id.value, 341);
}

void PageCacheTest::plansAnewWhatDoesNotFollow()
{
    PageCache cache;
    cache.put(0, rows(1, 200), {.top = true});
    cache.put(200, rows(301, 200), {});
    // The person looks at the upper page: the lower one is fetched from its edge ...
    auto plan = planFetches(cache, {.first = 150, .last = 210});
    QCOMPARE(plan.size(), size_t(1));
    QCOMPARE(plan[0].course, PageFetch::Course::Down);
    QCOMPARE(plan[0].row, 200);
    // ... and the other way round, where it is the lower one.
    plan = planFetches(cache, {.first = 205, .last = 240});
    QCOMPARE(plan.size(), size_t(1));
    QCOMPARE(plan[0].course, PageFetch::Course::Up);
    QCOMPARE(plan[0].row, 200);
    QCOMPARE(plan[0].request.anchor->id.value, 301);
}

void PageCacheTest::plansBeyondTheEndsUntilTheyAreSeen()
{
    PageCache cache;
    cache.put(0, rows(1, 50), {});
    auto plan = planFetches(cache, {.first = 0, .last = 30});
    QCOMPARE(plan.size(), size_t(2));
    cache.markTop(0);
    cache.markEnd(50);
    plan = planFetches(cache, {.first = 0, .last = 30});
    QVERIFY(plan.empty());
    cache.openEnd();
    plan = planFetches(cache, {.first = 0, .last = 30});
    QCOMPARE(plan.size(), size_t(1));
    QCOMPARE(plan[0].course, PageFetch::Course::Down);
}

QTEST_MAIN(PageCacheTest)
#include "tst_pagecache.moc"
