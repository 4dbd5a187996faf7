// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/background.h"
#include "core/db/connect.h"
#include "core/db/watchdog.h"

namespace clientele {

/// Runs @p work, a Result<T>(Session&), on a connection of its own, apart from any book's. It is
/// ended as a book's work is, whatever the server does.
template <class T, class Work>
Result<T> onOwnSession(const ConnectionSettings& settings, const QString& password,
                       Cancellation& cancellation, Work work)
{
    // The task that is cancelled outlives its work.
    const std::shared_ptr<Cancellation> shared(std::shared_ptr<void>(), &cancellation);
    auto session = connectTo(settings, password, {.cancellation = shared});
    if (!session)
        return session.error();
    (*session)->setCancellation(shared);
    Watchdog watchdog([] { return false; });
    const Watchdog::Guard guard(watchdog, **session, shared, {});
    Result<T> result = work(**session);
    if (!result && cancellation.isCancelled())
        return Error{.kind = ErrorKind::Cancelled};
    return result;
}

} // namespace clientele
