// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/connect.h"
#include "core/db/executor.h"
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

class TestExecutor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void init();

    void answersFromAnotherThread();
    void servesInteractiveWorkWhileBulkWorkFillsItsLane();
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
    /// A pool with the threads that work on it.
    struct Tested
    {
        explicit Tested(std::unique_ptr<ConnectionPool> p) : pool(std::move(p)) {}

        std::unique_ptr<ConnectionPool> pool;
        Executor executor{*pool};
    };
    std::unique_ptr<Tested> make(const PoolOptions& options = {});
    /// A statement that runs until it is cancelled.
    [[nodiscard]] QString endless() const;
    [[nodiscard]] bool isPostgres() const { return m_settings.engine == Engine::PostgreSql; }
    void killSessions();

    EngineFixture m_fixture;
    ConnectionSettings m_settings;
};

void TestExecutor::initTestCase_data()
{
    QTest::addColumn<QString>("engine");
    QTest::newRow("sqlite") << u"sqlite"_s;
    QTest::newRow("postgresql") << u"postgresql"_s;
}

void TestExecutor::init()
{
    QFETCH_GLOBAL(QString, engine);
    m_settings = m_fixture.emptied(engine);
}

std::unique_ptr<TestExecutor::Tested> TestExecutor::make(const PoolOptions& options)
{
    return std::make_unique<Tested>(std::make_unique<ConnectionPool>(
        [settings = m_settings,
         gate = std::make_shared<WriteGate>()](const std::shared_ptr<Cancellation>& cancellation) {
            return connectTo(settings, {}, {.gate = gate, .cancellation = cancellation});
        },
        options));
}

QString TestExecutor::endless() const
{
    return isPostgres()
               ? u"SELECT count(*) FROM generate_series(1, 1000000) a, generate_series(1, 1000000) b"_s
               : u"WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n)"
                 " SELECT count(*) FROM n"_s;
}

void TestExecutor::killSessions()
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

void TestExecutor::answersFromAnotherThread()
{
    const auto tested = make();
    const auto thread =
        tested->executor.run(Lane::Interactive, Access::Read, [](Session&) -> Result<bool> {
            return std::this_thread::get_id() != std::thread::id();
        });
    QVERIFY(*thread.wait());
    bool delivered = false;
    whenDone(tested->executor.run(Lane::Interactive, Access::Read, one), this,
             [&](const Result<qint64>& answer) { delivered = *answer == 1; });
    QVERIFY(!delivered); // never inside the call
    QTRY_VERIFY(delivered);
}

void TestExecutor::servesInteractiveWorkWhileBulkWorkFillsItsLane()
{
    const auto tested = make({.size = 4, .overflow = 0, .bulk = 2});
    QSemaphore release;
    std::vector<Task<qint64>> bulk;
    for (int i = 0; i < 10; ++i) {
        bulk.push_back(tested->executor.run(Lane::Bulk, Access::Read, [&](Session& session) {
            release.acquire();
            return one(session);
        }));
    }
    for (int i = 0; i < 5; ++i)
        QCOMPARE(*tested->executor.run(Lane::Interactive, Access::Read, one).wait(), 1);
    QVERIFY(tested->pool->statistics().waiting >= 8);
    release.release(10);
    for (const auto& task : bulk)
        QCOMPARE(*task.wait(), 1);
}

void TestExecutor::tellsThatNoConnectionBecameFree()
{
    const auto tested = make({.size = 1, .overflow = 0, .timeout = 50ms});
    QSemaphore release;
    const auto holder =
        tested->executor.run(Lane::Interactive, Access::Read, [&](Session& session) {
            release.acquire();
            return one(session);
        });
    QTRY_COMPARE(tested->pool->statistics().busy, 1);
    const auto late = tested->executor.run(Lane::Interactive, Access::Read, one).wait();
    release.release();
    QCOMPARE(late.error().kind, ErrorKind::PoolExhausted);
    QCOMPARE(*holder.wait(), 1);
}

void TestExecutor::cancelsWhatRuns()
{
    const auto tested = make();
    QSemaphore started;
    auto task = tested->executor.run(Lane::Interactive, Access::Read,
                                     [&](Session& session) -> Result<qint64> {
                                         started.release();
                                         auto rows = session.execute(endless());
                                         if (!rows)
                                             return rows.error();
                                         return 0;
                                     });
    started.acquire();
    task.cancel();
    QCOMPARE(task.wait().error().kind, ErrorKind::Cancelled);
    QCOMPARE(*tested->executor.run(Lane::Interactive, Access::Read, one).wait(), 1);
    QCOMPARE(tested->pool->statistics().opened, 1); // the connection serves on
}

void TestExecutor::cancelsWhatWaits()
{
    const auto tested = make({.size = 1, .overflow = 0});
    QSemaphore release;
    const auto holder =
        tested->executor.run(Lane::Interactive, Access::Read, [&](Session& session) {
            release.acquire();
            return one(session);
        });
    bool ran = false;
    auto waiting = tested->executor.run(Lane::Interactive, Access::Read, [&](Session& session) {
        ran = true;
        return one(session);
    });
    waiting.cancel();
    release.release();
    QCOMPARE(waiting.wait().error().kind, ErrorKind::Cancelled);
    QVERIFY(!ran);
    QCOMPARE(*holder.wait(), 1);
}

void TestExecutor::aLateCancelHitsNobodyElse()
{
    const auto tested = make({.size = 1, .overflow = 0});
    for (int i = 0; i < 100; ++i) {
        auto first = tested->executor.run(Lane::Interactive, Access::Read, one);
        const auto second = tested->executor.run(Lane::Interactive, Access::Read, one);
        first.cancel();
        QCOMPARE(*second.wait(), 1);
        const auto answer = first.wait();
        QVERIFY(answer || answer.error().kind == ErrorKind::Cancelled);
    }
}

void TestExecutor::shutdownEndsWhatRuns()
{
    auto tested = make();
    QSemaphore started;
    const auto running = tested->executor.run(Lane::Interactive, Access::Read,
                                              [&](Session& session) -> Result<qint64> {
                                                  started.release();
                                                  auto rows = session.execute(endless());
                                                  if (!rows)
                                                      return rows.error();
                                                  return 0;
                                              });
    started.acquire();
    tested->executor.shutdown();
    const auto late = tested->executor.run(Lane::Interactive, Access::Read, one);
    QCOMPARE(late.wait().error().kind, ErrorKind::Cancelled);
    tested.reset();
    QCOMPARE(running.wait().error().kind, ErrorKind::Cancelled);
}

void TestExecutor::undoesATransactionThatWasLeftOpen()
{
    const auto tested = make({.size = 1, .overflow = 0});
    const auto sloppy = tested->executor.run(
        Lane::Interactive, Access::Write, [](Session& session) -> Result<bool> {
            if (auto begun = session.begin(Session::TransactionMode::Write); !begun)
                return begun.error();
            auto written = session.executeWrite(
                u"INSERT INTO customer (name, email) VALUES ('a', 'a@b.example')"_s);
            return written.hasValue();
        });
    QVERIFY(*sloppy.wait());
    const auto left = tested->executor.run(
        Lane::Interactive, Access::Read, [](Session& session) -> Result<qint64> {
            if (session.inTransaction())
                return Error{.message = u"still in a transaction"_s};
            auto rows = session.execute(u"SELECT count(*) FROM customer"_s);
            if (!rows)
                return rows.error();
            return rows->at(0).integer(0);
        });
    QCOMPARE(*left.wait(), 0);
}

void TestExecutor::repeatsAReadOnceWhenTheLineBreaks()
{
    const auto tested = make({.size = 1, .overflow = 0});
    QCOMPARE(*tested->executor.run(Lane::Interactive, Access::Read, one).wait(), 1);
    if (isPostgres())
        killSessions();
    int runs = 0;
    const auto again = tested->executor.run(Lane::Interactive, Access::Read, [&](Session& session) {
        ++runs;
        return one(session);
    });
    QCOMPARE(*again.wait(), 1);
    QCOMPARE(runs, isPostgres() ? 2 : 1);
}

void TestExecutor::neverRepeatsAWrite()
{
    const auto tested = make({.size = 1, .overflow = 0});
    QCOMPARE(*tested->executor.run(Lane::Interactive, Access::Read, one).wait(), 1);
    if (isPostgres())
        killSessions();
    int runs = 0;
    const auto write = tested->executor.run(
        Lane::Interactive, Access::Write, [&](Session& session) -> Result<qint64> {
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
    QCOMPARE(*tested->executor.run(Lane::Interactive, Access::Read, one).wait(),
             1); // and is back at once
}

void TestExecutor::triesSerializationFailuresAgain()
{
    const auto tested = make();
    int runs = 0;
    const auto task = tested->executor.run(Lane::Interactive, Access::Write,
                                           [&](Session& session) -> Result<qint64> {
                                               if (++runs < 4)
                                                   return Error{.kind = ErrorKind::Serialization};
                                               return one(session);
                                           });
    QCOMPARE(*task.wait(), 1);
    QCOMPARE(runs, 4);
}

void TestExecutor::writersTakeTurns()
{
    const auto tested = make({.size = 6, .overflow = 0});
    std::vector<Task<bool>> writers;
    for (int i = 0; i < 200; ++i) {
        writers.push_back(tested->executor.run(
            Lane::Interactive, Access::Write, [i](Session& session) -> Result<bool> {
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

QTEST_GUILESS_MAIN(TestExecutor)
#include "tst_executor.moc"
