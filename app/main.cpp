// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"
#include "app/firstpicture.h"
#include "app/selftest/run.h"
#include "app/startoptions.h"
#include "core/config/folders.h"
#include "core/runtime.h"
#include "core/services/book.h"
#include "core/services/instance.h"
#include "core/translations.h"
#include "ui/common/jsonstore.h"
#include "ui/common/stallmeter.h"
#include "ui/common/systemscheme.h"
#include "ui/connections/gallery.h"
#include "ui/diagnostics/gallery.h"
#include "ui/gallery/gallery.h"
#include "ui/gallery/mainwindowstates.h"
#include "ui/importing/gallery.h"
#include "ui/importing/jobs.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/openevents.h"
#include "ui/mainwindow/schemecontroller.h"

#include <QApplication>
#include <QLoggingCategory>
#include <QScopeGuard>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTextStream>
#include <QThreadPool>
#include <QTimer>

#include <algorithm>

using namespace clientele;
using namespace Qt::StringLiterals;

namespace {

/// How long the start takes, for those who measure it: QT_LOGGING_RULES=clientele.start.info=true
Q_LOGGING_CATEGORY(logStart, "clientele.start", QtWarningMsg)

int complain(const QString& text)
{
    QTextStream(stderr) << text << Qt::endl;
    return 1;
}

/// How long a window that runs already is given to take what this start asks of it.
constexpr auto patience = std::chrono::seconds(3);

int takeScreenshot(QApplication& application, MainWindow& window, const StartOptions& options)
{
    QPixmap picture;
    FirstPicture first(window);
    QObject::connect(&first, &FirstPicture::painted, &window,
                     [] { qCInfo(logStart) << "first rows painted"; });
    QObject::connect(&first, &FirstPicture::taken, &window, [&](const QPixmap& taken) {
        picture = taken;
        application.quit();
    });
    QTimer::singleShot(30'000, &window, [&application] { application.exit(1); });
    first.start(options.choice);
    if (application.exec() != 0)
        return complain(u"The window did not come up within 30 seconds."_s);
    if (!picture.save(options.screenshot))
        return complain(u"The picture could not be written: %1"_s.arg(options.screenshot));
    return 0;
}

int drawGallery(QApplication& application, const QString& target)
{
    // Nothing of the person's own is read or shown.
    QStandardPaths::setTestModeEnabled(true);
    QTemporaryDir folder;
    // Books are closed in the background; their files go after them.
    const auto closed = qScopeGuard([] { QThreadPool::globalInstance()->waitForDone(); });
    std::vector<std::unique_ptr<JsonStore>> stores;
    const auto newStore = [&]() -> JsonStore& {
        return *stores.emplace_back(
            std::make_unique<JsonStore>(folder.filePath(u"window%1"_s.arg(stores.size()))));
    };
    SchemeController scheme(application);
    StallMeter meter;
    makeGalleryBooks(folder.path());
    saveSampleProfiles();
    Book book({.file = folder.filePath(u"imports.db"_s)}, {});
    (void)book.open().wait();
    Jobs jobs;
    Gallery gallery(application, target,
                    mainWindowStates({newStore, scheme, meter, folder.path()}) +
                        importingStates(book, jobs, folder.path()) + connectionStates(book) +
                        diagnosticsStates({.file = folder.filePath(u"samples.db"_s)}));
    QStringList missed;
    QObject::connect(&gallery, &Gallery::finished, &application, [&](const QStringList& failed) {
        missed = failed;
        application.quit();
    });
    QObject::connect(&gallery, &Gallery::left, &jobs, &Jobs::cancelAll);
    gallery.start();
    application.exec();
    return missed.isEmpty() ? 0 : complain(u"Not reached: %1"_s.arg(missed.join(u", "_s)));
}

int openWindow(QApplication& application, Instance& instance, const StartOptions& options)
{
    StallMeter meter;
    SchemeController scheme(application);
    const SystemScheme systemScheme;
    QObject::connect(&systemScheme, &SystemScheme::darkChanged, &scheme,
                     &SchemeController::setSystemDark);
    JsonStore store(folders::data());
    MainWindow window(store, scheme, meter);
    meter.start();
    if (!options.screenshot.isEmpty())
        return takeScreenshot(application, window, options);
    QObject::connect(&instance, &Instance::requested, &window, &MainWindow::serve);
    const OpenEvents opens(application);
    QObject::connect(&opens, &OpenEvents::requested, &window, &MainWindow::serve);
    window.start(options.choice, options.request);
    return QApplication::exec();
}

} // namespace

int main(int argc, char* argv[])
{
    prepareRuntime();
    // Answered without a display.
    if (argc == 2 && QByteArrayView(argv[1]) == "--version") {
        QTextStream(stdout) << u"clientele %1"_s.arg(QStringLiteral(CLIENTELE_VERSION)) << Qt::endl;
        return 0;
    }
    if (std::any_of(argv, argv + argc,
                    [](const char* word) { return QByteArrayView(word) == "--selftest"; }))
        return runSelfTest(argc, argv);
    // Qt takes them out of the environment.
    const QByteArray activation = qEnvironmentVariableIsSet("XDG_ACTIVATION_TOKEN")
                                      ? qgetenv("XDG_ACTIVATION_TOKEN")
                                      : qgetenv("DESKTOP_STARTUP_ID");
    Application application(argc, argv);
    StartOptions options = StartOptions::read(QCoreApplication::arguments());
    options.request.activation = activation;
    if (!options.language.isEmpty())
        QLocale::setDefault(QLocale(options.language));
    translations::install(application, QLocale());
    if (!options.gallery.isEmpty())
        return drawGallery(application, options.gallery);

    Instance instance;
    if (options.sharesWindow()) {
        const auto role = instance.start(options.request, patience);
        if (role == Instance::Role::HandedOver) {
            QTextStream(stdout) << u"Passed on to the Clientele that is open already."_s
                                << Qt::endl;
            return 0;
        }
        if (role == Instance::Role::NoAnswer)
            complain(u"Clientele is open already, but does not answer. This is a window of its "
                     "own."_s);
    }
    return openWindow(application, instance, options);
}
