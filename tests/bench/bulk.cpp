// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/exportjob.h"
#include "tests/bench/benches.h"
#include "tests/bench/measure.h"

#include <QEventLoop>
#include <QJsonDocument>
#include <QJsonObject>

namespace clientele::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int duplicateEvery = 100;

double importIntoEmpty(Workshop& workshop, Engine engine, const QString& file,
                       qint64 duplicates = 0)
{
    const auto book = openBook(workshop.emptyBook(engine, u"bulk"_s));
    return importSeconds(*book, file, workshop.rows(), duplicates);
}

double psqlIntoEmpty(Workshop& workshop, const QStringList& commands)
{
    const auto settings = workshop.emptyBook(Engine::PostgreSql, u"bulk"_s);
    return secondsOf([&] { workshop.psql(settings, commands); });
}

void benchGuide(Workshop& workshop, Report& report)
{
    const qint64 ourRows = std::max<qint64>(1, workshop.rows() / 10);
    const qint64 theirRows = std::max<qint64>(1, ourRows / 10);
    const auto guide = [&] {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"DATABASE_URL"_s, workshop.url(workshop.emptyGuideBook(u"guide"_s)));
        const QByteArray printed = runProgram(
            u"/usr/bin/python3"_s,
            {QStringLiteral(CLIENTELE_GUIDE_STACK), u"bulk-create"_s, workshop.csv(theirRows)},
            environment);
        const double seconds = QJsonDocument::fromJson(printed)[u"seconds"].toDouble();
        return seconds * double(ourRows) / double(theirRows);
    };
    const auto ours = [&] {
        const auto book = openBook(workshop.emptyGuideBook(u"guide"_s));
        return importSeconds(*book, workshop.csv(ourRows), ourRows);
    };
    const Pair pair = alternate(workshop.runs(), ours, guide);
    report.add(
        {.name = u"Import %1 into the guide's table, beside its bulk_create of %2, scaled (s)"_s
                     .arg(ourRows)
                     .arg(theirRows),
         .ours = pair.ours,
         .peer = pair.peer,
         .limit = 1.0 / 40});
}

const auto copyInto = u"\\copy %1(name, email, phone) from '%2' with (format csv, header)"_s;

void benchCleanImport(Workshop& workshop, Report& report)
{
    const QString clean = workshop.csv(workshop.rows());
    const Pair plain = alternate(
        workshop.runs(), [&] { return importIntoEmpty(workshop, Engine::PostgreSql, clean); },
        [&] { return psqlIntoEmpty(workshop, {copyInto.arg(u"customer"_s, clean)}); });
    report.add({.name = u"Import %1 into PostgreSQL, beside psql's copy (s)"_s.arg(workshop.rows()),
                .ours = plain.ours,
                .peer = plain.peer,
                .limit = 1.05});
}

void benchMixedImport(Workshop& workshop, Report& report)
{
    const QString mixed = workshop.csv(workshop.rows(), duplicateEvery);
    const Pair staged = alternate(
        workshop.runs(),
        [&] {
            return importIntoEmpty(workshop, Engine::PostgreSql, mixed,
                                   workshop.rows() / duplicateEvery);
        },
        [&] {
            return psqlIntoEmpty(
                workshop, {u"CREATE TEMP TABLE staging (name text, email text, phone text)"_s,
                           copyInto.arg(u"staging"_s, mixed),
                           u"INSERT INTO customer (name, email, phone) SELECT name, email, phone"
                           " FROM staging ON CONFLICT DO NOTHING"_s});
        });
    report.add(
        {.name = u"Import %1 with 1 in %2 a duplicate, beside copy to staging and insert (s)"_s
                     .arg(workshop.rows())
                     .arg(duplicateEvery),
         .ours = staged.ours,
         .peer = staged.peer,
         .limit = 1.1});
}

void benchSqliteImport(Workshop& workshop, Report& report)
{
    const QString file = workshop.csv(workshop.rows());
    const QString table = workshop.sqliteCsv(workshop.rows());
    const Pair pair = alternate(
        workshop.runs(), [&] { return importIntoEmpty(workshop, Engine::Sqlite, file); },
        [&] {
            const auto settings = workshop.emptyBook(Engine::Sqlite, u"bulk"_s);
            return secondsOf([&] {
                runProgram(u"sqlite3"_s,
                           {settings.file, u".mode csv"_s, u".import %1 customer"_s.arg(table)});
            });
        });
    report.add(
        {.name = u"Import %1 into SQLite, beside sqlite3's import (s)"_s.arg(workshop.rows()),
         .ours = pair.ours,
         .peer = pair.peer,
         .limit = 1.1});
}

double exportSeconds(Book& book, const QString& file, qint64 rows)
{
    return secondsOf([&] {
        ExportJob job(book, {.file = file});
        QEventLoop loop;
        QObject::connect(&job, &Job::finished, &loop, &QEventLoop::quit);
        loop.exec();
        if (job.error() || job.rows() != rows)
            qFatal("An export failed");
    });
}

void benchExport(Workshop& workshop, Report& report)
{
    const auto settings = workshop.fullBook(Engine::PostgreSql, workshop.rows());
    const auto book = openBook(settings);
    const QString copy =
        u"\\copy customer(id, name, email, phone, is_active, created_at, updated_at)"
        " to '%1' with (format csv, header)"_s.arg(workshop.path(u"psql.csv"_s));
    const Pair pair = alternate(
        workshop.runs(),
        [&] { return exportSeconds(*book, workshop.path(u"export.csv"_s), workshop.rows()); },
        [&] { return secondsOf([&] { workshop.psql(settings, {copy}); }); });
    report.add(
        {.name = u"Export %1 from PostgreSQL as CSV, beside psql's copy (s)"_s.arg(workshop.rows()),
         .ours = pair.ours,
         .peer = pair.peer,
         .limit = 1.1});
}

} // namespace

void benchBulk(Workshop& workshop, Report& report)
{
    using Part = void (*)(Workshop&, Report&);
    const QList<std::pair<QString, Part>> parts = {
        {u"read"_s, benchReaders},         {u"guide"_s, benchGuide},
        {u"copy"_s, benchCleanImport},     {u"duplicates"_s, benchMixedImport},
        {u"sqlite"_s, benchSqliteImport},  {u"memory"_s, benchImportMemory},
        {u"beside"_s, benchBesideImports}, {u"export"_s, benchExport}};
    for (const auto& [name, bench] : parts) {
        if (isWanted(workshop, name))
            bench(workshop, report);
    }
}

} // namespace clientele::bench
