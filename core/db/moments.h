// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/statement.h"
#include "core/domain/connectionsettings.h"
#include "core/domain/timestamp.h"

namespace clientele::moments {

/// Now, as an expression of what the engine's columns keep.
QString now(Engine engine);
/// As SQLite's columns keep it.
QString text(Timestamp timestamp);
/// @p timestamp as an expression that compares with the columns.
QString expression(Engine engine, Timestamp timestamp, Statement& statement);

} // namespace clientele::moments
