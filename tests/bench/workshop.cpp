// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/workshop.h"

#include "core/db/connect.h"
#include "core/db/migrations.h"
#include "core/services/importjob.h"
#include "tests/bench/bookfill.h"
#include "tests/bench/madeupcustomers.h"
#include "tests/bench/measure.h"
#include "tests/support/enginefixture.h"

#include <QCryptographicHash>
#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QTextStream>

namespace clientele::bench {

using namespace Qt::StringLiterals;

namespace {

/// As an administrator would set up a small machine; the defaults are for one of twenty years ago.
constexpr auto serverConfiguration = "shared_buffers = '512MB'\nmaintenance_work_mem = '256MB'\n"
                                     "max_wal_size = '4GB'\ncheckpoint_timeout = '30min'\n";

/// The schema's revision, and what tells it from one of the same number that read otherwise.
QString schemaName(Engine engine)
{
    QCryptographicHash scripts(QCryptographicHash::Sha256);
    QString revision;
    for (const auto& migration : migrations::all(engine)) {
        revision = migration.revision;
        scripts.addData(migration.checksum(false).toLatin1());
    }
    return revision + u'_' + QString::fromLatin1(scripts.result().toHex().first(6));
}

/// Brings the empty database to our newest schema.
void makeBook(const ConnectionSettings& settings)
{
    auto session = connectTo(settings, {});
    if (!session)
        qFatal("No book can be made: %s", qPrintable(session.error().message));
    if (const auto made = migrations::upgrade(**session); !made)
        qFatal("No book can be made: %s", qPrintable(made.error().message));
}

} // namespace

Workshop::Workshop(const Options& options) : m_options(options)
{
    if (!m_folder.isValid())
        qFatal("No temporary folder: %s", qPrintable(m_folder.errorString()));
    if (!m_options.keep.isEmpty() && !QDir().mkpath(m_options.keep))
        qFatal("%s cannot be made", qPrintable(m_options.keep));
}

testing::PostgresServer& Workshop::server()
{
    if (!m_server) {
        m_server = std::make_unique<testing::PostgresServer>(testing::PostgresServer::Options{
            .configuration = QString::fromLatin1(serverConfiguration),
            .folder = m_options.keep.isEmpty()
                          ? QString()
                          : QDir(m_options.keep).absoluteFilePath(u"postgresql"_s)});
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
    makeBook(settings);
    return settings;
}

ConnectionSettings Workshop::emptyGuideBook(const QString& name)
{
    server().createDatabase(name);
    server().execute(name, QString::fromLatin1(testing::EngineFixture::guideTable()));
    return server().settings(name);
}

ConnectionSettings Workshop::settingsOf(Engine engine, const QString& book)
{
    if (engine == Engine::PostgreSql)
        return server().settings(book);
    const QString file = book + u".db"_s;
    ConnectionSettings settings;
    settings.file =
        m_options.keep.isEmpty() ? path(file) : QDir(m_options.keep).absoluteFilePath(file);
    return settings;
}

bool Workshop::isMade(const ConnectionSettings& book)
{
    if (book.engine == Engine::Sqlite)
        return QFile::exists(book.file);
    return !server()
                .execute(u"postgres"_s,
                         u"SELECT 1 FROM pg_database WHERE datname = '%1'"_s.arg(book.database))
                .isEmpty();
}

ConnectionSettings Workshop::fullBook(Engine engine, qint64 rows)
{
    const ConnectionSettings settings = settingsOf(
        engine, u"customers_%1_%2"_s.arg(shortNumber(rows).toLower(), schemaName(engine)));
    if (isMade(settings))
        return settings;
    say(u"Filling a book of %1 customers on %2"_s.arg(shortNumber(rows), nameOf(engine)));
    // Under its name only once it is whole.
    if (engine == Engine::PostgreSql) {
        const ConnectionSettings half = emptyBook(engine, u"half_made"_s);
        fillPostgres(half, rows);
        server().execute(u"postgres"_s,
                         u"ALTER DATABASE %1 RENAME TO %2"_s.arg(half.database, settings.database));
        server().execute(u"postgres"_s, u"CHECKPOINT"_s); // a kept one starts quickly
        return settings;
    }
    ConnectionSettings half;
    half.file = settings.file + u".half-made"_s;
    QFile::remove(half.file);
    makeBook(half);
    fillSqlite(half, rows);
    if (!QFile::rename(half.file, settings.file))
        qFatal("%s cannot be named", qPrintable(half.file));
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

QString shortNumber(qint64 rows)
{
    if (rows % 1'000'000 == 0)
        return u"%1M"_s.arg(rows / 1'000'000);
    return rows % 1000 == 0 ? u"%1k"_s.arg(rows / 1000) : QString::number(rows);
}

void say(const QString& text)
{
    QTextStream(stderr) << "   " << text << Qt::endl;
}

} // namespace clientele::bench
