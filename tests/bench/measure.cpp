// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/measure.h"

#include <QElapsedTimer>
#include <QFile>

#include <algorithm>

namespace clientele::bench {

using namespace Qt::StringLiterals;

double secondsOf(const std::function<void()>& work)
{
    QElapsedTimer clock;
    clock.start();
    work();
    return double(clock.nsecsElapsed()) / 1e9;
}

double median(std::vector<double> values)
{
    if (values.empty())
        return 0;
    std::ranges::sort(values);
    const size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

double percentile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    std::ranges::sort(values);
    return values[std::min(values.size() - 1, size_t(double(values.size()) * share))];
}

Pair alternate(int runs, const std::function<double()>& ours, const std::function<double()>& peer)
{
    std::vector<double> first, second;
    for (int run = 0; run < runs; ++run) {
        first.push_back(ours());
        second.push_back(peer());
    }
    return {.ours = median(first), .peer = median(second)};
}

namespace {

double megabytesOf(qint64 pid, QByteArrayView entry)
{
    QFile status(u"/proc/%1/status"_s.arg(pid));
    if (!status.open(QIODevice::ReadOnly))
        qFatal("/proc/%lld/status cannot be read", static_cast<long long>(pid));
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray& line : lines) {
        if (line.startsWith(entry))
            return line.simplified().split(' ').value(1).toDouble() * 1024 / 1e6;
    }
    return 0;
}

} // namespace

double residentMegabytes(qint64 pid)
{
    return megabytesOf(pid, "VmRSS:");
}

double peakMegabytes(qint64 pid)
{
    return megabytesOf(pid, "VmHWM:");
}

QByteArray runProgram(const QString& program, const QStringList& arguments,
                      const QProcessEnvironment& environment, int milliseconds)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(program, arguments, QIODevice::ReadOnly);
    if (!process.waitForFinished(milliseconds) || process.exitStatus() != QProcess::NormalExit ||
        process.exitCode() != 0)
        qFatal("%s failed: %s", qPrintable(program), qPrintable(process.errorString()));
    return process.readAllStandardOutput();
}

} // namespace clientele::bench
