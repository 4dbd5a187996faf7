// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/selftest/run.h"

#include "app/application.h"
#include "app/selftest/lastresort.h"
#include "app/selftest/selftest.h"
#include "app/selftest/testlog.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace clientele {

namespace {

/// What Qt complains of belongs into the log: on Windows it is seen nowhere else.
TestLog* logOfQt = nullptr;

void logMessage(QtMsgType type, const QMessageLogContext&, const QString& text)
{
    if (type == QtFatalMsg)
        logOfQt->failed(u"Qt"_s, text);
    else if (type != QtDebugMsg && type != QtInfoMsg)
        logOfQt->note(u"Qt"_s, text);
}

QStringList wordsOf(int& argc, char** argv)
{
    // On Windows only an application object knows them as they were written.
    const QCoreApplication application(argc, argv);
    return QCoreApplication::arguments();
}

} // namespace

int runSelfTest(int& argc, char** argv)
{
    QElapsedTimer clock;
    clock.start();
    const StartOptions early = StartOptions::glance(wordsOf(argc, argv));
    TestLog log;
    if (const QString why = early.log.isEmpty() ? QString() : log.writeTo(early.log);
        !why.isEmpty()) {
        std::fputs(qUtf8Printable(u"The log %1 cannot be written: %2\n"_s.arg(early.log, why)),
                   stderr);
        return 1;
    }
    logOfQt = &log;
    qInstallMessageHandler(logMessage);
    QString folder;
    LastResort lastResort(early.deadline, [&](const QString& step) {
        log.failed(u"deadline"_s,
                   u"Not done after %1 seconds, while at: %2. Nothing further was tried."_s
                       .arg(early.deadline.count())
                       .arg(step));
        if (!folder.isEmpty())
            QDir(folder).removeRecursively();
    });
    lastResort.at(u"start of the window system"_s);
    int status = 1;
    {
        Application application(argc, argv);
        const StartOptions options = StartOptions::read(QCoreApplication::arguments());
        SelfTest test(application, log, lastResort,
                      {.url = options.choice.url, .screenshot = options.screenshot});
        folder = test.folder();
        QObject::connect(&test, &SelfTest::finished, &application, &QCoreApplication::quit);
        test.start();
        QApplication::exec();
        lastResort.at(u"end"_s);
        status = log.failures() == 0 ? 0 : 1;
    }
    log.note(u"selftest"_s, u"%1 checks, %2 failed, %3 s"_s.arg(log.checks())
                                .arg(log.failures())
                                .arg(double(clock.elapsed()) / 1000, 0, 'f', 1));
    qInstallMessageHandler(nullptr);
    return status;
}

} // namespace clientele
