// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/statusdot.h"

#include <QPainter>

namespace clientele {

namespace {

void paintDot(QPainter& painter, const QColor& color, const QRectF& rect)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(rect);
}

} // namespace

StatusDot::StatusDot(QWidget* parent) : QWidget(parent)
{
    setFixedSize(8, 8);
}

void StatusDot::setColor(const QColor& color)
{
    m_color = color;
    update();
}

QPixmap StatusDot::drawn(const QColor& color, int size, qreal ratio)
{
    QPixmap pixmap(QSize(size, size) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    const qreal inset = (size - 8) / 2.0;
    paintDot(painter, color, QRectF(inset, inset, 8, 8));
    return pixmap;
}

void StatusDot::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintDot(painter, m_color, rect());
}

} // namespace clientele
