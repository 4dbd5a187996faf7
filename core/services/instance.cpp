// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/instance.h"

#include "core/config/folders.h"
#include "core/services/instancesystem.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QDir>
#include <QLocalServer>
#include <QLocalSocket>
#include <QSysInfo>
#include <QThread>
#include <QTimer>
#include <QtEndian>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace clientele {

namespace {

constexpr char awake = 'A';
constexpr char goOn = 'G';
constexpr quint32 longest = 4 << 20; ///< bytes of a request; thousands of files
constexpr auto clientPatience = 10s;

/// The same for every start that should share a window: one machine of those that share a home, one
/// desktop of those that a person is at, and one folder of settings.
QString nameHere()
{
    const QString display =
        qEnvironmentVariable("WAYLAND_DISPLAY", qEnvironmentVariable("DISPLAY"));
    const QString key =
        QStringList{QSysInfo::machineHostName(), display, QDir::homePath(), folders::data()}.join(
            u'\n');
    const QByteArray digest = QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha256);
    return u"clientele-"_s + QString::fromLatin1(digest.toHex().left(16));
}

QByteArray framed(const QByteArray& text)
{
    QByteArray frame(4, Qt::Uninitialized);
    qToBigEndian(quint32(text.size()), frame.data());
    return frame + text;
}

/// The length in front of @p bytes, or nullopt while it is not there yet.
std::optional<quint32> lengthOf(const QByteArray& bytes)
{
    if (bytes.size() < 4)
        return std::nullopt;
    return qFromBigEndian<quint32>(bytes.constData());
}

} // namespace

Instance::Instance(QObject* parent)
    : QObject(parent), m_address(socketAddress(nameHere())),
      m_lock(QDir(folders::runtime()).filePath(nameHere() + u".lock"_s))
{
    // A lock is stale where its program has died, however long it has been held.
    m_lock.setStaleLockTime(0);
}

Instance::~Instance() = default;

Instance::Role Instance::start(const OpenRequest& request, std::chrono::milliseconds patience)
{
    QDir().mkpath(folders::runtime());
    const QDeadlineTimer deadline(patience);
    for (;;) {
        switch (handOver(request, std::chrono::milliseconds(deadline.remainingTime()))) {
        case Contact::Taken:
            return Role::HandedOver;
        case Contact::Silent:
            return Role::NoAnswer;
        case Contact::Nobody:
            break;
        }
        if (m_lock.tryLock(0)) {
            if (listen())
                return Role::First;
            m_lock.unlock();
            return Role::Alone;
        }
        if (m_lock.error() != QLockFile::LockFailedError)
            return Role::Alone;
        // Another one is about to listen, or to end.
        if (deadline.hasExpired())
            return Role::NoAnswer;
        QThread::msleep(20);
    }
}

Instance::Contact Instance::handOver(const OpenRequest& request,
                                     std::chrono::milliseconds patience) const
{
    const QDeadlineTimer deadline(patience);
    QLocalSocket socket;
    const auto left = [&] { return int(deadline.remainingTime()); };
    // One that hangs up is ending, and leaves its place to us.
    const auto given = [&] {
        return socket.state() == QLocalSocket::ConnectedState ? Contact::Silent : Contact::Nobody;
    };
    socket.connectToServer(m_address);
    if (!socket.waitForConnected(left())) {
        return socket.error() == QLocalSocket::SocketTimeoutError ? Contact::Silent
                                                                  : Contact::Nobody;
    }
    socket.write(framed(request.encoded()));
    while (socket.bytesToWrite() > 0) {
        if (!socket.waitForBytesWritten(left()))
            return given();
    }
    char answer = 0;
    if (!socket.waitForReadyRead(left()) || !socket.getChar(&answer) || answer != awake)
        return given();
    letOthersComeForward();
    socket.putChar(goOn);
    if (socket.bytesToWrite() > 0 && !socket.waitForBytesWritten(left()))
        return given();
    // Until the other side has it: what is sent last is lost with a pipe that is closed at once.
    socket.waitForDisconnected(left());
    return Contact::Taken;
}

bool Instance::listen()
{
    m_server = std::make_unique<QLocalServer>();
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server.get(), &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket* socket = m_server->nextPendingConnection())
            welcome(socket);
    });
    // Whoever listened here is dead: the lock is ours.
    QLocalServer::removeServer(m_address);
    return m_server->listen(m_address);
}

void Instance::welcome(QLocalSocket* socket)
{
    connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(socket); });
    QTimer::singleShot(clientPatience, socket, [socket] { socket->abort(); });
    read(socket);
}

void Instance::read(QLocalSocket* socket)
{
    const QByteArray bytes = socket->peek(qint64(longest) + 5);
    const auto length = lengthOf(bytes);
    if (!length)
        return;
    if (*length > longest) {
        socket->abort();
        return;
    }
    const auto end = qsizetype(*length) + 4;
    if (bytes.size() < end)
        return;
    const auto request = OpenRequest::decoded(bytes.sliced(4, end - 4));
    if (!request) {
        socket->abort();
        return;
    }
    if (bytes.size() == end) {
        if (!socket->property("answered").toBool()) {
            socket->setProperty("answered", true);
            socket->putChar(awake);
        }
        return;
    }
    const bool wanted = bytes.at(end) == goOn;
    // No second byte is waited for; deleted once it has left.
    disconnect(socket, &QLocalSocket::readyRead, this, nullptr);
    socket->disconnectFromServer();
    if (wanted)
        Q_EMIT requested(*request);
}

} // namespace clientele
