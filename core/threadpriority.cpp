// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/threadpriority.h"

#include <QtGlobal>

#if defined(Q_OS_WIN)
#include <windows.h>
#elif defined(Q_OS_DARWIN)
#include <pthread.h>
#elif defined(Q_OS_LINUX)
#include <sys/resource.h>
#endif

namespace clientele {

// Where it fails, threads are equal, as everywhere else. The background modes of Windows and macOS
// would slow down files too, and so who waits for a lock that this thread holds.
void standBack()
{
#if defined(Q_OS_WIN)
    SetThreadPriority(GetCurrentThread(), THREAD_PRIORITY_BELOW_NORMAL);
#elif defined(Q_OS_DARWIN)
    pthread_set_qos_class_self_np(QOS_CLASS_UTILITY, 0);
#elif defined(Q_OS_LINUX)
    constexpr int niceness = 5;
    setpriority(PRIO_PROCESS, 0, niceness); // 0 is this thread, not the process as in POSIX
#endif
}

} // namespace clientele
