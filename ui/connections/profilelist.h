// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/profile.h"

#include <QWidget>

class QListWidget;
class QPushButton;

namespace clientele {

/// The profiles with their colours, and the buttons that add, copy and remove one.
class ProfileList final : public QWidget
{
    Q_OBJECT

public:
    explicit ProfileList(QWidget* parent = nullptr);

    void setProfiles(const QList<Profile>& profiles);
    void setProfile(int row, const Profile& profile);
    [[nodiscard]] int current() const;
    /// Without asking: no chosen() follows.
    void setCurrent(int row);

Q_SIGNALS:
    /// The person wants another row. The list goes there when setCurrent() says so.
    void chosen(int row);
    void addWanted();
    void copyWanted();
    void removeWanted();

private:
    void onRowChanged(int row);

    QListWidget* m_list;
    QPushButton* m_remove;
    int m_current = -1;
};

} // namespace clientele
