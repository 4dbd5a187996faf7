// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/gallery.h"

#include "ui/common/theme.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QPainter>
#include <QPixmap>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 90'000; ///< milliseconds until a state counts as not reached

/// A window with what stands over it: each system would place that elsewhere.
QPixmap picture(QWidget& window, qreal ratio)
{
    QPixmap pixmap(window.size() * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Theme::color(Token::Surface));
    window.render(&pixmap);
    QPainter painter(&pixmap);
    const QWidgetList tops = QApplication::topLevelWidgets();
    for (QWidget* over : tops) {
        if (over == &window || !over->isVisible() || !window.isAncestorOf(over->parentWidget())) {
            if (over->parentWidget() != &window || !over->isVisible())
                continue;
        }
        QPixmap part(over->size() * ratio);
        part.setDevicePixelRatio(ratio);
        part.fill(Theme::color(Token::Surface));
        over->render(&part);
        QPoint place = over->geometry().topLeft() - window.geometry().topLeft();
        if (qobject_cast<QDialog*>(over)) {
            painter.fillRect(QRect(QPoint(), window.size()), QColor(0, 0, 0, 90));
            place = QRect(QPoint(), window.size()).center() - over->rect().center();
        }
        painter.drawPixmap(place, part);
        painter.setPen(Theme::color(Token::Line));
        painter.drawRect(QRect(place, over->size()));
    }
    return pixmap;
}

} // namespace

Gallery::Gallery(QApplication& application, const QString& folder, QList<GalleryState> states)
    : m_application(application), m_folder(folder), m_states(std::move(states))
{
    m_poll.setInterval(20);
    connect(&m_poll, &QTimer::timeout, this, &Gallery::look);
}

Gallery::~Gallery() = default;

void Gallery::start()
{
    QDir().mkpath(m_folder);
    next();
}

void Gallery::next()
{
    m_poll.stop();
    m_widget.reset();
    Q_EMIT left();
    if (m_index < 0 || m_dark)
        ++m_index;
    m_dark = m_index >= 0 && !m_dark && m_waiting.isValid();
    m_waiting.start();
    if (m_index >= m_states.size()) {
        Q_EMIT finished(m_failed);
        return;
    }
    Theme::apply(m_application, m_dark);
    const GalleryState& state = m_states[m_index];
    QApplication::setLayoutDirection(state.name.endsWith(u"right-to-left") ? Qt::RightToLeft
                                                                           : Qt::LeftToRight);
    m_widget.reset(state.make());
    m_widget->show();
    if (state.ready(*m_widget))
        draw();
    else
        m_poll.start();
}

void Gallery::look()
{
    const GalleryState& state = m_states[m_index];
    const bool ready = state.ready(*m_widget);
    if (!ready && m_waiting.elapsed() < patience)
        return;
    if (!ready)
        m_failed.append(state.name);
    m_poll.stop();
    // Once more round the loop: layouts and icons settle.
    QTimer::singleShot(60, this, &Gallery::draw);
}

void Gallery::draw()
{
    const QString name = u"%1-%2-%3"_s.arg(m_index + 1, 2, 10, QLatin1Char('0'))
                             .arg(m_states[m_index].name, m_dark ? u"dark"_s : u"light"_s);
    const QDir folder(m_folder);
    // Opaque and packed as tight as PNG goes: one of them is kept beside the source.
    constexpr int tight = 0;
    const auto save = [](const QPixmap& drawn, const QString& file) {
        drawn.toImage().convertToFormat(QImage::Format_RGB888).save(file, "PNG", tight);
    };
    save(picture(*m_widget, 1), folder.filePath(name + u".png"_s));
    save(picture(*m_widget, 2), folder.filePath(name + u"@2x.png"_s));
    QTimer::singleShot(0, this, &Gallery::next);
}

} // namespace clientele
