// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/settingorigin.h"
#include "core/domain/connectionsettings.h"

#include <QString>

namespace clientele {

/// A named way to a book. Never holds a password.
struct Profile
{
    enum class Origin
    {
        LocalBook,   ///< the book that is there from the first start; cannot be removed
        Environment, ///< DATABASE_URL, DB_* of the process or a .env file, a URL on the command
                     ///< line; cannot be edited here
        Saved,       ///< in the profiles file
    };

    QString name;
    Origin origin = Origin::Saved;
    ConnectionSettings connection;
    QString colour;          ///< "#rrggbb", or empty
    bool production = false; ///< colour band in the window, asks before bulk changes
    bool remembered = false; ///< its password is in the keychain: SecretStore::keyOf()
    SettingOrigins origins;  ///< where each value came from, unless it is a saved profile's own

    bool operator==(const Profile&) const = default;
};

} // namespace clientele
