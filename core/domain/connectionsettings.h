// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>

namespace clientele {

enum class Engine
{
    Sqlite,
    PostgreSql
};

/// Where a book of customers is and how to reach it. No password: that is held apart (Credentials).
struct ConnectionSettings
{
    Engine engine = Engine::Sqlite;
    bool readOnly = false;

    QString file; ///< SQLite: absolute path

    QString host; ///< PostgreSQL, all as libpq understands them; empty is libpq's default
    int port = 0; ///< 0 is libpq's default
    QString database;
    QString user;
    QString sslMode;
    QMap<QString, QString> options; ///< further libpq keywords, such as connect_timeout

    bool operator==(const ConnectionSettings&) const = default;

    /// For people: the file's path, or user@host:port/database.
    [[nodiscard]] QString location() const;
};

} // namespace clientele
