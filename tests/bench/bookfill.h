// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/connectionsettings.h"

namespace clientele::bench {

/// Fill an empty book with the first @p rows made-up customers, as quickly as the engine can: what
/// the schema keeps up to date row by row is taken away meanwhile, and made again afterwards, as
/// the engine's own catalogue describes it.
void fillPostgres(const ConnectionSettings& book, qint64 rows);
void fillSqlite(const ConnectionSettings& book, qint64 rows);

} // namespace clientele::bench
