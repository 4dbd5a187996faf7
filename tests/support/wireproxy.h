// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/connectionsettings.h"
#include "tests/support/wirelink.h"
#include "tests/support/wiretraffic.h"

#include <QStringList>

#include <atomic>
#include <chrono>
#include <list>
#include <mutex>
#include <thread>

namespace clientele::testing {

/// Stands between clients and a PostgreSQL server (or a pooler) on 127.0.0.1: counts what passes,
/// and does to it what networks and other engines do. It works in a thread of its own, from the
/// constructor to the destructor; every method may be called from any thread at any time and holds
/// from its return on. Lines through it are not encrypted.
class WireProxy final
{
    Q_DISABLE_COPY_MOVE(WireProxy)

public:
    /// @p server: how its target is reached; host 127.0.0.1.
    explicit WireProxy(const ConnectionSettings& server);
    ~WireProxy();

    [[nodiscard]] int port() const { return m_port; }
    /// The target's settings, by way of the proxy.
    [[nodiscard]] ConnectionSettings settings(const QString& database) const;

    // Networks

    /// Everything passes: the end of stall() and refuse(). What stalled arrives now.
    void pass();
    /// Each exchange takes so much longer, half of it on either way.
    void delay(std::chrono::milliseconds roundTrip);
    /// A peer that is gone without a word: connections stay open, new ones are taken, nothing
    /// moves.
    void stall();
    /// New connections are refused, as where no server listens. Those open live on.
    void refuse();
    enum class Ending
    {
        Reset, ///< RST
        Close, ///< FIN
    };
    /// Ends the connections that are open now.
    void cut(Ending ending = Ending::Reset);
    /// Cancel requests are taken and do not arrive.
    void swallowCancels(bool swallows = true);

    // Statements whose text (of Query or Parse) matches a regular expression, without regard to
    // case; @p times, or always where it is negative. The rule made first has the first say.

    /// The server never sees it, and the connection is reset.
    void cutBeforeServer(const QString& statement, int times = 1);
    /// The server does it, and the connection is reset instead of its answer: the outcome of a
    /// COMMIT is unknown.
    void cutBeforeAnswer(const QString& statement, int times = 1);
    /// Answered with an error as by a server that lacks a feature; a transaction then has failed
    /// on both sides. The server never sees it.
    void refuseStatements(const QString& statement, const QByteArray& sqlState = "0A000",
                          int times = -1);
    /// The server gets @p text instead, as an engine has it that takes a statement and does
    /// something else.
    void replaceStatements(const QString& statement, const QByteArray& text);
    void clearRules();

    [[nodiscard]] WireCounters counters() const;
    /// Those that came since the last resetCounters(), in order.
    [[nodiscard]] QStringList statements() const;
    void resetCounters();
    /// Connections that are open now.
    [[nodiscard]] int openConnections() const;

private:
    template <class Change>
    void change(Change change);
    void addRule(WireRule rule);
    void run();
    void wait(std::unique_lock<std::mutex>& lock);
    void acceptAll();

    const ConnectionSettings m_server;
    const WireSocket m_reservation; ///< holds the port while nobody listens
    const int m_port;

    mutable std::mutex m_mutex; // guards all that follows
    WireTraffic m_traffic;
    WireSocket m_listener;
    std::list<WireLink> m_links;
    bool m_stalled = false;
    bool m_ending = false;

    int m_wake[2] = {-1, -1};
    std::thread m_thread; // last: uses the rest
};

} // namespace clientele::testing
