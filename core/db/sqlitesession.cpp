// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/sqlitesession.h"

#include <QDir>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QScopeGuard>

#include <sqlite3.h>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(logSqlite, "clientele.db.sqlite", QtWarningMsg)

constexpr int preparedStatements = 48;

/// A WAL's index lies in memory that all programs share, which file systems on a network may not
/// give.
bool refusesWal(int code)
{
    switch (code) {
    case SQLITE_IOERR_SHMOPEN:
    case SQLITE_IOERR_SHMSIZE:
    case SQLITE_IOERR_SHMLOCK:
    case SQLITE_IOERR_SHMMAP:
        return true;
    default:
        return (code & 0xff) == SQLITE_BUSY; // another program has it open without
    }
}

bool isBlank(const char* text)
{
    return QByteArrayView(text).trimmed().isEmpty();
}

} // namespace

Result<std::unique_ptr<Session>> SqliteSession::openOnce(const ConnectionSettings& settings,
                                                         SqliteAccess access,
                                                         const std::shared_ptr<WriteGate>& gate)
{
    auto handle = openSqlite(settings.file, access);
    if (!handle)
        return handle.error();
    std::unique_ptr<SqliteSession> session(
        new SqliteSession(std::move(*handle), gate, settings.file));
    if (auto prepared = session->prepareFile(); !prepared)
        return prepared.error();
    return std::unique_ptr<Session>(std::move(session));
}

Result<std::unique_ptr<Session>> SqliteSession::open(const ConnectionSettings& settings,
                                                     const std::shared_ptr<WriteGate>& gate)
{
    if (!settings.readOnly && !QDir().mkpath(QFileInfo(settings.file).absolutePath())) {
        return Error{.kind = ErrorKind::File,
                     .message = u"The folder cannot be made."_s,
                     .subject = settings.file};
    }
    // A file that this user may only read is opened so; one in a folder that nobody may write to,
    // where WAL cannot keep its index, is read as it stands.
    std::vector<SqliteAccess> ways = {SqliteAccess::ReadOnly, SqliteAccess::Immutable};
    if (!settings.readOnly)
        ways.insert(ways.begin(), SqliteAccess::ReadWrite);
    std::optional<Error> first;
    for (const SqliteAccess way : ways) {
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

SqliteSession::SqliteSession(SqliteHandle handle, std::shared_ptr<WriteGate> gate,
                             const QString& file)
    : m_handle(std::move(handle)), m_brake(m_handle.get(), *this), m_statements(preparedStatements),
      m_gate(std::move(gate)), m_file(file)
{}

SqliteSession::~SqliteSession()
{
    if (inTransaction())
        SqliteSession::doRollback();
}

Result<> SqliteSession::prepareFile()
{
    m_readOnly = sqlite3_db_readonly(m_handle.get(), "main") == 1;
    // The first also shows whether the file is a database at all.
    for (const auto& sql : {u"SELECT count(*) FROM sqlite_master"_s, u"PRAGMA foreign_keys=ON"_s,
                            u"PRAGMA temp_store=FILE"_s, u"PRAGMA cache_size=-4000"_s}) {
        if (auto done = doExecute(sql, {}); !done)
            return done.error();
    }
    if (m_readOnly)
        return {};
    if (auto done = useWal(); !done)
        return done.error();
    auto synchronous = doExecute(u"PRAGMA synchronous=FULL"_s, {});
    return synchronous ? Result<>() : synchronous.error();
}

/// Where WAL is refused, the book keeps the journal that it has: nothing is less safe, but readers
/// and the writer wait for each other.
Result<> SqliteSession::useWal()
{
    const auto mode = doExecute(u"PRAGMA journal_mode=WAL"_s, {});
    if (!mode && !refusesWal(sqlite3_extended_errcode(m_handle.get())))
        return mode.error();
    const QString why = mode ? mode->at(0).text(0) : mode.error().message;
    if (why != u"wal"_s && m_file != u":memory:"_s) {
        qCWarning(logSqlite).noquote()
            << m_file << "cannot have a write-ahead log here; it keeps this journal:" << why;
    }
    return {};
}

QString SqliteSession::serverVersion() const
{
    return u"SQLite %1"_s.arg(QString::fromLatin1(sqlite3_libversion()));
}

bool SqliteSession::inTransaction() const
{
    return m_begun || sqlite3_get_autocommit(m_handle.get()) == 0;
}

Error SqliteSession::failure() const
{
    Error error = sqliteError(m_handle.get(), m_file);
    if (error.kind == ErrorKind::Cancelled ||
        (error.kind == ErrorKind::Busy && m_brake.hasStopped()))
        error.kind = cancellation().isCancelled() ? ErrorKind::Cancelled : ErrorKind::Timeout;
    return error;
}

/// Why no statement may run now.
std::optional<Error> SqliteSession::refusal() const
{
    if (cancellation().isCancelled())
        return Error{.kind = ErrorKind::Cancelled};
    // A full disk, an interrupted write and the like undo the whole transaction. What followed
    // would be committed one by one, outside the gate.
    if (m_begun && sqlite3_get_autocommit(m_handle.get()) != 0) {
        return Error{.kind = ErrorKind::Internal,
                     .message = u"The transaction had failed and was rolled back."_s,
                     .subject = m_file};
    }
    return std::nullopt;
}

Result<SqliteStatement*> SqliteSession::compiled(const QString& sql)
{
    if (SqliteStatement* kept = m_statements.find(sql))
        return kept;
    const QByteArray text = sql.toUtf8();
    const char* rest = text.constData();
    SqliteStatement statement;
    const int code =
        SqliteStatement::compile(m_handle.get(), rest, SqliteStatement::Use::Often, statement);
    if (code != SQLITE_OK)
        return failure();
    if (statement.isNull() || !isBlank(rest)) {
        return Error{.kind = ErrorKind::Internal,
                     .message = u"There must be one statement."_s,
                     .subject = m_file};
    }
    return &m_statements.insert(sql, std::move(statement));
}

Result<SqliteStatement*> SqliteSession::start(const QString& sql, std::span<const Value> parameters)
{
    m_brake.start();
    if (auto refused = refusal())
        return *refused;
    auto statement = compiled(sql);
    if (!statement)
        return statement.error();
    if (auto bound = (*statement)->bind(parameters); !bound) {
        finish(**statement);
        return bound.error();
    }
    countRoundTrip();
    m_brake.run((*statement)->handle());
    return statement;
}

void SqliteSession::finish(SqliteStatement& statement)
{
    m_brake.finish();
    statement.reset();
}

Result<Rows> SqliteSession::doExecute(const QString& sql, std::span<const Value> parameters)
{
    auto started = start(sql, parameters);
    if (!started)
        return started.error();
    SqliteStatement& statement = **started;
    const auto finished = qScopeGuard([&] { finish(statement); });
    const qint64 changesBefore = sqlite3_total_changes64(m_handle.get());
    int code = statement.step();
    const int columns = statement.columns(); // only now: the table may have changed since compiling
    Rows rows(columns);
    for (; code == SQLITE_ROW; code = statement.step()) {
        for (int column = 0; column < columns; ++column)
            rows.append(statement.value(column));
    }
    if (code != SQLITE_DONE)
        return failure();
    // What changes64() tells is of the last statement that changed rows, which may be an older one.
    if (sqlite3_total_changes64(m_handle.get()) != changesBefore)
        rows.setAffected(sqlite3_changes64(m_handle.get()));
    return rows;
}

Result<Rows> SqliteSession::doExecuteWrite(const QString& sql, std::span<const Value> parameters)
{
    if (m_readOnly)
        return Error{.kind = ErrorKind::ReadOnly, .subject = m_file};
    if (inTransaction())
        return doExecute(sql, parameters);
    const auto turn = m_gate->enter(cancellation());
    if (!turn)
        return Error{.kind = ErrorKind::Cancelled};
    return doExecute(sql, parameters);
}

Result<> SqliteSession::doStream(const QString& sql, std::span<const Value> parameters,
                                 const std::function<bool(const Row&)>& take)
{
    auto started = start(sql, parameters);
    if (!started)
        return started.error();
    SqliteStatement& statement = **started;
    const auto finished = qScopeGuard([&] { finish(statement); });
    int code = statement.step();
    const int columns = statement.columns();
    std::vector<Value> values(static_cast<size_t>(columns));
    for (; code == SQLITE_ROW; code = statement.step()) {
        if (cancellation().isCancelled())
            return Error{.kind = ErrorKind::Cancelled};
        for (int column = 0; column < columns; ++column)
            values[static_cast<size_t>(column)] = statement.value(column);
        if (!take(Row(values)))
            return {};
    }
    if (code != SQLITE_DONE)
        return failure();
    return {};
}

Result<> SqliteSession::doStreamCells(const QString& sql, std::span<const Value> parameters,
                                      std::span<const CellType> types, const TakeCells& take)
{
    auto started = start(sql, parameters);
    if (!started)
        return started.error();
    SqliteStatement& statement = **started;
    const auto finished = qScopeGuard([&] { finish(statement); });
    std::vector<Cell> cells(types.size());
    int code = statement.step();
    for (; code == SQLITE_ROW; code = statement.step()) {
        if (cancellation().isCancelled())
            return Error{.kind = ErrorKind::Cancelled};
        for (size_t column = 0; column < cells.size(); ++column)
            cells[column] = statement.cell(int(column));
        if (!take(cells))
            return {};
    }
    return code == SQLITE_DONE ? Result<>() : failure();
}

Result<> SqliteSession::doExecuteScript(const QString& sql)
{
    if (m_readOnly)
        return Error{.kind = ErrorKind::ReadOnly, .subject = m_file};
    std::optional<WriteGate::Turn> turn;
    if (!inTransaction() && !(turn = m_gate->enter(cancellation())))
        return Error{.kind = ErrorKind::Cancelled};
    countRoundTrip();
    const QByteArray script = sql.toUtf8();
    for (const char* rest = script.constData(); !isBlank(rest);) {
        m_brake.start();
        SqliteStatement statement;
        const auto finished = qScopeGuard([&] { m_brake.finish(); });
        if (auto refused = refusal())
            return *refused;
        const int compiling =
            SqliteStatement::compile(m_handle.get(), rest, SqliteStatement::Use::Once, statement);
        if (compiling != SQLITE_OK)
            return failure();
        if (statement.isNull())
            continue; // a comment
        m_brake.run(statement.handle());
        int code = statement.step();
        while (code == SQLITE_ROW)
            code = statement.step();
        if (code != SQLITE_DONE)
            return failure();
    }
    return {};
}

Result<> SqliteSession::doBegin(TransactionMode mode)
{
    const bool write = mode == TransactionMode::Write;
    if (write && m_readOnly)
        return Error{.kind = ErrorKind::ReadOnly, .subject = m_file};
    if (inTransaction()) // would wait for itself at the gate
        return Error{.message = u"A transaction is open already."_s, .subject = m_file};
    std::optional<WriteGate::Turn> turn;
    if (write && !(turn = m_gate->enter(cancellation())))
        return Error{.kind = ErrorKind::Cancelled};
    // A deferred transaction that turns to writing fails at once where another writes.
    if (auto begun = doExecute(write ? u"BEGIN IMMEDIATE"_s : u"BEGIN"_s, {}); !begun)
        return begun.error();
    m_begun = true;
    m_turn = std::move(turn);
    if (write)
        return {};
    // Until the first read, what others commit could still come in.
    auto read = doExecute(u"SELECT 1 FROM sqlite_master LIMIT 1"_s, {});
    if (read)
        return {};
    doRollback();
    return read.error();
}

Result<> SqliteSession::doCommit()
{
    auto done = doExecute(u"COMMIT"_s, {});
    if (!done) {
        // Also where another program's reader was waited for in vain (only without WAL).
        doRollback();
        return done.error();
    }
    m_begun = false;
    m_turn.reset();
    return {};
}

void SqliteSession::doRollback()
{
    // Without the brake: what was cancelled is rolled back all the same.
    if (sqlite3_get_autocommit(m_handle.get()) == 0)
        sqlite3_exec(m_handle.get(), "ROLLBACK", nullptr, nullptr, nullptr);
    m_begun = false;
    m_turn.reset();
}

} // namespace clientele
