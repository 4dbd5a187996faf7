// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/disksync.h"

#include <windows.h>

#include <io.h>

namespace clientele {

std::function<Result<>()> diskSync(const QFileDevice& file)
{
    HANDLE own = nullptr;
    const auto handle = reinterpret_cast<HANDLE>(_get_osfhandle(file.handle()));
    if (!DuplicateHandle(GetCurrentProcess(), handle, GetCurrentProcess(), &own, 0, FALSE,
                         DUPLICATE_SAME_ACCESS))
        return [why = GetLastError()]() -> Result<> {
            return Error{.kind = ErrorKind::File, .message = qt_error_string(int(why))};
        };
    return [own]() -> Result<> {
        const DWORD why = FlushFileBuffers(own) ? ERROR_SUCCESS : GetLastError();
        CloseHandle(own);
        if (why == ERROR_SUCCESS || why == ERROR_INVALID_FUNCTION) // no such thing there
            return {};
        const bool full = why == ERROR_DISK_FULL || why == ERROR_HANDLE_DISK_FULL ||
                          why == ERROR_NOT_ENOUGH_QUOTA;
        return Error{.kind = full ? ErrorKind::StorageFull : ErrorKind::File,
                     .message = qt_error_string(int(why))};
    };
}

} // namespace clientele
