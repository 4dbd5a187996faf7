// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/environment.h"

#include "core/config/connectionurl.h"
#include "core/config/dotenv.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace clientele {

namespace {

const QStringList databaseNames{u"DB_HOST"_s, u"DB_PORT"_s,     u"DB_NAME"_s,
                                u"DB_USER"_s, u"DB_PASSWORD"_s, u"DB_SSL_MODE"_s};

/// Looks a name up in the process, then in the file, and remembers where it was.
class Lookup final
{
public:
    Lookup(const QProcessEnvironment& process, const DotEnv& file, const QString& fileName)
        : m_process(process), m_file(file), m_fileName(fileName)
    {}

    [[nodiscard]] bool inProcess(const QString& name) const
    {
        return !m_process.value(name).isEmpty();
    }
    [[nodiscard]] bool isSet(const QString& name) const { return !plain(name).isEmpty(); }
    [[nodiscard]] QString plain(const QString& name) const
    {
        return inProcess(name) ? m_process.value(name) : m_file.value(name).value_or(QString());
    }
    [[nodiscard]] QString source(const QString& name) const
    {
        return inProcess(name) ? u"environment"_s : isSet(name) ? m_fileName : u"default"_s;
    }

    QString take(const QString& name, const QString& byDefault, QStringList& sources) const
    {
        sources << name + u": "_s + source(name);
        return isSet(name) ? plain(name) : byDefault;
    }

private:
    const QProcessEnvironment& m_process;
    const DotEnv& m_file;
    QString m_fileName;
};

Error refusal(const QString& name, const QString& why)
{
    return {.kind = ErrorKind::InvalidInput, .message = why, .subject = name};
}

std::optional<Error> readUrl(const Lookup& lookup, Environment& environment)
{
    Profile& profile = *environment.profile;
    const auto url =
        ConnectionUrl::parse(lookup.take(u"DATABASE_URL"_s, QString(), profile.sources));
    if (!url)
        return refusal(u"DATABASE_URL"_s, u"DATABASE_URL: "_s + url.error().message);
    profile.connection = url->settings;
    environment.password = url->password;
    return std::nullopt;
}

std::optional<Error> readFields(const Lookup& lookup, Environment& environment)
{
    Profile& profile = *environment.profile;
    QStringList& sources = profile.sources;
    ConnectionSettings& connection = profile.connection;
    connection.engine = Engine::PostgreSql;
    connection.host = lookup.take(u"DB_HOST"_s, u"localhost"_s, sources);
    bool isNumber = false;
    connection.port = lookup.take(u"DB_PORT"_s, u"5432"_s, sources).trimmed().toInt(&isNumber);
    if (!isNumber || connection.port < 1 || connection.port > 65535)
        return refusal(u"DB_PORT"_s, u"DB_PORT must be a number from 1 to 65535."_s);
    connection.database = lookup.take(u"DB_NAME"_s, u"example"_s, sources);
    connection.user = lookup.take(u"DB_USER"_s, u"postgres"_s, sources);
    environment.password = lookup.take(u"DB_PASSWORD"_s, QString(), sources);
    connection.sslMode = lookup.take(u"DB_SSL_MODE"_s, u"prefer"_s, sources).trimmed().toLower();
    static const QStringList modes{u"disable"_s, u"allow"_s,     u"prefer"_s,
                                   u"require"_s, u"verify-ca"_s, u"verify-full"_s};
    if (!modes.contains(connection.sslMode))
        return refusal(u"DB_SSL_MODE"_s,
                       u"DB_SSL_MODE must be one of %1."_s.arg(modes.join(u", "_s)));
    return std::nullopt;
}

} // namespace

Result<Environment> Environment::read(const QProcessEnvironment& process, const QString& envFile)
{
    Environment environment;
    const QString path = envFile.isEmpty() ? u".env"_s : envFile;
    DotEnv file;
    if (!envFile.isEmpty() || QFileInfo(path).isFile()) {
        auto content = DotEnv::read(path, process);
        if (!content)
            return content.error();
        file = std::move(content).value();
    }
    const QString fileName = QFileInfo(path).fileName();
    for (const QString& warning : file.warnings())
        environment.warnings << fileName + u' ' + warning;

    const Lookup lookup(process, file, fileName);
    environment.debug = lookup.plain(u"DEBUG"_s).compare(u"true"_s, Qt::CaseInsensitive) == 0;
    environment.logLevel = lookup.plain(u"LOG_LEVEL"_s).toUpper();

    const auto inProcess = [&](const QString& name) { return lookup.inProcess(name); };
    const auto isSet = [&](const QString& name) { return lookup.isSet(name); };
    const bool anyField = std::any_of(databaseNames.cbegin(), databaseNames.cend(), isSet);
    // What the process says goes before what the file says, even a field before a whole URL.
    const bool useUrl = lookup.inProcess(u"DATABASE_URL"_s) ||
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

} // namespace clientele
