// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/connectionsettings.h"

#include <QString>
#include <QStringList>

namespace clientele {

/// A named way to a book. Never holds a password.
struct Profile
{
    enum class Origin
    {
        LocalBook,   ///< the book that is there from the first start; cannot be removed
        Environment, ///< DATABASE_URL, DB_* of the process or a .env file; cannot be edited here
        Saved,       ///< in the profiles file
    };

    QString name;
    Origin origin = Origin::Saved;
    ConnectionSettings connection;
    QString colour;          ///< "#rrggbb", or empty
    bool production = false; ///< colour band in the window, asks before bulk changes
    QStringList sources;     ///< Environment: where each value came from, "DB_HOST: .env"

    bool operator==(const Profile&) const = default;
};

} // namespace clientele
