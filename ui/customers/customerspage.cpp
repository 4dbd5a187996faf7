// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customers/customerspage.h"

#include "core/services/book.h"
#include "ui/common/chip.h"
#include "ui/common/jsonstore.h"
#include "ui/common/messagebar.h"
#include "ui/common/sectionlabel.h"
#include "ui/common/statepage.h"
#include "ui/customers/adoptionhint.h"
#include "ui/customers/columnlayout.h"
#include "ui/customers/customerrules.h"
#include "ui/customers/customertableview.h"
#include "ui/customers/detailspanel.h"
#include "ui/customers/editcontroller.h"
#include "ui/customers/editjournal.h"
#include "ui/customers/emptybookpage.h"
#include "ui/customers/filterbar.h"
#include "ui/customers/samples.h"
#include "ui/customers/savedviews.h"
#include "ui/customers/searchcontroller.h"
#include "ui/customers/selectionacts.h"
#include "ui/customers/viewsmenu.h"
#include "ui/models/customertablemodel.h"

#include <QHeaderView>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

/// What is kept of a book from one time to the next is kept by this.
QString keyOf(const Profile& profile)
{
    return profile.name + u'\n' + profile.connection.location();
}

} // namespace

CustomersPage::CustomersPage(Book& book, const Profile& profile, JsonStore& store, QWidget* parent)
    : QWidget(parent), m_book(book),
      m_model(new CustomerTableModel(std::make_unique<BookSource>(book), this)),
      m_search(new SearchController(*m_model, this)),
      m_edits(new EditController(book, *m_model, m_pending, this)),
      m_messages(new MessageBar(this)),
      m_adoption(
          new AdoptionHint(book, store, JsonStore::nameFor(u"hints"_s, keyOf(profile)), this)),
      m_filters(new FilterBar(this)), m_splitter(new QSplitter(Qt::Horizontal, this)),
      m_pages(new QStackedWidget(m_splitter)), m_table(new CustomerTableView(*m_model, m_pages)),
      m_empty(new EmptyBookPage(m_pages)), m_nothing(new StatePage(m_pages)),
      m_details(new DetailsPanel(book, m_pending, m_splitter)),
      m_acts(new SelectionActs(*m_edits, *m_model, *m_table, profile.production))
{
    const QString key = keyOf(profile);
    m_columns = new ColumnLayout(*m_table->horizontalHeader(), store,
                                 JsonStore::nameFor(u"columns"_s, key), this);
    m_journal = new EditJournal(m_pending, store, JsonStore::nameFor(u"unsaved"_s, key), this);
    m_savedViews = new SavedViews(store, JsonStore::nameFor(u"views"_s, key), this);
    m_views = new ViewsMenu(*m_savedViews, *m_search, *m_columns, this);
    arrange(profile);
    connectTable();
    connectSearch();
    connectEdits();
    connectForm();
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(300);
    m_search->start();
}

CustomersPage::~CustomersPage()
{
    m_wholeCount.cancel();
    m_widerCount.cancel();
    // Writes what is typed: while that is still there.
    delete m_journal;
}

void CustomersPage::arrange(const Profile& profile)
{
    m_messages->setObjectName(u"pageMessages"_s);
    m_pages->addWidget(new QWidget(m_pages));
    m_pages->addWidget(m_table);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_nothing);
    m_splitter->addWidget(m_pages);
    m_splitter->addWidget(m_details);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    setDetailsWidth(340);
    connect(m_splitter, &QSplitter::splitterMoved, this,
            [this] { Q_EMIT detailsResized(m_details->width()); });
    m_details->setMinimumWidth(300);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_messages);
    layout->addWidget(m_adoption);
    m_filters->addFront(m_views->chip());
    layout->addWidget(m_filters);
    layout->addWidget(makeLine(Qt::Horizontal, this));
    layout->addWidget(m_splitter, 1);
    m_empty->describeBook(profile.connection.engine == Engine::Sqlite, !readOnlyReason().isEmpty());
    m_model->setEditable(readOnlyReason().isEmpty());
    m_details->form()->setLimits(m_book.info());
    m_details->setReadOnly(readOnlyReason());
}

void CustomersPage::connectTable()
{
    connect(m_model, &CustomerTableModel::queryShown, this, [this] {
        updateRows();
        Q_EMIT firstShown();
    });
    connect(m_model, &CustomerTableModel::totalChanged, this, &CustomersPage::updateRows);
    connect(m_model, &CustomerTableModel::failed, this, [this](const Error& error) {
        // A lost line is the window's to tell, and to mend.
        if (error.kind != ErrorKind::Cancelled && !rules::meansNoConnection(error))
            showError(error, [this] { m_model->refresh(); });
    });
    connect(m_model, &CustomerTableModel::cellEdited, this, &CustomersPage::editCell);
    connect(m_table, &CustomerTableView::selectionShifted, this, &CustomersPage::followSelection);
    connect(m_table, &CustomerTableView::selectionLost, this, &CustomersPage::followLoss);
    connect(m_table, &CustomerTableView::detailsRequested, this, [this] {
        setDetailsOpen(true);
        m_details->form()->focusFirst();
    });
    connect(m_empty, &EmptyBookPage::importRequested, this, &CustomersPage::importRequested);
    connect(m_empty, &EmptyBookPage::newRequested, this, &CustomersPage::newCustomer);
    connect(m_empty, &EmptyBookPage::samplesRequested, this, &CustomersPage::addSamples);
    connect(m_empty, &EmptyBookPage::connectRequested, this, &CustomersPage::connectRequested);
}

void CustomersPage::connectSearch()
{
    connect(m_search, &SearchController::slow, m_table, &CustomerTableView::setDimmed);
    connect(m_search, &SearchController::queryChanged, this, [this](const CustomerQuery& query) {
        m_filters->showText(query.text);
        followSort(query);
    });
    connect(m_filters, &FilterBar::textChosen, m_search, &SearchController::setText);
    connect(m_table, &CustomerTableView::sortRequested, m_search, &SearchController::setSort);
    connect(m_views, &ViewsMenu::acted, this,
            [this](const QString& text) { Q_EMIT acted(text, false); });
    connect(m_savedViews, &SavedViews::failed, this, [this](const Error& error) {
        m_messages->showMessage(
            MessageBar::Severity::Warning,
            tr("The saved views could not be read or written: %1 What was in the way is kept as "
               "%2.")
                .arg(error.message, error.subject));
    });
    followSort(m_search->query());
}

void CustomersPage::connectEdits()
{
    connect(&m_refresh, &QTimer::timeout, this, [this] {
        m_whole = -1;
        m_model->refresh();
    });
    // An import says so many times a second; the rows follow at a calm pace.
    connect(&m_book, &Book::customersChanged, this, [this] {
        if (!m_refresh.isActive())
            m_refresh.start();
    });
    connect(m_edits, &EditController::stateChanged, this, [this] {
        m_details->setSaving(m_edits->isBusy());
        Q_EMIT actionsChanged();
    });
    connect(m_edits, &EditController::acted, this, &CustomersPage::acted);
    connect(m_adoption, &AdoptionHint::adopted, this, [this] {
        m_details->form()->setLimits(m_book.info());
        Q_EMIT acted(tr("Clientele has taken the customer table over."), false);
        Q_EMIT actionsChanged();
    });
    connect(m_acts, &SelectionActs::notice, this,
            [this](const QString& text) { Q_EMIT acted(text, false); });
    connect(m_acts, &SelectionActs::failed, this,
            [this](const Error& error) { showError(error, {}); });
    connect(m_edits, &EditController::saved, this, [this](const Customer& customer) {
        m_lastSaved = customer.id;
        // What was said of a save that failed is over.
        if (m_details->shownId() == customer.id && !m_pending.find(customer.id))
            m_details->messages()->dismiss();
        m_details->customerSaved(customer);
    });
    connect(m_edits, &EditController::created, this, [this](const Customer& customer) {
        m_model->refresh();
        openCustomer(customer);
        m_table->setFocus(Qt::OtherFocusReason);
    });
    connect(m_edits, &EditController::removed, this, [this](const std::vector<Customer>& gone) {
        for (const Customer& customer : gone) {
            if (m_details->shownId() == customer.id)
                m_details->showNothing();
        }
        followSelection();
    });
    connect(m_edits, &EditController::conflicted, this, &CustomersPage::showConflict);
    connect(m_edits, &EditController::saveFailed, this, &CustomersPage::showSaveFailure);
    connect(m_edits, &EditController::actFailed, this, &CustomersPage::showError);
    connect(m_edits, &EditController::vanished, this, [this](const PendingEdit& edit) {
        m_details->messages()->showMessage(
            MessageBar::Severity::Warning,
            tr("%1 was deleted by someone else. What you typed is kept here.").arg(edit.base.name));
        m_details->messages()->addAction(tr("Create it anew"), [this, edit] {
            m_edits->save({.mine = edit.mine});
            m_pending.remove(edit.base.id);
        });
    });
    connect(&m_pending, &PendingEdits::changed, this, [this] {
        m_model->setUnsaved(m_pending.ids());
        Q_EMIT unsavedChanged(m_pending.count());
    });
    connect(m_journal, &EditJournal::restored, this, [this](int count) {
        if (count == 0)
            return;
        const PendingEdit first = m_pending.all().front();
        m_messages->showMessage(
            MessageBar::Severity::Info,
            tr("%Ln customers have changes from last time that are not saved yet.", nullptr,
               count));
        m_messages->addAction(tr("Show"), [this, first] {
            first.isNew() ? newCustomer() : openCustomer(first.base);
            m_messages->dismiss();
        });
    });
}

void CustomersPage::connectForm()
{
    connect(m_details, &DetailsPanel::saveRequested, this, &CustomersPage::save);
    connect(m_details, &DetailsPanel::stateChanged, this, &CustomersPage::actionsChanged);
    connect(m_details, &DetailsPanel::closeRequested, this, [this] {
        setDetailsOpen(false);
        focusTable();
    });
    connect(m_details, &DetailsPanel::deactivateRequested, m_acts, &SelectionActs::deactivate);
    connect(m_details, &DetailsPanel::restoreRequested, m_acts, &SelectionActs::restore);
    connect(m_details, &DetailsPanel::removeRequested, m_acts, &SelectionActs::removeForGood);
    connect(m_details, &DetailsPanel::copyRequested, m_acts,
            [this] { m_acts->copy(CopyFormat::Rows); });
    connect(m_details->form(), &CustomerForm::openRequested, this, &CustomersPage::openCustomer);
    connect(m_details->form(), &CustomerForm::reactivateRequested, this,
            [this](const Customer& other) {
                m_edits->setActive({other}, true);
                m_details->revert();
                Customer active = other;
                active.isActive = true;
                openCustomer(active);
            });
}

QString CustomersPage::readOnlyReason() const
{
    return m_book.info().readOnly ? tr("This book is read only.") : QString();
}

PageActions CustomersPage::actions() const
{
    const bool writable = readOnlyReason().isEmpty();
    return {.edit = writable,
            .save = m_details->canSave(),
            .revert = m_details->hasChanges(),
            .selected = m_table->selection().count != 0,
            .undo = writable && m_edits->canUndo(),
            .redo = writable && m_edits->canRedo(),
            .details = m_details->showsForm(),
            .adopt = writable && m_book.info().adoptable};
}

void CustomersPage::fillColumnMenu(QMenu* menu) const
{
    m_columns->fillMenu(menu);
}

} // namespace clientele
