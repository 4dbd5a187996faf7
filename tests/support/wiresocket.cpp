// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/wiresocket.h"

#include <QtGlobal>

#include <arpa/inet.h>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace clientele::testing {

namespace {

sockaddr_in loopback(int port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<quint16>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

template <class Address>
const sockaddr* generic(const Address& address)
{
    return reinterpret_cast<const sockaddr*>(&address);
}

void setOption(int descriptor, int level, int option)
{
    const int on = 1;
    ::setsockopt(descriptor, level, option, &on, sizeof on);
}

int newSocket()
{
    const int descriptor = ::socket(AF_INET, SOCK_STREAM, 0);
    if (descriptor < 0)
        qFatal("No socket: %s", std::strerror(errno));
    return descriptor;
}

bool wouldWait(int error)
{
    return error == EAGAIN || error == EWOULDBLOCK || error == EINTR || error == EINPROGRESS ||
           error == ENOTCONN;
}

} // namespace

WireSocket::WireSocket(int descriptor) : m_descriptor(descriptor)
{
    ::fcntl(descriptor, F_SETFL, O_NONBLOCK);
    ::fcntl(descriptor, F_SETFD, FD_CLOEXEC);
}

WireSocket WireSocket::bound(int port)
{
    WireSocket socket(newSocket());
    // So that the listener can come and go while the port is held.
    setOption(socket.m_descriptor, SOL_SOCKET, SO_REUSEADDR);
    setOption(socket.m_descriptor, SOL_SOCKET, SO_REUSEPORT);
    const sockaddr_in address = loopback(port);
    if (::bind(socket.m_descriptor, generic(address), sizeof address) != 0)
        qFatal("Port %d cannot be had: %s", port, std::strerror(errno));
    return socket;
}

WireSocket WireSocket::listening(int port)
{
    WireSocket socket = bound(port);
    if (::listen(socket.m_descriptor, 128) != 0)
        qFatal("Cannot listen on port %d: %s", port, std::strerror(errno));
    return socket;
}

WireSocket WireSocket::connecting(int port)
{
    WireSocket socket(newSocket());
    setOption(socket.m_descriptor, IPPROTO_TCP, TCP_NODELAY);
    const sockaddr_in address = loopback(port);
    if (::connect(socket.m_descriptor, generic(address), sizeof address) != 0 && !wouldWait(errno))
        socket.close();
    return socket;
}

WireSocket WireSocket::accept() const
{
    const int descriptor = ::accept(m_descriptor, nullptr, nullptr);
    if (descriptor < 0)
        return {};
    WireSocket socket(descriptor);
    setOption(descriptor, IPPROTO_TCP, TCP_NODELAY);
    return socket;
}

int WireSocket::port() const
{
    sockaddr_in address{};
    socklen_t size = sizeof address;
    ::getsockname(m_descriptor, reinterpret_cast<sockaddr*>(&address), &size);
    return ntohs(address.sin_port);
}

WireSocket::Read WireSocket::read(QByteArray& to) const
{
    char block[65536];
    const ssize_t size = ::recv(m_descriptor, block, sizeof block, 0);
    if (size < 0)
        return wouldWait(errno) ? Read::Nothing : Read::Ended;
    if (size == 0)
        return Read::Ended;
    to.append(block, size);
    return Read::Some;
}

bool WireSocket::write(QByteArray& from) const
{
    while (!from.isEmpty()) {
        const ssize_t size =
            ::send(m_descriptor, from.constData(), static_cast<size_t>(from.size()), MSG_NOSIGNAL);
        if (size < 0)
            return wouldWait(errno);
        from.remove(0, size);
    }
    return true;
}

void WireSocket::finish() const
{
    ::shutdown(m_descriptor, SHUT_WR);
}

void WireSocket::close()
{
    if (m_descriptor >= 0)
        ::close(std::exchange(m_descriptor, -1));
}

void WireSocket::stopListening()
{
    ::shutdown(m_descriptor, SHUT_RDWR);
    close();
}

void WireSocket::reset()
{
    const linger atOnce{.l_onoff = 1, .l_linger = 0};
    ::setsockopt(m_descriptor, SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    close();
}

} // namespace clientele::testing
