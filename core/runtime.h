// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace clientele {

/// To be called first in main(), before there is a second thread: what the libraries beneath are
/// told for a program like this one.
///
/// glibc's allocator is tuned for servers: each thread that meets another gets an arena of its
/// own, and what was freed stays in it. A program of a dozen threads that hand each other rows
/// grows by half of its size that way (mallopt(3)).
///
/// GCC for Windows frees what is thread_local before its destructor runs. Qt keeps a stack of the
/// compiler of regular expressions there, and a thread that used one crashed as it ended; without
/// that compiler, expressions are interpreted (QRegularExpression, "Debugging code that uses
/// QRegularExpression").
void prepareRuntime();

} // namespace clientele
