// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/connectionsettings.h"
#include "core/task.h"

namespace clientele {

/// Makes and drops whole databases, as sqlalchemy-utils' create_database and drop_database do,
/// without hiding why it failed.
namespace databases {

/// Conflict where it is there already, PermissionDenied where the role may not. A SQLite file is
/// made with its header, for its owner alone.
Task<std::monostate> create(const ConnectionSettings& settings, const QString& password);

enum class Others
{
    StopIt,  ///< sessions of others are named, and nothing happens
    AreEnded ///< their sessions are ended first
};
/// NotFound where it is not there; Conflict where others are in it, or where the server itself
/// lives from it. Of SQLite, the file and what lies beside it; never a file that is something else,
/// or that another program has open, whatever @p others says.
Task<std::monostate> drop(const ConnectionSettings& settings, const QString& password,
                          Others others = Others::StopIt);

} // namespace databases
} // namespace clientele
