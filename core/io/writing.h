// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <string_view>

class QIODevice;

namespace clientele {

/// Gathered by writers before it goes out: few calls of the system, and still in its caches.
inline constexpr size_t writeBufferBytes = size_t(256) * 1024;

/// Writes all of @p bytes and hands them to the system.
Result<> writeAll(QIODevice& device, std::string_view bytes);

/// The device's failure as an Error: StorageFull where that is why.
Error writeError(const QIODevice& device);

} // namespace clientele
