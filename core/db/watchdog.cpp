// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/watchdog.h"

namespace clientele {

using namespace std::chrono;
using namespace std::chrono_literals;

namespace {

constexpr auto interruptEvery = 100ms;
constexpr auto severAfter = 800ms;
constexpr auto roundEvery = 250ms;
constexpr int idleRounds = 8; // without anything to watch, before it rests until it is woken
constexpr auto restFor = 60s;

} // namespace

Watchdog::Watchdog(std::function<bool()> round)
    : m_round(std::move(round)), m_thread([this] { run(); })
{}

Watchdog::~Watchdog()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        m_changed.notify_all();
    }
    m_thread.join();
}

void Watchdog::wake()
{
    const std::lock_guard lock(m_mutex);
    m_attention = true;
    m_changed.notify_all();
}

bool Watchdog::look()
{
    bool ending = false;
    const auto now = steady_clock::now();
    for (Watched& watched : m_watched) {
        if (!watched.cancellation->isCancelled() && now < watched.deadline)
            continue;
        ending = true;
        if (!watched.endingSince)
            watched.endingSince = now;
        if (now - *watched.endingSince > severAfter)
            watched.session->sever();
        else
            watched.session->interrupt();
    }
    return ending;
}

void Watchdog::run()
{
    std::unique_lock lock(m_mutex);
    int quiet = 0;
    while (!m_stopping) {
        const bool ending = look();
        const bool watching = !m_watched.empty();
        lock.unlock();
        const bool busy = m_round() || watching;
        lock.lock();
        quiet = busy ? 0 : quiet + 1;
        const auto woken = [this] { return std::exchange(m_attention, false) || m_stopping; };
        if (quiet <= idleRounds) {
            m_awake = true;
            m_changed.wait_for(lock, ending ? interruptEvery : roundEvery, woken);
        } else {
            m_awake = false;
            m_changed.wait_for(lock, restFor, woken);
            quiet = 0;
        }
    }
}

Watchdog::Guard::Guard(Watchdog& watchdog, Session& session,
                       std::shared_ptr<Cancellation> cancellation, milliseconds limit)
    : m_watchdog(watchdog), m_session(session), m_cancellation(std::move(cancellation))
{
    {
        const std::lock_guard lock(watchdog.m_mutex);
        const auto deadline =
            limit > 0ms ? steady_clock::now() + limit : steady_clock::time_point::max();
        m_place =
            watchdog.m_watched.insert(watchdog.m_watched.end(), {.session = &session,
                                                                 .cancellation = m_cancellation,
                                                                 .deadline = deadline,
                                                                 .endingSince = {}});
        if (!watchdog.m_awake) {
            watchdog.m_attention = true;
            watchdog.m_changed.notify_all();
        }
    }
    if (!m_cancellation->setHook([&watchdog] { watchdog.wake(); }))
        watchdog.wake(); // cancelled before it began
}

bool Watchdog::Guard::end()
{
    if (!m_place)
        return true;
    m_cancellation->setHook({});
    {
        const std::lock_guard lock(m_watchdog.m_mutex);
        m_watchdog.m_watched.erase(*m_place);
        m_place.reset();
    }
    return m_session.settle();
}

} // namespace clientele
