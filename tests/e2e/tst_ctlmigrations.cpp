// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/connect.h"
#include "tests/support/ctlprogram.h"
#include "tests/support/enginefixture.h"
#include "tests/support/tablepicture.h"

#include <QFileInfo>
#include <QProcess>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace clientele;
using namespace clientele::testing;

/// clientelectl migrate, as people and scripts use it.
class tst_CtlMigrations final : public QObject
{
    Q_OBJECT

private:
    EngineFixture m_fixture;
    CtlProgram m_ctl;
    ConnectionSettings m_settings;
    QString m_url;

    [[nodiscard]] bool isPostgres() const { return m_settings.engine == Engine::PostgreSql; }
    std::unique_ptr<Session> connect() { return *connectTo(m_settings, {}); }

    static QString urlOf(const ConnectionSettings& settings)
    {
        return settings.engine == Engine::Sqlite
                   ? u"sqlite:///"_s + settings.file
                   : u"postgresql://postgres@127.0.0.1:%1/%2"_s.arg(QString::number(settings.port),
                                                                    settings.database);
    }
    void use(const ConnectionSettings& settings)
    {
        m_settings = settings;
        m_url = urlOf(settings);
    }
    [[nodiscard]] CtlRun migrate(const QStringList& words) const
    {
        return m_ctl.on(m_url, QStringList{u"migrate"_s} + words);
    }
    /// Runs a script as a DBA does, and returns what the shell complained of.
    QByteArray shell(const QByteArray& script)
    {
        QProcess process;
        if (isPostgres())
            process.start(u"psql"_s, {u"-X"_s, u"-q"_s, m_url});
        else
            process.start(u"sqlite3"_s, {m_settings.file});
        process.write(script);
        process.closeWriteChannel();
        if (!process.waitForFinished())
            qFatal("the shell does not end");
        QByteArray said;
        for (const QByteArray& line : process.readAllStandardError().split('\n'))
            said += line.startsWith("NOTICE:") || line.isEmpty() ? QByteArray() : line + '\n';
        return process.exitCode() == 0 ? said : said + " (failed)";
    }
    void start(QProcess& process, const QStringList& words) const
    {
        process.setProcessEnvironment(m_ctl.environment());
        process.setWorkingDirectory(m_ctl.folder());
        process.start(m_ctl.program(), QStringList{u"--url"_s, m_url, u"migrate"_s} + words);
    }

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<QString>("engine");
        QTest::newRow("sqlite") << u"sqlite"_s;
        QTest::newRow("postgresql") << u"postgresql"_s;
    }

    void init()
    {
        QFETCH_GLOBAL(QString, engine);
        use(m_fixture.empty(engine));
    }

    void parity25_26_currentPrintsTheRevision()
    {
        const CtlRun nothing = migrate({u"current"_s});
        QVERIFY2(nothing.status == 0 && nothing.out.isEmpty(), nothing.everything().constData());
        QVERIFY2(isPostgres() || !QFileInfo::exists(m_settings.file), "looking must make no file");
        QCOMPARE(migrate({u"current"_s, u"--check-head"_s}).status, 1);
        QCOMPARE(migrate({u"upgrade"_s, u"1"_s}).out, QByteArray("0001\n"));
        const CtlRun behind = migrate({u"current"_s, u"--check-head"_s});
        QCOMPARE(behind.status, 1);
        QCOMPARE(behind.out, QByteArray("0001\n"));
        QVERIFY(behind.err.contains("The newest revision is 0004"));
        QCOMPARE(migrate({u"upgrade"_s}).out, QByteArray("0004\n"));
        QCOMPARE(migrate({u"current"_s, u"--check-head"_s}).status, 0);

        ask(*connect(), u"CREATE TABLE alembic_version (version_num VARCHAR(32) PRIMARY KEY)"_s);
        ask(*connect(), u"INSERT INTO alembic_version VALUES ('aaa1')"_s);
        const CtlRun current = migrate({u"current"_s, u"--json"_s});
        QCOMPARE(current.objects(), QList<QJsonObject>({{{u"revision"_s, u"0004"_s},
                                                         {u"head"_s, u"0004"_s},
                                                         {u"is_head"_s, true},
                                                         {u"adopted"_s, false},
                                                         {u"alembic"_s, u"aaa1"_s}}}));
        QVERIFY(current.err.contains("aaa1; it is left alone"));
    }

    void parity27_historyIsNewestFirstAndMarked()
    {
        QCOMPARE(migrate({u"history"_s}).out, QByteArray("0003 -> 0004 (head), unfinished imports\n"
                                                         "0002 -> 0003, fold and order\n"
                                                         "0001 -> 0002, search and sort\n"
                                                         "<base> -> 0001, customer\n"));
        QCOMPARE(migrate({u"upgrade"_s, u"+1"_s}).status, 0);
        QCOMPARE(migrate({u"history"_s}).out, QByteArray("0003 -> 0004 (head), unfinished imports\n"
                                                         "0002 -> 0003, fold and order\n"
                                                         "0001 -> 0002, search and sort\n"
                                                         "<base> -> 0001 (current), customer\n"));
        QCOMPARE(migrate({u"history"_s, u"base:1"_s}).out,
                 QByteArray("<base> -> 0001 (current), customer\n"));
        QCOMPARE(migrate({u"history"_s, u"4:"_s}).out,
                 QByteArray("0003 -> 0004 (head), unfinished imports\n"));
        QCOMPARE(migrate({u"history"_s, u"0001"_s}).status, 1);
        const auto objects = migrate({u"history"_s, u"--json"_s}).objects();
        QCOMPARE(objects.size(), 4);
        QCOMPARE(objects[0][u"previous"_s].toString(), u"0003"_s);
        QVERIFY(objects[0][u"applied_at"_s].isNull() && objects[0][u"head"_s].toBool());
        QVERIFY(objects[3][u"current"_s].toBool() && objects[3][u"previous"_s].isNull());
        QVERIFY(objects[3][u"applied_at"_s].toString().startsWith(u"20"_s));
    }

    void parity28_goesWhereItIsTold()
    {
        const CtlRun far = migrate({u"upgrade"_s, u"+5"_s});
        QVERIFY2(far.status == 1 && far.err == "+5 asks for 5 steps up from base, but there are "
                                               "only 4.\n",
                 far.everything().constData());
        const CtlRun unknown = migrate({u"upgrade"_s, u"nosuch"_s});
        QVERIFY2(unknown.status == 1 && unknown.err.startsWith("There is no revision \"nosuch\""),
                 unknown.everything().constData());
        const CtlRun ambiguous = migrate({u"upgrade"_s, u"000"_s});
        QVERIFY2(ambiguous.status == 1 && ambiguous.err.contains("0001 (customer) or 0002"),
                 ambiguous.everything().constData());
        QCOMPARE(migrate({u"upgrade"_s, u"search_and_sort"_s}).out, QByteArray("0002\n"));
        QCOMPARE(migrate({u"downgrade"_s, u"-1"_s}).out, QByteArray("0001\n"));
        QCOMPARE(migrate({u"downgrade"_s}).status, 2);
        const CtlRun base = migrate({u"downgrade"_s, u"base"_s});
        QVERIFY2(base.status == 2 && base.err.contains("Say --yes"), base.everything().constData());
        QCOMPARE(migrate({u"current"_s}).out, QByteArray("0001\n"));
        const CtlRun gone = migrate({u"downgrade"_s, u"base"_s, u"--yes"_s});
        QVERIFY2(gone.status == 0 && gone.out.isEmpty(), gone.everything().constData());
        QCOMPARE(migrate({u"upgrade"_s, u"--json"_s}).objects().first()[u"revision"_s].toString(),
                 u"0004"_s);
    }

    void parity29_theSqlRunsThroughTheEnginesOwnShell()
    {
        const CtlRun up = migrate({u"sql"_s, u"base:head"_s});
        QCOMPARE(up.status, 0);
        QVERIFY(up.out.contains("-- base -> 0001: customer"));
        QVERIFY(up.out.contains(isPostgres() ? "\nBEGIN;\n" : "\nBEGIN IMMEDIATE;\n") &&
                up.out.endsWith("COMMIT;\n"));
        QVERIFY2(migrate({u"current"_s}).out.isEmpty(), "printing must change nothing");
        QCOMPARE(shell(up.out), QByteArray());
        QCOMPARE(migrate({u"current"_s}).out, QByteArray("0004\n"));
        QCOMPARE(migrate({u"check"_s}).status, 0);
        addCustomers(*connect(), 10);
        QVERIFY2(!shell(up.out).isEmpty(), "a second run must be refused");
        QCOMPARE(migrate({u"check"_s}).status, 0);
        QCOMPARE(ask(*connect(), u"SELECT count(*) FROM customer"_s), u"10"_s);

        QCOMPARE(shell(migrate({u"sql"_s, u"0004:0001"_s}).out), QByteArray());
        QCOMPARE(migrate({u"current"_s}).out, QByteArray("0001\n"));
        QCOMPARE(ask(*connect(), u"SELECT count(*) FROM customer"_s), u"10"_s);
        QCOMPARE(shell(migrate({u"sql"_s, u"1:4"_s}).out), QByteArray());
        QCOMPARE(migrate({u"check"_s}).status, 0);
        QCOMPARE(shell(migrate({u"sql"_s, u"head:base"_s}).out), QByteArray());
        QCOMPARE(migrate({u"current"_s}).out, QByteArray());
        QCOMPARE(migrate({u"upgrade"_s}).status, 0);
    }

    void parity29_theSqlIsRefusedWhereItDoesNotBelong()
    {
        QFETCH_GLOBAL(QString, engine);
        use(m_fixture.fresh(engine + u"-guide"_s));
        addCustomers(*connect(), 5);
        const QString before = tablePicture(*connect());
        QVERIFY(!shell(migrate({u"sql"_s, u"base:head"_s}).out).isEmpty());
        QCOMPARE(tablePicture(*connect()), before);
        for (const QString& range : {u"1:2"_s, u"2:1"_s, u"2:base"_s})
            QVERIFY2(!shell(migrate({u"sql"_s, range}).out).isEmpty(), qPrintable(range));
        QCOMPARE(tablePicture(*connect()), before);
        QCOMPARE(migrate({u"current"_s}).out, QByteArray());
    }

    void parity29_theSqlConnectsToNothing()
    {
        const ServerProcess nobody(u"nobody"_s);
        const QString url = isPostgres() ? u"postgresql://u@127.0.0.1:%1/x"_s.arg(nobody.port())
                                         : u"sqlite:///never.db"_s;
        const CtlRun run = m_ctl.on(url, {u"migrate"_s, u"sql"_s, u"base:1"_s});
        QVERIFY2(run.status == 0 && run.out.contains("CREATE TABLE"), run.everything().constData());
        QVERIFY(!QFileInfo::exists(m_ctl.path(u"never.db"_s)));
        QCOMPARE(m_ctl.on(url, {u"migrate"_s, u"sql"_s, u"base:+1"_s}).status, 1);
        QCOMPARE(m_ctl.on(url, {u"migrate"_s, u"sql"_s, u"head"_s}).status, 1);
        QCOMPARE(m_ctl.on(url, {u"migrate"_s, u"sql"_s}).status, 2);
    }

    void parity30_stampAdoptsATableOfOthers()
    {
        QFETCH_GLOBAL(QString, engine);
        use(m_fixture.fresh(engine + u"-guide"_s));
        addCustomers(*connect(), 5);
        const QString before = tablePicture(*connect());
        const CtlRun refused = migrate({u"upgrade"_s});
        QVERIFY2(refused.status == 6 && refused.err.contains("migrate stamp 0001"),
                 refused.everything().constData());
        QCOMPARE(migrate({u"stamp"_s, u"nosuch"_s}).status, 1);
        QCOMPARE(tablePicture(*connect()), before);
        QCOMPARE(migrate({u"stamp"_s, u"0001"_s}).out, QByteArray("0001\n"));
        QCOMPARE(migrate({u"upgrade"_s}).out, QByteArray("0004\n"));
        QVERIFY(migrate({u"current"_s, u"--json"_s}).objects().first()[u"adopted"_s].toBool());
        QCOMPARE(migrate({u"check"_s}).status, 0);
        const CtlRun asked = migrate({u"downgrade"_s, u"base"_s});
        QVERIFY2(asked.status == 2 && asked.err.contains("stays with its rows"),
                 asked.everything().constData());
        QCOMPARE(migrate({u"downgrade"_s, u"base"_s, u"--yes"_s}).status, 0);
        QCOMPARE(tablePicture(*connect()), before);

        QCOMPARE(shell(migrate({u"sql"_s, u"--adopted"_s, u"base:head"_s}).out), QByteArray());
        QCOMPARE(migrate({u"check"_s}).status, 0);
        QCOMPARE(shell(migrate({u"sql"_s, u"--adopted"_s, u"head:base"_s}).out), QByteArray());
        QCOMPARE(tablePicture(*connect()), before);
        const CtlRun empty =
            m_ctl.on(urlOf(m_fixture.empty(engine)), {u"migrate"_s, u"stamp"_s, u"0001"_s});
        QVERIFY2(empty.status == 1 && empty.err.contains("no table customer"),
                 empty.everything().constData());
    }

    void parity31_checkHasThreeOutcomes()
    {
        const auto outcome = [this](int status) {
            const CtlRun run = migrate({u"check"_s, u"--json"_s});
            return run.status == status ? run.objects().first()[u"outcome"_s].toString()
                                        : QString::fromUtf8(run.everything());
        };
        QCOMPARE(outcome(1), u"behind"_s);
        QVERIFY(migrate({u"check"_s}).err.startsWith("The tables are behind: at base"));
        QCOMPARE(migrate({u"upgrade"_s}).status, 0);
        QCOMPARE(outcome(0), u"same"_s);
        ask(*connect(), u"DROP INDEX customer_name_order"_s);
        ask(*connect(), u"ALTER TABLE customer ADD COLUMN vat VARCHAR(20)"_s);
        QCOMPARE(outcome(1), u"different"_s);
        const CtlRun run = migrate({u"check"_s});
        QVERIFY2(run.out.startsWith("the index customer_name_order (") &&
                     run.out.endsWith("name, id) is missing\n") && run.out.count('\n') == 1,
                 run.everything().constData());
        QVERIFY(run.err.contains("Note: customer.vat was added by others\n"));
    }

    void whatOtherProgramsWroteIsFoldedWhenTheBookIsOpened()
    {
        QCOMPARE(migrate({u"upgrade"_s}).status, 0);
        ask(*connect(), u"INSERT INTO customer (name, email, phone)"
                        " VALUES ('ÖNER', 'oe@example.com', '040/123-4')"_s);
        for (const QString& text : {u"oner"_s, u"0401234"_s})
            QCOMPARE(m_ctl.on(m_url, {u"count"_s, u"--search"_s, text}).out, QByteArray("1\n"));
    }

    void programsThatStartAtOnceMigrateOnce()
    {
        std::array<QProcess, 4> programs;
        for (QProcess& program : programs)
            start(program, {u"upgrade"_s});
        QByteArray said;
        for (QProcess& program : programs) {
            QVERIFY(program.waitForFinished(60'000));
            said += program.readAllStandardError();
            QVERIFY2(program.exitCode() == 0, said.constData());
            QCOMPARE(program.readAllStandardOutput(), QByteArray("0004\n"));
        }
        const auto times = [&](const char* revision) {
            qsizetype count = 0;
            for (const QByteArray& line : said.split('\n'))
                count += line.startsWith("Applied ") && line.contains(revision) ? 1 : 0;
            return count;
        };
        QVERIFY2(times("0001") == 1 && times("0002") == 1 && times("0003") == 1 &&
                     times("0004") == 1,
                 said.constData());
        QCOMPARE(migrate({u"check"_s}).status, 0);
    }

    void aKilledMigrationIsFineWhenRunAgain()
    {
        QCOMPARE(migrate({u"upgrade"_s, u"1"_s}).status, 0);
        const auto session = connect();
        addCustomers(*session, isPostgres() ? 1000 : 150'000);
        const QString before = tablePicture(*session);
        const qint64 logged = QFileInfo(m_settings.file + u"-wal"_s).size();
        if (isPostgres()) {
            // Making the extension is the last of it, and waits for this one.
            QVERIFY(session->begin(Session::TransactionMode::Write).hasValue());
            QVERIFY(session->executeScript(u"CREATE EXTENSION pg_trgm"_s).hasValue());
        }
        QProcess program;
        start(program, {u"upgrade"_s});
        const auto isInTheMiddle = [&] {
            return isPostgres() ? m_fixture.server().execute(
                                      m_settings.database,
                                      u"SELECT count(*) FROM pg_stat_activity WHERE datname ="
                                      " current_database() AND wait_event_type = 'Lock'"_s) == u"1"
                                : QFileInfo(m_settings.file + u"-wal"_s).size() > logged + 100'000;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isInTheMiddle(), 60'000);
        program.kill();
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitStatus(), QProcess::CrashExit);
        if (isPostgres())
            session->rollback();
        QTRY_VERIFY_WITH_TIMEOUT(tablePicture(*session) == before, 60'000);

        const CtlRun again = migrate({u"upgrade"_s});
        QVERIFY2(again.status == 0 && again.out == "0004\n", again.everything().constData());
        QCOMPARE(migrate({u"check"_s}).status, 0);
    }

    void saysWhatIsInTheWay()
    {
        const ServerProcess nobody(u"nobody"_s);
        if (isPostgres())
            m_url = u"postgresql://u@127.0.0.1:%1/x"_s.arg(nobody.port());
        else
            m_url = u"sqlite:///"_s + m_ctl.write(u"text.db"_s, QByteArray("text. ").repeated(99));
        for (const QStringList& words :
             {QStringList{u"current"_s}, QStringList{u"history"_s}, QStringList{u"check"_s},
              QStringList{u"upgrade"_s}, QStringList{u"stamp"_s, u"1"_s},
              QStringList{u"downgrade"_s, u"1"_s}}) {
            const CtlRun run = migrate(words);
            QVERIFY2(run.status == (isPostgres() ? 4 : 1) && run.out.isEmpty() &&
                         !run.err.isEmpty(),
                     run.everything().constData());
        }
        QCOMPARE(migrate({u"nosuch"_s}).status, 2);
    }
};

QTEST_GUILESS_MAIN(tst_CtlMigrations)
#include "tst_ctlmigrations.moc"
