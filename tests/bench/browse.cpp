// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benches.h"
#include "tests/bench/madeupcustomers.h"
#include "tests/bench/measure.h"
#include "tests/bench/rawpeer.h"
#include "tests/bench/windowprobe.h"

#include <QRandomGenerator>

namespace clientele::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int queries = 200;
constexpr int plainJumps = 20; // a second each, so fewer of them
constexpr int pageRows = 200;

QList<SortKey> byName()
{
    return {{.field = CustomerField::Name}};
}

double bookSearches(Book& book, const QStringList& searches)
{
    std::vector<double> times;
    for (const QString& text : searches) {
        times.push_back(
            1000 * secondsOf([&] {
                if (!book.page({.text = text, .sort = byName()}, {.limit = pageRows}).wait())
                    qFatal("A search failed");
            }));
    }
    return percentile95(times);
}

double rawSearches(RawPeer& peer, const CustomerSql& sql, const QStringList& searches)
{
    std::vector<double> times;
    for (const QString& text : searches) {
        times.push_back(
            1000 * peer.seconds(sql.page({.text = text, .sort = byName()}, {.limit = pageRows})));
    }
    return percentile95(times);
}

/// What programs do that know nothing better.
double plainOffsets(RawPeer& peer, qint64 rows)
{
    std::vector<double> times;
    QRandomGenerator places(1);
    for (int i = 0; i < plainJumps; ++i) {
        const qint64 place = qint64(places.generateDouble() * double(rows));
        times.push_back(
            1000 *
            peer.seconds({.sql = u"SELECT * FROM customer ORDER BY name, id LIMIT %1 OFFSET %2"_s
                                     .arg(pageRows)
                                     .arg(place)}));
    }
    return percentile95(times);
}

void benchSearches(Workshop& workshop, const ConnectionSettings& settings, Report& report)
{
    const auto book = openBook(settings);
    const auto peer = RawPeer::connect(settings);
    const CustomerTable table = describeTable(settings);
    const CustomerSql sql(table);
    const QStringList searches = madeup::searches(queries, workshop.rows());
    const QString place = u"in %1 on %2"_s.arg(workshop.rows()).arg(nameOf(settings.engine));

    rawSearches(*peer, sql, searches); // both find the table in memory
    const Pair search = alternate(
        workshop.runs(), [&] { return bookSearches(*book, searches); },
        [&] { return rawSearches(*peer, sql, searches); });
    report.add({.name = u"Search %1, 95th percentile, beside the same SQL alone (ms)"_s.arg(place),
                .ours = search.ours,
                .peer = search.peer,
                .limit = 1.5});

    std::vector<double> keys, jumps, opened, used;
    for (int run = 0; run < workshop.runs(); ++run) {
        const auto answers = WindowProbe::run(settings, workshop.rows());
        keys.push_back(answers.keyMilliseconds);
        jumps.push_back(answers.jumpMilliseconds);
        opened.push_back(answers.opened);
        used.push_back(answers.used);
    }
    report.add({.name = u"Key pressed to rows painted %1, 95th percentile (ms)"_s.arg(place),
                .ours = median(keys),
                .peer = search.peer,
                .limited = Figure::Limited::Ours,
                .limit = 40});
    report.add({.name = u"Jump anywhere %1 to rows painted, 95th percentile (ms)"_s.arg(place),
                .ours = median(jumps),
                .peer = plainOffsets(*peer, workshop.rows()),
                .limited = Figure::Limited::Ours,
                .limit = 100});
    report.add(
        {.name = u"Resident memory of a window with %1 open on %2 (MB)"_s.arg(workshop.rows())
                     .arg(nameOf(settings.engine)),
         .ours = median(opened),
         .limited = Figure::Limited::Ours,
         .limit = 150});
    report.add(
        {.name = u"The same after %1 searches and jumps, beside before (MB)"_s.arg(2 * queries),
         .ours = median(used),
         .peer = median(opened),
         .limited = Figure::Limited::Ours,
         .limit = 150});
}

} // namespace

void benchBrowse(Workshop& workshop, Report& report)
{
    for (const Engine engine : {Engine::PostgreSql, Engine::Sqlite}) {
        benchWaits(workshop, engine, report);
        benchSearches(workshop, workshop.fullBook(engine), report);
    }
}

} // namespace clientele::bench
