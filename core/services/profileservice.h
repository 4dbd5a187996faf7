// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/environment.h"
#include "core/config/profile.h"
#include "core/task.h"

#include <QList>
#include <QString>

namespace clientele {

/// The profiles and what a person's settings say, for the window: file work done in another thread.
namespace profiles {

struct Listing
{
    QList<Profile>
        profiles; ///< the local book, then the environment's where set, then the saved ones
    QString defaultName;
    QString environmentPassword;
    QStringList warnings;
};

Task<Listing> list(const QString& envFile = {});
/// @p replaces is the name it had before, or empty where it is new.
Task<std::monostate> save(const Profile& profile, const QString& replaces = {});
/// Puts each "key=value" of @p assignments into the saved profile, all or none; the profile as it
/// is then.
Task<Profile> change(const QString& name, const QStringList& assignments);
Task<std::monostate> remove(const QString& name);
Task<std::monostate> setDefault(const QString& name);
/// A .env file as a profile, with its password, for the connections dialog.
Task<Environment> readEnvFile(const QString& file);

} // namespace profiles
} // namespace clientele
