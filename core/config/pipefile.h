// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

#include <chrono>

namespace clientele {

/// Reads a named pipe (as password managers serve a .env) or /dev/fd/N to its end, at most @p most
/// bytes. File where nobody writes for as long as @p patience.
Result<QByteArray> readPipe(const QString& path, qint64 most,
                            std::chrono::milliseconds patience = std::chrono::seconds(10));

} // namespace clientele
