// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/profile.h"

#include <QDialog>

class QLineEdit;

namespace clientele {

/// Asks for the password of a book, for this session only.
class PasswordDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PasswordDialog)

public:
    /// @p reason is why it is asked for.
    PasswordDialog(const Profile& profile, const QString& reason, QWidget* parent);

Q_SIGNALS:
    void entered(const QString& password);

private:
    QLineEdit* m_password;
};

} // namespace clientele
