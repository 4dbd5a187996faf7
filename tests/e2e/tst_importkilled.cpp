// SPDX-License-Identifier: GPL-3.0-or-later
// Imports that are killed, whoever it is that dies: gone on with, they lose no row and do none
// twice; where it is all or nothing, it is that.
#include "core/db/connect.h"
#include "core/io/csvreader.h"
#include "tests/support/ctlprogram.h"
#include "tests/support/enginefixture.h"
#include "tests/support/messyfile.h"
#include "tests/support/wireproxy.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTest>

#include <csignal>
#include <random>
#include <thread>

using namespace clientele;
using namespace clientele::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr int rows = 2000;
constexpr int moments = 10;
constexpr int atomicMoments = 4;

QString urlOf(const ConnectionSettings& settings)
{
    return settings.engine == Engine::Sqlite
               ? u"sqlite:///"_s + settings.file
               : u"postgresql://postgres@127.0.0.1:%1/%2"_s.arg(settings.port)
                     .arg(settings.database);
}

qint64 number(const ConnectionSettings& settings, const QString& sql)
{
    const auto session = connectTo(settings, {});
    const auto found = session ? (*session)->execute(sql) : session.error();
    if (!found)
        qFatal("cannot look: %s", qPrintable(found.error().message));
    return found->at(0).integer(0);
}

} // namespace

class TestImportKilled : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void losesNothing_data();
    void losesNothing();
    void refusesAFileThatHasChanged();
    void leavesNothingBehindWhenItIsDone();

private:
    enum class Victim
    {
        Program,
        Backend,
        Server,
        Network
    };

    [[nodiscard]] QStringList importing(bool atomic) const;
    CtlRun runUntil(Victim victim, const QString& url, std::chrono::milliseconds moment,
                    bool atomic);
    void kill(Victim victim, QProcess& program);
    void finish(bool atomic);
    [[nodiscard]] QList<qint64> rejectedLines() const;

    CtlProgram m_ctl;
    EngineFixture m_fixture;
    ConnectionSettings m_settings;
    std::unique_ptr<WireProxy> m_proxy;
    MessyFile m_messy;
    QString m_file;
    QList<qint64> m_expectedRejects;
    std::mt19937 m_dice{20260102};
};

void TestImportKilled::initTestCase()
{
    m_messy = MessyFile::make(rows);
    m_file = m_ctl.write(u"in.csv"_s, m_messy.csv);
    m_expectedRejects = m_messy.rejected.keys() + m_messy.duplicates.keys();
    std::ranges::sort(m_expectedRejects);
}

QStringList TestImportKilled::importing(bool atomic) const
{
    QStringList arguments = {u"--json"_s,      u"import"_s,  m_file, u"--rejects"_s,
                             u"rejects.csv"_s, u"--chunk"_s, u"50"_s};
    if (atomic)
        arguments += u"--atomic"_s;
    return arguments;
}

void TestImportKilled::kill(Victim victim, QProcess& program)
{
    switch (victim) {
    case Victim::Program:
        ::kill(pid_t(program.processId()), SIGKILL);
        break;
    case Victim::Backend:
        m_fixture.server().execute(u"postgres"_s,
                                   u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                                   " WHERE datname = '%1'"_s.arg(m_settings.database));
        break;
    case Victim::Server:
        m_fixture.server().kill();
        break;
    case Victim::Network:
        m_proxy->refuse();
        m_proxy->cut();
        break;
    }
}

CtlRun TestImportKilled::runUntil(Victim victim, const QString& url,
                                  std::chrono::milliseconds moment, bool atomic)
{
    QProcess program;
    program.setProcessEnvironment(m_ctl.environment());
    program.setWorkingDirectory(m_ctl.folder());
    program.start(m_ctl.program(), QStringList{u"--url"_s, url} + importing(atomic));
    if (!program.waitForStarted())
        qFatal("clientelectl does not start");
    std::this_thread::sleep_for(moment);
    kill(victim, program);
    if (!program.waitForFinished(60'000))
        qFatal("clientelectl does not end");
    if (victim == Victim::Server)
        m_fixture.server().start();
    if (victim == Victim::Network)
        m_proxy->pass();
    return {.status = program.exitStatus() == QProcess::NormalExit ? program.exitCode() : -1,
            .out = program.readAllStandardOutput(),
            .err = program.readAllStandardError()};
}

/// Goes on until nothing is left to be done.
void TestImportKilled::finish(bool atomic)
{
    const QString url = urlOf(m_settings);
    const qint64 there = number(m_settings, u"SELECT count(*) FROM customer"_s);
    if (atomic) {
        QVERIFY2(there == 0 || there == m_messy.importable, qPrintable(QString::number(there)));
        if (there == 0)
            QCOMPARE(m_ctl.on(url, importing(true)).status, 3);
        return;
    }
    const CtlRun resumed = m_ctl.on(url, {u"--json"_s, u"import"_s, m_file, u"--resume"_s});
    if (resumed.status == 5) {
        // Killed before it began, or not killed in time.
        QVERIFY2(there == 0 || there == m_messy.importable, resumed.everything().constData());
        if (there == 0)
            QCOMPARE(m_ctl.on(url, importing(false)).status, 3);
        return;
    }
    QVERIFY2(resumed.status == 3, resumed.everything().constData());
    const QJsonObject report = resumed.objects().last();
    QCOMPARE(report[u"rows"_s].toInt(), rows);
    QCOMPARE(report[u"created"_s].toInt(), m_messy.importable);
    QCOMPARE(report[u"rejected"_s].toInt(), m_expectedRejects.size());
}

QList<qint64> TestImportKilled::rejectedLines() const
{
    QFile file(m_ctl.path(u"rejects.csv"_s));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    CsvReader reader(file, {});
    QList<qint64> lines;
    reader.next();
    while (const CsvRecord* record = reader.next()) {
        const std::string_view line = record->fields[3]; // name, email and phone before it
        lines += QByteArray(line.data(), qsizetype(line.size())).toLongLong();
    }
    return lines;
}

void TestImportKilled::losesNothing_data()
{
    QTest::addColumn<QString>("engine");
    QTest::addColumn<int>("victim");
    const auto row = [](const char* name, const char* engine, Victim victim) {
        QTest::newRow(name) << QString::fromLatin1(engine) << int(victim);
    };
    row("the program, sqlite", "sqlite", Victim::Program);
    row("the program, postgresql", "postgresql", Victim::Program);
    row("the program, pgbouncer", "pgbouncer", Victim::Program);
    row("the backend, postgresql", "postgresql", Victim::Backend);
    row("the backend, pgbouncer", "pgbouncer", Victim::Backend);
    row("the server, postgresql", "postgresql", Victim::Server);
    row("the network, postgresql", "postgresql", Victim::Network);
    row("the network, pgbouncer", "pgbouncer", Victim::Network);
}

void TestImportKilled::losesNothing()
{
    QFETCH(QString, engine);
    QFETCH(int, victim);
    m_settings = m_fixture.emptied(engine);
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(m_ctl.on(urlOf(m_settings), importing(false)).status, 3);
    const int whole = int(clock.elapsed());
    for (int moment = 0; moment < moments + atomicMoments; ++moment) {
        const bool atomic = moment >= moments;
        m_settings = m_fixture.emptied(engine);
        QString url = urlOf(m_settings);
        if (Victim(victim) == Victim::Network) {
            m_proxy = std::make_unique<WireProxy>(m_settings);
            url = urlOf(m_proxy->settings(m_settings.database));
        }
        if (Victim(victim) == Victim::Server)
            m_fixture.server().execute(u"postgres"_s, u"CHECKPOINT"_s); // it dies without fsync
        const auto when = std::uniform_int_distribution(whole / 10, whole)(m_dice);
        const CtlRun first = runUntil(Victim(victim), url, std::chrono::milliseconds(when), atomic);
        finish(atomic);
        if (QTest::currentTestFailed())
            qFatal("after %d of %d ms: %s", when, whole, first.everything().constData());
        QCOMPARE(number(m_settings, u"SELECT count(*) FROM customer"_s), m_messy.importable);
        QCOMPARE(number(m_settings, u"SELECT count(DISTINCT lower(email)) FROM customer"_s),
                 m_messy.importable);
        QCOMPARE(rejectedLines(), m_expectedRejects);
        QCOMPARE(number(m_settings, u"SELECT count(*) FROM clientele_import"_s), 0);
    }
}

void TestImportKilled::refusesAFileThatHasChanged()
{
    m_settings = m_fixture.emptied(u"sqlite"_s);
    const QString url = urlOf(m_settings);
    for (int tries = 0;
         tries < 50 && number(m_settings, u"SELECT count(*) FROM clientele_import"_s) == 0;
         ++tries) {
        m_settings = m_fixture.emptied(u"sqlite"_s);
        std::ignore = runUntil(Victim::Program, url, std::chrono::milliseconds(20 * tries), false);
    }
    QCOMPARE(number(m_settings, u"SELECT count(*) FROM clientele_import"_s), 1);
    const QByteArray content = m_ctl.read(u"in.csv"_s);
    m_ctl.write(u"in.csv"_s, content + "One more,one.more@example.com,\n");
    const CtlRun refused = m_ctl.on(url, {u"import"_s, m_file, u"--resume"_s});
    QVERIFY2(refused.status == 1 && refused.err.contains("has changed since its import began"),
             refused.everything().constData());
    m_ctl.write(u"in.csv"_s, content);
}

void TestImportKilled::leavesNothingBehindWhenItIsDone()
{
    for (const char* engine : {"sqlite", "postgresql"}) {
        m_settings = m_fixture.fresh(QString::fromLatin1(engine));
        const QString url = urlOf(m_settings);
        const QString stopping = m_ctl.write(
            u"stops.csv"_s, "name,email\nAnn,ann@example.com\nBob,nowhere\nCy,cy@example.com\n");
        QCOMPARE(m_ctl.on(url, {u"import"_s, stopping, u"--on-error"_s, u"stop"_s}).status, 1);
        QCOMPARE(m_ctl.on(url, {u"import"_s, stopping}).status, 3);
        QCOMPARE(m_ctl.on(url, {u"import"_s, stopping, u"--dry-run"_s}).status, 3);
        QCOMPARE(number(m_settings, u"SELECT count(*) FROM clientele_import"_s), 0);
        QCOMPARE(m_ctl.on(url, {u"import"_s, stopping, u"--resume"_s}).status, 5);
    }
}

QTEST_GUILESS_MAIN(TestImportKilled)
#include "tst_importkilled.moc"
