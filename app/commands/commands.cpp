// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"

using namespace Qt::StringLiterals;

namespace clientele::ctl {

QList<Command> allCommands()
{
    return walkthroughCommands() + browsingCommands() + editingCommands() + stateCommands() +
           importCommands() + exportCommands() + migrateCommands() + databaseCommands() +
           profileCommands() + profileSettingCommands() + probingCommands();
}

QList<OptionSpec> globalOptions()
{
    return {
        {u"profile"_s, u"NAME"_s, u"the book of a saved profile"_s},
        {u"url"_s, u"URL"_s, u"the book at postgresql://user@host/database or sqlite:///file"_s},
        {u"env-file"_s, u"FILE"_s, u"the book that a .env file names"_s},
        {u"json"_s, {}, u"results as one JSON object a line"_s},
        {u"verbose"_s, {}, u"say on standard error which book is used, and why"_s},
        {u"help"_s, {}, u"print this help"_s},
        {u"version"_s, {}, u"print the version"_s},
    };
}

} // namespace clientele::ctl
