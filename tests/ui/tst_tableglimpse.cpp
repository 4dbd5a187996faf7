// SPDX-License-Identifier: GPL-3.0-or-later
// What the table shows of a search until its first page is there.
#include "tests/ui/heldsource.h"

#include <QSignalSpy>
#include <QTest>

using namespace clientele;
using namespace clientele::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TableGlimpseTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsSomeRowsUntilThePageIsThere();
    void fetchesNothingOnItsAccount();
    void staysWhereThePersonScrolled();
    void comesTooLateAfterThePage();
    void asksForThePageOnlyOnceThePersonRests();
    void goesWithItsQuery();
    void remainsWhereThePageFails();

private:
    /// 1,000 customers, of whom rows 5 to 104 are glimpsed while the page is held.
    static void glimpse(HeldModel& f)
    {
        CustomerGlimpse glimpse{.expected = 900};
        for (int i = 5; i < 105; ++i)
            glimpse.rows.push_back(f.source->rows[size_t(i)]);
        f.source->glimpsed = glimpse;
        f.source->holdPages = true;
        f.model->setQuery({.text = u"Customer"_s});
        QTRY_COMPARE(f.model->rowCount(), 100);
        QTRY_COMPARE(f.source->heldPages(), 1);
    }
    static void complete(HeldModel& f)
    {
        f.source->holdPages = false;
        f.source->release();
        QTRY_VERIFY(f.isCounted(1000));
    }
};

void TableGlimpseTest::showsSomeRowsUntilThePageIsThere()
{
    HeldModel f(1000);
    const Watched watched(f);
    QSignalSpy shown(f.model.get(), &CustomerTableModel::queryShown);
    glimpse(f);
    QVERIFY(f.model->isGlimpse());
    QVERIFY(!f.model->isLoading());
    QCOMPARE(f.name(0), u"Customer 6"_s);
    QCOMPARE(f.model->total(), 900);
    QVERIFY(f.model->isEstimate());
    QCOMPARE(shown.size(), 1);
    complete(f);
    QVERIFY(!f.model->isGlimpse());
    QCOMPARE(f.name(0), u"Customer 1"_s);
    QCOMPARE(f.name(150), u"Customer 151"_s);
    QCOMPARE(shown.size(), 2);
}

void TableGlimpseTest::fetchesNothingOnItsAccount()
{
    HeldModel f(1000);
    glimpse(f);
    f.source->log.clear();
    f.model->setVisibleRows(60, 99);
    QCoreApplication::processEvents();
    QCOMPARE(f.source->log, QStringList());
    QCOMPARE(f.source->heldPages(), 1);
}

void TableGlimpseTest::staysWhereThePersonScrolled()
{
    HeldModel f(1000);
    const Watched watched(f);
    glimpse(f);
    QSignalSpy shifted(f.model.get(), &CustomerTableModel::rowsShifted);
    QSignalSpy shown(f.model.get(), &CustomerTableModel::queryShown);
    f.model->setVisibleRows(20, 49);
    const qint64 looked = f.id(20);
    complete(f);
    QCOMPARE(shifted.size(), 1);
    QCOMPARE(shifted.front().front().toInt(), 5);
    QCOMPARE(shown.size(), 0);
    QCOMPARE(f.id(25), looked);
    QCOMPARE(f.name(0), u"Customer 1"_s);
}

void TableGlimpseTest::comesTooLateAfterThePage()
{
    HeldModel f(1000);
    f.model->setPatience({.slowLine = 0ms});
    f.model->setQuery({}); // whose answer tells that the line is slow
    QTRY_VERIFY(f.isCounted(1000));
    f.source->glimpsed = CustomerGlimpse{.rows = {HeldSource::made(7)}, .expected = 900};
    f.source->holdGlimpses = true;
    f.model->setQuery({.text = u"Customer"_s});
    QVERIFY(f.model->isLoading());
    QTRY_VERIFY(!f.model->isLoading());
    QCOMPARE(f.source->cancelledGlimpses(), 1);
    f.source->release();
    QCoreApplication::processEvents();
    QVERIFY(!f.model->isGlimpse());
    QCOMPARE(f.name(0), u"Customer 1"_s);
}

void TableGlimpseTest::asksForThePageOnlyOnceThePersonRests()
{
    HeldModel f(1000);
    f.model->setPatience({.slowLine = 1h, .glimpsed = 1h});
    f.source->log.clear();
    f.source->glimpsed = CustomerGlimpse{.rows = {HeldSource::made(7)}, .expected = 900};
    for (const QString& text : {u"C"_s, u"Cu"_s, u"Cus"_s}) {
        f.model->setQuery({.text = text});
        QTRY_VERIFY(f.model->isGlimpse());
    }
    QCOMPARE(f.source->log, QStringList());
    f.model->setPatience({.slowLine = 1h, .glimpsed = 1ms});
    f.model->setQuery({.text = u"Cust"_s});
    QTRY_VERIFY(f.isCounted(1000));
    QCOMPARE(f.source->log.count(u"offset 0"_s), 1);
}

void TableGlimpseTest::goesWithItsQuery()
{
    HeldModel f(1000);
    glimpse(f);
    f.source->glimpsed.reset();
    f.source->holdPages = false;
    f.model->setQuery({.text = u"Customer 99"_s});
    QCOMPARE(f.source->cancelled(), 1);
    QTRY_VERIFY(f.isCounted(11));
    QVERIFY(!f.model->isGlimpse());
    QCOMPARE(f.name(0), u"Customer 99"_s);
}

void TableGlimpseTest::remainsWhereThePageFails()
{
    HeldModel f(1000);
    glimpse(f);
    QSignalSpy failures(f.model.get(), &CustomerTableModel::failed);
    f.source->failHeldPages(ErrorKind::ConnectionLost);
    QTRY_COMPARE(failures.size(), 1);
    QCOMPARE(f.name(0), u"Customer 6"_s);
    f.source->glimpsed.reset();
    f.source->holdPages = false;
    f.model->refresh();
    QTRY_VERIFY(f.isCounted(1000));
    QCOMPARE(f.name(0), u"Customer 1"_s);
}

QTEST_MAIN(TableGlimpseTest)
#include "tst_tableglimpse.moc"
