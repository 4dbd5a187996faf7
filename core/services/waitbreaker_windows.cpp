// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/waitbreaker_windows.h"

#include <chrono>

namespace clientele {

using namespace std::chrono_literals;

WaitBreaker::WaitBreaker(std::shared_ptr<const Cancellation> cancellation)
    : m_cancellation(std::move(cancellation)), m_thread([this] { watch(); })
{}

WaitBreaker::~WaitBreaker()
{
    m_ending = true;
    m_thread.join();
}

void WaitBreaker::watch()
{
    for (; !m_ending; std::this_thread::sleep_for(50ms)) {
        if (!m_cancellation->isCancelled())
            continue;
        const std::lock_guard lock(m_mutex);
        if (m_waiting) // in vain where it does not wait yet, hence again and again
            CancelSynchronousIo(m_waiting);
    }
}

WaitBreaker::Guard::Guard(WaitBreaker& breaker) : m_breaker(breaker)
{
    const std::lock_guard lock(m_breaker.m_mutex);
    m_breaker.m_waiting = OpenThread(THREAD_TERMINATE, FALSE, GetCurrentThreadId());
}

WaitBreaker::Guard::~Guard()
{
    const std::lock_guard lock(m_breaker.m_mutex);
    CloseHandle(m_breaker.m_waiting);
    m_breaker.m_waiting = nullptr;
}

} // namespace clientele
