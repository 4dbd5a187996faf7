// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/postgresserver.h"

#include <QFile>
#include <QUrl>

#include <csignal>

using namespace Qt::StringLiterals;

namespace clientele::testing {

namespace {

QString serverBinaries(const ServerProcess& server)
{
    return server.run(ServerProcess::find(u"pg_config"_s), {u"--bindir"_s}).trimmed();
}

QString quotedIdentifier(QString name)
{
    return u'"' + name.replace(u'"', u"\"\""_s) + u'"';
}

} // namespace

PostgresServer::PostgresServer() : PostgresServer(Options{}) {}

PostgresServer::PostgresServer(const Options& options)
    : m_options(options), m_server(u"PostgreSQL"_s, options.folder)
{
    m_binaries = serverBinaries(m_server);
    if (!QFile::exists(m_server.folder() + u"/data/PG_VERSION"_s))
        makeCluster();
    start();
}

PostgresServer::~PostgresServer()
{
    if (!m_options.folder.isEmpty())
        stop();
}

void PostgresServer::makeCluster()
{
    QStringList arguments{
        u"-D"_s,       u"data"_s, u"-U"_s, u"postgres"_s, u"-E"_s, u"UTF8"_s, u"--locale=C.UTF-8"_s,
        u"--no-sync"_s};
    if (m_options.password.isEmpty()) {
        arguments << u"--auth=trust"_s;
    } else {
        m_server.writeFile(u"password"_s, m_options.password.toUtf8());
        arguments << u"--auth=scram-sha-256"_s << u"--pwfile=password"_s;
    }
    m_server.run(ServerProcess::find(u"initdb"_s, {m_binaries}), arguments);
}

ConnectionSettings PostgresServer::settings(const QString& database) const
{
    return {.engine = Engine::PostgreSql,
            .host = u"127.0.0.1"_s,
            .port = m_server.port(),
            .database = database,
            .user = u"postgres"_s};
}

QString PostgresServer::url(const QString& database) const
{
    const auto escaped = [](const QString& text) {
        return QString::fromLatin1(QUrl::toPercentEncoding(text));
    };
    const QString password =
        m_options.password.isEmpty() ? QString() : u':' + escaped(m_options.password);
    // One call: a password's "%2F" must not be taken for a place.
    return u"postgresql://postgres%1@127.0.0.1:%2/%3"_s.arg(
        password, QString::number(m_server.port()), escaped(database));
}

void PostgresServer::start()
{
    if (m_server.isRunning())
        return;
    const QString postgres = ServerProcess::find(u"postgres"_s, {m_binaries});
    for (int attempt = 0; attempt < 3; ++attempt) {
        m_server.writeFile(
            u"test.conf"_s,
            u"listen_addresses = '127.0.0.1'\nport = %1\n"
            "unix_socket_directories = '%2'\nfsync = off\nfull_page_writes = off\n"
            "synchronous_commit = off\nlc_messages = 'C'\n%3\n"_s.arg(m_server.port())
                .arg(m_server.folder(), m_options.configuration)
                .toUtf8());
        if (m_server.start(postgres, {u"-D"_s, m_server.folder() + u"/data"_s, u"-c"_s,
                                      u"config_file=%1/test.conf"_s.arg(m_server.folder())}))
            return;
        m_server.choosePort();
    }
    qFatal("PostgreSQL does not start:\n%s", qPrintable(m_server.log()));
}

void PostgresServer::stop()
{
    m_server.end(SIGINT);
}

void PostgresServer::restart()
{
    stop();
    start();
}

void PostgresServer::kill()
{
    m_server.end(SIGQUIT);
}

void PostgresServer::createDatabase(const QString& name)
{
    const QString quoted = quotedIdentifier(name);
    execute(defaultDatabase(), u"DROP DATABASE IF EXISTS %1 WITH (FORCE)"_s.arg(quoted));
    execute(defaultDatabase(), u"CREATE DATABASE %1"_s.arg(quoted));
}

QString PostgresServer::execute(const QString& database, const QString& sql) const
{
    return m_server
        .run(ServerProcess::find(u"psql"_s, {m_binaries}),
             {u"-XqAt"_s, u"-v"_s, u"ON_ERROR_STOP=1"_s, u"-d"_s, url(database), u"-c"_s, sql})
        .trimmed();
}

QString PostgresServer::defaultDatabase()
{
    return u"postgres"_s;
}

} // namespace clientele::testing
