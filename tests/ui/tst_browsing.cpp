// SPDX-License-Identifier: GPL-3.0-or-later
// The model on real books, while another connection writes at random. Every seed is a run of its
// own that can be done over; what must hold holds for all of them.
#include "core/db/connect.h"
#include "core/db/customerrepository.h"
#include "core/services/book.h"
#include "tests/support/enginefixture.h"
#include "ui/models/customertablemodel.h"

#include <QRandomGenerator>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

#include <thread>

using namespace clientele;
using namespace clientele::testing;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr int screen = 25;

/// What is seen of a customer.
QString looks(const Customer& customer)
{
    return customer.name + u'|' + customer.email + u'|' + customer.phone.value_or(u"NULL"_s) +
           (customer.isActive ? QString() : u"|inactive"_s);
}

QString randomName(QRandomGenerator& random)
{
    QString name;
    for (int i = 0; i < 6; ++i)
        name += QChar(u'a' + random.bounded(26));
    return name;
}

/// Writes through a connection of its own, as often as it is permitted to; every third customer of
/// the beginning it leaves alone.
class Writer final
{
public:
    Writer(const ConnectionSettings& settings, const std::vector<Customer>& customers, quint32 seed)
        : m_random(seed)
    {
        for (size_t i = 0; i < customers.size(); ++i) {
            note(customers[i]);
            if (i % 3 != 0)
                m_customers.push_back(customers[i]);
        }
        m_thread = std::thread([this, settings] { run(settings); });
    }
    ~Writer() { stop(); }

    void permit(int acts) { m_permits.release(acts); }
    void stop()
    {
        m_stopped = true;
        m_permits.release();
        if (m_thread.joinable())
            m_thread.join();
    }

    /// Once it is stopped: whether the customer ever looked like this.
    [[nodiscard]] bool everLooked(CustomerId id, const QString& as) const
    {
        return m_history.contains({id, as});
    }
    [[nodiscard]] const QString& failure() const { return m_failure; }

private:
    std::vector<Customer> m_customers;
    QRandomGenerator m_random;
    QSet<std::pair<CustomerId, QString>> m_history;
    QSemaphore m_permits;
    std::atomic<bool> m_stopped = false;
    QString m_failure;
    int m_made = 0;
    std::thread m_thread;

    /// Before it is written: it may be read at once.
    void note(const Customer& customer) { m_history.insert({customer.id, looks(customer)}); }

    void run(const ConnectionSettings& settings)
    {
        auto session = connectTo(settings, {});
        const auto table = CustomerTable::describe(**session);
        CustomerRepository customers(**session, *table);
        for (m_permits.acquire(); !m_stopped && m_failure.isEmpty(); m_permits.acquire())
            act(customers);
    }

    template <class T>
    bool succeeded(const Result<T>& result)
    {
        if (!result)
            m_failure = result.error().message;
        return result.hasValue();
    }

    void act(CustomerRepository& customers)
    {
        Customer& customer = m_customers[size_t(m_random.bounded(int(m_customers.size())))];
        const int dice = m_random.bounded(10);
        if (dice < 3) {
            const QString name = randomName(m_random);
            const auto made = customers.create(
                {.name = name, .email = u"%1%2@new.example.com"_s.arg(name).arg(++m_made)});
            if (succeeded(made)) {
                note(*made);
                m_customers.push_back(*made);
            }
        } else if (dice < 5) {
            if (succeeded(customers.remove(customer.id))) {
                customer = m_customers.back();
                m_customers.pop_back();
            }
        } else {
            Customer next = customer;
            if (dice < 8)
                next.phone = QString::number(m_random.bounded(100'000));
            else
                next.name = randomName(m_random);
            note(next);
            const auto outcome =
                customers.update(customer.id, CustomerPatch::between(customer, next));
            if (succeeded(outcome) && outcome->current)
                customer = *outcome->current;
        }
    }
};

} // namespace

class BrowsingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void init();
    void showsWhatThereIs_data();
    void showsWhatThereIs();

private:
    EngineFixture m_fixture;
    ConnectionSettings m_settings;
    std::unique_ptr<Book> m_book;
    std::unique_ptr<CustomerTableModel> m_model;
    std::unique_ptr<Writer> m_writer;
    std::vector<Customer> m_untouched;
    QSet<std::pair<CustomerId, QString>> m_shown;
    int m_row = 0; ///< the first on the screen

    void fill(QRandomGenerator& random);
    void look(int row);
    void settle();
    std::vector<Customer> rows(int first, int end);
    void sweep(bool down);
    void checkSweep(const std::vector<Customer>& seen);
    void checkEnd();
};

void BrowsingTest::initTestCase_data()
{
    QTest::addColumn<QString>("engine");
    QTest::newRow("sqlite") << u"sqlite"_s;
    QTest::newRow("postgresql") << u"postgresql"_s;
}

void BrowsingTest::init()
{
    QFETCH_GLOBAL(QString, engine);
    m_model.reset();
    m_book.reset();
    m_settings = m_fixture.emptied(engine);
    m_book = std::make_unique<Book>(m_settings, QString());
    QVERIFY(m_book->open().wait());
    m_model = std::make_unique<CustomerTableModel>(std::make_unique<BookSource>(*m_book));
    m_model->setPatience({.fresh = 400ms, .survey = 100ms});
    // Where more are gone than lie above the screen, it stands at the top.
    connect(m_model.get(), &CustomerTableModel::rowsShifted, this,
            [this](int by) { m_row = std::max(0, m_row + by); });
    connect(m_model.get(), &CustomerTableModel::queryShown, this,
            [this](int row) { m_row = std::max(0, row); });
    m_shown.clear();
    m_row = 0;
}

void BrowsingTest::fill(QRandomGenerator& random)
{
    std::vector<CustomerDraft> drafts;
    for (int i = 0; i < 2700; ++i) {
        const QString name = randomName(random);
        drafts.push_back({.name = name, .email = u"%1%2@example.com"_s.arg(name).arg(i)});
    }
    const auto made = m_book->bulkCreate(drafts).wait();
    QVERIFY(made);
    m_untouched.clear();
    for (size_t i = 0; i < made->size(); i += 3)
        m_untouched.push_back((*made)[i]);
    m_writer = std::make_unique<Writer>(m_settings, *made, random.generate());
}

std::vector<Customer> BrowsingTest::rows(int first, int end)
{
    std::vector<Customer> result;
    for (int row = first; row < std::min(end, m_model->rowCount()); ++row) {
        const Customer* customer = m_model->customerAt(row);
        if (!customer)
            qFatal("row %d is settled and not at hand", row);
        m_shown.insert({customer->id, looks(*customer)});
        result.push_back(*customer);
    }
    return result;
}

/// Puts a row on top of the screen, and waits until the screen is as it should be.
void BrowsingTest::look(int row)
{
    m_row = row;
    m_model->setVisibleRows(row, row + screen - 1);
    m_writer->permit(2);
    settle();
}

void BrowsingTest::settle()
{
    QSignalSpy settled(m_model.get(), &CustomerTableModel::settled);
    while (!m_model->isSettled() || m_model->isLoading())
        QVERIFY(settled.wait());
}

/// From one end to the other, as scrolling does.
void BrowsingTest::sweep(bool down)
{
    std::vector<Customer> seen;
    if (!down) {
        // Until the rows are counted, their end moves away as one comes near.
        do
            look(std::max(0, m_model->rowCount() - screen));
        while (m_row + screen < m_model->rowCount());
    }
    if (down) {
        do
            look(0);
        while (m_row > 0);
        for (; m_row < m_model->rowCount(); look(m_row + screen)) {
            const auto some = rows(m_row, m_row + screen);
            seen.insert(seen.end(), some.begin(), some.end());
        }
    } else {
        auto some = rows(m_row, m_model->rowCount());
        seen.insert(seen.end(), some.rbegin(), some.rend());
        while (m_row > 0) {
            const int before = m_row;
            int end = before;
            const auto connection = connect(m_model.get(), &CustomerTableModel::rowsShifted, this,
                                            [&end](int by) { end += by; });
            look(std::max(0, before - screen));
            disconnect(connection);
            some = rows(m_row, end);
            seen.insert(seen.end(), some.rbegin(), some.rend());
        }
    }
    if (!QTest::currentTestFailed())
        checkSweep(seen);
}

void BrowsingTest::checkSweep(const std::vector<Customer>& seen)
{
    QHash<CustomerId, QString> names;
    for (const Customer& customer : seen) {
        const bool again = names.contains(customer.id);
        // Only somebody who got another name may be met at two places.
        QVERIFY2(!again || names.value(customer.id) != customer.name, qPrintable(looks(customer)));
        names.insert(customer.id, customer.name);
    }
    const QString text = m_model->query().text;
    for (const Customer& customer : m_untouched) {
        const bool seenToo = names.contains(customer.id) || !customer.name.contains(text);
        QVERIFY2(seenToo, qPrintable(u"%1, of %2 from %3 to %4"_s.arg(looks(customer))
                                         .arg(seen.size())
                                         .arg(seen.front().name, seen.back().name)));
    }
}

/// Once nobody writes any more, a refresh brings exactly what the book holds.
void BrowsingTest::checkEnd()
{
    m_writer->stop();
    QCOMPARE(m_writer->failure(), QString());
    for (const auto& [id, as] : std::as_const(m_shown))
        QVERIFY2(m_writer->everLooked(id, as), qPrintable(as));
    m_model->refresh();
    QTRY_VERIFY(m_model->isSettled() && !m_model->isEstimate());
    auto session = connectTo(m_settings, {});
    const auto table = CustomerTable::describe(**session);
    CustomerRepository customers(**session, *table);
    std::vector<Customer> all;
    QVERIFY(customers.forEach(m_model->query(), [&](const Customer& customer) {
        all.push_back(customer);
        return true;
    }));
    QTRY_COMPARE(m_model->total(), qint64(all.size()));
    QCOMPARE(m_model->rowCount(), int(all.size()));
    m_row = 0;
    for (int row = 0; row < int(all.size()); row += screen) {
        look(row);
        const auto shown = rows(m_row, m_row + screen);
        QCOMPARE(m_row, row);
        for (size_t i = 0; i < shown.size(); ++i)
            QCOMPARE(looks(shown[i]), looks(all[size_t(row) + i]));
    }
}

void BrowsingTest::showsWhatThereIs_data()
{
    QTest::addColumn<quint32>("seed");
    for (const quint32 seed : {7U, 42U, 2024U})
        QTest::addRow("seed %u", seed) << seed;
}

void BrowsingTest::showsWhatThereIs()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    fill(random);
    m_model->setQuery({.sort = {{.field = CustomerField::Name}}});
    QTRY_VERIFY(m_model->hasAnswer() && !m_model->isLoading());
    CustomerQuery query = m_model->query();
    const auto ask = [&] {
        m_model->setQuery(query);
        m_writer->permit(5);
        settle();
    };
    for (int act = 0; act < 8 && !QTest::currentTestFailed(); ++act) {
        switch (random.bounded(6)) {
        case 0:
            sweep(true);
            break;
        case 1:
            sweep(false);
            break;
        case 2:
            for (int i = 0; i < 5; ++i) {
                look(random.bounded(std::max(1, m_model->rowCount())));
                rows(m_row, m_row + screen);
            }
            break;
        case 3:
            m_model->refresh();
            m_writer->permit(5);
            settle();
            rows(m_row, m_row + screen);
            break;
        case 4:
            query.text =
                query.text.isEmpty() ? QString(QChar(u'a' + random.bounded(26))) : QString();
            ask();
            break;
        case 5:
            query.sort[0].descending = !query.sort[0].descending;
            if (const Customer* current = m_model->customerAt(m_row))
                m_model->setCurrent(*current);
            ask();
            m_model->setCurrent({});
            break;
        }
    }
    query.text.clear();
    ask();
    sweep(true);
    sweep(false);
    if (!QTest::currentTestFailed())
        checkEnd();
    m_writer.reset();
}

QTEST_MAIN(BrowsingTest)
#include "tst_browsing.moc"
