// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/wirelink.h"

namespace clientele::testing {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostUnderWay = 256 << 10; ///< bytes, as in a window of TCP

/// What the server is given instead of a refused statement, so that it is in the state that the
/// client is told of: failed within a transaction, and after a COMMIT that failed outside one.
QByteArray standIn(const QString& statement)
{
    static const QRegularExpression commit(u"^\\s*(COMMIT|END)\\b"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    return commit.match(statement).hasMatch() ? "ROLLBACK" : "refused";
}

} // namespace

const WireRule* WireTraffic::ruleFor(const QString& statement)
{
    for (WireRule& rule : rules) {
        if (rule.times == 0 || !rule.statement.match(statement).hasMatch())
            continue;
        if (rule.times > 0)
            --rule.times;
        return &rule;
    }
    return nullptr;
}

bool WireLink::isFull(const Flow& flow)
{
    return flow.ended || flow.bytes >= mostUnderWay;
}

bool WireLink::isDone(const Flow& flow)
{
    return flow.ended && flow.parcels.empty() && flow.sending.isEmpty();
}

void WireLink::pass(Flow& flow, const QByteArray& bytes, qint64& counter) const
{
    if (bytes.isEmpty())
        return;
    counter += bytes.size();
    flow.bytes += bytes.size();
    flow.parcels.push_back({.due = Clock::now() + m_traffic.delay, .bytes = bytes});
}

bool WireLink::send(Flow& flow, const WireSocket& to)
{
    const auto now = Clock::now();
    while (!flow.parcels.empty() && flow.parcels.front().due <= now) {
        flow.bytes -= flow.parcels.front().bytes.size();
        flow.sending += flow.parcels.front().bytes;
        flow.parcels.pop_front();
    }
    return flow.sending.isEmpty() || to.write(flow.sending);
}

std::optional<WireLink::Clock::time_point> WireLink::nextDue() const
{
    std::optional<Clock::time_point> due;
    for (const Flow* flow : {&m_toServer, &m_toClient}) {
        if (!flow->parcels.empty() && (!due || flow->parcels.front().due < *due))
            due = flow->parcels.front().due;
    }
    return due;
}

bool WireLink::pump()
{
    if (!takeFromClient() || !takeFromServer())
        return false;
    if (m_server.isOpen() && !send(m_toServer, m_server))
        m_toClient.ended = true; // what the server said before that still arrives
    if (!send(m_toClient, m_client))
        return false;
    return !isDone(m_toServer) && !isDone(m_toClient);
}

bool WireLink::takeFromClient()
{
    if (isFull(m_toServer))
        return true;
    m_toServer.ended = m_client.read(m_toServer.arrived) == WireSocket::Read::Ended;
    while (!m_started) {
        const auto message = wire::takeOpening(m_toServer.arrived);
        if (!message)
            return true;
        if (!open(*message))
            return false;
    }
    while (auto message = wire::takeMessage(m_toServer.arrived)) {
        if (!ask(std::move(*message)))
            return false;
    }
    return true;
}

bool WireLink::open(const wire::Message& message)
{
    const auto kind = wire::kindOfOpening(message);
    if (kind == wire::Opening::Encryption) { // what is encrypted could not be looked at
        ++m_traffic.counters.openingTrips;
        pass(m_toClient, "N", m_traffic.counters.bytesToClient);
        return true;
    }
    if (kind == wire::Opening::Cancel) {
        ++m_traffic.counters.cancels;
        if (m_traffic.swallowsCancels)
            return false;
    } else {
        ++m_traffic.counters.connections;
        ++m_traffic.counters.openingTrips;
    }
    m_started = true;
    m_server = WireSocket::connecting(m_traffic.serverPort);
    pass(m_toServer, message.bytes, m_traffic.counters.bytesToServer);
    return m_server.isOpen();
}

WireLink::Exchange& WireLink::exchangeOf(const wire::Message& message)
{
    const bool isAlone = message.type == 'Q' || message.type == 'F';
    if (!m_isOpen)
        m_exchanges.push_back({.isExtended = !isAlone});
    m_isOpen = !isAlone && message.type != 'S';
    return m_exchanges.back();
}

/// What a message is to run: a Bind of what was prepared before counts as the statement itself.
QString WireLink::statementOf(const wire::Message& message)
{
    const QByteArray name = wire::preparedName(message);
    if (message.type == 'B') {
        const bool isFirst = std::exchange(m_justPrepared, {}) == name;
        return isFirst ? QString() : m_prepared.value(name);
    }
    const QString statement = wire::statementOf(message);
    if (!name.isEmpty()) {
        m_prepared.insert(name, statement);
        m_justPrepared = name;
    }
    return statement;
}

bool WireLink::ask(wire::Message message)
{
    static const QByteArray belongsToExchange("QFPBDECHS");
    auto& counters = m_traffic.counters;
    if (!m_ready)
        ++counters.openingTrips; // a password, or what stands for one
    else if (belongsToExchange.contains(message.type)) {
        Exchange& exchange = exchangeOf(message);
        if (message.type == 'Q' || message.type == 'F' || message.type == 'S')
            ++counters.roundTrips;
        const QString statement = statementOf(message);
        if (!statement.isNull())
            m_traffic.statements += statement;
        const WireRule* rule = statement.isNull() ? nullptr : m_traffic.ruleFor(statement);
        if (rule && rule->action == WireRule::Action::CutBeforeServer) {
            m_client.reset();
            return false;
        }
        if (rule && rule->action == WireRule::Action::CutBeforeAnswer)
            exchange.isLost = true;
        if (rule && rule->action == WireRule::Action::Replace)
            message = wire::withStatement(message, rule->text);
        if (rule && rule->action == WireRule::Action::Refuse) {
            exchange.refusal = wire::errorResponse(rule->sqlState, rule->text);
            message = wire::withStatement(message, standIn(statement));
        }
    }
    pass(m_toServer, message.bytes, counters.bytesToServer);
    return true;
}

bool WireLink::takeFromServer()
{
    if (!m_server.isOpen() || isFull(m_toClient))
        return true;
    m_toClient.ended = m_server.read(m_toClient.arrived) == WireSocket::Read::Ended;
    while (auto message = wire::takeMessage(m_toClient.arrived)) {
        if (!answer(std::move(*message)))
            return false;
    }
    return true;
}

bool WireLink::answer(wire::Message message)
{
    if (!m_exchanges.empty()) {
        Exchange& exchange = m_exchanges.front();
        const bool isLast = message.type == 'Z';
        if (exchange.isLost) {
            if (isLast)
                m_client.reset();
            return !isLast;
        }
        if (exchange.refusal && (message.type == 'E' || message.type == 'C')) {
            message = std::move(*exchange.refusal);
            exchange.refusal.reset();
        }
        if (message.type == 'G' && exchange.isExtended)
            m_isOpen = true; // the Sync sent so far is ignored: one more ends the COPY
        if (isLast)
            m_exchanges.pop_front();
    } else if (message.type == 'Z') {
        m_ready = true;
    }
    pass(m_toClient, message.bytes, m_traffic.counters.bytesToClient);
    return true;
}

} // namespace clientele::testing
