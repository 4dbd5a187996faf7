// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/interrupts.h"

#include <functional>

#include <windows.h>

namespace clientele::ctl {

namespace {

/// What Windows calls takes no argument to find it by. main() keeps the one object to the end.
std::function<void()> handler;

} // namespace

Interrupts::Interrupts()
{
    handler = [this] { interrupted(); };
    SetConsoleCtrlHandler(
        [](DWORD event) -> BOOL {
            handler(); // in a thread that Windows started for it
            if (event == CTRL_CLOSE_EVENT)
                Sleep(INFINITE); // returning would end the program at once, now it has five seconds
            return TRUE;
        },
        TRUE);
}

} // namespace clientele::ctl
