// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"

namespace clientele::migrations {

/// Whether the table customer, which no revision is noted for, can be at the one at @p place: its
/// columns, ids that come by themselves, addresses that are unique. Else SchemaMissing, or
/// SchemaMismatch with what is different.
Result<> checkFits(Session& session, int place);

/// PermissionDenied where this user lacks a right that migrating takes, with what to ask for;
/// ReadOnly where nothing can be written.
Result<> checkRights(Session& session);

} // namespace clientele::migrations
