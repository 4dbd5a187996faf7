// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace clientele::bench {

/// Seconds that @p work takes.
double secondsOf(const std::function<void()>& work);

double median(std::vector<double> values);
/// @p share is 0.95 for the 95th.
double percentile(std::vector<double> values, double share);

/// Medians of runs that take turns, so that a busy moment of the machine meets both.
struct Pair
{
    double ours = 0;
    double peer = 0;
};
Pair alternate(int runs, const std::function<double()>& ours, const std::function<double()>& peer);

/// Resident memory of a process in MB (of 1,000,000 bytes).
double residentMegabytes(qint64 pid);

/// The most that it ever was.
double peakMegabytes(qint64 pid);

/// Runs a program to its end and returns what it printed; where it fails, or is not done after
/// @p milliseconds, so does the benchmark.
QByteArray
runProgram(const QString& program, const QStringList& arguments,
           const QProcessEnvironment& environment = QProcessEnvironment::systemEnvironment(),
           int milliseconds = -1);

} // namespace clientele::bench
