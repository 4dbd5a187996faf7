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
/// @p replaces is the name it had before, or empty where it is new. Where the profile is to be
/// remembered, @p password goes into the keychain, or the one that is there moves along with the
/// name; where it is not, the one that is there is erased. Nothing is saved where that fails.
Task<std::monostate> save(const Profile& profile, const QString& replaces = {},
                          const QString& password = {});
/// What the keychain has for a profile that is remembered.
Task<QString> storedPassword(const Profile& profile);
/// @p typed, or what the keychain has where that is empty and the profile remembered.
Task<QString> passwordFor(const Profile& profile, const QString& typed);
/// Puts it into the keychain, or erases it there where there is none; the saved profile as it is
/// then.
Task<Profile> setStoredPassword(const QString& name, const std::optional<QString>& password);
/// Puts each "key=value" of @p assignments into the saved profile, all or none; the profile as it
/// is then. What is sent to another server by that is not remembered any more.
Task<Profile> change(const QString& name, const QStringList& assignments);
/// With its password in the keychain, unless there is no keychain any more.
Task<std::monostate> remove(const QString& name);
Task<std::monostate> setDefault(const QString& name);
/// A .env file as a profile, with its password, for the connections dialog.
Task<Environment> readEnvFile(const QString& file);

} // namespace profiles
} // namespace clientele
