// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace clientele {

/// Whether the system is dark: told soon after it is made, and again whenever it changes. Says
/// nothing where the system has no such preference. Never waits.
class SystemScheme final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SystemScheme)

public:
    explicit SystemScheme(QObject* parent = nullptr);

Q_SIGNALS:
    void darkChanged(bool dark);
};

} // namespace clientele
