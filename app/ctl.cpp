// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/commands/context.h"
#include "app/commands/help.h"
#include "app/commands/terminal.h"
#include "core/config/folders.h"
#include "core/runtime.h"
#include "core/services/wording.h"
#include "core/translations.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace clientele;
using namespace clientele::ctl;

namespace {

/// The command that @p words begin with, by its one or two words.
const Command* findCommand(const QList<Command>& commands, const QStringList& words)
{
    const auto named = [&](const QString& name) {
        const auto found = std::find_if(commands.cbegin(), commands.cend(),
                                        [&](const Command& one) { return one.name == name; });
        return found == commands.cend() ? nullptr : &*found;
    };
    const Command* command = named(words.first());
    return command || words.size() < 2 ? command : named(words.first(2).join(u' '));
}

Error unknownCommand(const QList<Command>& commands, const QString& word)
{
    QStringList further;
    for (const Command& command : commands) {
        if (command.name.startsWith(word + u' '))
            further << command.name;
    }
    if (further.isEmpty())
        return usageError(
            u"There is no command \"%1\"; \"clientelectl --help\" names them."_s.arg(word));
    return usageError(u"\"%1\" needs another word: %2."_s.arg(word, further.join(u", "_s)));
}

Result<> checkWords(const Command& command, const QStringList& words)
{
    const QString usage =
        u" Usage: clientelectl %1 %2"_s.arg(command.name, command.usage).trimmed().prepend(u' ');
    if (words.size() < command.leastWords)
        return usageError(u"Something is missing."_s + usage);
    if (command.mostWords >= 0 && words.size() > command.mostWords)
        return usageError(u"\"%1\" is too much."_s.arg(words[command.mostWords]) + usage);
    return {};
}

/// Options, command, options: what the command is to work with, or the exit status where that is
/// all.
Result<Arguments> readCommandLine(const Arguments& global, const Command& command)
{
    const auto nameWords = command.name.count(u' ') + 1;
    auto arguments =
        Arguments::parse(global.rest().sliced(nameWords), command.options + globalOptions());
    if (!arguments)
        return arguments;
    if (const auto merged = arguments->merge(global); !merged)
        return merged.error();
    if (arguments->has(u"help"_s))
        return arguments;
    if (const auto checked = checkWords(command, arguments->words()); !checked)
        return checked.error();
    return arguments;
}

int refuse(Console& console, const Error& error)
{
    console.say(error.message);
    return WrongUsage;
}

/// "clientelectl help", or "clientelectl help list".
int help(const QList<Command>& commands, const QStringList& words, Console& console)
{
    const Command* command = words.isEmpty() ? nullptr : findCommand(commands, words);
    if (!command && !words.isEmpty())
        return refuse(console, unknownCommand(commands, words.first()));
    console.print(command ? commandHelp(*command) : generalHelp());
    return Done;
}

int run(const QStringList& words, Console& console, Interrupts& interrupts)
{
    const auto complain = [&](const Error& error) { return refuse(console, error); };
    const auto global = Arguments::parse(words, globalOptions(), true);
    if (!global)
        return complain(global.error());
    if (global->has(u"version"_s)) {
        console.print(u"clientelectl " CLIENTELE_VERSION ""_s);
        return Done;
    }
    const QList<Command> commands = allCommands();
    if (global->has(u"help"_s) || global->rest().value(0) == u"help")
        return help(commands, global->rest().mid(1), console);
    if (global->rest().isEmpty())
        return complain(usageError(generalHelp()));

    const Command* command = findCommand(commands, global->rest());
    if (!command)
        return complain(unknownCommand(commands, global->rest().first()));
    const auto arguments = readCommandLine(*global, *command);
    if (!arguments)
        return complain(arguments.error());
    int status = Done;
    if (arguments->has(u"help"_s)) {
        console.print(commandHelp(*command));
    } else {
        Context context(*arguments, console, interrupts);
        status = command->run(context);
    }
    return status;
}

} // namespace

int main(int argc, char* argv[])
{
    prepareRuntime();
    prepareStreams();
    Interrupts interrupts;
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"clientelectl"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(CLIENTELE_VERSION));
    translations::installEnglish(application);
    const QStringList words = QCoreApplication::arguments().sliced(1);
    Console console(words.contains(u"--json"_s));
    if (const auto usable = folders::check(); !usable)
        console.say(wording::explain(usable.error()));
    const int status = run(words, console, interrupts);
    if (console.flush())
        return status;
    console.say(u"The results could not be written to standard output."_s);
    return Failed;
}
