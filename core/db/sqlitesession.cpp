// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/sqlitesession.h"

#include "core/db/errors.h"
#include "core/db/textcheck.h"

#include <QDir>
#include <QFileInfo>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlRecord>
#include <QUrl>

#include <sqlite3.h>

#include <atomic>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

constexpr int preparedStatements = 48;

QString freshConnectionName()
{
    static std::atomic<quint64> counter = 0;
    return u"clientele-sqlite-%1"_s.arg(++counter);
}

sqlite3* nativeHandle(const QSqlDatabase& database)
{
    const QVariant handle = database.driver()->handle();
    return qstrcmp(handle.typeName(), "sqlite3*") == 0
               ? *static_cast<sqlite3* const*>(handle.constData())
               : nullptr;
}

/// Our statements write $1, as PostgreSQL does. Qt's driver binds by the order of appearance,
/// whatever numbers SQLite's own ?1 would carry: each appearance becomes a plain ? of its own.
QString positional(const QString& sql, std::vector<size_t>& order)
{
    QString result;
    result.reserve(sql.size());
    for (qsizetype i = 0; i < sql.size(); ++i) {
        const bool numbered = i + 1 < sql.size() && sql[i + 1].isDigit();
        if (sql[i] != u'$' || !numbered) { // '$[0]' is a path in JSON
            result += sql[i];
            continue;
        }
        size_t number = 0;
        while (i + 1 < sql.size() && sql[i + 1].isDigit())
            number = number * 10 + static_cast<size_t>(sql[++i].digitValue());
        order.push_back(number - 1);
        result += u'?';
    }
    return result;
}

QVariant toVariant(const Value& value)
{
    if (const auto* truth = std::get_if<bool>(&value))
        return *truth ? 1 : 0;
    if (const auto* number = std::get_if<qint64>(&value))
        return *number;
    if (const auto* real = std::get_if<double>(&value))
        return *real;
    if (const auto* text = std::get_if<QString>(&value))
        return text->isNull() ? u""_s : *text; // a null QString would bind as NULL
    if (const auto* bytes = std::get_if<QByteArray>(&value))
        return *bytes;
    return {};
}

Value fromVariant(const QVariant& value)
{
    if (value.isNull())
        return {};
    switch (value.typeId()) {
    case QMetaType::LongLong:
    case QMetaType::Int:
    case QMetaType::Bool:
        return value.toLongLong();
    case QMetaType::Double:
        return value.toDouble();
    case QMetaType::QByteArray:
        return value.toByteArray();
    default:
        return value.toString();
    }
}

} // namespace

Result<std::unique_ptr<Session>> SqliteSession::openOnce(const ConnectionSettings& settings,
                                                         const QString& options,
                                                         std::shared_ptr<WriteGate> gate)
{
    const QString name = freshConnectionName();
    std::unique_ptr<SqliteSession> session;
    {
        // Its own scope: while this copy lives, the session cannot give its connection up.
        auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s + options);
        database.setDatabaseName(
            options.contains(u"OPEN_URI"_s)
                ? QUrl::fromLocalFile(settings.file).toString(QUrl::FullyEncoded) +
                      u"?immutable=1"_s
                : settings.file);
        session.reset(new SqliteSession(database, std::move(gate), settings.file));
    }
    if (!session->m_database.isValid()) {
        return Error{.kind = ErrorKind::Unsupported,
                     .message = u"Qt's SQLite driver (QSQLITE) is not installed."_s};
    }
    if (!session->m_database.open())
        return session->failure(session->m_database.lastError());
    if (auto prepared = session->prepareFile(!options.isEmpty()); !prepared)
        return prepared.error();
    return std::unique_ptr<Session>(std::move(session));
}

Result<std::unique_ptr<Session>> SqliteSession::open(const ConnectionSettings& settings,
                                                     std::shared_ptr<WriteGate> gate)
{
    if (!settings.readOnly && !QDir().mkpath(QFileInfo(settings.file).absolutePath())) {
        return Error{.kind = ErrorKind::File,
                     .message = u"The folder cannot be made."_s,
                     .subject = settings.file};
    }
    // A file that this user may only read is opened so; one in a folder that nobody may write to,
    // where WAL cannot keep its index, is read as it stands.
    const QString readOnly = u";QSQLITE_OPEN_READONLY"_s;
    QStringList ways = {readOnly, readOnly + u";QSQLITE_OPEN_URI"_s};
    if (!settings.readOnly)
        ways.prepend({});
    std::optional<Error> first;
    for (const QString& way : ways) {
        auto session = openOnce(settings, way, gate);
        if (session)
            return session;
        const ErrorKind kind = session.error().kind;
        if (!first)
            first = session.error();
        if ((kind != ErrorKind::ReadOnly && kind != ErrorKind::File) ||
            !QFileInfo::exists(settings.file))
            break;
    }
    return *first;
}

SqliteSession::SqliteSession(const QSqlDatabase& database, std::shared_ptr<WriteGate> gate,
                             const QString& file)
    : m_database(database), m_gate(std::move(gate)), m_file(file)
{}

SqliteSession::~SqliteSession()
{
    if (m_inTransaction)
        rollback();
    const QString name = m_database.connectionName();
    m_prepared.clear(); // a prepared query must not outlive its connection
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(name);
}

Result<> SqliteSession::prepareFile(bool readOnly)
{
    m_handle = nativeHandle(m_database);
    if (!m_handle) {
        return Error{.kind = ErrorKind::Unsupported,
                     .message = u"Qt's SQLite driver gives no handle."_s,
                     .subject = m_file};
    }
    m_readOnly = readOnly || sqlite3_db_readonly(m_handle, "main") == 1;
    // Also shows whether the file is a database at all.
    if (auto read = execute(u"SELECT count(*) FROM sqlite_master"_s, {}); !read)
        return read.error();
    QStringList pragmas = {u"PRAGMA foreign_keys=ON"_s, u"PRAGMA temp_store=MEMORY"_s,
                           u"PRAGMA cache_size=-16000"_s};
    if (!m_readOnly)
        pragmas += {u"PRAGMA journal_mode=WAL"_s, u"PRAGMA synchronous=FULL"_s};
    for (const QString& pragma : pragmas) {
        if (auto done = execute(pragma, {}); !done)
            return done.error();
    }
    return {};
}

QString SqliteSession::serverVersion() const
{
    return u"SQLite %1"_s.arg(QString::fromLatin1(sqlite3_libversion()));
}

Error SqliteSession::failure(const QSqlError& error) const
{
    const int code = error.nativeErrorCode().toInt();
    Error mapped{.kind = errors::kindOfSqliteCode(code),
                 .message = error.databaseText(),
                 .subject = m_file,
                 .code = QString::number(code)};
    if (mapped.message.contains("no such table"_L1))
        mapped.kind = ErrorKind::SchemaMissing;
    else if (mapped.message.contains("no such column"_L1))
        mapped.kind = ErrorKind::SchemaMismatch;
    if (mapped.kind == ErrorKind::Duplicate || mapped.kind == ErrorKind::ConstraintViolated) {
        mapped.column = errors::columnOfSqliteMessage(mapped.message);
        mapped.subject.clear();
    }
    if (mapped.kind == ErrorKind::Cancelled && !cancellation().isCancelled())
        mapped.kind = ErrorKind::Timeout;
    return mapped;
}

Result<QSqlQuery*> SqliteSession::start(const QString& sql, std::span<const Value> parameters)
{
    if (cancellation().isCancelled())
        return Error{.kind = ErrorKind::Cancelled};
    for (const Value& value : parameters) {
        const auto* text = std::get_if<QString>(&value);
        if (auto fault = text ? refuseUnstorable(*text) : std::nullopt)
            return *fault;
    }
    auto found = m_prepared.find(sql);
    if (found == m_prepared.end()) {
        Prepared prepared{.query = QSqlQuery(m_database), .order = {}};
        prepared.query.setForwardOnly(true);
        if (!prepared.query.prepare(positional(sql, prepared.order)))
            return failure(prepared.query.lastError());
        if (m_prepared.size() >= preparedStatements)
            m_prepared.clear();
        found = m_prepared.emplace(sql, std::move(prepared)).first;
    }
    Prepared& statement = found->second;
    QSqlQuery& query = statement.query;
    int place = 0;
    for (const size_t parameter : statement.order)
        query.bindValue(place++, toVariant(parameters[parameter]));
    countRoundTrip();
    if (!query.exec()) {
        const Error error = failure(query.lastError());
        query.finish();
        return error;
    }
    return &query;
}

Result<Rows> SqliteSession::execute(const QString& sql, std::span<const Value> parameters)
{
    auto started = start(sql, parameters);
    if (!started)
        return started.error();
    QSqlQuery& query = **started;
    const int columns = query.record().count();
    Rows rows(columns);
    while (query.next()) {
        for (int column = 0; column < columns; ++column)
            rows.append(fromVariant(query.value(column)));
    }
    if (query.lastError().isValid()) {
        const Error error = failure(query.lastError());
        query.finish();
        return error;
    }
    rows.setAffected(query.numRowsAffected());
    query.finish(); // a statement that RETURNs is committed only then
    return rows;
}

Result<Rows> SqliteSession::executeWrite(const QString& sql, std::span<const Value> parameters)
{
    if (m_readOnly)
        return Error{.kind = ErrorKind::ReadOnly, .subject = m_file};
    if (m_inTransaction)
        return execute(sql, parameters);
    if (!m_gate->enter(cancellation()))
        return Error{.kind = ErrorKind::Cancelled};
    auto rows = execute(sql, parameters);
    m_gate->leave();
    return rows;
}

Result<> SqliteSession::stream(const QString& sql, std::span<const Value> parameters,
                               const std::function<bool(const Row&)>& take)
{
    auto started = start(sql, parameters);
    if (!started)
        return started.error();
    QSqlQuery& query = **started;
    const int columns = query.record().count();
    std::vector<Value> values(static_cast<size_t>(columns));
    bool wanted = true;
    while (wanted && query.next()) {
        for (int column = 0; column < columns; ++column)
            values[static_cast<size_t>(column)] = fromVariant(query.value(column));
        wanted = !cancellation().isCancelled() && take(Row(values));
    }
    const QSqlError error = query.lastError();
    query.finish();
    if (cancellation().isCancelled())
        return Error{.kind = ErrorKind::Cancelled};
    if (wanted && error.isValid())
        return failure(error);
    return {};
}

Result<> SqliteSession::executeScript(const QString& sql)
{
    if (m_readOnly)
        return Error{.kind = ErrorKind::ReadOnly, .subject = m_file};
    // Qt's driver runs one statement at a time, and splitting them oneself stumbles over triggers.
    countRoundTrip();
    const int code = sqlite3_exec(m_handle, sql.toUtf8().constData(), nullptr, nullptr, nullptr);
    if (code == SQLITE_OK)
        return {};
    return Error{.kind = errors::kindOfSqliteCode(sqlite3_extended_errcode(m_handle)),
                 .message = QString::fromUtf8(sqlite3_errmsg(m_handle)),
                 .subject = m_file,
                 .code = QString::number(code)};
}

Result<> SqliteSession::begin(TransactionMode mode)
{
    const bool write = mode == TransactionMode::Write;
    if (write && m_readOnly)
        return Error{.kind = ErrorKind::ReadOnly, .subject = m_file};
    if (write && !m_gate->enter(cancellation()))
        return Error{.kind = ErrorKind::Cancelled};
    m_insideGate = write;
    // A deferred transaction that turns to writing fails at once where another writes.
    auto begun = execute(write ? u"BEGIN IMMEDIATE"_s : u"BEGIN"_s, {});
    m_inTransaction = begun.hasValue();
    if (begun)
        return {};
    leaveTransaction();
    return begun.error();
}

Result<> SqliteSession::commit()
{
    auto done = execute(u"COMMIT"_s, {});
    if (!done) {
        rollback();
        return done.error();
    }
    leaveTransaction();
    return {};
}

void SqliteSession::rollback()
{
    for (auto& [sql, prepared] : m_prepared)
        prepared.query.finish();
    sqlite3_exec(m_handle, "ROLLBACK", nullptr, nullptr, nullptr);
    leaveTransaction();
}

void SqliteSession::leaveTransaction()
{
    m_inTransaction = false;
    if (std::exchange(m_insideGate, false))
        m_gate->leave();
}

void SqliteSession::interrupt()
{
    sqlite3_interrupt(m_handle);
}

} // namespace clientele
