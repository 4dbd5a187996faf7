// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/csvreader.h"
#include "core/io/jsonreader.h"
#include "tests/bench/benches.h"
#include "tests/bench/madeupcustomers.h"
#include "tests/bench/measure.h"

#include <QFileInfo>

namespace clientele::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr double toldBytes = 300e6;

constexpr const char* pythonCsv = "import csv, sys\n"
                                  "for row in csv.reader(open(sys.argv[1], newline='')): pass";
constexpr const char* pythonJson = "import json, sys\n"
                                   "for line in open(sys.argv[1]): json.loads(line)";

/// @p expected are the rows that the file has.
template <class Reader>
double readSeconds(const QString& name, const CsvFormat& format, qint64 expected)
{
    return secondsOf([&] {
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
            qFatal("%s cannot be read", qPrintable(name));
        Reader reader(file, format);
        qint64 rows = 0;
        while (reader.next())
            ++rows;
        if (reader.error() || rows != expected)
            qFatal("%s was not read to its end", qPrintable(name));
    });
}

double pythonSeconds(const char* program, const QString& name)
{
    return secondsOf([&] {
        runProgram(u"python3"_s, {u"-c"_s, QString::fromLatin1(program), name});
    });
}

QString jsonLines(Workshop& workshop)
{
    const QString name = workshop.path(u"customers.jsonl"_s);
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("%s cannot be written", qPrintable(name));
    for (qint64 i = 0; i < workshop.rows(); ++i) {
        const CustomerDraft draft = madeup::customer(i);
        file.write(toJsonLine({.id = CustomerId{i + 1},
                               .name = draft.name,
                               .email = draft.email,
                               .phone = draft.phone}) +
                   '\n');
    }
    return name;
}

/// Told for as much as is to be read in a second, so that a figure of 1 is 300 MB/s.
Figure figure(const QString& name, const QString& file, const Pair& pair)
{
    const double scale = toldBytes / double(QFileInfo(file).size());
    return {.name = name, .ours = pair.ours * scale, .peer = pair.peer * scale};
}

} // namespace

void benchReaders(Workshop& workshop, Report& report)
{
    const QString csv = workshop.csv(workshop.rows());
    Figure plain = figure(u"Read 300 MB of CSV, beside Python's csv (s)"_s, csv,
                          alternate(
                              workshop.runs(),
                              [&] { return readSeconds<CsvReader>(csv, {}, workshop.rows() + 1); },
                              [&] { return pythonSeconds(pythonCsv, csv); }));
    plain.limited = Figure::Limited::Ours;
    plain.limit = 1;
    report.add(plain);

    const QString json = jsonLines(workshop);
    const CsvFormat lines{.kind = FileKind::JsonLines};
    Figure objects = figure(
        u"Read 300 MB of JSON lines, beside Python's json (s)"_s, json,
        alternate(
            workshop.runs(), [&] { return readSeconds<JsonReader>(json, lines, workshop.rows()); },
            [&] { return pythonSeconds(pythonJson, json); }));
    objects.limit = 1;
    report.add(objects);
}

} // namespace clientele::bench
