// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/questiondialog.h"

#include "ui/common/button.h"
#include "ui/common/sectionlabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

constexpr int textWidth = 380;

QLabel* makeParagraph(const QString& text, TextRole role, QWidget* parent)
{
    QLabel* label = makeLabel(text, role, parent);
    label->setWordWrap(true);
    label->setFixedWidth(textWidth);
    return label;
}

} // namespace

QuestionDialog::QuestionDialog(const Words& words, QWidget* parent) : QDialog(parent)
{
    setWindowTitle(tr("Clientele"));
    setAttribute(Qt::WA_DeleteOnClose);
    QLabel* title = makeParagraph(words.title, TextRole::Title, this);
    title->setObjectName(u"questionTitle"_s);
    auto* accept =
        makeButton(words.accept, words.danger ? ButtonKind::Danger : ButtonKind::Primary, this);
    accept->setObjectName(u"acceptButton"_s);
    auto* cancel =
        makeButton(words.cancel.isEmpty() ? tr("Cancel") : words.cancel, ButtonKind::Normal, this);
    cancel->setObjectName(u"cancelButton"_s);
    cancel->setDefault(true);
    // Enter presses the button that has the focus, not always the default one.
    for (QPushButton* button : {accept, cancel})
        button->setAutoDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(cancel);
    if (!words.instead.isEmpty()) {
        auto* instead = makeButton(words.instead, ButtonKind::Normal, this);
        instead->setObjectName(u"insteadButton"_s);
        instead->setAutoDefault(true);
        connect(instead, &QPushButton::clicked, this, [this] {
            Q_EMIT insteadChosen();
            done(Rejected);
        });
        buttons->addWidget(instead);
    }
    buttons->addWidget(accept);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(8);
    layout->setSizeConstraint(QLayout::SetFixedSize);
    layout->addWidget(title);
    layout->addWidget(makeParagraph(words.text, TextRole::Muted, this));
    layout->addSpacing(8);
    layout->addLayout(buttons);
    connect(accept, &QPushButton::clicked, this, &QDialog::accept);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    cancel->setFocus();
}

} // namespace clientele
