// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/windowchild.h"

#include "core/config/connectionurl.h"
#include "tests/bench/measure.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QTextStream>

#include <algorithm>
#include <map>

namespace clientele::bench {

using namespace Qt::StringLiterals;

QString windowCommand()
{
    return u"window"_s;
}

QJsonObject inWindow(const QString& work, const WindowTask& task)
{
    QStringList arguments = {windowCommand(), work, ConnectionUrl::render(task.book)};
    arguments += task.files;
    arguments += {u"--rows"_s, QString::number(task.rows)};
    if (task.isLong)
        arguments += u"--long"_s;
    const QByteArray printed = runProgram(QCoreApplication::applicationFilePath(), arguments);
    return QJsonDocument::fromJson(printed).object();
}

int runInWindow(const QStringList& arguments, const WindowTask& task)
{
    static const std::map<QString, QJsonObject (*)(const WindowTask&)> works = {
        {u"search"_s, searchInWindow},
        {u"scroll"_s, scrollInWindow},
        {u"use"_s, useWindow},
        {u"type"_s, typeOverSlowLine},
        {u"beside"_s, searchBesideImports}};
    const auto work = works.find(arguments.value(0));
    const auto url = ConnectionUrl::parse(arguments.value(1));
    if (work == works.end() || !url)
        qFatal("A window is asked for something that it cannot do");
    WindowTask whole = task;
    whole.book = url->settings;
    whole.files = arguments.mid(2);
    const QJsonObject answer = work->second(whole);
    QTextStream(stdout) << QJsonDocument(answer).toJson(QJsonDocument::Compact) << Qt::endl;
    return 0;
}

QJsonArray toJson(const std::vector<double>& numbers)
{
    QJsonArray array;
    for (const double number : numbers)
        array.append(number);
    return array;
}

std::vector<double> toNumbers(const QJsonValue& array)
{
    std::vector<double> numbers;
    for (const QJsonValue& number : array.toArray())
        numbers.push_back(number.toDouble());
    return numbers;
}

QJsonObject toJson(const StallMeter::Figures& waits)
{
    return {{u"p999"_s, waits.p999}, {u"longest"_s, waits.longest}};
}

void addWaits(Report& report, const QString& work, const std::vector<QJsonObject>& answers)
{
    std::vector<double> p999;
    double longest = 0;
    for (const QJsonObject& answer : answers) {
        p999.push_back(answer[u"waits"].toObject()[u"p999"].toDouble());
        longest = std::max(longest, answer[u"waits"].toObject()[u"longest"].toDouble());
    }
    report.add({.name = u"Waits of the window, 99.9 % of them, %1 (ms)"_s.arg(work),
                .ours = median(p999),
                .limited = Figure::Limited::Ours,
                .limit = 16});
    report.add({.name = u"Longest wait of the window, %1 (ms)"_s.arg(work),
                .ours = longest,
                .limited = Figure::Limited::Ours,
                .limit = 50});
}

} // namespace clientele::bench
