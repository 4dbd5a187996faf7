// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/connect.h"
#include "core/db/connectionpool.h"
#include "core/db/writegate.h"
#include "tests/support/enginefixture.h"

#include <QTest>

#include <array>
#include <atomic>
#include <deque>
#include <thread>

using namespace clientele;
using namespace clientele::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The behaviours of SQLAlchemy's QueuePool, one by one, on both engines.
class TestConnectionPool : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void init();

    void hasTheGuidesDefaults();
    void opensNothingBeforeThereIsWork();
    void opensOnceAndKeepsIt();
    void lendsNoMoreThanSizeAndOverflow();
    void tellsThatNoneBecameFreeInTime();
    void servesAWaiterAsSoonAsOneIsBack();
    void servesWaitersInTheOrderOfAsking();
    void keepsNoMoreThanItsSize();
    void aSizeOfZeroIsNoLimit();
    void anOverflowOfMinusOneIsNoLimitButOnlySizeIsKept();
    void anOverflowOfZeroIsAHardLimit();
    void takesTheLastUsedFirst();
    void takesTheLongestIdleFirstWhereAsked();
    void replacesWhatIsTooOldAtCheckoutOnly();
    void neverReplacesWhereAgeDoesNotMatter();
    void triesWhatWasIdleBeforeItLends();
    void findsOutAfterAnHourOfSleep();
    void doesNotTryWhatWasUsedAMomentAgo();
    void oneThatDoesNotAnswerTakesTheOtherIdleOnesAlong();
    void oneFoundDeadTakesTheOtherIdleOnesAlong();
    void thoseInUseFollowAsTheyComeBack();
    void rollsBackAtEveryReturn();
    void neverLendsOneWithAnAnswerUnread();
    void disposeClosesWhatIsIdleAndSparesWhatIsLent();
    void closesWhatWasIdleForLong();
    void leavesOneToInteractiveWork();
    void interactiveWorkGoesFirst();
    void aCancelledWaitEnds();
    void shutdownEndsEveryWait();
    void tellsWhyAConnectionCannotBeOpened();
    void tellsOfItsEvents();
    void keepsPersonalDataOutOfItsLog();

private:
    using Leases = std::deque<ConnectionPool::Lease>;

    std::unique_ptr<ConnectionPool> make(PoolOptions options = {});
    Leases lend(ConnectionPool& pool, int count);
    [[nodiscard]] bool isPostgres() const { return m_settings.engine == Engine::PostgreSql; }
    void killSessions();
    void sleepFor(std::chrono::milliseconds time) { *m_now += time.count(); }

    EngineFixture m_fixture;
    ConnectionSettings m_settings;
    std::shared_ptr<std::atomic<qint64>> m_now = std::make_shared<std::atomic<qint64>>(0);
};

namespace {

QList<int> numbersOf(const std::deque<ConnectionPool::Lease>& leases)
{
    QList<int> numbers;
    for (const auto& lease : leases)
        numbers += lease.session().number();
    return numbers;
}

bool works(ConnectionPool& pool)
{
    const auto lease = pool.checkout(Lane::Interactive);
    return lease && lease->session().execute(u"SELECT 1"_s).hasValue();
}

/// What a request was answered with, once it was.
struct Answered
{
    std::mutex mutex;
    QList<int> order;
    std::vector<ErrorKind> errors;

    ConnectionPool::Ready as(int which)
    {
        return [this, which](Result<ConnectionPool::Lease> lease) {
            const std::lock_guard lock(mutex);
            order += which;
            if (!lease)
                errors.push_back(lease.error().kind);
        };
    }
    qsizetype count()
    {
        const std::lock_guard lock(mutex);
        return order.size();
    }
};

std::shared_ptr<Cancellation> nobodyCancels()
{
    return std::make_shared<Cancellation>();
}

} // namespace

void TestConnectionPool::initTestCase_data()
{
    QTest::addColumn<QString>("engine");
    QTest::newRow("sqlite") << u"sqlite"_s;
    QTest::newRow("postgresql") << u"postgresql"_s;
}

void TestConnectionPool::init()
{
    QFETCH_GLOBAL(QString, engine);
    m_settings = m_fixture.emptied(engine);
    *m_now = 0;
}

std::unique_ptr<ConnectionPool> TestConnectionPool::make(PoolOptions options)
{
    options.clock = [now = m_now] { return std::chrono::milliseconds(*now); };
    return std::make_unique<ConnectionPool>(
        [settings = m_settings,
         gate = std::make_shared<WriteGate>()](const std::shared_ptr<Cancellation>& cancellation) {
            return connectTo(settings, {}, {.gate = gate, .cancellation = cancellation});
        },
        options);
}

std::deque<ConnectionPool::Lease> TestConnectionPool::lend(ConnectionPool& pool, int count)
{
    Leases leases;
    for (int i = 0; i < count; ++i) {
        auto lease = pool.checkout(Lane::Interactive);
        if (!lease)
            qFatal("no connection: %s", qPrintable(lease.error().message));
        leases.push_back(std::move(*lease));
    }
    return leases;
}

void TestConnectionPool::killSessions()
{
    m_fixture.server().execute(u"postgres"_s,
                               u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                               " WHERE datname = '%1'"_s.arg(m_settings.database));
}

void TestConnectionPool::hasTheGuidesDefaults() // 1
{
    const PoolOptions options;
    QCOMPARE(options.size, 10);
    QCOMPARE(options.overflow, 20);
    QCOMPARE(options.timeout, 30s);
    QCOMPARE(options.recycle, 3600s);
    QVERIFY(options.prePing);
}

void TestConnectionPool::opensNothingBeforeThereIsWork() // 2
{
    const auto pool = make({.size = 2});
    QCOMPARE(pool->statistics(), (PoolStatistics{.size = 2, .overflow = 20}));
}

void TestConnectionPool::opensOnceAndKeepsIt()
{
    const auto pool = make();
    for (int i = 0; i < 3; ++i)
        QVERIFY(works(*pool));
    const PoolStatistics statistics = pool->statistics();
    QCOMPARE(statistics.opened, 1);
    QCOMPARE(statistics.checkouts, 3);
    QCOMPARE(statistics.idle, 1);
    QCOMPARE(statistics.busy, 0);
}

void TestConnectionPool::lendsNoMoreThanSizeAndOverflow() // 3
{
    const auto pool = make({.size = 2, .overflow = 1});
    const auto leases = lend(*pool, 3);
    QCOMPARE(numbersOf(leases), (QList{1, 2, 3}));
    Answered answered;
    pool->request(Lane::Interactive, nobodyCancels(), answered.as(4));
    QCOMPARE(answered.count(), 0);
    QCOMPARE(pool->statistics().busy, 3);
    QCOMPARE(pool->statistics().waiting, 1);
    pool->shutdown();
}

void TestConnectionPool::tellsThatNoneBecameFreeInTime() // 3
{
    const auto pool = make({.size = 1, .overflow = 0, .timeout = 20ms});
    const auto leases = lend(*pool, 1);
    const auto late = pool->checkout(Lane::Interactive);
    QCOMPARE(late.error().kind, ErrorKind::PoolExhausted);
    QCOMPARE(late.error().message, u"All 1 connections were in use for 0.02 seconds."_s);
    QCOMPARE(pool->statistics().timeouts, 1);
    QCOMPARE(pool->statistics().waiting, 0);
}

void TestConnectionPool::servesAWaiterAsSoonAsOneIsBack() // 3
{
    const auto pool = make({.size = 1, .overflow = 0});
    auto leases = lend(*pool, 1);
    Answered answered;
    pool->request(Lane::Interactive, nobodyCancels(), answered.as(1));
    QCOMPARE(answered.count(), 0);
    leases.clear();
    QCOMPARE(answered.count(), 1); // by the thread that gave it back, before it went on
    QVERIFY(answered.errors.empty());
}

void TestConnectionPool::servesWaitersInTheOrderOfAsking()
{
    const auto pool = make({.size = 1, .overflow = 0});
    auto leases = lend(*pool, 1);
    Answered answered;
    QList<int> asked;
    for (int i = 0; i < 200; ++i) {
        asked += i;
        pool->request(Lane::Interactive, nobodyCancels(), answered.as(i));
    }
    leases.clear(); // each gives it back at once, and so on to the next
    QCOMPARE(answered.order, asked);
}

void TestConnectionPool::keepsNoMoreThanItsSize() // 4
{
    const auto pool = make({.size = 2, .overflow = 1});
    lend(*pool, 3).clear();
    QCOMPARE(pool->statistics().idle, 2);
    QCOMPARE(pool->statistics().closed, 1);
}

void TestConnectionPool::aSizeOfZeroIsNoLimit() // 5
{
    const auto pool = make({.size = 0, .overflow = 0});
    lend(*pool, 20).clear();
    QCOMPARE(pool->statistics().idle, 20);
}

void TestConnectionPool::anOverflowOfMinusOneIsNoLimitButOnlySizeIsKept() // 5
{
    const auto pool = make({.size = 2, .overflow = -1});
    lend(*pool, 20).clear();
    QCOMPARE(pool->statistics().idle, 2);
}

void TestConnectionPool::anOverflowOfZeroIsAHardLimit() // 5
{
    const auto pool = make({.size = 2, .overflow = 0, .timeout = 1ms});
    const auto leases = lend(*pool, 2);
    QCOMPARE(pool->checkout(Lane::Interactive).error().kind, ErrorKind::PoolExhausted);
}

void TestConnectionPool::takesTheLastUsedFirst() // 6
{
    const auto pool = make();
    auto leases = lend(*pool, 3);
    while (!leases.empty())
        leases.pop_front(); // 1, 2, 3
    QCOMPARE(numbersOf(lend(*pool, 3)), (QList{3, 2, 1}));
}

void TestConnectionPool::takesTheLongestIdleFirstWhereAsked() // 6
{
    const auto pool = make({.order = PoolOptions::Order::LongestIdle});
    auto leases = lend(*pool, 3);
    while (!leases.empty())
        leases.pop_front();
    QCOMPARE(numbersOf(lend(*pool, 3)), (QList{1, 2, 3}));
}

void TestConnectionPool::replacesWhatIsTooOldAtCheckoutOnly() // 7
{
    const auto pool = make({.recycle = 1h});
    auto leases = lend(*pool, 1);
    sleepFor(1h);
    QVERIFY(leases.front().session().execute(u"SELECT 1"_s).hasValue()); // nobody cuts it
    leases.clear();
    QCOMPARE(numbersOf(lend(*pool, 1)), QList{1}); // as old as it may be
    sleepFor(1ms);
    QCOMPARE(numbersOf(lend(*pool, 1)), QList{2});
    QCOMPARE(pool->statistics().recycled, 1);
    QCOMPARE(pool->statistics().closed, 1);
}

void TestConnectionPool::neverReplacesWhereAgeDoesNotMatter() // 7
{
    const auto pool = make({.recycle = -1ms});
    lend(*pool, 1).clear();
    sleepFor(24h * 365);
    QCOMPARE(numbersOf(lend(*pool, 1)), QList{1});
}

void TestConnectionPool::triesWhatWasIdleBeforeItLends() // 8
{
    if (!isPostgres()) {
        // A file does not go away: what was opened is lent again.
        const auto pool = make();
        lend(*pool, 1).clear();
        sleepFor(31s);
        QCOMPARE(numbersOf(lend(*pool, 1)), QList{1});
        return;
    }
    const auto pool = make({.pingAfter = 30s});
    lend(*pool, 1).clear();
    killSessions();
    sleepFor(30s);
    const auto leases = lend(*pool, 1);
    QCOMPARE(numbersOf(leases), QList{2});
    QVERIFY(leases.front().session().execute(u"SELECT 1"_s).hasValue());
}

void TestConnectionPool::findsOutAfterAnHourOfSleep() // 8
{
    // The clock that is used goes on while the machine sleeps; the steady one would not.
    const auto before = timeSinceBoot();
    QVERIFY(before > 0ms);
    QVERIFY(timeSinceBoot() >= before);
    const auto pool = make({.recycle = 3h});
    lend(*pool, 3).clear();
    if (isPostgres())
        killSessions();
    sleepFor(1h);
    QVERIFY(works(*pool));
    QCOMPARE(pool->statistics().opened, isPostgres() ? 4 : 3);
}

void TestConnectionPool::doesNotTryWhatWasUsedAMomentAgo() // 8
{
    const auto pool = make({.pingAfter = 30s});
    auto leases = lend(*pool, 1); // nor what was just opened
    const qint64 opening = leases.front().session().roundTrips();
    leases.clear();
    sleepFor(29s);
    leases = lend(*pool, 1);
    QCOMPARE(leases.front().session().roundTrips(), opening);
}

void TestConnectionPool::oneThatDoesNotAnswerTakesTheOtherIdleOnesAlong() // 8
{
    const auto pool = make();
    lend(*pool, 3).clear();
    if (isPostgres())
        killSessions();
    sleepFor(31s);
    const auto leases = lend(*pool, 1);
    QCOMPARE(pool->statistics().invalidated, isPostgres() ? 3 : 0);
    QCOMPARE(pool->statistics().idle, isPostgres() ? 0 : 2);
}

void TestConnectionPool::oneFoundDeadTakesTheOtherIdleOnesAlong() // 9
{
    const auto pool = make();
    lend(*pool, 3).clear();
    {
        auto leases = lend(*pool, 1);
        leases.front().invalidate();
        QCOMPARE(pool->statistics().idle, 0);
        QVERIFY(leases.front().connect(nobodyCancels()).hasValue());
        QCOMPARE(leases.front().session().number(), 4);
    }
    QCOMPARE(pool->statistics().invalidated, 2);
    QCOMPARE(pool->statistics().idle, 1);
}

void TestConnectionPool::thoseInUseFollowAsTheyComeBack() // 9
{
    const auto pool = make();
    auto leases = lend(*pool, 2);
    leases.back().invalidate();
    QVERIFY(leases.front().session().execute(u"SELECT 1"_s).hasValue());
    leases.clear();
    QCOMPARE(pool->statistics().idle, 0);
}

void TestConnectionPool::rollsBackAtEveryReturn() // 10
{
    const auto pool = make({.size = 1, .overflow = 0});
    {
        const auto leases = lend(*pool, 1);
        Session& session = leases.front().session();
        QVERIFY(session.begin(Session::TransactionMode::Write).hasValue());
        QVERIFY(
            session
                .executeWrite(u"INSERT INTO customer (name, email) VALUES ('a', 'a@b.example')"_s)
                .hasValue());
    }
    QCOMPARE(pool->statistics().resets, 1);
    const auto leases = lend(*pool, 1);
    QCOMPARE(numbersOf(leases), QList{1});
    QVERIFY(!leases.front().session().inTransaction());
    QCOMPARE(leases.front().session().execute(u"SELECT count(*) FROM customer"_s)->at(0).integer(0),
             0);
}

void TestConnectionPool::neverLendsOneWithAnAnswerUnread()
{
    const auto pool = make({.size = 1, .overflow = 0});
    for (int i = 0; i < 3; ++i) {
        const auto leases = lend(*pool, 1);
        Session& session = leases.front().session();
        int seen = 0;
        const auto read = session.stream(
            isPostgres() ? u"SELECT * FROM generate_series(1, 100000)"_s
                         : u"WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n"
                           " WHERE x < 100000) SELECT x FROM n"_s,
            {}, [&](const Row&) { return ++seen < 3; });
        QVERIFY(read.hasValue());
        QCOMPARE(seen, 3);
        QVERIFY(!session.isBusy());
        QCOMPARE(session.execute(u"SELECT 42"_s)->at(0).integer(0), 42);
    }
}

void TestConnectionPool::disposeClosesWhatIsIdleAndSparesWhatIsLent() // 11
{
    const auto pool = make();
    auto leases = lend(*pool, 3);
    leases.pop_front();
    leases.pop_front();
    pool->dispose();
    QCOMPARE(pool->statistics().idle, 0);
    QVERIFY(leases.front().session().execute(u"SELECT 1"_s).hasValue());
    leases.clear();
    QCOMPARE(pool->statistics().idle, 0);
    QCOMPARE(pool->statistics().closed, 3);
    QVERIFY(works(*pool)); // and goes on with new ones, by the same options
    QCOMPARE(pool->statistics().opened, 4);
}

void TestConnectionPool::closesWhatWasIdleForLong()
{
    const auto pool = make({.keepIdle = 5min});
    lend(*pool, 3).clear();
    sleepFor(6min);
    const auto leases = lend(*pool, 1);
    pool->watchdog().wake();
    QTRY_COMPARE(pool->statistics().idle, 1);
}

void TestConnectionPool::leavesOneToInteractiveWork()
{
    const auto pool = make({.size = 2, .overflow = 0, .bulk = 10});
    const auto bulk = pool->checkout(Lane::Bulk);
    QVERIFY(bulk.hasValue());
    Answered answered;
    pool->request(Lane::Bulk, nobodyCancels(), answered.as(1));
    QCOMPARE(answered.count(), 0);
    QVERIFY(works(*pool));
    QCOMPARE(answered.count(), 0);
    pool->shutdown();
}

void TestConnectionPool::interactiveWorkGoesFirst()
{
    const auto pool = make({.size = 1, .overflow = 0});
    auto leases = lend(*pool, 1);
    Answered answered;
    pool->request(Lane::Bulk, nobodyCancels(), answered.as(1));
    pool->request(Lane::Interactive, nobodyCancels(), answered.as(2));
    leases.clear();
    QCOMPARE(answered.order, (QList{2, 1}));
}

void TestConnectionPool::aCancelledWaitEnds()
{
    const auto pool = make({.size = 1, .overflow = 0});
    const auto leases = lend(*pool, 1);
    const auto cancellation = nobodyCancels();
    std::jthread person([&] {
        while (pool->statistics().waiting == 0)
            std::this_thread::yield();
        cancellation->cancel();
    });
    QCOMPARE(pool->checkout(Lane::Interactive, cancellation).error().kind, ErrorKind::Cancelled);
    QCOMPARE(pool->statistics().waiting, 0);
}

void TestConnectionPool::shutdownEndsEveryWait()
{
    const auto pool = make({.size = 1, .overflow = 0});
    const auto leases = lend(*pool, 1);
    Answered answered;
    pool->request(Lane::Interactive, nobodyCancels(), answered.as(1));
    pool->request(Lane::Bulk, nobodyCancels(), answered.as(2));
    pool->shutdown();
    QCOMPARE(answered.errors, (std::vector{ErrorKind::Cancelled, ErrorKind::Cancelled}));
    QCOMPARE(pool->checkout(Lane::Interactive).error().kind, ErrorKind::Cancelled);
}

void TestConnectionPool::tellsWhyAConnectionCannotBeOpened()
{
    ConnectionSettings nowhere = m_settings;
    nowhere.database = u"nowhere"_s;
    nowhere.file = u"/dev/null/nowhere.db"_s;
    m_settings = nowhere;
    const auto pool = make();
    const auto lease = pool->checkout(Lane::Interactive);
    QCOMPARE(lease.error().kind, isPostgres() ? ErrorKind::DatabaseMissing : ErrorKind::File);
    QCOMPARE(pool->statistics().failed, 1);
    QCOMPARE(pool->statistics().busy, 0); // the place is free again
}

void TestConnectionPool::tellsOfItsEvents() // 13
{
    const auto pool = make();
    {
        const auto leases = lend(*pool, 1);
        QVERIFY(leases.front().session().begin(Session::TransactionMode::Write).hasValue());
    }
    lend(*pool, 1).front().invalidate();
    QStringList events;
    for (const ActivityRecord& record : pool->log()->since(0)) {
        if (record.kind == ActivityRecord::Kind::Connection)
            events += record.text.section(u':', 0, 0);
    }
    QCOMPARE(events, (QStringList{u"opened"_s, u"rolled back"_s, u"closed"_s}));
}

void TestConnectionPool::keepsPersonalDataOutOfItsLog()
{
    const auto pool = make();
    const auto leases = lend(*pool, 1);
    Session& session = leases.front().session();
    const std::array parameters = {Value(u"Zoë"_s), Value(qint64(7)), Value()};
    const auto sql = u"SELECT $1, $2, $3"_s;
    const auto last = [&] { return pool->log()->since(0).last(); };
    QVERIFY(session.execute(sql, parameters).hasValue());
    QCOMPARE(last().text, sql);
    QCOMPARE(last().parameters, (QStringList{u"text of 3 characters"_s, u"7"_s, u"NULL"_s}));
    QCOMPARE(last().rows, 1);
    QCOMPARE(last().connection, 1);
    pool->log()->setShowsValues(true);
    QVERIFY(session.execute(sql, parameters).hasValue());
    QCOMPARE(last().parameters.first(), u"'Zoë'"_s);
    QVERIFY(!session.execute(u"SELECT nothing"_s).hasValue());
    QVERIFY(!last().error.isEmpty());
}

QTEST_GUILESS_MAIN(TestConnectionPool)
#include "tst_connectionpool.moc"
