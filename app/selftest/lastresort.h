// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace clientele {

/// Ends the program where it is not done in time, whatever it hangs in: a thread of its own calls
/// @p giveUp, and ends the process with status 1.
class LastResort final
{
    Q_DISABLE_COPY_MOVE(LastResort)

public:
    /// @p giveUp is told what the program was at, in that thread.
    LastResort(std::chrono::milliseconds deadline, std::function<void(const QString&)> giveUp);
    ~LastResort();

    /// What the program is at now. Thread-safe.
    void at(const QString& step);

private:
    std::mutex m_mutex;
    std::condition_variable m_ended;
    bool m_done = false;
    QString m_step;
    std::function<void(const QString&)> m_giveUp;
    std::thread m_thread;

    void watch(std::chrono::milliseconds deadline);
};

} // namespace clientele
