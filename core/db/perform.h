// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/connectionpool.h"
#include "core/db/pooledwork.h"

namespace clientele {

/// Carries @p work out on what @p lease stands for, and over again where that is safe:
///
/// - a read whose line broke, once;
/// - what the database undid because others were in its way (40001, 40P01), six times, each after
///   a longer pause of random length;
/// - a write whose line broke, after it was looked for on another connection and not found, once.
///   It is never repeated where its outcome could not be found out: the error is then
///   OutcomeUnknown.
///
/// The answer is in @p work afterwards.
void perform(ConnectionPool& pool, ConnectionPool::Lease& lease, PooledWork& work);

} // namespace clientele
