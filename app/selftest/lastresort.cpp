// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/selftest/lastresort.h"

#include <cstdlib>

namespace clientele {

LastResort::LastResort(std::chrono::milliseconds deadline,
                       std::function<void(const QString&)> giveUp)
    : m_giveUp(std::move(giveUp)), m_thread([this, deadline] { watch(deadline); })
{}

LastResort::~LastResort()
{
    {
        const std::lock_guard lock(m_mutex);
        m_done = true;
    }
    m_ended.notify_one();
    m_thread.join();
}

void LastResort::at(const QString& step)
{
    const std::lock_guard lock(m_mutex);
    m_step = step;
}

void LastResort::watch(std::chrono::milliseconds deadline)
{
    std::unique_lock lock(m_mutex);
    if (m_ended.wait_for(lock, deadline, [this] { return m_done; }))
        return;
    m_giveUp(m_step);
    // Nothing is waited for any more, destructors and threads least of all.
    std::_Exit(1);
}

} // namespace clientele
