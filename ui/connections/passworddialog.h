// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;
class QVBoxLayout;

namespace clientele {

class FormField;
class RememberBox;

/// Asks for a password that a server wants. It is kept for this session only, unless the person
/// has the keychain remember it.
class PasswordDialog final : public QDialog
{
    Q_OBJECT

public:
    /// @p location is user@host:port/database.
    explicit PasswordDialog(const QString& location, QWidget* parent = nullptr);

    /// Why the one that there was does not do; nothing where empty.
    void setReason(const QString& reason);
    /// Shows the box, ticked where the password is remembered already.
    void offerToRemember(bool remembered);

    [[nodiscard]] QString password() const;
    /// nullopt where it was not offered.
    [[nodiscard]] std::optional<bool> remember() const;

private:
    void describe();

    FormField* m_field;
    QLabel* m_reason;
    RememberBox* m_remember = nullptr;
    QVBoxLayout* m_layout;
};

} // namespace clientele
