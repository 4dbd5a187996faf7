// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/jobsindicator.h"

#include "ui/common/button.h"
#include "ui/common/icons.h"
#include "ui/common/sectionlabel.h"
#include "ui/importing/jobs.h"
#include "ui/importing/jobsdialog.h"
#include "ui/importing/jobwording.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace clientele {

using namespace Qt::StringLiterals;

JobsIndicator::JobsIndicator(Jobs& jobs, QWidget* parent)
    : QWidget(parent), m_jobs(jobs), m_name(makeButton({}, ButtonKind::Link, this)),
      m_bar(new QProgressBar(this)), m_progress(makeLabel({}, TextRole::Muted, this)),
      m_pause(makeIconButton(u"pause", tr("Pause this job"), this)),
      m_cancel(makeIconButton(u"close", tr("Cancel this job"), this))
{
    m_name->setObjectName(u"jobName"_s);
    m_name->setToolTip(tr("Show all imports and exports"));
    m_bar->setObjectName(u"jobProgress"_s);
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(96);
    m_progress->setObjectName(u"jobProgressText"_s);
    m_pause->setObjectName(u"jobPause"_s);
    m_cancel->setObjectName(u"jobCancel"_s);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 12, 0);
    layout->setSpacing(8);
    layout->addWidget(m_name);
    layout->addWidget(m_bar, 0, Qt::AlignVCenter);
    layout->addWidget(m_progress);
    layout->addWidget(m_pause);
    layout->addWidget(m_cancel);

    connect(m_name, &QPushButton::clicked, this, &JobsIndicator::openList);
    connect(m_pause, &QPushButton::clicked, this, [this] {
        if (Job* job = shown())
            job->setPaused(!job->isPaused());
        refresh();
    });
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (Job* job = shown())
            job->cancel();
    });
    connect(&m_jobs, &Jobs::changed, this, &JobsIndicator::refresh);
    connect(&m_jobs, &Jobs::progressed, this, &JobsIndicator::refresh);
    refresh();
}

Job* JobsIndicator::shown() const
{
    if (const auto running = m_jobs.running(); !running.empty())
        return running.front().get();
    return m_jobs.all().empty() ? nullptr : m_jobs.all().back().get();
}

void JobsIndicator::openList()
{
    auto* dialog = new JobsDialog(m_jobs, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void JobsIndicator::refresh()
{
    const Job* job = shown();
    setVisible(job != nullptr);
    if (!job)
        return;
    const auto others = qsizetype(m_jobs.running().size()) - 1;
    const bool running = !job->isFinished();
    const QString name = jobwording::title(*job);
    m_name->setText(others > 0 ? tr("%1 and %n more", nullptr, int(others)).arg(name) : name);
    const auto percent = jobwording::percent(job->progress());
    m_bar->setVisible(running);
    m_bar->setRange(0, percent || !running ? 100 : 0);
    m_bar->setValue(percent.value_or(0));
    m_bar->setAccessibleName(jobwording::title(*job));
    m_pause->setVisible(running && job->canPause());
    m_pause->setIcon(icon(job->isPaused() ? u"play" : u"pause", Token::Muted));
    const QString act = job->isPaused() ? tr("Go on with this job") : tr("Pause this job");
    m_pause->setToolTip(act);
    m_pause->setAccessibleName(act);
    m_cancel->setVisible(running);
    m_progress->setText(jobwording::summary(*job));
    setTextRole(m_progress, jobwording::wentWrong(*job) ? TextRole::Bad : TextRole::Muted);
}

} // namespace clientele
