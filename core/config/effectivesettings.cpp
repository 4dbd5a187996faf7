// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/effectivesettings.h"

#include "core/config/libpq.h"
#include "core/config/libpqfiles.h"
#include "core/config/servicefile.h"

#include <QFileInfo>

namespace clientele {

using namespace Qt::StringLiterals;
using Kind = SettingOrigin::Kind;

namespace {

/// Shown whether they are set or not.
const QStringList alwaysShown{u"host"_s,     u"port"_s,    u"database"_s, u"user"_s,
                              u"password"_s, u"sslmode"_s, u"read-only"_s};

/// What the program says for itself where a profile does not, whatever libpq would have found.
const QStringList setByProgram{u"client_encoding"_s, u"keepalives_idle"_s, u"keepalives_interval"_s,
                               u"keepalives_count"_s, u"tcp_user_timeout"_s};

QString fieldOfKeyword(const QString& keyword)
{
    return keyword == u"dbname" ? u"database"_s : keyword;
}

/// What is used where a profile's field is empty.
class Filler final
{
public:
    Filler(const QMap<QString, QString>& fields, const QProcessEnvironment& process)
        : m_process(process)
    {
        const QString service = fields.value(u"service"_s, process.value(u"PGSERVICE"_s));
        m_name = service;
        m_service = ServiceFile::find(service, process);
    }

    [[nodiscard]] EffectiveSetting fill(const libpq::Keyword& keyword) const
    {
        const QString field = fieldOfKeyword(keyword.name);
        const auto inService = m_service.settings.constFind(keyword.name);
        if (inService != m_service.settings.cend())
            return {field,
                    inService->value,
                    {.kind = Kind::ServiceFile,
                     .name = m_name,
                     .file = m_service.path,
                     .line = inService->line}};
        // Even an empty variable is set, for libpq.
        if (!keyword.variable.isEmpty() && m_process.contains(keyword.variable))
            return {field,
                    m_process.value(keyword.variable),
                    {.kind = Kind::LibpqEnvironment, .name = keyword.variable}};
        return {field, keyword.byDefault, {}};
    }

private:
    const QProcessEnvironment& m_process;
    QString m_name;
    ServiceFile m_service;
};

SettingOrigin ownOrigin(const Profile& profile, const QString& field)
{
    const auto known = profile.origins.constFind(field);
    if (known != profile.origins.cend())
        return *known;
    return profile.origin == Profile::Origin::Saved
               ? SettingOrigin{.kind = Kind::Profile, .name = profile.name}
               : SettingOrigin{};
}

EffectiveSetting password(const Profile& profile, bool given, const EffectiveSetting& filled,
                          const QString& passwordFile)
{
    const QString field = u"password"_s;
    if (given)
        return {field, u"given"_s, ownOrigin(profile, field)};
    if (!filled.value.isEmpty())
        return {field, u"given"_s, filled.origin};
    if (!passwordFile.isEmpty() && QFileInfo::exists(passwordFile))
        return {field, u"looked up"_s, {.kind = Kind::PasswordFile, .file = passwordFile}};
    return {field, u"not given"_s, {}};
}

} // namespace

QMap<QString, QString> fieldsOf(const ConnectionSettings& settings)
{
    QMap<QString, QString> fields;
    const auto put = [&](const QString& field, const QString& value) {
        if (!value.isEmpty() && !libpq::isSecret(field))
            fields.insert(field, value);
    };
    if (settings.readOnly)
        put(u"read-only"_s, u"true"_s);
    if (settings.engine == Engine::Sqlite) {
        put(u"file"_s, settings.file);
        return fields;
    }
    for (auto it = settings.options.cbegin(); it != settings.options.cend(); ++it)
        put(it.key(), it.value());
    put(u"host"_s, settings.host);
    put(u"port"_s, settings.port > 0 ? QString::number(settings.port) : QString());
    put(u"database"_s, settings.database);
    put(u"user"_s, settings.user);
    put(u"sslmode"_s, settings.sslMode);
    return fields;
}

SettingOrigins originsOf(const ConnectionSettings& settings, bool passwordGiven,
                         const SettingOrigin& origin)
{
    SettingOrigins origins;
    for (const QString& field : fieldsOf(settings).keys())
        origins.insert(field, origin);
    if (passwordGiven)
        origins.insert(u"password"_s, origin);
    return origins;
}

QList<EffectiveSetting> effectiveSettings(const Profile& profile, bool passwordGiven,
                                          const QProcessEnvironment& process)
{
    const QMap<QString, QString> fields = fieldsOf(profile.connection);
    const auto own = [&](const QString& field, const QString& byDefault) {
        return fields.contains(field)
                   ? EffectiveSetting{field, fields[field], ownOrigin(profile, field)}
                   : EffectiveSetting{field, byDefault, {}};
    };
    if (profile.connection.engine == Engine::Sqlite)
        return {own(u"file"_s, {}), own(u"read-only"_s, u"false"_s)};

    const Filler filler(fields, process);
    QMap<QString, EffectiveSetting> found;
    for (const libpq::Keyword& keyword : libpq::keywords()) {
        if (setByProgram.contains(keyword.name) && !fields.contains(keyword.name))
            continue;
        const EffectiveSetting filled = filler.fill(keyword);
        found.insert(filled.field, fields.contains(filled.field) ? own(filled.field, {}) : filled);
    }
    found[u"read-only"_s] = own(u"read-only"_s, u"false"_s);
    if (found[u"database"_s].value.isEmpty())
        found[u"database"_s].value = found[u"user"_s].value; // libpq's default
    QString passwordFile = found[u"passfile"_s].value;
    if (passwordFile.isEmpty())
        passwordFile = passwordFileOf(process);
    found[u"password"_s] = password(profile, passwordGiven, found[u"password"_s], passwordFile);

    QList<EffectiveSetting> settings;
    for (const QString& field : alwaysShown)
        settings << found.take(field);
    for (const EffectiveSetting& other : std::as_const(found)) {
        if (other.origin.kind != Kind::Default && !libpq::isSecret(other.field))
            settings << other;
    }
    return settings;
}

} // namespace clientele
