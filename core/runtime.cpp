// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime.h"

#include <QtGlobal>

#include <cstdlib> // tells __GLIBC__

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace clientele {

void prepareRuntime()
{
#ifdef __GLIBC__
    mallopt(M_ARENA_MAX, 2);
    // Given, they do not grow with what is asked for; large blocks go back as they are freed.
    mallopt(M_MMAP_THRESHOLD, 256 * 1024);
    mallopt(M_TRIM_THRESHOLD, 1024 * 1024);
#endif
#ifdef __MINGW32__
    qputenv("QT_ENABLE_REGEXP_JIT", "0");
#endif
}

} // namespace clientele
