// SPDX-License-Identifier: GPL-3.0-or-later
// How long work may take and wait, by lane, and what happens to those who share a pool.
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

class TestLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void init();
    void cleanup();

    void endsAStatementThatTakesTooLong();
    void doesNotWaitLongForAnothersLock();
    void bulkWorkWaitsLonger();
    void leavesNoLimitBehind();
    void limitsStatementsOutsideTransactionsToo();
    void twoHundredTasksShareFourConnections();
    void keepsTheOrderOfAsking();
    void oneFailureHarmsNoOtherTask();

private:
    void make(PoolOptions options);
    std::unique_ptr<Session> other();
    [[nodiscard]] bool isPostgres() const { return m_settings.engine == Engine::PostgreSql; }
    [[nodiscard]] QString endless() const;

    EngineFixture m_fixture;
    ConnectionSettings m_settings;
    std::unique_ptr<ConnectionPool> m_pool;
    std::unique_ptr<Executor> m_executor;
};

void TestLimits::initTestCase_data()
{
    QTest::addColumn<QString>("engine");
    for (const char* engine : {"sqlite", "postgresql", "pgbouncer"})
        QTest::newRow(engine) << QString::fromLatin1(engine);
}

void TestLimits::init()
{
    QFETCH_GLOBAL(QString, engine);
    m_settings = m_fixture.emptied(engine);
    const auto session = other();
    QVERIFY(
        session->executeWrite(u"INSERT INTO customer (name, email) VALUES ('a', 'a@example.com')"_s)
            .hasValue());
}

void TestLimits::cleanup()
{
    m_executor.reset();
    m_pool.reset();
}

void TestLimits::make(PoolOptions options)
{
    m_pool = std::make_unique<ConnectionPool>(
        [settings = m_settings, gate = std::make_shared<WriteGate>(),
         limits = options.interactive](const std::shared_ptr<Cancellation>& cancellation) {
            return connectTo(settings, {},
                             {.gate = gate, .limits = limits, .cancellation = cancellation});
        },
        options);
    m_executor = std::make_unique<Executor>(*m_pool);
}

/// Another program's connection.
std::unique_ptr<Session> TestLimits::other()
{
    auto session = connectTo(m_settings, {});
    if (!session)
        qFatal("cannot connect: %s", qPrintable(session.error().message));
    return std::move(*session);
}

QString TestLimits::endless() const
{
    return isPostgres()
               ? u"SELECT count(*) FROM generate_series(1, 1000000) a, generate_series(1, 1000000) b"_s
               : u"WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n)"
                 " SELECT count(*) FROM n"_s;
}

namespace {

Result<qint64> renameAll(Session& session)
{
    auto transaction = Transaction::begin(session);
    if (!transaction)
        return transaction.error();
    auto done = session.executeWrite(u"UPDATE customer SET name = 'b'"_s);
    if (!done)
        return done.error();
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return done->affected();
}

Result<QString> lockTimeout(Session& session)
{
    auto transaction = Transaction::begin(session);
    if (!transaction)
        return transaction.error();
    auto rows = session.execute(u"SELECT current_setting('lock_timeout')"_s);
    if (!rows)
        return rows.error();
    return rows->at(0).text(0);
}

} // namespace

void TestLimits::endsAStatementThatTakesTooLong()
{
    make({.interactive = {.statement = 50ms}});
    const auto slow = m_executor->run(Lane::Interactive, Access::Write,
                                      [sql = endless()](Session& session) -> Result<qint64> {
                                          auto rows = session.execute(sql);
                                          if (!rows)
                                              return rows.error();
                                          return 0;
                                      });
    QCOMPARE(slow.wait().error().kind, ErrorKind::Timeout);
    QCOMPARE(*m_executor->run(Lane::Interactive, Access::Write, renameAll).wait(), 1);
}

void TestLimits::doesNotWaitLongForAnothersLock()
{
    make({.interactive = {.lock = 50ms}});
    const auto holder = other();
    auto held = Transaction::begin(*holder);
    QVERIFY(held.hasValue());
    QVERIFY(holder->executeWrite(u"UPDATE customer SET name = 'held'"_s).hasValue());
    const auto refused = m_executor->run(Lane::Interactive, Access::Write, renameAll).wait();
    QCOMPARE(refused.error().kind, ErrorKind::Busy);
    held->rollback();
    QCOMPARE(*m_executor->run(Lane::Interactive, Access::Write, renameAll).wait(), 1);
}

void TestLimits::bulkWorkWaitsLonger()
{
    make({.interactive = {.lock = 50ms}, .bulkWork = {.lock = 1min}});
    const auto holder = other();
    auto held = Transaction::begin(*holder);
    QVERIFY(held.hasValue());
    QVERIFY(holder->executeWrite(u"UPDATE customer SET name = 'held'"_s).hasValue());
    const auto patient = m_executor->run(Lane::Bulk, Access::Write, renameAll);
    if (isPostgres()) { // on a file, the writers of one program wait for each other
        const auto hasty = m_executor->run(Lane::Interactive, Access::Write, renameAll).wait();
        QCOMPARE(hasty.error().kind, ErrorKind::Busy);
    }
    QVERIFY(!patient.future.isFinished());
    held->rollback();
    QCOMPARE(*patient.wait(), 1);
}

void TestLimits::leavesNoLimitBehind()
{
    if (!isPostgres()) {
        // A file's connections belong to this program alone: each work sets what it needs.
        make({.size = 1, .overflow = 0, .interactive = {.lock = 5s}, .bulkWork = {.lock = 7s}});
        for (const Lane lane : {Lane::Bulk, Lane::Interactive}) {
            const auto limit =
                m_executor->run(lane, Access::Read, [](Session& session) -> Result<qint64> {
                    return session.limits().lock.count();
                });
            QCOMPARE(*limit.wait(), lane == Lane::Bulk ? 7000 : 5000);
        }
        return;
    }
    make({.size = 1, .overflow = 0, .interactive = {.lock = 5s}, .bulkWork = {.lock = 7s}});
    QCOMPARE(*m_executor->run(Lane::Bulk, Access::Read, lockTimeout).wait(), u"7s"_s);
    QCOMPARE(*m_executor->run(Lane::Interactive, Access::Read, lockTimeout).wait(), u"5s"_s);
    // Behind a pooler the next one to come may get the same server's connection.
    for (int i = 0; i < 8; ++i)
        QCOMPARE(*lockTimeout(*other()), u"0"_s);
}

void TestLimits::limitsStatementsOutsideTransactionsToo()
{
    if (!isPostgres()) {
        // A file's statement is limited by this program alone, wherever it stands.
        make({.bulkWork = {.statement = 50ms}});
        const auto slow = m_executor->run(Lane::Bulk, Access::Write,
                                          [sql = endless()](Session& session) -> Result<qint64> {
                                              auto rows = session.execute(sql);
                                              return rows ? Result<qint64>(0) : rows.error();
                                          });
        QCOMPARE(slow.wait().error().kind, ErrorKind::Timeout);
        return;
    }
    make({.size = 1, .overflow = 0, .interactive = {.lock = 5s}, .bulkWork = {.lock = 7s}});
    const auto limit = [this](Lane lane) {
        return *m_executor
                    ->run(lane, Access::Read,
                          [](Session& session) -> Result<QString> {
                              const qint64 before = session.roundTrips();
                              auto rows =
                                  session.execute(u"SELECT current_setting('lock_timeout')"_s);
                              if (!rows)
                                  return rows.error();
                              return u"%1 in %2"_s.arg(rows->at(0).text(0))
                                  .arg(session.roundTrips() - before);
                          })
                    .wait();
    };
    QFETCH_GLOBAL(QString, engine);
    const bool pooled = engine == u"pgbouncer"_s; // whose sessions are not ours to set
    QCOMPARE(limit(Lane::Interactive), pooled ? u"0 in 1"_s : u"5s in 1"_s);
    QCOMPARE(limit(Lane::Bulk), pooled ? u"0 in 1"_s : u"7s in 1"_s);
    QCOMPARE(limit(Lane::Interactive), pooled ? u"0 in 1"_s : u"5s in 1"_s);
}

void TestLimits::twoHundredTasksShareFourConnections()
{
    make({.size = 4, .overflow = 0, .bulk = 2});
    std::vector<Task<qint64>> tasks;
    for (int i = 0; i < 200; ++i) {
        const Lane lane = i % 3 == 0 ? Lane::Bulk : Lane::Interactive;
        if (i % 5 == 0)
            tasks.push_back(m_executor->run(lane, Access::Write, renameAll));
        else
            tasks.push_back(
                m_executor->run(lane, Access::Read, [](Session& session) -> Result<qint64> {
                    auto rows = session.execute(u"SELECT count(*) FROM customer"_s);
                    if (!rows)
                        return rows.error();
                    return rows->at(0).integer(0);
                }));
    }
    for (const auto& task : tasks)
        QCOMPARE(*task.wait(), 1);
    QVERIFY(m_pool->statistics().opened <= 4);
    QCOMPARE(m_pool->statistics().busy, 0);
    QCOMPARE(m_pool->statistics().waiting, 0);
}

void TestLimits::keepsTheOrderOfAsking()
{
    make({.size = 1, .overflow = 0});
    std::mutex mutex;
    QList<int> order;
    QList<int> asked;
    std::vector<Task<qint64>> tasks;
    QSemaphore begin;
    tasks.push_back(
        m_executor->run(Lane::Interactive, Access::Read, [&](Session&) -> Result<qint64> {
            begin.acquire();
            return 0;
        }));
    for (int i = 0; i < 200; ++i) {
        asked += i;
        tasks.push_back(
            m_executor->run(Lane::Interactive, Access::Read, [&, i](Session&) -> Result<qint64> {
                const std::lock_guard lock(mutex);
                order += i;
                return i;
            }));
    }
    begin.release();
    for (const auto& task : tasks)
        QVERIFY(task.wait().hasValue());
    QCOMPARE(order, asked);
}

void TestLimits::oneFailureHarmsNoOtherTask()
{
    make({.size = 2, .overflow = 0});
    std::vector<Task<qint64>> tasks;
    for (int i = 0; i < 50; ++i) {
        tasks.push_back(m_executor->run(
            Lane::Interactive, Access::Write, [i](Session& session) -> Result<qint64> {
                if (auto begun = session.begin(Session::TransactionMode::Write); !begun)
                    return begun.error();
                auto rows = session.executeWrite(i % 2 == 0 ? u"SELECT nothing FROM customer"_s
                                                            : u"SELECT 1"_s);
                if (!rows) // and leaves its transaction failed
                    return rows.error();
                return rows->at(0).integer(0);
            }));
    }
    for (size_t i = 0; i < tasks.size(); ++i)
        QCOMPARE(tasks[i].wait().hasValue(), i % 2 == 1);
}

QTEST_GUILESS_MAIN(TestLimits)
#include "tst_limits.moc"
