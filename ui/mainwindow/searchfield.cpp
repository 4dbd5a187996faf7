// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/searchfield.h"

#include "ui/common/icons.h"

#include <QAction>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

namespace clientele {

using namespace Qt::StringLiterals;

SearchField::SearchField(QWidget* parent) : QLineEdit(parent)
{
    setObjectName(u"searchField"_s);
    setAccessibleName(tr("Search name, e-mail or phone"));
    setAccessibleDescription(tr("Filters can be typed, too: active:no, created:<7d, phone:none. "
                                "F1 lists them."));
    setClearButtonEnabled(true);
    addAction(icon(u"search"), LeadingPosition);
    QAction* help = addAction(icon(u"help"), TrailingPosition);
    help->setObjectName(u"searchHelp"_s);
    help->setText(tr("What can be typed here"));
    help->setToolTip(help->text());
    connect(help, &QAction::triggered, this, &SearchField::helpRequested);
}

void SearchField::showText(const QString& text)
{
    if (this->text() == text)
        return;
    const int cursor = cursorPosition();
    setText(text);
    setCursorPosition(hasFocus() ? qMin(cursor, int(text.size())) : int(text.size()));
}

void SearchField::resizeEvent(QResizeEvent* event)
{
    QLineEdit::resizeEvent(event);
    // As much of it as there is room for.
    const QString plain = tr("Search name, e-mail or phone");
    const QString taught = tr("%1, or type filters: active:no created:<7d phone:none").arg(plain);
    const int room = width() - 160;
    setPlaceholderText(fontMetrics().horizontalAdvance(taught) < room ? taught : plain);
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
    const QRect box(width() - room - 36, (height() - 20) / 2, room, 20);
    painter.setPen(Theme::color(Token::Line));
    painter.drawRoundedRect(QRectF(box).adjusted(.5, .5, -.5, -.5), 4, 4);
    painter.setPen(Theme::color(Token::Muted));
    painter.drawText(box, Qt::AlignCenter, keys);
}

} // namespace clientele
