// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benches.h"
#include "tests/bench/measure.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace clientele::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int calls = 2000;
constexpr qint64 known = 1000; // rows in the book

double guideMicroseconds(const QString& url)
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DATABASE_URL"_s, url);
    const QByteArray printed = runProgram(u"/usr/bin/python3"_s,
                                          {QStringLiteral(CLIENTELE_GUIDE_STACK), u"get"_s,
                                           QString::number(known / 2), QString::number(calls)},
                                          environment);
    return QJsonDocument::fromJson(printed)[u"seconds"].toDouble() / calls * 1e6;
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
}

} // namespace clientele::bench
