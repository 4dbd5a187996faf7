// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cancellation.h"
#include "core/db/session.h"

#include <libpq-fe.h>

#include <memory>

namespace clientele {

struct FinishConnection
{
    void operator()(PGconn* connection) const { PQfinish(connection); }
};
using PostgresConnection = std::unique_ptr<PGconn, FinishConnection>;

struct ClearResult
{
    void operator()(PGresult* result) const { PQclear(result); }
};
using PostgresResult = std::unique_ptr<PGresult, ClearResult>;

/// A connection as it was opened.
struct OpenedPostgres
{
    PostgresConnection connection;
    bool direct = false; ///< no pooler in between: what is set stays set, what is prepared is kept
    QString identity;    ///< as Session::identity()
    StatementLimits limits; ///< that hold for every statement from now on; only where direct
};

/// Connects by libpq in a thread of its own, which is left to itself when @p cancellation says so:
/// looking up a name and waiting for a server that does not answer cannot be interrupted. Two round
/// trips more than the protocol's own at most.
Result<OpenedPostgres> connectPostgres(const ConnectionSettings& settings, const QString& password,
                                       const StatementLimits& limits,
                                       const std::shared_ptr<Cancellation>& cancellation);

} // namespace clientele
