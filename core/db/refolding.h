// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"

namespace clientele::refolding {

/// Folds the search_text anew of up to @p limit customers that customer_unfolded lists: those whose
/// letters SQLite could not fold when other programs wrote them, or that an older Clientele folded
/// otherwise. In flat memory, in the open transaction or in short ones of its own; nothing is
/// written where none are listed. Only for SQLite files that have the table.
Result<> run(Session& session, qint64 limit);

/// The same for all of them, where the file has the table.
Result<> runAll(Session& session);

} // namespace clientele::refolding
