// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/capability.h"
#include "core/domain/connectionsettings.h"
#include "core/task.h"

#include <QFrame>

class QPushButton;

namespace clientele {

/// What an engine can do, folded away until it is asked for. Hidden until there is something to
/// tell.
class EngineProbeView final : public QFrame
{
    Q_OBJECT

public:
    explicit EngineProbeView(QWidget* parent = nullptr);
    ~EngineProbeView() override;

    /// Tries the engine, and shows itself once there is an answer. An engine that cannot be tried
    /// shows nothing: the connection test says why.
    void probe(const ConnectionSettings& settings, const QString& password);
    void setReport(const CapabilityReport& report);
    /// Forgets the report, and one that is under way.
    void clear();

private:
    void addRow(int row, const CapabilityFinding& found);
    void unfold(bool unfolded);

    Task<CapabilityReport> m_task;
    quint64 m_generation = 0;
    QPushButton* m_heading;
    QWidget* m_list = nullptr;
};

} // namespace clientele
