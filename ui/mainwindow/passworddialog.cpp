// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/passworddialog.h"

#include "ui/common/button.h"
#include "ui/common/formfield.h"
#include "ui/common/sectionlabel.h"

#include <QHBoxLayout>
#include <QLineEdit>

namespace clientele {

using namespace Qt::StringLiterals;

PasswordDialog::PasswordDialog(const Profile& profile, const QString& reason, QWidget* parent)
    : QDialog(parent)
{
    setObjectName(u"passwordDialog"_s);
    setWindowTitle(tr("Password"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* field = new FormField(tr("Password"), u"passwordField"_s, this);
    m_password = field->edit();
    m_password->setEchoMode(QLineEdit::Password);
    field->setNote(FormField::Verdict::None,
                   tr("Kept until the window is closed, and written nowhere."));
    auto* text = makeLabel(reason, TextRole::Muted, this);
    text->setWordWrap(true);
    auto* cancel = makeButton(tr("Cancel"), ButtonKind::Normal, this);
    auto* open = makeButton(tr("Open"), ButtonKind::Primary, this);
    open->setObjectName(u"acceptButton"_s);
    open->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(open);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(12);
    layout->addWidget(makeLabel(tr("Sign in to %1").arg(profile.name), TextRole::Title, this));
    layout->addWidget(text);
    layout->addWidget(field);
    layout->addLayout(buttons);
    setMinimumWidth(420);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(open, &QPushButton::clicked, this, [this] {
        Q_EMIT entered(m_password->text());
        accept();
    });
    m_password->setFocus();
}

} // namespace clientele
