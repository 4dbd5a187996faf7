// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/stepbar.h"

#include "ui/common/theme.h"

#include <QHBoxLayout>
#include <QPainter>

namespace clientele {

StepButton::StepButton(int number, const QString& name, QWidget* parent)
    : QAbstractButton(parent), m_number(number), m_name(name)
{
    setFocusPolicy(Qt::StrongFocus);
    setState(State::Ahead);
}

void StepButton::setState(State state)
{
    m_state = state;
    const QString where = state == State::Behind    ? tr("done")
                          : state == State::Current ? tr("current step")
                                                    : tr("still to come");
    setAccessibleName(tr("Step %1, %2: %3").arg(m_number).arg(m_name, where));
    update();
}

QString StepButton::label() const
{
    return m_state == State::Behind ? tr("✓ %1").arg(m_name)
                                    : tr("%1 %2").arg(m_number).arg(m_name);
}

QFont StepButton::labelFont() const
{
    QFont result = font();
    result.setPixelSize(12);
    if (m_state == State::Current)
        result.setBold(true);
    return result;
}

QSize StepButton::sizeHint() const
{
    // Room for the bold form, so that nothing moves when the step changes.
    QFont bold = font();
    bold.setPixelSize(12);
    bold.setBold(true);
    const QFontMetrics metrics(bold);
    return {metrics.horizontalAdvance(tr("✓ %1").arg(m_name)) + 12, metrics.height() + 8};
}

void StepButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (hasFocus()) {
        painter.setPen(QPen(Theme::color(Token::Accent), 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    }
    const bool bright = m_state == State::Current || (isEnabled() && underMouse());
    painter.setPen(Theme::color(bright ? Token::Accent : Token::Muted));
    painter.setFont(labelFont());
    painter.drawText(rect().adjusted(6, 0, -6, 0), Qt::AlignVCenter | Qt::AlignLeading, label());
}

StepBar::StepBar(const QStringList& names, QWidget* parent) : QWidget(parent)
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    for (int i = 0; i < names.size(); ++i) {
        auto* button = new StepButton(i + 1, names[i], this);
        button->setObjectName(QStringLiteral("step%1").arg(i + 1));
        connect(button, &QAbstractButton::clicked, this, [this, i] { Q_EMIT chosen(i); });
        layout->addWidget(button);
        m_buttons << button;
    }
    layout->addStretch();
}

void StepBar::setCurrent(int step)
{
    for (int i = 0; i < m_buttons.size(); ++i) {
        using enum StepButton::State;
        m_buttons[i]->setState(i < step ? Behind : i == step ? Current : Ahead);
    }
}

void StepBar::setReachable(int step, bool reachable)
{
    m_buttons.at(step)->setEnabled(reachable);
    if (reachable)
        m_buttons.at(step)->setCursor(Qt::PointingHandCursor);
    else
        m_buttons.at(step)->unsetCursor();
}

} // namespace clientele
