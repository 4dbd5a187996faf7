// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <functional>
#include <mutex>

namespace clientele {

/// A request to stop, seen by the work it concerns. Thread-safe.
class Cancellation final
{
public:
    /// Never blocks for long: the hook must only pass the word on.
    void cancel()
    {
        const std::lock_guard lock(m_mutex);
        m_cancelled = true;
        if (m_hook)
            m_hook();
    }

    [[nodiscard]] bool isCancelled() const { return m_cancelled; }

    /// Who carries the work out sets this while it runs, to be told at once; and clears it with {}.
    /// Returns false, and sets nothing, when it is cancelled already.
    bool setHook(std::function<void()> hook)
    {
        const std::lock_guard lock(m_mutex);
        if (m_cancelled && hook)
            return false;
        m_hook = std::move(hook);
        return true;
    }

private:
    std::mutex m_mutex;
    std::atomic<bool> m_cancelled = false;
    std::function<void()> m_hook;
};

} // namespace clientele
