// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>

namespace clientele {

/// What PostgreSQL's own client library knows of connections, asked of the library itself.
namespace libpq {

/// A connection parameter (PostgreSQL manual, 34.1.2).
struct Keyword
{
    QString name;      ///< "sslmode"
    QString variable;  ///< "PGSSLMODE"; empty where there is none
    QString byDefault; ///< compiled in, or the system user's name; may be empty
};

/// Those that this library knows.
const QList<Keyword>& keywords();
bool isKeyword(const QString& name);
/// One that holds a secret, which is written nowhere.
bool isSecret(const QString& name);
/// The keyword that @p name was perhaps meant to be; empty where none is alike.
QString nearestKeyword(const QString& name);
/// disable, allow, prefer, require, verify-ca, verify-full.
const QList<QString>& sslModes();

/// What a postgresql: URL says, by keyword.
struct Parsed
{
    bool ok = false;
    QMap<QString, QString> values; ///< those that are set and not empty
    QString unknownKeyword;        ///< where that is why it is not ok
};
Parsed parseUrl(const QByteArray& url);

} // namespace libpq
} // namespace clientele
