// SPDX-License-Identifier: GPL-3.0-or-later
// clientele started again while it runs, with files, and beside the file clientele.portable.
#include "tests/support/windowprogram.h"

#include <QDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace clientele::testing;

class StartsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_program = std::make_unique<WindowProgram>(); }
    void opensItsFile();
    void handsItsFileToTheOneThatRuns();
    void runsOnceHoweverOftenItIsStarted();
    void startsAfterACrash();
    void startsBesideOneThatHangs();
    void namedConnectionsGetWindowsOfTheirOwn();
    void picturesNeedNobodyElse();
    void keepsAllBesideItselfWherePortable();
    void commandLineKeepsAllBesideItselfWherePortable();

private:
    std::unique_ptr<WindowProgram> m_program;

    /// An empty file, which becomes a book where it is opened.
    QString bookToBe(const QString& name) const { return m_program->write(name, {}); }
    bool isBook(const QString& name) const
    {
        return m_program->read(name).startsWith("SQLite format 3");
    }
    QProcess& startFirst()
    {
        QProcess& first = m_program->start({bookToBe(u"first.clientele"_s)});
        [&] { QTRY_VERIFY_WITH_TIMEOUT(isBook(u"first.clientele"_s), 30'000); }();
        return first;
    }
    static bool isRunning(QProcess& process)
    {
        process.waitForFinished(0);
        return process.state() == QProcess::Running;
    }
};

void StartsTest::opensItsFile()
{
    QVERIFY(isRunning(startFirst()));
    QVERIFY(!QFile::exists(m_program->path(u"data/clientele/customers.db"_s)));
}

void StartsTest::handsItsFileToTheOneThatRuns()
{
    QProcess& first = startFirst();
    bookToBe(u"second.clientele"_s);
    // As files are named on the command line: from the folder that it is in.
    const CtlRun second = m_program->run({u"second.clientele"_s});
    QVERIFY2(second.status == 0, second.everything().constData());
    QCOMPARE(second.out, QByteArray("Passed on to the Clientele that is open already.\n"));
    QTRY_VERIFY_WITH_TIMEOUT(isBook(u"second.clientele"_s), 30'000);
    QVERIFY(isRunning(first));
}

void StartsTest::runsOnceHoweverOftenItIsStarted()
{
    std::vector<QProcess*> starts;
    for (int i = 0; i < 4; ++i)
        starts.push_back(&m_program->start({u"--new-customer"_s}));
    const auto running = [&] {
        return std::count_if(starts.cbegin(), starts.cend(),
                             [](QProcess* start) { return isRunning(*start); });
    };
    QTRY_COMPARE_WITH_TIMEOUT(running(), 1, 60'000);
    for (QProcess* start : starts) {
        if (!isRunning(*start))
            QVERIFY2(start->exitCode() == 0 && start->exitStatus() == QProcess::NormalExit,
                     start->readAllStandardError().constData());
    }
}

void StartsTest::startsAfterACrash()
{
    QProcess& first = startFirst();
    first.kill();
    QVERIFY(first.waitForFinished());
    bookToBe(u"second.clientele"_s);
    QProcess& second = m_program->start({u"second.clientele"_s});
    QTRY_VERIFY_WITH_TIMEOUT(isBook(u"second.clientele"_s), 30'000);
    QVERIFY(isRunning(second));
    bookToBe(u"third.clientele"_s);
    QCOMPARE(m_program->run({u"third.clientele"_s}).status, 0);
    QTRY_VERIFY_WITH_TIMEOUT(isBook(u"third.clientele"_s), 30'000);
}

void StartsTest::startsBesideOneThatHangs()
{
    QProcess& first = startFirst();
    QCOMPARE(::kill(pid_t(first.processId()), SIGSTOP), 0);
    bookToBe(u"second.clientele"_s);
    QProcess& second = m_program->start({u"second.clientele"_s});
    QTRY_VERIFY_WITH_TIMEOUT(isBook(u"second.clientele"_s), 30'000);
    QVERIFY(isRunning(second));
    QVERIFY(second.readAllStandardError().contains("Clientele is open already, but does not "
                                                   "answer."));
    QCOMPARE(::kill(pid_t(first.processId()), SIGCONT), 0);
    bookToBe(u"third.clientele"_s);
    QCOMPARE(m_program->run({u"third.clientele"_s}).status, 0);
    QTRY_VERIFY_WITH_TIMEOUT(isBook(u"third.clientele"_s), 30'000);
}

void StartsTest::namedConnectionsGetWindowsOfTheirOwn()
{
    startFirst();
    QProcess& second =
        m_program->start({u"--url"_s, u"sqlite:///%1"_s.arg(m_program->path(u"second.db"_s))});
    QTRY_VERIFY_WITH_TIMEOUT(isBook(u"second.db"_s), 30'000);
    QVERIFY(isRunning(second));
}

void StartsTest::picturesNeedNobodyElse()
{
    QProcess& first = startFirst();
    // Were it asked, they would wait for it.
    QCOMPARE(::kill(pid_t(first.processId()), SIGSTOP), 0);
    const CtlRun picture = m_program->run({u"--screenshot"_s, u"window.png"_s});
    QVERIFY2(picture.status == 0 && !picture.err.contains("does not answer"),
             picture.everything().constData());
    QVERIFY(QFile::exists(m_program->path(u"window.png"_s)));
    const CtlRun test = m_program->run({u"--selftest"_s});
    QVERIFY2(test.status == 0 && !test.err.contains("does not answer"),
             test.everything().constData());
}

void StartsTest::keepsAllBesideItselfWherePortable()
{
    m_program->moveTo(m_program->path(u"stick"_s));
    m_program->write(u"stick/clientele.portable"_s, {});
    const CtlRun picture = m_program->run({u"--screenshot"_s, u"window.png"_s});
    QVERIFY2(picture.status == 0, picture.everything().constData());
    QVERIFY(isBook(u"stick/data/customers.db"_s));
    for (const QString& folder : {u"config"_s, u"data"_s})
        QCOMPARE(QDir(m_program->path(folder)).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
                 QStringList());
}

void StartsTest::commandLineKeepsAllBesideItselfWherePortable()
{
    const CtlProgram ctl;
    const QDir stick(ctl.path(u"stick"_s));
    QVERIFY(QDir().mkpath(stick.path()));
    const QString program = stick.filePath(u"clientelectl"_s);
    QVERIFY(QFile::copy(ctl.program(), program));
    ctl.write(u"stick/clientele.portable"_s, {});
    const auto run = [&](const QStringList& arguments) {
        QProcess process;
        process.setProcessEnvironment(ctl.environment());
        process.start(program, arguments);
        process.waitForFinished();
        return CtlRun{.status = process.exitCode(),
                      .out = process.readAllStandardOutput(),
                      .err = process.readAllStandardError()};
    };
    const CtlRun added = run({u"create"_s, u"--name"_s, u"Ann"_s, u"--email"_s, u"a@b.example"_s});
    QVERIFY2(added.status == 0 && added.err.isEmpty(), added.everything().constData());
    const CtlRun saved =
        run({u"profile"_s, u"add"_s, u"Other"_s, u"--url"_s, u"sqlite:////tmp/other.db"_s});
    QVERIFY2(saved.status == 0, saved.everything().constData());
    QVERIFY(stick.exists(u"data/customers.db"_s));
    QVERIFY(stick.exists(u"data/profiles.json"_s));
    QVERIFY(!QFile::exists(ctl.path(u"config"_s)) && !QFile::exists(ctl.path(u"data"_s)));
    QVERIFY(QDir(stick.filePath(u"data"_s)).removeRecursively());
    ctl.write(u"stick/data"_s, "a file where the folder should be");
    const CtlRun refused = run({u"count"_s});
    QVERIFY2(refused.status != 0 && refused.err.contains("Nothing can be written to the folder"),
             refused.everything().constData());
}

QTEST_GUILESS_MAIN(StartsTest)
#include "tst_starts.moc"
