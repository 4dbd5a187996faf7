// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/secretservice.h"

#include "tests/support/serverprocess.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

namespace clientele::testing {

SecretService::SecretService()
{
    m_busDaemon.start(ServerProcess::find(u"dbus-daemon"_s),
                      {u"--session"_s, u"--nofork"_s, u"--print-address=1"_s});
    if (!m_busDaemon.waitForStarted() || !m_busDaemon.waitForReadyRead())
        qFatal("dbus-daemon does not start");
    m_bus = QString::fromLocal8Bit(m_busDaemon.readLine().trimmed());
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.toLocal8Bit());

    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString& folder : {u"HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_RUNTIME_DIR"_s})
        environment.insert(folder, m_home.path());
    environment.remove(u"DISPLAY"_s);
    m_keyring.setProcessEnvironment(environment);
    m_keyring.start(ServerProcess::find(u"gnome-keyring-daemon"_s),
                    {u"--foreground"_s, u"--components=secrets"_s, u"--unlock"_s});
    m_keyring.write("the keyring's own password");
    m_keyring.closeWriteChannel();
    const bool there = QTest::qWaitFor(
        [this] {
            return call({u"--dest=org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s,
                         u"org.freedesktop.DBus.NameHasOwner"_s,
                         u"string:org.freedesktop.secrets"_s})
                       .contains("true") &&
                   QFile::exists(m_home.filePath(u"keyrings/login.keyring"_s));
        },
        20'000);
    if (!there)
        qFatal("gnome-keyring-daemon does not come: %s",
               m_keyring.readAllStandardError().constData());
}

SecretService::~SecretService()
{
    resume();
    m_keyring.terminate();
    m_keyring.waitForFinished();
    m_busDaemon.terminate();
    m_busDaemon.waitForFinished();
}

QByteArray SecretService::call(const QStringList& arguments) const
{
    QProcess process;
    process.start(ServerProcess::find(u"dbus-send"_s),
                  QStringList{u"--bus="_s + m_bus, u"--print-reply"_s} + arguments);
    if (!process.waitForFinished())
        qFatal("dbus-send does not end");
    return process.readAllStandardOutput();
}

void SecretService::lock() const
{
    const QByteArray locked =
        call({u"--dest=org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s,
              u"org.freedesktop.Secret.Service.Lock"_s,
              u"array:objpath:/org/freedesktop/secrets/collection/login"_s});
    if (!locked.contains("collection/login"))
        qFatal("The keyring is not locked: %s", locked.constData());
}

void SecretService::stop() const
{
    ::kill(pid_t(m_keyring.processId()), SIGSTOP);
}

void SecretService::resume() const
{
    if (m_keyring.processId() > 0)
        ::kill(pid_t(m_keyring.processId()), SIGCONT);
}

bool SecretService::filesHold(const QByteArray& text) const
{
    QDirIterator files(m_home.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text))
            return true;
    }
    return false;
}

} // namespace clientele::testing
