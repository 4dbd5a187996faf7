// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/disksync.h"

#include <future>
#include <thread>

namespace clientele {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// In a thread of its own, which is left to itself where nobody waits any more: a slow disk takes
/// its time.
Result<> syncToDisk(const QFileDevice& file, const Cancellation& cancellation)
{
    std::packaged_task<Result<>()> task(diskSync(file));
    auto synced = task.get_future();
    std::thread(std::move(task)).detach();
    while (synced.wait_for(50ms) != std::future_status::ready) {
        if (cancellation.isCancelled())
            return Error{.kind = ErrorKind::Cancelled};
    }
    Result<> result = synced.get();
    if (result)
        return result;
    Error error = result.error();
    error.subject = file.fileName();
    error.code = u"file.write"_s;
    return error;
}

} // namespace clientele
