// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/capability.h"

#include <functional>
#include <memory>

namespace clientele {

using OpenSession = std::function<Result<std::unique_ptr<Session>>()>;

/// Finds out what the engine can do by trying it, on tables of its own, in transactions that are
/// undone; customers are neither read nor changed. @p openAnother gives a second session to the
/// same database, which shows locks and poolers; without one those stay Unknown. An error only
/// where the line broke or the work was cancelled.
Result<CapabilityReport> probe(Session& session, const OpenSession& openAnother = {});

} // namespace clientele
