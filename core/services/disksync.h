// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cancellation.h"
#include "core/result.h"

#include <QFileDevice>

#include <functional>

namespace clientele {

/// Waits until all of @p file is on the disk, which may say only now that it is full, or until the
/// work is cancelled.
Result<> syncToDisk(const QFileDevice& file, const Cancellation& cancellation);

/// What does so without an end to it, on a handle of its own: for any thread.
std::function<Result<>()> diskSync(const QFileDevice& file);

} // namespace clientele
