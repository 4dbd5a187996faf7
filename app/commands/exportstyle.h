// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/arguments.h"
#include "core/domain/exportformat.h"

namespace clientele::ctl {

/// --format, --columns and what tells how CSV and TSV are written.
QList<OptionSpec> styleOptions();
/// What the formats are and the guard does, for the help.
QString styleHelp();
/// The style that the command line asks for; the format as the file's name tells where --format is
/// not given, else CSV. An error of usage where an option does not fit the format.
Result<ExportStyle> styleFrom(const Arguments& arguments, const QString& file);

} // namespace clientele::ctl
