// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/openrequest.h"

#include <QLockFile>
#include <QObject>

#include <chrono>
#include <memory>

class QLocalServer;
class QLocalSocket;

namespace clientele {

/// Makes the program one for each person, session and data folder: who starts it again hands over
/// what was asked to the one that runs. Reached by a local socket that only this person can open.
///
/// A request is taken in three steps, so that one that was given up is never carried out later: the
/// new program sends it, the one that runs says that it is awake, the new one says to go on.
class Instance final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Instance)

public:
    enum class Role
    {
        First,      ///< requested() tells what later starts want
        HandedOver, ///< another one has taken the request: there is nothing left to do
        NoAnswer,   ///< another one runs and does not answer: this one is on its own
        Alone,      ///< nothing can be listened to here, as with a full disk: on its own, too
    };

    explicit Instance(QObject* parent = nullptr);
    ~Instance() override;

    /// Blocks for @p patience at most, and only where another one runs: before there is a window.
    Role start(const OpenRequest& request, std::chrono::milliseconds patience);

    /// The socket's path, or the pipe's name on Windows.
    [[nodiscard]] const QString& address() const { return m_address; }

Q_SIGNALS:
    void requested(const clientele::OpenRequest& request);

private:
    enum class Contact
    {
        Nobody,
        Silent,
        Taken
    };

    QString m_address;
    QLockFile m_lock; ///< held by the first: who has it may clear away a socket that a crash left
    std::unique_ptr<QLocalServer> m_server;

    [[nodiscard]] Contact handOver(const OpenRequest& request,
                                   std::chrono::milliseconds patience) const;
    bool listen();
    void welcome(QLocalSocket* socket);
    void read(QLocalSocket* socket);
};

} // namespace clientele
