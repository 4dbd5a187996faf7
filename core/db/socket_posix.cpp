// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/socket.h"

#include <sys/socket.h>

namespace clientele {

void shutDownSocket(int socket)
{
    ::shutdown(socket, SHUT_RDWR);
}

} // namespace clientele
