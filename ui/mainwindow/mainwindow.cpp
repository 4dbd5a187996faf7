// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/mainwindow.h"

#include "core/services/book.h"
#include "core/services/wording.h"
#include "ui/common/jsonstore.h"
#include "ui/common/messagebar.h"
#include "ui/common/stallmeter.h"
#include "ui/common/theme.h"
#include "ui/customers/adoptionhint.h"
#include "ui/customers/customerspage.h"
#include "ui/customers/customertableview.h"
#include "ui/customers/detailspanel.h"
#include "ui/customers/editcontroller.h"
#include "ui/customers/filterbar.h"
#include "ui/customers/searchcontroller.h"
#include "ui/customers/selectionacts.h"
#include "ui/customers/viewsmenu.h"
#include "ui/importing/importmemory.h"
#include "ui/importing/jobs.h"
#include "ui/importing/jobsindicator.h"
#include "ui/mainwindow/aboutdialog.h"
#include "ui/mainwindow/bookpages.h"
#include "ui/mainwindow/bookswitcher.h"
#include "ui/mainwindow/commandpalette.h"
#include "ui/mainwindow/connectionbar.h"
#include "ui/mainwindow/helpdialog.h"
#include "ui/mainwindow/mainactions.h"
#include "ui/mainwindow/openqueue.h"
#include "ui/mainwindow/schemecontroller.h"
#include "ui/mainwindow/searchfield.h"
#include "ui/mainwindow/sortactions.h"
#include "ui/mainwindow/statusline.h"
#include "ui/mainwindow/toolbar.h"
#include "ui/models/customertablemodel.h"

#include <QAction>
#include <QMenuBar>
#include <QShortcut>
#include <QVBoxLayout>

namespace clientele {

using namespace Qt::StringLiterals;

MainWindow::MainWindow(JsonStore& store, SchemeController& scheme, StallMeter& meter)
    : m_store(store), m_scheme(scheme), m_meter(meter), m_session(new BookSession(this)),
      m_jobs(new Jobs(this)), m_importMemory(new ImportMemory(store, this)),
      m_actions(new MainActions(this)), m_toolBar(new ToolBar(*m_actions, this)),
      m_pages(new BookPages(*m_session, store, this)), m_status(new StatusLine(this))
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(tr("Clientele"));
    setAcceptDrops(true);
    setMinimumSize(640, 420);
    resize(1280, 800);
    arrange();
    connectSession();
    connectActions();
    connectCustomerActions();
    connectScheme();
    m_jobs->history().keepIn(store);
    updateActions();
}

MainWindow::~MainWindow()
{
    // Jobs and pages hold the book: they go before it does.
    delete m_jobs;
    delete m_pages;
}

void MainWindow::arrange()
{
    auto* columns = new QMenu(tr("Colu&mns"), this);
    connect(columns, &QMenu::aboutToShow, this, [this, columns] {
        columns->clear();
        if (m_pages->customers())
            m_pages->customers()->fillColumnMenu(columns);
    });
    m_actions->fill(menuBar(), columns);
    auto* central = new QWidget(this);
    central->setObjectName(u"central"_s);
    central->setAttribute(Qt::WA_StyledBackground);
    auto* layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_toolBar);
    layout->addWidget(new ConnectionBar(*m_session, central));
    auto* openMessage = new MessageBar(central);
    openMessage->setObjectName(u"openMessage"_s);
    layout->addWidget(openMessage);
    m_opens = new OpenQueue(*this, *openMessage);
    layout->addWidget(m_pages, 1);
    setCentralWidget(central);
    setStatusBar(m_status);
    m_status->addPermanentWidget(new JobsIndicator(*m_jobs, m_status));
}

void MainWindow::connectSession()
{
    connect(m_session, &BookSession::keychainFailed, this,
            [this](const Error& error) { m_status->showAct(wording::explain(error), false); });
    connect(m_session, &BookSession::stateChanged, this, [this] {
        updateConnection();
        updateActions();
    });
    // A finished job still holds the book that it worked on.
    connect(m_session, &BookSession::closing, m_jobs, &Jobs::releaseFinished);
    connect(m_pages, &BookPages::customersReplaced, this, &MainWindow::adopt);
    connect(m_pages, &BookPages::connectRequested, this, &MainWindow::openConnections);
    connect(&m_toolBar->switcher(), &BookSwitcher::chosen, this, [this](const Profile& profile) {
        const bool fromEnvironment = profile.origin == Profile::Origin::Environment;
        switchTo(profile, fromEnvironment ? m_listing.environmentPassword : QString());
    });
    connect(&m_toolBar->switcher(), &BookSwitcher::manageRequested, this,
            &MainWindow::openConnections);
    connect(&m_toolBar->switcher(), &BookSwitcher::aboutToOpen, this, &MainWindow::readProfiles);
    connect(m_status, &StatusLine::undoRequested, m_actions->undo, &QAction::trigger);
    connect(&m_toolBar->search(), &SearchField::textChanged, this, [this](const QString& text) {
        if (m_pages->customers())
            m_pages->customers()->search().setText(text);
    });
    connect(&m_toolBar->search(), &SearchField::helpRequested, m_actions->help, &QAction::trigger);
    connect(&m_toolBar->search(), &SearchField::leaveRequested, this, [this] {
        if (m_pages->customers())
            m_pages->customers()->focusTable();
    });
}

void MainWindow::connectActions()
{
    const auto open = [this](QAction* action, void (MainWindow::*act)()) {
        connect(action, &QAction::triggered, this, act);
    };
    open(m_actions->connections, &MainWindow::openConnections);
    open(m_actions->paste, &MainWindow::openPasted);
    open(m_actions->exportCustomers, &MainWindow::openExport);
    connect(m_actions->diagnostics, &QAction::triggered, this, &MainWindow::openDiagnostics);
    connect(m_actions->import, &QAction::triggered, this, [this] { openImport({}); });
    connect(m_actions->quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions->switchBook, &QAction::triggered, &m_toolBar->switcher(),
            &QPushButton::showMenu);
    connect(m_actions->find, &QAction::triggered, this, [this] {
        m_toolBar->search().setFocus(Qt::ShortcutFocusReason);
        m_toolBar->search().selectAll();
    });
    connect(m_actions->palette, &QAction::triggered, this, [this] {
        QList<QAction*> actions = m_actions->all();
        if (m_pages->customers())
            actions += m_pages->customers()->views().actions();
        (new CommandPalette(actions, this))->open();
    });
    connect(m_actions->help, &QAction::triggered, this,
            [this] { (new HelpDialog(m_actions->all(), this))->open(); });
    connect(m_actions->about, &QAction::triggered, this, [this] {
        const bool known = m_session->book() && m_session->state() != BookSession::State::Opening;
        (new AboutDialog(known ? std::optional(m_session->book()->info()) : std::nullopt, m_meter,
                         this))
            ->open();
    });
    auto* escapeKey = new QShortcut(Qt::Key_Escape, this);
    connect(escapeKey, &QShortcut::activated, this, &MainWindow::escape);
}

void MainWindow::connectCustomerActions()
{
    // What these do exists only while a book is open; they are greyed out otherwise.
    const auto on = [this](QAction* action, auto act) {
        connect(action, &QAction::triggered, this, [this, act] {
            if (CustomersPage* page = m_pages->customers())
                act(*page);
        });
    };
    on(m_actions->adopt, [](CustomersPage& page) { page.adoption().ask(); });
    on(m_actions->newCustomer, [](CustomersPage& page) { page.newCustomer(); });
    on(m_actions->duplicate, [](CustomersPage& page) { page.duplicate(); });
    on(m_actions->save, [](CustomersPage& page) { page.save(); });
    on(m_actions->revert, [](CustomersPage& page) { page.details().revert(); });
    on(m_actions->clearPhone, [](CustomersPage& page) { page.details().form()->clearPhone(); });
    on(m_actions->undo, [](CustomersPage& page) { page.edits().undo(); });
    on(m_actions->redo, [](CustomersPage& page) { page.edits().redo(); });
    on(m_actions->copy, [](CustomersPage& page) { page.acts().copy(CopyFormat::Rows); });
    on(m_actions->copyWithHeader,
       [](CustomersPage& page) { page.acts().copy(CopyFormat::RowsWithHeader); });
    on(m_actions->copyJson, [](CustomersPage& page) { page.acts().copy(CopyFormat::Json); });
    on(m_actions->selectAll, [](CustomersPage& page) { page.table().selectAll(); });
    on(m_actions->deactivate, [](CustomersPage& page) { page.acts().deactivate(); });
    on(m_actions->restore, [](CustomersPage& page) { page.acts().restore(); });
    on(m_actions->removeForGood, [](CustomersPage& page) { page.acts().removeForGood(); });
    on(m_actions->next, [](CustomersPage& page) { page.table().step(1); });
    on(m_actions->previous, [](CustomersPage& page) { page.table().step(-1); });
    on(m_actions->refresh, [](CustomersPage& page) { page.model().refresh(); });
    on(m_actions->showAll, [](CustomersPage& page) { page.search().setFilter(u"active"_s, {}); });
    on(m_actions->showActive,
       [](CustomersPage& page) { page.search().setFilter(u"active"_s, u"yes"_s); });
    on(m_actions->showInactive,
       [](CustomersPage& page) { page.search().setFilter(u"active"_s, u"no"_s); });
    on(m_actions->filter, [](CustomersPage& page) { page.filters().openPopup(); });
    on(m_actions->views, [](CustomersPage& page) { page.views().open(); });
    connect(m_actions->sort, &SortActions::chosen, this, [this](const QList<SortKey>& keys) {
        if (m_pages->customers())
            m_pages->customers()->search().setSort(keys);
    });
    connect(m_actions->details, &QAction::triggered, this, [this](bool open) {
        if (m_pages->customers())
            m_pages->customers()->setDetailsOpen(open);
    });
}

void MainWindow::connectScheme()
{
    const auto follow = [this](ColorScheme scheme) {
        QAction* const actions[] = {m_actions->schemeSystem, m_actions->schemeLight,
                                    m_actions->schemeDark};
        actions[int(scheme)]->setChecked(true);
    };
    follow(m_scheme.scheme());
    connect(&m_scheme, &SchemeController::schemeChosen, this, follow);
    connect(m_actions->schemeSystem, &QAction::triggered, this,
            [this] { m_scheme.choose(ColorScheme::System); });
    connect(m_actions->schemeLight, &QAction::triggered, this,
            [this] { m_scheme.choose(ColorScheme::Light); });
    connect(m_actions->schemeDark, &QAction::triggered, this,
            [this] { m_scheme.choose(ColorScheme::Dark); });
}

void MainWindow::adopt(CustomersPage* page)
{
    m_status->clearAct();
    m_status->setUnsaved(0);
    {
        const QSignalBlocker quiet(m_toolBar->search());
        m_toolBar->search().clear();
    }
    if (!page) {
        updateActions();
        return;
    }
    connect(page, &CustomersPage::actionsChanged, this, &MainWindow::updateActions);
    connect(&page->model(), &CustomerTableModel::answered, m_status, &StatusLine::setAnswerTime);
    connect(page, &CustomersPage::acted, m_status, &StatusLine::showAct);
    connect(page, &CustomersPage::unsavedChanged, m_status, &StatusLine::setUnsaved);
    connect(page, &CustomersPage::importRequested, this, [this] { openImport({}); });
    page->setDetailsWidth(m_detailsWidth);
    connect(page, &CustomersPage::detailsResized, this,
            [this](int width) { m_detailsWidth = width; });
    connect(page, &CustomersPage::clearRequested, this, &MainWindow::clearSearch);
    // Chips and views write into the text: it is the one place where the search is kept.
    connect(&page->search(), &SearchController::queryChanged, this,
            [this](const CustomerQuery& query) { m_toolBar->search().showText(query.text); });
    connect(page, &CustomersPage::sortChanged, m_actions->sort, &SortActions::show);
    m_actions->sort->show(page->search().query().sort);
    setTabOrder(&m_toolBar->search(), page);
    updateActions();
    m_toolBar->search().setFocus();
}

void MainWindow::updateActions()
{
    const CustomersPage* page = m_pages->customers();
    const bool readOnly = m_session->book() && m_session->book()->info().readOnly;
    m_actions->update(page ? page->actions() : PageActions{}, page != nullptr,
                      readOnly ? tr("This book is read only.") : QString());
    m_actions->details->setChecked(page && page->detailsOpen());
    m_toolBar->search().setEnabled(page != nullptr);
}

void MainWindow::updateConnection()
{
    const Profile& profile = m_session->profile();
    QString text = profile.name;
    QColor color = BookSwitcher::colorOf(profile);
    switch (m_session->state()) {
    case BookSession::State::Closed:
        return;
    case BookSession::State::Opening:
        text = tr("%1 · connecting").arg(text);
        color = Theme::color(Token::Faint);
        break;
    case BookSession::State::Failed:
        text = tr("%1 · not connected").arg(text);
        color = Theme::color(Token::Bad);
        break;
    case BookSession::State::Lost:
        text = tr("%1 · connection lost").arg(text);
        color = Theme::color(Token::Bad);
        break;
    case BookSession::State::Open:
    case BookSession::State::SchemaMissing:
    case BookSession::State::SchemaForeign:
        if (!m_session->book()->info().encryption.isEmpty())
            text = tr("%1 · encrypted").arg(text);
        break;
    }
    if (m_session->book() && m_session->book()->info().readOnly)
        text = tr("%1 · read only").arg(text);
    m_toolBar->setProfile(profile, color);
    m_status->setConnection(color, text);
    const bool says = profile.name.contains(tr("production"), Qt::CaseInsensitive);
    setWindowTitle(
        (profile.production && !says ? tr("%1 (production) — Clientele") : tr("%1 — Clientele"))
            .arg(profile.name));
}

void MainWindow::clearSearch()
{
    m_toolBar->search().clear();
    m_toolBar->search().setFocus();
}

void MainWindow::escape()
{
    if (m_pages->customers())
        m_pages->customers()->goBack();
}

} // namespace clientele
