// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QProcessEnvironment>
#include <QString>

namespace clientele {

/// A service of libpq's connection service file, read to show where values come from; libpq reads
/// it itself to connect (PostgreSQL manual, 34.17).
struct ServiceFile
{
    struct Setting
    {
        QString value;
        int line = 0; ///< from 1

        bool operator==(const Setting&) const = default;
    };

    QString path;                    ///< empty where no file has the service
    QMap<QString, Setting> settings; ///< by keyword; the first of a name counts

    /// Looks in PGSERVICEFILE or ~/.pg_service.conf, then in PGSYSCONFDIR.
    static ServiceFile find(const QString& service, const QProcessEnvironment& process);
};

} // namespace clientele
