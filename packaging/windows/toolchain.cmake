# SPDX-License-Identifier: GPL-3.0-or-later
# Windows from Linux: mingw-w64 with POSIX threads, and what packaging/windows/sdk built.
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(CMAKE_C_COMPILER x86_64-w64-mingw32-gcc-posix)
set(CMAKE_CXX_COMPILER x86_64-w64-mingw32-g++-posix)
set(CMAKE_RC_COMPILER x86_64-w64-mingw32-windres)

# From the environment, because CMake reads this file anew for each try_compile.
if(DEFINED ENV{CLIENTELE_WINDOWS_SDK})
    set(CLIENTELE_WINDOWS_SDK "$ENV{CLIENTELE_WINDOWS_SDK}")
else()
    set(CLIENTELE_WINDOWS_SDK "$ENV{HOME}/.cache/clientele/windows")
endif()
set(CLIENTELE_WINDOWS_ROOT "${CLIENTELE_WINDOWS_SDK}/root")

set(CMAKE_FIND_ROOT_PATH /usr/x86_64-w64-mingw32 "${CLIENTELE_WINDOWS_ROOT}")
set(CMAKE_PREFIX_PATH "${CLIENTELE_WINDOWS_ROOT}")
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)

# What runs the tests here.
find_program(CMAKE_CROSSCOMPILING_EMULATOR NAMES wine64 wine PATHS /usr/lib/wine)

# moc, uic and rcc are this machine's own: they must be of the Qt that the SDK holds.
set(QT_HOST_PATH /usr)
set(QT_HOST_PATH_CMAKE_DIR /usr/lib/x86_64-linux-gnu/cmake)
set(Qt6LinguistTools_DIR "${QT_HOST_PATH_CMAKE_DIR}/Qt6LinguistTools" CACHE PATH "lrelease, which Windows' Qt has no part in")
