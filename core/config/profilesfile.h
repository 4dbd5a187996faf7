// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/profile.h"
#include "core/result.h"

#include <QList>
#include <QString>

namespace clientele {

/// What stands in a profiles file. Only its owner may read it, and it holds no password.
struct ProfilesFile
{
    QList<Profile> profiles;
    QString defaultName; ///< empty is the local book

    /// A file that is not there is empty. File where it is damaged or a newer program's.
    static Result<ProfilesFile> read(const QString& path);
    /// Atomically; what was there before is kept beside it as .bak.
    Result<> write(const QString& path) const;
};

} // namespace clientele
