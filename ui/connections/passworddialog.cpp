// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/passworddialog.h"

#include "ui/common/button.h"
#include "ui/common/formfield.h"
#include "ui/common/sectionlabel.h"
#include "ui/connections/rememberbox.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace clientele {

using namespace Qt::StringLiterals;

PasswordDialog::PasswordDialog(const QString& location, QWidget* parent)
    : QDialog(parent), m_field(new FormField(tr("&Password"), u"password"_s, this)),
      m_reason(makeLabel({}, TextRole::Body, this)), m_layout(new QVBoxLayout(this))
{
    setWindowTitle(tr("Password"));
    setMinimumWidth(440);
    m_field->edit()->setEchoMode(QLineEdit::Password);
    m_field->edit()->setAccessibleName(tr("Password"));
    m_reason->setObjectName(u"reason"_s);
    m_reason->setWordWrap(true);
    m_reason->hide();
    describe();

    QLabel* where = makeLabel(location, TextRole::Muted, this);
    where->setObjectName(u"location"_s);
    where->setWordWrap(true);
    auto* cancel = makeButton(tr("Cancel"), ButtonKind::Normal, this);
    cancel->setObjectName(u"cancel"_s);
    auto* signIn = makeButton(tr("&Sign in"), ButtonKind::Primary, this);
    signIn->setObjectName(u"signIn"_s);
    signIn->setDefault(true);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(signIn, &QPushButton::clicked, this, &QDialog::accept);

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(signIn);
    m_layout->setContentsMargins(20, 16, 20, 16);
    m_layout->setSpacing(4);
    m_layout->addWidget(makeLabel(tr("The server asks for a password"), TextRole::Title, this));
    m_layout->addWidget(where);
    m_layout->addWidget(m_reason);
    m_layout->addSpacing(12);
    m_layout->addWidget(m_field);
    m_layout->addSpacing(16);
    m_layout->addLayout(buttons);
    m_field->edit()->setFocus();
}

void PasswordDialog::setReason(const QString& reason)
{
    m_reason->setText(reason);
    m_reason->setHidden(reason.isEmpty());
}

void PasswordDialog::offerToRemember(bool remembered)
{
    m_remember = new RememberBox(this);
    m_remember->setChecked(remembered);
    m_layout->insertWidget(m_layout->indexOf(m_field) + 1, m_remember);
    setTabOrder(m_field->edit(), m_remember);
    connect(m_remember, &RememberBox::clicked, this, &PasswordDialog::describe);
    describe();
}

void PasswordDialog::describe()
{
    m_field->setNote(FormField::Verdict::None,
                     remember().value_or(false)
                         ? tr("The keychain keeps it once it has opened the book.")
                         : tr("For this session only. It is never written to a file."));
}

QString PasswordDialog::password() const
{
    return m_field->text();
}

std::optional<bool> PasswordDialog::remember() const
{
    return m_remember ? std::optional(m_remember->isChecked()) : std::nullopt;
}

} // namespace clientele
