// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customers/searchcontroller.h"
#include "ui/customers/sortkeys.h"
#include "ui/models/customertablemodel.h"

#include <QSignalSpy>
#include <QTest>

using namespace clientele;
using namespace Qt::StringLiterals;

namespace {

/// Answers first pages when the test says so; nothing else is ever answered.
class HeldPages final : public CustomerSource
{
public:
    struct Asked
    {
        QString text;
        std::function<void(CustomerPage)> answer;
        std::shared_ptr<Cancellation> cancellation;
        bool answered = false;
    };
    std::vector<Asked> asked;

    Task<CustomerPage> page(const CustomerQuery& query, const PageRequest&) override
    {
        return ask<CustomerPage>(query, [](CustomerPage page) { return page; });
    }
    Task<FirstRows> firstRows(const CustomerQuery& query) override
    {
        return ask<FirstRows>(query, [](CustomerPage page) { return FirstRows{.page = page}; });
    }
    Task<std::optional<CustomerGlimpse>> glimpse(const CustomerQuery&) override
    {
        return Task<std::optional<CustomerGlimpse>>::finished(std::optional<CustomerGlimpse>());
    }
    Task<qint64> count(const CustomerQuery&) override { return silent<qint64>(); }
    Task<std::vector<CustomerId>> among(const CustomerQuery&,
                                        const std::vector<CustomerId>&) override
    {
        return silent<std::vector<CustomerId>>();
    }
    Task<CustomerSurvey> survey(const CustomerQuery&, const std::optional<Customer>&) override
    {
        return silent<CustomerSurvey>();
    }
    Task<std::optional<qint64>> estimate(const CustomerQuery&) override
    {
        return silent<std::optional<qint64>>();
    }

    [[nodiscard]] int underWay() const
    {
        return int(std::count_if(asked.begin(), asked.end(), [](const Asked& one) {
            return !one.answered && !one.cancellation->isCancelled();
        }));
    }
    [[nodiscard]] QStringList texts() const
    {
        QStringList all;
        for (const Asked& one : asked)
            all << one.text;
        return all;
    }
    /// One row, named like what was asked for.
    void answerLast()
    {
        Asked& last = asked.back();
        last.answered = true;
        last.answer({.rows = {{.id = {1}, .name = last.text}}});
    }

private:
    std::vector<std::shared_ptr<void>> m_silent;

    template <class T, class Make>
    Task<T> ask(const CustomerQuery& query, Make make)
    {
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        Task<T> task{.future = promise->future()};
        asked.push_back({.text = query.text,
                         .answer =
                             [promise, make](CustomerPage page) {
                                 promise->addResult(make(std::move(page)));
                                 promise->finish();
                             },
                         .cancellation = task.cancellation});
        return task;
    }

    template <class T>
    Task<T> silent()
    {
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        m_silent.push_back(promise);
        return {.future = promise->future()};
    }
};

QList<SortKey> keys(std::initializer_list<SortKey> all)
{
    return all;
}

} // namespace

class SearchControllerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void asksAtOnceWhenIdle();
    void asksTheNewestOnceItIsAnswered();
    void givesUpAnAnswerThatTakesLong();
    void hurriesForWhoGoesOn();
    void asksNothingForWhatMeansTheSame();
    void takesBackWhatIsTakenBack();
    void writesFiltersIntoTheText();
    void turnsTheOrderWithEachClick();
    void saysTheOrderInWords();

private:
    HeldPages* m_source = nullptr;
    std::unique_ptr<CustomerTableModel> m_model;
    std::unique_ptr<SearchController> m_search;

    void start();
    [[nodiscard]] QString shown() const { return m_model->index(0, 0).data().toString(); }
};

void SearchControllerTest::init()
{
    m_search.reset();
    auto source = std::make_unique<HeldPages>();
    m_source = source.get();
    m_model = std::make_unique<CustomerTableModel>(std::move(source));
    m_search = std::make_unique<SearchController>(*m_model, nullptr);
}

void SearchControllerTest::start()
{
    m_search->start();
    m_source->answerLast();
    QTRY_VERIFY(m_model->hasAnswer());
    m_source->asked.clear();
}

void SearchControllerTest::asksAtOnceWhenIdle()
{
    start();
    m_search->setText(u"a"_s);
    QCOMPARE(m_source->texts(), QStringList{u"a"_s});
}

void SearchControllerTest::asksTheNewestOnceItIsAnswered()
{
    start();
    m_search->setText(u"a"_s);
    m_search->setText(u"an"_s);
    m_search->setText(u"ann"_s);
    QCOMPARE(m_source->texts(), QStringList{u"a"_s});
    m_source->answerLast();
    QTRY_COMPARE(m_source->texts(), QStringList({u"a"_s, u"ann"_s}));
    QCOMPARE(shown(), u"a"_s);
    QCOMPARE(m_source->underWay(), 1);
    m_source->answerLast();
    QTRY_COMPARE(shown(), u"ann"_s);
}

void SearchControllerTest::givesUpAnAnswerThatTakesLong()
{
    start();
    m_search->setText(u"a"_s);
    m_search->setText(u"an"_s);
    QCOMPARE(m_source->asked.size(), size_t(1));
    QTRY_COMPARE(m_source->texts(), QStringList({u"a"_s, u"an"_s}));
    QCOMPARE(m_source->underWay(), 1);
    QVERIFY(m_source->asked[0].cancellation->isCancelled());
}

void SearchControllerTest::hurriesForWhoGoesOn()
{
    start();
    m_search->setText(u"a"_s);
    m_search->setText(u"an"_s);
    m_search->askNow();
    QCOMPARE(m_source->texts(), QStringList({u"a"_s, u"an"_s}));
    m_search->askNow();
    QCOMPARE(m_source->asked.size(), size_t(2));
}

void SearchControllerTest::asksNothingForWhatMeansTheSame()
{
    start();
    m_search->setText(u"anna"_s);
    m_source->answerLast();
    QTRY_COMPARE(shown(), u"anna"_s);
    const QSignalSpy changed(m_search.get(), &SearchController::queryChanged);
    m_search->setText(u"anna "_s);
    m_search->setText(u"anna created:"_s);
    QCOMPARE(m_source->asked.size(), size_t(1));
    QCOMPARE(changed.size(), 2);
    QCOMPARE(m_search->query().text, u"anna created:"_s);
}

void SearchControllerTest::takesBackWhatIsTakenBack()
{
    start();
    m_search->setText(u"a"_s);
    m_search->setText(u"an"_s);
    m_search->setText(u"a"_s);
    m_source->answerLast();
    QTRY_COMPARE(shown(), u"a"_s);
    QVERIFY(!m_model->isLoading());
    QCOMPARE(m_source->asked.size(), size_t(1));
}

void SearchControllerTest::writesFiltersIntoTheText()
{
    start();
    m_search->setText(u"anna"_s);
    m_search->setFilter(u"active"_s, u"no"_s);
    QCOMPARE(m_search->query().text, u"anna active:no"_s);
    m_search->setFilter(u"active"_s, u"yes"_s);
    QCOMPARE(m_search->query().text, u"anna active:yes"_s);
    m_search->setFilter(u"active"_s, {});
    QCOMPARE(m_search->query().text, u"anna"_s);
}

void SearchControllerTest::turnsTheOrderWithEachClick()
{
    using enum CustomerField;
    const QList<SortKey> byName = keys({{.field = Name}});
    const QList<SortKey> byPhone = sortkeys::clicked(byName, Phone, false, byName);
    QCOMPARE(byPhone, keys({{.field = Phone}}));
    const QList<SortKey> downwards = sortkeys::clicked(byPhone, Phone, false, byName);
    QCOMPARE(downwards, keys({{.field = Phone, .descending = true}}));
    QCOMPARE(sortkeys::clicked(downwards, Phone, false, byName), byName);
    const QList<SortKey> two = sortkeys::clicked(byPhone, Email, true, byName);
    QCOMPARE(two, keys({{.field = Phone}, {.field = Email}}));
    const QList<SortKey> turned = sortkeys::clicked(two, Email, true, byName);
    QCOMPARE(turned, keys({{.field = Phone}, {.field = Email, .descending = true}}));
    QCOMPARE(sortkeys::clicked(turned, Email, true, byName), byPhone);
    QCOMPARE(sortkeys::clicked(two, Phone, true, byName),
             keys({{.field = Phone, .descending = true}, {.field = Email}}));
}

void SearchControllerTest::saysTheOrderInWords()
{
    QCOMPARE(sortkeys::describe(SearchController::defaultSort()), u"Sorted by name"_s);
    QCOMPARE(sortkeys::describe({{.field = CustomerField::Phone},
                                 {.field = CustomerField::CreatedAt, .descending = true}}),
             u"Sorted by phone, then by created descending"_s);
}

QTEST_MAIN(SearchControllerTest)
#include "tst_searchcontroller.moc"
