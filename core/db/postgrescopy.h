// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/postgresconnect.h"
#include "core/db/session.h"

namespace clientele {

/// Carries a "COPY … FROM STDIN" out (PostgreSQL manual, 34.10), and returns how it ended once the
/// connection can take the next statement. Where @p cancellation is set, the server is told that
/// the data ends in failure. Null where the line broke.
PostgresResult sendCopy(PGconn* connection, const QByteArray& sql, const Session::CopyFeed& feed,
                        const Cancellation& cancellation);

} // namespace clientele
