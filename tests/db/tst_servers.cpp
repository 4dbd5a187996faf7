// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pgbouncer.h"
#include "tests/support/postgresserver.h"

#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using clientele::testing::PgBouncer;
using clientele::testing::PostgresServer;

/// The servers that the other tests rest upon.
class tst_Servers final : public QObject
{
    Q_OBJECT

private:
    static bool listens(int port)
    {
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, static_cast<quint16>(port));
        return socket.waitForConnected(5000);
    }

private Q_SLOTS:
    void answersAndKeepsWhatItIsTold()
    {
        PostgresServer server;
        server.createDatabase(u"we'ird \"db"_s);
        server.execute(u"we'ird \"db"_s, u"CREATE TABLE t AS SELECT 'ä€' AS x"_s);
        QCOMPARE(server.execute(u"we'ird \"db"_s, u"SELECT x FROM t"_s), u"ä€"_s);

        const int port = server.port();
        server.restart();
        QCOMPARE(server.port(), port);
        QCOMPARE(server.execute(u"we'ird \"db"_s, u"SELECT x FROM t"_s), u"ä€"_s);

        server.kill();
        QVERIFY(!server.isRunning());
        QVERIFY(!listens(port));
        server.start();
        QCOMPARE(server.execute(u"we'ird \"db"_s, u"SELECT x FROM t"_s), u"ä€"_s);

        server.createDatabase(u"we'ird \"db"_s);
        QCOMPARE(server.execute(u"we'ird \"db"_s,
                                u"SELECT count(*) FROM pg_class WHERE relname = 't'"_s),
                 u"0"_s);
    }

    void asksForItsPassword()
    {
        PostgresServer server({.password = u"s3cret / @:%"_s});
        QCOMPARE(server.execute(u"postgres"_s, u"SELECT current_user"_s), u"postgres"_s);
        QVERIFY(server.url().contains(u"%2F"_s));
    }

    void poolerStandsInFront()
    {
        PostgresServer server;
        PgBouncer pooler(server);
        QVERIFY(listens(pooler.port()));
        QVERIFY(pooler.port() != server.port());
        QCOMPARE(pooler.settings(u"x"_s).database, u"x"_s);
    }
};

QTEST_GUILESS_MAIN(tst_Servers)
#include "tst_servers.moc"
