// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/postgresconnect.h"

#include "core/db/errors.h"

#include <QLoggingCategory>
#include <QRegularExpression>

#include <condition_variable>
#include <mutex>
#include <thread>

namespace clientele {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(logPostgres, "clientele.db.postgresql", QtWarningMsg)

/// libpq's keywords (PostgreSQL manual, 34.1.2). What is not said is left to libpq: its environment
/// variables, service file and defaults.
QMap<QString, QString> keywords(const ConnectionSettings& settings, const QString& password)
{
    QMap<QString, QString> words = {
        {u"fallback_application_name"_s, u"Clientele"_s},
        {u"client_encoding"_s, u"UTF8"_s},
        // A line that is dead without a word is noticed within a minute, not within hours.
        {u"keepalives_idle"_s, u"30"_s},
        {u"keepalives_interval"_s, u"10"_s},
        {u"keepalives_count"_s, u"3"_s},
        {u"tcp_user_timeout"_s, u"30000"_s},
    };
    if (!qEnvironmentVariableIsSet("PGCONNECT_TIMEOUT"))
        words.insert(u"connect_timeout"_s, u"10"_s);
    words.insert(settings.options);
    const auto say = [&](const QString& word, const QString& value) {
        if (!value.isEmpty())
            words.insert(word, value);
    };
    say(u"host"_s, settings.host);
    say(u"port"_s, settings.port > 0 ? QString::number(settings.port) : QString());
    say(u"dbname"_s, settings.database);
    say(u"user"_s, settings.user);
    say(u"password"_s, password);
    say(u"sslmode"_s, settings.sslMode);
    return words;
}

PostgresConnection connect(const ConnectionSettings& settings, const QString& password)
{
    std::vector<QByteArray> bytes;
    const auto words = keywords(settings, password);
    for (auto word = words.cbegin(); word != words.cend(); ++word) {
        bytes.push_back(word.key().toUtf8());
        bytes.push_back(word.value().toUtf8());
    }
    std::vector<const char*> names;
    std::vector<const char*> values;
    for (size_t i = 0; i < bytes.size(); i += 2) {
        names.push_back(bytes[i].constData());
        values.push_back(bytes[i + 1].constData());
    }
    names.push_back(nullptr);
    values.push_back(nullptr);
    return PostgresConnection(PQconnectdbParams(names.data(), values.data(), 0));
}

/// The server's own sentence stands behind "FATAL:"; of libpq's, the question whether a server is
/// running there is ours to ask, and better.
QString connectMessage(const QString& words)
{
    if (const qsizetype fatal = words.lastIndexOf(u"FATAL:"_s); fatal >= 0)
        return words.mid(fatal + 6).section(u'\n', 0, 0).trimmed();
    static const QRegularExpression noise(u"\\s*Is the server running[^?]*\\?"_s);
    return QString(words).remove(noise).simplified();
}

Error connectFailure(PGconn* connection, const ConnectionSettings& settings)
{
    const QString words = QString::fromUtf8(PQerrorMessage(connection));
    const bool wantsPassword = PQconnectionNeedsPassword(connection) == 1;
    return {.kind = wantsPassword ? ErrorKind::AuthenticationFailed
                                  : errors::kindOfConnectMessage(words),
            .message = connectMessage(words),
            .subject = settings.location()};
}

void logNotice(void*, const PGresult* result)
{
    qCInfo(logPostgres).noquote() << QString::fromUtf8(PQresultErrorMessage(result)).trimmed();
}

QByteArray milliseconds(std::chrono::milliseconds limit)
{
    return QByteArray::number(qlonglong(limit.count()));
}

/// Learns whether this is a server's own session, and sets it up where it is: a pooler shows a
/// number of its own for the session, and hands what is set on to others.
void getToKnow(OpenedPostgres& opened, const StatementLimits& limits)
{
    PGconn* connection = opened.connection.get();
    const QByteArray pid = QByteArray::number(PQbackendPID(connection));
    const QByteArray lock = milliseconds(limits.lock);
    const QByteArray statement = milliseconds(limits.statement);
    const std::array values = {pid.constData(), lock.constData(), statement.constData()};
    const auto ask = [&](const char* sql, int count) {
        return PostgresResult(
            PQexecParams(connection, sql, count, nullptr, values.data(), nullptr, nullptr, 0));
    };
    const PostgresResult known =
        ask("SELECT pg_backend_pid() = $1::int,"
            " (SELECT backend_start::text FROM pg_stat_get_activity(pg_backend_pid())),"
            " CASE WHEN pg_backend_pid() = $1::int THEN set_config('lock_timeout', $2, false)"
            " || set_config('statement_timeout', $3, false) END",
            3);
    if (PQresultStatus(known.get()) == PGRES_TUPLES_OK) {
        opened.direct = *PQgetvalue(known.get(), 0, 0) == 't';
        if (opened.direct) {
            opened.limits = limits;
            opened.identity =
                QString::fromLatin1(pid) + u'@' + QString::fromUtf8(PQgetvalue(known.get(), 0, 1));
        }
    }
}

/// What the two threads share: whoever comes last clears it away.
struct Attempt
{
    std::mutex mutex;
    std::condition_variable changed;
    std::optional<Result<OpenedPostgres>> outcome;
    bool abandoned = false;
};

} // namespace

Result<OpenedPostgres> connectPostgres(const ConnectionSettings& settings, const QString& password,
                                       const StatementLimits& limits,
                                       const std::shared_ptr<Cancellation>& cancellation)
{
    const auto attempt = std::make_shared<Attempt>();
    // Detached: who gives up must not have to wait for it.
    std::thread([attempt, settings, password, limits] {
        Result<OpenedPostgres> outcome = OpenedPostgres{.connection = connect(settings, password)};
        PGconn* connection = outcome->connection.get();
        if (PQstatus(connection) == CONNECTION_OK) {
            PQsetNoticeReceiver(connection, logNotice, nullptr);
            getToKnow(*outcome, limits);
        }
        if (PQstatus(connection) != CONNECTION_OK)
            outcome = connectFailure(connection, settings);
        const std::lock_guard lock(attempt->mutex);
        if (!attempt->abandoned)
            attempt->outcome.emplace(std::move(outcome));
        attempt->changed.notify_one();
    }).detach();

    std::unique_lock lock(attempt->mutex);
    while (!attempt->outcome) {
        attempt->changed.wait_for(lock, 50ms);
        if (!attempt->outcome && cancellation->isCancelled()) {
            attempt->abandoned = true;
            return Error{.kind = ErrorKind::Cancelled};
        }
    }
    return std::move(*attempt->outcome);
}

} // namespace clientele
