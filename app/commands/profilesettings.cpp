// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/commands/context.h"
#include "core/config/connectionurl.h"
#include "core/config/effectivesettings.h"
#include "core/services/profileservice.h"

#include <QJsonObject>

#include <iostream>
#include <string>

using namespace Qt::StringLiterals;

namespace clientele::ctl {

namespace {

QJsonObject toJson(const EffectiveSetting& setting)
{
    const SettingOrigin& origin = setting.origin;
    QJsonObject object{
        {u"field"_s, setting.field}, {u"value"_s, setting.value}, {u"origin"_s, origin.code()}};
    if (!origin.name.isEmpty())
        object.insert(u"name"_s, origin.name);
    if (!origin.file.isEmpty())
        object.insert(u"file"_s, origin.file);
    if (origin.line > 0)
        object.insert(u"line"_s, origin.line);
    return object;
}

int show(Context& context)
{
    const QStringList& words = context.arguments().words();
    const auto target =
        context.target(words.isEmpty() ? std::nullopt : std::optional(words.first()));
    if (!target)
        return context.fail(target.error());
    Console& console = context.console();
    std::vector<QStringList> rows;
    const auto settings = effectiveSettings(target->profile, !target->password.isEmpty(),
                                            QProcessEnvironment::systemEnvironment());
    for (const EffectiveSetting& setting : settings) {
        if (console.json())
            console.print(toJson(setting));
        else
            rows.push_back({setting.field, setting.value.isEmpty() ? u"-"_s : setting.value,
                            setting.origin.text()});
    }
    if (!console.json())
        TextTable(console, {u"Field"_s, u"Value"_s, u"From"_s}).print(rows);
    return Done;
}

int set(Context& context)
{
    const QStringList& words = context.arguments().words();
    const auto changed = context.wait(profiles::change(words.first(), words.sliced(1)));
    if (!changed)
        return context.fail(changed.error().kind == ErrorKind::InvalidInput
                                ? usageError(changed.error().message)
                                : changed.error());
    context.console().say(
        u"Profile %1 is now %2"_s.arg(changed->name, ConnectionUrl::render(changed->connection)));
    return Done;
}

/// Typed without being shown, or the first line of standard input where that is no terminal.
std::optional<QString> readPassword(Console& console, const QString& prompt)
{
    if (auto typed = console.askPassword(prompt))
        return typed;
    std::string line;
    if (!std::getline(std::cin, line))
        return std::nullopt;
    if (line.ends_with('\r'))
        line.pop_back();
    return QString::fromStdString(line);
}

int setPassword(Context& context)
{
    const QString& name = context.arguments().words().first();
    const auto typed = readPassword(context.console(), u"Password for %1: "_s.arg(name));
    if (!typed || typed->isEmpty())
        return context.fail(usageError(u"No password was given."_s));
    const auto changed = context.wait(profiles::setStoredPassword(name, *typed));
    if (!changed)
        return context.fail(changed.error());
    context.console().say(u"The password for %1 is in the keychain."_s.arg(changed->name));
    return Done;
}

int forgetPassword(Context& context)
{
    const auto changed = context.wait(
        profiles::setStoredPassword(context.arguments().words().first(), std::nullopt));
    if (!changed)
        return context.fail(changed.error());
    context.console().say(u"The keychain holds no password for %1."_s.arg(changed->name));
    return Done;
}

} // namespace

QList<Command> profileSettingCommands()
{
    return {
        {.name = u"profile show"_s,
         .usage = u"[NAME]"_s,
         .summary = u"Show each field of a connection, and where its value comes from"_s,
         .mostWords = 1,
         .run = show},
        {.name = u"profile set"_s,
         .usage = u"NAME KEY=VALUE..."_s,
         .summary = u"Change fields of a saved connection; KEY= empties one"_s,
         .leastWords = 2,
         .mostWords = -1,
         .run = set},
        {.name = u"profile set-password"_s,
         .usage = u"NAME"_s,
         .summary = u"Put a connection's password into the keychain: typed, or a line on standard "
                    "input"_s,
         .leastWords = 1,
         .mostWords = 1,
         .run = setPassword},
        {.name = u"profile forget-password"_s,
         .usage = u"NAME"_s,
         .summary = u"Erase a connection's password from the keychain"_s,
         .leastWords = 1,
         .mostWords = 1,
         .run = forgetPassword},
    };
}

} // namespace clientele::ctl
