// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task.h"

#include <QString>

namespace clientele {

/// Copies a file in a thread of its own, over one that is there: whole, or not at all.
Task<std::monostate> copyFile(const QString& from, const QString& to);

} // namespace clientele
