// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>

class QLabel;
class QProgressBar;
class QStackedLayout;

namespace clientele {

class ImportJob;
class ImportReportView;

/// Step 5: the import while it runs, then its report.
class RunStep final : public QWidget
{
    Q_OBJECT

public:
    explicit RunStep(QWidget* parent = nullptr);

    void follow(const std::shared_ptr<ImportJob>& job);
    [[nodiscard]] ImportReportView* report() const { return m_report; }

private:
    QWidget* makeRunning();
    void refresh();

    std::shared_ptr<ImportJob> m_job;
    QStackedLayout* m_stack;
    QLabel* m_heading;
    QLabel* m_terms;
    QProgressBar* m_bar;
    QLabel* m_progress;
    QLabel* m_amount;
    QLabel* m_counts;
    ImportReportView* m_report;
};

} // namespace clientele
