// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/profile.h"
#include "core/task.h"

#include <chrono>

namespace clientele {

/// Passwords that outlive the program, in the system's own keychain and nowhere else: the Secret
/// Service or KWallet, Windows' Credential Manager, the Keychain of macOS. Nothing here blocks, and
/// each answer comes within the patience, however long the keychain waits for its person.
/// Errors: NotFound; Unsupported where there is no keychain; PermissionDenied; Timeout.
class SecretStore final
{
public:
    struct State
    {
        QString name; ///< "Secret Service or KWallet"; empty where built without
        bool reachable = false;
        Error problem; ///< why it is not
    };

    explicit SecretStore(std::chrono::milliseconds patience = std::chrono::seconds(20))
        : m_patience(patience)
    {}

    /// Under which its password is kept: a profile that is sent to another server has another, so
    /// that no server gets the password of a different one.
    static QString keyOf(const Profile& profile);

    [[nodiscard]] Task<QString> read(const QString& key) const;
    [[nodiscard]] Task<std::monostate> write(const QString& key, const QString& secret) const;
    /// Done too where there is none.
    [[nodiscard]] Task<std::monostate> erase(const QString& key) const;
    /// Asks for what is not there: reaches the keychain without unlocking it.
    [[nodiscard]] Task<State> describe() const;

private:
    std::chrono::milliseconds m_patience;
};

} // namespace clientele
