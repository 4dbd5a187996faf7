// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/exportjob.h"
#include "ui/importing/exportoffer.h"

#include <QDialog>

#include <memory>

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace clientele {

class Book;
class ExportChoices;
class JsonStore;
class MessageBar;

/// Writes customers to a file: asks which and how, shows the progress, and how it ended. Closing it
/// does not end a running export.
class ExportDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExportDialog)

public:
    /// What is chosen is remembered in @p store, which outlives it; null remembers nothing.
    ExportDialog(Book& book, const ExportOffer& offer, JsonStore* store, QWidget* parent = nullptr);
    ~ExportDialog() override;

    /// The job once it was started.
    [[nodiscard]] const ExportJob* job() const { return m_job.get(); }
    /// As if the person had chosen @p file.
    void start(const QString& file);

Q_SIGNALS:
    /// The person chose, the job runs. Whoever takes it keeps it alive.
    void started(std::shared_ptr<clientele::ExportJob> job);

private:
    Book& m_book;
    const ExportOffer m_offer;
    JsonStore* m_store;
    QString m_folder; ///< of the last file
    std::shared_ptr<ExportJob> m_job;
    QStackedWidget* m_pages;
    ExportChoices* m_choices;
    MessageBar* m_message;
    QLabel* m_heading;
    QProgressBar* m_bar;
    QLabel* m_progress;
    QLabel* m_background;
    QPushButton* m_openFile;
    QPushButton* m_openFolder;
    QPushButton* m_back;
    QPushButton* m_cancel;
    QPushButton* m_forward;

    void arrange();
    QWidget* makeRunning();
    QWidget* makeFoot();
    [[nodiscard]] int heightOfChoices() const;
    void remember();
    [[nodiscard]] ExportPlan plan(const QString& file) const;
    void chooseFile();
    void showChoices();
    void refresh();
    void showEnd();
};

} // namespace clientele
