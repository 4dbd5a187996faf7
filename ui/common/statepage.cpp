// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/statepage.h"

#include "ui/common/button.h"
#include "ui/common/icons.h"
#include "ui/common/sectionlabel.h"

#include <QVBoxLayout>

namespace clientele {

using namespace Qt::StringLiterals;

StatePage::StatePage(QWidget* parent)
    : QWidget(parent), m_icon(new QLabel(this)), m_title(makeLabel({}, TextRole::Title, this)),
      m_text(makeLabel({}, TextRole::Muted, this)), m_actions(new QHBoxLayout),
      m_note(makeLabel({}, TextRole::Faint, this))
{
    m_note->setObjectName(u"stateNote"_s);
    m_note->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    m_title->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_text->setFixedWidth(460);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_actions->setSpacing(8);
    auto* layout = new QVBoxLayout(this);
    layout->addStretch(2);
    layout->addWidget(m_icon, 0, Qt::AlignHCenter);
    layout->addSpacing(8);
    layout->addWidget(m_title);
    layout->addSpacing(4);
    layout->addWidget(m_text, 0, Qt::AlignHCenter);
    layout->addSpacing(12);
    layout->addLayout(m_actions);
    layout->addSpacing(6);
    layout->addWidget(m_note);
    layout->addStretch(3);
}

void StatePage::describe(QStringView iconName, const QString& title, const QString& text)
{
    m_icon->setPixmap(icon(iconName).pixmap(QSize(32, 32), devicePixelRatioF()));
    m_title->setText(title);
    m_note->clear();
    m_text->setText(text);
    m_text->setFixedHeight(m_text->heightForWidth(460));
    setAccessibleName(title);
    while (QLayoutItem* item = m_actions->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    m_actions->addStretch();
    m_actions->addStretch();
}

void StatePage::addAction(const QString& text, bool primary, std::function<void()> run)
{
    QPushButton* button =
        makeButton(text, primary ? ButtonKind::Primary : ButtonKind::Normal, this);
    connect(button, &QPushButton::clicked, this, [run = std::move(run)] { run(); });
    m_actions->insertWidget(m_actions->count() - 1, button);
}

void StatePage::setNote(const QString& text)
{
    m_note->setText(text);
}

QString StatePage::text() const
{
    return m_title->text() + u'\n' + m_text->text();
}

} // namespace clientele
