// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/commands/context.h"
#include "core/config/connectionurl.h"
#include "core/config/effectivesettings.h"
#include "core/services/profileservice.h"

#include <QJsonObject>

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
    };
}

} // namespace clientele::ctl
