// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime.h"
#include "tests/bench/benches.h"
#include "tests/bench/windowchild.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QStandardPaths>
#include <QTextStream>

using namespace clientele;
using namespace clientele::bench;
using namespace Qt::StringLiterals;

namespace {

[[noreturn]] void refuse(const QString& sentence)
{
    QTextStream(stderr) << sentence << Qt::endl;
    std::exit(2);
}

/// A whole number from 1 on.
qint64 numberOf(const QCommandLineParser& options, const QString& name)
{
    bool ok = false;
    const qint64 number = options.value(name).toLongLong(&ok);
    if (!ok || number < 1)
        refuse(u"--%1 takes a whole number from 1 on."_s.arg(name));
    return number;
}

Options readOptions(const QCommandLineParser& parser)
{
    Options options{.runs = int(numberOf(parser, u"runs"_s)),
                    .only = parser.value(u"only"_s).split(u',', Qt::SkipEmptyParts),
                    .keep = parser.value(u"keep"_s),
                    .explains = parser.isSet(u"explain"_s),
                    .isLong = parser.isSet(u"long"_s)};
    if (options.isLong)
        options.sizes = {1'000'000, 10'000'000};
    if (parser.isSet(u"rows"_s))
        options.sizes = {numberOf(parser, u"rows"_s)};
    const QString engine = parser.value(u"engine"_s);
    if (engine == u"postgresql"_s)
        options.engines = {Engine::PostgreSql};
    else if (engine == u"sqlite"_s)
        options.engines = {Engine::Sqlite};
    else if (!engine.isEmpty())
        refuse(u"--engine is postgresql or sqlite."_s);
    static const QStringList parts = {u"search"_s,     u"scroll"_s, u"memory"_s, u"slow"_s,
                                      u"waits"_s,      u"read"_s,   u"guide"_s,  u"copy"_s,
                                      u"duplicates"_s, u"sqlite"_s, u"beside"_s, u"export"_s};
    for (const QString& part : options.only) {
        if (!parts.contains(part))
            refuse(u"--only takes %1."_s.arg(parts.join(u", "_s)));
    }
    return options;
}

} // namespace

int main(int argc, char* argv[])
{
    prepareRuntime(); // as the program does
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"clientele_bench"_s);
    QStandardPaths::setTestModeEnabled(true);

    QCommandLineParser options;
    options.setApplicationDescription(
        u"Measures Clientele beside its peers, on the same work in the same run."_s);
    options.addHelpOption();
    options.addOptions(
        {{u"json"_s, u"Prints each figure as an object of JSON."_s},
         {u"rows"_s, u"Customers in a book: a million, and with --long ten million too."_s, u"n"_s},
         {u"runs"_s, u"Alternating runs, of which the median is taken."_s, u"n"_s, u"3"_s},
         {u"engine"_s, u"Browses on postgresql or sqlite alone."_s, u"name"_s},
         {u"only"_s,
          u"Parts of browse: search, scroll, memory, slow, waits; of bulk: read, guide, copy, "
          "duplicates, sqlite, memory, beside, export."_s,
          u"parts"_s},
         {u"keep"_s, u"Keeps the big books here, and finds them again."_s, u"folder"_s},
         {u"explain"_s, u"Prints the plans of the slowest searches."_s},
         {u"long"_s, u"Also ten million customers, and an hour of use."_s}});
    options.addPositionalArgument(
        u"what"_s, u"data, browse, bulk or start; all where none is named"_s, u"[what...]"_s);
    options.process(application);

    const QStringList arguments = options.positionalArguments();
    if (arguments.value(0) == windowCommand())
        return runInWindow(arguments.sliced(1), {.rows = numberOf(options, u"rows"_s),
                                                 .isLong = options.isSet(u"long"_s)});

    using Bench = void (*)(Workshop&, Report&);
    const QList<std::pair<QString, Bench>> benches = {{u"data"_s, benchData},
                                                      {u"browse"_s, benchBrowse},
                                                      {u"bulk"_s, benchBulk},
                                                      {u"start"_s, benchStart}};
    for (const QString& name : arguments) {
        if (std::ranges::none_of(benches, [&](const auto& bench) { return bench.first == name; }))
            refuse(u"There is no benchmark \"%1\"."_s.arg(name));
    }
    Workshop workshop(readOptions(options));
    Report report(options.isSet(u"json"_s));
    for (const auto& [name, bench] : benches) {
        if (arguments.isEmpty() || arguments.contains(name)) {
            say(u"Measuring: "_s + name);
            bench(workshop, report);
        }
    }
    return report.allHold() ? 0 : 1;
}
