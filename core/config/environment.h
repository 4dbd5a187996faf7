// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/profile.h"
#include "core/result.h"

#include <QMap>
#include <QProcessEnvironment>
#include <QString>

#include <optional>

namespace clientele {

/// What DATABASE_URL, DB_HOST, DB_PORT, DB_NAME, DB_USER, DB_PASSWORD, DB_SSL_MODE, DEBUG and
/// LOG_LEVEL say, each value from the process environment first and a .env file second.
struct Environment
{
    /// Set where DATABASE_URL or any DB_* is; unset otherwise. Defaults as in the guide: localhost,
    /// 5432, example, postgres, prefer.
    std::optional<Profile> profile;
    QString password;
    bool debug = false;
    QString logLevel;     ///< upper case, or empty
    QStringList warnings; ///< ".env line 3: …"

    /// @p envFile may be empty: then ./.env is read where it exists. A file that is named must
    /// exist.
    static Result<Environment> read(const QProcessEnvironment& process,
                                    const QString& envFile = {});
};

} // namespace clientele
