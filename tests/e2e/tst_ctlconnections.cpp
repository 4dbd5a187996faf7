// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ctlprogram.h"
#include "tests/support/postgresserver.h"

#include <QFile>
#include <QProcess>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace clientele::testing;

/// How clientelectl finds its book, what it says where it cannot, and that it keeps secrets.
class tst_CtlConnections final : public QObject
{
    Q_OBJECT

private:
    inline static const QString canary = u"c4nary p@ss/word"_s;
    std::unique_ptr<PostgresServer> m_server;
    std::unique_ptr<CtlProgram> m_ctl;

    /// The server with another password, user, host, port or database.
    [[nodiscard]] QString url(const QString& database, const QString& password = canary) const
    {
        return u"postgresql://postgres:%1@127.0.0.1:%2/%3"_s.arg(
            QString::fromLatin1(QUrl::toPercentEncoding(password)),
            QString::number(m_server->port()), database);
    }

    static int closedPort()
    {
        const ServerProcess nobody(u"nobody"_s);
        return nobody.port();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<PostgresServer>(PostgresServer::Options{.password = canary});
        m_server->createDatabase(u"blank"_s);
        m_server->createDatabase(u"foreign"_s);
        m_server->execute(u"foreign"_s, u"CREATE TABLE customer (id int, shoe_size int)"_s);
        m_server->createDatabase(u"shop"_s);
        const CtlProgram ctl;
        const CtlRun run = ctl.on(url(u"shop"_s), {u"migrate"_s, u"upgrade"_s});
        QVERIFY2(run.status == 0, run.everything().constData());
        m_server->execute(
            u"shop"_s,
            u"CREATE ROLE reader LOGIN PASSWORD 'r'; GRANT SELECT ON customer TO reader"_s);
    }

    void init() { m_ctl = std::make_unique<CtlProgram>(); }

    void saysWhatIsInTheWay_data()
    {
        QTest::addColumn<QString>("book");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("sentence");
        QTest::addColumn<QByteArray>("step");
        const auto row = [](const char* name, const QString& book, int status, const char* sentence,
                            const char* step) {
            QTest::newRow(name) << book << status << QByteArray(sentence) << QByteArray(step);
        };
        row("wrong password", url(u"shop"_s, u"wrong c4nary"_s), 4,
            "refused the user name or the password", "Sign in             failed");
        row("closed port", u"postgresql://u:c4nary@127.0.0.1:%1/shop"_s.arg(closedPort()), 4,
            "No connection to", "Reach its port      failed");
        row("no such host", u"postgresql://u:c4nary@no-such-host.invalid/shop"_s, 4,
            "No connection to", "Find the server     failed");
        row("no such database", url(u"nosuch"_s), 4, "There is no database",
            "Sign in             failed");
        row("no encryption", url(u"shop"_s) + u"?sslmode=require"_s, 4, "No connection to",
            "Encrypt the line    failed");
        row("no table", url(u"blank"_s), 1, "\"clientelectl migrate upgrade\" makes it",
            "Find the table      failed");
        row("foreign table", url(u"foreign"_s), 1, "is something else",
            "Find the table      failed");
    }

    void saysWhatIsInTheWay()
    {
        QFETCH(QString, book);
        QFETCH(int, status);
        const CtlRun list = m_ctl->on(book, {u"--verbose"_s, u"list"_s});
        QCOMPARE(list.status, status);
        QFETCH(QByteArray, sentence);
        QVERIFY2(list.err.contains(sentence), list.everything().constData());
        QCOMPARE(list.out, QByteArray());

        const CtlRun doctor = m_ctl->on(book, {u"profile"_s, u"test"_s});
        QCOMPARE(doctor.status, status);
        QFETCH(QByteArray, step);
        QVERIFY2(doctor.out.contains(step), doctor.everything().constData());
        QVERIFY2(!(list.everything() + doctor.everything()).contains("c4nary"),
                 "a secret was printed");
        QVERIFY(!m_ctl->anyFileHolds("c4nary"));
    }

    void testsEachStep()
    {
        const CtlRun server = m_ctl->on(url(u"shop"_s), {u"profile"_s, u"test"_s});
        QVERIFY2(server.status == 0 && server.out.count("  ok  ") == 6,
                 server.everything().constData());
        const CtlRun objects = m_ctl->on(url(u"shop"_s), {u"--json"_s, u"profile"_s, u"test"_s});
        QCOMPARE(objects.objects().size(), 6);
        QCOMPARE(objects.objects().last()[u"verdict"_s].toString(), u"ok"_s);

        const QString reader = url(u"shop"_s, u"r"_s).replace(u"//postgres"_s, u"//reader"_s);
        const CtlRun rights = m_ctl->on(reader, {u"profile"_s, u"test"_s});
        QVERIFY2(rights.status == 1 && rights.out.contains("may read customers, but not add"),
                 rights.everything().constData());

        const CtlRun file = m_ctl->on(u"sqlite:///new.db"_s, {u"profile"_s, u"test"_s});
        QVERIFY2(file.status == 0 && file.out.contains("opening the book makes it"),
                 file.everything().constData());
        QVERIFY2(!QFile::exists(m_ctl->path(u"new.db"_s)), "a test must change nothing");
        m_ctl->write(u"text.db"_s, QByteArray("this is text. ").repeated(100));
        const CtlRun text = m_ctl->on(u"sqlite:///text.db"_s, {u"profile"_s, u"test"_s});
        QVERIFY2(text.status == 4 && text.out.contains("Open the file       failed"),
                 text.everything().constData());
    }

    void probesTheEngine()
    {
        const CtlRun words = m_ctl->on(url(u"shop"_s), {u"probe"_s});
        QVERIFY2(words.status == 0, words.everything().constData());
        QVERIFY2(words.out.contains("Savepoints                 yes"), words.out.constData());
        const CtlRun objects = m_ctl->on(url(u"shop"_s), {u"--json"_s, u"probe"_s});
        QCOMPARE(objects.objects().size(), words.out.count('\n'));
        QCOMPARE(objects.objects().first()[u"feature"_s].toString(), u"server"_s);
        QCOMPARE(objects.objects().first()[u"verdict"_s].toString(), u"yes"_s);
        QVERIFY(!(words.everything() + objects.everything()).contains("c4nary"));

        QCOMPARE(m_ctl->on(u"sqlite:///new.db"_s, {u"probe"_s}).status, 5);
        QVERIFY2(!QFile::exists(m_ctl->path(u"new.db"_s)), "a probe must change nothing");
        QCOMPARE(m_ctl->on(url(u"nosuch"_s), {u"probe"_s}).status, 4);
    }

    void choosesTheBookByPrecedence()
    {
        const auto book = [this](const QStringList& words) {
            const CtlRun run = m_ctl->run(words + QStringList{u"--verbose"_s, u"count"_s});
            return QString::fromUtf8(run.err).section(u'\n', 0, 0).section(u'/', -1);
        };
        QCOMPARE(book({}), u"customers.db"_s);
        QCOMPARE(m_ctl
                     ->run({u"profile"_s, u"add"_s, u"Shop"_s, u"sqlite:///profile.db"_s,
                            u"--default"_s})
                     .status,
                 0);
        QCOMPARE(book({}), u"profile.db"_s);
        m_ctl->write(u".env"_s, "DATABASE_URL=sqlite:///dotenv.db\n");
        QCOMPARE(book({}), u"dotenv.db"_s);
        m_ctl->set(u"DATABASE_URL"_s, u"sqlite:///process.db"_s);
        QCOMPARE(book({}), u"process.db"_s);
        QCOMPARE(book({u"--profile"_s, u"SHOP"_s}), u"profile.db"_s);
        QCOMPARE(book({u"--profile"_s, u"Local book"_s}), u"customers.db"_s);
        QCOMPARE(book({u"--url"_s, u"sqlite:///line.db"_s}), u"line.db"_s);
        m_ctl->set(u"DATABASE_URL"_s, {});
        m_ctl->write(u"other.env"_s, "DATABASE_URL=sqlite:///other.db\n");
        QCOMPARE(book({u"--env-file"_s, u"other.env"_s}), u"other.db"_s);
        QCOMPARE(m_ctl->run({u"--profile"_s, u"nosuch"_s, u"list"_s}).status, 5);
        QCOMPARE(m_ctl->run({u"--env-file"_s, u"nosuch.env"_s, u"list"_s}).status, 5);
        m_ctl->write(u"none.env"_s, "X=1\n");
        QCOMPARE(m_ctl->run({u"--env-file"_s, u"none.env"_s, u"list"_s}).status, 2);
        m_ctl->set(u"DB_PORT"_s, u"five"_s);
        QCOMPARE(m_ctl->run({u"list"_s}).status, 2);
    }

    void readsTheGuidesVariables()
    {
        m_ctl->write(
            u".env"_s,
            u"DB_HOST=127.0.0.1\nDB_PORT=%1\nDB_NAME=shop\nDB_USER=postgres\nDB_PASSWORD=\"%2\"\n"_s
                .arg(QString::number(m_server->port()), canary)
                .toUtf8());
        const CtlRun run = m_ctl->run({u"--verbose"_s, u"count"_s});
        QVERIFY2(run.status == 0 && run.out == "0\n", run.everything().constData());
        QVERIFY2(run.err.contains("host: 127.0.0.1 (DB_HOST in .env, line 1)"),
                 run.everything().constData());
        QVERIFY2(run.err.contains("password: given (DB_PASSWORD in .env, line 5)"),
                 run.everything().constData());
        QVERIFY2(!run.everything().contains("c4nary"), "a secret was printed");

        m_ctl->write(u".env"_s, "DB_HOST: x\n");
        QVERIFY(m_ctl->run({u"count"_s}).err.contains(".env line 1: this is not NAME=value"));
    }

    void takesThePasswordFromLibpqsPlaces()
    {
        const QString bare = url(u"shop"_s, QString()).replace(u":@"_s, u"@"_s);
        QCOMPARE(m_ctl->on(bare, {u"count"_s}).status, 4);
        m_ctl->set(u"PGPASSWORD"_s, canary);
        QCOMPARE(m_ctl->on(bare, {u"count"_s}).status, 0);
    }

    void takesTheRestFromLibpqsPlaces()
    {
        m_ctl->set(u"PGHOST"_s, u"127.0.0.1"_s);
        m_ctl->set(u"PGPORT"_s, QString::number(m_server->port()));
        m_ctl->set(u"PGUSER"_s, u"postgres"_s);
        m_ctl->set(u"PGPASSWORD"_s, canary);
        m_ctl->set(u"PGDATABASE"_s, u"shop"_s);
        QCOMPARE(m_ctl->on(u"postgresql://"_s, {u"count"_s}).out, QByteArray("0\n"));
        m_ctl->write(u"services"_s,
                     u"[sales]\nhost=127.0.0.1\nport=%1\nuser=postgres\ndbname=shop\n"_s
                         .arg(m_server->port())
                         .toUtf8());
        for (const char* name : {"PGHOST", "PGPORT", "PGUSER", "PGDATABASE"})
            m_ctl->set(QString::fromLatin1(name), {});
        m_ctl->set(u"PGSERVICEFILE"_s, m_ctl->path(u"services"_s));
        QCOMPARE(m_ctl->on(u"postgresql://?service=sales"_s, {u"count"_s}).out, QByteArray("0\n"));
        const CtlRun tested =
            m_ctl->on(u"postgresql://?service=sales"_s, {u"profile"_s, u"test"_s});
        QVERIFY2(tested.status == 0 && tested.out.contains("127.0.0.1, port "),
                 tested.everything().constData());
        m_ctl->set(u"PGSERVICE"_s, u"sales"_s);
        QCOMPARE(m_ctl->on(u"postgresql://"_s, {u"count"_s}).out, QByteArray("0\n"));
        m_ctl->set(u"PGPASSWORD"_s, {});
        QCOMPARE(m_ctl->on(u"postgresql://"_s, {u"count"_s}).status, 4);
        QFile::setPermissions(
            m_ctl->write(u"passwords"_s, QByteArray("*:*:*:*:") + canary.toUtf8() + '\n'),
            QFile::ReadOwner | QFile::WriteOwner);
        m_ctl->set(u"PGPASSFILE"_s, m_ctl->path(u"passwords"_s));
        const CtlRun run = m_ctl->on(u"postgresql://"_s, {u"--verbose"_s, u"count"_s});
        QCOMPARE(run.out, QByteArray("0\n"));
        QVERIFY2(run.err.contains("password: looked up ("), run.everything().constData());
        QVERIFY2(run.err.contains("user: postgres (service sales in "),
                 run.everything().constData());
    }

    void dropsWithForceOnly()
    {
        m_server->createDatabase(u"crowded"_s);
        const QString book = url(u"crowded"_s);
        QProcess other;
        other.setProcessEnvironment(m_ctl->environment());
        other.start(u"psql"_s, {u"-XqAt"_s, u"-d"_s, book});
        QVERIFY(other.waitForStarted());
        other.write("SELECT 'there';\n");
        QVERIFY(other.waitForReadyRead());
        const CtlRun refused = m_ctl->on(book, {u"database"_s, u"drop"_s, u"--yes"_s});
        QVERIFY2(refused.status == 6 && refused.err.contains("postgres (psql, 127.0.0.1)"),
                 refused.everything().constData());
        QCOMPARE(m_ctl->on(book, {u"database"_s, u"drop"_s, u"--force"_s}).status, 2);
        const CtlRun dropped =
            m_ctl->on(book, {u"database"_s, u"drop"_s, u"--yes"_s, u"--force"_s});
        QVERIFY2(dropped.status == 0, dropped.everything().constData());
        QCOMPARE(m_ctl->on(book, {u"count"_s}).status, 4);
        other.closeWriteChannel();
        QVERIFY(other.waitForFinished());
    }

    void makesAndDropsDatabases_data()
    {
        QTest::addColumn<QString>("book");
        QTest::newRow("sqlite") << u"sqlite:///made.db"_s;
        QTest::newRow("postgresql") << url(u"made \"up\" %25"_s);
    }

    void makesAndDropsDatabases()
    {
        QFETCH(QString, book);
        QCOMPARE(m_ctl->on(book, {u"database"_s, u"drop"_s, u"--yes"_s}).status, 5);
        const CtlRun made = m_ctl->on(book, {u"database"_s, u"create"_s});
        QVERIFY2(made.status == 0, made.everything().constData());
        const CtlRun again = m_ctl->on(book, {u"database"_s, u"create"_s});
        QVERIFY2(again.status == 6 && again.err.contains("is there already"),
                 again.everything().constData());
        QCOMPARE(m_ctl->on(book, {u"migrate"_s, u"upgrade"_s}).status, 0);
        const CtlRun current = m_ctl->on(book, {u"migrate"_s, u"current"_s});
        QVERIFY2(current.status == 0 && current.out == "0004\n", current.everything().constData());
        QCOMPARE(m_ctl->on(book, {u"migrate"_s, u"upgrade"_s}).status, 0);
        QCOMPARE(m_ctl->on(book, {u"database"_s, u"drop"_s}).status, 2);
        const CtlRun dropped = m_ctl->on(book, {u"database"_s, u"drop"_s, u"--yes"_s});
        QVERIFY2(dropped.status == 0, dropped.everything().constData());
        QVERIFY2(!QFile::exists(m_ctl->path(u"made.db-wal"_s)), "something is left");
        QCOMPARE(m_ctl->on(book, {u"database"_s, u"drop"_s, u"--yes"_s}).status, 5);
    }

    void dropsNoFileOfOthers()
    {
        m_ctl->write(u"letter.txt"_s, "Dear Ann, this is not a database.");
        const CtlRun run =
            m_ctl->on(u"sqlite:///letter.txt"_s, {u"database"_s, u"drop"_s, u"--yes"_s});
        QVERIFY2(run.status == 1 && run.err.contains("left alone"), run.everything().constData());
        QVERIFY(QFile::exists(m_ctl->path(u"letter.txt"_s)));
    }

    void makesTablesOnlyWhereNoneAre()
    {
        const CtlRun current = m_ctl->on(url(u"blank"_s), {u"migrate"_s, u"current"_s});
        QVERIFY2(current.status == 0 && current.out.isEmpty(), current.everything().constData());
        const CtlRun foreign = m_ctl->on(url(u"foreign"_s), {u"migrate"_s, u"upgrade"_s});
        QVERIFY2(foreign.status == 6 && foreign.err.contains("not changed"),
                 foreign.everything().constData());
        QCOMPARE(m_server->execute(u"foreign"_s,
                                   u"SELECT count(*) FROM pg_attribute WHERE attrelid ="
                                   " 'customer'::regclass AND attnum > 0"_s),
                 u"2"_s);
    }

    void readOnlyBooksAreNotChanged()
    {
        QCOMPARE(m_ctl
                     ->on(u"sqlite:///book.db"_s,
                          {u"create"_s, u"--name"_s, u"a"_s, u"--email"_s, u"a@b.io"_s})
                     .status,
                 0);
        const QString book = u"sqlite:///book.db?mode=ro"_s;
        QCOMPARE(m_ctl->on(book, {u"count"_s}).out, QByteArray("1\n"));
        const CtlRun run = m_ctl->on(book, {u"delete"_s, u"1"_s, u"--yes"_s});
        QVERIFY2(run.status == 1 && run.err.contains("read-only"), run.everything().constData());
        QCOMPARE(m_ctl->on(book, {u"database"_s, u"drop"_s, u"--yes"_s}).status, 1);
    }
};

QTEST_GUILESS_MAIN(tst_CtlConnections)
#include "tst_ctlconnections.moc"
