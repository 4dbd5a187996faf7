// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/profile.h"
#include "core/services/connectiontest.h"

#include <QDialog>

#include <functional>

class QPushButton;

namespace clientele {

class ConnectionTestView;
class EngineProbeView;
class MessageBar;
class ProfileForm;
class ProfileList;

/// The ways to books of customers: seen, added, changed, tested, opened. Changes that are not saved
/// are asked about before they would be lost.
class ConnectionsDialog final : public QDialog
{
    Q_OBJECT

public:
    /// @p current is the name of the profile that is open now.
    explicit ConnectionsDialog(const QString& current, QWidget* parent = nullptr);
    ~ConnectionsDialog() override;

Q_SIGNALS:
    /// The password is for this session, and empty where none was typed.
    void openRequested(clientele::Profile profile, QString password);

public:
    void reject() override;

private:
    struct Entry
    {
        Profile profile;
        QString password; ///< in memory only
        bool isNew = false;
    };

    QWidget* makeBody();
    QWidget* makeFoot();
    void load();
    void showEntry(int row);
    void onEdited();
    void refresh();

    void add(const Profile& profile);
    void copyCurrent();
    void askToRemove();
    void removeCurrent();
    /// Goes on at once where nothing would be lost, else after the person saved or gave up.
    void leaveForm(std::function<void()> go);
    void save(std::function<void()> next);
    void openCurrent();
    void test();
    void runTest(const Profile& profile, const QString& password);
    void forgetTest();
    /// Something here is not saved yet.
    [[nodiscard]] bool isUnsaved() const;
    /// That something took a person work.
    [[nodiscard]] bool wouldLose() const;
    [[nodiscard]] QStringList otherNames() const;

    QString m_wanted; ///< the profile to show once the list is there
    QList<Entry> m_entries;
    int m_row = -1;
    bool m_busy = false;
    bool m_asking = false;
    Task<ConnectionReport> m_test;
    quint64 m_testGeneration = 0;

    MessageBar* m_message;
    ProfileList* m_list;
    ProfileForm* m_form;
    ConnectionTestView* m_report;
    EngineProbeView* m_engine;
    QPushButton* m_testButton;
    QPushButton* m_save;
    QPushButton* m_open;
};

} // namespace clientele
