// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"

namespace clientele {

class WriteGate;

/// Opens one connection in this thread, on whichever engine. Sessions of one SQLite file that share
/// a
/// @p gate take turns at writing; null gives it one of its own.
Result<std::unique_ptr<Session>> connectTo(const ConnectionSettings& settings,
                                           const QString& password,
                                           std::shared_ptr<WriteGate> gate = {});

} // namespace clientele
