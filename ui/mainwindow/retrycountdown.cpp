// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/retrycountdown.h"

#include "ui/mainwindow/booksession.h"

namespace clientele {

namespace {

qint64 secondsOf(std::chrono::milliseconds time)
{
    return std::chrono::ceil<std::chrono::seconds>(time).count();
}

} // namespace

RetryCountdown::RetryCountdown(BookSession& session, QObject* parent)
    : QObject(parent), m_session(session)
{
    m_tick.setSingleShot(true);
    m_tick.setTimerType(Qt::PreciseTimer);
    connect(&m_tick, &QTimer::timeout, this, &RetryCountdown::look);
    connect(&session, &BookSession::stateChanged, this, &RetryCountdown::look);
    connect(&session, &BookSession::nextTryChanged, this, &RetryCountdown::look);
}

QString RetryCountdown::words(const std::optional<Book::NextTry>& next)
{
    const qint64 seconds = next ? secondsOf(next->in) : 0;
    return seconds > 0 ? tr("Trying again in %1 s (try %2).").arg(seconds).arg(next->number)
                       : tr("Trying again now…");
}

void RetryCountdown::look()
{
    const auto next = m_session.nextTry();
    const QString text = m_session.mendsItself() ? words(next) : QString();
    m_tick.stop();
    // Wakes as the next whole second is reached.
    if (next && next->in.count() > 0)
        m_tick.start(int(next->in.count() - (secondsOf(next->in) - 1) * 1000));
    if (std::exchange(m_text, text) != text)
        Q_EMIT changed(text);
}

} // namespace clientele
