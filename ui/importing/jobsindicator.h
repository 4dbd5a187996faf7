// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace clientele {

class Job;
class Jobs;

/// The status bar's word on what runs in the background: name, progress, pause, cancel. A click
/// opens the list. Hidden before the first job; says how the last one ended once none runs.
class JobsIndicator final : public QWidget
{
    Q_OBJECT

public:
    explicit JobsIndicator(Jobs& jobs, QWidget* parent = nullptr);

    void openList();

private:
    [[nodiscard]] Job* shown() const;
    void refresh();

    Jobs& m_jobs;
    QPushButton* m_name;
    QProgressBar* m_bar;
    QLabel* m_progress;
    QPushButton* m_pause;
    QPushButton* m_cancel;
};

} // namespace clientele
