// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/connectionurl.h"

#include "core/config/libpq.h"

#include <QFileInfo>
#include <QStringList>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace clientele {

namespace {

Error refusal(const QString& why)
{
    return {.kind = ErrorKind::InvalidInput, .message = why, .subject = u"URL"_s};
}

QString escaped(const QString& text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

Result<ConnectionUrl> parseSqlite(const QString& rest)
{
    const qsizetype question = rest.indexOf(u'?');
    const QString path = QUrl::fromPercentEncoding(
        QStringView(rest).left(question < 0 ? rest.size() : question).toUtf8());
    if (!path.startsWith(u'/'))
        return refusal(u"A SQLite URL has three slashes and a file, as in sqlite:///customers.db, "
                       "or four before an absolute path."_s);
    const QString file = path.sliced(1);
    if (file.isEmpty() || file == u":memory:")
        return refusal(u"A book needs a file, as in sqlite:///customers.db: one in memory would be "
                       "gone at the end."_s);

    ConnectionUrl url{
        .settings = {.engine = Engine::Sqlite, .file = QFileInfo(file).absoluteFilePath()}};
    const QUrlQuery query(question < 0 ? QString() : rest.sliced(question + 1));
    for (const auto& [name, value] : query.queryItems()) {
        if (name != u"mode" || (value != u"ro" && value != u"rw" && value != u"rwc"))
            return refusal(u"A SQLite URL takes mode=ro, to read only, and nothing else after the "
                           "question mark."_s);
        url.settings.readOnly = value == u"ro";
    }
    return url;
}

/// Puts one of libpq's keywords into its place.
void assign(ConnectionUrl& url, const QString& keyword, const QString& value)
{
    ConnectionSettings& settings = url.settings;
    if (keyword == u"host")
        settings.host = value;
    else if (keyword == u"port" && !value.contains(u','))
        settings.port = value.toInt();
    else if (keyword == u"dbname")
        settings.database = value;
    else if (keyword == u"user")
        settings.user = value;
    else if (keyword == u"password")
        url.password = value;
    else if (keyword == u"sslmode")
        settings.sslMode = value;
    else
        settings.options.insert(keyword, value);
}

/// Hosts and database as they are written in what follows "postgresql:", found as libpq does.
QStringView placeIn(const QString& rest)
{
    constexpr qsizetype start = 2; // behind the slashes
    const qsizetype at = rest.indexOf(u'@', start);
    const qsizetype slash = rest.indexOf(u'/', start);
    const bool signsIn = at >= 0 && (slash < 0 || at < slash);
    const QStringView place = QStringView(rest).sliced(signsIn ? at + 1 : start);
    const qsizetype question = place.indexOf(u'?');
    return question < 0 ? place : place.first(question);
}

/// What libpq takes without a word, but nobody means: parts of a password that was not escaped.
std::optional<Error> suspicion(const QString& rest, const ConnectionSettings& settings,
                               const QStringList& ports)
{
    const QString advice =
        u"In a user name or password, write @ as %40, / as %2F, : as %3A and % as %25."_s;
    if (placeIn(rest).contains(u'@')) // of a host or a database it would be %40
        return refusal(u"There is an @ or a / too many. "_s + advice);
    for (const QString& port : ports) {
        bool number = false;
        const int value = port.toInt(&number);
        if (!port.isEmpty() && (!number || value < 1 || value > 65535))
            return refusal(u"The port must be a number from 1 to 65535. "_s + advice);
    }
    if (!settings.sslMode.isEmpty() && !libpq::sslModes().contains(settings.sslMode))
        return refusal(u"sslmode must be one of %1."_s.arg(libpq::sslModes().join(u", "_s)));
    return std::nullopt;
}

Error notUnderstood(const libpq::Parsed& parsed)
{
    if (parsed.unknownKeyword.isEmpty())
        return refusal(u"A PostgreSQL URL looks like "
                       "postgresql://user:password@host:5432/database. Special "
                       "characters in it are written as % and two hexadecimal digits, "
                       "such as %40 for @."_s);
    const QString why = u"PostgreSQL's client does not know the parameter %1 after the question "
                        "mark."_s.arg(parsed.unknownKeyword);
    const QString nearest = libpq::nearestKeyword(parsed.unknownKeyword);
    return refusal(nearest.isEmpty() ? why : why + u" Did you mean %1?"_s.arg(nearest));
}

Result<ConnectionUrl> parsePostgres(const QString& rest)
{
    // libpq itself takes it apart, so nothing can be read otherwise than it would be.
    const libpq::Parsed parsed = libpq::parseUrl("postgresql:" + rest.toUtf8());
    if (!parsed.ok)
        return notUnderstood(parsed);
    ConnectionUrl url{.settings = {.engine = Engine::PostgreSql}};
    for (auto it = parsed.values.cbegin(); it != parsed.values.cend(); ++it)
        assign(url, it.key(), it.value());
    if (const auto error =
            suspicion(rest, url.settings, parsed.values.value(u"port"_s).split(u',')))
        return *error;
    return url;
}

QString renderHosts(const ConnectionSettings& settings)
{
    const QStringList hosts = settings.host.split(u',');
    const QString allPorts = settings.options.value(
        u"port"_s, settings.port > 0 ? QString::number(settings.port) : QString());
    const QStringList ports = allPorts.split(u',');
    QStringList parts;
    for (qsizetype i = 0; i < hosts.size(); ++i) {
        const QString& port = ports.at(ports.size() == 1 ? 0 : qMin(i, ports.size() - 1));
        const bool ipv6 = hosts[i].contains(u':') && !hosts[i].startsWith(u'/');
        const QString host = QString::fromLatin1(QUrl::toPercentEncoding(hosts[i], ":"));
        parts << (ipv6 ? u'[' + host + u']' : escaped(hosts[i])) +
                     (port.isEmpty() ? QString() : u':' + port);
    }
    return parts.join(u',');
}

/// @p shownPassword as it is to stand there, already escaped; empty is none.
QString rendered(const ConnectionSettings& settings, const QString& shownPassword)
{
    if (settings.engine == Engine::Sqlite) {
        const QString path = QString::fromLatin1(QUrl::toPercentEncoding(settings.file, "/:"));
        return u"sqlite:///"_s + path + (settings.readOnly ? u"?mode=ro"_s : QString());
    }
    QString url = u"postgresql://"_s + escaped(settings.user);
    if (!shownPassword.isEmpty())
        url += u':' + shownPassword;
    if (!settings.user.isEmpty() || !shownPassword.isEmpty())
        url += u'@';
    url += renderHosts(settings);
    if (!settings.database.isEmpty())
        url += u'/' + escaped(settings.database);

    QStringList parameters;
    if (!settings.sslMode.isEmpty())
        parameters << u"sslmode="_s + escaped(settings.sslMode);
    for (auto it = settings.options.cbegin(); it != settings.options.cend(); ++it) {
        if (it.key() != u"port" && !libpq::isSecret(it.key()))
            parameters << escaped(it.key()) + u'=' + escaped(it.value());
    }
    return parameters.isEmpty() ? url : url + u'?' + parameters.join(u'&');
}

} // namespace

Result<ConnectionUrl> ConnectionUrl::parse(const QString& text)
{
    const QString url = text.trimmed();
    const qsizetype colon = url.indexOf(u"://"_s);
    // The part after "+" names a driver of SQLAlchemy's.
    const QString scheme = url.left(qMax<qsizetype>(colon, 0)).section(u'+', 0, 0).toLower();
    if (scheme == u"sqlite")
        return parseSqlite(url.sliced(colon + 3));
    if (scheme == u"postgresql" || scheme == u"postgres")
        return parsePostgres(url.sliced(colon + 1));
    return refusal(u"A URL starts with postgresql:// or sqlite:///."_s);
}

QString ConnectionUrl::render(const ConnectionSettings& settings)
{
    return rendered(settings, {});
}

QString ConnectionUrl::masked() const
{
    return rendered(settings, password.isEmpty() ? QString() : u"***"_s);
}

QString ConnectionUrl::withPassword() const
{
    return rendered(settings, escaped(password));
}

} // namespace clientele
