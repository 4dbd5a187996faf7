// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/disksync.h"

#include <cerrno>

#include <unistd.h>

namespace clientele {

std::function<Result<>()> diskSync(const QFileDevice& file)
{
    return [handle = ::dup(file.handle())]() -> Result<> {
        const int why = ::fsync(handle) == 0 ? 0 : errno;
        ::close(handle);
        if (why == 0 || why == EINVAL || why == EROFS) // no such thing there
            return {};
        const bool full = why == ENOSPC || why == EDQUOT;
        return Error{.kind = full ? ErrorKind::StorageFull : ErrorKind::File,
                     .message = qt_error_string(why)};
    };
}

} // namespace clientele
