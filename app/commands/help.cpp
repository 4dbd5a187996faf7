// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/help.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clientele::ctl {

namespace {

QString optionLines(const QList<OptionSpec>& options)
{
    QString text;
    for (const OptionSpec& option : options) {
        QString name = u"  --"_s + option.name;
        if (!option.valueName.isEmpty())
            name += u' ' + option.valueName;
        text += name.leftJustified(26) + u"  "_s + option.help + u'\n';
    }
    return text;
}

} // namespace

QString generalHelp()
{
    QString text = u"Usage: clientelectl [--profile NAME | --url URL | --env-file FILE] [--json] "
                   "[--verbose] COMMAND\n\nCommands:\n"_s;
    for (const Command& command : allCommands())
        text += u"  "_s + command.name.leftJustified(25) + command.summary + u'\n';
    text += u"\nOptions:\n"_s + optionLines(globalOptions());
    text += u"\nWhere no book is named, DATABASE_URL and DB_HOST, DB_PORT, DB_NAME, DB_USER, "
            "DB_PASSWORD and\nDB_SSL_MODE of the environment or a .env file name it, then the "
            "default profile, which is\nthe local book.\n\n"
            "Exit status: 0 done, 1 failed, 2 wrong usage, 3 done but some rows were rejected,\n"
            "4 no connection, 5 not found, 6 conflict.\n\n"
            "\"clientelectl help COMMAND\" tells more of a command."_s;
    return text;
}

QString commandHelp(const Command& command)
{
    QString text = u"Usage: clientelectl %1 %2"_s.arg(command.name, command.usage).trimmed() +
                   u"\n\n"_s + command.summary + u".\n"_s;
    if (!command.options.isEmpty())
        text += u"\nOptions:\n"_s + optionLines(command.options);
    if (!command.details.isEmpty())
        text += u'\n' + command.details;
    return text + u"\n\"clientelectl --help\" names the options that every command takes."_s;
}

} // namespace clientele::ctl
