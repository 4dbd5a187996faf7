// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customers/detailspanel.h"

#include "core/domain/email.h"
#include "ui/common/button.h"
#include "ui/common/icons.h"
#include "ui/common/messagebar.h"
#include "ui/common/sectionlabel.h"
#include "ui/customers/customerrules.h"
#include "ui/customers/duplicatecheck.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QScrollArea>
#include <QStackedWidget>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

enum Page
{
    NothingPage,
    FormPage,
    SeveralPage
};

} // namespace

DetailsPanel::DetailsPanel(Book& book, PendingEdits& edits, QWidget* parent)
    : QWidget(parent), m_edits(edits), m_duplicates(new DuplicateCheck(book, this)),
      m_title(makeLabel({}, TextRole::Title, this)),
      m_close(makeIconButton(u"close", tr("Close the details"), this)),
      m_messages(new MessageBar(this)), m_pages(new QStackedWidget(this))
{
    setObjectName(u"detailsPanel"_s);
    m_title->setObjectName(u"detailsTitle"_s);
    m_title->setWordWrap(true);
    m_messages->setObjectName(u"detailsMessages"_s);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(16, 14, 10, 0);
    head->addWidget(m_title, 1, Qt::AlignTop);
    head->addWidget(m_close, 0, Qt::AlignTop);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(m_messages);
    layout->addLayout(head);
    layout->addWidget(m_pages, 1);
    auto* hint = makeLabel(tr("Choose a customer to see the details here."), TextRole::Muted, this);
    hint->setWordWrap(true);
    hint->setAlignment(Qt::AlignTop);
    hint->setContentsMargins(16, 4, 16, 0);
    m_pages->addWidget(hint);
    m_pages->addWidget(buildForm());
    m_pages->addWidget(buildSeveral());
    connect(m_close, &QPushButton::clicked, this, &DetailsPanel::closeRequested);
    connect(m_form, &CustomerForm::edited, this, &DetailsPanel::take);
    connect(m_duplicates, &DuplicateCheck::found, this,
            [this](const QString& email, const Customer& other) {
                if (normalizedEdit().mine.email == email)
                    m_form->setDuplicate(other);
            });
    showNothing();
}

QWidget* DetailsPanel::buildForm()
{
    auto* page = new QWidget(this);
    auto* scroll = new QScrollArea(page);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    auto* inner = new QWidget(scroll);
    inner->setAutoFillBackground(false);
    auto* innerLayout = new QVBoxLayout(inner);
    innerLayout->setContentsMargins(16, 6, 16, 12);
    m_form = new CustomerForm(inner);
    innerLayout->addWidget(m_form);
    innerLayout->addStretch();
    scroll->setWidget(inner);
    m_revert = makeButton(tr("Revert"), ButtonKind::Normal, page);
    m_revert->setObjectName(u"revertButton"_s);
    m_save = makeButton(tr("Save"), ButtonKind::Primary, page);
    m_save->setObjectName(u"saveButton"_s);
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(16, 0, 16, 16);
    buttons->addWidget(m_revert);
    buttons->addStretch();
    buttons->addWidget(m_save);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll, 1);
    layout->addLayout(buttons);
    connect(m_save, &QPushButton::clicked, this, &DetailsPanel::saveRequested);
    connect(m_revert, &QPushButton::clicked, this, &DetailsPanel::revert);
    return page;
}

QWidget* DetailsPanel::buildSeveral()
{
    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(16, 0, 16, 16);
    layout->setSpacing(8);
    m_severalText = makeLabel({}, TextRole::Muted, page);
    m_severalText->setWordWrap(true);
    layout->addWidget(m_severalText);
    layout->addSpacing(8);
    const auto add = [&](QStringView iconName, const QString& text, const QString& name,
                         void (DetailsPanel::*act)()) {
        QPushButton* button = makeButton(text, ButtonKind::Normal, page);
        button->setIcon(icon(iconName));
        button->setObjectName(name);
        connect(button, &QPushButton::clicked, this, act);
        layout->addWidget(button);
        m_severalButtons.append(button);
    };
    add(u"deactivate", tr("Deactivate"), u"deactivateSeveral"_s,
        &DetailsPanel::deactivateRequested);
    add(u"restore", tr("Restore"), u"restoreSeveral"_s, &DetailsPanel::restoreRequested);
    add(u"delete", tr("Delete for good…"), u"deleteSeveral"_s, &DetailsPanel::removeRequested);
    add(u"copy", tr("Copy"), u"copySeveral"_s, &DetailsPanel::copyRequested);
    layout->addStretch();
    return page;
}

void DetailsPanel::showEdit(const PendingEdit& edit)
{
    if (edit.base.id != m_form->edit().base.id)
        m_messages->dismiss();
    m_pages->setCurrentIndex(FormPage);
    m_duplicates->check({}, {});
    m_form->showEdit(edit);
    updateState();
}

void DetailsPanel::showCustomer(const Customer& customer)
{
    const PendingEdit* pending = m_edits.find(customer.id);
    PendingEdit edit = pending ? *pending : PendingEdit{.base = customer, .mine = customer};
    edit.base.createdAt = customer.createdAt;
    edit.base.updatedAt = customer.updatedAt;
    edit.mine.createdAt = customer.createdAt;
    edit.mine.updatedAt = customer.updatedAt;
    showEdit(edit);
}

void DetailsPanel::showNew(const Customer& beginning)
{
    const PendingEdit* pending = m_edits.newCustomer();
    const bool empty = beginning == Customer{};
    showEdit(pending && empty ? *pending : PendingEdit{.mine = beginning});
    if (!empty)
        take();
    m_form->focusFirst();
}

void DetailsPanel::showSeveral(const TableSelection& selection)
{
    m_pages->setCurrentIndex(SeveralPage);
    if (selection.allMatching)
        m_severalText->setText(
            tr("Every customer that matches is selected, on the screen or not."));
    else
        m_severalText->setText(tr("What you choose here is done with all of them."));
    m_title->setText(selection.count < 0
                         ? tr("All that match")
                         : tr("%Ln customers selected", nullptr, int(selection.count)));
    updateState();
}

void DetailsPanel::showNothing()
{
    m_pages->setCurrentIndex(NothingPage);
    m_title->setText(tr("Details"));
    updateState();
}

void DetailsPanel::customerSaved(const Customer& customer)
{
    if (!showsForm())
        return;
    if (m_form->edit().base.id == customer.id)
        showCustomer(customer);
}

void DetailsPanel::revert()
{
    if (!showsForm())
        return;
    const PendingEdit now = m_form->edit();
    m_edits.remove(now.base.id);
    m_messages->dismiss();
    showEdit({.base = now.base, .mine = now.base});
}

void DetailsPanel::take()
{
    const PendingEdit& edit = m_form->edit();
    m_edits.set(edit);
    const PendingEdit saved = normalizedEdit();
    const bool ask = saved.mine.email != edit.base.email &&
                     std::holds_alternative<Email>(Email::parse(saved.mine.email));
    m_duplicates->check(ask ? saved.mine.email : QString(), edit.base.id);
    updateState();
}

PendingEdit DetailsPanel::normalizedEdit() const
{
    const PendingEdit& edit = m_form->edit();
    return {.base = edit.base, .mine = rules::normalized(edit.base, edit.mine)};
}

void DetailsPanel::setReadOnly(const QString& reason)
{
    m_readOnly = reason;
    m_form->setReadOnly(reason);
    for (int i = 0; i < 3; ++i) {
        m_severalButtons[i]->setEnabled(reason.isEmpty());
        m_severalButtons[i]->setToolTip(reason);
    }
    updateState();
}

void DetailsPanel::setSaving(bool saving)
{
    m_saving = saving;
    updateState();
}

CustomerId DetailsPanel::shownId() const
{
    return showsForm() ? m_form->edit().base.id : CustomerId{};
}

bool DetailsPanel::showsForm() const
{
    return m_pages->currentIndex() == FormPage;
}

bool DetailsPanel::canSave() const
{
    return showsForm() && m_form->canSave() && !m_saving && m_readOnly.isEmpty();
}

bool DetailsPanel::hasChanges() const
{
    return showsForm() && m_form->edit().changes();
}

void DetailsPanel::updateState()
{
    m_save->setEnabled(canSave());
    m_save->setText(m_form->edit().isNew() ? tr("Create") : tr("Save"));
    m_save->setToolTip(m_readOnly);
    m_revert->setEnabled(hasChanges() && !m_saving);
    if (showsForm()) {
        const QString name = m_form->edit().mine.name.trimmed();
        m_title->setText(!name.isEmpty()          ? name
                         : m_form->edit().isNew() ? tr("New customer")
                                                  : tr("No name"));
    }
    Q_EMIT stateChanged();
}

} // namespace clientele
