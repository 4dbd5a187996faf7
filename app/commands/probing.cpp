// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/commands/context.h"
#include "core/services/engineprobe.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace clientele::ctl {

namespace {

QString verdictName(CapabilityFinding::Verdict verdict)
{
    switch (verdict) {
    case CapabilityFinding::Verdict::Yes:
        return u"yes"_s;
    case CapabilityFinding::Verdict::No:
        return u"no"_s;
    case CapabilityFinding::Verdict::Unknown:
        break;
    }
    return u"unknown"_s;
}

void print(Console& console, const CapabilityFinding& found)
{
    const QString verdict = verdictName(found.verdict);
    if (console.json()) {
        console.print(QJsonObject{{u"feature"_s, capabilityKey(found.capability)},
                                  {u"verdict"_s, verdict},
                                  {u"finding"_s, found.finding},
                                  {u"milliseconds"_s, found.milliseconds}});
        return;
    }
    console.print(u"%1  %2  %3  %4"_s.arg(
        capabilityName(found.capability).leftJustified(25), verdict.leftJustified(7),
        u"%1 ms"_s.arg(found.milliseconds, 0, 'f', 1).rightJustified(9), printable(found.finding)));
}

int probe(Context& context)
{
    const auto target = context.target();
    if (!target)
        return context.fail(target.error());
    const auto report = context.wait(probeEngine(target->profile.connection, target->password));
    if (!report)
        return context.fail(report.error());
    for (const CapabilityFinding& found : *report)
        print(context.console(), found);
    return Done;
}

} // namespace

QList<Command> probingCommands()
{
    return {{.name = u"probe"_s,
             .summary = u"Try what the book's engine can do, and change nothing"_s,
             .run = probe}};
}

} // namespace clientele::ctl
