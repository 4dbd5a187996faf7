// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/importjob.h"
#include "tests/bench/benches.h"
#include "tests/bench/bookfill.h"
#include "tests/bench/madeupcustomers.h"
#include "tests/bench/measure.h"
#include "tests/bench/rawpeer.h"
#include "tests/bench/windowchild.h"

#include <QFile>

#include <algorithm>

namespace clientele::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int queries = 60;
constexpr int firstPage = 200; ///< rows that the window asks for
constexpr int importsAtOnce = 2;
constexpr qint64 imported = 500'000; ///< rows of each: they last until all is measured

std::unique_ptr<ImportJob> startImport(Book& book, const QString& file)
{
    return std::make_unique<ImportJob>(book,
                                       ImportPlan{.file = file,
                                                  .mapping = {{CustomerField::Name, {u"name"_s}},
                                                              {CustomerField::Email, {u"email"_s}},
                                                              {CustomerField::Phone, {u"phone"_s}}},
                                                  .onDuplicate = DuplicatePolicy::Skip});
}

} // namespace

QJsonObject searchBesideImports(const WindowTask& task)
{
    const auto book = openBook(task.book);
    const QStringList searches = madeup::searches(queries, task.rows);
    std::vector<std::vector<Statement>> sent;
    for (const QString& text : searches) {
        sent.push_back(sentForPage(*book, {.text = text, .sort = {{.field = CustomerField::Name}}},
                                   {.limit = firstPage}));
    }
    const auto peer = RawPeer::connect(task.book);
    WindowProbe probe(*book);
    std::vector<std::unique_ptr<ImportJob>> jobs;
    for (const QString& file : task.files)
        jobs.push_back(startImport(*book, file));
    const auto areAtWork = [&] {
        return std::ranges::all_of(jobs, [](const auto& job) { return job->progress().rows > 0; });
    };
    probe.waitFor(areAtWork);

    std::vector<double> times, raw;
    for (const QString& text : searches)
        times.push_back(probe.search(text));
    const QJsonObject waits = toJson(probe.waits()); // before the peer keeps the event loop
    for (const auto& statements : sent)
        raw.push_back(1000 * peer->seconds(statements));
    for (const auto& job : jobs) {
        if (job->isFinished())
            qFatal("An import was done before the searches were");
        job->cancel();
    }
    return {{u"times"_s, toJson(times)}, {u"raw"_s, toJson(raw)}, {u"waits"_s, waits}};
}

void benchBesideImports(Workshop& workshop, Report& report)
{
    QStringList files;
    for (int i = 0; i < importsAtOnce; ++i) {
        files += workshop.path(u"beside-%1.csv"_s.arg(i));
        madeup::writeCsv(files.last(), imported, 0, workshop.rows() + i * imported);
    }
    for (const Engine engine : workshop.options().engines) {
        const ConnectionSettings book = workshop.emptyBook(engine, u"beside"_s);
        engine == Engine::PostgreSql ? fillPostgres(book, workshop.rows())
                                     : fillSqlite(book, workshop.rows());
        const QJsonObject answer =
            inWindow(u"beside"_s, {.book = book, .rows = workshop.rows(), .files = files});
        const QString what =
            u"beside two imports, %1 on %2"_s.arg(shortNumber(workshop.rows()), nameOf(engine));
        const double key = percentile(toNumbers(answer[u"times"]), 0.95);
        report.add(
            {.name =
                 u"Key to rows painted %1, 95th percentile, beside the same SQL (ms)"_s.arg(what),
             .ours = key,
             .peer = percentile(toNumbers(answer[u"raw"]), 0.95),
             .limit = 1.5});
        report.add({.name = u"The same, 95th percentile (ms)"_s,
                    .ours = key,
                    .limited = Figure::Limited::Ours,
                    .limit = 40});
        addWaits(report, u"searching "_s + what, {answer});
    }
}

} // namespace clientele::bench
