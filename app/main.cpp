// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/allocator.h"
#include "core/services/book.h"
#include "core/translations.h"
#include "ui/common/jsonstore.h"
#include "ui/common/stallmeter.h"
#include "ui/common/systemscheme.h"
#include "ui/connections/gallery.h"
#include "ui/customers/customerspage.h"
#include "ui/diagnostics/gallery.h"
#include "ui/gallery/gallery.h"
#include "ui/gallery/mainwindowstates.h"
#include "ui/importing/gallery.h"
#include "ui/importing/jobs.h"
#include "ui/mainwindow/bookpages.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/schemecontroller.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QLoggingCategory>
#include <QScopeGuard>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTextStream>
#include <QThreadPool>

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

/// Shows the first window, waits for its first rows or whatever stands in their place, and keeps a
/// picture.
int takeScreenshot(QApplication& application, MainWindow& window, const StartChoice& choice,
                   const QString& file)
{
    QPixmap picture;
    const auto grab = [&] {
        window.repaint();
        qCInfo(logStart) << "first rows painted";
        // Once more round the loop: the first rows are painted and the icons are there.
        QTimer::singleShot(150, &window, [&] {
            picture = window.grab();
            application.quit();
        });
    };
    QObject::connect(&window.pages(), &BookPages::customersReplaced, &window,
                     [&](const CustomersPage* page) {
                         if (page)
                             QObject::connect(page, &CustomersPage::firstShown, &window, grab);
                     });
    QObject::connect(
        &window.session(), &BookSession::stateChanged, &window, [&](BookSession::State state) {
            if (state != BookSession::State::Opening && state != BookSession::State::Open)
                grab();
        });
    QTimer::singleShot(30'000, &window, [&application] { application.exit(1); });
    window.start(choice);
    if (application.exec() != 0)
        return complain(u"The window did not come up within 30 seconds."_s);
    if (!picture.save(file))
        return complain(u"The picture could not be written: %1"_s.arg(file));
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

} // namespace

int main(int argc, char* argv[])
{
    keepMemorySmall();
    // Answered without a display.
    if (argc == 2 && QByteArrayView(argv[1]) == "--version") {
        QTextStream(stdout) << u"clientele %1"_s.arg(QStringLiteral(CLIENTELE_VERSION)) << Qt::endl;
        return 0;
    }
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"clientele"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(CLIENTELE_VERSION));
    QGuiApplication::setApplicationDisplayName(u"Clientele"_s);
    QGuiApplication::setDesktopFileName(u"clientele"_s);

    QCommandLineParser options;
    options.setApplicationDescription(u"A desktop customer manager."_s);
    options.addHelpOption();
    options.addVersionOption();
    options.addOptions(
        {{u"profile"_s, u"Opens the connection of this name."_s, u"name"_s},
         {u"url"_s, u"Opens postgresql://… or sqlite:///path."_s, u"url"_s},
         {u"env-file"_s, u"Reads DATABASE_URL or DB_* from this file."_s, u"file"_s},
         {u"language"_s, u"Speaks this language, as de or en, instead of the system's."_s,
          u"language"_s},
         {u"screenshot"_s, u"Draws the first window to this file and ends."_s, u"file"_s},
         {u"gallery"_s, u"Draws every window and state into this folder and ends."_s,
          u"folder"_s}});
    options.process(application);
    if (options.isSet(u"language"_s))
        QLocale::setDefault(QLocale(options.value(u"language"_s)));
    translations::install(application, QLocale());

    if (options.isSet(u"gallery"_s))
        return drawGallery(application, options.value(u"gallery"_s));

    StallMeter meter;
    SchemeController scheme(application);
    const SystemScheme systemScheme;
    QObject::connect(&systemScheme, &SystemScheme::darkChanged, &scheme,
                     &SchemeController::setSystemDark);
    JsonStore store(QDir(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation))
                        .filePath(u"clientele"_s));
    MainWindow window(store, scheme, meter);
    meter.start();
    const StartChoice choice{.profile = options.value(u"profile"_s),
                             .url = options.value(u"url"_s),
                             .envFile = options.value(u"env-file"_s)};
    if (options.isSet(u"screenshot"_s))
        return takeScreenshot(application, window, choice, options.value(u"screenshot"_s));
    window.start(choice);
    return QApplication::exec();
}
