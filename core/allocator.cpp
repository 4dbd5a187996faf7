// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/allocator.h"

#include <cstdlib> // tells __GLIBC__

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace clientele {

void keepMemorySmall()
{
#ifdef __GLIBC__
    mallopt(M_ARENA_MAX, 2);
    // Given, they do not grow with what is asked for; large blocks go back as they are freed.
    mallopt(M_MMAP_THRESHOLD, 256 * 1024);
    mallopt(M_TRIM_THRESHOLD, 1024 * 1024);
#endif
}

} // namespace clientele
