// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benches.h"
#include "tests/bench/measure.h"

#include <QCoreApplication>
#include <QElapsedTimer>

namespace clientele::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int startTimeout = 60'000; // milliseconds

/// A screen that nobody sees, for as long as this object lives.
class HiddenScreen final
{
    Q_DISABLE_COPY_MOVE(HiddenScreen)

public:
    HiddenScreen()
    {
        m_server.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_server.start(u"Xvfb"_s, {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"1280x900x24"_s,
                                   u"-nolisten"_s, u"tcp"_s});
        if (!m_server.waitForStarted() || !m_server.waitForReadyRead(startTimeout))
            qFatal("Xvfb does not start: %s", qPrintable(m_server.errorString()));
        m_display = u':' + QString::fromLatin1(m_server.readLine().trimmed());
    }
    ~HiddenScreen()
    {
        m_server.terminate();
        m_server.waitForFinished();
    }
    [[nodiscard]] const QString& display() const { return m_display; }

private:
    QProcess m_server;
    QString m_display;
};

struct Start
{
    double milliseconds = 0;
    double megabytes = 0;
};

/// Runs a program until @p shown says that it is there.
Start startOf(const QString& program, const QStringList& arguments,
              const QProcessEnvironment& environment, const std::function<void(QProcess&)>& shown)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    QElapsedTimer clock;
    clock.start();
    process.start(program, arguments);
    shown(process);
    const Start start{.milliseconds = double(clock.nsecsElapsed()) / 1e6,
                      .megabytes = residentMegabytes(process.processId())};
    process.kill();
    process.waitForFinished();
    return start;
}

Start startClientele(Workshop& workshop, const QString& file, QProcessEnvironment environment)
{
    environment.insert(u"QT_LOGGING_RULES"_s, u"clientele.start.info=true"_s);
    return startOf(
        QCoreApplication::applicationDirPath() + u"/clientele"_s,
        {u"--url"_s, u"sqlite:///"_s + file, u"--screenshot"_s, workshop.path(u"start.png"_s)},
        environment, [](QProcess& process) {
            process.setReadChannel(QProcess::StandardError);
            QByteArray said;
            while (!said.contains("first rows painted")) {
                if (!process.waitForReadyRead(startTimeout))
                    qFatal("clientele shows no rows:\n%s", said.constData());
                said += process.readAllStandardError();
            }
        });
}

Start startSqliteBrowser(const QString& file, const QProcessEnvironment& environment)
{
    return startOf(u"sqlitebrowser"_s, {file}, environment, [&](QProcess&) {
        runProgram(u"xdotool"_s,
                   {u"search"_s, u"--sync"_s, u"--onlyvisible"_s, u"--name"_s, u"DB Browser"_s},
                   environment, startTimeout);
    });
}

} // namespace

void benchStart(Workshop& workshop, Report& report)
{
    const QString file = workshop.fullBook(Engine::Sqlite, workshop.rows()).file;
    const HiddenScreen screen;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DISPLAY"_s, screen.display());
    environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
    environment.insert(u"HOME"_s, workshop.path(u"."_s)); // nobody's own settings
    for (const auto& variable : {u"XDG_CONFIG_HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_CACHE_HOME"_s})
        environment.remove(variable);

    startClientele(workshop, file, environment); // programs and file are in memory then
    startSqliteBrowser(file, environment);
    std::vector<double> memory, peerMemory;
    const Pair start = alternate(
        workshop.runs(),
        [&] {
            const Start one = startClientele(workshop, file, environment);
            memory.push_back(one.megabytes);
            return one.milliseconds;
        },
        [&] {
            const Start one = startSqliteBrowser(file, environment);
            peerMemory.push_back(one.megabytes);
            return one.milliseconds;
        });
    report.add(
        {.name = u"Start to first rows of %1 painted, beside DB Browser to its window (ms)"_s.arg(
             workshop.rows()),
         .ours = start.ours,
         .peer = start.peer,
         .limit = 0.5});
    report.add({.name = u"Resident memory then, beside DB Browser's (MB)"_s,
                .ours = median(memory),
                .peer = median(peerMemory),
                .limited = Figure::Limited::Ours,
                .limit = 150});
}

} // namespace clientele::bench
