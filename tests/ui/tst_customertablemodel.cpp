// SPDX-License-Identifier: GPL-3.0-or-later
// What the model shows of a query; how it stays with its customers is in tst_tablefresh.cpp.
#include "core/services/book.h"
#include "tests/ui/heldsource.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace clientele;
using namespace clientele::testing;

class CustomerTableModelTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTheFirstPageBeforeTheTotal();
    void countsBySurveyAlone();
    void believesWhatItSeesMoreThanAnEstimate();
    void keepsOldRowsUntilANewQueryAnswers();
    void cancelsWhatANewerQueryMadeStale();
    void fetchesNeighboursByKeyAndJumpsAlongAnchors();
    void jumpsByOffsetUntilItIsSurveyed();
    void findsTheEndOfAnEstimate();
    void fetchesAheadOfSteadyScrolling();
    void cancelsWhatIsFarFromTheScreen();
    void keepsMemoryFlat();
    void tellsInactiveAndMissing();
    void showsBothSortKeys();
    void reportsAFailure();
    void asksAnewWhatCouldNotBeAsked();
    void showsARealBook();
};

void CustomerTableModelTest::showsTheFirstPageBeforeTheTotal()
{
    HeldModel f(900);
    const Watched watched(f);
    f.source->hold = true;
    f.source->guess = 850;
    QSignalSpy answers(f.model.get(), &CustomerTableModel::answered);
    f.model->setQuery({});
    QCOMPARE(f.model->rowCount(), 0);
    f.source->release();
    QTRY_COMPARE(f.model->rowCount(), 200);
    QCOMPARE(answers.size(), 1);
    QCOMPARE(f.name(0), u"Customer 1"_s);
    QCOMPARE(f.model->total(), -1);
    QVERIFY(f.model->isEstimate());
    f.source->hold = false;
    f.source->release();
    QTRY_VERIFY(f.isCounted(900));
    QCOMPARE(f.model->rowCount(), 900);
    QVERIFY(f.loading(600));
    QCOMPARE(f.name(600), QString());
}

void CustomerTableModelTest::countsBySurveyAlone()
{
    HeldModel f(5000);
    f.source->guess = 4000;
    f.source->holdSurveys = true;
    QSignalSpy totals(f.model.get(), &CustomerTableModel::totalChanged);
    f.model->setQuery({});
    QTRY_COMPARE(f.model->total(), 4000);
    QVERIFY(f.model->isEstimate());
    QCOMPARE(f.model->rowCount(), 4000);
    f.source->release();
    QTRY_VERIFY(f.isCounted(5000));
    QCOMPARE(totals, QList<QVariantList>({{qint64(4000), true}, {qint64(5000), false}}));
    QCOMPARE(f.surveys(), 1);
    QVERIFY(!f.source->log.contains(u"count"_s));
    f.source->log.clear();
    f.model->setQuery({.text = u"Customer 77"_s});
    QTRY_VERIFY(f.isCounted(11));
    QCOMPARE(f.source->log, QStringList({u"offset 0"_s}));
}

void CustomerTableModelTest::believesWhatItSeesMoreThanAnEstimate()
{
    HeldModel f(500);
    const Watched watched(f);
    f.source->guess = 5;
    f.source->holdSurveys = true;
    f.model->setQuery({});
    QTRY_VERIFY(f.model->rowCount() >= 200);
    QVERIFY(f.model->isEstimate());
    f.model->setVisibleRows(150, 190);
    QTRY_COMPARE(f.model->rowCount(), 400);
    f.model->setVisibleRows(350, 380);
    QTRY_VERIFY(f.isCounted(500));
    QTRY_COMPARE(f.source->cancelledSurveys(), 1); // nothing is left to be found out
}

void CustomerTableModelTest::keepsOldRowsUntilANewQueryAnswers()
{
    HeldModel f(300);
    const Watched watched(f);
    f.model->setQuery({});
    QTRY_VERIFY(f.isCounted(300));
    f.source->hold = true;
    f.model->setQuery({.text = u"Customer 29"_s});
    QVERIFY(f.model->isLoading());
    QCOMPARE(f.model->rowCount(), 300);
    QCOMPARE(f.name(0), u"Customer 1"_s);
    f.source->release();
    QTRY_COMPARE(f.model->rowCount(), 11);
    QCOMPARE(f.name(0), u"Customer 29"_s);
    QVERIFY(!f.model->isLoading());
}

void CustomerTableModelTest::cancelsWhatANewerQueryMadeStale()
{
    HeldModel f(5000);
    f.source->hold = true;
    f.model->setQuery({.text = u"1"_s});
    f.model->setQuery({.text = u"12"_s});
    f.model->setQuery({.text = u"123"_s});
    QCOMPARE(f.source->cancelled(), 2);
    f.source->release();
    QTRY_COMPARE(f.name(0), u"Customer 123"_s);
    f.source->hold = false;
    f.source->holdSurveys = true;
    f.source->log.clear();
    f.model->setQuery({});
    QTRY_COMPARE(f.model->rowCount(), 200);
    QTRY_VERIFY(f.source->log.contains(u"survey"_s));
    f.model->setQuery({.text = u"123"_s});
    QCOMPARE(f.source->cancelledSurveys(), 1);
}

void CustomerTableModelTest::fetchesNeighboursByKeyAndJumpsAlongAnchors()
{
    HeldModel f(9000);
    f.model->setQuery({});
    QTRY_VERIFY(f.isCounted(9000));
    f.source->log.clear();
    f.model->setVisibleRows(170, 199);
    QTRY_COMPARE(f.name(230), u"Customer 231"_s);
    QCOMPARE(f.source->log, QStringList({u"after 200"_s}));
    f.source->log.clear();
    f.model->setVisibleRows(8971, 8999);
    QTRY_COMPARE(f.name(8999), u"Customer 9000"_s);
    QTRY_COMPARE(f.source->log, QStringList({u"from 8001+931"_s}));
    f.source->log.clear();
    f.model->setVisibleRows(8790, 8815);
    QTRY_COMPARE(f.name(8790), u"Customer 8791"_s);
    QCOMPARE(f.source->log.value(0), u"before 8932"_s);
    f.source->log.clear();
    f.model->setVisibleRows(5140, 5170);
    QTRY_COMPARE(f.name(5150), u"Customer 5151"_s);
    QCOMPARE(f.source->log.value(0), u"from 4001+1100"_s);
    QVERIFY(f.loading(7000));
}

void CustomerTableModelTest::jumpsByOffsetUntilItIsSurveyed()
{
    HeldModel f(9000);
    f.source->guess = 8000;
    f.source->holdSurveys = true;
    f.model->setQuery({});
    QTRY_COMPARE(f.model->rowCount(), 8000);
    f.model->setVisibleRows(5000, 5030);
    QTRY_COMPARE(f.name(5000), u"Customer 5001"_s);
    QVERIFY(f.source->log.contains(u"offset 4960"_s));
}

void CustomerTableModelTest::findsTheEndOfAnEstimate()
{
    HeldModel f(5000);
    f.source->guess = 20'000;
    f.source->holdSurveys = true;
    f.model->setQuery({});
    QTRY_COMPARE(f.model->rowCount(), 20'000);
    // The End key: the last there are, numbered as well as can be.
    f.model->setVisibleRows(19'970, 19'999);
    QTRY_COMPARE(f.name(19'999), u"Customer 5000"_s);
    // Somewhere that does not exist: the same.
    f.model->setVisibleRows(10'000, 10'030);
    QTRY_VERIFY(f.model->rowCount() < 20'000);
    const int rows = f.model->rowCount();
    f.model->setVisibleRows(rows - 30, rows - 1);
    QTRY_COMPARE(f.name(rows - 1), u"Customer 5000"_s);
    QVERIFY(f.model->isEstimate());
    QSignalSpy shifts(f.model.get(), &CustomerTableModel::rowsShifted);
    f.source->holdSurveys = false;
    f.source->release();
    QTRY_VERIFY(f.isCounted(5000));
    QTRY_COMPARE(f.model->rowOf({5000}), 4999);
    QTRY_COMPARE(shifts.size(), 1); // the same customers under other numbers
}

void CustomerTableModelTest::fetchesAheadOfSteadyScrolling()
{
    HeldModel f(9000);
    f.model->setQuery({});
    QTRY_VERIFY(f.isCounted(9000));
    for (int row = 0; row < 8000; row += 30) {
        f.model->setVisibleRows(row, row + 30);
        QVERIFY(!f.loading(row));
        QVERIFY(!f.loading(row + 30));
        QCoreApplication::processEvents(); // a frame
        QCoreApplication::processEvents();
    }
    QVERIFY(f.source->log.filter(u"from"_s).isEmpty());
}

void CustomerTableModelTest::cancelsWhatIsFarFromTheScreen()
{
    HeldModel f(9000);
    f.model->setQuery({});
    QTRY_VERIFY(f.isCounted(9000));
    f.source->hold = true;
    f.model->setVisibleRows(150, 190);
    QCOMPARE(f.source->heldPages(), 1);
    f.model->setVisibleRows(5000, 5030);
    QCOMPARE(f.source->cancelled(), 1);
    QTRY_COMPARE(f.source->heldPages(), 2);
    for (int row = 6000; row < 6100; ++row)
        f.model->setVisibleRows(row, row + 30);
    QCOMPARE(f.source->cancelled(), 2);
    QTRY_COMPARE(f.source->heldPages(), 3);
}

void CustomerTableModelTest::keepsMemoryFlat()
{
    HeldModel f(20'000);
    f.model->setQuery({});
    QTRY_VERIFY(f.isCounted(20'000));
    for (int row = 0; row < 20'000; row += 200) {
        f.model->setVisibleRows(row, row + 30);
        QTRY_VERIFY(!f.loading(row));
    }
    QVERIFY(f.loading(0));
    QVERIFY(!f.loading(19'000));
}

void CustomerTableModelTest::tellsInactiveAndMissing()
{
    HeldModel f(2);
    f.source->rows[0].isActive = false;
    f.source->rows[1].phone = QString();
    f.model->setQuery({});
    QTRY_COMPARE(f.model->rowCount(), 2);
    QVERIFY(f.model->index(0, 0).data(CustomerTableModel::InactiveRole).toBool());
    QCOMPARE(f.model->index(0, 0).data(Qt::AccessibleTextRole).toString(),
             u"Customer 1, inactive"_s);
    QCOMPARE(f.model->index(0, CustomerTableModel::Phone).data().toString(), u"—"_s);
    QVERIFY(
        f.model->index(0, CustomerTableModel::Phone).data(CustomerTableModel::NullRole).toBool());
    QCOMPARE(f.model->index(1, CustomerTableModel::Phone).data().toString(), QString());
    f.model->setUnsaved({CustomerId{2}});
    QVERIFY(f.model->index(1, 0).data(CustomerTableModel::UnsavedRole).toBool());
}

void CustomerTableModelTest::showsBothSortKeys()
{
    HeldModel f(2);
    f.model->setQuery({.sort = {{.field = CustomerField::CreatedAt, .descending = true},
                                {.field = CustomerField::Name}}});
    const auto header = [&](int column) {
        return f.model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    };
    QCOMPARE(header(CustomerTableModel::Created), u"Created ↓1"_s);
    QCOMPARE(header(CustomerTableModel::Name), u"Name ↑2"_s);
    QCOMPARE(header(CustomerTableModel::Email), u"E-mail"_s);
}

void CustomerTableModelTest::reportsAFailure()
{
    class Failing final : public HeldSource
    {
        Task<FirstRows> firstRows(const CustomerQuery&) override
        {
            return Task<FirstRows>::finished(Error{.kind = ErrorKind::Timeout});
        }
    };
    CustomerTableModel model(std::make_unique<Failing>());
    QSignalSpy failures(&model, &CustomerTableModel::failed);
    model.setQuery({});
    QTRY_COMPARE(failures.size(), 1);
    QVERIFY(!model.isLoading());
}

void CustomerTableModelTest::asksAnewWhatCouldNotBeAsked()
{
    class Reached final : public HeldSource
    {
    public:
        bool lost = false;

        Task<FirstRows> firstRows(const CustomerQuery& query) override
        {
            if (lost)
                return Task<FirstRows>::finished(Error{.kind = ErrorKind::ConnectionLost});
            const Customer found{.id = {1}, .name = u"found by \"%1\""_s.arg(query.text)};
            return Task<FirstRows>::finished(FirstRows{.page = {.rows = {found}}});
        }
    };
    auto* source = new Reached;
    CustomerTableModel model{std::unique_ptr<CustomerSource>(source)};
    model.setQuery({});
    QTRY_COMPARE(model.rowCount(), 1);
    QSignalSpy failures(&model, &CustomerTableModel::failed);
    source->lost = true;
    model.setQuery({.text = u"wil"_s});
    QTRY_COMPARE(failures.size(), 1);
    QCOMPARE(model.index(0, 0).data().toString(), u"found by \"\""_s);
    source->lost = false;
    QSignalSpy shown(&model, &CustomerTableModel::queryShown);
    model.refresh();
    QTRY_COMPARE(shown.size(), 1);
    QCOMPARE(model.index(0, 0).data().toString(), u"found by \"wil\""_s);
}

void CustomerTableModelTest::showsARealBook()
{
    QTemporaryDir folder;
    Book book({.file = folder.filePath(u"book.db"_s)}, {});
    QVERIFY(book.open().wait());
    std::vector<CustomerDraft> drafts;
    for (int i = 0; i < 1000; ++i)
        drafts.push_back({.name = u"Person %1"_s.arg(i, 4, 10, QLatin1Char('0')),
                          .email = u"p%1@example.com"_s.arg(i)});
    QVERIFY(book.bulkCreate(drafts).wait());
    CustomerTableModel model(std::make_unique<BookSource>(book));
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setQuery({.sort = {{.field = CustomerField::Name, .descending = true}}});
    QTRY_VERIFY(model.total() == 1000 && !model.isEstimate());
    QCOMPARE(model.index(0, 0).data().toString(), u"Person 0999"_s);
    const auto name = [&model](int row) { return model.index(row, 0).data().toString(); };
    model.setVisibleRows(480, 520);
    QTRY_COMPARE(name(480), u"Person 0519"_s);
    QTRY_COMPARE(name(440), u"Person 0559"_s);
    model.setVisibleRows(970, 999);
    QTRY_COMPARE(name(999), u"Person 0000"_s);
}

QTEST_MAIN(CustomerTableModelTest)
#include "tst_customertablemodel.moc"
