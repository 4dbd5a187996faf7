// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace clientele {

class ImportReportView;
class Job;
class Jobs;

/// The imports and exports of this session, and the report of the chosen one.
class JobsDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit JobsDialog(Jobs& jobs, QWidget* parent = nullptr);

private:
    QWidget* makeDetails();
    QWidget* makeFoot();
    [[nodiscard]] Job* current() const;
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
    QPushButton* m_cancel;
    QPushButton* m_saveRejects;
};

} // namespace clientele
