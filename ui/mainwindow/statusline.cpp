// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/statusline.h"

#include "ui/common/button.h"
#include "ui/common/dates.h"
#include "ui/common/sectionlabel.h"
#include "ui/common/statusdot.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLocale>

namespace clientele {

using namespace Qt::StringLiterals;

StatusLine::StatusLine(QWidget* parent)
    : QStatusBar(parent), m_dot(new StatusDot(this)),
      m_connection(makeLabel({}, TextRole::Faint, this)),
      m_act(makeLabel({}, TextRole::Faint, this)),
      m_undo(makeButton(tr("Undo"), ButtonKind::Link, this)),
      m_unsaved(makeLabel({}, TextRole::Faint, this))
{
    setSizeGripEnabled(false);
    m_connection->setObjectName(u"statusConnection"_s);
    m_act->setObjectName(u"statusAct"_s);
    m_undo->setObjectName(u"statusUndo"_s);
    m_unsaved->setObjectName(u"statusUnsaved"_s);
    auto* content = new QWidget(this);
    auto* layout = new QHBoxLayout(content);
    layout->setContentsMargins(8, 0, 8, 0);
    layout->setSpacing(6);
    layout->addWidget(m_dot);
    layout->addWidget(m_connection);
    layout->addStretch(1);
    layout->addWidget(m_act);
    layout->addWidget(m_undo);
    layout->addSpacing(16);
    layout->addWidget(m_unsaved);
    layout->addStretch(1);
    addWidget(content, 1);
    setFixedHeight(30);
    m_undo->hide();
    connect(m_undo, &QPushButton::clicked, this, &StatusLine::undoRequested);
}

void StatusLine::setConnection(const QColor& color, const QString& text)
{
    m_dot->setColor(color);
    m_where = text;
    describe();
}

void StatusLine::setAnswerTime(qint64 milliseconds)
{
    m_answer =
        milliseconds < 1 ? tr("under 1 ms") : tr("%1 ms").arg(QLocale().toString(milliseconds));
    describe();
}

void StatusLine::describe()
{
    QStringList parts{m_where, dates::zone()};
    if (!m_answer.isEmpty())
        parts << m_answer;
    m_connection->setText(parts.join(u" · "_s));
}

void StatusLine::setUnsaved(int count)
{
    m_unsaved->setText(count > 0 ? tr("%Ln unsaved", nullptr, count) : QString());
}

void StatusLine::showAct(const QString& text, bool undoable)
{
    m_act->setText(text);
    m_undo->setVisible(undoable);
    if (!text.isEmpty()) {
        QAccessibleEvent event(m_act, QAccessible::NameChanged);
        QAccessible::updateAccessibility(&event);
    }
}

} // namespace clientele
