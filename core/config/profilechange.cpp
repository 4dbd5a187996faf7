// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/profilechange.h"

#include "core/config/libpq.h"

#include <QFileInfo>
#include <QRegularExpression>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

Error refusal(const QString& why)
{
    return {.kind = ErrorKind::InvalidInput, .message = why};
}

Result<> setFlag(bool& flag, const QString& key, const QString& value)
{
    const QString word = value.toLower();
    const bool yes = word == u"true" || word == u"yes" || word == u"on" || word == u"1";
    const bool no =
        word.isEmpty() || word == u"false" || word == u"no" || word == u"off" || word == u"0";
    if (!yes && !no)
        return refusal(u"%1 is either true or false."_s.arg(key));
    flag = yes;
    return {};
}

Result<> setPort(ConnectionSettings& settings, const QString& value)
{
    const QStringList ports = value.split(u',');
    for (const QString& port : ports) {
        const int number = port.toInt();
        if (!port.isEmpty() && (number < 1 || number > 65535))
            return refusal(u"The port must be a number from 1 to 65535."_s);
    }
    settings.options.remove(u"port"_s);
    settings.port = ports.size() == 1 ? value.toInt() : 0;
    if (ports.size() > 1) // one for each host
        settings.options.insert(u"port"_s, value);
    return {};
}

Result<> setServerField(ConnectionSettings& settings, const QString& key, const QString& value)
{
    if (libpq::isSecret(key))
        return refusal(u"A profile holds no password. Put it into ~/.pgpass or PGPASSWORD, or type "
                       "it when asked."_s);
    if (key == u"host")
        settings.host = value;
    else if (key == u"port")
        return setPort(settings, value);
    else if (key == u"database" || key == u"dbname")
        settings.database = value;
    else if (key == u"user")
        settings.user = value;
    else if (key != u"sslmode" && !libpq::isKeyword(key)) {
        const QString nearest = libpq::nearestKeyword(key);
        return refusal(u"There is no setting %1. "_s.arg(key) +
                       (nearest.isEmpty()
                            ? u"There are host, port, database, user, sslmode, read-only, "
                              "production, colour and the keywords of PostgreSQL's client."_s
                            : u"Did you mean %1?"_s.arg(nearest)));
    } else if (key == u"sslmode" && !value.isEmpty() && !libpq::sslModes().contains(value))
        return refusal(u"sslmode must be one of %1."_s.arg(libpq::sslModes().join(u", "_s)));
    else if (key == u"sslmode")
        settings.sslMode = value;
    else if (value.isEmpty())
        settings.options.remove(key);
    else
        settings.options.insert(key, value);
    return {};
}

Result<> setFile(ConnectionSettings& settings, const QString& value)
{
    if (value.isEmpty())
        return refusal(u"A SQLite book cannot be without its file."_s);
    settings.file = QFileInfo(value).absoluteFilePath();
    return {};
}

} // namespace

Result<> applySetting(Profile& profile, const QString& assignment)
{
    static const QRegularExpression colour(u"^(#[0-9a-fA-F]{6})?$"_s);
    const qsizetype equals = assignment.indexOf(u'=');
    if (equals < 1)
        return refusal(u"Write each setting as KEY=VALUE, or KEY= to unset it."_s);
    const QString key = assignment.left(equals).trimmed();
    const QString value = assignment.sliced(equals + 1);
    if (key == u"read-only")
        return setFlag(profile.connection.readOnly, key, value);
    if (key == u"production")
        return setFlag(profile.production, key, value);
    if (key == u"colour") {
        if (!colour.match(value).hasMatch())
            return refusal(u"A colour is written as #rrggbb, such as #b3261e."_s);
        profile.colour = value;
        return {};
    }
    const bool isSqlite = profile.connection.engine == Engine::Sqlite;
    if (isSqlite != (key == u"file"))
        return refusal(isSqlite ? u"%1 is a file: it has no setting %2."_s.arg(profile.name, key)
                                : u"%1 is on a server: it has no file."_s.arg(profile.name));
    return isSqlite ? setFile(profile.connection, value)
                    : setServerField(profile.connection, key, value);
}

} // namespace clientele
