// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/messagebar.h"

#include "ui/common/button.h"
#include "ui/common/icons.h"
#include "ui/common/sectionlabel.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

struct Look
{
    QStringView icon;
    Token color;
    Token wash;
};

Look look(MessageBar::Severity severity)
{
    switch (severity) {
    case MessageBar::Severity::Info:
        return {u"info", Token::Accent, Token::AccentWash};
    case MessageBar::Severity::Ok:
        return {u"check", Token::Ok, Token::OkWash};
    case MessageBar::Severity::Warning:
        return {u"warning", Token::Warn, Token::WarnWash};
    case MessageBar::Severity::Error:
        return {u"error", Token::Bad, Token::BadWash};
    }
    return {};
}

} // namespace

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent), m_icon(new QLabel(this)), m_text(makeLabel({}, TextRole::Body, this)),
      m_actions(new QHBoxLayout), m_close(makeIconButton(u"close", tr("Close this message"), this))
{
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setObjectName(u"messageText"_s);
    m_actions->setSpacing(12);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 6, 8, 6);
    layout->setSpacing(10);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addLayout(m_actions);
    layout->addWidget(m_close);
    connect(m_close, &QPushButton::clicked, this, &MessageBar::dismiss);
    hide();
}

void MessageBar::showMessage(Severity severity, const QString& text, bool closable)
{
    m_severity = severity;
    m_text->setText(text);
    m_close->setVisible(closable);
    while (QLayoutItem* item = m_actions->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    restyle();
    show();
    setAccessibleName(text);
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void MessageBar::addAction(const QString& text, std::function<void()> run)
{
    QPushButton* button = makeButton(text, ButtonKind::Link, this);
    connect(button, &QPushButton::clicked, this, [run = std::move(run)] { run(); });
    m_actions->addWidget(button);
}

void MessageBar::setText(const QString& text)
{
    m_text->setText(text);
    setAccessibleName(text);
}

void MessageBar::dismiss()
{
    if (isHidden())
        return;
    hide();
    Q_EMIT dismissed();
}

QString MessageBar::text() const
{
    return m_text->text();
}

void MessageBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::color(look(m_severity).wash));
    painter.fillRect(QRect(0, height() - 1, width(), 1), Theme::color(Token::Line));
}

void MessageBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        restyle();
    QFrame::changeEvent(event);
}

void MessageBar::restyle()
{
    const Look now = look(m_severity);
    m_icon->setPixmap(icon(now.icon, now.color).pixmap(QSize(18, 18), devicePixelRatioF()));
    update();
}

} // namespace clientele
