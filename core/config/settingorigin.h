// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>

namespace clientele {

/// Where a setting's value comes from.
struct SettingOrigin
{
    /// In the order in which one goes before the next.
    enum class Kind
    {
        CommandLine,        ///< name is the option: "--url"
        ProcessEnvironment, ///< name is the variable: "DB_HOST"
        EnvFile,            ///< name is the variable, file and line where it stands
        Profile,            ///< name is the profile's
        Keychain,           ///< the system's, where the person had it remembered
        ServiceFile,        ///< libpq's: name is the service, file and line where it stands
        LibpqEnvironment,   ///< libpq's: name is the variable: "PGHOST"
        PasswordFile,       ///< libpq's: file is where it will look
        Default,
    };

    Kind kind = Kind::Default;
    QString name;
    QString file;
    int line = 0; ///< from 1; 0 where it has none

    bool operator==(const SettingOrigin&) const = default;

    /// For people, behind a value: "DB_HOST in .env, line 3".
    [[nodiscard]] QString text() const;
    /// For programs: "command-line", "process-environment", "env-file" and so on.
    [[nodiscard]] QString code() const;
};

/// By field: "host", "port", "database", "user", "password", "sslmode", "file", "read-only", or one
/// of libpq's keywords.
using SettingOrigins = QMap<QString, SettingOrigin>;

} // namespace clientele
