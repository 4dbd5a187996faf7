// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/importdialog.h"

#include "core/services/importjob.h"
#include "ui/common/button.h"
#include "ui/common/sectionlabel.h"
#include "ui/importing/checkstep.h"
#include "ui/importing/columnsstep.h"
#include "ui/importing/filestep.h"
#include "ui/importing/formatstep.h"
#include "ui/importing/importreportview.h"
#include "ui/importing/runstep.h"
#include "ui/importing/stepbar.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace clientele {

using namespace Qt::StringLiterals;

ImportDialog::ImportDialog(Book& book, const QString& file, QWidget* parent, ImportMemory* memory)
    : QDialog(parent), m_setup(book, memory), m_title(makeLabel({}, TextRole::Title, this)),
      m_steps(new StepBar(
          {tr("File"), tr("How to read it"), tr("Columns"), tr("Check"), tr("Import")}, this)),
      m_pages(new QStackedWidget(this)), m_check(new CheckStep(m_setup, this)),
      m_run(new RunStep(this)), m_cancel(makeButton(tr("Cancel"), ButtonKind::Normal, this)),
      m_pause(makeButton(tr("&Pause"), ButtonKind::Normal, this)),
      m_saveRejects(makeButton(tr("&Save rejects…"), ButtonKind::Normal, this)),
      m_again(makeButton({}, ButtonKind::Normal, this)),
      m_back(makeButton(tr("&Back"), ButtonKind::Normal, this)),
      m_forward(makeButton(tr("&Next"), ButtonKind::Primary, this))
{
    resize(1060, 640);
    auto* fileStep = new FileStep(m_setup, this);
    m_pages->addWidget(fileStep);
    m_pages->addWidget(new FormatStep(m_setup, this));
    m_pages->addWidget(new ColumnsStep(m_setup, this));
    m_pages->addWidget(m_check);
    m_pages->addWidget(m_run);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(makeLine(Qt::Horizontal, this));
    auto* pages = new QVBoxLayout;
    pages->setContentsMargins(20, 16, 20, 16);
    pages->addWidget(m_pages);
    layout->addLayout(pages, 1);
    layout->addWidget(makeLine(Qt::Horizontal, this));
    layout->addWidget(makeFoot());

    connect(fileStep, &FileStep::resumeRequested, this, &ImportDialog::start);
    connect(fileStep, &FileStep::pasted, this, &ImportDialog::paste);
    connect(m_run->report(), &ImportReportView::rejectsSaved, this, &ImportDialog::refresh);
    connect(&m_setup, &ImportSetup::opened, this, [this] { goTo(m_setup.firstDoubt()); });
    connect(&m_setup, &ImportSetup::changed, this, &ImportDialog::refresh);
    connect(m_steps, &StepBar::chosen, this, [this](int step) { goTo(ImportStep(step)); });
    goTo(ImportStep::File);
    if (!file.isEmpty())
        m_setup.setFile(file);
}

ImportDialog::~ImportDialog() = default;

QWidget* ImportDialog::makeHead()
{
    m_title->setObjectName(u"importTitle"_s);
    auto* head = new QWidget(this);
    auto* layout = new QVBoxLayout(head);
    layout->setContentsMargins(14, 16, 20, 12);
    layout->setSpacing(6);
    layout->addWidget(m_title);
    // The steps keep 6 px for their focus ring; their letters stand under the title's.
    m_title->setContentsMargins(6, 0, 0, 0);
    layout->addWidget(m_steps);
    return head;
}

QWidget* ImportDialog::makeFoot()
{
    m_cancel->setObjectName(u"cancel"_s);
    m_pause->setObjectName(u"pause"_s);
    m_saveRejects->setObjectName(u"saveRejects"_s);
    m_again->setObjectName(u"importAgain"_s);
    m_back->setObjectName(u"back"_s);
    m_forward->setObjectName(u"forward"_s);
    m_forward->setMinimumWidth(72); // "Next" and "Import" without a jump
    auto* foot = new QWidget(this);
    auto* layout = new QHBoxLayout(foot);
    layout->setContentsMargins(20, 12, 20, 12);
    layout->setSpacing(8);
    layout->addWidget(m_cancel);
    layout->addWidget(m_pause);
    layout->addWidget(m_saveRejects);
    layout->addWidget(m_again);
    layout->addStretch();
    layout->addWidget(m_back);
    layout->addWidget(m_forward);

    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (m_job && !m_job->isFinished())
            m_job->cancel();
        else
            reject();
    });
    connect(m_pause, &QPushButton::clicked, this, &ImportDialog::pause);
    connect(m_again, &QPushButton::clicked, this, &ImportDialog::importAgain);
    connect(m_saveRejects, &QPushButton::clicked, this, [this] { m_run->report()->saveRejects(); });
    connect(m_back, &QPushButton::clicked, this, &ImportDialog::goBack);
    connect(m_forward, &QPushButton::clicked, this, &ImportDialog::goForward);
    return foot;
}

void ImportDialog::goTo(ImportStep step)
{
    m_step = step;
    m_steps->setCurrent(int(step));
    m_pages->setCurrentIndex(int(step));
    refresh();
    m_forward->setDefault(true);
    focusStep();
}

void ImportDialog::focusStep()
{
    // Where Enter goes on; at a step that cannot be left, where it can be mended.
    if (m_forward->isEnabled())
        m_forward->setFocus();
    else if (QWidget* first = m_pages->currentWidget()->focusProxy())
        first->setFocus();
}

void ImportDialog::goForward()
{
    if (m_step == ImportStep::Import)
        accept();
    else if (m_step == ImportStep::Check) {
        m_setup.remember();
        start(m_setup.plan());
    } else
        goTo(ImportStep(int(m_step) + 1));
}

void ImportDialog::goBack()
{
    goTo(ImportStep(int(m_step) - 1));
}

void ImportDialog::start(const ImportPlan& plan)
{
    m_job = std::make_shared<ImportJob>(m_setup.book(), plan);
    connect(m_job.get(), &QObject::destroyed, qApp, [rows = m_pasted] {});
    m_run->follow(m_job);
    connect(m_job.get(), &Job::finished, this, &ImportDialog::refresh);
    goTo(ImportStep::Import);
    Q_EMIT started(m_job);
}

void ImportDialog::pause()
{
    m_job->setPaused(!m_job->isPaused());
    refresh();
}

/// The rows that were rejected, once they are saved and mended; else the whole file.
void ImportDialog::importAgain()
{
    const QString mended = m_run->report()->savedRejects();
    const QString file = mended.isEmpty() ? m_job->plan().file : mended;
    m_job.reset();
    goTo(ImportStep::File);
    m_setup.setFile(file);
}

void ImportDialog::paste(const QByteArray& text)
{
    whenDone(keepPasted(text), this, [this](const Result<PastedRows>& rows) {
        if (!rows)
            return m_setup.fail(rows.error());
        m_pasted = *rows;
        m_setup.setFile(rows->file);
    });
}

QString ImportDialog::forwardText() const
{
    if (m_step != ImportStep::Check)
        return tr("&Next");
    if (!m_setup.preview().wholeFile || m_setup.isReading())
        return tr("&Import");
    return tr("&Import %Ln rows", nullptr, int(m_check->writable()));
}

void ImportDialog::refresh()
{
    const QString name = QFileInfo(m_job ? m_job->plan().file : m_setup.file()).fileName();
    m_title->setText(name.isEmpty() ? tr("Import customers") : tr("Import %1").arg(name));
    setWindowTitle(m_title->text());

    bool reachable = m_job == nullptr;
    for (const ImportStep step :
         {ImportStep::File, ImportStep::Format, ImportStep::Columns, ImportStep::Check}) {
        m_steps->setReachable(int(step), reachable);
        reachable = reachable && m_setup.canLeave(step);
    }
    m_steps->setReachable(int(ImportStep::Import), m_job != nullptr);
    if (m_job) {
        refreshRunning();
        return;
    }
    m_pause->hide();
    m_saveRejects->hide();
    m_again->hide();
    m_cancel->show();
    m_cancel->setText(tr("Cancel"));
    m_back->setVisible(m_step != ImportStep::File);
    m_forward->setText(forwardText());
    m_forward->setEnabled(
        m_setup.canLeave(m_step) &&
        (m_step != ImportStep::Check || !m_setup.preview().wholeFile || m_check->writable() > 0));
}

void ImportDialog::refreshRunning()
{
    const bool running = !m_job->isFinished();
    m_cancel->setText(tr("Cancel the import"));
    m_cancel->setVisible(running);
    m_pause->setVisible(running && m_job->canPause());
    m_pause->setText(m_job->isPaused() ? tr("&Go on") : tr("&Pause"));
    const bool saved = !m_run->report()->savedRejects().isEmpty();
    m_again->setVisible(!running && (saved || m_job->importReport().ended));
    m_again->setText(saved ? tr("Import the mended &rows") : tr("Import &again"));
    m_back->hide();
    m_saveRejects->setVisible(!running && m_run->report()->hasRejects());
    m_forward->setText(tr("&Close"));
    m_forward->setEnabled(true);
}

} // namespace clientele
