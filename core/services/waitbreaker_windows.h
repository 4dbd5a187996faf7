// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cancellation.h"

#include <QtGlobal>

#include <atomic>
#include <memory>
#include <thread>

#include <windows.h>

namespace clientele {

/// Ends what waits for a pipe or a console, as soon as the work is cancelled: Windows cannot say
/// beforehand whether a call is going to wait.
class WaitBreaker final
{
    Q_DISABLE_COPY_MOVE(WaitBreaker)

public:
    explicit WaitBreaker(std::shared_ptr<const Cancellation> cancellation);
    ~WaitBreaker();

    /// What the calling thread does while it lives may be ended, with ERROR_OPERATION_ABORTED.
    class Guard final
    {
        Q_DISABLE_COPY_MOVE(Guard)

    public:
        explicit Guard(WaitBreaker& breaker);
        ~Guard();

    private:
        WaitBreaker& m_breaker;
    };

private:
    void watch();

    std::shared_ptr<const Cancellation> m_cancellation;
    std::mutex m_mutex;
    HANDLE m_waiting = nullptr; ///< a thread's, under the mutex
    std::atomic<bool> m_ending = false;
    std::thread m_thread;
};

} // namespace clientele
