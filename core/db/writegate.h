// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <list>
#include <mutex>

namespace clientele {

class Cancellation;

/// Lets one connection of this program write at a time, in the order of asking. SQLite has one
/// writer per file, and its own waiting is a lottery that a running import always wins.
/// Thread-safe.
class WriteGate final
{
public:
    /// Waits for its turn. False where it was cancelled meanwhile.
    bool enter(const Cancellation& cancellation);
    void leave();

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::list<const void*> m_line; // the first is inside
};

} // namespace clientele
