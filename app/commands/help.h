// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/command.h"

#include <QString>

namespace clientele::ctl {

/// What "clientelectl --help" prints.
QString generalHelp();
/// What "clientelectl help COMMAND" and "clientelectl COMMAND --help" print.
QString commandHelp(const Command& command);

} // namespace clientele::ctl
