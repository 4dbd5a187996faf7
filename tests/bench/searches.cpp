// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benches.h"
#include "tests/bench/madeupcustomers.h"
#include "tests/bench/measure.h"
#include "tests/bench/rawpeer.h"
#include "tests/bench/windowchild.h"

namespace clientele::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int queries = 200;
constexpr int firstPage = 200; ///< rows that the window asks for

using Times = std::vector<double>; // of each query, in milliseconds

/// Each query's statements, as the program chooses and sends them.
class RawSearches final
{
public:
    RawSearches(const ConnectionSettings& settings, const QStringList& searches)
        : m_peer(RawPeer::connect(settings))
    {
        const auto book = openBook(settings);
        for (const QString& text : searches) {
            const CustomerQuery query{.text = text, .sort = {{.field = CustomerField::Name}}};
            m_sent.push_back(sentForPage(*book, query, {.limit = firstPage}));
        }
    }

    Times run() const
    {
        Times times;
        for (const auto& statements : m_sent)
            times.push_back(1000 * m_peer->seconds(statements));
        return times;
    }

    /// What is done for one of them, for people to read.
    void tellPlans(qsizetype search) const
    {
        for (const Statement& statement : m_sent[size_t(search)]) {
            if (!statement.sql.startsWith(u"SELECT"_s) && !statement.sql.startsWith(u"WITH"_s))
                continue;
            say(statement.sql.simplified());
            for (const QString& line : m_peer->plan(statement))
                say(u"      "_s + line);
        }
    }

private:
    std::unique_ptr<RawPeer> m_peer;
    std::vector<std::vector<Statement>> m_sent;
};

/// The median of runs, of what @p share says of each.
double medianOf(const std::vector<Times>& runs, double share)
{
    std::vector<double> found;
    for (const Times& times : runs)
        found.push_back(percentile(times, share));
    return median(found);
}

std::vector<Times> ofKind(const std::vector<Times>& runs, madeup::SearchKind kind)
{
    std::vector<Times> found;
    for (const Times& times : runs) {
        Times& some = found.emplace_back();
        for (size_t i = 0; i < times.size(); ++i) {
            if (madeup::kindOf(qsizetype(i)) == kind)
                some.push_back(times[i]);
        }
    }
    return found;
}

/// Where the time goes, for whoever wants to spend less.
void tellKinds(const std::vector<Times>& window, const std::vector<Times>& raw)
{
    for (int i = 0; i < madeup::searchKinds; ++i) {
        const auto kind = madeup::SearchKind(i);
        say(u"%1: 95th percentile %2 ms, the same SQL alone %3 ms"_s.arg(madeup::nameOf(kind), -14)
                .arg(medianOf(ofKind(window, kind), 0.95), 0, 'f', 1)
                .arg(medianOf(ofKind(raw, kind), 0.95), 0, 'f', 1));
    }
}

/// The plans of the slowest search of each kind.
void explain(const RawSearches& peer, const Times& times, const QStringList& searches)
{
    for (int i = 0; i < madeup::searchKinds; ++i) {
        qsizetype slowest = i;
        for (qsizetype at = i; at < searches.size(); at += madeup::searchKinds) {
            if (times[size_t(at)] > times[size_t(slowest)])
                slowest = at;
        }
        say(u"%1: \"%2\", %3 ms"_s.arg(madeup::nameOf(madeup::kindOf(slowest)), searches[slowest])
                .arg(times[size_t(slowest)], 0, 'f', 1));
        peer.tellPlans(slowest);
    }
}

} // namespace

QJsonObject searchInWindow(const WindowTask& task)
{
    const auto book = openBook(task.book);
    WindowProbe probe(*book);
    Times times;
    for (const QString& text : madeup::searches(queries, task.rows))
        times.push_back(probe.search(text));
    return {{u"times"_s, toJson(times)}, {u"waits"_s, toJson(probe.waits())}};
}

double benchSearches(Workshop& workshop, const BrowsedBook& book, Report& report)
{
    const QStringList searches = madeup::searches(queries, book.rows);
    const RawSearches peer(book.settings, searches);
    peer.run(); // both find the table in memory
    std::vector<Times> window, raw;
    std::vector<QJsonObject> answers;
    for (int run = 0; run < workshop.runs(); ++run) {
        answers.push_back(inWindow(u"search"_s, {.book = book.settings, .rows = book.rows}));
        window.push_back(toNumbers(answers.back()[u"times"]));
        raw.push_back(peer.run());
    }
    tellKinds(window, raw);
    if (workshop.options().explains)
        explain(peer, raw.back(), searches);

    const QString what = u"Key to rows painted, %1, "_s.arg(book.name());
    const double key = medianOf(window, 0.95);
    report.add({.name = what + u"50th percentile (ms)"_s,
                .ours = medianOf(window, 0.5),
                .peer = medianOf(raw, 0.5)});
    report.add({.name = what + u"95th percentile, beside the same SQL alone (ms)"_s,
                .ours = key,
                .peer = medianOf(raw, 0.95),
                .limit = 1.5});
    report.add({.name = what + u"95th percentile (ms)"_s,
                .ours = key,
                .limited = Figure::Limited::Ours,
                .limit = 40});
    report.add({.name = what + u"99th percentile (ms)"_s,
                .ours = medianOf(window, 0.99),
                .peer = medianOf(raw, 0.99)});
    addWaits(report, u"searching in "_s + book.name(), answers);
    return key;
}

} // namespace clientele::bench
