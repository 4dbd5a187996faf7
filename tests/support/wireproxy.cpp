// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/wireproxy.h"

#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace clientele::testing {

using namespace Qt::StringLiterals;

namespace {

QRegularExpression expression(const QString& pattern)
{
    QRegularExpression expression(pattern, QRegularExpression::CaseInsensitiveOption |
                                               QRegularExpression::DotMatchesEverythingOption);
    if (!expression.isValid())
        qFatal("Not a regular expression: %s", qPrintable(pattern));
    return expression;
}

QByteArray refusalText(const QByteArray& sqlState, const QString& statement)
{
    if (sqlState.startsWith("40"))
        return "restart transaction";
    return statement.toUtf8() + " is not supported";
}

} // namespace

WireProxy::WireProxy(const ConnectionSettings& server)
    : m_server(server), m_reservation(WireSocket::bound(0)), m_port(m_reservation.port()),
      m_listener(WireSocket::listening(m_port))
{
    m_traffic.serverPort = server.port;
    if (::pipe(m_wake) != 0)
        qFatal("No pipe: %s", std::strerror(errno));
    for (const int end : m_wake) {
        ::fcntl(end, F_SETFL, O_NONBLOCK);
        ::fcntl(end, F_SETFD, FD_CLOEXEC);
    }
    m_thread = std::thread([this] { run(); });
}

WireProxy::~WireProxy()
{
    change([this] { m_ending = true; });
    m_thread.join();
    for (const int end : m_wake)
        ::close(end);
}

ConnectionSettings WireProxy::settings(const QString& database) const
{
    ConnectionSettings settings = m_server;
    settings.port = m_port;
    settings.database = database;
    return settings;
}

template <class Change>
void WireProxy::change(Change change)
{
    {
        const std::lock_guard lock(m_mutex);
        change();
    }
    const char nudge = 0;
    [[maybe_unused]] const auto written = ::write(m_wake[1], &nudge, 1); // full: awake already
}

void WireProxy::pass()
{
    change([this] {
        m_stalled = false;
        if (!m_listener.isOpen())
            m_listener = WireSocket::listening(m_port);
    });
}

void WireProxy::delay(std::chrono::milliseconds roundTrip)
{
    change([&] { m_traffic.delay = roundTrip / 2; });
}

void WireProxy::stall()
{
    change([this] { m_stalled = true; });
}

void WireProxy::refuse()
{
    change([this] { m_listener.stopListening(); });
}

void WireProxy::cut(Ending ending)
{
    change([&] {
        acceptAll(); // those that are on their way in count as open
        for (WireLink& link : m_links) {
            if (ending == Ending::Reset)
                link.reset();
        }
        m_links.clear();
    });
}

void WireProxy::swallowCancels(bool swallows)
{
    change([&] { m_traffic.swallowsCancels = swallows; });
}

void WireProxy::addRule(WireRule rule)
{
    change([&] { m_traffic.rules.push_back(std::move(rule)); });
}

void WireProxy::cutBeforeServer(const QString& statement, int times)
{
    addRule({.statement = expression(statement),
             .action = WireRule::Action::CutBeforeServer,
             .times = times});
}

void WireProxy::cutBeforeAnswer(const QString& statement, int times)
{
    addRule({.statement = expression(statement),
             .action = WireRule::Action::CutBeforeAnswer,
             .times = times});
}

void WireProxy::refuseStatements(const QString& statement, const QByteArray& sqlState, int times)
{
    addRule({.statement = expression(statement),
             .action = WireRule::Action::Refuse,
             .sqlState = sqlState,
             .text = refusalText(sqlState, statement),
             .times = times});
}

void WireProxy::replaceStatements(const QString& statement, const QByteArray& text)
{
    addRule(
        {.statement = expression(statement), .action = WireRule::Action::Replace, .text = text});
}

void WireProxy::clearRules()
{
    change([this] { m_traffic.rules.clear(); });
}

WireCounters WireProxy::counters() const
{
    const std::lock_guard lock(m_mutex);
    return m_traffic.counters;
}

QStringList WireProxy::statements() const
{
    const std::lock_guard lock(m_mutex);
    return m_traffic.statements;
}

void WireProxy::resetCounters()
{
    change([this] {
        m_traffic.counters = {};
        m_traffic.statements.clear();
    });
}

int WireProxy::openConnections() const
{
    const std::lock_guard lock(m_mutex);
    return static_cast<int>(m_links.size());
}

void WireProxy::acceptAll()
{
    if (!m_listener.isOpen())
        return;
    for (WireSocket client = m_listener.accept(); client.isOpen(); client = m_listener.accept())
        m_links.emplace_back(std::move(client), m_traffic);
}

/// Until something can be done. What was polled may be gone by then, so no answer is relied upon:
/// all sockets are tried.
void WireProxy::wait(std::unique_lock<std::mutex>& lock)
{
    std::vector<pollfd> polled = {{.fd = m_wake[0], .events = POLLIN, .revents = 0}};
    const auto add = [&](const WireSocket& socket, bool reads, bool writes) {
        const int events = (reads ? POLLIN : 0) | (writes ? POLLOUT : 0);
        if (socket.isOpen() && events != 0)
            polled.push_back(
                {.fd = socket.descriptor(), .events = static_cast<short>(events), .revents = 0});
    };
    add(m_listener, true, false);
    std::optional<WireLink::Clock::time_point> due;
    for (const WireLink& link : m_links) {
        if (m_stalled)
            break;
        add(link.client(), link.wantsFromClient(), link.isSendingToClient());
        add(link.server(), link.wantsFromServer(), link.isSendingToServer());
        if (const auto next = link.nextDue(); next && (!due || *next < *due))
            due = next;
    }
    int timeout = -1;
    if (due) {
        const auto left =
            std::chrono::ceil<std::chrono::milliseconds>(*due - WireLink::Clock::now());
        timeout = std::max(0, static_cast<int>(left.count()));
    }
    lock.unlock();
    ::poll(polled.data(), polled.size(), timeout);
    char nudges[64];
    while (::read(m_wake[0], nudges, sizeof nudges) > 0) {
    }
    lock.lock();
}

void WireProxy::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_ending) {
        wait(lock);
        acceptAll();
        if (!m_stalled)
            std::erase_if(m_links, [](WireLink& link) { return !link.pump(); });
    }
}

} // namespace clientele::testing
