// SPDX-License-Identifier: GPL-3.0-or-later
// What the window opens and keeps: books, dialogs, its own size; how it is arranged is in
// mainwindow.cpp.
#include "core/background.h"
#include "core/config/connectionurl.h"
#include "core/config/folders.h"
#include "core/services/exportjob.h"
#include "core/services/importjob.h"
#include "core/services/wording.h"
#include "ui/common/droppedfiles.h"
#include "ui/common/jsonstore.h"
#include "ui/common/questiondialog.h"
#include "ui/connections/connectionsdialog.h"
#include "ui/customers/customerspage.h"
#include "ui/customers/searchcontroller.h"
#include "ui/diagnostics/diagnosticsdialog.h"
#include "ui/importing/exportdialog.h"
#include "ui/importing/importdialog.h"
#include "ui/importing/jobs.h"
#include "ui/importing/jobwording.h"
#include "ui/importing/pastedrows.h"
#include "ui/mainwindow/bookpages.h"
#include "ui/mainwindow/bookswitcher.h"
#include "ui/mainwindow/exportoffers.h"
#include "ui/mainwindow/mainactions.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/openqueue.h"
#include "ui/mainwindow/schemecontroller.h"
#include "ui/mainwindow/statusline.h"
#include "ui/mainwindow/toolbar.h"
#include "ui/models/customertablemodel.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QFileInfo>
#include <QScreen>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

const QString windowFile = u"window.json"_s;

} // namespace

void MainWindow::start(const StartChoice& choice, const OpenRequest& request)
{
    whenDone(m_store.read(windowFile), this,
             [this, choice, request](const Result<QJsonObject>& saved) {
                 if (saved)
                     restore(*saved);
                 show();
                 m_opens->add(request, [this, choice] { chooseFirst(choice); });
             });
    whenDone(runInBackground<std::monostate>([](Cancellation&) { return folders::check(); }), this,
             [this](const Result<>& usable) {
                 if (!usable)
                     m_opens->tell({wording::explain(usable.error())});
             });
}

void MainWindow::serve(const OpenRequest& request)
{
    comeToFront(request.activation);
    m_opens->add(request);
}

void MainWindow::comeToFront(const QByteArray& activation)
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    // Wayland lets a window come to the front with a token only, which Qt takes from here.
    if (!activation.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", activation);
    QWidget* front = QApplication::activeModalWidget();
    (front ? front : this)->activateWindow();
}

void MainWindow::restore(const QJsonObject& saved)
{
    restoreGeometry(QByteArray::fromBase64(saved[u"geometry"_s].toString().toLatin1()));
    m_detailsWidth = qBound(200, saved[u"details"_s].toInt(m_detailsWidth), 2000);
    m_diagnosticsSize = {saved[u"diagnosticsWidth"_s].toInt(),
                         saved[u"diagnosticsHeight"_s].toInt()};
    const int scheme = saved[u"scheme"_s].toInt();
    if (scheme >= int(ColorScheme::System) && scheme <= int(ColorScheme::Dark))
        m_scheme.choose(ColorScheme(scheme));
}

void MainWindow::saveState()
{
    const QSize diagnostics = m_diagnostics ? m_diagnostics->size() : m_diagnosticsSize;
    m_store.write(windowFile, {{u"geometry"_s, QString::fromLatin1(saveGeometry().toBase64())},
                               {u"details"_s, m_detailsWidth},
                               {u"diagnosticsWidth"_s, diagnostics.width()},
                               {u"diagnosticsHeight"_s, diagnostics.height()},
                               {u"scheme"_s, int(m_scheme.scheme())}});
}

void MainWindow::chooseFirst(const StartChoice& choice)
{
    m_envFile = choice.envFile;
    if (!choice.url.isEmpty()) {
        const auto url = ConnectionUrl::parse(choice.url);
        if (url)
            openProfile({.name = url->settings.location(),
                         .origin = Profile::Origin::Environment,
                         .connection = url->settings},
                        url->password);
        else
            m_pages->showProblem(url.error());
    }
    whenDone(profiles::list(choice.envFile), this,
             [this, choice](const Result<profiles::Listing>& listing) {
                 if (!listing) {
                     if (choice.url.isEmpty())
                         m_pages->showProblem(listing.error());
                     return;
                 }
                 m_listing = *listing;
                 m_toolBar->switcher().setListing(m_listing);
                 if (!choice.url.isEmpty())
                     return;
                 const Profile* environment = nullptr;
                 const Profile* named = nullptr;
                 const QString name =
                     choice.profile.isEmpty() ? m_listing.defaultName : choice.profile;
                 for (const Profile& profile : std::as_const(m_listing.profiles)) {
                     if (profile.origin == Profile::Origin::Environment)
                         environment = &profile;
                     if (profile.name.compare(name, Qt::CaseInsensitive) == 0)
                         named = &profile;
                 }
                 if (environment && choice.profile.isEmpty())
                     openProfile(*environment, m_listing.environmentPassword);
                 else if (named)
                     openProfile(*named,
                                 named == environment ? m_listing.environmentPassword : QString());
                 else
                     m_pages->showProblem({.kind = ErrorKind::NotFound,
                                           .message = tr("There is no connection of this name."),
                                           .subject = name});
             });
}

void MainWindow::readProfiles()
{
    whenDone(profiles::list(m_envFile), this, [this](const Result<profiles::Listing>& listing) {
        if (!listing || listing->profiles == m_listing.profiles)
            return;
        m_listing = *listing;
        m_toolBar->switcher().setListing(m_listing);
    });
}

void MainWindow::openProfile(const Profile& profile, const QString& password)
{
    m_session->open(profile, password);
}

void MainWindow::openBookFile(const QString& file)
{
    // Read anew: what is known of the file may have been saved since, or not be read yet.
    whenDone(profiles::list(m_envFile), this, [this, file](const Result<profiles::Listing>& read) {
        if (read) {
            m_listing = *read;
            m_toolBar->switcher().setListing(m_listing);
        }
        const Profile profile = profileOf(file);
        const bool open = m_session->book() && m_session->profile() == profile &&
                          m_session->state() == BookSession::State::Open;
        if (!open)
            switchTo(profile, {});
    });
}

Profile MainWindow::profileOf(const QString& file) const
{
    for (const Profile& profile : m_listing.profiles) {
        if (profile.connection.engine == Engine::Sqlite &&
            profile.origin != Profile::Origin::Environment && profile.connection.file == file)
            return profile;
    }
    return {.name = QFileInfo(file).completeBaseName(),
            .connection = {.engine = Engine::Sqlite, .file = file}};
}

void MainWindow::switchTo(const Profile& profile, const QString& password)
{
    if (m_jobs->running().empty()) {
        openProfile(profile, password);
        return;
    }
    askBeforeLeaving(tr("Stop what is running and open %1?").arg(profile.name), tr("Stop and open"),
                     [this, profile, password] { openProfile(profile, password); });
}

void MainWindow::askBeforeLeaving(const QString& title, const QString& accept,
                                  std::function<void()> leave)
{
    auto* question = new QuestionDialog(
        {.title = title,
         .text = tr("An import or export is still running. What it has written so far stays as its "
                    "report says."),
         .accept = accept},
        this);
    question->setObjectName(u"leaveQuestion"_s);
    connect(question, &QDialog::accepted, this, [this, leave = std::move(leave)] {
        m_jobs->cancelAll();
        leaveOnceDone(leave);
    });
    connect(question, &QDialog::rejected, this, &MainWindow::stayed);
    question->open();
}

void MainWindow::leaveOnceDone(std::function<void()> leave)
{
    delete std::exchange(m_leaving, nullptr);
    if (m_jobs->running().empty()) {
        leave();
        return;
    }
    m_leaving = new QObject(this);
    connect(m_jobs, &Jobs::changed, m_leaving, [this, leave = std::move(leave)] {
        if (!m_leaving || !m_jobs->running().empty())
            return;
        std::exchange(m_leaving, nullptr)->deleteLater();
        // Not inside the job's own signal: leaving destroys it.
        QTimer::singleShot(0, this, leave);
    });
}

void MainWindow::askBeforeQuitting()
{
    const auto running = m_jobs->running();
    auto* question = new QuestionDialog(
        {.title =
             running.size() == 1
                 ? tr("%1 is still running").arg(jobwording::title(*running[0]))
                 : tr("%n imports and exports are still running", nullptr, int(running.size())),
         .text =
             tr("If it is stopped, an import leaves what it has written so far in the book, unless "
                "it is all or nothing. Where it can go on from there, the import dialog offers it. "
                "An export leaves no file behind."),
         .accept = tr("&Wait and quit"),
         .instead = tr("&Stop and quit"),
         .cancel = tr("&Go on")},
        this);
    question->setObjectName(u"leaveQuestion"_s);
    const auto quit = [this] {
        m_closing = true;
        close();
    };
    connect(question, &QDialog::accepted, this, [this, quit] {
        m_status->showAct(tr("Clientele quits as soon as what is running has ended."), false);
        for (const auto& job : m_jobs->running())
            job->setPaused(false);
        leaveOnceDone(quit);
    });
    connect(question, &QuestionDialog::insteadChosen, this, [this, quit] {
        m_jobs->cancelAll();
        leaveOnceDone(quit);
    });
    question->open();
}

void MainWindow::openConnections()
{
    auto* dialog = new ConnectionsDialog(m_session->profile().name, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ConnectionsDialog::openRequested, this,
            [this](const Profile& profile, const QString& password) {
                switchTo(profile, password);
                readProfiles();
            });
    dialog->open();
}

void MainWindow::openImport(const QString& file)
{
    showImport(file);
}

void MainWindow::openPasted()
{
    const QByteArray text = pastedText(*QGuiApplication::clipboard()->mimeData());
    if (text.isEmpty()) {
        m_status->showAct(tr("There are no rows on the clipboard to paste."), false);
        return;
    }
    if (ImportDialog* dialog = showImport({}))
        dialog->paste(text);
}

ImportDialog* MainWindow::showImport(const QString& file)
{
    if (!m_pages->customers() || !m_actions->import->isEnabled())
        return nullptr;
    auto* dialog = new ImportDialog(*m_session->book(), file, this, m_importMemory);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ImportDialog::started, m_jobs, &Jobs::add);
    connect(m_session, &BookSession::closing, dialog, [dialog] { delete dialog; });
    dialog->open();
    return dialog;
}

void MainWindow::openExport()
{
    CustomersPage* page = m_pages->customers();
    if (!page)
        return;
    auto* dialog = new ExportDialog(*m_session->book(), exportOffer(*page), &m_store, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ExportDialog::started, m_jobs, &Jobs::add);
    connect(m_session, &BookSession::closing, dialog, [dialog] { delete dialog; });
    dialog->open();
}

DiagnosticsDialog* MainWindow::openDiagnostics()
{
    if (!m_diagnostics) {
        m_diagnostics = new DiagnosticsDialog(this);
        const QSize size = m_diagnosticsSize.isEmpty() ? m_diagnostics->size() : m_diagnosticsSize;
        m_diagnostics->resize(size.boundedTo(screen()->availableSize()));
        const auto follow = [this] { m_diagnostics->setBook(m_session->book()); };
        connect(m_session, &BookSession::stateChanged, m_diagnostics, follow);
        connect(m_session, &BookSession::closing, m_diagnostics,
                [this] { m_diagnostics->setBook(nullptr); });
        follow();
    }
    m_diagnostics->show();
    m_diagnostics->raise();
    m_diagnostics->activateWindow();
    return m_diagnostics;
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!m_closing && !m_jobs->running().empty()) {
        event->ignore();
        askBeforeQuitting();
        return;
    }
    saveState();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!droppedFiles(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    event->acceptProposedAction();
    m_opens->add({.files = droppedFiles(*event->mimeData())});
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_session)
        updateConnection();
}

} // namespace clientele
