// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLineEdit;

namespace clientele {

/// Asks for a password that a server wants. It is kept for this session only.
class PasswordDialog final : public QDialog
{
    Q_OBJECT

public:
    /// @p location is user@host:port/database.
    explicit PasswordDialog(const QString& location, QWidget* parent = nullptr);

    [[nodiscard]] QString password() const;

private:
    QLineEdit* m_password;
};

} // namespace clientele
