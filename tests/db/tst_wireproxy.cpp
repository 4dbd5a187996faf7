// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/connect.h"
#include "core/db/session.h"
#include "tests/support/pgbouncer.h"
#include "tests/support/postgresserver.h"
#include "tests/support/wireproxy.h"

#include <QElapsedTimer>
#include <QTest>

#include <libpq-fe.h>

#include <array>
#include <future>
#include <memory>

using namespace Qt::StringLiterals;
using namespace clientele;
using clientele::testing::PgBouncer;
using clientele::testing::PostgresServer;
using clientele::testing::WireProxy;

namespace {

struct Close
{
    void operator()(PGconn* connection) const { PQfinish(connection); }
    void operator()(PGresult* result) const { PQclear(result); }
};
using Connection = std::unique_ptr<PGconn, Close>;
using Answer = std::unique_ptr<PGresult, Close>;

Connection connectBy(const ConnectionSettings& settings)
{
    return Connection(
        PQconnectdb(u"host=127.0.0.1 port=%1 user=postgres dbname=%2"_s.arg(settings.port)
                        .arg(settings.database)
                        .toUtf8()
                        .constData()));
}

/// The first column of the first row, or the SQLSTATE.
QByteArray ask(const Connection& connection, const char* sql)
{
    const Answer answer(PQexec(connection.get(), sql));
    switch (PQresultStatus(answer.get())) {
    case PGRES_TUPLES_OK:
        return PQntuples(answer.get()) > 0 ? PQgetvalue(answer.get(), 0, 0) : "";
    case PGRES_COMMAND_OK:
        return PQcmdStatus(answer.get());
    default:
        return PQresultErrorField(answer.get(), PG_DIAG_SQLSTATE);
    }
}

/// The same by the extended protocol.
QByteArray askExtended(const Connection& connection, const char* sql)
{
    const Answer answer(
        PQexecParams(connection.get(), sql, 0, nullptr, nullptr, nullptr, nullptr, 0));
    const char* state = PQresultErrorField(answer.get(), PG_DIAG_SQLSTATE);
    return state ? state : PQntuples(answer.get()) > 0 ? PQgetvalue(answer.get(), 0, 0) : "";
}

} // namespace

/// The proxy that tests of failures and of other engines rest upon.
class tst_WireProxy final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<PostgresServer> m_server;
    std::unique_ptr<WireProxy> m_proxy;

    Connection connect() { return connectBy(m_proxy->settings(u"postgres"_s)); }

private Q_SLOTS:
    void initTestCase() { m_server = std::make_unique<PostgresServer>(); }
    void init()
    {
        m_server->execute(u"postgres"_s, u"DROP TABLE IF EXISTS t; CREATE TABLE t (x int)"_s);
        m_proxy = std::make_unique<WireProxy>(m_server->settings());
    }
    void cleanup() { m_proxy.reset(); }

    void countsWhatPasses()
    {
        const auto connection = connect();
        QCOMPARE(m_proxy->counters().connections, 1);
        QVERIFY(m_proxy->counters().openingTrips >= 1);
        m_proxy->resetCounters();

        QCOMPARE(ask(connection, "SELECT 1"), "1");
        QCOMPARE(askExtended(connection, "SELECT 2"), "2");
        QCOMPARE(ask(connection, "BEGIN"), "BEGIN");
        QCOMPARE(ask(connection, "SELECT 1/0"), "22012");
        QCOMPARE(ask(connection, "ROLLBACK"), "ROLLBACK");
        const auto counters = m_proxy->counters();
        QCOMPARE(counters.roundTrips, 5);
        QCOMPARE(counters.connections, 0);
        QVERIFY(counters.bytesToServer > 50);
        QVERIFY(counters.bytesToClient > counters.bytesToServer);
        QCOMPARE(m_proxy->statements(), QStringList({u"SELECT 1"_s, u"SELECT 2"_s, u"BEGIN"_s,
                                                     u"SELECT 1/0"_s, u"ROLLBACK"_s}));
    }

    void carriesManyConnectionsAndMuch()
    {
        std::vector<std::future<QByteArray>> answers;
        for (int i = 0; i < 20; ++i) {
            answers.push_back(std::async(std::launch::async, [this] {
                return ask(connect(), "SELECT length(string_agg(md5(i::text), '')) || repeat('x', "
                                      "200000) FROM generate_series(1, 1000) i");
            }));
        }
        for (auto& answer : answers)
            QCOMPARE(answer.get().size(), 200005);
        QCOMPARE(m_proxy->counters().connections, 20);
        QTRY_COMPARE(m_proxy->openConnections(), 0);
    }

    void carriesCopies()
    {
        const auto connection = connect();
        const Answer begun(PQexecParams(connection.get(), "COPY t FROM STDIN", 0, nullptr, nullptr,
                                        nullptr, nullptr, 0));
        QCOMPARE(PQresultStatus(begun.get()), PGRES_COPY_IN);
        QCOMPARE(PQputCopyData(connection.get(), "1\n2\n", 4), 1);
        QCOMPARE(PQputCopyEnd(connection.get(), nullptr), 1);
        while (const Answer answer{PQgetResult(connection.get())})
            QCOMPARE(PQresultStatus(answer.get()), PGRES_COMMAND_OK);
        m_proxy->refuseStatements(u"sum"_s); // as exact as before: nothing has got out of step
        QCOMPARE(askExtended(connection, "SELECT sum(x) FROM t"), "0A000");
        QCOMPARE(askExtended(connection, "SELECT count(*) FROM t"), "2");
    }

    void delaysEachRoundTrip()
    {
        const auto connection = connect();
        m_proxy->delay(std::chrono::milliseconds(60));
        QElapsedTimer since;
        since.start();
        QCOMPARE(ask(connection, "SELECT 1"), "1");
        QVERIFY(since.elapsed() >= 60);
    }

    void stallsWithoutAWord()
    {
        const auto connection = connect();
        m_proxy->stall();
        QVERIFY(PQsendQuery(connection.get(), "SELECT 7"));
        const auto settings = m_proxy->settings(u"postgres"_s);
        auto newcomer = std::async(std::launch::async, [settings] {
            const auto late = connectBy(settings);
            return ask(late, "SELECT 8");
        });
        QTRY_COMPARE(m_proxy->openConnections(), 2);
        QCOMPARE(m_server->execute(u"postgres"_s, u"SELECT count(*) FROM pg_stat_activity WHERE"
                                                  " query LIKE 'SELECT 7%'"_s),
                 u"0"_s);
        QCOMPARE(PQconsumeInput(connection.get()), 1);
        QCOMPARE(PQisBusy(connection.get()), 1);

        m_proxy->pass();
        const Answer answer(PQgetResult(connection.get()));
        QCOMPARE(PQgetvalue(answer.get(), 0, 0), "7");
        QCOMPARE(newcomer.get(), "8");
    }

    void refusesNewConnectionsAlone()
    {
        const auto connection = connect();
        m_proxy->refuse();
        const auto refused = connect();
        QCOMPARE(PQstatus(refused.get()), CONNECTION_BAD);
        QVERIFY(QByteArray(PQerrorMessage(refused.get())).contains("refused"));
        QCOMPARE(ask(connection, "SELECT 1"), "1");
        m_proxy->pass();
        QCOMPARE(ask(connect(), "SELECT 2"), "2");
    }

    void cutsWhatIsOpen_data()
    {
        QTest::addColumn<WireProxy::Ending>("ending");
        QTest::newRow("reset") << WireProxy::Ending::Reset;
        QTest::newRow("close") << WireProxy::Ending::Close;
    }
    void cutsWhatIsOpen()
    {
        QFETCH(WireProxy::Ending, ending);
        const auto connection = connect();
        QCOMPARE(ask(connection, "SELECT 1"), "1");
        m_proxy->cut(ending);
        QCOMPARE(ask(connection, "SELECT 1"), "");
        QCOMPARE(PQstatus(connection.get()), CONNECTION_BAD);
        QCOMPARE(ask(connect(), "SELECT 2"), "2");
    }

    void cutsBeforeTheServerHasTheStatement()
    {
        const auto connection = connect();
        m_proxy->cutBeforeServer(u"^INSERT"_s);
        QCOMPARE(ask(connection, "INSERT INTO t VALUES (1)"), "");
        QCOMPARE(PQstatus(connection.get()), CONNECTION_BAD);
        QCOMPARE(ask(connect(), "SELECT count(*) FROM t"), "0");
        QCOMPARE(ask(connect(), "INSERT INTO t VALUES (1)"), "INSERT 0 1"); // once only
    }

    void cutsBeforeTheAnswerToACommit()
    {
        auto session = connectTo(m_proxy->settings(u"postgres"_s), {});
        QVERIFY(session);
        m_proxy->cutBeforeAnswer(u"^COMMIT"_s);
        QVERIFY((*session)->begin(Session::TransactionMode::Write));
        QVERIFY((*session)->executeWrite(u"INSERT INTO t VALUES (1)"_s));
        const auto committed = (*session)->commit();
        QVERIFY(!committed);
        QCOMPARE(committed.error().kind, ErrorKind::OutcomeUnknown);
        QCOMPARE(ask(connect(), "SELECT count(*) FROM t"), "1");
    }

    void cutsBeforeTheAnswerToAnExtendedStatement()
    {
        auto session = connectTo(m_proxy->settings(u"postgres"_s), {});
        QVERIFY(session);
        m_proxy->cutBeforeAnswer(u"^insert"_s);
        const auto inserted =
            (*session)->executeWrite(u"INSERT INTO t VALUES ($1)"_s, std::array{Value(qint64(1))});
        QVERIFY(!inserted);
        QCOMPARE(inserted.error().kind, ErrorKind::OutcomeUnknown);
        QCOMPARE(ask(connect(), "SELECT count(*) FROM t"), "1");
    }

    void swallowsCancels()
    {
        const auto connection = connect();
        const std::unique_ptr<PGcancel, decltype(&PQfreeCancel)> cancel(
            PQgetCancel(connection.get()), PQfreeCancel);
        char why[256];
        m_proxy->swallowCancels();
        QVERIFY(PQsendQuery(connection.get(), "SELECT pg_sleep(60)"));
        QCOMPARE(PQcancel(cancel.get(), why, sizeof why), 1);
        QCOMPARE(m_proxy->counters().cancels, 1);
        // A cancel that comes before its statement is none, here as elsewhere.
        QTRY_COMPARE(m_server->execute(u"postgres"_s, u"SELECT count(*) FROM pg_stat_activity WHERE"
                                                      " query LIKE 'SELECT pg_sleep%' AND state ="
                                                      " 'active'"_s),
                     u"1"_s);
        QCOMPARE(PQconsumeInput(connection.get()), 1);
        QCOMPARE(PQisBusy(connection.get()), 1);

        m_proxy->swallowCancels(false);
        QCOMPARE(PQcancel(cancel.get(), why, sizeof why), 1);
        const Answer answer(PQgetResult(connection.get()));
        QCOMPARE(PQresultErrorField(answer.get(), PG_DIAG_SQLSTATE), "57014");
    }

    void refusesStatements_data()
    {
        QTest::addColumn<bool>("extended");
        QTest::newRow("simple") << false;
        QTest::newRow("extended") << true;
    }
    void refusesStatements()
    {
        QFETCH(bool, extended);
        const auto run = extended ? askExtended : ask;
        const auto connection = connect();
        const auto state = [&] { return PQtransactionStatus(connection.get()); };
        m_proxy->refuseStatements(u"returning"_s);
        const char* const refused = "INSERT INTO t VALUES (1) RETURNING x";
        QCOMPARE(run(connection, refused), "0A000");
        QVERIFY(QByteArray(PQerrorMessage(connection.get())).contains("is not supported"));
        QCOMPARE(state(), PQTRANS_IDLE);
        QCOMPARE(run(connection, "SELECT count(*) FROM t"), "0");

        // Inside a transaction both sides know that it has failed.
        ask(connection, "BEGIN");
        ask(connection, "SAVEPOINT s");
        QCOMPARE(state(), PQTRANS_INTRANS);
        QCOMPARE(run(connection, refused), "0A000");
        QCOMPARE(state(), PQTRANS_INERROR);
        QCOMPARE(run(connection, "SELECT 1"), "25P02");
        ask(connection, "ROLLBACK TO SAVEPOINT s");
        QCOMPARE(state(), PQTRANS_INTRANS);
        QCOMPARE(run(connection, "SELECT 1"), "1");
        ask(connection, "COMMIT");

        m_proxy->clearRules();
        QCOMPARE(run(connection, refused), "1");
    }

    void answersWithOtherStates()
    {
        const auto connection = connect();
        m_proxy->refuseStatements(u"^UPDATE"_s, "40001", 1);
        QCOMPARE(ask(connection, "UPDATE t SET x = 1"), "40001");
        QCOMPARE(ask(connection, "UPDATE t SET x = 1"), "UPDATE 0");

        m_proxy->refuseStatements(u"^COMMIT"_s, "40001", 1);
        ask(connection, "BEGIN");
        ask(connection, "INSERT INTO t VALUES (1)");
        QCOMPARE(ask(connection, "COMMIT"), "40001");
        QCOMPARE(PQtransactionStatus(connection.get()), PQTRANS_IDLE);
        QCOMPARE(ask(connection, "SELECT count(*) FROM t"), "0");
    }

    void standsBeforePoolers()
    {
        const PgBouncer pooler(*m_server);
        m_proxy = std::make_unique<WireProxy>(pooler.settings(u"postgres"_s));
        const auto connection = connect();
        m_proxy->resetCounters();
        m_proxy->refuseStatements(u"random"_s);
        ask(connection, "BEGIN");
        QCOMPARE(askExtended(connection, "SELECT random()"), "0A000");
        QCOMPARE(PQtransactionStatus(connection.get()), PQTRANS_INERROR);
        ask(connection, "ROLLBACK");
        QCOMPARE(askExtended(connection, "SELECT 5"), "5");
        QCOMPARE(m_proxy->counters().roundTrips, 4);
    }
};

QTEST_GUILESS_MAIN(tst_WireProxy)
#include "tst_wireproxy.moc"
