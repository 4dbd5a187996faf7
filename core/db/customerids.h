// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/db/statement.h"
#include "core/domain/customer.h"

#include <vector>

namespace clientele {

/// "id = ANY ($1)" and what stands for it where the engine has no arrays. All in one parameter
/// where it can be; then a statement takes any number of ids.
QString idIn(const std::vector<CustomerId>& ids, Statement& statement, const Session& session);
/// How many ids idIn() may be given at a time.
size_t mostIds(const Session& session);

} // namespace clientele
