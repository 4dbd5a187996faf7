// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTemporaryDir>

namespace clientele::testing {

/// A keychain of the test's own: gnome-keyring on a message bus of its own, with nothing in it. The
/// environment of this process and of those that it starts leads there, and nowhere else; so it
/// must come before the first use of a keychain. What goes wrong ends the test program.
class SecretService final
{
    Q_DISABLE_COPY_MOVE(SecretService)

public:
    SecretService();
    ~SecretService();

    /// DBUS_SESSION_BUS_ADDRESS, for programs with an environment of their own.
    [[nodiscard]] QString bus() const { return m_bus; }
    /// As the desktop does when its person goes away: secrets need the person again.
    void lock() const;
    /// Hangs, and goes on.
    void stop() const;
    void resume() const;
    /// Whether the keychain's files hold @p text as it is.
    [[nodiscard]] bool filesHold(const QByteArray& text) const;

private:
    QByteArray call(const QStringList& arguments) const;

    QTemporaryDir m_home;
    QString m_bus;
    QProcess m_busDaemon;
    QProcess m_keyring;
};

} // namespace clientele::testing
