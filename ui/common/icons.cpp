// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/icons.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

class TintedIcon final : public QIconEngine
{
public:
    TintedIcon(const QString& name, Token token) : m_name(name), m_token(token) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        painter->drawPixmap(rect, rendered(rect.size(), ratio, mode));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override
    {
        return rendered(size, 1, mode);
    }

    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        return rendered(size / scale, scale, mode);
    }

    [[nodiscard]] QIconEngine* clone() const override { return new TintedIcon(m_name, m_token); }
    QString iconName() override { return m_name; }
    bool isNull() override { return false; }

private:
    [[nodiscard]] QPixmap rendered(const QSize& size, qreal ratio, QIcon::Mode mode) const
    {
        const QColor color = Theme::color(mode == QIcon::Disabled ? Token::Faint : m_token);
        const QString key =
            u"clientele/%1/%2/%3/%4"_s.arg(m_name, color.name()).arg(size.width()).arg(ratio);
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap))
            return pixmap;
        QFile file(u":/icons/%1.svg"_s.arg(m_name));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        QByteArray drawing = file.readAll();
        // One drawing serves both sizes: small ones need a heavier line to look alike.
        if (size.width() <= 18)
            drawing.replace("stroke-width=\"1.75\"", "stroke-width=\"2.25\"");
        drawing.replace("#000", color.name().toLatin1());
        pixmap = QPixmap(size * ratio);
        pixmap.setDevicePixelRatio(ratio);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        QSvgRenderer(drawing).render(&painter, QRectF(QPointF(), QSizeF(size)));
        painter.end();
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }

    QString m_name;
    Token m_token;
};

} // namespace

QIcon icon(QStringView name, Token token)
{
    return QIcon(new TintedIcon(name.toString(), token));
}

QIcon applicationIcon()
{
    QSvgRenderer drawing(u":/icons/app/clientele.svg"_s);
    QIcon icon;
    for (const int size : {16, 24, 32, 48, 64, 128}) {
        QPixmap pixmap(size, size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        drawing.render(&painter);
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace clientele
