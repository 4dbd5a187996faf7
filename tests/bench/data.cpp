// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/connect.h"
#include "core/db/connectionpool.h"
#include "tests/bench/benches.h"
#include "tests/bench/measure.h"
#include "tests/support/wireproxy.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QThread>

namespace clientele::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int calls = 2000;
constexpr qint64 known = 1000; // rows in the book
constexpr int checkouts = 100'000;

double pythonMicroseconds(const QString& url, const char* script, const QStringList& arguments,
                          int times)
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DATABASE_URL"_s, url);
    const QByteArray printed =
        runProgram(u"/usr/bin/python3"_s, QStringList{QString::fromLocal8Bit(script)} + arguments,
                   environment);
    return QJsonDocument::fromJson(printed)[u"seconds"].toDouble() / times * 1e6;
}

double guideMicroseconds(const QString& url)
{
    return pythonMicroseconds(url, CLIENTELE_GUIDE_STACK,
                              {u"get"_s, QString::number(known / 2), QString::number(calls)},
                              calls);
}

double checkoutMicroseconds(ConnectionPool& pool)
{
    return secondsOf([&] {
               for (int i = 0; i < checkouts; ++i) {
                   if (!pool.checkout(Lane::Interactive))
                       qFatal("No connection");
               }
           }) /
           checkouts * 1e6;
}

void benchCheckout(Workshop& workshop, Report& report, const ConnectionSettings& settings)
{
    ConnectionPool pool(
        [&](const std::shared_ptr<Cancellation>& cancellation) {
            return connectTo(settings, {}, {.cancellation = cancellation});
        },
        {});
    const auto add = [&](const QString& name, const QStringList& arguments) {
        const Pair pair = alternate(
            workshop.runs(), [&] { return checkoutMicroseconds(pool); },
            [&] {
                return pythonMicroseconds(workshop.url(settings), CLIENTELE_POOL_PEER,
                                          QStringList{QString::number(checkouts)} + arguments,
                                          checkouts);
            });
        report.add({.name = name, .ours = pair.ours, .peer = pair.peer, .limit = 0.1});
    };
    add(u"Check a connection out and in, beside SQLAlchemy's pool as the guide sets it up (µs)"_s,
        {});
    add(u"The same, beside SQLAlchemy's pool without its ping (µs)"_s, {u"--no-ping"_s});
}

double bookMicroseconds(Book& book)
{
    return secondsOf([&] {
               for (int call = 0; call < calls; ++call) {
                   const auto found = book.customer({known / 2}).wait();
                   if (!found || !*found)
                       qFatal("A customer is not found");
               }
           }) /
           calls * 1e6;
}

/// The longest of several: a person is not helped by a median.
void benchCancel(Report& report, const ConnectionSettings& settings)
{
    testing::WireProxy proxy(settings);
    const auto book = openBook(proxy.settings(settings.database));
    double longest = 0;
    for (int i = 0; i < 5; ++i) {
        proxy.stall();
        auto task = book->customer({known / 2});
        QThread::msleep(100); // it waits for its answer by then
        longest = std::max(longest, secondsOf([&] {
                                        task.cancel();
                                        std::ignore = task.wait();
                                    }) * 1000);
        proxy.pass();
    }
    report.add({.name = u"Longest cancel of work that a silent server does not answer (ms)"_s,
                .ours = longest,
                .limited = Figure::Limited::Ours,
                .limit = 1000});
}

} // namespace

void benchData(Workshop& workshop, Report& report)
{
    const auto settings = workshop.emptyGuideBook(u"data"_s);
    const auto book = openBook(settings);
    importSeconds(*book, workshop.csv(known), known);
    const Pair pair = alternate(
        workshop.runs(), [&] { return bookMicroseconds(*book); },
        [&] { return guideMicroseconds(workshop.url(settings)); });
    report.add({.name = u"Get a customer by id, beside the guide's Python stack (µs)"_s,
                .ours = pair.ours,
                .peer = pair.peer,
                .limit = 0.2});
    benchCheckout(workshop, report, settings);
    benchCancel(report, settings);
}

} // namespace clientele::bench
