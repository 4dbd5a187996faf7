// SPDX-License-Identifier: GPL-3.0-or-later
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

} // namespace

class PageCacheTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsRowsByPlaceAndId();
    void dropsTheLeastRecentlyUsedPage();
    void givesNoEdgeOfAShortOrStalePage();
    void movesRowsUpAcrossPages();
    void forgetsWhatFollowsAGap();
    void cutsAtTheEnd();
};

void PageCacheTest::findsRowsByPlaceAndId()
{
    PageCache cache;
    cache.put(2, rows(1000, 200));
    QCOMPARE(cache.at(400)->id.value, 1000);
    QCOMPARE(cache.at(599)->id.value, 1199);
    QVERIFY(!cache.at(399));
    QVERIFY(!cache.at(600));
    QVERIFY(!cache.at(-1));
    QCOMPARE(cache.rowOf({1003}), 403);
    QCOMPARE(cache.rowOf({1}), std::nullopt);
    QCOMPARE(cache.replace({.id = {1003}, .name = QStringLiteral("x")}), 403);
    QCOMPARE(cache.at(403)->name, QStringLiteral("x"));
}

void PageCacheTest::dropsTheLeastRecentlyUsedPage()
{
    PageCache cache(2);
    cache.put(0, rows(1, 200));
    cache.put(1, rows(201, 200));
    cache.touch(0);
    cache.put(2, rows(401, 200));
    QCOMPARE(cache.pages(), 2);
    QVERIFY(cache.at(0));
    QVERIFY(!cache.at(200));
    QVERIFY(cache.at(400));
}

void PageCacheTest::givesNoEdgeOfAShortOrStalePage()
{
    PageCache cache;
    cache.put(0, rows(1, 200));
    cache.put(1, rows(201, 150));
    QCOMPARE(cache.lastOf(0)->id.value, 200);
    QCOMPARE(cache.firstOf(1)->id.value, 201);
    QVERIFY(!cache.lastOf(1));
    cache.markAllStale();
    QVERIFY(cache.at(0));
    QVERIFY(!cache.isFresh(0));
    QVERIFY(!cache.lastOf(0));
}

void PageCacheTest::movesRowsUpAcrossPages()
{
    PageCache cache;
    cache.put(0, rows(1, 200));
    cache.put(1, rows(201, 200));
    cache.removeRow(10);
    QCOMPARE(cache.at(10)->id.value, 12);
    QCOMPARE(cache.at(199)->id.value, 201);
    QCOMPARE(cache.at(398)->id.value, 400);
    QVERIFY(!cache.at(399));
    QVERIFY(cache.isFresh(0));
    QVERIFY(!cache.isFresh(1));
}

void PageCacheTest::forgetsWhatFollowsAGap()
{
    PageCache cache;
    cache.put(0, rows(1, 200));
    cache.put(5, rows(1001, 200));
    cache.removeRow(0);
    QVERIFY(!cache.at(1000));
    QVERIFY(!cache.isFresh(0));
}

void PageCacheTest::cutsAtTheEnd()
{
    PageCache cache;
    cache.put(0, rows(1, 200));
    cache.put(1, rows(201, 200));
    cache.truncate(250);
    QVERIFY(cache.at(249));
    QVERIFY(!cache.at(250));
    cache.truncate(200);
    QVERIFY(cache.at(199));
    QVERIFY(!cache.at(200));
}

QTEST_MAIN(PageCacheTest)
#include "tst_pagecache.moc"
