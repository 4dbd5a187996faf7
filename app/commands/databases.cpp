// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/commands/context.h"
#include "core/services/databaseadmin.h"

using namespace Qt::StringLiterals;

namespace clientele::ctl {

namespace {

int createDatabase(Context& context)
{
    const auto target = context.target();
    if (!target)
        return context.fail(target.error());
    const ConnectionSettings& settings = target->profile.connection;
    const auto made = context.wait(databases::create(settings, target->password));
    if (!made)
        return context.fail(made.error());
    context.console().say(u"Created %1."_s.arg(settings.location()));
    return Done;
}

int dropDatabase(Context& context)
{
    const auto target = context.target();
    if (!target)
        return context.fail(target.error());
    const ConnectionSettings& settings = target->profile.connection;
    if (!context.arguments().has(u"yes"_s))
        return context.fail(usageError(u"This would remove %1 with everything in it, for good. Say "
                                       "--yes if that is meant."_s.arg(settings.location())));
    const auto others = context.arguments().has(u"force"_s) ? databases::Others::AreEnded
                                                            : databases::Others::StopIt;
    const auto dropped = context.wait(databases::drop(settings, target->password, others));
    if (!dropped)
        return context.fail(dropped.error());
    context.console().say(u"Dropped %1."_s.arg(settings.location()));
    return Done;
}

} // namespace

QList<Command> databaseCommands()
{
    return {
        {.name = u"database create"_s,
         .summary = u"Make the database or file itself"_s,
         .run = createDatabase},
        {.name = u"database drop"_s,
         .usage = u"--yes [--force]"_s,
         .summary = u"Remove the database or file with everything in it"_s,
         .options = {{u"yes"_s, {}, u"it is meant to go"_s},
                     {u"force"_s, {}, u"end the sessions of others in it first"_s}},
         .run = dropDatabase},
    };
}

} // namespace clientele::ctl
