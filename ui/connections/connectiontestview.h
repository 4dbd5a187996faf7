// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/connectiontest.h"

#include <QFrame>

class QGridLayout;
class QLabel;
class QPushButton;

namespace clientele {

/// The steps of a connection test with their verdicts, findings and times.
class ConnectionTestView final : public QFrame
{
    Q_OBJECT

public:
    explicit ConnectionTestView(QWidget* parent = nullptr);

    /// The steps that the engine has, none tried yet.
    void setRunning(Engine engine);
    void setReport(const ConnectionReport& report);
    void setFailed(const QString& why);

    /// The report for an e-mail or a ticket. There is no password in it.
    [[nodiscard]] QString asText() const;

private:
    void clearSteps();
    void addStep(int row, const ConnectionCheck& check, bool running);
    void copy();

    ConnectionReport m_report;
    QLabel* m_heading;
    QWidget* m_steps = nullptr;
    QPushButton* m_copy;
    QLabel* m_copyNote;
};

} // namespace clientele
