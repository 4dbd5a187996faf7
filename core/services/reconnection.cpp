// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/reconnection.h"

#include <QRandomGenerator>

#include <algorithm>

namespace clientele {

namespace {

constexpr int longestPause = 30'000; // milliseconds

} // namespace

Reconnection::Reconnection(QObject* parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        Q_EMIT changed();
        Q_EMIT due();
    });
}

std::optional<Reconnection::NextTry> Reconnection::nextTry() const
{
    if (!m_timer.isActive())
        return std::nullopt;
    return NextTry{.number = m_tries, .in = m_timer.remainingTimeAsDuration()};
}

void Reconnection::plan()
{
    if (m_timer.isActive())
        return;
    const int pause = std::min(longestPause, 1000 << std::min(m_tries++, 5));
    m_timer.start(pause - pause / 10 + QRandomGenerator::global()->bounded(pause / 5));
    Q_EMIT changed();
}

void Reconnection::tryNow()
{
    m_timer.stop();
    Q_EMIT changed();
    Q_EMIT due();
}

void Reconnection::stop()
{
    m_tries = 0;
    if (!m_timer.isActive())
        return;
    m_timer.stop();
    Q_EMIT changed();
}

} // namespace clientele
