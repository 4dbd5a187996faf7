// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/connectionsettings.h"

#include <QWidget>

class QComboBox;

namespace clientele {

class FormField;
class RememberBox;

/// Host, port, database, user, password, encryption and libpq's further options.
class ServerFields final : public QWidget
{
    Q_OBJECT

public:
    explicit ServerFields(QWidget* parent = nullptr);

    void setSettings(const ConnectionSettings& settings, const QString& password);
    /// Whether the keychain is to hold the password, and whether it does.
    void setRemembered(bool remembered);
    [[nodiscard]] bool remembers() const;
    /// Puts the fields into @p settings, beside what is there already.
    void fill(ConnectionSettings& settings) const;
    [[nodiscard]] QString password() const;
    void setReadOnly(bool readOnly);
    /// Marks what cannot be right; the widget that needs the person, or null. @p needsPassword
    /// where there is to be one for the keychain.
    QWidget* check(bool needsPassword);

Q_SIGNALS:
    void edited();

private:
    [[nodiscard]] QMap<QString, QString> options() const;
    void describePassword();

    FormField* m_host;
    FormField* m_port;
    FormField* m_database;
    FormField* m_user;
    FormField* m_password;
    RememberBox* m_remember;
    bool m_stored = false;
    QComboBox* m_encryption;
    FormField* m_options;
};

} // namespace clientele
