// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QWidget>

namespace clientele {

/// A coloured dot, always beside words that say the same.
class StatusDot final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatusDot)

public:
    explicit StatusDot(QWidget* parent = nullptr);

    void setColor(const QColor& color);
    [[nodiscard]] QSize sizeHint() const override { return {8, 8}; }

    /// The dot as a pixmap, for menus and lists.
    static QPixmap drawn(const QColor& color, int size, qreal ratio);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QColor m_color;
};

} // namespace clientele
