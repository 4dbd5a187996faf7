// SPDX-License-Identifier: GPL-3.0-or-later
// The model stays with its customers while others write, and while it is refreshed and sorted.
#include "tests/ui/heldsource.h"

#include <QSignalSpy>
#include <QTest>

using namespace clientele;
using namespace clientele::testing;
using namespace std::chrono_literals;

class TableFreshTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsRowsThatComeAndGo();
    void removesRowsByCustomer();
    void staysWithTheTopOfTheScreen();
    void staysWithTheNextWhereTheTopIsGone();
    void keepsRowsOnTheScreenWhileRefreshing();
    void renumbersWhatWasCountedWrong();
    void findsMoreAboveTheTop();
    void passesNobodyTwiceAndNobodyOver();
    void asksAgainForWhatIsOld();
    void surveysAgainAtACalmPace();
    void keepsItsPlaceAmongSavedRows();
    void goesWithTheCurrentCustomerIntoAnotherOrder();
    void showsTheTopWhereTheOrderTakesLong();
    void staysWhereThePersonScrolledMeanwhile();
    void beginsAtTheTopWhereTheCurrentCustomerIsGone();

private:
    static void look(HeldModel& f, int first)
    {
        f.model->setVisibleRows(first, first + 29);
        QTRY_VERIFY(!f.loading(first) && !f.loading(std::min(first + 29, f.model->rowCount() - 1)));
    }
};

void TableFreshTest::followsRowsThatComeAndGo()
{
    HeldModel f(500);
    const Watched watched(f);
    f.model->setQuery({});
    QTRY_VERIFY(f.isCounted(500));
    f.source->rows.resize(450);
    f.model->setVisibleRows(420, 449);
    QTRY_COMPARE(f.model->rowCount(), 450);
    f.source->rows.clear();
    f.source->fill(600);
    f.model->refresh();
    QTRY_VERIFY(f.isCounted(600));
    QTRY_COMPARE(f.name(440), u"Customer 441"_s);
    f.source->rows.clear();
    f.model->refresh();
    QTRY_COMPARE(f.model->rowCount(), 0);
    QTRY_VERIFY(f.isCounted(0));
    f.source->fill(3);
    f.model->refresh();
    QTRY_COMPARE(f.model->rowCount(), 3);
    QCOMPARE(f.name(2), u"Customer 3"_s);
}

void TableFreshTest::removesRowsByCustomer()
{
    HeldModel f(250);
    const Watched watched(f);
    f.model->setQuery({});
    QTRY_VERIFY(f.isCounted(250));
    const std::vector<Customer> gone{f.source->rows[3], f.source->rows[5]};
    f.source->remove(4);
    f.source->remove(6);
    f.model->removeCustomers(gone);
    QCOMPARE(f.model->rowCount(), 248);
    QCOMPARE(f.model->total(), 248);
    QCOMPARE(f.name(3), u"Customer 5"_s);
    QCOMPARE(f.name(4), u"Customer 7"_s);
    QCOMPARE(f.model->rowOf({4}), -1);
}

void TableFreshTest::staysWithTheTopOfTheScreen()
{
    HeldModel f(900);
    const Watched watched(f);
    f.model->setQuery({});
    QTRY_VERIFY(f.isCounted(900));
    look(f, 500);
    QSignalSpy shifts(f.model.get(), &CustomerTableModel::rowsShifted);
    for (const qint64 id : {-1, -2, -3})
        f.source->rows.insert(f.source->rows.begin(), HeldSource::made(id));
    std::sort(f.source->rows.begin(), f.source->rows.end(),
              [](const Customer& a, const Customer& b) { return a.id < b.id; });
    f.model->refresh();
    QTRY_VERIFY(f.isCounted(903));
    QCOMPARE(shifts, QList<QVariantList>({{3}}));
    QCOMPARE(f.id(503), 501);
    QCOMPARE(f.model->rowOf({501}), 503);
}

void TableFreshTest::staysWithTheNextWhereTheTopIsGone()
{
    HeldModel f(900);
    const Watched watched(f);
    f.model->setQuery({});
    QTRY_VERIFY(f.isCounted(900));
    look(f, 500);
    f.source->remove(501);
    f.source->remove(502);
    f.model->refresh();
    QTRY_VERIFY(f.isCounted(898));
    QCOMPARE(f.id(500), 503);
}

void TableFreshTest::keepsRowsOnTheScreenWhileRefreshing()
{
    HeldModel f(900);
    f.model->setQuery({});
    QTRY_VERIFY(f.isCounted(900));
    look(f, 500);
    f.source->rows[510].name = u"Renamed"_s;
    bool blinked = false;
    const auto watch = [&] {
        for (int row = 500; row < 530; ++row)
            blinked = blinked || f.loading(row);
    };
    connect(f.model.get(), &CustomerTableModel::dataChanged, this, watch);
    connect(f.model.get(), &CustomerTableModel::rowsRemoved, this, watch);
    f.source->hold = true;
    f.model->refresh();
    watch();
    QCOMPARE(f.name(510), u"Customer 511"_s);
    f.source->hold = false;
    f.source->release();
    QTRY_COMPARE(f.name(510), u"Renamed"_s);
    QTRY_VERIFY(f.isCounted(900));
    QVERIFY(!blinked);
}

void TableFreshTest::renumbersWhatWasCountedWrong()
{
    HeldModel f(9000);
    f.model->setQuery({});
    QTRY_VERIFY(f.isCounted(9000));
    // Others remove a hundred above; the anchors do not know yet.
    f.source->rows.erase(f.source->rows.begin(), f.source->rows.begin() + 100);
    f.model->setVisibleRows(5000, 5029);
    QTRY_VERIFY(!f.loading(5000));
    const qint64 top = f.id(5000);
    f.model->refresh();
    QTRY_VERIFY(f.isCounted(8900));
    QTRY_COMPARE(f.model->rowOf({top}), int(top) - 101);
    // Going up from there by pages ends at the first.
    for (int row = f.model->rowOf({top}); row > 0; row -= 29)
        look(f, std::max(0, row - 29));
    QTRY_COMPARE(f.id(0), 101);
}

void TableFreshTest::findsMoreAboveTheTop()
{
    HeldModel f(3000);
    f.model->setQuery({});
    QTRY_VERIFY(f.isCounted(3000));
    look(f, 1000);
    // By the anchors from before, forty more are above than the numbers have room for.
    for (qint64 id = -40; id < 0; ++id)
        f.source->rows.insert(f.source->rows.begin(), HeldSource::made(id));
    f.model->refresh();
    f.source->holdSurveys = true; // nobody says so but the pages themselves
    QSignalSpy shifts(f.model.get(), &CustomerTableModel::rowsShifted);
    int row = 1000;
    connect(f.model.get(), &CustomerTableModel::rowsShifted, this, [&](int by) { row += by; });
    qint64 last = 1001;
    while (last > -40) {
        QTRY_VERIFY(row > 0); // by then the pages above have said that there are more
        row = std::max(0, row - 20);
        f.model->setVisibleRows(row, row + 29);
        QTRY_VERIFY(!f.loading(row));
        QVERIFY(f.id(row) < last);
        last = f.id(row);
    }
    QVERIFY(!shifts.isEmpty());
    QCOMPARE(f.model->rowOf({1001}), 1040);
}

void TableFreshTest::passesNobodyTwiceAndNobodyOver()
{
    HeldModel f(6000);
    f.model->setQuery({});
    QTRY_VERIFY(f.isCounted(6000));
    int row = 0;
    connect(f.model.get(), &CustomerTableModel::rowsShifted, this, [&](int by) { row += by; });
    QList<qint64> seen;
    int step = 0;
    while (row < f.model->rowCount()) {
        look(f, row);
        for (int i = row; i < std::min(row + 25, f.model->rowCount()); ++i)
            seen.append(f.id(i));
        // Others delete behind and before, on odd ids, and the rows are counted again meanwhile.
        if (++step % 7 == 0) {
            f.source->remove(qint64(step) * 2 + 1);
            f.source->remove(5999 - qint64(step) * 2);
        }
        if (step % 50 == 0)
            f.model->refresh();
        row += 25;
    }
    QVERIFY(std::is_sorted(seen.begin(), seen.end()));
    QCOMPARE(QSet<qint64>(seen.begin(), seen.end()).size(), seen.size());
    const auto even =
        std::count_if(seen.begin(), seen.end(), [](qint64 id) { return id % 2 == 0; });
    QCOMPARE(even, 3000);
}

void TableFreshTest::asksAgainForWhatIsOld()
{
    HeldModel f(900);
    f.model->setPatience({.fresh = 40ms, .survey = 1h});
    f.model->setQuery({});
    QTRY_VERIFY(f.isCounted(900));
    look(f, 500);
    f.source->rows[510].name = u"Renamed"_s;
    f.source->rows[0].name = u"Renamed too"_s;
    QTRY_COMPARE(f.name(510), u"Renamed"_s);
    QCOMPARE(f.name(0), u"Customer 1"_s); // nobody looks
    look(f, 0);
    QTRY_COMPARE(f.name(0), u"Renamed too"_s);
}

void TableFreshTest::surveysAgainAtACalmPace()
{
    HeldModel f(9000);
    f.model->setPatience({.fresh = 20ms, .survey = 1h});
    f.model->setQuery({});
    QTRY_VERIFY(f.isCounted(9000));
    QCOMPARE(f.surveys(), 1);
    f.source->remove(20);
    QTRY_COMPARE(f.id(19), 21);
    f.source->remove(21);
    QTRY_COMPARE(f.id(19), 22);
    QCOMPARE(f.surveys(), 1);
    // A refresh is what the person asks for: now.
    f.model->refresh();
    QTRY_VERIFY(f.isCounted(8998));
    f.model->setPatience({.fresh = 20ms, .survey = 1ms});
    f.source->remove(22);
    QTRY_VERIFY(f.isCounted(8997));
}

void TableFreshTest::keepsItsPlaceAmongSavedRows()
{
    HeldModel f(900);
    f.model->setQuery({.sort = {{.field = CustomerField::Name}}});
    QTRY_VERIFY(f.isCounted(900));
    look(f, 300);
    const qint64 next = f.id(301);
    Customer saved = *f.model->customerAt(300);
    saved.name = u"Zzz"_s;
    std::find_if(f.source->rows.begin(), f.source->rows.end(), [&](const Customer& row) {
        return row.id == saved.id;
    })->name = saved.name;
    f.model->applyChanged(saved);
    QCOMPARE(f.name(300), u"Zzz"_s);
    f.model->refresh();
    QTRY_COMPARE(f.id(299 + 1), next); // the screen stays, though its first row went to the end
    QTRY_VERIFY(f.isCounted(900));
    QTRY_COMPARE(f.model->rowOf({next}), 300);
}

void TableFreshTest::goesWithTheCurrentCustomerIntoAnotherOrder()
{
    HeldModel f(900);
    const Watched watched(f);
    f.model->setQuery({});
    QTRY_VERIFY(f.isCounted(900));
    look(f, 500);
    f.model->setCurrent(*f.model->customerAt(505));
    QSignalSpy shown(f.model.get(), &CustomerTableModel::queryShown);
    f.source->hold = true;
    f.model->setQuery({.sort = {{.field = CustomerField::Id, .descending = true}}});
    QCOMPARE(f.id(505), 506);
    QVERIFY(f.model->isLoading());
    f.source->hold = false;
    f.source->release();
    QTRY_COMPARE(shown, QList<QVariantList>({{394}}));
    QCOMPARE(f.id(394), 506);
    QCOMPARE(f.id(300), 600);
    QVERIFY(f.isCounted(900));
}

void TableFreshTest::showsTheTopWhereTheOrderTakesLong()
{
    HeldModel f(9000);
    f.model->setPatience({.landing = 20ms});
    f.model->setQuery({});
    QTRY_VERIFY(f.isCounted(9000));
    f.model->setCurrent(*f.model->customerAt(5));
    QSignalSpy shown(f.model.get(), &CustomerTableModel::queryShown);
    QSignalSpy found(f.model.get(), &CustomerTableModel::currentFound);
    f.source->holdSurveys = true;
    f.model->setQuery({.sort = {{.field = CustomerField::Id, .descending = true}}});
    QTRY_COMPARE(shown, QList<QVariantList>({{-1}}));
    QCOMPARE(f.id(0), 9000);
    QCOMPARE(found.size(), 0);
    f.source->release();
    QTRY_COMPARE(found, QList<QVariantList>({{8994}}));
    QVERIFY(f.isCounted(9000));
    QCOMPARE(f.surveys(), 2);
}

void TableFreshTest::staysWhereThePersonScrolledMeanwhile()
{
    HeldModel f(9000);
    f.model->setPatience({.landing = 20ms});
    f.model->setQuery({});
    QTRY_VERIFY(f.isCounted(9000));
    f.model->setCurrent(*f.model->customerAt(5));
    QSignalSpy shown(f.model.get(), &CustomerTableModel::queryShown);
    QSignalSpy found(f.model.get(), &CustomerTableModel::currentFound);
    f.source->holdSurveys = true;
    f.model->setQuery({.sort = {{.field = CustomerField::Id, .descending = true}}});
    QTRY_COMPARE(shown.size(), 1);
    look(f, 3);
    f.source->release();
    QTRY_VERIFY(f.isCounted(9000));
    QCOMPARE(found.size(), 0);
}

void TableFreshTest::beginsAtTheTopWhereTheCurrentCustomerIsGone()
{
    HeldModel f(900);
    f.model->setQuery({});
    QTRY_VERIFY(f.isCounted(900));
    f.model->setCurrent(*f.model->customerAt(5));
    f.source->remove(6);
    QSignalSpy shown(f.model.get(), &CustomerTableModel::queryShown);
    f.model->setQuery({.sort = {{.field = CustomerField::Id, .descending = true}}});
    QTRY_COMPARE(shown, QList<QVariantList>({{-1}}));
    QCOMPARE(f.id(0), 900);
    QTRY_VERIFY(f.isCounted(899));
}

QTEST_MAIN(TableFreshTest)
#include "tst_tablefresh.moc"
