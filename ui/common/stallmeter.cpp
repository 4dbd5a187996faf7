// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/stallmeter.h"

#include <QFile>

#include <algorithm>

namespace clientele {

using namespace Qt::StringLiterals;

StallMeter::StallMeter(QObject* parent) : QObject(parent)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &StallMeter::beat);
}

StallMeter::~StallMeter()
{
    const QString path = qEnvironmentVariable("CLIENTELE_STALL_LOG");
    QFile file(path);
    // The window is gone by now: nothing waits for this file.
    if (!path.isEmpty() && file.open(QIODevice::WriteOnly | QIODevice::Text)) {
        const Figures now = figures();
        file.write(u"beats %1\nmedian_ms %2\np99.9_ms %3\nmax_ms %4\n"_s.arg(now.beats)
                       .arg(now.median)
                       .arg(now.p999)
                       .arg(now.longest, 0, 'f', 1)
                       .toUtf8());
        for (size_t gap = 0; gap < m_counts.size(); ++gap) {
            if (m_counts[gap] > 0)
                file.write(u"gap_ms %1 %2\n"_s.arg(gap).arg(m_counts[gap]).toUtf8());
        }
    }
}

void StallMeter::start()
{
    reset();
    m_timer.start();
}

void StallMeter::reset()
{
    m_counts.fill(0);
    m_beats = 0;
    m_longest = 0;
    m_clock.start();
}

void StallMeter::beat()
{
    const double elapsed = double(m_clock.nsecsElapsed()) / 1e6;
    m_clock.start();
    const double gap = std::max(0.0, elapsed - interval);
    ++m_beats;
    m_longest = std::max(m_longest, gap);
    ++m_counts[std::min(m_counts.size() - 1, size_t(gap))];
}

double StallMeter::percentile(double share) const
{
    qint64 rest = qint64(double(m_beats) * share);
    for (size_t gap = 0; gap < m_counts.size(); ++gap) {
        rest -= m_counts[gap];
        if (rest < 0)
            return double(gap);
    }
    return m_longest;
}

StallMeter::Figures StallMeter::figures() const
{
    return {.beats = m_beats,
            .median = percentile(0.5),
            .p999 = percentile(0.999),
            .longest = m_longest};
}

QString StallMeter::summary() const
{
    const Figures now = figures();
    return tr("Longest wait of the window: %1 ms (99.9 % under %2 ms)")
        .arg(now.longest, 0, 'f', 0)
        .arg(now.p999 + 1, 0, 'f', 0);
}

} // namespace clientele
