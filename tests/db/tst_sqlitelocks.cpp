// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/transaction.h"
#include "core/services/wording.h"
#include "tests/support/sqlitefile.h"

#include <QTest>

#include <sqlite3.h>

#include <array>
#include <atomic>
#include <thread>

using namespace clientele;
using namespace clientele::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Mode = Session::TransactionMode;

class TestSqliteLocks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_file = std::make_unique<SqliteFile>(); }

    void waitsForAnotherProgramAsLongAsItMay();
    void goesOnWhenTheOtherProgramIsDone();
    void aCancelEndsTheWaiting();
    void readersSeeOneStateWhileOthersWrite();
    void aStaleSnapshotCannotWrite();
    void fourThreadsReadThenWriteWithoutLoss();
    void isHandedFromThreadToThread();
    void refusesATransactionInATransaction();
    void anInterruptEndsAnEndlessStatement();
    void anEarlyInterruptEndsNothing();
    void aCancelWithoutAnInterruptEndsAStatement();
    void aCancelEndsAStream();
    void aStatementMayTakeNoLongerThanItsLimit();
    void nothingIsWrittenAfterATransactionWasUndone();
    void aLateCancelDoesNotDenyACommit();
    void undoesACommitThatAReaderIsInTheWayOf();

private:
    std::unique_ptr<SqliteFile> m_file;
};

void TestSqliteLocks::waitsForAnotherProgramAsLongAsItMay()
{
    const auto session = m_file->open();
    write(*session, u"CREATE TABLE t (v)"_s);
    session->setLimits({.lock = 50ms});
    OtherProgram other(m_file->settings.file);
    other.does("BEGIN IMMEDIATE; INSERT INTO t VALUES (1)");

    const auto written = session->executeWrite(u"INSERT INTO t VALUES (2)"_s);
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::Busy);
    const QString sentence = wording::sentence(written.error());
    QVERIFY2(sentence.contains(u"book.db is locked by another program"_s), qPrintable(sentence));
    const auto begun = session->begin(Mode::Write);
    QVERIFY(!begun);
    QCOMPARE(begun.error().kind, ErrorKind::Busy);
    QVERIFY(!session->inTransaction());
    QCOMPARE(number(*session, u"SELECT count(*) FROM t"_s), 0); // readers do not wait

    other.does("COMMIT");
    write(*session, u"INSERT INTO t VALUES (2)"_s);
    QCOMPARE(number(*session, u"SELECT count(*) FROM t"_s), 2);
}

void TestSqliteLocks::goesOnWhenTheOtherProgramIsDone()
{
    const auto session = m_file->open();
    write(*session, u"CREATE TABLE t (v)"_s);
    session->setLimits({.lock = 10min});
    OtherProgram other(m_file->settings.file);
    other.does("BEGIN IMMEDIATE; INSERT INTO t VALUES (1)");
    bool written = false;
    std::thread writer(
        [&] { written = session->executeWrite(u"INSERT INTO t VALUES (2)"_s).hasValue(); });
    other.does("INSERT INTO t VALUES (1); COMMIT");
    writer.join();
    QVERIFY(written);
    QCOMPARE(number(*session, u"SELECT count(*) FROM t"_s), 3);
}

void TestSqliteLocks::aCancelEndsTheWaiting()
{
    const auto session = m_file->open();
    write(*session, u"CREATE TABLE t (v)"_s);
    session->setLimits({.lock = 24h});
    OtherProgram other(m_file->settings.file);
    other.does("BEGIN IMMEDIATE");
    const auto cancellation = std::make_shared<Cancellation>();
    session->setCancellation(cancellation);
    std::optional<Error> error;
    std::thread writer([&] {
        if (const auto begun = session->begin(Mode::Write); !begun)
            error = begun.error();
    });
    cancellation->cancel();
    writer.join();
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::Cancelled);
    session->setCancellation(std::make_shared<Cancellation>());
    other.does("COMMIT");
    write(*session, u"INSERT INTO t VALUES (2)"_s);
}

void TestSqliteLocks::readersSeeOneStateWhileOthersWrite()
{
    const auto reader = m_file->open();
    const auto writer = m_file->open();
    write(*writer, u"CREATE TABLE t (v)"_s);
    QVERIFY(reader->begin(Mode::Snapshot).hasValue());
    write(*writer, u"INSERT INTO t VALUES (1)"_s); // after BEGIN, before the first read of ours
    QCOMPARE(number(*reader, u"SELECT count(*) FROM t"_s), 0);
    OtherProgram(m_file->settings.file).does("INSERT INTO t VALUES (2)");
    QCOMPARE(number(*reader, u"SELECT count(*) FROM t"_s), 0);
    QCOMPARE(number(*writer, u"SELECT count(*) FROM t"_s), 2);
    QVERIFY(reader->inTransaction());
    QVERIFY(reader->commit().hasValue());
    QCOMPARE(number(*reader, u"SELECT count(*) FROM t"_s), 2);
}

void TestSqliteLocks::aStaleSnapshotCannotWrite()
{
    const auto stale = m_file->open();
    const auto writer = m_file->open();
    write(*writer, u"CREATE TABLE t (v)"_s);
    QVERIFY(stale->begin(Mode::Snapshot).hasValue());
    write(*writer, u"INSERT INTO t VALUES (1)"_s);
    const auto written = stale->executeWrite(u"INSERT INTO t VALUES (2)"_s);
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::Busy);
    QCOMPARE(written.error().code, QString::number(SQLITE_BUSY_SNAPSHOT));
    stale->rollback();
    write(*stale, u"INSERT INTO t VALUES (2)"_s);
    QCOMPARE(number(*writer, u"SELECT count(*) FROM t"_s), 2);
}

void TestSqliteLocks::fourThreadsReadThenWriteWithoutLoss()
{
    write(*m_file->open(), u"CREATE TABLE t AS SELECT 0 AS v"_s);
    const auto addOne = [](Session& session) -> Result<> {
        auto transaction = Transaction::begin(session);
        if (!transaction)
            return transaction.error();
        auto read = session.execute(u"SELECT v FROM t"_s);
        if (!read)
            return read.error();
        auto written = session.executeWrite(u"UPDATE t SET v = $1"_s,
                                            std::array{Value(read->at(0).integer(0) + 1)});
        if (!written)
            return written.error();
        return transaction->commit();
    };
    std::array<QString, 4> failures;
    std::vector<std::thread> threads;
    for (QString& failure : failures) {
        threads.emplace_back([&] {
            const auto session = m_file->open();
            for (int i = 0; i < 50; ++i) {
                if (const auto done = addOne(*session); !done)
                    failure += done.error().message + u'\n';
            }
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    for (const QString& failure : failures)
        QCOMPARE(failure, QString());
    QCOMPARE(number(*m_file->open(), u"SELECT v FROM t"_s), 200);
}

void TestSqliteLocks::isHandedFromThreadToThread()
{
    auto session = m_file->open();
    write(*session, u"CREATE TABLE t (v)"_s);
    const auto elsewhere = [](auto work) { std::thread(work).join(); };
    for (int i = 0; i < 10; ++i) {
        bool begun = false;
        bool committed = false;
        elsewhere([&] { begun = session->begin(Mode::Write).hasValue(); });
        elsewhere([&] { write(*session, u"INSERT INTO t VALUES (1)"_s); });
        elsewhere([&] { committed = session->commit().hasValue(); });
        QVERIFY(begun && committed);
    }
    QCOMPARE(number(*session, u"SELECT count(*) FROM t"_s), 10);
    elsewhere([&] { session.reset(); });
    QCOMPARE(number(*m_file->open(), u"SELECT count(*) FROM t"_s), 10);
}

void TestSqliteLocks::refusesATransactionInATransaction()
{
    const auto session = m_file->open();
    QVERIFY(session->begin(Mode::Write).hasValue());
    QVERIFY(!session->begin(Mode::Write));
    QVERIFY(!session->begin(Mode::Snapshot));
    QVERIFY(session->inTransaction());
    write(*session, u"CREATE TABLE t (v)"_s);
    QVERIFY(session->commit().hasValue());
    QCOMPARE(number(*m_file->open(), u"SELECT count(*) FROM t"_s), 0);
}

void TestSqliteLocks::anInterruptEndsAnEndlessStatement()
{
    const auto session = m_file->open();
    std::atomic<bool> ended = false;
    std::optional<Error> error;
    std::thread reader([&] {
        if (const auto rows = session->execute(endless() + u" SELECT count(*) FROM n"_s); !rows)
            error = rows.error();
        ended = true;
    });
    while (!ended) { // the first may come before there is a statement
        session->interrupt();
        std::this_thread::yield();
    }
    reader.join();
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::Timeout); // nobody cancelled the work
    QCOMPARE(number(*session, u"SELECT 1"_s), 1);
}

void TestSqliteLocks::anEarlyInterruptEndsNothing()
{
    const auto session = m_file->open();
    session->interrupt();
    session->sever();
    QCOMPARE(number(*session, u"SELECT count(*) FROM (WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL"
                              " SELECT x + 1 FROM n LIMIT 100000) SELECT x FROM n)"_s),
             100'000);
    QVERIFY(session->isAlive());
}

void TestSqliteLocks::aCancelWithoutAnInterruptEndsAStatement()
{
    const auto session = m_file->open();
    const auto cancellation = std::make_shared<Cancellation>();
    session->setCancellation(cancellation);
    std::optional<Error> error;
    std::thread reader([&] {
        if (const auto rows = session->execute(endless() + u" SELECT count(*) FROM n"_s); !rows)
            error = rows.error();
    });
    cancellation->cancel();
    reader.join();
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::Cancelled);
    const auto next = session->execute(u"SELECT 1"_s);
    QVERIFY(!next);
    QCOMPARE(next.error().kind, ErrorKind::Cancelled);
    session->setCancellation(std::make_shared<Cancellation>());
    QCOMPARE(number(*session, u"SELECT 1"_s), 1);
}

void TestSqliteLocks::aCancelEndsAStream()
{
    const auto session = m_file->open();
    const auto cancellation = std::make_shared<Cancellation>();
    session->setCancellation(cancellation);
    int taken = 0;
    const auto streamed = session->stream(endless() + u" SELECT x FROM n"_s, {}, [&](const Row&) {
        if (++taken == 10)
            cancellation->cancel();
        return true;
    });
    QVERIFY(!streamed);
    QCOMPARE(streamed.error().kind, ErrorKind::Cancelled);
    QCOMPARE(taken, 10);
}

void TestSqliteLocks::aStatementMayTakeNoLongerThanItsLimit()
{
    const auto session = m_file->open();
    session->setLimits({.statement = 20ms});
    const auto rows = session->execute(endless() + u" SELECT count(*) FROM n"_s);
    QVERIFY(!rows);
    QCOMPARE(rows.error().kind, ErrorKind::Timeout);
    session->setLimits({});
    QCOMPARE(number(*session, u"SELECT 1"_s), 1);
}

void TestSqliteLocks::nothingIsWrittenAfterATransactionWasUndone()
{
    const auto session = m_file->open();
    write(*session, u"CREATE TABLE t (v)"_s);
    QVERIFY(session->begin(Mode::Write).hasValue());
    write(*session, u"INSERT INTO t VALUES (1)"_s);
    session->setLimits({.statement = 20ms});
    const auto ended =
        session->executeWrite(u"INSERT INTO t "_s + endless() + u" SELECT x FROM n"_s);
    QVERIFY(!ended);
    QCOMPARE(ended.error().kind, ErrorKind::Timeout);
    session->setLimits({});

    QVERIFY(!session->executeWrite(u"INSERT INTO t VALUES (2)"_s)); // SQLite has undone all
    QVERIFY(!session->executeScript(u"INSERT INTO t VALUES (3)"_s));
    QVERIFY(session->inTransaction());
    QVERIFY(!session->commit());
    QVERIFY(!session->inTransaction());
    QCOMPARE(number(*session, u"SELECT count(*) FROM t"_s), 0);
    write(*m_file->open(), u"INSERT INTO t VALUES (4)"_s); // the gate is free
}

void TestSqliteLocks::aLateCancelDoesNotDenyACommit()
{
    const auto session = m_file->open();
    write(*session, u"CREATE TABLE t (v)"_s);
    qint64 told = 0;
    for (int i = 0; i < 200; ++i) {
        const auto cancellation = std::make_shared<Cancellation>();
        session->setCancellation(cancellation);
        std::thread other([&] { cancellation->cancel(); });
        const auto written = session->executeWrite(
            u"INSERT INTO t WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n"
            " LIMIT 700) SELECT x FROM n"_s);
        other.join();
        if (written)
            told += written->affected();
        else
            QCOMPARE(written.error().kind, ErrorKind::Cancelled);
    }
    session->setCancellation(std::make_shared<Cancellation>());
    QCOMPARE(number(*session, u"SELECT count(*) FROM t"_s), told);
}

void TestSqliteLocks::undoesACommitThatAReaderIsInTheWayOf()
{
    OtherProgram other(m_file->settings.file);
    other.does("CREATE TABLE t AS SELECT 0 AS v; BEGIN; SELECT v FROM t");
    QTest::ignoreMessage(QtWarningMsg,
                         SqliteFile::refusesWal()); // not while the other has it open without
    const auto session = m_file->open();
    session->setLimits({.lock = 20ms});
    QVERIFY(session->begin(Mode::Write).hasValue());
    write(*session, u"UPDATE t SET v = 1"_s);
    const auto committed = session->commit();
    QVERIFY(!committed);
    QCOMPARE(committed.error().kind, ErrorKind::Busy);
    QVERIFY(!session->inTransaction());
    QCOMPARE(number(*session, u"SELECT v FROM t"_s), 0);

    other.does("COMMIT");
    write(*session, u"UPDATE t SET v = 2"_s);
    other.does("UPDATE t SET v = v + 1");
    QCOMPARE(number(*session, u"SELECT v FROM t"_s), 3);
}

QTEST_GUILESS_MAIN(TestSqliteLocks)
#include "tst_sqlitelocks.moc"
