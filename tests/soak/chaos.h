// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/postgresserver.h"
#include "tests/support/wireproxy.h"

#include <QMap>

#include <random>
#include <thread>

namespace clientele::soak {

/// Does to a network and its server what happens to them, at random, in a thread of its own.
class Chaos final
{
    Q_DISABLE_COPY_MOVE(Chaos)

public:
    Chaos(testing::PostgresServer& server, testing::WireProxy& proxy, unsigned seed);
    /// Everything passes again.
    ~Chaos();

    /// How often each fault was made. Only once it has ended.
    [[nodiscard]] const QMap<QString, int>& faults() const { return m_faults; }
    void end();

private:
    void run(const std::stop_token& stop);
    void strike(const std::stop_token& stop);
    void rest(const std::stop_token& stop, int leastMilliseconds, int mostMilliseconds);
    int roll(int least, int most);

    testing::PostgresServer& m_server;
    testing::WireProxy& m_proxy;
    std::mt19937 m_random;
    QMap<QString, int> m_faults;
    std::jthread m_thread;
};

} // namespace clientele::soak
