// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/rawpeer.h"

#include "tests/bench/measure.h"

#include <libpq-fe.h>
#include <sqlite3.h>

namespace clientele::bench {

using namespace Qt::StringLiterals;

namespace {

/// The value that the log shows so.
Value toValue(const QString& shown)
{
    if (shown == u"NULL"_s)
        return {};
    if (shown == u"true"_s || shown == u"false"_s)
        return shown == u"true"_s;
    if (shown.startsWith(u'\'') && shown.endsWith(u'\''))
        return shown.sliced(1, shown.size() - 2);
    bool isNumber = false;
    const qint64 number = shown.toLongLong(&isNumber);
    if (isNumber)
        return number;
    const double real = shown.toDouble(&isNumber);
    if (!isNumber)
        qFatal("The log does not tell this value whole: %s", qPrintable(shown));
    return real;
}

Statement toStatement(const ActivityRecord& record, Engine engine)
{
    Statement statement{.sql = record.text};
    if (record.text == u"BEGIN (snapshot)"_s)
        statement.sql = engine == Engine::PostgreSql
                            ? u"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"_s
                            : u"BEGIN"_s;
    for (const QString& shown : record.parameters)
        statement.parameters.push_back(toValue(shown));
    return statement;
}

QByteArray toText(const Value& value)
{
    if (const auto* real = std::get_if<double>(&value))
        return QByteArray::number(*real, 'g', 17);
    if (const auto* truth = std::get_if<bool>(&value))
        return *truth ? "1" : "0";
    if (const auto* number = std::get_if<qint64>(&value))
        return QByteArray::number(*number);
    if (const auto* text = std::get_if<QString>(&value))
        return text->toUtf8();
    if (std::holds_alternative<std::monostate>(value))
        return {};
    qFatal("The benchmark has no parameters of this type");
}

class LibpqPeer final : public RawPeer
{
public:
    explicit LibpqPeer(const ConnectionSettings& settings)
    {
        const QString options = u"host=%1 port=%2 user=%3 dbname=%4"_s.arg(
            settings.host, QString::number(settings.port), settings.user, settings.database);
        m_connection.reset(PQconnectdb(options.toUtf8().constData()));
        if (PQstatus(m_connection.get()) != CONNECTION_OK)
            qFatal("libpq: %s", PQerrorMessage(m_connection.get()));
    }

    using RawPeer::seconds;
    double seconds(const Statement& statement) override
    {
        return secondsOf([&] { execute(statement); });
    }

    QStringList plan(const Statement& statement) override
    {
        return execute({.sql = u"EXPLAIN (ANALYZE, BUFFERS, SUMMARY) "_s + statement.sql,
                        .parameters = statement.parameters});
    }

private:
    /// The first column.
    QStringList execute(const Statement& statement)
    {
        const QByteArray sql = statement.sql.toUtf8();
        std::vector<QByteArray> texts;
        std::vector<const char*> values;
        for (const Value& value : statement.parameters)
            texts.push_back(toText(value));
        for (size_t i = 0; i < texts.size(); ++i) {
            const bool isNull = std::holds_alternative<std::monostate>(statement.parameters[i]);
            values.push_back(isNull ? nullptr : texts[i].constData());
        }
        PGresult* const result =
            PQexecParams(m_connection.get(), sql.constData(), int(values.size()), nullptr,
                         values.data(), nullptr, nullptr, 0);
        const auto status = PQresultStatus(result);
        if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK)
            qFatal("libpq: %s", PQerrorMessage(m_connection.get()));
        QStringList first;
        for (int row = 0; row < PQntuples(result); ++row)
            first += QString::fromUtf8(PQgetvalue(result, row, 0));
        PQclear(result);
        return first;
    }

    struct Finish
    {
        void operator()(PGconn* connection) const { PQfinish(connection); }
    };
    std::unique_ptr<PGconn, Finish> m_connection;
};

class SqlitePeer final : public RawPeer
{
public:
    explicit SqlitePeer(const ConnectionSettings& settings)
    {
        sqlite3* opened = nullptr;
        const int code = sqlite3_open(settings.file.toUtf8().constData(), &opened);
        m_handle.reset(opened);
        if (code != SQLITE_OK)
            qFatal("sqlite3: %s", sqlite3_errmsg(opened));
        sqlite3_busy_timeout(opened, 5000); // the program may just be letting go of the book
    }

    using RawPeer::seconds;
    double seconds(const Statement& statement) override
    {
        return secondsOf([&] { execute(statement, 0); });
    }

    QStringList plan(const Statement& statement) override
    {
        constexpr int detail = 3;
        return execute(
            {.sql = u"EXPLAIN QUERY PLAN "_s + statement.sql, .parameters = statement.parameters},
            detail);
    }

private:
    /// One column; all others are read too.
    QStringList execute(const Statement& statement, int wanted)
    {
        const QByteArray sql = statement.sql.toUtf8();
        sqlite3_stmt* prepared = nullptr;
        if (sqlite3_prepare_v2(m_handle.get(), sql.constData(), -1, &prepared, nullptr) !=
            SQLITE_OK)
            qFatal("sqlite3: %s", sqlite3_errmsg(m_handle.get()));
        for (size_t i = 0; i < statement.parameters.size(); ++i)
            bind(prepared, QByteArray("$") + QByteArray::number(qint64(i + 1)),
                 statement.parameters[i]);
        QStringList found;
        while (sqlite3_step(prepared) == SQLITE_ROW) {
            for (int column = 0; column < sqlite3_column_count(prepared); ++column) {
                const auto* text =
                    reinterpret_cast<const char*>(sqlite3_column_text(prepared, column));
                if (column == wanted)
                    found += QString::fromUtf8(text);
            }
        }
        if (sqlite3_finalize(prepared) != SQLITE_OK)
            qFatal("sqlite3: %s", sqlite3_errmsg(m_handle.get()));
        return found;
    }

    static void bind(sqlite3_stmt* prepared, const QByteArray& name, const Value& value)
    {
        const int place = sqlite3_bind_parameter_index(prepared, name.constData());
        const QByteArray text = toText(value);
        if (std::holds_alternative<std::monostate>(value))
            sqlite3_bind_null(prepared, place);
        else if (const auto* real = std::get_if<double>(&value))
            sqlite3_bind_double(prepared, place, *real);
        else if (!std::holds_alternative<QString>(value))
            sqlite3_bind_int64(prepared, place, text.toLongLong());
        else
            sqlite3_bind_text(prepared, place, text.constData(), int(text.size()),
                              SQLITE_TRANSIENT);
    }

    struct Close
    {
        void operator()(sqlite3* handle) const { sqlite3_close(handle); }
    };
    std::unique_ptr<sqlite3, Close> m_handle;
};

} // namespace

std::unique_ptr<RawPeer> RawPeer::connect(const ConnectionSettings& settings)
{
    if (settings.engine == Engine::PostgreSql)
        return std::make_unique<LibpqPeer>(settings);
    return std::make_unique<SqlitePeer>(settings);
}

double RawPeer::seconds(const std::vector<Statement>& statements)
{
    double all = 0;
    for (const Statement& statement : statements)
        all += seconds(statement);
    return all;
}

std::vector<Statement> sentForPage(Book& book, const CustomerQuery& query,
                                   const PageRequest& request)
{
    book.setActivityShowsValues(true);
    const auto before = book.activity();
    if (!book.page(query, request).wait())
        qFatal("A page cannot be read");
    std::vector<Statement> sent;
    for (const ActivityRecord& record :
         book.activity(before.isEmpty() ? 0 : before.last().number)) {
        if (record.kind == ActivityRecord::Kind::Statement && record.error.isEmpty())
            sent.push_back(toStatement(record, book.settings().engine));
    }
    return sent;
}

} // namespace clientele::bench
