// SPDX-License-Identifier: GPL-3.0-or-later
// What the page does when it is told to; how it is put together is in customerspage.cpp.
#include "core/services/wording.h"
#include "ui/common/messagebar.h"
#include "ui/customers/conflictdialog.h"
#include "ui/customers/customerrules.h"
#include "ui/customers/customerspage.h"
#include "ui/customers/customertableview.h"
#include "ui/customers/detailspanel.h"
#include "ui/customers/editcontroller.h"
#include "ui/customers/samples.h"
#include "ui/customers/searchcontroller.h"
#include "ui/models/customertablemodel.h"

#include "core/services/book.h"

#include <QApplication>
#include <QLocale>
#include <QSplitter>
#include <QStackedWidget>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

constexpr int foldBelow = 1000;

QString saveFailure(const Error& error)
{
    if (rules::meansNoConnection(error))
        return CustomersPage::tr("Not saved, because there is no connection. What you typed is "
                                 "kept, and can be saved once the connection is back.");
    if (error.kind == ErrorKind::OutcomeUnknown)
        return CustomersPage::tr("What you typed is kept.") + u' ' + wording::explain(error);
    return CustomersPage::tr("Not saved. What you typed is kept.") + u' ' + wording::explain(error);
}

} // namespace

void CustomersPage::followSelection()
{
    const TableSelection selection = m_table->selection();
    if (selection.allMatching || selection.count > 1) {
        m_details->showSeveral(selection);
    } else if (const auto customer = m_table->singleCustomer()) {
        if (customer->id != m_lastSaved)
            m_lastSaved = {};
        m_details->showCustomer(*customer);
    } else if (selection.count == 0 && !m_details->showsForm()) {
        m_details->showNothing();
    }
    Q_EMIT actionsChanged();
}

void CustomersPage::followLoss(bool otherSearch)
{
    if (!m_details->shownId().isValid())
        return;
    if (!otherSearch && m_details->shownId() == m_lastSaved) {
        m_table->expectCustomer(m_lastSaved);
        return;
    }
    // What is typed is kept in any case; under the hands of a person it also stays in sight.
    if (otherSearch || !m_details->hasChanges())
        m_details->showNothing();
}

void CustomersPage::newCustomer()
{
    if (!actions().edit)
        return;
    m_table->clearSelection();
    setDetailsOpen(true);
    m_details->showNew();
    arrangeDetails();
    m_details->form()->focusFirst();
}

void CustomersPage::duplicate()
{
    if (!actions().edit || !m_details->showsForm())
        return;
    Customer copy = m_details->form()->edit().mine;
    copy.id = {};
    copy.email.clear();
    copy.createdAt.reset();
    copy.updatedAt.reset();
    m_table->clearSelection();
    setDetailsOpen(true);
    m_details->showNew(copy);
}

void CustomersPage::save()
{
    if (m_details->canSave())
        m_edits->save(m_details->normalizedEdit());
}

void CustomersPage::editCell(const Customer& seen, CustomerField field, const QString& text)
{
    const PendingEdit* pending = m_pending.find(seen.id);
    PendingEdit edit = pending ? *pending : PendingEdit{.base = seen, .mine = seen};
    if (field == CustomerField::Name)
        edit.mine.name = text;
    else if (field == CustomerField::Email)
        edit.mine.email = text;
    else
        edit.mine.phone = text.isEmpty() ? std::nullopt : std::optional(text);
    m_pending.set(edit);
    if (rules::check(edit.base, edit.mine, m_book.info()).any()) {
        // The form says why, beside the field.
        setDetailsOpen(true);
        openCustomer(seen);
        return;
    }
    m_edits->save({.base = edit.base, .mine = rules::normalized(edit.base, edit.mine)});
}

void CustomersPage::showConflict(const PendingEdit& edit, const Customer& theirs)
{
    auto* dialog = new ConflictDialog(edit, theirs, window());
    connect(dialog, &ConflictDialog::saveRequested, this, [this](const PendingEdit& choice) {
        m_pending.set(choice);
        if (choice.changes()) {
            m_edits->save(choice);
        } else {
            m_model->applyChanged(choice.base);
            m_details->customerSaved(choice.base);
        }
    });
    connect(dialog, &ConflictDialog::theirsTaken, this, [this](const Customer& now) {
        m_pending.remove(now.id);
        m_model->applyChanged(now);
        m_details->customerSaved(now);
    });
    dialog->open();
}

void CustomersPage::showSaveFailure(const PendingEdit& edit, const Error& error)
{
    setDetailsOpen(true);
    if (m_details->shownId() != edit.base.id)
        openCustomer(edit.base);
    if (error.kind == ErrorKind::Duplicate) {
        whenDone(m_book.customerByEmail(edit.mine.email), this,
                 [this, edit](const Result<std::optional<Customer>>& other) {
                     if (other && *other && m_details->shownId() == edit.base.id)
                         m_details->form()->setDuplicate(*other);
                 });
    }
    m_details->messages()->showMessage(MessageBar::Severity::Error, saveFailure(error));
    if (rules::meansNoConnection(error))
        m_heldBack = edit.base.id;
    if (error.kind != ErrorKind::Duplicate)
        m_details->messages()->addAction(tr("Retry"), [this] {
            m_details->messages()->dismiss();
            save();
        });
}

void CustomersPage::showError(const Error& error, const std::function<void()>& again)
{
    if (error.kind == ErrorKind::Cancelled)
        return;
    m_messages->showMessage(MessageBar::Severity::Error, wording::explain(error));
    if (again)
        m_messages->addAction(tr("Try again"), [this, again] {
            m_messages->dismiss();
            again();
        });
}

void CustomersPage::comeBack()
{
    m_whole = -1;
    m_model->refresh();
    const std::optional<CustomerId> heldBack = std::exchange(m_heldBack, std::nullopt);
    if (!heldBack || m_details->shownId() != *heldBack || !m_details->hasChanges())
        return;
    m_details->messages()->showMessage(
        MessageBar::Severity::Info, tr("The connection is back. What you typed is not saved yet."));
    m_details->messages()->addAction(tr("Save"), [this] {
        m_details->messages()->dismiss();
        save();
    });
}

void CustomersPage::openCustomer(const Customer& customer)
{
    setDetailsOpen(true);
    if (!m_table->selectCustomer(customer.id)) {
        m_table->clearSelection();
        m_table->expectCustomer(customer.id);
        m_details->showCustomer(customer);
    }
    // The row may have changed since it was remembered.
    whenDone(m_book.customer(customer.id), this,
             [this](const Result<std::optional<Customer>>& now) {
                 if (now && *now)
                     m_details->customerSaved(**now);
             });
}

void CustomersPage::focusTable()
{
    m_search->askNow();
    m_table->setFocus(Qt::OtherFocusReason);
    m_table->selectFirst();
}

void CustomersPage::setDetailsOpen(bool open)
{
    if (width() < foldBelow)
        m_covering = open;
    else
        m_detailsOpen = open;
    arrangeDetails();
    Q_EMIT actionsChanged();
}

void CustomersPage::setDetailsWidth(int width)
{
    // Of what the window has the table takes the rest.
    m_splitter->setSizes({qMax(1, this->width() - width), width});
}

void CustomersPage::arrangeDetails()
{
    const bool narrow = width() < foldBelow;
    if (!narrow)
        m_covering = false;
    const bool empty = m_model->rowCount() == 0 && m_model->query().matchesAll();
    const bool worth = !empty || m_details->showsForm();
    m_details->setVisible(narrow ? m_covering : m_detailsOpen && worth);
    m_pages->setVisible(!narrow || !m_covering);
}

void CustomersPage::goBack()
{
    if (m_details->isAncestorOf(QApplication::focusWidget())) {
        if (width() < foldBelow)
            setDetailsOpen(false);
        focusTable();
    }
}

void CustomersPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrangeDetails();
}

void CustomersPage::addSamples()
{
    const std::vector<CustomerDraft> drafts = sampleCustomers();
    m_edits->createMany(drafts, tr("Added %Ln sample customers.", nullptr, int(drafts.size())));
}

} // namespace clientele
