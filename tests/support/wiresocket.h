// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <utility>

namespace clientele::testing {

/// A TCP socket on 127.0.0.1 that never waits. Plain sockets, because a test has to reset, half
/// open and ignore connections as a broken network does.
class WireSocket final
{
    Q_DISABLE_COPY(WireSocket)

public:
    WireSocket() = default;
    WireSocket(WireSocket&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}
    WireSocket& operator=(WireSocket&& other) noexcept
    {
        std::swap(m_descriptor, other.m_descriptor);
        return *this;
    }
    ~WireSocket() { close(); }

    /// Takes a port, any free one where it is 0, without listening: nobody else gets it, and who
    /// connects is refused.
    static WireSocket bound(int port);
    static WireSocket listening(int port);
    /// On its way to @p port: writable once it is there.
    static WireSocket connecting(int port);
    [[nodiscard]] WireSocket accept() const;

    [[nodiscard]] bool isOpen() const { return m_descriptor >= 0; }
    [[nodiscard]] int descriptor() const { return m_descriptor; }
    [[nodiscard]] int port() const;

    enum class Read
    {
        Some,
        Nothing, ///< for now
        Ended
    };
    /// Appends what has arrived.
    Read read(QByteArray& to) const;
    /// Takes off @p from what could be sent; false where the other side is gone.
    bool write(QByteArray& from) const;
    /// No more will be written, as a polite end.
    void finish() const;
    void close();
    /// Refuses who connects from now on. A mere close() would wait for a poll() in another thread.
    void stopListening();
    /// Ends with RST: what is under way is thrown away on both sides.
    void reset();

private:
    explicit WireSocket(int descriptor);

    int m_descriptor = -1;
};

} // namespace clientele::testing
