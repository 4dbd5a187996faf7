// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/connect.h"
#include "core/db/connectionpool.h"
#include "core/db/transaction.h"
#include "core/db/writegate.h"
#include "tests/support/enginefixture.h"

#include <QSemaphore>
#include <QTest>

#include <array>

using namespace clientele;
using namespace clientele::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestConnectionPool : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void init();

    void opensNothingBeforeThereIsWork();
    void answersFromAnotherThread();
    void servesInteractiveWorkWhileBulkWorkFillsItsLane();
    void opensNoMoreThanSizeAndOverflow();
    void closesWhatIsBeyondItsSize();
    void tellsThatNoConnectionBecameFree();
    void cancelsWhatRuns();
    void cancelsWhatWaits();
    void aLateCancelHitsNobodyElse();
    void shutdownEndsWhatRuns();
    void undoesATransactionThatWasLeftOpen();
    void repeatsAReadOnceWhenTheLineBreaks();
    void neverRepeatsAWrite();
    void triesSerializationFailuresAgain();
    void writersTakeTurns();

private:
    std::unique_ptr<ConnectionPool> pool(const PoolOptions& options = {});
    /// A statement that runs until it is cancelled.
    [[nodiscard]] QString endless() const;
    [[nodiscard]] bool isPostgres() const { return m_settings.engine == Engine::PostgreSql; }
    void killSessions();

    EngineFixture m_fixture;
    ConnectionSettings m_settings;
};

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
}

std::unique_ptr<ConnectionPool> TestConnectionPool::pool(const PoolOptions& options)
{
    return std::make_unique<ConnectionPool>(
        [settings = m_settings, gate = std::make_shared<WriteGate>()] {
            return connectTo(settings, {}, gate);
        },
        options);
}

QString TestConnectionPool::endless() const
{
    return isPostgres()
               ? u"SELECT count(*) FROM generate_series(1, 1000000) a, generate_series(1, 1000000) b"_s
               : u"WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n)"
                 " SELECT count(*) FROM n"_s;
}

void TestConnectionPool::killSessions()
{
    m_fixture.server().execute(u"postgres"_s,
                               u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                               " WHERE datname = '%1'"_s.arg(m_settings.database));
}

namespace {

Result<qint64> one(Session& session)
{
    auto rows = session.execute(u"SELECT 1"_s);
    if (!rows)
        return rows.error();
    return rows->at(0).integer(0);
}

} // namespace

void TestConnectionPool::opensNothingBeforeThereIsWork()
{
    const auto tested = pool();
    QCOMPARE(tested->counters().open, 0);
    QCOMPARE(*tested->run(Lane::Interactive, Access::Read, one).wait(), 1);
    QCOMPARE(tested->counters().opened, 1);
    QCOMPARE(*tested->run(Lane::Interactive, Access::Read, one).wait(), 1);
    QCOMPARE(tested->counters().opened, 1); // and keeps it
}

void TestConnectionPool::answersFromAnotherThread()
{
    const auto tested = pool();
    const auto thread = tested->run(Lane::Interactive, Access::Read, [](Session&) -> Result<bool> {
        return std::this_thread::get_id() != std::thread::id();
    });
    QVERIFY(*thread.wait());
    bool delivered = false;
    whenDone(tested->run(Lane::Interactive, Access::Read, one), this,
             [&](const Result<qint64>& answer) { delivered = *answer == 1; });
    QVERIFY(!delivered); // never inside the call
    QTRY_VERIFY(delivered);
}

void TestConnectionPool::servesInteractiveWorkWhileBulkWorkFillsItsLane()
{
    const auto tested = pool({.size = 4, .overflow = 0});
    QSemaphore release;
    std::vector<Task<qint64>> bulk;
    for (int i = 0; i < 10; ++i) {
        bulk.push_back(tested->run(Lane::Bulk, Access::Read, [&](Session& session) {
            release.acquire();
            return one(session);
        }));
    }
    for (int i = 0; i < 5; ++i)
        QCOMPARE(*tested->run(Lane::Interactive, Access::Read, one).wait(), 1);
    QVERIFY(tested->counters().queued >= 8);
    release.release(10);
    for (const auto& task : bulk)
        QCOMPARE(*task.wait(), 1);
}

void TestConnectionPool::opensNoMoreThanSizeAndOverflow()
{
    const auto tested = pool({.size = 2, .overflow = 1});
    QSemaphore release;
    std::vector<Task<qint64>> tasks;
    for (int i = 0; i < 8; ++i) {
        tasks.push_back(tested->run(Lane::Interactive, Access::Read, [&](Session& session) {
            release.acquire();
            return one(session);
        }));
    }
    QTRY_COMPARE(tested->counters().busy, 3);
    QCOMPARE(tested->counters().queued, 5);
    release.release(8);
    for (const auto& task : tasks)
        QCOMPARE(*task.wait(), 1);
    QVERIFY(tested->counters().opened <= 3);
}

void TestConnectionPool::closesWhatIsBeyondItsSize()
{
    const auto tested = pool({.size = 1, .overflow = 2});
    QSemaphore release;
    std::vector<Task<qint64>> tasks;
    for (int i = 0; i < 3; ++i) {
        tasks.push_back(tested->run(Lane::Interactive, Access::Read, [&](Session& session) {
            release.acquire();
            return one(session);
        }));
    }
    QTRY_COMPARE(tested->counters().busy, 3);
    release.release(3);
    QTRY_COMPARE(tested->counters().open, 1);
}

void TestConnectionPool::tellsThatNoConnectionBecameFree()
{
    const auto tested = pool({.size = 1, .overflow = 0, .timeout = 50ms});
    QSemaphore release;
    const auto holder = tested->run(Lane::Interactive, Access::Read, [&](Session& session) {
        release.acquire();
        return one(session);
    });
    QTRY_COMPARE(tested->counters().busy, 1);
    const auto late = tested->run(Lane::Interactive, Access::Read, one).wait();
    release.release();
    QCOMPARE(late.error().kind, ErrorKind::Timeout);
    QCOMPARE(*holder.wait(), 1);
}

void TestConnectionPool::cancelsWhatRuns()
{
    const auto tested = pool();
    QSemaphore started;
    auto task =
        tested->run(Lane::Interactive, Access::Read, [&](Session& session) -> Result<qint64> {
            started.release();
            auto rows = session.execute(endless());
            if (!rows)
                return rows.error();
            return 0;
        });
    started.acquire();
    task.cancel();
    QCOMPARE(task.wait().error().kind, ErrorKind::Cancelled);
    QCOMPARE(*tested->run(Lane::Interactive, Access::Read, one).wait(), 1);
    QCOMPARE(tested->counters().opened, 1); // the connection serves on
}

void TestConnectionPool::cancelsWhatWaits()
{
    const auto tested = pool({.size = 1, .overflow = 0});
    QSemaphore release;
    const auto holder = tested->run(Lane::Interactive, Access::Read, [&](Session& session) {
        release.acquire();
        return one(session);
    });
    bool ran = false;
    auto waiting = tested->run(Lane::Interactive, Access::Read, [&](Session& session) {
        ran = true;
        return one(session);
    });
    waiting.cancel();
    release.release();
    QCOMPARE(waiting.wait().error().kind, ErrorKind::Cancelled);
    QVERIFY(!ran);
    QCOMPARE(*holder.wait(), 1);
}

void TestConnectionPool::aLateCancelHitsNobodyElse()
{
    const auto tested = pool({.size = 1, .overflow = 0});
    for (int i = 0; i < 100; ++i) {
        auto first = tested->run(Lane::Interactive, Access::Read, one);
        const auto second = tested->run(Lane::Interactive, Access::Read, one);
        first.cancel();
        QCOMPARE(*second.wait(), 1);
        const auto answer = first.wait();
        QVERIFY(answer || answer.error().kind == ErrorKind::Cancelled);
    }
}

void TestConnectionPool::shutdownEndsWhatRuns()
{
    auto tested = pool();
    QSemaphore started;
    const auto running =
        tested->run(Lane::Interactive, Access::Read, [&](Session& session) -> Result<qint64> {
            started.release();
            auto rows = session.execute(endless());
            if (!rows)
                return rows.error();
            return 0;
        });
    started.acquire();
    tested->shutdown();
    const auto late = tested->run(Lane::Interactive, Access::Read, one);
    QCOMPARE(late.wait().error().kind, ErrorKind::Cancelled);
    tested.reset();
    QCOMPARE(running.wait().error().kind, ErrorKind::Cancelled);
}

void TestConnectionPool::undoesATransactionThatWasLeftOpen()
{
    const auto tested = pool({.size = 1, .overflow = 0});
    const auto sloppy =
        tested->run(Lane::Interactive, Access::Write, [](Session& session) -> Result<bool> {
            if (auto begun = session.begin(Session::TransactionMode::Write); !begun)
                return begun.error();
            auto written = session.executeWrite(
                u"INSERT INTO customer (name, email) VALUES ('a', 'a@b.example')"_s);
            return written.hasValue();
        });
    QVERIFY(*sloppy.wait());
    const auto left =
        tested->run(Lane::Interactive, Access::Read, [](Session& session) -> Result<qint64> {
            if (session.inTransaction())
                return Error{.message = u"still in a transaction"_s};
            auto rows = session.execute(u"SELECT count(*) FROM customer"_s);
            if (!rows)
                return rows.error();
            return rows->at(0).integer(0);
        });
    QCOMPARE(*left.wait(), 0);
}

void TestConnectionPool::repeatsAReadOnceWhenTheLineBreaks()
{
    const auto tested = pool({.size = 1, .overflow = 0});
    QCOMPARE(*tested->run(Lane::Interactive, Access::Read, one).wait(), 1);
    if (isPostgres())
        killSessions();
    int runs = 0;
    const auto again = tested->run(Lane::Interactive, Access::Read, [&](Session& session) {
        ++runs;
        return one(session);
    });
    QCOMPARE(*again.wait(), 1);
    QCOMPARE(runs, isPostgres() ? 2 : 1);
}

void TestConnectionPool::neverRepeatsAWrite()
{
    const auto tested = pool({.size = 1, .overflow = 0});
    QCOMPARE(*tested->run(Lane::Interactive, Access::Read, one).wait(), 1);
    if (isPostgres())
        killSessions();
    int runs = 0;
    const auto write =
        tested->run(Lane::Interactive, Access::Write, [&](Session& session) -> Result<qint64> {
            ++runs;
            auto rows = session.executeWrite(
                u"INSERT INTO customer (name, email) VALUES ('a', 'a@b.example')"_s);
            if (!rows)
                return rows.error();
            return rows->affected();
        });
    const auto answer = write.wait();
    QCOMPARE(runs, 1);
    if (isPostgres())
        QCOMPARE(answer.error().kind, ErrorKind::OutcomeUnknown);
    else
        QCOMPARE(*answer, 1);
    QCOMPARE(*tested->run(Lane::Interactive, Access::Read, one).wait(), 1); // and is back at once
}

void TestConnectionPool::triesSerializationFailuresAgain()
{
    const auto tested = pool();
    int runs = 0;
    const auto task =
        tested->run(Lane::Interactive, Access::Write, [&](Session& session) -> Result<qint64> {
            if (++runs < 4)
                return Error{.kind = ErrorKind::Serialization};
            return one(session);
        });
    QCOMPARE(*task.wait(), 1);
    QCOMPARE(runs, 4);
}

void TestConnectionPool::writersTakeTurns()
{
    const auto tested = pool({.size = 6, .overflow = 0});
    std::vector<Task<bool>> writers;
    for (int i = 0; i < 200; ++i) {
        writers.push_back(
            tested->run(Lane::Interactive, Access::Write, [i](Session& session) -> Result<bool> {
                auto transaction = Transaction::begin(session);
                if (!transaction)
                    return transaction.error();
                auto rows = session.execute(u"SELECT count(*) FROM customer"_s);
                if (!rows)
                    return rows.error();
                auto written = session.executeWrite(
                    u"INSERT INTO customer (name, email) VALUES ($1, $2)"_s,
                    std::array{Value(u"n"_s), Value(u"w%1@b.example"_s.arg(i))});
                if (!written)
                    return written.error();
                if (auto done = transaction->commit(); !done)
                    return done.error();
                return true;
            }));
    }
    for (const auto& writer : writers) {
        const auto answer = writer.wait();
        QVERIFY2(answer.hasValue(), qPrintable(answer ? QString() : answer.error().message));
    }
}

QTEST_GUILESS_MAIN(TestConnectionPool)
#include "tst_connectionpool.moc"
