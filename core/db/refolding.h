// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"

namespace clientele::refolding {

// customer_unfolded lists those customers of a SQLite file whose search_text knows ASCII only,
// because SQLite folded it when another program wrote them, or that an older Clientele folded.

/// Folds all of them anew, where the file has the list: in flat memory, in the open transaction or
/// in short ones of its own.
Result<> runAll(Session& session);

/// The same for the first ten thousand, where nobody else is writing: the rest is for the next
/// time.
void catchUp(Session& session);

} // namespace clientele::refolding
