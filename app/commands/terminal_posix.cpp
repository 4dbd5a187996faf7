// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/terminal.h"

#include <iostream>
#include <string>

#include <termios.h>
#include <unistd.h>

namespace clientele::ctl {

namespace {

/// Switches a terminal's echo off for as long as it lives.
class SilentTerminal final
{
    Q_DISABLE_COPY_MOVE(SilentTerminal)

public:
    SilentTerminal()
    {
        tcgetattr(STDIN_FILENO, &m_before);
        termios silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~SilentTerminal() { tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before); }

private:
    termios m_before{};
};

} // namespace

void prepareStreams() {}

bool isInputTerminal()
{
    return isatty(STDIN_FILENO) != 0;
}

bool isErrorTerminal()
{
    return isatty(STDERR_FILENO) != 0;
}

std::optional<QString> readSilently()
{
    std::string typed;
    const SilentTerminal silent;
    if (!std::getline(std::cin, typed))
        return std::nullopt;
    return QString::fromStdString(typed);
}

void switchEchoOn()
{
    termios terminal{};
    if (tcgetattr(STDIN_FILENO, &terminal) != 0)
        return;
    terminal.c_lflag |= ECHO;
    tcsetattr(STDIN_FILENO, TCSANOW, &terminal);
}

} // namespace clientele::ctl
