// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/connectionsettings.h"
#include "core/task.h"

namespace clientele {

/// Makes and drops whole databases, as sqlalchemy-utils' create_database and drop_database do,
/// without hiding why it failed.
namespace databases {

/// Conflict where it is there already.
Task<std::monostate> create(const ConnectionSettings& settings, const QString& password);
/// NotFound where it is not there. Conflict where others are in it: they are not thrown out, but
/// named.
Task<std::monostate> drop(const ConnectionSettings& settings, const QString& password);

} // namespace databases
} // namespace clientele
