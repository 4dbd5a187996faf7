// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/interrupts.h"

#include <csignal>
#include <thread>

#include <termios.h>
#include <unistd.h>

namespace clientele::ctl {

namespace {

constexpr int byInterrupt = 130; // as shells report SIGINT

sigset_t interruptSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    return signals;
}

/// Whoever is interrupted while typing a password wants to see what comes next.
void switchEchoOn()
{
    termios terminal{};
    if (tcgetattr(STDIN_FILENO, &terminal) != 0)
        return;
    terminal.c_lflag |= ECHO;
    tcsetattr(STDIN_FILENO, TCSANOW, &terminal);
}

} // namespace

Interrupts::Interrupts()
{
    const sigset_t signals = interruptSignals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    // It waits until the program ends, and main() keeps this object until then.
    std::thread([this] { watch(); }).detach();
}

void Interrupts::onInterrupt(std::function<void()> cancel)
{
    const std::lock_guard lock(m_mutex);
    m_cancel = std::move(cancel);
    if (m_interrupted && m_cancel)
        m_cancel();
}

void Interrupts::watch()
{
    const sigset_t signals = interruptSignals();
    for (int signal = 0; sigwait(&signals, &signal) == 0;) {
        const std::lock_guard lock(m_mutex);
        if (m_interrupted || !m_cancel) {
            switchEchoOn();
            _exit(byInterrupt);
        }
        m_interrupted = true;
        m_cancel();
    }
}

} // namespace clientele::ctl
