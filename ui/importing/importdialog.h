// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/importing/importsetup.h"
#include "ui/importing/pastedrows.h"

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

/// Brings a CSV or JSON file into a book in five steps: file, how to read it, columns, check,
/// import. Opens at the first step that needs a person. Closing it does not end a running import.
class ImportDialog final : public QDialog
{
    Q_OBJECT

public:
    /// @p file may be empty: then the person chooses. @p book and @p memory must outlive the
    /// dialog; without @p memory nothing is remembered of it.
    ImportDialog(Book& book, const QString& file, QWidget* parent = nullptr,
                 ImportMemory* memory = nullptr);
    ~ImportDialog() override;

    /// What was copied elsewhere, in UTF-8, is the file.
    void paste(const QByteArray& text);

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
    void start(const ImportPlan& plan);
    void importAgain();
    void pause();
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
    PastedRows m_pasted; ///< the dialog and its job hold the file
    QPushButton* m_cancel;
    QPushButton* m_pause;
    QPushButton* m_saveRejects;
    QPushButton* m_again;
    QPushButton* m_back;
    QPushButton* m_forward;
};

} // namespace clientele
