// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/serverprocess.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QStandardPaths>
#include <QTcpServer>

#include <libpq-fe.h>

#include <csignal>
#include <pwd.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace clientele::testing {

namespace {

constexpr int patience = 60'000; ///< milliseconds: a sanitizer's build on a busy machine is slow

bool isRoot()
{
    return geteuid() == 0;
}

/// The command that runs @p program as the server's user and has it end when the test program does.
QStringList asServerUser(const QString& program, const QStringList& arguments)
{
    QStringList command;
    const QString setpriv = QStandardPaths::findExecutable(u"setpriv"_s);
    if (!setpriv.isEmpty()) {
        command << setpriv << u"--pdeathsig"_s << u"QUIT"_s;
        if (isRoot())
            command << u"--reuid=postgres"_s << u"--regid=postgres"_s << u"--init-groups"_s;
        command << u"--"_s;
    } else if (isRoot()) {
        qFatal("setpriv (util-linux) is needed to run servers as user postgres.");
    }
    return command << program << arguments;
}

QProcessEnvironment environmentWithoutPg()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString& key : environment.keys()) {
        if (key.startsWith(u"PG"_s))
            environment.remove(key);
    }
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    // The servers are not ours: a leak of theirs is not our failure.
    environment.remove(u"LD_PRELOAD"_s);
    return environment;
}

bool answers(int port)
{
    const QByteArray conninfo =
        "host=127.0.0.1 dbname=postgres user=postgres connect_timeout=2 port=" +
        QByteArray::number(port);
    return PQping(conninfo.constData()) == PQPING_OK;
}

} // namespace

ServerProcess::ServerProcess(const QString& name, const QString& folder) : m_name(name)
{
    // Short: a Unix socket's path may have at most 107 bytes.
    m_folder = folder.isEmpty() ? m_temporary.filePath(u"run"_s) : folder;
    if (!m_temporary.isValid() || !QDir().mkpath(m_folder))
        qFatal("No folder for %s: %s", qPrintable(name), qPrintable(m_temporary.errorString()));
    if (isRoot()) {
        const passwd* user = getpwnam("postgres");
        if (!user)
            qFatal("There is no user postgres: install PostgreSQL.");
        QFile::setPermissions(m_temporary.path(), QFile::Permissions(0x7055));
        if (::chown(QFile::encodeName(m_folder).constData(), user->pw_uid, user->pw_gid) != 0)
            qFatal("Cannot give %s to user postgres.", qPrintable(m_folder));
    }
    m_process.setProcessEnvironment(environmentWithoutPg());
    m_process.setWorkingDirectory(m_folder);
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.setStandardErrorFile(m_temporary.filePath(u"log"_s), QIODevice::Append);
    choosePort();
}

ServerProcess::~ServerProcess()
{
    end(SIGQUIT);
}

QString ServerProcess::run(const QString& program, const QStringList& arguments) const
{
    QProcess process;
    process.setProcessEnvironment(environmentWithoutPg());
    process.setWorkingDirectory(m_folder);
    const QStringList command = asServerUser(program, arguments);
    process.start(command.first(), command.sliced(1));
    if (!process.waitForFinished(patience) || process.exitCode() != 0)
        qFatal("%s failed: %s%s", qPrintable(program), process.readAllStandardError().constData(),
               qPrintable(process.errorString()));
    return QString::fromUtf8(process.readAllStandardOutput());
}

void ServerProcess::writeFile(const QString& name, const QByteArray& content) const
{
    QFile file(m_folder + u'/' + name);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("Cannot write %s: %s", qPrintable(file.fileName()), qPrintable(file.errorString()));
    file.setPermissions(QFile::Permissions(0x6044));
}

void ServerProcess::choosePort()
{
    QTcpServer probe;
    if (!probe.listen(QHostAddress::LocalHost))
        qFatal("No free port on the loopback interface: %s", qPrintable(probe.errorString()));
    m_port = probe.serverPort();
}

bool ServerProcess::start(const QString& program, const QStringList& arguments)
{
    const QStringList command = asServerUser(program, arguments);
    m_process.start(command.first(), command.sliced(1));
    if (!m_process.waitForStarted(patience))
        qFatal("Cannot start %s: %s", qPrintable(m_name), qPrintable(m_process.errorString()));
    const QDeadlineTimer deadline(patience);
    while (!answers(m_port)) {
        if (m_process.waitForFinished(20) || m_process.state() == QProcess::NotRunning)
            return false;
        if (deadline.hasExpired())
            qFatal("%s does not answer:\n%s", qPrintable(m_name), qPrintable(log()));
    }
    return isRunning();
}

void ServerProcess::end(int signal)
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    ::kill(static_cast<pid_t>(m_process.processId()), signal);
    if (!m_process.waitForFinished(patience)) {
        m_process.kill();
        m_process.waitForFinished(patience);
    }
}

QString ServerProcess::log() const
{
    QFile file(m_temporary.filePath(u"log"_s));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString ServerProcess::find(const QString& program, const QStringList& folders)
{
    QString path = QStandardPaths::findExecutable(program, folders);
    if (path.isEmpty() && folders.isEmpty())
        path = QStandardPaths::findExecutable(program, {u"/usr/sbin"_s, u"/usr/local/sbin"_s});
    if (path.isEmpty())
        qFatal("%s is not installed: the tests need it (./dev test installs it).",
               qPrintable(program));
    return path;
}

} // namespace clientele::testing
