// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/chaos.h"

#include <QCoreApplication>

#include <condition_variable>

namespace clientele::soak {

using namespace Qt::StringLiterals;
using testing::WireProxy;

namespace {

const QStringList& writes()
{
    static const QStringList statements = {u"^COMMIT"_s, u"INSERT INTO customer"_s,
                                           u"UPDATE customer"_s, u"DELETE FROM customer"_s};
    return statements;
}

} // namespace

Chaos::Chaos(testing::PostgresServer& server, WireProxy& proxy, unsigned seed)
    : m_server(server), m_proxy(proxy), m_random(seed),
      m_thread([this](const std::stop_token& stop) { run(stop); })
{}

Chaos::~Chaos()
{
    end();
}

void Chaos::end()
{
    m_thread.request_stop();
    if (m_thread.joinable())
        m_thread.join();
}

int Chaos::roll(int least, int most)
{
    return std::uniform_int_distribution(least, most)(m_random);
}

void Chaos::rest(const std::stop_token& stop, int leastMilliseconds, int mostMilliseconds)
{
    std::mutex mutex;
    std::condition_variable_any changed;
    std::unique_lock lock(mutex);
    changed.wait_for(lock, stop,
                     std::chrono::milliseconds(roll(leastMilliseconds, mostMilliseconds)),
                     [] { return false; });
}

void Chaos::run(const std::stop_token& stop)
{
    while (!stop.stop_requested()) {
        strike(stop);
        m_proxy.pass();
        m_proxy.resetCounters(); // it keeps every statement that it saw
        rest(stop, 20, 300);
    }
    m_proxy.clearRules();
    m_proxy.swallowCancels(false);
    m_proxy.delay({});
    m_proxy.pass();
}

void Chaos::strike(const std::stop_token& stop)
{
    const QString statement = writes()[roll(0, int(writes().size()) - 1)];
    const int fault = roll(0, 99);
    const auto note = [this](const QString& what) { ++m_faults[what]; };
    if (fault < 20) {
        note(u"cut"_s);
        m_proxy.cut(roll(0, 1) ? WireProxy::Ending::Reset : WireProxy::Ending::Close);
    } else if (fault < 40) {
        note(u"cut before the answer"_s);
        m_proxy.cutBeforeAnswer(statement);
    } else if (fault < 55) {
        note(u"cut before the server"_s);
        m_proxy.cutBeforeServer(statement);
    } else if (fault < 65) {
        note(u"stalled"_s);
        m_proxy.stall();
        rest(stop, 50, 1500);
    } else if (fault < 75) {
        note(u"delayed"_s);
        m_proxy.delay(std::chrono::milliseconds(roll(0, 40)));
    } else if (fault < 82) {
        note(u"refused to connect"_s);
        m_proxy.refuse();
        m_proxy.cut();
        rest(stop, 50, 500);
    } else if (fault < 90) {
        note(u"undone by the server"_s);
        m_proxy.refuseStatements(statement, roll(0, 1) ? "40001" : "40P01", roll(1, 3));
    } else if (fault < 95) {
        note(u"cancels swallowed"_s);
        m_proxy.swallowCancels(roll(0, 1) == 1);
    } else if (fault < 99) {
        note(u"sessions killed"_s);
        m_server.execute(u"postgres"_s,
                         u"SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                         " WHERE application_name = 'Clientele'"_s);
    } else {
        note(u"server restarted"_s);
        // Its process belongs to the thread that started it.
        QMetaObject::invokeMethod(QCoreApplication::instance(), [this] { m_server.restart(); });
    }
}

} // namespace clientele::soak
