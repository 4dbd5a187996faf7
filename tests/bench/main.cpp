// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benches.h"
#include "tests/bench/windowprobe.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QStandardPaths>
#include <QTextStream>

using namespace clientele::bench;
using namespace Qt::StringLiterals;

namespace {

/// A whole number from 1 on.
qint64 numberOf(const QCommandLineParser& options, const QString& name)
{
    bool ok = false;
    const qint64 number = options.value(name).toLongLong(&ok);
    if (!ok || number < 1) {
        QTextStream(stderr) << "--" << name << " takes a whole number from 1 on." << Qt::endl;
        std::exit(2);
    }
    return number;
}

} // namespace

int main(int argc, char* argv[])
{
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
         {u"rows"_s, u"Customers in a book."_s, u"n"_s, u"1000000"_s},
         {u"runs"_s, u"Alternating runs, of which the median is taken."_s, u"n"_s, u"3"_s}});
    options.addPositionalArgument(
        u"what"_s, u"data, browse, bulk or start; all where none is named"_s, u"[what...]"_s);
    options.process(application);

    const QStringList arguments = options.positionalArguments();
    if (arguments.value(0) == WindowProbe::command())
        return WindowProbe::runAsChild(arguments.value(1), numberOf(options, u"rows"_s));

    using Bench = void (*)(Workshop&, Report&);
    const QList<std::pair<QString, Bench>> benches = {{u"data"_s, benchData},
                                                      {u"browse"_s, benchBrowse},
                                                      {u"bulk"_s, benchBulk},
                                                      {u"start"_s, benchStart}};
    for (const QString& name : arguments) {
        if (std::ranges::none_of(benches, [&](const auto& bench) { return bench.first == name; })) {
            QTextStream(stderr) << "There is no benchmark \"" << name << "\"." << Qt::endl;
            return 2;
        }
    }
    Workshop workshop(
        {.rows = numberOf(options, u"rows"_s), .runs = int(numberOf(options, u"runs"_s))});
    Report report(options.isSet(u"json"_s));
    for (const auto& [name, bench] : benches) {
        if (arguments.isEmpty() || arguments.contains(name)) {
            say(u"Measuring: "_s + name);
            bench(workshop, report);
        }
    }
    return report.allHold() ? 0 : 1;
}
