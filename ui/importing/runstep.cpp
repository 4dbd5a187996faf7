// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/runstep.h"

#include "core/services/importjob.h"
#include "ui/common/sectionlabel.h"
#include "ui/importing/importreportview.h"
#include "ui/importing/jobwording.h"

#include <QProgressBar>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace clientele {

using namespace Qt::StringLiterals;

RunStep::RunStep(QWidget* parent)
    : QWidget(parent), m_stack(new QStackedLayout(this)),
      m_heading(makeLabel({}, TextRole::Title, this)),
      m_terms(makeLabel({}, TextRole::Muted, this)), m_bar(new QProgressBar(this)),
      m_progress(makeLabel({}, TextRole::Body, this)),
      m_amount(makeLabel({}, TextRole::Muted, this)),
      m_counts(makeLabel({}, TextRole::Muted, this)), m_report(new ImportReportView(this))
{
    m_bar->setObjectName(u"importProgress"_s);
    m_bar->setAccessibleName(tr("Progress of the import"));
    m_bar->setTextVisible(false);
    m_terms->setObjectName(u"runTerms"_s);
    m_progress->setObjectName(u"importProgressText"_s);
    m_amount->setObjectName(u"importAmount"_s);
    m_counts->setObjectName(u"importCounts"_s);
    m_stack->addWidget(makeRunning());
    m_stack->addWidget(m_report);
}

QWidget* RunStep::makeRunning()
{
    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addStretch(2);
    layout->addWidget(m_heading);
    layout->addWidget(m_terms);
    layout->addWidget(m_bar);
    layout->addWidget(m_progress);
    layout->addWidget(m_amount);
    layout->addWidget(m_counts);
    layout->addSpacing(12);
    layout->addWidget(
        makeLabel(tr("You can close this window and go on working. The import goes on "
                     "in the background; the status bar shows it."),
                  TextRole::Muted, page));
    layout->addStretch(3);
    return page;
}

void RunStep::follow(const std::shared_ptr<ImportJob>& job)
{
    m_job = job;
    m_stack->setCurrentIndex(0);
    m_terms->setText(jobwording::terms(job->plan()));
    m_terms->setVisible(!m_terms->text().isEmpty());
    connect(job.get(), &Job::progressed, this, &RunStep::refresh);
    connect(job.get(), &Job::finished, this, &RunStep::refresh);
    refresh();
}

void RunStep::refresh()
{
    const JobProgress& progress = m_job->progress();
    const auto percent = jobwording::percent(progress);
    m_bar->setRange(0, percent || m_job->isPaused() ? 100 : 0);
    m_bar->setValue(percent.value_or(0));
    m_heading->setText(m_job->isPaused() ? tr("The import of %1 is paused").arg(m_job->title())
                                         : tr("Importing %1").arg(m_job->title()));
    m_progress->setText(m_job->isPaused() ? tr("Nothing more is written until it goes on.")
                                          : jobwording::progress(progress));
    m_amount->setText(jobwording::amount(progress));
    m_counts->setText(jobwording::counts(m_job->importReport()));
    if (m_job->isFinished()) {
        m_report->setReport(m_job->importReport(), m_job->plan().file);
        m_stack->setCurrentWidget(m_report);
    }
}

} // namespace clientele
