// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cancellation.h"

#include <chrono>
#include <functional>
#include <list>
#include <memory>
#include <optional>
#include <vector>

namespace clientele {

/// Those who wait for an answer, in the order of asking. Whoever has one guards it.
template <class Answer>
class WaitingLine final
{
public:
    using Ready = std::function<void(Answer)>;
    using Clock = std::chrono::steady_clock;

    [[nodiscard]] bool isEmpty() const { return m_waiters.empty(); }
    [[nodiscard]] int count() const { return static_cast<int>(m_waiters.size()); }

    void join(const std::shared_ptr<Cancellation>& cancellation, Ready ready)
    {
        m_waiters.push_back({cancellation, Clock::now(), std::move(ready)});
    }

    /// Only where it is not empty.
    Ready takeFirst()
    {
        Ready ready = std::move(m_waiters.front().ready);
        m_waiters.pop_front();
        return ready;
    }

    struct Leaver
    {
        Ready ready;
        bool isLate = false; ///< or cancelled
    };
    /// Those who were cancelled, or have waited for @p timeout.
    std::vector<Leaver> takeLeavers(std::chrono::milliseconds timeout, bool everybody)
    {
        std::vector<Leaver> leavers;
        const auto now = Clock::now();
        for (auto waiter = m_waiters.begin(); waiter != m_waiters.end();) {
            const bool cancelled = everybody || waiter->cancellation->isCancelled();
            if (!cancelled && now - waiter->since < timeout) {
                ++waiter;
                continue;
            }
            leavers.push_back({std::move(waiter->ready), !cancelled});
            waiter = m_waiters.erase(waiter);
        }
        return leavers;
    }

private:
    struct Waiter
    {
        std::shared_ptr<Cancellation> cancellation;
        Clock::time_point since;
        Ready ready;
    };
    std::list<Waiter> m_waiters;
};

} // namespace clientele
