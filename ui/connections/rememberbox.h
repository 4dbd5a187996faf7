// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/secretstore.h"

#include <QWidget>

class QCheckBox;
class QLabel;

namespace clientele {

/// Whether the system's keychain is to remember a password. Where there is none the box cannot be
/// ticked, and a sentence says why.
class RememberBox final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RememberBox)

public:
    explicit RememberBox(QWidget* parent = nullptr);
    ~RememberBox() override;

    void setChecked(bool checked);
    [[nodiscard]] bool isChecked() const;
    void setReadOnly(bool readOnly);

Q_SIGNALS:
    /// By the person.
    void clicked();

private:
    void refresh();

    QCheckBox* m_box;
    QLabel* m_note;
    Task<SecretStore::State> m_asking;
    bool m_reachable = false;
    bool m_readOnly = false;
};

} // namespace clientele
