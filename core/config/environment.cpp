// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/environment.h"

#include "core/config/connectionurl.h"
#include "core/config/dotenv.h"
#include "core/config/effectivesettings.h"
#include "core/config/libpq.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clientele {

namespace {

const QStringList databaseNames{u"DB_HOST"_s, u"DB_PORT"_s,     u"DB_NAME"_s,
                                u"DB_USER"_s, u"DB_PASSWORD"_s, u"DB_SSL_MODE"_s};

/// Looks a name up in the process, then in the file.
class Lookup final
{
public:
    Lookup(const QProcessEnvironment& process, const DotEnv& file, const QString& path)
        : m_process(process), m_file(file), m_path(path)
    {}

    [[nodiscard]] bool inProcess(const QString& name) const { return m_process.contains(name); }
    [[nodiscard]] bool isSet(const QString& name) const { return !value(name).isEmpty(); }
    [[nodiscard]] QString value(const QString& name) const
    {
        return inProcess(name) ? m_process.value(name) : m_file.value(name).value_or(QString());
    }
    [[nodiscard]] SettingOrigin origin(const QString& name) const
    {
        using Kind = SettingOrigin::Kind;
        if (!isSet(name))
            return {};
        if (inProcess(name))
            return {.kind = Kind::ProcessEnvironment, .name = name};
        return {.kind = Kind::EnvFile, .name = name, .file = m_path, .line = m_file.line(name)};
    }
    /// Whether libpq would find a value of its own, where we have none.
    [[nodiscard]] bool libpqKnows(const QString& variable) const
    {
        return !m_process.value(variable).isEmpty() || !m_process.value(u"PGSERVICE"_s).isEmpty();
    }

private:
    const QProcessEnvironment& m_process;
    const DotEnv& m_file;
    QString m_path;
};

Error refusal(const QString& name, const QString& why)
{
    return {.kind = ErrorKind::InvalidInput, .message = why, .subject = name};
}

std::optional<Error> readUrl(const Lookup& lookup, Environment& environment)
{
    const QString name = u"DATABASE_URL"_s;
    const auto url = ConnectionUrl::parse(lookup.value(name));
    if (!url)
        return refusal(name, u"DATABASE_URL: "_s + url.error().message);
    environment.profile->connection = url->settings;
    environment.profile->origins =
        originsOf(url->settings, !url->password.isEmpty(), lookup.origin(name));
    environment.password = url->password;
    return std::nullopt;
}

std::optional<Error> readFields(const Lookup& lookup, Environment& environment)
{
    const auto take = [&](const QString& name, const QString& field, const QString& byDefault,
                          const QString& libpqVariable) {
        if (!lookup.isSet(name) && lookup.libpqKnows(libpqVariable))
            return QString();
        environment.profile->origins.insert(field, lookup.origin(name));
        return lookup.isSet(name) ? lookup.value(name) : byDefault;
    };
    ConnectionSettings& connection = environment.profile->connection;
    connection.engine = Engine::PostgreSql;
    connection.host = take(u"DB_HOST"_s, u"host"_s, u"localhost"_s, u"PGHOST"_s);
    connection.database = take(u"DB_NAME"_s, u"database"_s, u"example"_s, u"PGDATABASE"_s);
    connection.user = take(u"DB_USER"_s, u"user"_s, u"postgres"_s, u"PGUSER"_s);
    if (lookup.isSet(u"DB_PASSWORD"_s))
        environment.password = take(u"DB_PASSWORD"_s, u"password"_s, {}, {});

    const QString port = take(u"DB_PORT"_s, u"port"_s, u"5432"_s, u"PGPORT"_s).trimmed();
    connection.port = port.toInt();
    if (!port.isEmpty() && (connection.port < 1 || connection.port > 65535))
        return refusal(u"DB_PORT"_s, u"DB_PORT must be a number from 1 to 65535."_s);
    connection.sslMode =
        take(u"DB_SSL_MODE"_s, u"sslmode"_s, u"prefer"_s, u"PGSSLMODE"_s).trimmed().toLower();
    if (!connection.sslMode.isEmpty() && !libpq::sslModes().contains(connection.sslMode))
        return refusal(u"DB_SSL_MODE"_s,
                       u"DB_SSL_MODE must be one of %1."_s.arg(libpq::sslModes().join(u", "_s)));
    return std::nullopt;
}

void readLogging(const Lookup& lookup, Environment& environment)
{
    static const QStringList levels{u"DEBUG"_s, u"INFO"_s, u"WARNING"_s, u"ERROR"_s, u"CRITICAL"_s};
    const QString debug = lookup.value(u"DEBUG"_s).trimmed();
    environment.debug = debug.compare(u"true"_s, Qt::CaseInsensitive) == 0;
    const QString level = lookup.value(u"LOG_LEVEL"_s).trimmed().toUpper();
    if (levels.contains(level))
        environment.logLevel = level;
    else if (!level.isEmpty())
        environment.warnings << u"LOG_LEVEL (%1) must be one of %2, and counts as not set"_s.arg(
            lookup.origin(u"LOG_LEVEL"_s).text(), levels.join(u", "_s));
}

/// What passwordFor() needs.
void readPassword(const Lookup& lookup, Environment& environment)
{
    for (const QString& name : {u"DB_HOST"_s, u"DB_PORT"_s, u"DB_USER"_s}) {
        if (lookup.isSet(name))
            environment.named.insert(name, lookup.value(name).trimmed());
    }
    // Within the process our own variable goes first; any of the process goes before a file's.
    const QString name = u"DB_PASSWORD"_s;
    if (lookup.isSet(name) && (lookup.inProcess(name) || !lookup.inProcess(u"PGPASSWORD"_s)))
        environment.lent =
            Environment::Password{.text = lookup.value(name), .origin = lookup.origin(name)};
}

} // namespace

Result<Environment> Environment::read(const QProcessEnvironment& process, const QString& envFile)
{
    Environment environment;
    const QString path = envFile.isEmpty() ? u".env"_s : envFile;
    const QFileInfo info(path);
    DotEnv file;
    if (!envFile.isEmpty() || (info.exists() && !info.isDir())) {
        auto content = DotEnv::read(path, process);
        if (!content)
            return content.error();
        file = std::move(content).value();
    }
    for (const QString& warning : file.warnings())
        environment.warnings << info.fileName() + u' ' + warning;

    const Lookup lookup(process, file, path);
    readLogging(lookup, environment);
    readPassword(lookup, environment);

    const auto inProcess = [&](const QString& name) { return !process.value(name).isEmpty(); };
    const auto isSet = [&](const QString& name) { return lookup.isSet(name); };
    const bool anyField = std::any_of(databaseNames.cbegin(), databaseNames.cend(), isSet);
    // What the process says goes before what the file says, even a field before a whole URL.
    const bool useUrl = inProcess(u"DATABASE_URL"_s) ||
                        (lookup.isSet(u"DATABASE_URL"_s) &&
                         std::none_of(databaseNames.cbegin(), databaseNames.cend(), inProcess));
    if (!useUrl && !anyField)
        return environment;

    environment.profile = Profile{.name = u"Environment"_s, .origin = Profile::Origin::Environment};
    const auto error = useUrl ? readUrl(lookup, environment) : readFields(lookup, environment);
    if (error)
        return *error;
    return environment;
}

std::optional<Environment::Password>
Environment::passwordFor(const ConnectionSettings& settings) const
{
    const auto fits = [&](const QString& name, const QString& value) {
        return !named.contains(name) || named[name] == value;
    };
    const bool meant = settings.engine == Engine::PostgreSql && fits(u"DB_HOST"_s, settings.host) &&
                       fits(u"DB_PORT"_s, QString::number(settings.port ? settings.port : 5432)) &&
                       fits(u"DB_USER"_s, settings.user);
    return meant ? lent : std::nullopt;
}

} // namespace clientele
