// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <list>
#include <mutex>
#include <optional>
#include <utility>

namespace clientele {

class Cancellation;

/// Lets one connection of this program write at a time, in the order of asking. SQLite has one
/// writer per file, and its own waiting is a lottery that a running import always wins.
/// Thread-safe.
class WriteGate final
{
public:
    /// Being inside. Ends with this object, which may go from thread to thread.
    class [[nodiscard]] Turn final
    {
    public:
        Turn(Turn&& other) noexcept : m_gate(std::exchange(other.m_gate, nullptr)) {}
        Turn& operator=(Turn&& other) noexcept
        {
            std::swap(m_gate, other.m_gate);
            return *this;
        }
        ~Turn()
        {
            if (m_gate)
                m_gate->leave();
        }

    private:
        friend class WriteGate;
        explicit Turn(WriteGate& gate) : m_gate(&gate) {}

        WriteGate* m_gate;
    };

    /// Waits for its turn, however long others take: they are of this program, and end. Nothing
    /// where it was cancelled meanwhile.
    std::optional<Turn> enter(const Cancellation& cancellation);

private:
    void leave();

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::list<const void*> m_line; // the first is inside
};

} // namespace clientele
