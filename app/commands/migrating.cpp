// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/commands/context.h"
#include "core/services/schemaadmin.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace clientele::ctl {

namespace {

/// Looks at or changes the tables of the target, asking for its password where that is all that is
/// missing. @p act makes a task of the settings and the password.
template <class Act>
auto onTarget(Context& context, Act act) -> decltype(context.wait(act({}, {})))
{
    const auto target = context.target();
    if (!target)
        return target.error();
    const ConnectionSettings& settings = target->profile.connection;
    auto result = context.wait(act(settings, target->password));
    if (!result && result.error().kind == ErrorKind::AuthenticationFailed) {
        if (const auto password =
                context.console().askPassword(u"Password for %1: "_s.arg(settings.location())))
            return context.wait(act(settings, *password));
    }
    return result;
}

/// The revision that a command names, or @p byDefault.
QString word(Context& context, const QString& byDefault = {})
{
    return context.arguments().words().value(0, byDefault);
}

QJsonValue orNull(const QString& text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

void printRevision(Console& console, const QString& revision)
{
    if (console.json())
        console.print(QJsonObject{{u"revision"_s, orNull(revision)}});
    else if (!revision.isEmpty())
        console.print(revision);
}

void sayWhereItStands(Console& console, const SchemaStatus& status)
{
    if (status.revision.isEmpty())
        console.say(u"No revision is noted here: there are no tables of Clientele yet, or others "
                    "made them. The newest is %1."_s.arg(status.head));
    else if (!status.isHead())
        console.say(
            u"The newest revision is %1; \"clientelectl migrate upgrade\" goes there."_s.arg(
                status.head));
    if (status.adopted)
        console.say(u"The customer table was made by others, and adopted."_s);
    if (!status.alembic.isEmpty())
        console.say(u"Alembic keeps a revision of its own here, %1; it is left alone."_s.arg(
            status.alembic));
}

int migrateCurrent(Context& context)
{
    const auto status = onTarget(context, schemas::status);
    if (!status)
        return context.fail(status.error());
    Console& console = context.console();
    if (console.json())
        console.print(QJsonObject{{u"revision"_s, orNull(status->revision)},
                                  {u"head"_s, status->head},
                                  {u"is_head"_s, status->isHead()},
                                  {u"adopted"_s, status->adopted},
                                  {u"alembic"_s, orNull(status->alembic)}});
    else
        printRevision(console, status->revision);
    sayWhereItStands(console, *status);
    return context.arguments().has(u"check-head"_s) && !status->isHead() ? Failed : Done;
}

QString historyLine(const SchemaRevision& revision)
{
    return u"%1 -> %2%3%4, %5"_s.arg(revision.previous.isEmpty() ? u"<base>"_s : revision.previous,
                                     revision.revision, revision.head ? u" (head)"_s : QString(),
                                     revision.current ? u" (current)"_s : QString(),
                                     revision.title);
}

int migrateHistory(Context& context)
{
    const auto history =
        onTarget(context, [&](const ConnectionSettings& settings, const QString& password) {
            return schemas::history(settings, password, word(context));
        });
    if (!history)
        return context.fail(history.error());
    for (const SchemaRevision& revision : *history) {
        if (context.console().json())
            context.console().print(QJsonObject{{u"revision"_s, revision.revision},
                                                {u"previous"_s, orNull(revision.previous)},
                                                {u"title"_s, revision.title},
                                                {u"head"_s, revision.head},
                                                {u"current"_s, revision.current},
                                                {u"applied_at"_s, orNull(revision.appliedAt)}});
        else
            context.console().print(historyLine(revision));
    }
    return Done;
}

/// Says what was done, and prints where the tables are now.
int report(Context& context, const QString& done, const QString& nothing,
           const Result<QStringList>& revisions)
{
    if (!revisions)
        return context.fail(revisions.error());
    context.console().say(revisions->isEmpty() ? nothing : done.arg(revisions->join(u", "_s)));
    const auto status = onTarget(context, schemas::status);
    if (!status)
        return context.fail(status.error());
    printRevision(context.console(), status->revision);
    return Done;
}

int migrateUpgrade(Context& context)
{
    const auto applied =
        onTarget(context, [&](const ConnectionSettings& settings, const QString& password) {
            return schemas::upgrade(settings, password, word(context, u"head"_s));
        });
    return report(context, u"Applied %1."_s, u"Nothing to do: this revision is there."_s, applied);
}

int migrateDowngrade(Context& context)
{
    const bool toBase = context.arguments().has(u"yes"_s);
    const auto undone =
        onTarget(context, [&](const ConnectionSettings& settings, const QString& password) {
            return schemas::downgrade(settings, password, word(context), toBase);
        });
    if (!undone && undone.error().code == u"base")
        return context.fail(usageError(undone.error().message + u" Say --yes if that is meant."_s));
    return report(context, u"Took back %1."_s, u"Nothing to do: this revision is there."_s, undone);
}

int migrateStamp(Context& context)
{
    const auto revision =
        onTarget(context, [&](const ConnectionSettings& settings, const QString& password) {
            return schemas::stamp(settings, password, word(context));
        });
    if (!revision)
        return context.fail(revision.error());
    context.console().say(revision->isEmpty()
                              ? u"No revision is noted any more. No table was changed."_s
                              : u"Noted revision %1. No table was changed; \"clientelectl migrate "
                                "check\" compares them with it."_s.arg(*revision));
    printRevision(context.console(), *revision);
    return Done;
}

int migrateSql(Context& context)
{
    const auto target = context.target();
    if (!target)
        return context.fail(target.error());
    const auto sql = schemas::sql(target->profile.connection.engine, word(context),
                                  context.arguments().has(u"adopted"_s));
    if (!sql)
        return context.fail(sql.error());
    context.console().write(sql->trimmed().toUtf8());
    return Done;
}

QString outcomeWord(SchemaDrift::Outcome outcome)
{
    switch (outcome) {
    case SchemaDrift::Outcome::Same:
        return u"same"_s;
    case SchemaDrift::Outcome::Different:
        return u"different"_s;
    case SchemaDrift::Outcome::Behind:
        break;
    }
    return u"behind"_s;
}

int migrateCheck(Context& context)
{
    const auto drift = onTarget(context, schemas::check);
    if (!drift)
        return context.fail(drift.error());
    Console& console = context.console();
    if (console.json()) {
        console.print(
            QJsonObject{{u"outcome"_s, outcomeWord(drift->outcome)},
                        {u"revision"_s, orNull(drift->revision)},
                        {u"head"_s, drift->head},
                        {u"differences"_s, QJsonArray::fromStringList(drift->differences)},
                        {u"remarks"_s, QJsonArray::fromStringList(drift->remarks)}});
    } else {
        for (const QString& difference : drift->differences)
            console.print(difference);
        for (const QString& remark : drift->remarks)
            console.say(u"Note: "_s + remark);
    }
    switch (drift->outcome) {
    case SchemaDrift::Outcome::Same:
        console.say(u"The tables are as revision %1 makes them."_s.arg(drift->revision));
        return Done;
    case SchemaDrift::Outcome::Different:
        console.say(u"The tables differ from what revision %1 makes."_s.arg(drift->revision));
        break;
    case SchemaDrift::Outcome::Behind:
        console.say(u"The tables are behind: at %1, and the newest revision is %2. Upgrade first, "
                    "then check."_s.arg(drift->revision.isEmpty() ? u"base"_s : drift->revision,
                                        drift->head));
        break;
    }
    return Failed;
}

} // namespace

QList<Command> migrateCommands()
{
    return {
        {.name = u"migrate current"_s,
         .usage = u"[--check-head]"_s,
         .summary = u"Print the revision of the book's tables"_s,
         .options = {{u"check-head"_s, {}, u"fail where it is not the newest"_s}},
         .run = migrateCurrent},
        {.name = u"migrate history"_s,
         .usage = u"[FROM:TO]"_s,
         .summary = u"List the revisions that there are, newest first"_s,
         .mostWords = 1,
         .run = migrateHistory},
        {.name = u"migrate upgrade"_s,
         .usage = u"[REV]"_s,
         .summary = u"Make the tables, or bring them to the newest revision or REV"_s,
         .mostWords = 1,
         .run = migrateUpgrade},
        {.name = u"migrate downgrade"_s,
         .usage = u"REV [--yes]"_s,
         .summary = u"Take revisions back, as far as REV"_s,
         .options = {{u"yes"_s, {}, u"for base: our tables are meant to go"_s}},
         .leastWords = 1,
         .mostWords = 1,
         .run = migrateDowngrade},
        {.name = u"migrate stamp"_s,
         .usage = u"REV"_s,
         .summary = u"Note REV and change no table; 0001 adopts a table of others"_s,
         .leastWords = 1,
         .mostWords = 1,
         .run = migrateStamp},
        {.name = u"migrate sql"_s,
         .usage = u"[--adopted] FROM:TO"_s,
         .summary = u"Print the SQL between two revisions, for psql or sqlite3"_s,
         .options = {{u"adopted"_s, {}, u"for a table that others made"_s}},
         .leastWords = 1,
         .mostWords = 1,
         .run = migrateSql},
        {.name = u"migrate check"_s,
         .summary = u"Compare the tables with what the migrations make"_s,
         .run = migrateCheck},
    };
}

} // namespace clientele::ctl
