// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/workshop.h"

#include "core/db/connect.h"
#include "core/db/migrations.h"
#include "core/services/importjob.h"
#include "tests/bench/madeupcustomers.h"
#include "tests/bench/measure.h"
#include "tests/support/enginefixture.h"

#include <QEventLoop>
#include <QFile>
#include <QTextStream>

namespace clientele::bench {

using namespace Qt::StringLiterals;

namespace {

/// As an administrator would set up a small machine; the defaults are for one of twenty years ago.
constexpr auto serverConfiguration = "shared_buffers = '512MB'\nmaintenance_work_mem = '256MB'\n"
                                     "max_wal_size = '4GB'\ncheckpoint_timeout = '30min'\n";

} // namespace

Workshop::Workshop(const Options& options) : m_options(options)
{
    if (!m_folder.isValid())
        qFatal("No temporary folder: %s", qPrintable(m_folder.errorString()));
}

testing::PostgresServer& Workshop::server()
{
    if (!m_server) {
        m_server = std::make_unique<testing::PostgresServer>(testing::PostgresServer::Options{
            .configuration = QString::fromLatin1(serverConfiguration)});
    }
    return *m_server;
}

QString Workshop::csv(qint64 rows, qint64 duplicateEvery)
{
    const QString file = path(u"customers-%1-%2.csv"_s.arg(rows).arg(duplicateEvery));
    if (!QFile::exists(file))
        madeup::writeCsv(file, rows, duplicateEvery);
    return file;
}

QString Workshop::sqliteCsv(qint64 rows)
{
    const QString file = path(u"table-%1.csv"_s.arg(rows));
    if (!QFile::exists(file))
        madeup::writeSqliteCsv(file, rows);
    return file;
}

ConnectionSettings Workshop::emptyBook(Engine engine, const QString& name)
{
    ConnectionSettings settings;
    if (engine == Engine::PostgreSql) {
        server().createDatabase(name);
        settings = server().settings(name);
    } else {
        // Never the same file: the book before may still be closing.
        settings.file = path(u"%1-%2.db"_s.arg(name).arg(++m_made));
        if (const QString before = std::exchange(m_files[name], settings.file); !before.isEmpty())
            QFile::remove(before);
    }
    auto session = connectTo(settings, {});
    if (!session)
        qFatal("No book can be made: %s", qPrintable(session.error().message));
    if (const auto made = migrations::upgrade(**session); !made)
        qFatal("No book can be made: %s", qPrintable(made.error().message));
    return settings;
}

ConnectionSettings Workshop::emptyGuideBook(const QString& name)
{
    server().createDatabase(name);
    server().execute(name, QString::fromLatin1(testing::EngineFixture::guideTable()));
    return server().settings(name);
}

ConnectionSettings Workshop::fullBook(Engine engine)
{
    return fullBook(engine,
                    [this](Book& book, const QString& file) { importSeconds(book, file, rows()); });
}

ConnectionSettings Workshop::fullBook(Engine engine,
                                      const std::function<void(Book&, const QString& file)>& fill)
{
    if (const auto found = m_full.find(engine); found != m_full.end())
        return found->second;
    const QString file = csv(rows());
    say(u"Filling a book of %1 customers on %2"_s.arg(rows()).arg(nameOf(engine)));
    const ConnectionSettings settings = emptyBook(engine, u"full"_s);
    fill(*openBook(settings), file);
    if (engine == Engine::PostgreSql)
        server().execute(settings.database, u"VACUUM ANALYZE customer"_s);
    m_full.emplace(engine, settings);
    return settings;
}

void Workshop::psql(const ConnectionSettings& book, const QStringList& commands)
{
    QStringList arguments = {u"-Xq"_s, u"-v"_s, u"ON_ERROR_STOP=1"_s, u"-d"_s, url(book)};
    for (const QString& command : commands)
        arguments += {u"-c"_s, command};
    runProgram(u"psql"_s, arguments);
}

QString Workshop::url(const ConnectionSettings& book)
{
    return server().url(book.database);
}

std::unique_ptr<Book> openBook(const ConnectionSettings& settings)
{
    auto book = std::make_unique<Book>(settings, QString());
    const auto info = book->open().wait();
    if (!info)
        qFatal("A book cannot be opened: %s", qPrintable(info.error().message));
    return book;
}

double importSeconds(Book& book, const QString& file, qint64 rows, qint64 duplicates)
{
    const ImportPlan plan{
        .file = file,
        .mapping = {{CustomerField::Name, {u"name"_s}},
                    {CustomerField::Email, {u"email"_s}},
                    {CustomerField::Phone, {u"phone"_s}}},
        .onDuplicate = DuplicatePolicy::Skip,
    };
    return secondsOf([&] {
        ImportJob job(book, plan);
        QEventLoop loop;
        QObject::connect(&job, &Job::finished, &loop, &QEventLoop::quit);
        loop.exec();
        const ImportReport& report = job.importReport();
        if (report.ended)
            qFatal("An import ended: %s", qPrintable(report.ended->message));
        if (report.created != rows - duplicates || report.skipped != duplicates)
            qFatal("An import of %lld rows made %lld and skipped %lld",
                   static_cast<long long>(rows), static_cast<long long>(report.created),
                   static_cast<long long>(report.skipped));
    });
}

QString nameOf(Engine engine)
{
    return engine == Engine::PostgreSql ? u"PostgreSQL"_s : u"SQLite"_s;
}

void say(const QString& text)
{
    QTextStream(stderr) << "   " << text << Qt::endl;
}

} // namespace clientele::bench
