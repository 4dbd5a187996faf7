// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/commands/context.h"
#include "core/config/connectionurl.h"
#include "core/services/connectiontest.h"
#include "core/services/profileservice.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace clientele::ctl {

namespace {

QString originName(Profile::Origin origin)
{
    switch (origin) {
    case Profile::Origin::LocalBook:
        return u"local"_s;
    case Profile::Origin::Environment:
        return u"environment"_s;
    case Profile::Origin::Saved:
        break;
    }
    return u"saved"_s;
}

int list(Context& context)
{
    const auto listing =
        context.wait(profiles::list(context.arguments().value(u"env-file"_s).value_or(QString())));
    if (!listing)
        return context.fail(listing.error());
    Console& console = context.console();
    for (const QString& warning : listing->warnings)
        console.say(warning);
    std::vector<QStringList> rows;
    for (const Profile& profile : listing->profiles) {
        const bool isDefault = profile.name == listing->defaultName;
        const QString url = ConnectionUrl::render(profile.connection);
        if (console.json())
            console.print(QJsonObject{{u"name"_s, profile.name},
                                      {u"origin"_s, originName(profile.origin)},
                                      {u"url"_s, url},
                                      {u"default"_s, isDefault}});
        else
            rows.push_back({profile.name, isDefault ? u"default"_s : QString(), url});
    }
    if (!console.json())
        TextTable(console, {u"Name"_s, QString(), u"URL"_s}).print(rows);
    return Done;
}

int add(Context& context)
{
    const QStringList& words = context.arguments().words();
    Result<Target> target = Error{};
    if (words.size() == 2) {
        const auto url = ConnectionUrl::parse(words[1]);
        if (!url)
            return context.fail(usageError(url.error().message));
        target = Target{{.connection = url->settings}, url->password};
    } else if (context.arguments().has(u"url"_s) || context.arguments().has(u"env-file"_s)) {
        target = context.target();
    } else {
        target = usageError(u"profile add needs a URL behind the name, or --env-file FILE."_s);
    }
    if (!target)
        return context.fail(target.error());

    Profile profile = target->profile;
    profile.name = words.first().trimmed();
    profile.origin = Profile::Origin::Saved;
    const auto saved = context.wait(profiles::save(profile));
    if (!saved)
        return context.fail(saved.error());
    if (context.arguments().has(u"default"_s)) {
        if (const auto chosen = context.wait(profiles::setDefault(profile.name)); !chosen)
            return context.fail(chosen.error());
    }
    if (!target->password.isEmpty())
        context.console().say(
            u"The password was not kept: no file of Clientele's holds one. \"profile set-password "
            "%1\" puts it into the keychain; ~/.pgpass and PGPASSWORD work too."_s.arg(
                profile.name));
    context.console().say(
        u"Added profile %1: %2"_s.arg(profile.name, ConnectionUrl::render(profile.connection)));
    return Done;
}

int remove(Context& context)
{
    const QString& name = context.arguments().words().first();
    const auto removed = context.wait(profiles::remove(name));
    if (!removed)
        return context.fail(removed.error());
    context.console().say(u"Removed profile %1. Its customers were not touched."_s.arg(name));
    return Done;
}

QString verdictName(ConnectionCheck::Verdict verdict)
{
    switch (verdict) {
    case ConnectionCheck::Verdict::Passed:
        return u"ok"_s;
    case ConnectionCheck::Verdict::Failed:
        return u"failed"_s;
    case ConnectionCheck::Verdict::NotTried:
        break;
    }
    return u"not tried"_s;
}

void print(Console& console, const ConnectionCheck& check)
{
    const QString step = stepName(check.step);
    const bool tried = check.verdict != ConnectionCheck::Verdict::NotTried;
    if (console.json()) {
        console.print(QJsonObject{{u"step"_s, step},
                                  {u"verdict"_s, verdictName(check.verdict)},
                                  {u"finding"_s, check.finding},
                                  {u"advice"_s, check.advice},
                                  {u"milliseconds"_s, check.milliseconds}});
        return;
    }
    const QString time = tried ? u"%1 ms"_s.arg(check.milliseconds, 0, 'f', 1) : QString();
    QString line =
        u"%1  %2  %3  %4"_s.arg(step.leftJustified(18), verdictName(check.verdict).leftJustified(9),
                                time.rightJustified(10), printable(check.finding));
    while (line.endsWith(u' '))
        line.chop(1);
    console.print(line);
    if (!check.advice.isEmpty())
        console.print(u"    "_s + check.advice);
}

int test(Context& context)
{
    const QStringList& words = context.arguments().words();
    const auto target =
        context.target(words.isEmpty() ? std::nullopt : std::optional(words.first()));
    if (!target)
        return context.fail(target.error());
    const auto report = context.wait(testConnection(target->profile.connection, target->password));
    if (!report)
        return context.fail(report.error());
    int status = Done;
    for (const ConnectionCheck& check : report->checks) {
        print(context.console(), check);
        const bool connects = check.step != ConnectionCheck::Step::FindTable &&
                              check.step != ConnectionCheck::Step::Rights;
        if (check.verdict == ConnectionCheck::Verdict::Failed)
            status = connects ? NoConnection : Failed;
    }
    return status;
}

} // namespace

QList<Command> profileCommands()
{
    return {
        {.name = u"profile list"_s, .summary = u"List the profiles"_s, .run = list},
        {.name = u"profile add"_s,
         .usage = u"NAME URL [--default]"_s,
         .summary = u"Save a connection under a name, without its password"_s,
         .options = {{u"default"_s, {}, u"open this one where none is named"_s}},
         .leastWords = 1,
         .mostWords = 2,
         .run = add},
        {.name = u"profile remove"_s,
         .usage = u"NAME"_s,
         .summary = u"Forget a saved connection"_s,
         .leastWords = 1,
         .mostWords = 1,
         .run = remove},
        {.name = u"profile test"_s,
         .usage = u"[NAME]"_s,
         .summary = u"Try a connection step by step"_s,
         .mostWords = 1,
         .run = test},
    };
}

} // namespace clientele::ctl
