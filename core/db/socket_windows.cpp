// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/socket.h"

#include <winsock2.h>

namespace clientele {

void shutDownSocket(int socket)
{
    // libpq keeps the handle as an int, too: Windows' handles have 32 bits that count.
    const auto handle = static_cast<SOCKET>(socket);
    ::shutdown(handle, SD_BOTH);
    // What waits already may go on waiting for a peer that is silent.
    CancelIoEx(reinterpret_cast<HANDLE>(handle), nullptr); // NOLINT(performance-no-int-to-ptr)
}

} // namespace clientele
