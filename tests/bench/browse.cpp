// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benches.h"

namespace clientele::bench {

using namespace Qt::StringLiterals;

namespace {

/// Ten times the customers are to be felt as little as can be.
void compareSizes(const QList<qint64>& sizes, Engine engine, const std::vector<double>& searches,
                  Report& report)
{
    for (size_t i = 1; i < searches.size(); ++i) {
        report.add(
            {.name = u"Key to rows painted, %1 beside %2 on %3, 95th percentile (ms)"_s.arg(
                 shortNumber(sizes[qsizetype(i)]), shortNumber(sizes.first()), nameOf(engine)),
             .ours = searches[i],
             .peer = searches.front(),
             .limit = 1.5});
    }
}

} // namespace

bool isWanted(const Workshop& workshop, const QString& part)
{
    return workshop.options().only.isEmpty() || workshop.options().only.contains(part);
}

QString BrowsedBook::name() const
{
    return u"%1 on %2"_s.arg(shortNumber(rows), nameOf(settings.engine));
}

void benchBrowse(Workshop& workshop, Report& report)
{
    const QList<qint64>& sizes = workshop.options().sizes;
    for (const Engine engine : workshop.options().engines) {
        std::vector<double> searches;
        for (const qint64 rows : sizes) {
            const BrowsedBook book{.settings = workshop.fullBook(engine, rows), .rows = rows};
            if (isWanted(workshop, u"search"_s))
                searches.push_back(benchSearches(workshop, book, report));
            if (isWanted(workshop, u"scroll"_s))
                benchScrolling(workshop, book, report);
            if (isWanted(workshop, u"memory"_s))
                benchMemory(workshop, book, report);
            if (isWanted(workshop, u"slow"_s) && engine == Engine::PostgreSql)
                benchSlowLine(workshop, book, report);
        }
        compareSizes(sizes, engine, searches, report);
        if (isWanted(workshop, u"waits"_s))
            benchWaits(workshop, engine, report);
    }
}

} // namespace clientele::bench
