// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/arguments.h"

#include <QList>
#include <QString>

namespace clientele::ctl {

class Context;

/// A command of clientelectl: its words, its help and what it does.
struct Command
{
    QString name;    ///< "list", "migrate upgrade"
    QString usage;   ///< what follows the name: "ID... --yes"
    QString summary; ///< one line
    QList<OptionSpec> options;
    QString details; ///< lines of help behind the options
    int leastWords = 0;
    int mostWords = 0; ///< -1 is any number
    int (*run)(Context&) = nullptr;
};

QList<Command> browsingCommands(); ///< list, count, show
QList<Command> editingCommands();  ///< create, update
QList<Command> stateCommands();    ///< deactivate, restore, delete
QList<Command> importCommands();
QList<Command> exportCommands();
QList<Command> migrateCommands();
QList<Command> databaseCommands();       ///< create, drop
QList<Command> profileCommands();        ///< profile list, add, remove, test
QList<Command> profileSettingCommands(); ///< profile show, set
QList<Command> probingCommands();        ///< probe
QList<Command> walkthroughCommands();

/// All of them, in the order of the help.
QList<Command> allCommands();
/// Those that every command takes.
QList<OptionSpec> globalOptions();

} // namespace clientele::ctl
