// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/connectionsettings.h"
#include "tests/bench/figures.h"
#include "tests/bench/windowprobe.h"

#include <QJsonArray>
#include <QJsonObject>

#include <vector>

namespace clientele::bench {

/// What a window is to do in a process of its own, so that its memory and its waits are that of the
/// window alone.
struct WindowTask
{
    ConnectionSettings book;
    qint64 rows = 0;
    bool isLong = false;
    QStringList files = {}; ///< imported meanwhile
};

// The works there are, each by its name; the answers are for whoever asked.
QJsonObject searchInWindow(const WindowTask& task);      ///< "search"
QJsonObject scrollInWindow(const WindowTask& task);      ///< "scroll"
QJsonObject useWindow(const WindowTask& task);           ///< "use"
QJsonObject typeOverSlowLine(const WindowTask& task);    ///< "type"
QJsonObject searchBesideImports(const WindowTask& task); ///< "beside"

/// Starts this program once more, has it do the work and returns its answer.
QJsonObject inWindow(const QString& work, const WindowTask& task);
/// The first argument of that program, and what it does with those behind it.
QString windowCommand();
int runInWindow(const QStringList& arguments, const WindowTask& task);

// Numbers within answers
QJsonArray toJson(const std::vector<double>& numbers);
std::vector<double> toNumbers(const QJsonValue& array);
/// Under "waits", for addWaits().
QJsonObject toJson(const StallMeter::Figures& waits);

/// Adds the figures of the waits in @p answers, of windows that did the same.
void addWaits(Report& report, const QString& work, const std::vector<QJsonObject>& answers);

} // namespace clientele::bench
