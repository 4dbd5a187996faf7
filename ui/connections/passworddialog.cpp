// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/passworddialog.h"

#include "ui/common/button.h"
#include "ui/common/formfield.h"
#include "ui/common/sectionlabel.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace clientele {

using namespace Qt::StringLiterals;

PasswordDialog::PasswordDialog(const QString& location, QWidget* parent) : QDialog(parent)
{
    setWindowTitle(tr("Password"));
    setMinimumWidth(440);
    auto* field = new FormField(tr("&Password"), u"password"_s, this);
    m_password = field->edit();
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setAccessibleName(tr("Password"));
    field->setNote(FormField::Verdict::None,
                   tr("For this session only. It is never written to a file."));

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
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(4);
    layout->addWidget(makeLabel(tr("The server asks for a password"), TextRole::Title, this));
    layout->addWidget(where);
    layout->addSpacing(12);
    layout->addWidget(field);
    layout->addSpacing(16);
    layout->addLayout(buttons);
    m_password->setFocus();
}

QString PasswordDialog::password() const
{
    return m_password->text();
}

} // namespace clientele
