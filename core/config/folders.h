// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>

namespace clientele {

/// Where the program keeps what is the person's: the one place that decides it. Needs the
/// application object. Thread-safe.
namespace folders {

/// The local book, and what the window remembers.
QString data();
/// The profiles.
QString config();
/// For what lives as long as the program runs: the session's own folder, else data().
QString runtime();

/// A file "clientele.portable" lies beside the program: all of it is then in data/ beside it. Never
/// in QStandardPaths' test mode, nor after moveTo().
bool isPortable();

/// Makes data() and tries to write there, where the program is portable: a medium may be write
/// protected. Everywhere else who needs a folder makes it. File work: not for the window's thread.
Result<> check();

/// Keeps everything in @p folder from now on, for a run that must not touch what is the person's.
/// Before anything was asked of the functions above.
void moveTo(const QString& folder);

} // namespace folders
} // namespace clientele
