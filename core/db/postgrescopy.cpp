// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/postgrescopy.h"

namespace clientele {

PostgresResult sendCopy(PGconn* connection, const QByteArray& sql, const Session::CopyFeed& feed,
                        const Cancellation& cancellation)
{
    PostgresResult begun(PQexec(connection, sql.constData()));
    if (PQresultStatus(begun.get()) != PGRES_COPY_IN)
        return begun;
    QByteArray portion;
    // Also false where the server has refused what it got so far: the rest is not worth sending.
    bool taken = true;
    while (taken && !cancellation.isCancelled() && feed(portion))
        taken = PQputCopyData(connection, portion.constData(), int(portion.size())) == 1;
    PQputCopyEnd(connection, cancellation.isCancelled() ? "cancelled" : nullptr);

    PostgresResult answer;
    for (;;) {
        PostgresResult result(PQgetResult(connection));
        // Still COPY_IN where the end could not be sent: nothing else will ever come.
        if (!result || PQresultStatus(result.get()) == PGRES_COPY_IN)
            return answer;
        answer = std::move(result);
    }
}

} // namespace clientele
