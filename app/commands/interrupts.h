// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <functional>
#include <mutex>

namespace clientele::ctl {

/// Ctrl+C and a polite kill (or the console that is closed): the first calls the running work off
/// and lets it end cleanly, the second ends the program at once. Made before any other thread,
/// since they inherit what is blocked.
class Interrupts final
{
    Q_DISABLE_COPY_MOVE(Interrupts)

public:
    Interrupts();

    /// Called in a thread of its own at the first interrupt, or at once where that has been. {}
    /// clears it.
    void onInterrupt(std::function<void()> cancel);

private:
    /// Called at each interrupt, in a thread that may wait.
    void interrupted();

    std::mutex m_mutex;
    std::function<void()> m_cancel;
    bool m_interrupted = false;
};

} // namespace clientele::ctl
