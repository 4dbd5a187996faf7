// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customers/customerform.h"

#include "ui/common/button.h"
#include "ui/common/dates.h"
#include "ui/common/formfield.h"
#include "ui/common/sectionlabel.h"
#include "ui/customers/customerrules.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScopedValueRollback>

namespace clientele {

using namespace Qt::StringLiterals;

CustomerForm::CustomerForm(QWidget* parent)
    : QWidget(parent), m_name(new FormField(tr("Name"), u"nameField"_s, this)),
      m_email(new FormField(tr("E-mail"), u"emailField"_s, this)),
      m_phone(new FormField(tr("Phone"), u"phoneField"_s, this)),
      m_active(new QCheckBox(tr("Active"), this)), m_times(makeLabel({}, TextRole::Faint, this)),
      m_duplicateRow(new QWidget(this)),
      m_open(makeButton(tr("Open it"), ButtonKind::Link, m_duplicateRow)),
      m_reactivate(makeButton(tr("Reactivate it"), ButtonKind::Link, m_duplicateRow))
{
    m_active->setObjectName(u"activeField"_s);
    m_times->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_name);
    auto* email = new QVBoxLayout;
    email->setSpacing(4);
    email->addWidget(m_email);
    email->addWidget(m_duplicateRow);
    layout->addLayout(email);
    layout->addWidget(m_phone);
    layout->addWidget(m_active);
    layout->addWidget(m_times);
    buildDuplicateRow();
    for (FormField* field : {m_name, m_email, m_phone})
        connect(field->edit(), &QLineEdit::textEdited, this, &CustomerForm::take);
    connect(m_active, &QCheckBox::toggled, this, &CustomerForm::take);
    m_email->edit()->setInputMethodHints(Qt::ImhEmailCharactersOnly);
    m_phone->edit()->setInputMethodHints(Qt::ImhDialableCharactersOnly);
}

void CustomerForm::buildDuplicateRow()
{
    auto* row = new QHBoxLayout(m_duplicateRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(m_open);
    row->addWidget(m_reactivate);
    row->addStretch();
    m_duplicateRow->hide();
    m_open->setObjectName(u"openDuplicate"_s);
    m_reactivate->setObjectName(u"reactivateDuplicate"_s);
    connect(m_open, &QPushButton::clicked, this, [this] { Q_EMIT openRequested(*m_duplicate); });
    connect(m_reactivate, &QPushButton::clicked, this,
            [this] { Q_EMIT reactivateRequested(*m_duplicate); });
}

void CustomerForm::setLimits(const BookInfo& info)
{
    m_limits = info;
    judge();
}

void CustomerForm::setReadOnly(const QString& reason)
{
    for (FormField* field : {m_name, m_email, m_phone}) {
        field->edit()->setReadOnly(!reason.isEmpty());
        field->edit()->setToolTip(reason);
    }
    m_active->setEnabled(reason.isEmpty());
    m_active->setToolTip(reason);
}

void CustomerForm::showEdit(const PendingEdit& edit)
{
    const QScopedValueRollback filling(m_filling, true);
    if (edit.base.id != m_edit.base.id || edit.mine.email != m_edit.mine.email)
        setDuplicate(std::nullopt);
    m_edit = edit;
    m_name->setText(edit.mine.name);
    m_email->setText(edit.mine.email);
    m_phone->setText(edit.mine.phone.value_or(QString()));
    m_active->setChecked(edit.mine.isActive);
    showTimes();
    judge();
}

void CustomerForm::take()
{
    if (m_filling)
        return;
    m_edit.mine.name = m_name->text();
    if (m_edit.mine.email != m_email->text())
        setDuplicate(std::nullopt);
    m_edit.mine.email = m_email->text();
    const QString phone = m_phone->text();
    // A phone number that was empty but not NULL stays so unless it is touched.
    if (phone != m_edit.base.phone.value_or(QString()))
        m_edit.mine.phone = phone.isEmpty() ? std::nullopt : std::optional(phone);
    else
        m_edit.mine.phone = m_edit.base.phone;
    m_edit.mine.isActive = m_active->isChecked();
    judge();
    Q_EMIT edited();
}

void CustomerForm::judge()
{
    const Customer& base = m_edit.base;
    const Customer& mine = m_edit.mine;
    const FieldProblems problems = rules::check(base, mine, m_limits);
    const bool untouched = m_edit.isNew() && !m_edit.changes();
    const auto show = [untouched](FormField* field, const QString& problem, bool silent) {
        const bool refused = !problem.isEmpty() && !untouched && !silent;
        field->setNote(refused ? FormField::Verdict::Refused : FormField::Verdict::None,
                       refused ? problem : QString());
    };
    // A new customer's fields are judged once there is something in them.
    show(m_name, problems.name, m_edit.isNew() && mine.name.isEmpty());
    show(m_email, problems.email, m_edit.isNew() && mine.email.isEmpty());
    show(m_phone, problems.phone, false);
    if (problems.phone.isEmpty() && mine.phone != base.phone) {
        const QString remark = rules::phoneRemark(mine.phone.value_or(QString()));
        m_phone->setNote(remark.isEmpty() ? FormField::Verdict::None : FormField::Verdict::Warning,
                         remark);
    }
    if (m_duplicate && problems.email.isEmpty()) {
        const QString words = m_duplicate->isActive
                                  ? tr("%1 already has this address.")
                                  : tr("%1, who is inactive, already has this address.");
        m_email->setNote(FormField::Verdict::Refused, words.arg(m_duplicate->name));
    }
    m_name->setChangedMark(!m_edit.isNew() && mine.name != base.name);
    m_email->setChangedMark(!m_edit.isNew() && mine.email != base.email);
    m_phone->setChangedMark(!m_edit.isNew() && mine.phone != base.phone);
    m_savable = m_edit.changes() && !problems.any() && !m_duplicate;
}

void CustomerForm::showTimes()
{
    QStringList times;
    if (m_edit.base.createdAt)
        times << tr("Created %1").arg(dates::minute(*m_edit.base.createdAt));
    if (m_edit.base.updatedAt)
        times << tr("Updated %1").arg(dates::ago(*m_edit.base.updatedAt, Timestamp::now()));
    m_times->setText(times.join(u" · "_s));
    m_times->setHidden(times.isEmpty());
}

void CustomerForm::setDuplicate(const std::optional<Customer>& other)
{
    if (!m_duplicate && !other)
        return;
    m_duplicate = other;
    m_duplicateRow->setVisible(other.has_value());
    m_reactivate->setVisible(other && !other->isActive);
    judge();
    if (!m_filling)
        Q_EMIT edited();
}

void CustomerForm::refuseEmail(const QString& reason)
{
    m_email->setNote(FormField::Verdict::Refused, reason);
}

void CustomerForm::focusFirst()
{
    m_name->edit()->setFocus(Qt::OtherFocusReason);
    m_name->edit()->selectAll();
}

void CustomerForm::clearPhone()
{
    if (m_phone->edit()->isReadOnly())
        return;
    m_phone->setText({});
    m_edit.mine.phone = std::nullopt;
    judge();
    Q_EMIT edited();
}

} // namespace clientele
