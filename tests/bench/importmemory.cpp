// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/connectionurl.h"
#include "tests/bench/benches.h"
#include "tests/bench/measure.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

namespace clientele::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 longRows = 5'000'000;

/// Of clientelectl, while it imports @p file.
double peakOfImport(const ConnectionSettings& book, const QString& file)
{
    QProcess program;
    program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    program.start(QDir(QCoreApplication::applicationDirPath()).filePath(u"clientelectl"_s),
                  {u"--url"_s, ConnectionUrl::render(book), u"--json"_s, u"import"_s, file});
    double peak = 0;
    while (!program.waitForFinished(50)) {
        if (program.state() != QProcess::Running)
            break;
        peak = std::max(peak, peakMegabytes(program.processId()));
    }
    if (program.exitStatus() != QProcess::NormalExit || program.exitCode() != 0)
        qFatal("clientelectl did not import %s", qPrintable(file));
    return peak;
}

} // namespace

void benchImportMemory(Workshop& workshop, Report& report)
{
    std::vector<qint64> sizes = {workshop.rows()};
    if (workshop.options().isLong)
        sizes.push_back(longRows);
    for (const Engine engine : workshop.options().engines) {
        for (const qint64 rows : sizes) {
            const ConnectionSettings book = workshop.emptyBook(engine, u"memory"_s);
            report.add({.name = u"The most memory of an import of %1 into %2 (MB)"_s.arg(
                            shortNumber(rows), nameOf(engine)),
                        .ours = peakOfImport(book, workshop.csv(rows)),
                        .limited = Figure::Limited::Ours,
                        .limit = 100});
        }
    }
}

} // namespace clientele::bench
