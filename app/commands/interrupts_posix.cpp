// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/interrupts.h"

#include <csignal>
#include <thread>

namespace clientele::ctl {

namespace {

sigset_t interruptSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    return signals;
}

} // namespace

Interrupts::Interrupts()
{
    const sigset_t signals = interruptSignals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    // It waits until the program ends, and main() keeps this object until then.
    std::thread([this, signals] {
        for (int signal = 0; sigwait(&signals, &signal) == 0;)
            interrupted();
    }).detach();
}

} // namespace clientele::ctl
