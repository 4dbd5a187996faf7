// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"

namespace clientele {

/// Makes sure that a session whose line broke does nothing any more: ends it on the server and
/// waits until it is gone. @p identity is the Session::identity() that it had. True where it is
/// certain that it is gone; false where the server cannot tell, as behind a pooler.
Result<bool> endLost(Session& session, const QString& identity);

} // namespace clientele
