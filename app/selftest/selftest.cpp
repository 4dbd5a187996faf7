// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/selftest/selftest.h"

#include "app/firstpicture.h"
#include "app/selftest/bookcheck.h"
#include "app/selftest/drawingcheck.h"
#include "app/selftest/lastresort.h"
#include "app/selftest/testlog.h"
#include "core/background.h"
#include "core/config/connectionurl.h"
#include "core/config/folders.h"
#include "core/config/profilestore.h"
#include "core/config/secretstore.h"
#include "core/services/libraries.h"
#include "core/services/wording.h"
#include "ui/common/jsonstore.h"
#include "ui/common/stallmeter.h"
#include "ui/customers/customerspage.h"
#include "ui/mainwindow/bookpages.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/schemecontroller.h"
#include "ui/models/customertablemodel.h"

#include <QApplication>
#include <QDir>
#include <QSysInfo>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace clientele {

namespace {

/// A keychain that is locked may wait for a person who is not there.
constexpr auto keychainPatience = std::chrono::seconds(5);

} // namespace

SelfTest::SelfTest(QApplication& application, TestLog& log, LastResort& lastResort,
                   const Plan& plan)
    : m_application(application), m_log(log), m_lastResort(lastResort), m_plan(plan)
{
    const auto step = [this](const QString& name, void (SelfTest::*check)()) {
        m_steps << [this, name, check] {
            m_lastResort.at(name);
            (this->*check)();
        };
    };
    step(u"program"_s, &SelfTest::checkProgram);
    step(u"folders"_s, &SelfTest::checkFolders);
    step(u"drawing"_s, &SelfTest::checkDrawing);
    step(u"translations"_s, &SelfTest::checkTranslations);
    step(u"book"_s, &SelfTest::checkBookOfOurs);
    step(u"keychain"_s, &SelfTest::checkKeychain);
    if (!m_plan.url.isEmpty())
        step(u"server"_s, &SelfTest::checkServer);
    step(u"window"_s, &SelfTest::checkWindow);
}

SelfTest::~SelfTest()
{
    m_window.reset();
    // Books are closed in the background; their files go after them.
    QThreadPool::globalInstance()->waitForDone();
}

void SelfTest::start()
{
    next();
}

void SelfTest::next()
{
    QTimer::singleShot(0, this, [this] {
        if (m_steps.isEmpty())
            Q_EMIT finished();
        else
            m_steps.takeFirst()();
    });
}

void SelfTest::checkProgram()
{
    m_log.passed(u"program"_s,
                 u"Clientele %1, Qt %2, platform %3, %4, %5"_s.arg(
                     QStringLiteral(CLIENTELE_VERSION), QString::fromLatin1(qVersion()),
                     QGuiApplication::platformName(), QSysInfo::prettyProductName(),
                     QSysInfo::currentCpuArchitecture()));
    for (const Library& library : databaseLibraries())
        m_log.passed(u"library"_s, library.name + u' ' + library.version);
    next();
}

void SelfTest::checkFolders()
{
    if (!m_folder.isValid()) {
        m_log.failed(u"folders"_s,
                     u"No temporary folder can be made: %1"_s.arg(m_folder.errorString()));
        Q_EMIT finished();
        return;
    }
    const QString where = u"%1 (%2)"_s.arg(QDir::toNativeSeparators(folders::data()),
                                           folders::isPortable() ? u"portable"_s : u"standard"_s);
    const auto task =
        runInBackground<std::monostate>([](Cancellation&) { return folders::check(); });
    whenDone(task, this, [this, where](const Result<>& usable) {
        if (usable)
            m_log.passed(u"folders"_s, where);
        else
            m_log.failed(u"folders"_s, wording::explain(usable.error()));
        // Nothing that comes after this may touch what is the person's.
        folders::moveTo(m_folder.path());
        next();
    });
}

void SelfTest::checkDrawing()
{
    m_scheme = std::make_unique<SchemeController>(m_application);
    checkDrawingOf(m_application, m_log);
    next();
}

void SelfTest::checkTranslations()
{
    const QDir folder(u":/translations"_s);
    const QStringList files = folder.entryList({u"*.qm"_s});
    if (files.isEmpty())
        m_log.note(u"translations"_s, u"not part of this build"_s);
    for (const QString& file : files) {
        QTranslator translator;
        if (translator.load(folder.filePath(file)))
            m_log.passed(u"translation"_s, file);
        else
            m_log.failed(u"translation"_s, u"%1 cannot be read"_s.arg(file));
    }
    next();
}

void SelfTest::checkBookOfOurs()
{
    whenDone(checkBook(ProfileStore::localBookFile()), this,
             [this](const Result<QString>& finding) {
                 if (finding)
                     m_log.passed(u"book"_s, *finding);
                 else
                     m_log.failed(u"book"_s, wording::explain(finding.error()));
                 next();
             });
}

void SelfTest::checkKeychain()
{
    whenDone(SecretStore(keychainPatience).describe(), this,
             [this](const Result<SecretStore::State>& state) {
                 // Without a keychain, as on a server or in a container, passwords last for a
                 // session.
                 if (!state)
                     m_log.failed(u"keychain"_s, wording::explain(state.error()));
                 else if (state->name.isEmpty())
                     m_log.note(u"keychain"_s, u"not part of this build"_s);
                 else if (!state->reachable)
                     m_log.note(u"keychain"_s, u"%1 is not reached: %2"_s.arg(
                                                   state->name, wording::explain(state->problem)));
                 else
                     m_log.passed(u"keychain"_s, state->name);
                 next();
             });
}

void SelfTest::checkServer()
{
    const auto url = ConnectionUrl::parse(m_plan.url);
    if (!url) {
        m_log.failed(u"server"_s, wording::explain(url.error()));
        next();
        return;
    }
    m_log.note(u"server"_s, url->masked());
    whenDone(testConnection(url->settings, url->password), this,
             [this](const Result<ConnectionReport>& report) {
                 if (report)
                     reportServer(*report);
                 else
                     m_log.failed(u"server"_s, wording::explain(report.error()));
                 next();
             });
}

void SelfTest::reportServer(const ConnectionReport& report)
{
    using Step = ConnectionCheck::Step;
    using Verdict = ConnectionCheck::Verdict;
    for (const ConnectionCheck& check : report.checks) {
        const QString what = u"server: "_s + stepName(check.step);
        const QString text =
            check.advice.isEmpty() ? check.finding : check.finding + u' ' + check.advice;
        // An empty database, or one where this user may not do everything, is reached all the same.
        const bool ofTheTable = check.step == Step::FindTable || check.step == Step::Rights;
        if (check.verdict == Verdict::Passed)
            m_log.passed(what, text);
        else if (check.verdict == Verdict::NotTried || ofTheTable)
            m_log.note(what, check.verdict == Verdict::NotTried ? u"not tried"_s : text);
        else
            m_log.failed(what, text);
    }
}

void SelfTest::checkWindow()
{
    m_meter = std::make_unique<StallMeter>();
    m_store = std::make_unique<JsonStore>(m_folder.path());
    m_window = std::make_unique<MainWindow>(*m_store, *m_scheme, *m_meter);
    m_meter->start();
    auto* picture = new FirstPicture(*m_window);
    picture->setParent(m_window.get());
    connect(picture, &FirstPicture::taken, this, &SelfTest::reportWindow);
    picture->start({.profile = ProfileStore::localBook().name});
}

void SelfTest::reportWindow(const QPixmap& picture)
{
    const CustomersPage* page = m_window->pages().customers();
    const int rows = page ? page->model().rowCount() : 0;
    const int colours = coloursIn(picture.toImage());
    if (m_window->session().state() == BookSession::State::Failed)
        m_log.failed(u"window"_s, wording::explain(m_window->session().error()));
    else if (rows == 0)
        m_log.failed(u"window"_s, u"It shows no customers."_s);
    else if (colours < 10)
        m_log.failed(u"window"_s, u"It is not drawn: there are %1 colours in it."_s.arg(colours));
    else
        m_log.passed(u"window"_s, u"%1 x %2, %3 customers; %4"_s.arg(picture.width())
                                      .arg(picture.height())
                                      .arg(rows)
                                      .arg(m_meter->summary()));
    if (!m_plan.screenshot.isEmpty()) {
        if (picture.save(m_plan.screenshot))
            m_log.passed(u"screenshot"_s, m_plan.screenshot);
        else
            m_log.failed(u"screenshot"_s,
                         u"The picture could not be written: %1"_s.arg(m_plan.screenshot));
    }
    next();
}

} // namespace clientele
