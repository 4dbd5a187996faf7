// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/profile.h"

#include <QList>
#include <QProcessEnvironment>
#include <QString>

namespace clientele {

/// A field of a connection as it is used in the end.
struct EffectiveSetting
{
    QString field; ///< "host", "port", "database", "user", "password", … or a keyword of libpq's
    QString value; ///< of the password: "given", "looked up" or "not given"; never itself
    SettingOrigin origin;

    bool operator==(const EffectiveSetting&) const = default;
};

/// Every field of @p profile; what it leaves empty as libpq fills it in: from the service file,
/// then from PG* variables, then its own defaults. Reads files of libpq's.
QList<EffectiveSetting> effectiveSettings(const Profile& profile, bool passwordGiven,
                                          const QProcessEnvironment& process);

/// The fields that @p settings has, by name, without secrets.
QMap<QString, QString> fieldsOf(const ConnectionSettings& settings);
/// @p origin for each field that @p settings has, and for the password where one is given.
SettingOrigins originsOf(const ConnectionSettings& settings, bool passwordGiven,
                         const SettingOrigin& origin);

} // namespace clientele
