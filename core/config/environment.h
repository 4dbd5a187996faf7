// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/profile.h"
#include "core/result.h"

#include <QMap>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

#include <optional>

namespace clientele {

/// What DATABASE_URL, DB_HOST, DB_PORT, DB_NAME, DB_USER, DB_PASSWORD, DB_SSL_MODE, DEBUG and
/// LOG_LEVEL say, each value from the process environment first and a .env file second. A variable
/// that the process sets to nothing is set, and hides what the file says.
struct Environment
{
    /// A password, and which variable it stands in.
    struct Password
    {
        QString text;
        SettingOrigin origin;
    };

    /// Set where DATABASE_URL or any DB_* is; unset otherwise. Defaults as in the guide: localhost,
    /// 5432, example, postgres, prefer; but what PGHOST, PGPORT, PGDATABASE, PGUSER, PGSSLMODE or
    /// PGSERVICE says is left to libpq.
    std::optional<Profile> profile;
    QString password;
    bool debug = false;
    QString logLevel;     ///< DEBUG, INFO, WARNING, ERROR, CRITICAL, or empty
    QStringList warnings; ///< ".env line 3: …"

    QMap<QString, QString> named; ///< DB_HOST, DB_PORT, DB_USER as they are set
    std::optional<Password> lent; ///< DB_PASSWORD, where no PGPASSWORD goes before it

    /// @p envFile may be empty: then ./.env is read where it exists. A file that is named must
    /// exist. Folders above the current one are not searched, unlike find_dotenv(): what a program
    /// that is started anywhere connects to must not hang on files of somebody else's further up.
    static Result<Environment> read(const QProcessEnvironment& process,
                                    const QString& envFile = {});

    /// DB_PASSWORD for a profile that has none, unless DB_HOST, DB_PORT or DB_USER say that it is
    /// meant for another server.
    [[nodiscard]] std::optional<Password> passwordFor(const ConnectionSettings& settings) const;
};

} // namespace clientele
