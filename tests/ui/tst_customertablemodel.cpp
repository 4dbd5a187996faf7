// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/book.h"
#include "ui/models/customertablemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace clientele;
using namespace Qt::StringLiterals;

namespace {

/// A book in memory whose answers come when the test says so.
class HeldSource : public CustomerSource
{
public:
    std::vector<Customer> rows;
    QStringList log;
    bool hold = false;

    Task<CustomerPage> page(const CustomerQuery& query, const PageRequest& request) override
    {
        std::vector<Customer> all = matching(query);
        const auto size = qint64(all.size());
        qint64 first = 0;
        const auto place = [&](const Customer& anchor) {
            return std::lower_bound(
                       all.begin(), all.end(), anchor,
                       [](const Customer& a, const Customer& b) { return a.id < b.id; }) -
                   all.begin();
        };
        using enum PageRequest::Where;
        switch (request.where) {
        case Offset:
            first = std::min(request.offset, size);
            log << u"offset %1"_s.arg(request.offset);
            break;
        case After:
            first = place(*request.anchor) + 1;
            log << u"after %1"_s.arg(request.anchor->id.value);
            break;
        case From:
            first = place(*request.anchor) + request.offset;
            log << u"from %1+%2"_s.arg(request.anchor->id.value).arg(request.offset);
            break;
        case Before:
            first = std::max<qint64>(0, place(*request.anchor) - request.limit);
            log << u"before %1"_s.arg(request.anchor->id.value);
            break;
        case Last:
            first = std::max<qint64>(0, size - request.limit);
            log << u"last %1"_s.arg(request.limit);
            break;
        }
        const qint64 end = std::min(size, first + request.limit);
        return answer(CustomerPage{.rows = {all.begin() + first, all.begin() + end}}, m_pages);
    }

    Task<qint64> count(const CustomerQuery& query) override
    {
        return answer(qint64(matching(query).size()), m_counts);
    }

    Task<CustomerSurvey> survey(const CustomerQuery& query, const std::optional<Customer>&) override
    {
        return answer(CustomerSurvey{.total = qint64(matching(query).size())}, m_surveys);
    }

    Task<std::optional<qint64>> estimate(const CustomerQuery& query) override
    {
        return answer(std::optional(qint64(matching(query).size())), m_estimates);
    }

    void fill(qint64 count)
    {
        for (qint64 i = 0; i < count; ++i)
            rows.push_back({.id = {i + 1},
                            .name = u"Customer %1"_s.arg(i + 1),
                            .email = u"c%1@example.com"_s.arg(i + 1)});
    }

    /// Answers what was held, in order.
    void release()
    {
        for (auto* held : {&m_pages})
            releaseAll(*held);
        releaseAll(m_counts);
        releaseAll(m_surveys);
        releaseAll(m_estimates);
    }

    [[nodiscard]] int cancelled() const
    {
        return int(std::count_if(m_pages.begin(), m_pages.end(), [](const auto& held) {
            return held.task.cancellation->isCancelled();
        }));
    }

private:
    template <class T>
    struct Held
    {
        std::shared_ptr<QPromise<Result<T>>> promise;
        Task<T> task;
        T value;
    };
    std::vector<Held<CustomerPage>> m_pages;
    std::vector<Held<qint64>> m_counts;
    std::vector<Held<CustomerSurvey>> m_surveys;
    std::vector<Held<std::optional<qint64>>> m_estimates;

    [[nodiscard]] std::vector<Customer> matching(const CustomerQuery& query) const
    {
        std::vector<Customer> all;
        std::copy_if(rows.begin(), rows.end(), std::back_inserter(all),
                     [&](const Customer& row) { return row.name.contains(query.text); });
        return all;
    }

    template <class T>
    Task<T> answer(T value, std::vector<Held<T>>& held)
    {
        if (!hold)
            return Task<T>::finished(std::move(value));
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        held.push_back({promise, Task<T>{.future = promise->future()}, std::move(value)});
        return held.back().task;
    }

    template <class T>
    static void releaseAll(std::vector<Held<T>>& held)
    {
        for (auto& one : std::exchange(held, {})) {
            if (one.task.cancellation->isCancelled())
                one.promise->addResult(Error{.kind = ErrorKind::Cancelled});
            else
                one.promise->addResult(std::move(one.value));
            one.promise->finish();
        }
    }
};

struct Fixture
{
    HeldSource* source = new HeldSource;
    std::unique_ptr<CustomerTableModel> model;

    explicit Fixture(qint64 rows)
    {
        source->fill(rows);
        model = std::make_unique<CustomerTableModel>(std::unique_ptr<CustomerSource>(source));
    }

    [[nodiscard]] QString name(int row) const { return model->index(row, 0).data().toString(); }
    [[nodiscard]] bool loading(int row) const
    {
        return model->index(row, 0).data(CustomerTableModel::LoadingRole).toBool();
    }
};

} // namespace

class CustomerTableModelTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTheFirstPageBeforeTheTotal();
    void keepsOldRowsUntilANewQueryAnswers();
    void cancelsWhatANewerQueryMadeStale();
    void fetchesNeighboursByKeyAndJumpsByPlace();
    void keepsMemoryFlat();
    void followsRowsThatComeAndGo();
    void removesRowsByCustomer();
    void tellsInactiveAndMissing();
    void reportsAFailure();
    void asksAnewWhatCouldNotBeAsked();
    void showsARealBook();
};

void CustomerTableModelTest::showsTheFirstPageBeforeTheTotal()
{
    Fixture f(900);
    const QAbstractItemModelTester tester(f.model.get(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    f.source->hold = true;
    QSignalSpy totals(f.model.get(), &CustomerTableModel::totalChanged);
    f.model->setQuery({});
    QCOMPARE(f.model->rowCount(), 0);
    f.source->release();
    QTRY_COMPARE(f.model->rowCount(), 200);
    QCOMPARE(f.name(0), u"Customer 1"_s);
    QCOMPARE(f.model->total(), -1);
    f.source->release();
    QTRY_COMPARE(f.model->rowCount(), 900);
    QCOMPARE(f.model->total(), 900);
    QCOMPARE(totals.size(), 1);
    QVERIFY(f.loading(500));
    QCOMPARE(f.name(500), QString());
}

void CustomerTableModelTest::keepsOldRowsUntilANewQueryAnswers()
{
    Fixture f(300);
    const QAbstractItemModelTester tester(f.model.get(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    f.model->setQuery({});
    QTRY_COMPARE(f.model->total(), 300);
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
    Fixture f(300);
    f.source->hold = true;
    f.model->setQuery({.text = u"1"_s});
    f.model->setQuery({.text = u"12"_s});
    f.model->setQuery({.text = u"123"_s});
    QCOMPARE(f.source->cancelled(), 2);
    f.source->release();
    QTRY_COMPARE(f.model->rowCount(), 1);
    QCOMPARE(f.name(0), u"Customer 123"_s);
}

void CustomerTableModelTest::fetchesNeighboursByKeyAndJumpsByPlace()
{
    Fixture f(1000);
    f.model->setQuery({});
    QTRY_COMPARE(f.model->total(), 1000);
    f.source->log.clear();
    f.model->setVisibleRows(180, 210);
    QTRY_COMPARE(f.name(230), u"Customer 231"_s);
    f.model->setVisibleRows(970, 999);
    QTRY_COMPARE(f.name(999), u"Customer 1000"_s);
    f.model->setVisibleRows(790, 820);
    QTRY_COMPARE(f.name(790), u"Customer 791"_s);
    QCOMPARE(f.source->log, QStringList({u"after 200"_s, u"last 200"_s, u"before 801"_s}));
    QVERIFY(f.loading(500));
}

void CustomerTableModelTest::keepsMemoryFlat()
{
    Fixture f(60'000);
    f.model->setQuery({});
    QTRY_COMPARE(f.model->total(), 60'000);
    for (int row = 0; row < 60'000; row += 200) {
        f.model->setVisibleRows(row, row + 30);
        QTRY_VERIFY(!f.loading(row));
    }
    QVERIFY(f.loading(0));
    QVERIFY(!f.loading(59'000));
}

void CustomerTableModelTest::followsRowsThatComeAndGo()
{
    Fixture f(500);
    const QAbstractItemModelTester tester(f.model.get(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    f.model->setQuery({});
    QTRY_COMPARE(f.model->total(), 500);
    f.source->rows.resize(450);
    f.model->setVisibleRows(420, 449);
    QTRY_COMPARE(f.model->rowCount(), 450);
    f.source->rows.clear();
    f.source->fill(600);
    f.model->refresh();
    QTRY_COMPARE(f.model->total(), 600);
    QTRY_COMPARE(f.name(440), u"Customer 441"_s);
    f.source->rows.clear();
    f.model->refresh();
    QTRY_COMPARE(f.model->rowCount(), 0);
    f.source->fill(3);
    f.model->refresh();
    QTRY_COMPARE(f.model->rowCount(), 3);
    QTRY_COMPARE(f.name(2), u"Customer 3"_s);
}

void CustomerTableModelTest::removesRowsByCustomer()
{
    Fixture f(250);
    const QAbstractItemModelTester tester(f.model.get(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    f.model->setQuery({});
    QTRY_COMPARE(f.model->total(), 250);
    const std::vector<Customer> gone{f.source->rows[3], f.source->rows[5]};
    f.source->rows.erase(f.source->rows.begin() + 5);
    f.source->rows.erase(f.source->rows.begin() + 3);
    f.model->removeCustomers(gone);
    QCOMPARE(f.model->rowCount(), 248);
    QCOMPARE(f.model->total(), 248);
    QCOMPARE(f.name(3), u"Customer 5"_s);
    QCOMPARE(f.name(4), u"Customer 7"_s);
    QCOMPARE(f.model->rowOf({4}), -1);
}

void CustomerTableModelTest::tellsInactiveAndMissing()
{
    Fixture f(2);
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

void CustomerTableModelTest::reportsAFailure()
{
    class Failing final : public HeldSource
    {
        Task<CustomerPage> page(const CustomerQuery&, const PageRequest&) override
        {
            return Task<CustomerPage>::finished(Error{.kind = ErrorKind::Timeout});
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

        Task<CustomerPage> page(const CustomerQuery& query, const PageRequest&) override
        {
            if (lost)
                return Task<CustomerPage>::finished(Error{.kind = ErrorKind::ConnectionLost});
            return Task<CustomerPage>::finished(
                CustomerPage{.rows = {{.id = {1}, .name = u"found by \"%1\""_s.arg(query.text)}}});
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
    QTRY_COMPARE(model.total(), 1000);
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
