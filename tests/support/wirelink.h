// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/wiremessages.h"
#include "tests/support/wiresocket.h"
#include "tests/support/wiretraffic.h"

#include <QHash>

#include <chrono>
#include <deque>
#include <optional>

namespace clientele::testing {

/// One client's connection through a proxy and the connection to the server that belongs to it.
class WireLink final
{
public:
    using Clock = std::chrono::steady_clock;

    WireLink(WireSocket client, WireTraffic& traffic)
        : m_traffic(traffic), m_client(std::move(client))
    {}

    /// Moves whatever can be moved now; false once the link is over.
    bool pump();

    [[nodiscard]] const WireSocket& client() const { return m_client; }
    [[nodiscard]] const WireSocket& server() const { return m_server; }
    /// What pump() waits for.
    [[nodiscard]] bool wantsFromClient() const { return !isFull(m_toServer); }
    [[nodiscard]] bool wantsFromServer() const { return m_server.isOpen() && !isFull(m_toClient); }
    [[nodiscard]] bool isSendingToClient() const { return !m_toClient.sending.isEmpty(); }
    [[nodiscard]] bool isSendingToServer() const { return !m_toServer.sending.isEmpty(); }
    [[nodiscard]] std::optional<Clock::time_point> nextDue() const;

    void reset() { m_client.reset(); }

private:
    struct Parcel
    {
        Clock::time_point due;
        QByteArray bytes;
    };
    struct Flow
    {
        QByteArray arrived; ///< not yet a whole message
        std::deque<Parcel> parcels;
        qint64 bytes = 0; ///< in the parcels
        QByteArray sending;
        bool ended = false; ///< the sender has closed
    };
    /// What one ReadyForQuery will answer.
    struct Exchange
    {
        bool isExtended = false;
        bool isLost = false; ///< the answer must not arrive
        std::optional<wire::Message> refusal;
    };

    static bool isFull(const Flow& flow);
    static bool isDone(const Flow& flow);
    static bool send(Flow& flow, const WireSocket& to);
    void pass(Flow& flow, const QByteArray& bytes, qint64& counter) const;

    bool takeFromClient();
    bool takeFromServer();
    bool open(const wire::Message& message);
    bool ask(wire::Message message);
    bool answer(wire::Message message);
    Exchange& exchangeOf(const wire::Message& message);
    QString statementOf(const wire::Message& message);

    WireTraffic& m_traffic;
    WireSocket m_client;
    WireSocket m_server;
    Flow m_toServer;
    Flow m_toClient;
    bool m_started = false; ///< the startup message has passed
    bool m_ready = false;   ///< and was answered
    std::deque<Exchange> m_exchanges;
    QHash<QByteArray, QString> m_prepared; ///< text by name
    QByteArray m_justPrepared;             ///< its first Bind belongs to the Parse
    bool m_isOpen = false;                 ///< the last exchange awaits its Sync
};

} // namespace clientele::testing
