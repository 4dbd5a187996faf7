// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/terminal.h"

#include <array>
#include <cstdio>
#include <cstdlib>

#include <windows.h>

#include <fcntl.h>
#include <io.h>

namespace clientele::ctl {

namespace {

UINT outputBefore = 0;

HANDLE input()
{
    return GetStdHandle(STD_INPUT_HANDLE);
}

/// The streams of msys and Cygwin's terminals are pipes: a program of Windows cannot tell them.
bool isConsole(HANDLE handle)
{
    DWORD mode = 0;
    return GetConsoleMode(handle, &mode) != 0;
}

void showInput(bool shown)
{
    DWORD mode = 0;
    if (GetConsoleMode(input(), &mode) != 0)
        SetConsoleMode(input(),
                       shown ? mode | ENABLE_ECHO_INPUT : mode & ~DWORD(ENABLE_ECHO_INPUT));
}

} // namespace

void prepareStreams()
{
    for (std::FILE* stream : {stdin, stdout, stderr})
        _setmode(_fileno(stream), _O_BINARY);
    outputBefore = GetConsoleOutputCP();
    if (outputBefore == 0)
        return; // there is no console
    SetConsoleOutputCP(CP_UTF8);
    // It is the console's, and stays so for whatever runs in it next.
    std::atexit([] { SetConsoleOutputCP(outputBefore); });
}

bool isInputTerminal()
{
    return isConsole(input());
}

bool isErrorTerminal()
{
    return isConsole(GetStdHandle(STD_ERROR_HANDLE));
}

std::optional<QString> readSilently()
{
    showInput(false);
    std::array<wchar_t, 1024> typed{};
    DWORD length = 0;
    const bool read =
        ReadConsoleW(input(), typed.data(), DWORD(typed.size()), &length, nullptr) != 0;
    showInput(true);
    if (!read || length == 0)
        return std::nullopt;
    QString line = QString::fromWCharArray(typed.data(), qsizetype(length));
    while (line.endsWith(u'\n') || line.endsWith(u'\r'))
        line.chop(1);
    return line;
}

void switchEchoOn()
{
    showInput(true);
}

} // namespace clientele::ctl
