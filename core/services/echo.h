// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/environment.h"

namespace clientele {

/// Sets how much the program says on standard error, as DEBUG and LOG_LEVEL ask: with DEBUG=true or
/// LOG_LEVEL=DEBUG every statement with its duration and rows, and what becomes of connections.
/// Parameters are masked, for they are personal data. QT_LOGGING_RULES goes before. Thread-safe.
void applyEcho(const Environment& environment);

} // namespace clientele
