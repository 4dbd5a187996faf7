// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bookfill.h"

#include "core/db/bulkwriter.h"
#include "core/db/connect.h"
#include "tests/bench/madeupcustomers.h"

#include <libpq-fe.h>

#include <algorithm>

namespace clientele::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 chunkRows = 5000;

/// libpq, for COPY and nothing else.
class Libpq final
{
public:
    explicit Libpq(const ConnectionSettings& book)
    {
        const QString options = u"host=%1 port=%2 user=%3 dbname=%4"_s.arg(
            book.host, QString::number(book.port), book.user, book.database);
        m_connection.reset(PQconnectdb(options.toUtf8().constData()));
        if (PQstatus(m_connection.get()) != CONNECTION_OK)
            fail();
    }

    QStringList execute(const QString& sql)
    {
        const Result result(PQexec(m_connection.get(), sql.toUtf8().constData()));
        const auto status = PQresultStatus(result.get());
        if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_COPY_IN)
            fail();
        QStringList answers;
        for (int row = 0; row < PQntuples(result.get()); ++row)
            answers += QString::fromUtf8(PQgetvalue(result.get(), row, 0));
        return answers;
    }

    void copy(const QByteArray& lines)
    {
        if (PQputCopyData(m_connection.get(), lines.constData(), int(lines.size())) != 1)
            fail();
    }

    void endCopy()
    {
        if (PQputCopyEnd(m_connection.get(), nullptr) != 1)
            fail();
        while (PGresult* const result = PQgetResult(m_connection.get())) {
            if (PQresultStatus(Result(result).get()) != PGRES_COMMAND_OK)
                fail();
        }
    }

private:
    struct Finish
    {
        void operator()(PGconn* connection) const { PQfinish(connection); }
    };
    struct Clear
    {
        void operator()(PGresult* result) const { PQclear(result); }
    };
    using Result = std::unique_ptr<PGresult, Clear>;

    [[noreturn]] void fail() const { qFatal("libpq: %s", PQerrorMessage(m_connection.get())); }

    std::unique_ptr<PGconn, Finish> m_connection;
};

void must(const Result<>& done)
{
    if (!done)
        qFatal("A book cannot be filled: %s", qPrintable(done.error().message));
}

template <class T>
T must(Result<T> done)
{
    if (!done)
        qFatal("A book cannot be filled: %s", qPrintable(done.error().message));
    return std::move(*done);
}

void runAll(Libpq& server, const QStringList& commands)
{
    for (const QString& command : commands)
        server.execute(command);
}

QStringList texts(Session& session, const QString& sql)
{
    const Rows rows = must(session.execute(sql));
    QStringList found;
    for (int i = 0; i < rows.count(); ++i)
        found += rows.at(i).text(0);
    return found;
}

void runAll(Session& session, const QStringList& scripts)
{
    for (const QString& script : scripts)
        must(session.executeScript(script));
}

} // namespace

void fillPostgres(const ConnectionSettings& book, qint64 rows)
{
    Libpq server(book);
    server.execute(u"SET maintenance_work_mem = '1GB'"_s);
    // Constraints bring indexes of their own.
    const auto constraints = u" FROM pg_constraint WHERE conrelid = 'customer'::regclass"
                             " AND contype IN ('u', 'p') ORDER BY conname"_s;
    const auto indexes =
        u" FROM pg_index WHERE indrelid = 'customer'::regclass AND NOT EXISTS"
        " (SELECT FROM pg_constraint WHERE conindid = indexrelid) ORDER BY indexrelid"_s;
    const QStringList makeConstraints =
        server.execute(u"SELECT format('ALTER TABLE customer ADD CONSTRAINT %I ', conname) || "
                       "pg_get_constraintdef(oid)"_s +
                       constraints);
    const QStringList makeIndexes =
        server.execute(u"SELECT pg_get_indexdef(indexrelid)"_s + indexes);
    runAll(server, server.execute(u"SELECT 'DROP INDEX ' || indexrelid::regclass"_s + indexes));
    runAll(server,
           server.execute(u"SELECT format('ALTER TABLE customer DROP CONSTRAINT %I', conname)"_s +
                          constraints));

    server.execute(u"COPY customer (name, email, phone) FROM STDIN (FORMAT csv)"_s);
    for (qint64 row = 1; row <= rows;) {
        QByteArray lines;
        for (const qint64 end = std::min(rows, row + chunkRows - 1); row <= end; ++row)
            lines += madeup::csvLine(madeup::customer(row)).toUtf8();
        server.copy(lines);
    }
    server.endCopy();

    runAll(server, makeConstraints);
    runAll(server, makeIndexes);
    server.execute(u"VACUUM ANALYZE customer"_s);
}

void fillSqlite(const ConnectionSettings& book, qint64 rows)
{
    const auto session = must(connectTo(book, {}));
    // Nothing of it need survive: until it is whole, it has not even its name.
    runAll(*session, {u"PRAGMA journal_mode = OFF"_s, u"PRAGMA synchronous = OFF"_s,
                      u"PRAGMA cache_size = -1500000"_s});
    const auto kept = u" FROM sqlite_master WHERE tbl_name = 'customer' AND sql IS NOT NULL"
                      " AND type IN ('index', 'trigger') ORDER BY type, rowid"_s;
    const QStringList makeAll = texts(*session, u"SELECT sql"_s + kept);
    runAll(*session, texts(*session, u"SELECT 'DROP ' || type || ' \"' || name || '\"'"_s + kept));

    const CustomerTable table = must(CustomerTable::describe(*session));
    BulkWriter writer(*session, table, {});
    writer.prepare();
    must(session->begin(Session::TransactionMode::Write));
    for (qint64 row = 1; row <= rows;) {
        std::vector<CustomerDraft> drafts;
        for (const qint64 end = std::min(rows, row + chunkRows - 1); row <= end; ++row)
            drafts.push_back(madeup::customer(row));
        for (const BulkVerdict& verdict : must(writer.write(drafts))) {
            if (verdict.fate != BulkVerdict::Fate::Created)
                qFatal("A book cannot be filled: a customer was not created");
        }
    }
    must(session->commit());

    runAll(*session, texts(*session, u"SELECT 'INSERT INTO \"' || name || '\"(\"' || name || '\")"
                                     " VALUES (''rebuild'')' FROM sqlite_master"
                                     " WHERE sql LIKE 'CREATE VIRTUAL TABLE%fts5%content%'"_s));
    runAll(*session, makeAll);
    runAll(*session, {u"PRAGMA journal_mode = WAL"_s});
}

} // namespace clientele::bench
