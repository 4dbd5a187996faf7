// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/profile.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;

namespace clientele {

class FormField;
class ServerFields;
class SourceLine;

/// A profile as fields. What cannot be edited here (the environment's, the local book's place)
/// shows read-only, and where its values come from.
class ProfileForm final : public QWidget
{
    Q_OBJECT

public:
    explicit ProfileForm(QWidget* parent = nullptr);

    void setProfile(const Profile& profile, const QString& password);
    [[nodiscard]] Profile profile() const;
    [[nodiscard]] QString password() const;
    /// True where a saved profile, or what the keychain has for it, would differ.
    [[nodiscard]] bool isChanged() const;
    /// Marks each fault in its place and puts the focus on the first; true where there is none.
    /// @p taken are the names of the other profiles.
    bool check(const QStringList& taken);
    void focusFirst();

Q_SIGNALS:
    void edited();

private:
    QWidget* makeFileFields();
    QWidget* makeNameRow();
    QWidget* makeFlags();
    void fillColours();
    void setColour(const QString& colour);
    void setSettings(const ConnectionSettings& settings, const QString& password);
    void showEngine();
    void chooseFile();
    [[nodiscard]] Engine engine() const;
    /// The keychain has the password for what the fields say now.
    [[nodiscard]] bool isStored() const;

    Profile m_original;
    QString m_originalPassword;
    SourceLine* m_source;
    FormField* m_name;
    QComboBox* m_engine;
    QComboBox* m_colour;
    ServerFields* m_server;
    FormField* m_file;
    QPushButton* m_chooseFile;
    QWidget* m_fileFields;
    QCheckBox* m_production;
    QCheckBox* m_readOnly;
    QLabel* m_sources;
};

} // namespace clientele
