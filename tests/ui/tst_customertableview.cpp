// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/heldsource.h"
#include "ui/customers/customertableview.h"
#include "ui/customers/rowcollector.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace clientele;
using namespace clientele::testing;
using namespace std::chrono_literals;

namespace {

struct Shown : HeldModel
{
    CustomerTableView view;

    explicit Shown(qint64 rows) : HeldModel(rows), view(*model)
    {
        view.resize(800, 600);
        view.show();
        model->setQuery({});
        QTRY_VERIFY(isCounted(rows));
    }

    void scroll(int row)
    {
        view.verticalScrollBar()->setValue(row);
        QTRY_VERIFY(!loading(row) && !loading(row + 25));
    }
    [[nodiscard]] int top() const { return view.verticalScrollBar()->value(); }
    void click(int row, Qt::KeyboardModifiers modifiers = {})
    {
        const QRect cell = view.visualRect(model->index(row, 0));
        QTest::mouseClick(view.viewport(), Qt::LeftButton, modifiers, cell.center());
    }
    [[nodiscard]] std::vector<qint64> collected()
    {
        std::optional<std::vector<qint64>> ids;
        RowCollector::collect(*model, view.selection(), &view,
                              [&](const Result<std::vector<Customer>>& rows) {
                                  ids.emplace();
                                  for (const Customer& customer : *rows)
                                      ids->push_back(customer.id.value);
                                  std::sort(ids->begin(), ids->end());
                              });
        [&] { QTRY_VERIFY(ids); }();
        return ids.value_or(std::vector<qint64>());
    }
    void reverse()
    {
        model->setQuery({.sort = {{.field = CustomerField::Id, .descending = true}}});
        QTRY_VERIFY(!model->isLoading() && !model->isEstimate());
    }
};

} // namespace

class CustomerTableViewTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsCustomersOnTheScreenWhereOthersCome();
    void keepsTheSelectionWhereOthersCome();
    void keepsTheSelectionInAnotherOrder();
    void goesToTheCurrentCustomerInAnotherOrder();
    void addsToWhatIsSelectedElsewhere();
    void tellsWhenWhoIsSelectedIsGone();
    void staysSelectedWhereTheSearchStillFinds();
    void keepsThoseSelectedWhomTheSearchStillFinds();
    void selectsManyAsOneRange();
    void movesARangeWithItsCustomers();
    void selectsAllAsAFlag();
    void forgetsWhomTheProgramRemoved();
};

void CustomerTableViewTest::keepsCustomersOnTheScreenWhereOthersCome()
{
    Shown f(900);
    f.scroll(500);
    for (qint64 id = -5; id < 0; ++id)
        f.source->rows.push_back(HeldSource::made(id));
    f.model->refresh();
    QTRY_VERIFY(f.isCounted(905));
    QTRY_COMPARE(f.top(), 505);
    QCOMPARE(f.id(505), 501);
    f.source->remove(-5);
    f.source->remove(1);
    f.model->refresh();
    QTRY_VERIFY(f.isCounted(903));
    QTRY_COMPARE(f.top(), 503);
    QCOMPARE(f.id(503), 501);
}

void CustomerTableViewTest::keepsTheSelectionWhereOthersCome()
{
    Shown f(900);
    f.scroll(500);
    f.click(503);
    f.click(505, Qt::ControlModifier);
    QCOMPARE(f.view.selection().count, 2);
    f.source->rows.push_back(HeldSource::made(-1));
    f.source->remove(504 + 1); // between the two
    f.model->refresh();
    QTRY_VERIFY(f.isCounted(900));
    QCOMPARE(f.view.selection().count, 2);
    QCOMPARE(f.collected(), std::vector<qint64>({504, 506}));
    QCOMPARE(f.view.currentIndex().row(), f.model->rowOf({506}));
    QVERIFY(f.view.selectionModel()->isRowSelected(f.model->rowOf({504})));
}

void CustomerTableViewTest::keepsTheSelectionInAnotherOrder()
{
    Shown f(9000);
    f.scroll(500);
    f.click(503);
    f.click(505, Qt::ControlModifier);
    f.view.setCurrentIndex({});
    f.model->setCurrent({});
    f.view.verticalScrollBar()->setValue(500);
    f.click(503);
    f.click(510, Qt::ShiftModifier);
    QCOMPARE(f.view.selection().count, 8);
    f.model->setCurrent({}); // the screen begins at the top
    f.reverse();
    QCOMPARE(f.top(), 0);
    QCOMPARE(f.view.selection().count, 8);
    QCOMPARE(f.view.selection().elsewhere.size(), size_t(8));
    QCOMPARE(f.collected().front(), 504);
    f.scroll(9000 - 515);
    QTRY_COMPARE(f.view.selection().elsewhere.size(), size_t(0));
    QCOMPARE(f.view.selection().ranges.size(), size_t(1));
    QCOMPARE(f.collected(), std::vector<qint64>({504, 505, 506, 507, 508, 509, 510, 511}));
}

void CustomerTableViewTest::goesToTheCurrentCustomerInAnotherOrder()
{
    Shown f(9000);
    f.scroll(500);
    f.click(507);
    f.reverse();
    QCOMPARE(f.view.currentIndex().row(), 8492);
    QCOMPARE(f.id(8492), 508);
    QCOMPARE(f.top(), 8485); // as far from the top of the screen as before
    QVERIFY(f.view.singleCustomer());
    QCOMPARE(f.view.singleCustomer()->id.value, 508);
    for (int row = 8485; row < 8500; ++row)
        QVERIFY(!f.loading(row));
}

void CustomerTableViewTest::addsToWhatIsSelectedElsewhere()
{
    Shown f(9000);
    f.click(3);
    f.model->setCurrent({});
    f.reverse();
    f.click(5, Qt::ControlModifier);
    QCOMPARE(f.view.selection().count, 2);
    QCOMPARE(f.collected(), std::vector<qint64>({4, 8995}));
    f.click(6);
    QCOMPARE(f.collected(), std::vector<qint64>({8994}));
}

void CustomerTableViewTest::tellsWhenWhoIsSelectedIsGone()
{
    Shown f(900);
    f.click(3);
    f.click(5, Qt::ControlModifier);
    QSignalSpy lost(&f.view, &CustomerTableView::selectionLost);
    f.source->remove(4);
    f.model->refresh();
    QTRY_COMPARE(f.view.selection().count, 1);
    QCOMPARE(lost.size(), 0);
    f.source->remove(6);
    f.model->refresh();
    QTRY_COMPARE(lost.size(), 1);
    QCOMPARE(f.view.selection().count, 0);
}

void CustomerTableViewTest::staysSelectedWhereTheSearchStillFinds()
{
    Shown f(9000);
    f.scroll(5000);
    f.click(5004);
    QSignalSpy lost(&f.view, &CustomerTableView::selectionLost);
    f.model->setQuery({.text = u"5"_s});
    QTRY_VERIFY(!f.model->isLoading() && !f.model->isEstimate());
    QCOMPARE(f.top(), 0);
    QTRY_VERIFY(f.source->log.contains(u"among 1"_s));
    QCOMPARE(f.view.singleCustomer()->id.value, 5005);
    f.model->setQuery({.text = u"6"_s});
    QTRY_COMPARE(lost.size(), 1);
    QVERIFY(!f.view.singleCustomer());
}

void CustomerTableViewTest::keepsThoseSelectedWhomTheSearchStillFinds()
{
    Shown f(9000);
    f.scroll(5000);
    f.click(5004);
    f.click(5005, Qt::ControlModifier);
    f.click(5015, Qt::ControlModifier);
    f.model->setQuery({.text = u"500"_s});
    QTRY_VERIFY(!f.model->isLoading() && !f.model->isEstimate());
    QTRY_COMPARE(f.view.selection().count, 2); // 5016 has no 500
    QCOMPARE(f.collected(), std::vector<qint64>({5005, 5006}));
    // It was the current one: nobody is looked for in another order.
    f.source->log.clear();
    f.model->setQuery({.text = u"500"_s, .sort = {{.field = CustomerField::Email}}});
    QTRY_VERIFY(!f.model->isLoading() && !f.model->isEstimate());
    QVERIFY2(!f.source->log.join(u' ').contains(u"5016"), qPrintable(f.source->log.join(u' ')));
}

void CustomerTableViewTest::selectsManyAsOneRange()
{
    Shown f(120'000);
    f.click(0);
    f.scroll(110'000);
    f.click(110'003, Qt::ShiftModifier);
    const TableSelection selection = f.view.selection();
    QCOMPARE(selection.count, 110'004);
    QCOMPARE(selection.ranges.size(), size_t(1));
    QCOMPARE(f.view.selectionModel()->selection().size(), 1);
}

void CustomerTableViewTest::movesARangeWithItsCustomers()
{
    Shown f(20'000);
    f.click(2);
    f.scroll(7000);
    f.click(7002, Qt::ShiftModifier);
    QCOMPARE(f.view.selection().count, 7001);
    for (qint64 id = -5; id < 0; ++id)
        f.source->rows.push_back(HeldSource::made(id));
    f.model->refresh();
    QTRY_VERIFY(f.isCounted(20'005));
    const std::vector<qint64> ids = f.collected();
    QCOMPARE(ids.size(), size_t(7001));
    QCOMPARE(ids.front(), 3);
    QCOMPARE(ids.back(), 7003);
}

void CustomerTableViewTest::selectsAllAsAFlag()
{
    Shown f(9000);
    f.view.selectAll();
    QVERIFY(f.view.selection().allMatching);
    QCOMPARE(f.view.selection().count, 9000);
    QVERIFY(f.view.selectionModel()->selection().isEmpty());
    QCOMPARE(f.collected().size(), size_t(9000));
    f.reverse();
    QVERIFY(f.view.selection().allMatching);
    f.model->setQuery({.text = u"77"_s});
    QTRY_VERIFY(!f.model->isLoading());
    QVERIFY(!f.view.selection().allMatching); // others match now
}

void CustomerTableViewTest::forgetsWhomTheProgramRemoved()
{
    Shown f(900);
    f.click(3);
    const Customer gone = *f.model->customerAt(3);
    f.source->remove(4);
    f.model->removeCustomers({gone});
    QCOMPARE(f.view.selection().count, 0);
    QVERIFY(!f.view.singleCustomer());
}

QTEST_MAIN(CustomerTableViewTest)
#include "tst_customertableview.moc"
