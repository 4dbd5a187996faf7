// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/writegate.h"

#include "core/cancellation.h"

#include <chrono>

namespace clientele {

std::optional<WriteGate::Turn> WriteGate::enter(const Cancellation& cancellation)
{
    std::unique_lock lock(m_mutex);
    const auto place = m_line.insert(m_line.end(), &cancellation);
    while (place != m_line.begin()) {
        m_changed.wait_for(lock, std::chrono::milliseconds(50));
        if (cancellation.isCancelled() && place != m_line.begin()) {
            m_line.erase(place);
            return std::nullopt;
        }
    }
    return Turn(*this);
}

void WriteGate::leave()
{
    const std::lock_guard lock(m_mutex);
    m_line.pop_front();
    m_changed.notify_all();
}

} // namespace clientele
