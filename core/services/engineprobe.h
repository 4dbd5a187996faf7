// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/capability.h"
#include "core/domain/connectionsettings.h"
#include "core/task.h"

namespace clientele {

/// Tries what the engine of a connection can do, on two connections of its own, in a thread of its
/// own. Customers are neither read nor changed. NotFound where a SQLite file is not there.
Task<CapabilityReport> probeEngine(const ConnectionSettings& settings, const QString& password);

/// "Savepoints", "Full-text index of letters": the capability's name for people.
QString capabilityName(Capability capability);
/// "savepoints": for scripts; never changes.
QString capabilityKey(Capability capability);

} // namespace clientele
