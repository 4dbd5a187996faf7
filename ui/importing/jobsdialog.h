// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <memory>
#include <vector>

class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace clientele {

class ImportReportView;
class Job;
class Jobs;
struct JobRecord;

/// The imports and exports that run and those that have ended, and the report of the chosen one.
class JobsDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit JobsDialog(Jobs& jobs, QWidget* parent = nullptr);

private:
    QWidget* makeDetails();
    QWidget* makeFoot();
    [[nodiscard]] Job* jobAt(int row) const;
    [[nodiscard]] const JobRecord* recordAt(int row) const;
    void showJob(const Job& job);
    void showRecord(const JobRecord& record);
    void fillList();
    void refreshItem(int row);
    void refreshDetails();
    void onProgress(Job* job);

    Jobs& m_jobs;
    QListWidget* m_list;
    QStackedWidget* m_details;
    QLabel* m_title;
    QProgressBar* m_bar;
    QLabel* m_summary;
    ImportReportView* m_report;
    std::vector<std::shared_ptr<Job>> m_running; ///< as the list shows them, the newest first
    QPushButton* m_pause;
    QPushButton* m_cancel;
    QPushButton* m_saveRejects;
};

} // namespace clientele
