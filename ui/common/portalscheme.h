// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task.h"

#include <QDBusMessage> // a slot takes it: its type has to be whole
#include <QObject>

#include <optional>

namespace clientele {

/// Whether the desktop is dark, as its portal says, and follows it. Says nothing where there is no
/// bus, no portal, or no preference. Never waits: the bus is found in a thread of its own.
class PortalScheme final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PortalScheme)

public:
    explicit PortalScheme(QObject* parent = nullptr);
    ~PortalScheme() override;

    /// Of the portal's color-scheme, however deep it is wrapped: 1 is dark, 2 is light, anything
    /// else is no preference.
    static std::optional<bool> darkIn(const QVariant& value);

Q_SIGNALS:
    void darkChanged(bool dark);

private Q_SLOTS:
    void settingChanged(const QDBusMessage& signal);

private:
    Task<std::monostate> m_connecting;

    void ask();
    void take(const QVariant& value);
};

} // namespace clientele
