// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/postgressession.h"

#include "core/db/errors.h"
#include "core/db/postgresvalues.h"

#include <QLoggingCategory>
#include <QRegularExpression>
#include <QSqlDriver>
#include <QSqlError>

#include <sys/socket.h>

#include <atomic>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(logPostgres, "clientele.db.postgresql", QtWarningMsg)

struct ClearResult
{
    void operator()(PGresult* result) const { PQclear(result); }
};
using ResultPtr = std::unique_ptr<PGresult, ClearResult>;

/// Between connections of one program a name must never be used twice.
QString freshConnectionName()
{
    static std::atomic<quint64> counter = 0;
    return u"clientele-postgresql-%1"_s.arg(++counter);
}

PGconn* nativeHandle(const QSqlDatabase& database)
{
    // Qt's own name for the type; its documentation says "PGconn*".
    const QVariant handle = database.driver()->handle();
    if (qstrcmp(handle.typeName(), "pg_conn*") != 0 && qstrcmp(handle.typeName(), "PGconn*") != 0)
        return nullptr;
    return *static_cast<PGconn* const*>(handle.constData());
}

QString quoteOption(const QString& value)
{
    QString quoted = value;
    quoted.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s);
    return u'\'' + quoted + u'\'';
}

QString connectOptions(const ConnectionSettings& settings)
{
    QMap<QString, QString> options = settings.options;
    if (!settings.sslMode.isEmpty())
        options.insert(u"sslmode"_s, settings.sslMode);
    if (!options.contains(u"connect_timeout"_s))
        options.insert(u"connect_timeout"_s, u"10"_s);
    if (!options.contains(u"application_name"_s))
        options.insert(u"application_name"_s, u"Clientele"_s);
    QStringList parts;
    for (auto it = options.cbegin(); it != options.cend(); ++it)
        parts += it.key() + u'=' + quoteOption(it.value());
    return parts.join(u' ');
}

void logNotice(void*, const PGresult* result)
{
    qCInfo(logPostgres).noquote() << QString::fromUtf8(PQresultErrorMessage(result)).trimmed();
}

/// The server's own sentence stands behind "FATAL:"; of libpq's, the question whether a server is
/// running there is ours to ask, and better.
QString connectMessage(const QString& words)
{
    if (const qsizetype fatal = words.lastIndexOf(u"FATAL:"_s); fatal >= 0)
        return words.mid(fatal + 6).section(u'\n', 0, 0).trimmed();
    static const QRegularExpression noise(
        u"\\s*Is the server running[^?]*\\?|QPSQL:|Unable to connect"_s);
    return QString(words).remove(noise).simplified();
}

Error openFailure(const QSqlDatabase& database, const ConnectionSettings& settings)
{
    const QSqlError error = database.lastError();
    return {.kind = errors::kindOfConnectMessage(error.driverText() + u'\n' + error.databaseText()),
            .message = connectMessage(error.databaseText()),
            .subject = settings.location(),
            .code = error.nativeErrorCode()};
}

} // namespace

Result<std::unique_ptr<Session>> PostgresSession::open(const ConnectionSettings& settings,
                                                       const QString& password)
{
    const QString name = freshConnectionName();
    {
        auto database = QSqlDatabase::addDatabase(u"QPSQL"_s, name);
        if (!database.isValid()) {
            return Error{.kind = ErrorKind::Unsupported,
                         .message = u"Qt's PostgreSQL driver (QPSQL) is not installed."_s};
        }
        database.setHostName(settings.host);
        database.setPort(settings.port > 0 ? settings.port : -1);
        database.setDatabaseName(settings.database);
        database.setUserName(settings.user);
        database.setPassword(password);
        database.setConnectOptions(connectOptions(settings));
        if (database.open()) {
            if (PGconn* connection = nativeHandle(database)) {
                PQsetNoticeReceiver(connection, logNotice, nullptr);
                return std::unique_ptr<Session>(new PostgresSession(
                    database, connection, settings.readOnly, settings.location()));
            }
            database.close();
        }
        Error error = openFailure(database, settings);
        database = QSqlDatabase();
        QSqlDatabase::removeDatabase(name);
        return error;
    }
}

PostgresSession::PostgresSession(const QSqlDatabase& database, PGconn* connection, bool readOnly,
                                 const QString& location)
    : m_database(database), m_connection(connection), m_cancel(PQgetCancel(connection)),
      m_readOnly(readOnly), m_location(location)
{}

PostgresSession::~PostgresSession()
{
    const QString name = m_database.connectionName();
    m_cancel.reset();
    m_database.close(); // first: removeDatabase() would close it under the lock of all connections
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(name);
}

QString PostgresSession::serverVersion() const
{
    const QString version = QString::fromUtf8(PQparameterStatus(m_connection, "server_version"));
    return u"PostgreSQL %1"_s.arg(version.section(u' ', 0, 0));
}

QString PostgresSession::encryption() const
{
    return PQsslInUse(m_connection) ? QString::fromLatin1(PQsslAttribute(m_connection, "protocol"))
                                    : QString();
}

bool PostgresSession::isAlive() const
{
    return PQstatus(m_connection) == CONNECTION_OK;
}

bool PostgresSession::inTransaction() const
{
    const auto status = PQtransactionStatus(m_connection);
    return status == PQTRANS_INTRANS || status == PQTRANS_INERROR;
}

Error PostgresSession::lost() const
{
    if (cancellation().isCancelled())
        return {.kind = ErrorKind::Cancelled};
    return {.kind = ErrorKind::ConnectionLost,
            .message = QString::fromUtf8(PQerrorMessage(m_connection)).simplified(),
            .subject = m_location};
}

Error PostgresSession::failure(const PGresult* result) const
{
    if (!isAlive())
        return lost();
    const auto field = [&](int code) {
        return QString::fromUtf8(PQresultErrorField(result, code));
    };
    Error error{.kind = errors::kindOfSqlState(field(PG_DIAG_SQLSTATE)),
                .message = field(PG_DIAG_MESSAGE_PRIMARY),
                .column = field(PG_DIAG_COLUMN_NAME),
                .constraint = field(PG_DIAG_CONSTRAINT_NAME),
                .code = field(PG_DIAG_SQLSTATE)};
    const QString detail = field(PG_DIAG_MESSAGE_DETAIL);
    if (error.kind == ErrorKind::Duplicate) {
        error.column = errors::columnOfKeyDetail(detail);
        error.subject = errors::valueOfKeyDetail(detail);
    } else {
        error.subject = m_location;
    }
    if (error.kind == ErrorKind::Cancelled && !cancellation().isCancelled())
        error.kind = ErrorKind::Timeout; // the server's statement_timeout, or an administrator
    return error;
}

Result<Rows> PostgresSession::execute(const QString& sql, std::span<const Value> parameters)
{
    if (cancellation().isCancelled())
        return Error{.kind = ErrorKind::Cancelled};
    auto bound = PostgresParameters::bind(parameters);
    if (!bound)
        return bound.error();
    countRoundTrip();
    const ResultPtr result(PQexecParams(m_connection, sql.toUtf8().constData(), bound->count(),
                                        bound->types(), bound->texts(), nullptr, nullptr, 0));
    switch (PQresultStatus(result.get())) {
    case PGRES_TUPLES_OK:
    case PGRES_COMMAND_OK:
        return readRows(result.get());
    default:
        return failure(result.get());
    }
}

Result<Rows> PostgresSession::executeWrite(const QString& sql, std::span<const Value> parameters)
{
    if (m_readOnly)
        return Error{.kind = ErrorKind::ReadOnly, .subject = m_location};
    if (!isAlive())
        return lost();
    const bool alone = !inTransaction();
    auto rows = execute(sql, parameters);
    // The server may have committed before the line broke.
    if (!rows && alone && !isAlive()) {
        Error error = rows.error();
        error.kind = ErrorKind::OutcomeUnknown;
        return error;
    }
    return rows;
}

Result<> PostgresSession::stream(const QString& sql, std::span<const Value> parameters,
                                 const std::function<bool(const Row&)>& take)
{
    auto bound = PostgresParameters::bind(parameters);
    if (!bound)
        return bound.error();
    countRoundTrip();
    if (!PQsendQueryParams(m_connection, sql.toUtf8().constData(), bound->count(), bound->types(),
                           bound->texts(), nullptr, nullptr, 0))
        return lost();
    PQsetSingleRowMode(m_connection);
    std::optional<Error> error;
    bool wanted = true;
    std::vector<Value> values;
    while (const ResultPtr result{PQgetResult(m_connection)}) {
        const auto status = PQresultStatus(result.get());
        if (status == PGRES_SINGLE_TUPLE) {
            if (!wanted)
                continue;
            readRow(result.get(), 0, values);
            wanted = !cancellation().isCancelled() && take(Row(values));
            if (!wanted)
                interrupt(); // rather than read on to the end
        } else if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK && wanted) {
            error = failure(result.get());
        }
    }
    if (cancellation().isCancelled())
        return Error{.kind = ErrorKind::Cancelled};
    if (error)
        return *error;
    return {};
}

Result<> PostgresSession::executeScript(const QString& sql)
{
    if (m_readOnly)
        return Error{.kind = ErrorKind::ReadOnly, .subject = m_location};
    countRoundTrip();
    const ResultPtr result(PQexec(m_connection, sql.toUtf8().constData()));
    const auto status = PQresultStatus(result.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_EMPTY_QUERY)
        return failure(result.get());
    return {};
}

Result<> PostgresSession::begin(TransactionMode mode)
{
    if (mode == TransactionMode::Write && m_readOnly)
        return Error{.kind = ErrorKind::ReadOnly, .subject = m_location};
    const auto begun = execute(mode == TransactionMode::Write
                                   ? u"BEGIN"_s
                                   : u"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"_s,
                               {});
    return begun ? Result<>() : begun.error();
}

Result<> PostgresSession::commit()
{
    if (!isAlive())
        return lost();
    if (PQtransactionStatus(m_connection) == PQTRANS_INERROR) {
        rollback();
        return Error{.kind = ErrorKind::Internal,
                     .message = u"The transaction had failed and was rolled back."_s};
    }
    countRoundTrip();
    const ResultPtr result(PQexec(m_connection, "COMMIT"));
    if (PQresultStatus(result.get()) == PGRES_COMMAND_OK)
        return {};
    Error error = failure(result.get());
    if (!isAlive())
        error.kind = ErrorKind::OutcomeUnknown;
    return error;
}

void PostgresSession::rollback()
{
    if (!isAlive())
        return;
    countRoundTrip();
    const ResultPtr result(PQexec(m_connection, "ROLLBACK"));
}

bool PostgresSession::ping()
{
    countRoundTrip();
    const ResultPtr result(PQexec(m_connection, "SELECT 1"));
    return PQresultStatus(result.get()) == PGRES_TUPLES_OK;
}

void PostgresSession::interrupt()
{
    char why[256];
    if (m_cancel && !PQcancel(m_cancel.get(), why, sizeof why))
        qCWarning(logPostgres) << "cancel was not taken:" << why;
}

void PostgresSession::sever()
{
    if (const int socket = PQsocket(m_connection); socket >= 0)
        ::shutdown(socket, SHUT_RDWR);
}

} // namespace clientele
