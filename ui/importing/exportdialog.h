// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customerquery.h"
#include "core/services/exportjob.h"

#include <QDialog>

#include <memory>

class QButtonGroup;
class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace clientele {

class Book;
class MessageBar;

/// Writes the customers of a query to a file: CSV, JSON or JSON lines. Closing it does not end a
/// running export.
class ExportDialog final : public QDialog
{
    Q_OBJECT

public:
    /// @p total is how many the query has, or -1 where that is not counted yet.
    ExportDialog(Book& book, const CustomerQuery& query, qint64 total, QWidget* parent = nullptr);
    ~ExportDialog() override;

Q_SIGNALS:
    /// The person chose, the job runs. Whoever takes it keeps it alive.
    void started(std::shared_ptr<clientele::ExportJob> job);

private:
    QWidget* makeChoices();
    QWidget* makeRunning();
    QWidget* makeFoot();
    [[nodiscard]] QString what() const;
    [[nodiscard]] ExportFormat format() const;
    void chooseFile();
    void start(const QString& file);
    void refresh();
    void showEnd();

    Book& m_book;
    CustomerQuery m_query;
    qint64 m_total;
    std::shared_ptr<ExportJob> m_job;
    QStackedWidget* m_pages;
    QButtonGroup* m_formats;
    MessageBar* m_message;
    QLabel* m_heading;
    QProgressBar* m_bar;
    QLabel* m_progress;
    QLabel* m_background;
    QPushButton* m_cancel;
    QPushButton* m_forward;
};

} // namespace clientele
