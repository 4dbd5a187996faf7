// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/interrupts.h"

#include "app/commands/terminal.h"

#include <cstdlib>

namespace clientele::ctl {

namespace {

constexpr int byInterrupt = 130; // as shells report SIGINT

} // namespace

void Interrupts::onInterrupt(std::function<void()> cancel)
{
    const std::lock_guard lock(m_mutex);
    m_cancel = std::move(cancel);
    if (m_interrupted && m_cancel)
        m_cancel();
}

void Interrupts::interrupted()
{
    const std::lock_guard lock(m_mutex);
    if (m_interrupted || !m_cancel) {
        switchEchoOn();
        std::_Exit(byInterrupt);
    }
    m_interrupted = true;
    m_cancel();
}

} // namespace clientele::ctl
