// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace clientele {

/// Ends the connection of @p socket in both directions, and with it what waits for it in other
/// threads. Whose it is closes it.
void shutDownSocket(int socket);

} // namespace clientele
