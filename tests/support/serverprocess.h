// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace clientele::testing {

/// A server program in a temporary folder of its own, run as an ordinary user even where the tests
/// are run by root (PostgreSQL and PgBouncer refuse root). It ends with this object, and with the
/// test program however that ends. What goes wrong ends the test program with a sentence: a test
/// without its server must not pass.
class ServerProcess final
{
    Q_DISABLE_COPY_MOVE(ServerProcess)

public:
    /// @p folder is kept, and made where it is not there; without it, it is temporary.
    explicit ServerProcess(const QString& name, const QString& folder = {});
    ~ServerProcess();

    /// Belongs to the server's user.
    [[nodiscard]] QString folder() const { return m_folder; }
    [[nodiscard]] int port() const { return m_port; }
    [[nodiscard]] bool isRunning() const { return m_process.state() == QProcess::Running; }

    /// Runs a program to its end, as the server's user, and returns what it printed.
    QString run(const QString& program, const QStringList& arguments) const;
    void writeFile(const QString& name, const QByteArray& content) const;

    /// Takes another free port of the loopback interface.
    void choosePort();
    /// Starts the server and returns once it answers at port(), or false where it ended at once, as
    /// one does whose port was taken in between.
    bool start(const QString& program, const QStringList& arguments);
    /// Sends a signal and waits until the server has ended.
    void end(int signal);
    /// What the server wrote, for messages.
    [[nodiscard]] QString log() const;

    /// The program's full path; ends the test program where it is not installed.
    static QString find(const QString& program, const QStringList& folders = {});

private:
    QString m_name;
    QTemporaryDir m_temporary;
    QString m_folder;
    QProcess m_process;
    int m_port = 0;
};

} // namespace clientele::testing
