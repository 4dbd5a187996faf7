// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/searchfield.h"

#include "ui/common/icons.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

namespace clientele {

using namespace Qt::StringLiterals;

SearchField::SearchField(QWidget* parent) : QLineEdit(parent)
{
    setObjectName(u"searchField"_s);
    setPlaceholderText(tr("Search name, e-mail or phone"));
    setAccessibleName(tr("Search name, e-mail or phone"));
    setClearButtonEnabled(true);
    addAction(icon(u"search"), LeadingPosition);
}

bool SearchField::event(QEvent* event)
{
    // Before the window's own use of Esc.
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape)
        event->accept();
    return QLineEdit::event(event);
}

void SearchField::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        text().isEmpty() ? Q_EMIT leaveRequested() : clear();
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Down:
        Q_EMIT leaveRequested();
        break;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void SearchField::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    if (!text().isEmpty() || width() < 320 || layoutDirection() == Qt::RightToLeft)
        return;
    const QString keys = QKeySequence(Qt::CTRL | Qt::Key_F).toString(QKeySequence::NativeText);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont small = font();
    small.setPixelSize(11);
    painter.setFont(small);
    const int room = QFontMetrics(small).horizontalAdvance(keys) + 12;
    const QRect box(width() - room - 8, (height() - 20) / 2, room, 20);
    painter.setPen(Theme::color(Token::Line));
    painter.drawRoundedRect(QRectF(box).adjusted(.5, .5, -.5, -.5), 4, 4);
    painter.setPen(Theme::color(Token::Muted));
    painter.drawText(box, Qt::AlignCenter, keys);
}

} // namespace clientele
