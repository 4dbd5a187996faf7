// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace clientele {

/// To be called first in main(). glibc's allocator is tuned for servers: each thread that meets
/// another gets an arena of its own, and what was freed stays in it. A program of a dozen threads
/// that hand each other rows grows by half of its size that way (mallopt(3)). Elsewhere it does
/// nothing.
void keepMemorySmall();

} // namespace clientele
