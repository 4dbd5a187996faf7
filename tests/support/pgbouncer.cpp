// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pgbouncer.h"

using namespace Qt::StringLiterals;

namespace clientele::testing {

PgBouncer::PgBouncer(const PostgresServer& server, int poolSize) : m_server(u"PgBouncer"_s)
{
    const QString program = ServerProcess::find(u"pgbouncer"_s);
    m_server.writeFile(u"users"_s, "\"postgres\" \"\"\n");
    for (int attempt = 0; attempt < 3; ++attempt) {
        m_server.writeFile(u"pgbouncer.ini"_s,
                           u"[databases]\n* = host=127.0.0.1 port=%1\n[pgbouncer]\n"
                           "listen_addr = 127.0.0.1\nlisten_port = %2\nunix_socket_dir =\n"
                           "auth_type = trust\nauth_file = %3/users\npool_mode = transaction\n"
                           "default_pool_size = %4\nmax_client_conn = 200\n"_s.arg(server.port())
                               .arg(m_server.port())
                               .arg(m_server.folder())
                               .arg(poolSize)
                               .toUtf8());
        if (m_server.start(program, {m_server.folder() + u"/pgbouncer.ini"_s}))
            return;
        m_server.choosePort();
    }
    qFatal("PgBouncer does not start:\n%s", qPrintable(m_server.log()));
}

ConnectionSettings PgBouncer::settings(const QString& database) const
{
    return {.engine = Engine::PostgreSql,
            .host = u"127.0.0.1"_s,
            .port = m_server.port(),
            .database = database,
            .user = u"postgres"_s};
}

} // namespace clientele::testing
