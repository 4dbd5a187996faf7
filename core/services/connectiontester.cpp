// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/connectiontester.h"

#include "core/config/effectivesettings.h"
#include "core/db/connect.h"
#include "core/db/customertable.h"
#include "core/db/databaseadmin.h"
#include "core/services/wording.h"

#include <QDir>
#include <QFileInfo>
#include <QHostAddress>
#include <QHostInfo>
#include <QLocalSocket>
#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace clientele {

namespace {

constexpr int patience = 10'000; ///< milliseconds for a port to answer
constexpr quint16 defaultPort = 5432;

bool isSocketFolder(const QString& host)
{
    return host.startsWith(u'/');
}

/// libpq's words for a line that could not be encrypted as it was asked to be.
bool isAboutTls(const Error& error)
{
    return error.kind == ErrorKind::ConnectionFailed &&
           (error.message.contains(u"SSL"_s) || error.message.contains(u"certificate"_s));
}

bool demandsTls(const ConnectionSettings& settings)
{
    return settings.sslMode == u"require" || settings.sslMode.startsWith(u"verify"_s);
}

} // namespace

ConnectionTester::ConnectionTester(const ConnectionSettings& settings, const QString& password)
    : m_settings(settings), m_password(password)
{
    if (settings.engine != Engine::PostgreSql)
        return;
    // Where nothing is said, libpq asks the service file and PG* variables, and then uses the
    // machine's own socket.
    QString host;
    QString port;
    const auto used = effectiveSettings({.connection = settings}, !password.isEmpty(),
                                        QProcessEnvironment::systemEnvironment());
    for (const EffectiveSetting& setting : used) {
        if (setting.field == u"host")
            host = setting.value;
        if (setting.field == u"port")
            port = setting.value;
    }
    const QStringList ports = port.split(u',');
    for (const QString& name : host.split(u',', Qt::SkipEmptyParts)) {
        const qsizetype at = qMin(m_places.size(), ports.size() - 1);
        const quint16 number = ports[at].toUShort();
        m_places << Place{.host = name, .port = number > 0 ? number : defaultPort};
    }
}

ConnectionTester::~ConnectionTester() = default;

QString ConnectionTester::nameOf(Step step)
{
    switch (step) {
    case Step::ResolveName:
        return tr("Find the server");
    case Step::ReachPort:
        return tr("Reach its port");
    case Step::Encrypt:
        return tr("Encrypt the line");
    case Step::SignIn:
        return tr("Sign in");
    case Step::OpenFile:
        return tr("Open the file");
    case Step::FindTable:
        return tr("Find the table");
    case Step::Rights:
        return tr("Check the rights");
    }
    return {};
}

QList<ConnectionCheck::Step> ConnectionTester::steps() const
{
    if (m_settings.engine == Engine::Sqlite)
        return {Step::OpenFile, Step::FindTable, Step::Rights};
    return {Step::ResolveName, Step::ReachPort, Step::Encrypt,
            Step::SignIn,      Step::FindTable, Step::Rights};
}

Result<ConnectionReport> ConnectionTester::run(const Cancellation& cancellation)
{
    ConnectionReport report;
    bool goOn = true;
    for (const Step step : steps()) {
        if (cancellation.isCancelled())
            return Error{.kind = ErrorKind::Cancelled};
        ConnectionCheck check{.step = step};
        if (goOn && !m_nothingThere) {
            QElapsedTimer timer;
            timer.start();
            const Outcome outcome = perform(step);
            check.milliseconds = static_cast<double>(timer.nsecsElapsed()) / 1e6;
            check.verdict = outcome.passed ? ConnectionCheck::Verdict::Passed
                                           : ConnectionCheck::Verdict::Failed;
            check.finding = outcome.finding;
            check.advice = outcome.advice;
            goOn = outcome.passed;
        }
        report.checks << check;
    }
    return report;
}

ConnectionTester::Outcome ConnectionTester::perform(Step step)
{
    switch (step) {
    case Step::ResolveName:
        return resolveNames();
    case Step::ReachPort:
        return reachPort();
    case Step::Encrypt:
        return encrypt();
    case Step::SignIn:
        return signIn();
    case Step::OpenFile:
        return openFile();
    case Step::FindTable:
        return findTable();
    case Step::Rights:
        return checkRights();
    }
    return {};
}

ConnectionTester::Outcome ConnectionTester::resolveNames()
{
    if (m_places.isEmpty())
        return {.passed = true, .finding = tr("this machine's own server")};
    QStringList found;
    QString reason;
    for (Place& place : m_places) {
        if (isSocketFolder(place.host)) {
            found << place.host;
            continue;
        }
        const QHostInfo info = QHostInfo::fromName(place.host);
        if (info.error() != QHostInfo::NoError)
            reason = info.errorString();
        for (const QHostAddress& address : info.addresses())
            place.addresses << address.toString();
        if (!place.addresses.isEmpty())
            found << (place.addresses.first() == place.host
                          ? place.host
                          : place.host + u" → "_s + place.addresses.join(u", "_s));
    }
    if (found.isEmpty())
        return {
            .finding = tr("No server is known by the name %1 (%2).").arg(m_settings.host, reason),
            .advice = tr("Check the spelling of the server's name, and whether this machine is on "
                         "its network.")};
    return {.passed = true, .finding = found.join(u"; "_s)};
}

ConnectionTester::Outcome ConnectionTester::reachPort()
{
    if (m_places.isEmpty())
        return {.passed = true, .finding = tr("its local socket")};
    QString reason;
    for (const Place& place : m_places) {
        if (isSocketFolder(place.host)) {
            QLocalSocket socket;
            socket.connectToServer(u"%1/.s.PGSQL.%2"_s.arg(place.host).arg(place.port));
            if (socket.waitForConnected(patience))
                return {.passed = true, .finding = socket.fullServerName()};
            reason = socket.errorString();
        }
        for (const QString& address : place.addresses) {
            QTcpSocket socket;
            socket.connectToHost(address, place.port);
            if (socket.waitForConnected(patience))
                return {.passed = true, .finding = tr("%1, port %2").arg(address).arg(place.port)};
            reason = socket.errorString();
        }
    }
    const Place& first = m_places.first();
    return {.finding = tr("%1 does not answer at port %2 (%3).")
                           .arg(first.host, QString::number(first.port), reason),
            .advice = tr("Check the port, whether the database server is running, and whether a "
                         "firewall is in between.")};
}

void ConnectionTester::connectOnce()
{
    if (std::exchange(m_tried, true))
        return;
    ConnectionSettings settings = m_settings;
    // A test changes nothing, and opening a SQLite book for writing would make the file.
    settings.readOnly = settings.readOnly || settings.engine == Engine::Sqlite;
    auto session = connectTo(settings, m_password);
    if (session)
        m_session = std::move(session).value();
    else
        m_error = session.error();
}

std::optional<bool> ConnectionTester::offersTls() const
{
    for (const Place& place : m_places) {
        for (const QString& address : place.addresses) {
            QTcpSocket socket;
            socket.connectToHost(address, place.port);
            if (!socket.waitForConnected(patience))
                continue;
            // SSLRequest: PostgreSQL's manual, "Message Formats". The answer is S or N.
            socket.write(QByteArray::fromHex("0000000804d2162f"));
            char answer = 0;
            if (socket.waitForReadyRead(patience) && socket.read(&answer, 1) == 1 &&
                (answer == 'S' || answer == 'N'))
                return answer == 'S';
            return std::nullopt;
        }
    }
    return std::nullopt;
}

ConnectionTester::Outcome ConnectionTester::encrypt()
{
    const bool demanded = demandsTls(m_settings);
    const std::optional<bool> offered = offersTls();
    if (offered == false && demanded)
        return {.finding = tr("The server does not offer encryption, and sslmode %1 demands it.")
                               .arg(m_settings.sslMode),
                .advice =
                    tr("Switch TLS on at the server, or choose sslmode prefer where the network "
                       "can be trusted.")};
    if (offered == false)
        return {.passed = true, .finding = tr("not encrypted: the server does not offer it")};
    connectOnce();
    if (m_error && isAboutTls(*m_error))
        return {.finding = m_error->message,
                .advice =
                    tr("Check sslmode and the certificates: sslrootcert names the file with the "
                       "authority's.")};
    if (!m_session)
        return {.passed = true,
                .finding = offered ? tr("the server offers encryption") : tr("not demanded")};
    const QString encryption = m_session->encryption();
    return {.passed = true, .finding = encryption.isEmpty() ? tr("not encrypted") : encryption};
}

ConnectionTester::Outcome ConnectionTester::failure(const Error& error)
{
    return {.finding = wording::sentence(error), .advice = wording::advice(error)};
}

ConnectionTester::Outcome ConnectionTester::signIn()
{
    connectOnce();
    if (m_error)
        return failure(*m_error);
    return {.passed = true,
            .finding = tr("%1, %2").arg(m_settings.location(), m_session->serverVersion())};
}

ConnectionTester::Outcome ConnectionTester::openFile()
{
    const QFileInfo info(m_settings.file);
    if (!info.exists()) {
        QDir folder = info.dir();
        while (!folder.exists() && folder.cdUp()) {
        }
        if (m_settings.readOnly || !QFileInfo(folder.path()).isWritable())
            return {.finding = tr("There is no file %1.").arg(m_settings.file),
                    .advice = tr("Check the path: nothing can be made in its folder.")};
        m_nothingThere = true;
        return {.passed = true,
                .finding =
                    tr("%1 is not there yet; opening the book makes it").arg(m_settings.file)};
    }
    connectOnce();
    if (m_error)
        return failure(*m_error);
    return {.passed = true,
            .finding = tr("%1, %2").arg(m_settings.file, m_session->serverVersion())};
}

ConnectionTester::Outcome ConnectionTester::findTable()
{
    const auto table = CustomerTable::describe(*m_session);
    if (!table)
        return failure(table.error());
    switch (table->state) {
    case SchemaState::Missing:
        return {.finding = tr("There is no table customer yet."),
                .advice = tr("Opening this book in the window offers to make it; so does "
                             "\"clientelectl migrate upgrade\".")};
    case SchemaState::Foreign:
        return {
            .finding =
                tr("There is a table customer, but it is something else. %1").arg(table->problem),
            .advice = tr("It is left alone. Choose another database, or another schema with the "
                         "option search_path.")};
    case SchemaState::Ready:
        break;
    }
    return {.passed = true,
            .finding = table->revision.isEmpty()
                           ? tr("customer, used as it was found")
                           : tr("customer, revision %1").arg(table->revision)};
}

ConnectionTester::Outcome ConnectionTester::checkFileRights() const
{
    const QFileInfo info(m_settings.file);
    if (info.isWritable() && QFileInfo(info.path()).isWritable())
        return {.passed = true, .finding = tr("read and write")};
    return {.finding = tr("This file can be read, but not changed."),
            .advice = tr("Ask for the right to write to the file and its folder, or open it as "
                         "read only.")};
}

ConnectionTester::Outcome ConnectionTester::checkRights()
{
    if (m_settings.engine == Engine::Sqlite)
        return m_settings.readOnly ? Outcome{.passed = true, .finding = tr("read only, as chosen")}
                                   : checkFileRights();
    const auto rights = databaseadmin::rights(*m_session);
    if (!rights)
        return failure(rights.error());
    if (!rights->select)
        return {
            .finding = tr("This user may not read the table customer."),
            .advice =
                tr("Ask the database's owner for: GRANT on the table to %1.").arg(m_settings.user)};
    if (m_settings.readOnly)
        return {.passed = true, .finding = tr("read only, as chosen")};
    if (rights->readOnlyServer)
        return {.finding = tr("This server takes no changes: it is a standby or set to read only."),
                .advice = tr("Connect to the primary server, or mark this profile as read only.")};
    QStringList missing;
    if (!rights->insert)
        missing << tr("add");
    if (!rights->update)
        missing << tr("change");
    if (!rights->remove)
        missing << tr("delete");
    if (!missing.isEmpty())
        return {.finding =
                    tr("This user may read customers, but not %1 them.").arg(missing.join(u", "_s)),
                .advice =
                    tr("Ask the database's owner for these rights, or mark this profile as read "
                       "only.")};
    return {.passed = true, .finding = tr("read, add, change and delete")};
}

} // namespace clientele
