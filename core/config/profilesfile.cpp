// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/profilesfile.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace clientele {

namespace {

constexpr int currentVersion = 1;

Error fileError(const QString& path, const QString& why)
{
    return {.kind = ErrorKind::File, .message = why, .subject = path};
}

/// Absent where it has its default, so that the file is short and people can read it.
template <class T>
void put(QJsonObject& object, const QString& key, const T& value)
{
    if (value != T())
        object.insert(key, value);
}

QJsonObject toJson(const Profile& profile)
{
    const ConnectionSettings& connection = profile.connection;
    QJsonObject object{
        {u"name"_s, profile.name},
        {u"engine"_s, connection.engine == Engine::Sqlite ? u"sqlite"_s : u"postgresql"_s}};
    put(object, u"file"_s, connection.file);
    put(object, u"host"_s, connection.host);
    put(object, u"port"_s, connection.port);
    put(object, u"database"_s, connection.database);
    put(object, u"user"_s, connection.user);
    put(object, u"sslmode"_s, connection.sslMode);
    put(object, u"read_only"_s, connection.readOnly);
    put(object, u"colour"_s, profile.colour);
    put(object, u"production"_s, profile.production);
    put(object, u"remembered"_s, profile.remembered);
    QJsonObject options;
    for (auto it = connection.options.cbegin(); it != connection.options.cend(); ++it) {
        if (!it.key().contains(u"password"_s))
            options.insert(it.key(), it.value());
    }
    put(object, u"options"_s, options);
    return object;
}

std::optional<Profile> fromJson(const QJsonObject& object)
{
    Profile profile{.name = object[u"name"_s].toString(),
                    .colour = object[u"colour"_s].toString(),
                    .production = object[u"production"_s].toBool(),
                    .remembered = object[u"remembered"_s].toBool()};
    const QString engine = object[u"engine"_s].toString();
    if (profile.name.isEmpty() || (engine != u"sqlite" && engine != u"postgresql"))
        return std::nullopt;
    profile.connection = {.engine = engine == u"sqlite" ? Engine::Sqlite : Engine::PostgreSql,
                          .readOnly = object[u"read_only"_s].toBool(),
                          .file = object[u"file"_s].toString(),
                          .host = object[u"host"_s].toString(),
                          .port = object[u"port"_s].toInt(),
                          .database = object[u"database"_s].toString(),
                          .user = object[u"user"_s].toString(),
                          .sslMode = object[u"sslmode"_s].toString()};
    const QJsonObject options = object[u"options"_s].toObject();
    for (auto it = options.begin(); it != options.end(); ++it)
        profile.connection.options.insert(it.key(), it.value().toString());
    return profile;
}

Result<> writeBytes(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) ||
        !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) ||
        file.write(bytes) != bytes.size() || !file.commit())
        return fileError(path, file.errorString());
    return {};
}

/// Closes the file again, for Windows replaces none that is open.
Result<> keepAside(const QString& path)
{
    QFile file(path);
    if (!file.exists())
        return {};
    if (!file.open(QIODevice::ReadOnly))
        return fileError(path, file.errorString());
    return writeBytes(path + u".bak"_s, file.readAll());
}

} // namespace

Result<ProfilesFile> ProfilesFile::read(const QString& path)
{
    QFile file(path);
    if (!file.exists())
        return ProfilesFile{};
    if (!file.open(QIODevice::ReadOnly))
        return fileError(path, file.errorString());

    const QString damaged =
        u"The profiles file is damaged, and is left as it is. Mend it, or move it "
        "away; the version before may be beside it as .bak."_s;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    const QJsonObject root = document.object();
    const int version = root[u"version"_s].toInt();
    if (!document.isObject() || version < 1 || !root[u"profiles"_s].isArray())
        return fileError(path, damaged);
    if (version > currentVersion)
        return fileError(path,
                         u"The profiles file was written by a newer version of Clientele, and "
                         "is left as it is."_s);

    ProfilesFile content{.defaultName = root[u"default"_s].toString()};
    for (const auto& value : root[u"profiles"_s].toArray()) {
        const auto profile = fromJson(value.toObject());
        if (!profile)
            return fileError(path, damaged);
        content.profiles << *profile;
    }
    return content;
}

Result<> ProfilesFile::write(const QString& path) const
{
    QJsonArray array;
    for (const Profile& profile : profiles)
        array << toJson(profile);
    QJsonObject root{{u"version"_s, currentVersion}, {u"profiles"_s, array}};
    put(root, u"default"_s, defaultName);

    if (auto kept = keepAside(path); !kept)
        return kept;
    return writeBytes(path, QJsonDocument(root).toJson());
}

} // namespace clientele
