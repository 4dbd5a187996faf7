// SPDX-License-Identifier: GPL-3.0-or-later
// What the server is asked, counted on the wire: on a server 50 ms away each exchange is felt.
#include "core/db/connect.h"
#include "core/db/customerrepository.h"
#include "core/services/book.h"
#include "tests/support/enginefixture.h"
#include "tests/support/wireproxy.h"

#include <QTest>

using namespace clientele;
using namespace clientele::testing;
using namespace Qt::StringLiterals;

class TestRoundTrips : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void init();
    void cleanup();

    void opensWithFew();
    void describesTheTableInOneOrTwo();
    void asksOncePerAct_data();
    void asksOncePerAct();
    void asksOncePerActOfABook();
    void takesOneProcessInTheBackground();

private:
    qint64 exchangesOf(const std::function<void()>& act);

    EngineFixture m_fixture;
    std::unique_ptr<WireProxy> m_proxy;
    ConnectionSettings m_settings; // by way of the proxy
};

void TestRoundTrips::initTestCase_data()
{
    QTest::addColumn<QString>("engine");
    for (const char* engine : {"postgresql", "postgresql-guide", "postgresql-orm", "pgbouncer"})
        QTest::newRow(engine) << QString::fromLatin1(engine);
}

void TestRoundTrips::init()
{
    QFETCH_GLOBAL(QString, engine);
    const auto settings = m_fixture.emptied(engine);
    m_proxy = std::make_unique<WireProxy>(settings);
    m_settings = m_proxy->settings(settings.database);
}

void TestRoundTrips::cleanup()
{
    m_proxy.reset();
}

qint64 TestRoundTrips::exchangesOf(const std::function<void()>& act)
{
    m_proxy->resetCounters();
    act();
    return m_proxy->counters().roundTrips;
}

void TestRoundTrips::opensWithFew()
{
    const auto session = connectTo(m_settings, {});
    QVERIFY(session.hasValue());
    const auto counters = m_proxy->counters();
    qInfo("opening a connection: %lld exchanges before the server is ready, %lld after it (%s)",
          counters.openingTrips, counters.roundTrips,
          qPrintable(m_proxy->statements().join(u"; "_s)));
    QCOMPARE(counters.connections, 1);
    QVERIFY(counters.openingTrips <= 3); // encryption asked for, start, password
}

void TestRoundTrips::describesTheTableInOneOrTwo()
{
    QFETCH_GLOBAL(QString, engine);
    const bool isOurs = !engine.contains(u'-') || engine == u"pgbouncer"_s;
    const auto session = *connectTo(m_settings, {});
    const qint64 exchanges = exchangesOf([&] {
        const auto table = CustomerTable::describe(*session);
        QVERIFY(table.hasValue());
        QCOMPARE(table->state, SchemaState::Ready);
        QCOMPARE(table->revision.isEmpty(), !isOurs);
    });
    QCOMPARE(exchanges, isOurs ? 2 : 1); // and the revision of what is ours
}

void TestRoundTrips::asksOncePerAct_data()
{
    using Act = std::function<bool(CustomerRepository&, const Customer&)>;
    QTest::addColumn<Act>("act");
    const auto row = [](const char* name, Act act) { QTest::newRow(name) << std::move(act); };
    const auto edit = [](const Customer& seen) {
        return CustomerPatch{.name = Edit<QString>{.before = seen.name, .after = u"Changed"_s}};
    };
    using enum UpdateOutcome::Status;
    row("first page", [](auto& customers, auto&) { return customers.page({}, {}).hasValue(); });
    row("page by keyset", [](auto& customers, auto& seen) {
        return customers.page({}, {.where = PageRequest::Where::After, .anchor = seen}).hasValue();
    });
    row("page by offset", [](auto& customers, auto&) {
        return customers.page({}, {.where = PageRequest::Where::Offset, .offset = 1}).hasValue();
    });
    row("search", [](auto& customers, auto&) {
        return customers.page({.text = u"sarah 555"_s}, {}).hasValue();
    });
    row("count", [](auto& customers, auto&) { return customers.count({}).hasValue(); });
    row("count of a search",
        [](auto& customers, auto&) { return customers.count({.text = u"sa"_s}).hasValue(); });
    row("which of some a search finds", [](auto& customers, auto& seen) {
        return customers.among({.text = u"sarah"_s}, {seen.id, {seen.id.value + 1}})->size() == 1;
    });
    row("by id", [](auto& customers, auto& seen) { return customers.byId(seen.id)->has_value(); });
    row("by e-mail",
        [](auto& customers, auto& seen) { return customers.byEmail(seen.email)->has_value(); });
    row("create", [](auto& customers, auto&) {
        return customers.create({.name = u"N"_s, .email = u"n@example.com"_s}).hasValue();
    });
    row("save", [edit](auto& customers, auto& seen) {
        return customers.update(seen.id, edit(seen))->status == Updated;
    });
    row("save in conflict", [](auto& customers, auto& seen) {
        const CustomerPatch stale{.name = Edit<QString>{.before = u"Other"_s, .after = u"New"_s}};
        return customers.update(seen.id, stale)->status == Conflict;
    });
    row("save what is gone", [edit](auto& customers, auto& seen) {
        return customers.update({seen.id.value + 1000}, edit(seen))->status == Missing;
    });
    row("deactivate", [](auto& customers, auto& seen) {
        return customers.setActive({seen.id}, false)->size() == 1;
    });
    row("delete", [](auto& customers, auto& seen) { return *customers.remove(seen.id); });
}

void TestRoundTrips::asksOncePerAct()
{
    using Act = std::function<bool(CustomerRepository&, const Customer&)>;
    QFETCH(Act, act);
    const auto session = *connectTo(m_settings, {});
    const auto table = *CustomerTable::describe(*session);
    CustomerRepository customers(*session, table);
    const auto seen = *customers.create(
        {.name = u"Sarah"_s, .email = u"sarah@example.com"_s, .phone = u"+1-555-0101"_s});
    const qint64 exchanges = exchangesOf([&] { QVERIFY(act(customers, seen)); });
    QVERIFY2(exchanges == 1, qPrintable(m_proxy->statements().join(u'\n')));
}

void TestRoundTrips::asksOncePerActOfABook()
{
    Book book(m_settings, {});
    QVERIFY(book.open().wait().hasValue());
    const auto once = [&](const auto& act) {
        const qint64 exchanges = exchangesOf([&] { QVERIFY(act().hasValue()); });
        QVERIFY2(exchanges == 1, qPrintable(m_proxy->statements().join(u'\n')));
    };
    once([&] { return book.page({}, {}).wait(); });
    once([&] { return book.page({.text = u"sarah"_s}, {}).wait(); });
    once([&] { return book.count({}).wait(); });
    Customer made;
    once([&] {
        auto created = book.create({.name = u"Ann"_s, .email = u"ann@example.com"_s}).wait();
        made = *created;
        return created;
    });
    once([&] { return book.customer(made.id).wait(); });
    once([&] { return book.update(made.id, {.name = Edit<QString>{u"Ann"_s, u"Anna"_s}}).wait(); });
    once([&] { return book.remove({made.id}).wait(); });
}

void TestRoundTrips::takesOneProcessInTheBackground()
{
    const auto session = *connectTo(m_settings, {});
    const auto workers = [&] {
        return session->execute(u"SHOW max_parallel_workers_per_gather"_s)->at(0).text(0);
    };
    const QString before = workers();
    QVERIFY(before != u"0"_s);
    QCOMPARE(exchangesOf(
                 [&] { QVERIFY(session->begin(Session::TransactionMode::Background).hasValue()); }),
             1);
    QCOMPARE(workers(), u"0"_s);
    QVERIFY(session->commit().hasValue());
    QCOMPARE(workers(), before);
}

QTEST_GUILESS_MAIN(TestRoundTrips)
#include "tst_roundtrips.moc"
