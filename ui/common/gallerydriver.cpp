// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/gallerydriver.h"

#include <QAbstractButton>

namespace clientele {

GalleryDriver::GalleryDriver(QWidget* widget, std::vector<Step> steps)
    : QObject(widget), m_steps(std::move(steps))
{
    connect(&m_timer, &QTimer::timeout, this, &GalleryDriver::go);
    m_timer.start(5);
}

void GalleryDriver::go()
{
    while (m_next < m_steps.size() && m_steps[m_next].possible())
        m_steps[m_next++].act();
    if (m_next == m_steps.size())
        m_timer.stop();
}

bool GalleryDriver::isDone(const QWidget& widget)
{
    const auto* driver = widget.findChild<GalleryDriver*>(QString(), Qt::FindDirectChildrenOnly);
    return !driver || driver->m_next == driver->m_steps.size();
}

GalleryDriver::Step GalleryDriver::click(QWidget* widget, const QString& button)
{
    const auto find = [widget, button] { return widget->findChild<QAbstractButton*>(button); };
    return {[find] { return find() && find()->isVisible() && find()->isEnabled(); },
            [find] { find()->click(); }};
}

GalleryDriver::Step GalleryDriver::until(std::function<bool()> condition)
{
    return {std::move(condition), [] {}};
}

} // namespace clientele
