// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/postgressession.h"

#include "core/db/errors.h"
#include "core/db/postgrescopy.h"
#include "core/db/postgresvalues.h"
#include "core/db/socket.h"

#include <array>

namespace clientele {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Statements kept prepared on one connection; each takes memory on the server.
constexpr qsizetype mostPrepared = 64;

bool succeeded(const PGresult* result)
{
    const auto status = PQresultStatus(result);
    return status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK || status == PGRES_EMPTY_QUERY;
}

} // namespace

Result<std::unique_ptr<Session>>
PostgresSession::open(const ConnectionSettings& settings, const QString& password,
                      const StatementLimits& limits,
                      const std::shared_ptr<Cancellation>& cancellation)
{
    auto opened = connectPostgres(settings, password, limits, cancellation);
    if (!opened)
        return opened.error();
    return std::unique_ptr<Session>(new PostgresSession(std::move(*opened), settings));
}

PostgresSession::PostgresSession(OpenedPostgres opened, const ConnectionSettings& settings)
    : m_opened(std::move(opened)), m_cancel(connection()), m_readOnly(settings.readOnly),
      m_location(settings.location())
{}

QString PostgresSession::serverVersion() const
{
    const QString version = QString::fromUtf8(PQparameterStatus(connection(), "server_version"));
    return u"PostgreSQL %1"_s.arg(version.section(u' ', 0, 0));
}

QString PostgresSession::encryption() const
{
    return PQsslInUse(connection()) ? QString::fromLatin1(PQsslAttribute(connection(), "protocol"))
                                    : QString();
}

bool PostgresSession::isAlive() const
{
    return PQstatus(connection()) == CONNECTION_OK;
}

bool PostgresSession::inTransaction() const
{
    const auto status = PQtransactionStatus(connection());
    return status == PQTRANS_INTRANS || status == PQTRANS_INERROR;
}

bool PostgresSession::isBusy() const
{
    return PQtransactionStatus(connection()) == PQTRANS_ACTIVE;
}

Error PostgresSession::lost() const
{
    if (cancellation().isCancelled())
        return {.kind = ErrorKind::Cancelled};
    return {.kind = ErrorKind::ConnectionLost,
            .message = QString::fromUtf8(PQerrorMessage(connection())).simplified(),
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

Result<Rows> PostgresSession::answer(const PGresult* result) const
{
    if (!succeeded(result))
        return failure(result);
    return readRows(result);
}

Result<Rows> PostgresSession::doExecute(const QString& sql, std::span<const Value> parameters)
{
    auto bound = PostgresParameters::bind(parameters);
    if (!bound)
        return bound.error();
    countRoundTrip();
    const PostgresResult result(PQexecParams(connection(), sql.toUtf8().constData(), bound->count(),
                                             bound->types(), bound->texts(), nullptr, nullptr, 0));
    return answer(result.get());
}

Result<Rows> PostgresSession::doExecutePrepared(const QString& sql,
                                                std::span<const Value> parameters)
{
    if (isPooled() || !features().has(EngineFeature::PreparedStatements))
        return doExecute(sql, parameters);
    auto bound = PostgresParameters::bind(parameters);
    if (!bound)
        return bound.error();
    countRoundTrip();
    PostgresResult result;
    if (const auto known = m_prepared.constFind(sql); known != m_prepared.cend()) {
        result.reset(PQexecPrepared(connection(), known->constData(), bound->count(),
                                    bound->texts(), nullptr, nullptr, 0));
    } else if (m_prepared.size() >= mostPrepared) {
        return doExecute(sql, parameters);
    } else {
        const QByteArray name = "clientele_" + QByteArray::number(++m_lastPrepared);
        result = prepareAndExecute(name, sql.toUtf8(), *bound);
        if (succeeded(result.get()))
            m_prepared.insert(sql, name);
    }
    if (succeeded(result.get()))
        return readRows(result.get());
    const Error error = failure(result.get());
    // The table was altered since (0A000), or somebody threw what was prepared away (26000).
    const bool outdated = error.code == u"0A000" || error.code == u"26000";
    if (!outdated || inTransaction())
        return error;
    m_prepared.remove(sql);
    return doExecute(sql, parameters);
}

/// Both in one round trip, by pipeline mode (PostgreSQL manual, 34.5).
PostgresResult PostgresSession::prepareAndExecute(const QByteArray& name, const QByteArray& sql,
                                                  const PostgresParameters& bound)
{
    PostgresResult answer;
    if (!PQenterPipelineMode(connection()))
        return answer;
    const bool sent = PQsendPrepare(connection(), name.constData(), sql.constData(), bound.count(),
                                    bound.types()) &&
                      PQsendQueryPrepared(connection(), name.constData(), bound.count(),
                                          bound.texts(), nullptr, nullptr, 0) &&
                      PQpipelineSync(connection());
    bool synced = false;
    while (sent && !synced && isAlive()) {
        PostgresResult result(
            PQgetResult(connection())); // null between one's results and the next's
        const auto status = PQresultStatus(result.get());
        synced = status == PGRES_PIPELINE_SYNC;
        // The first error is the one that tells; what follows it was skipped.
        if (result && !synced && status != PGRES_PIPELINE_ABORTED &&
            (!answer || succeeded(answer.get())))
            answer = std::move(result);
    }
    if (synced)
        PQexitPipelineMode(connection());
    return answer;
}

Result<Rows> PostgresSession::doExecuteWrite(const QString& sql, std::span<const Value> parameters)
{
    if (m_readOnly)
        return Error{.kind = ErrorKind::ReadOnly, .subject = m_location};
    if (!isAlive())
        return lost();
    const bool alone = !inTransaction();
    auto rows = doExecute(sql, parameters);
    // The server may have committed before the line broke.
    if (!rows && alone && !isAlive()) {
        Error error = rows.error();
        error.kind = ErrorKind::OutcomeUnknown;
        return error;
    }
    return rows;
}

Result<> PostgresSession::doStream(const QString& sql, std::span<const Value> parameters,
                                   const std::function<bool(const Row&)>& take)
{
    auto bound = PostgresParameters::bind(parameters);
    if (!bound)
        return bound.error();
    countRoundTrip();
    if (!PQsendQueryParams(connection(), sql.toUtf8().constData(), bound->count(), bound->types(),
                           bound->texts(), nullptr, nullptr, 0))
        return lost();
    PQsetSingleRowMode(connection());
    std::optional<Error> error;
    bool wanted = true;
    std::vector<Value> values;
    while (const PostgresResult result{PQgetResult(connection())}) {
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
    return ended(wanted, error);
}

/// How a stream ended that may have been interrupted because no more was @p wanted.
Result<> PostgresSession::ended(bool wanted, const std::optional<Error>& error)
{
    if (cancellation().isCancelled())
        return Error{.kind = ErrorKind::Cancelled};
    if (!wanted && !settle()) // else it could hit what is asked next
        return lost();
    if (error)
        return *error;
    return {};
}

Result<> PostgresSession::runScript(const QString& sql)
{
    countRoundTrip();
    const PostgresResult result(PQexec(connection(), sql.toUtf8().constData()));
    return succeeded(result.get()) ? Result<>() : failure(result.get());
}

Result<> PostgresSession::doExecuteScript(const QString& sql)
{
    if (m_readOnly)
        return Error{.kind = ErrorKind::ReadOnly, .subject = m_location};
    return runScript(sql);
}

Result<Rows> PostgresSession::doCopyIn(const QString& sql, const CopyFeed& feed)
{
    if (m_readOnly)
        return Error{.kind = ErrorKind::ReadOnly, .subject = m_location};
    if (!isAlive())
        return lost();
    const bool alone = !inTransaction();
    countRoundTrip(); // to the server's word that it is ready, and
    countRoundTrip(); // from the end to its answer
    const PostgresResult result = sendCopy(connection(), sql.toUtf8(), feed, cancellation());
    if (PQresultStatus(result.get()) != PGRES_COMMAND_OK) {
        Error error = failure(result.get());
        if (alone && !isAlive())
            error.kind = ErrorKind::OutcomeUnknown;
        return error;
    }
    Rows rows;
    rows.setAffected(QByteArray(PQcmdTuples(result.get())).toLongLong());
    return rows;
}

/// " ; SET LOCAL …" where the limits wanted are not those of the session.
QString PostgresSession::limitsToSet() const
{
    if (limits() == m_opened.limits || !features().has(EngineFeature::LocalSettings))
        return {};
    return u"; SET LOCAL lock_timeout = %1; SET LOCAL statement_timeout = %2"_s
        .arg(limits().lock.count())
        .arg(limits().statement.count());
}

Result<> PostgresSession::doBegin(TransactionMode mode)
{
    if (mode == TransactionMode::Write && m_readOnly)
        return Error{.kind = ErrorKind::ReadOnly, .subject = m_location};
    const bool snapshot =
        mode == TransactionMode::Snapshot && features().has(EngineFeature::RepeatableRead);
    const bool alone =
        mode == TransactionMode::Background && features().has(EngineFeature::ParallelSetting);
    const QString how =
        snapshot ? u"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"_s : u"BEGIN"_s;
    const QString workers =
        alone ? u"; SET LOCAL max_parallel_workers_per_gather = 0"_s : QString();
    const QString limits = limitsToSet();
    auto begun = runScript(how + workers + limits); // one round trip
    if (begun || !errors::isRefusal(begun.error()))
        return begun;
    if (inTransaction())
        doRollback();
    if (alone)
        features().lack(EngineFeature::ParallelSetting);
    else if (!limits.isEmpty())
        features().lack(EngineFeature::LocalSettings);
    else if (snapshot)
        features().lack(EngineFeature::RepeatableRead);
    else
        return begun;
    return doBegin(mode);
}

Result<> PostgresSession::doCommit()
{
    if (!isAlive())
        return lost();
    if (PQtransactionStatus(connection()) == PQTRANS_INERROR) {
        doRollback();
        return Error{.kind = ErrorKind::Internal,
                     .message = u"The transaction had failed and was rolled back."_s};
    }
    countRoundTrip();
    const PostgresResult result(PQexec(connection(), "COMMIT"));
    if (PQresultStatus(result.get()) == PGRES_COMMAND_OK)
        return {};
    Error error = failure(result.get());
    if (!isAlive())
        error.kind = ErrorKind::OutcomeUnknown;
    return error;
}

void PostgresSession::doRollback()
{
    if (!isAlive())
        return;
    countRoundTrip();
    const PostgresResult result(PQexec(connection(), "ROLLBACK"));
}

Result<> PostgresSession::applyLimits()
{
    if (isPooled() || limits() == m_opened.limits)
        return {}; // a pooler would hand them on to others
    const auto milliseconds = [](auto limit) { return Value(QString::number(limit.count())); };
    const auto set =
        doExecute(u"SELECT set_config('lock_timeout', $1, false),"
                  " set_config('statement_timeout', $2, false)"_s,
                  std::array{milliseconds(limits().lock), milliseconds(limits().statement)});
    if (!set)
        return set.error();
    m_opened.limits = limits();
    return {};
}

bool PostgresSession::ping()
{
    countRoundTrip();
    const PostgresResult result(PQexec(connection(), "SELECT 1"));
    return PQresultStatus(result.get()) == PGRES_TUPLES_OK;
}

bool PostgresSession::settle()
{
    if (m_severed)
        return false; // and whoever asked in vain may go on asking
    return m_cancel.settle(300ms);
}

void PostgresSession::sever()
{
    m_severed = true;
    if (const int socket = PQsocket(connection()); socket >= 0)
        shutDownSocket(socket);
}

} // namespace clientele
