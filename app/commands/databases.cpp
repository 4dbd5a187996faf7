// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/commands/context.h"
#include "core/services/book.h"
#include "core/services/databaseadmin.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace clientele::ctl {

namespace {

void printRevision(Context& context, const BookInfo& info)
{
    Console& console = context.console();
    if (console.json())
        console.print(QJsonObject{
            {u"revision"_s, info.revision.isEmpty() ? QJsonValue() : QJsonValue(info.revision)}});
    else if (!info.revision.isEmpty())
        console.print(info.revision);
}

int migrateCurrent(Context& context)
{
    auto book = context.open();
    if (!book)
        return context.fail(book.error());
    const BookInfo& info = context.info();
    printRevision(context, info);
    if (info.schema == SchemaState::Missing)
        context.console().say(u"There is no customer table yet."_s);
    else if (info.revision.isEmpty())
        context.console().say(
            u"The customer table has no revision that can be read: it was not made by "
            "Clientele, or this user may not see it."_s);
    return Done;
}

int migrateUpgrade(Context& context)
{
    auto book = context.open();
    if (!book)
        return context.fail(book.error());
    const QString before = context.info().revision;
    const auto info = context.upgrade();
    if (!info)
        return context.fail(info.error());
    if (info->revision == before)
        context.console().say(u"Nothing to do: this is the newest revision."_s);
    else
        context.console().say(u"Upgraded %1 from %2 to %3."_s.arg(
            info->location, before.isEmpty() ? u"nothing"_s : before, info->revision));
    printRevision(context, *info);
    return Done;
}

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
    const auto dropped = context.wait(databases::drop(settings, target->password));
    if (!dropped)
        return context.fail(dropped.error());
    context.console().say(u"Dropped %1."_s.arg(settings.location()));
    return Done;
}

} // namespace

QList<Command> databaseCommands()
{
    return {
        {.name = u"migrate current"_s,
         .summary = u"Print the revision of the book's tables"_s,
         .run = migrateCurrent},
        {.name = u"migrate upgrade"_s,
         .summary = u"Make the tables, or bring them to the newest revision"_s,
         .run = migrateUpgrade},
        {.name = u"database create"_s,
         .summary = u"Make the database or file itself"_s,
         .run = createDatabase},
        {.name = u"database drop"_s,
         .usage = u"--yes"_s,
         .summary = u"Remove the database or file with everything in it"_s,
         .options = {{u"yes"_s, {}, u"it is meant to go"_s}},
         .run = dropDatabase},
    };
}

} // namespace clientele::ctl
