// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/connectiontest.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QList>

#include <memory>
#include <optional>

namespace clientele {

class Session;

/// Does the steps of a connection test one after the other, in the thread that calls run().
class ConnectionTester final
{
    Q_DECLARE_TR_FUNCTIONS(ConnectionTest)
    Q_DISABLE_COPY_MOVE(ConnectionTester)

public:
    ConnectionTester(const ConnectionSettings& settings, const QString& password);
    ~ConnectionTester();

    Result<ConnectionReport> run(const Cancellation& cancellation);

    static QString nameOf(ConnectionCheck::Step step);

private:
    using Step = ConnectionCheck::Step;
    struct Outcome
    {
        bool passed = false;
        QString finding;
        QString advice;
    };
    struct Place
    {
        QString host; ///< a name, an address, or the folder of a Unix socket
        quint16 port = 0;
        QList<QString> addresses;
    };

    [[nodiscard]] QList<Step> steps() const;
    Outcome perform(Step step);
    Outcome resolveNames();
    Outcome reachPort();
    Outcome encrypt();
    Outcome signIn();
    Outcome openFile();
    Outcome findTable();
    Outcome checkRights();
    [[nodiscard]] Outcome checkFileRights() const;

    void connectOnce();
    /// Whether the server speaks TLS at all; nullopt where it does not say.
    [[nodiscard]] std::optional<bool> offersTls() const;
    static Outcome failure(const Error& error);

    const ConnectionSettings m_settings;
    const QString m_password;
    QList<Place> m_places;
    bool m_tried = false;
    std::unique_ptr<Session> m_session;
    std::optional<Error> m_error; ///< why there is no session
    bool m_nothingThere = false;  ///< a file that is yet to be made
};

} // namespace clientele
