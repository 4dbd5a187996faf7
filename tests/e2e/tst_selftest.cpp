// SPDX-License-Identifier: GPL-3.0-or-later
// clientele --selftest, as installers and people run it.
#include "tests/support/postgresserver.h"
#include "tests/support/windowprogram.h"
#include "tests/support/wireproxy.h"

#include <QDirIterator>
#include <QImage>
#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace clientele::testing;

class SelfTestTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_program = std::make_unique<WindowProgram>(); }
    void findsAllWell();
    void touchesNothingOfThePersons();
    void writesLogAndPicture();
    void saysWhyTheLogCannotBeWritten();
    void saysWhyThePictureCannotBeWritten();
    void reachesAServer();
    void reachesAServerWithoutTables();
    void saysWhyAServerIsNotReached();
    void saysWhyAUrlIsNone();
    void keepsToItsDeadline();
    void findsWhatIsWrongWithTheFolder();

private:
    std::unique_ptr<WindowProgram> m_program;

    static QByteArray line(const CtlRun& run, const QByteArray& start);
    static QStringList filesIn(const QString& folder);
};

/// The first line that starts so, without its end.
QByteArray SelfTestTest::line(const CtlRun& run, const QByteArray& start)
{
    for (const QByteArray& line : run.out.split('\n')) {
        if (line.startsWith(start))
            return line;
    }
    return {};
}

QStringList SelfTestTest::filesIn(const QString& folder)
{
    QStringList files;
    for (QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
         it.hasNext();) {
        // The system's libraries keep caches where they like.
        if (const QString file = it.next(); !file.contains(u"/.cache/"))
            files << file;
    }
    return files;
}

void SelfTestTest::findsAllWell()
{
    const CtlRun run = m_program->run({u"--selftest"_s});
    QVERIFY2(run.status == 0, run.everything().constData());
    for (const char* check :
         {"ok      program: Clientele ", "ok      library: SQLite 3.", "ok      library: libpq ",
          "ok      folders: ", "ok      icons: ", "ok      style: ", "ok      letters: ",
          "ok      translation: clientele_de.qm", "ok      book: SQLite 3.",
          "ok      window: 1280 x 800, 499 "})
        QVERIFY2(!line(run, check).isEmpty(), (check + ("\n" + run.everything())).constData());
    QVERIFY2(!run.out.contains("failed "), run.everything().constData());
}

void SelfTestTest::touchesNothingOfThePersons()
{
    // Were it asked, it would be opened.
    m_program->set(u"DATABASE_URL"_s, u"sqlite:///%1"_s.arg(m_program->path(u"mine.db"_s)));
    m_program->set(u"TMPDIR"_s, m_program->path(u"run"_s));
    const CtlRun run = m_program->run({u"--selftest"_s});
    QVERIFY2(run.status == 0, run.everything().constData());
    QCOMPARE(filesIn(m_program->folder()), QStringList());
}

void SelfTestTest::writesLogAndPicture()
{
    const CtlRun run = m_program->run(
        {u"--selftest"_s, u"--log"_s, u"test.log"_s, u"--screenshot"_s, u"window.png"_s});
    QVERIFY2(run.status == 0, run.everything().constData());
    QCOMPARE(m_program->read(u"test.log"_s), run.out);
    QCOMPARE(line(run, "ok      screenshot"), QByteArray("ok      screenshot: window.png"));
    QCOMPARE(QImage(m_program->path(u"window.png"_s)).size(), QSize(1280, 800));
}

void SelfTestTest::saysWhyTheLogCannotBeWritten()
{
    const CtlRun run = m_program->run({u"--selftest"_s, u"--log"_s, u"gone/test.log"_s});
    QCOMPARE(run.status, 1);
    QCOMPARE(run.out, QByteArray());
    QCOMPARE(run.err, QByteArray("The log gone/test.log cannot be written: No such file or "
                                 "directory\n"));
}

void SelfTestTest::saysWhyThePictureCannotBeWritten()
{
    const CtlRun run = m_program->run({u"--selftest"_s, u"--screenshot"_s, u"gone/window.png"_s});
    QCOMPARE(run.status, 1);
    QCOMPARE(line(run, "failed"),
             QByteArray("failed  screenshot: The picture could not be written: gone/window.png"));
}

void SelfTestTest::reachesAServer()
{
    PostgresServer server({.password = u"c4nary p@ss"_s});
    server.createDatabase(u"shop"_s);
    const CtlRun made = CtlProgram().on(server.url(u"shop"_s), {u"migrate"_s, u"upgrade"_s});
    QVERIFY2(made.status == 0, made.everything().constData());
    const CtlRun run = m_program->run({u"--selftest"_s, u"--url"_s, server.url(u"shop"_s)});
    QVERIFY2(run.status == 0, run.everything().constData());
    for (const char* check :
         {"ok      server: Resolve", "ok      server: Reach", "ok      server: Encrypt",
          "ok      server: Sign in", "ok      server: Find the table", "ok      server: "})
        QVERIFY2(!line(run, check).isEmpty(), (check + ("\n" + run.everything())).constData());
    QVERIFY2(!run.everything().contains("c4nary"), run.everything().constData());
}

void SelfTestTest::reachesAServerWithoutTables()
{
    PostgresServer server;
    server.createDatabase(u"empty"_s);
    const CtlRun run = m_program->run({u"--selftest"_s, u"--url"_s, server.url(u"empty"_s)});
    QVERIFY2(run.status == 0, run.everything().constData());
    QVERIFY2(line(run, "note    server: Find the table").contains("no table customer"),
             run.everything().constData());
}

void SelfTestTest::saysWhyAServerIsNotReached()
{
    const int port = ServerProcess(u"nobody"_s).port();
    const CtlRun run = m_program->run(
        {u"--selftest"_s, u"--url"_s, u"postgresql://ann:c4nary@127.0.0.1:%1/shop"_s.arg(port)});
    QCOMPARE(run.status, 1);
    QVERIFY2(line(run, "failed").contains("does not answer at port"), run.everything().constData());
    QVERIFY2(!line(run, "ok      window").isEmpty(), run.everything().constData());
    QVERIFY2(!run.everything().contains("c4nary"), run.everything().constData());
}

void SelfTestTest::saysWhyAUrlIsNone()
{
    const CtlRun run = m_program->run({u"--selftest"_s, u"--url"_s, u"mysql://here"_s});
    QCOMPARE(run.status, 1);
    QVERIFY2(!line(run, "failed  server: ").isEmpty(), run.everything().constData());
}

void SelfTestTest::keepsToItsDeadline()
{
    QTcpServer silent; // connections are taken by the system, and nobody ever answers
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    m_program->set(u"TMPDIR"_s, m_program->path(u"run"_s));
    const CtlRun run =
        m_program->run({u"--selftest"_s, u"--deadline"_s, u"3"_s, u"--url"_s,
                        u"postgresql://ann@127.0.0.1:%1/shop"_s.arg(silent.serverPort())});
    QCOMPARE(run.status, 1);
    QCOMPARE(line(run, "failed"),
             QByteArray("failed  deadline: Not done after 3 seconds, while at: server. Nothing "
                        "further was tried."));
    QCOMPARE(filesIn(m_program->folder()), QStringList());
}

void SelfTestTest::findsWhatIsWrongWithTheFolder()
{
    const QString folder = m_program->path(u"stick"_s);
    m_program->moveTo(folder);
    m_program->write(u"stick/clientele.portable"_s, {});
    const CtlRun well = m_program->run({u"--selftest"_s});
    QVERIFY2(well.status == 0, well.everything().constData());
    QCOMPARE(line(well, "ok      folders"),
             "ok      folders: " + folder.toUtf8() + "/data (portable)");
    QVERIFY(QDir(folder + u"/data"_s).removeRecursively());
    m_program->write(u"stick/data"_s, "a file where the folder should be");
    const CtlRun run = m_program->run({u"--selftest"_s});
    QCOMPARE(run.status, 1);
    QVERIFY2(line(run, "failed  folders: Nothing can be written to the folder").contains("/data"),
             run.everything().constData());
}

QTEST_GUILESS_MAIN(SelfTestTest)
#include "tst_selftest.moc"
