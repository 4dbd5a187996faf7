// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/importing/importsetup.h"

#include <QDialog>

#include <memory>

class QBoxLayout;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace clientele {

class CheckStep;
class ImportJob;
class RunStep;
class StepBar;

/// Brings a CSV file into a book in five steps: file, how to read it, columns, check, import. Opens
/// at the first step that needs a person. Closing it does not end a running import.
class ImportDialog final : public QDialog
{
    Q_OBJECT

public:
    /// @p file may be empty: then the person chooses. @p book must outlive the dialog.
    ImportDialog(Book& book, const QString& file, QWidget* parent = nullptr);
    ~ImportDialog() override;

    [[nodiscard]] ImportStep step() const { return m_step; }
    /// Null until the import has begun.
    [[nodiscard]] const ImportJob* job() const { return m_job.get(); }

Q_SIGNALS:
    /// The person chose, the job runs. Whoever takes it keeps it alive.
    void started(std::shared_ptr<clientele::ImportJob> job);

private:
    QWidget* makeHead();
    QWidget* makeFoot();
    void goTo(ImportStep step);
    void focusStep();
    void goForward();
    void goBack();
    void start();
    void refresh();
    void refreshRunning();
    [[nodiscard]] QString forwardText() const;

    ImportSetup m_setup;
    ImportStep m_step = ImportStep::File;
    std::shared_ptr<ImportJob> m_job;
    QLabel* m_title;
    StepBar* m_steps;
    QStackedWidget* m_pages;
    CheckStep* m_check;
    RunStep* m_run;
    QPushButton* m_cancel;
    QPushButton* m_saveRejects;
    QPushButton* m_back;
    QPushButton* m_forward;
};

} // namespace clientele
