// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/jobsdialog.h"

#include "core/services/importjob.h"
#include "ui/common/button.h"
#include "ui/common/icons.h"
#include "ui/common/sectionlabel.h"
#include "ui/importing/importreportview.h"
#include "ui/importing/jobs.h"
#include "ui/importing/jobwording.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>

namespace clientele {

using namespace Qt::StringLiterals;

JobsDialog::JobsDialog(Jobs& jobs, QWidget* parent)
    : QDialog(parent), m_jobs(jobs), m_list(new QListWidget(this)),
      m_details(new QStackedWidget(this)), m_title(makeLabel({}, TextRole::Title, this)),
      m_bar(new QProgressBar(this)), m_summary(makeLabel({}, TextRole::Body, this)),
      m_report(new ImportReportView(this)),
      m_cancel(makeButton(tr("Cancel this job"), ButtonKind::Normal, this)),
      m_saveRejects(makeButton(tr("&Save rejects…"), ButtonKind::Normal, this))
{
    setWindowTitle(tr("Imports and exports"));
    resize(1060, 600);
    m_list->setObjectName(u"jobsList"_s);
    m_list->setAccessibleName(tr("Imports and exports of this session"));
    m_list->setFixedWidth(280);
    m_list->setWordWrap(true);
    m_list->setSpacing(2);

    auto* columns = new QHBoxLayout;
    columns->setSpacing(0);
    auto* left = new QVBoxLayout;
    left->setContentsMargins(12, 12, 12, 12);
    left->addWidget(m_list);
    columns->addLayout(left);
    columns->addWidget(makeLine(Qt::Vertical, this));
    auto* right = new QVBoxLayout;
    right->setContentsMargins(20, 16, 20, 16);
    right->addWidget(makeDetails());
    columns->addLayout(right, 1);

    auto* head = new QWidget(this);
    auto* headLayout = new QVBoxLayout(head);
    headLayout->setContentsMargins(20, 16, 20, 16);
    headLayout->addWidget(makeLabel(windowTitle(), TextRole::Title, head));

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head);
    layout->addWidget(makeLine(Qt::Horizontal, this));
    layout->addLayout(columns, 1);
    layout->addWidget(makeLine(Qt::Horizontal, this));
    layout->addWidget(makeFoot());

    connect(m_list, &QListWidget::currentRowChanged, this, &JobsDialog::refreshDetails);
    connect(&m_jobs, &Jobs::changed, this, &JobsDialog::fillList);
    connect(&m_jobs, &Jobs::progressed, this, &JobsDialog::onProgress);
    fillList();
    m_list->setCurrentRow(0);
}

QWidget* JobsDialog::makeDetails()
{
    m_summary->setObjectName(u"jobSummary"_s);
    m_summary->setWordWrap(true);
    m_bar->setTextVisible(false);
    auto* simple = new QWidget(this);
    auto* layout = new QVBoxLayout(simple);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_title);
    layout->addWidget(m_bar);
    layout->addWidget(m_summary);
    layout->addStretch();
    m_details->addWidget(simple);
    m_details->addWidget(m_report);
    return m_details;
}

QWidget* JobsDialog::makeFoot()
{
    m_cancel->setObjectName(u"cancelJob"_s);
    m_saveRejects->setObjectName(u"saveRejects"_s);
    auto* close = makeButton(tr("&Close"), ButtonKind::Primary, this);
    close->setObjectName(u"close"_s);
    close->setDefault(true);
    auto* forget = makeButton(tr("Clear &finished"), ButtonKind::Normal, this);
    forget->setObjectName(u"forgetFinished"_s);
    auto* foot = new QWidget(this);
    auto* layout = new QHBoxLayout(foot);
    layout->setContentsMargins(20, 12, 20, 12);
    layout->setSpacing(8);
    layout->addWidget(forget);
    layout->addWidget(m_cancel);
    layout->addWidget(m_saveRejects);
    layout->addStretch();
    layout->addWidget(close);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(forget, &QPushButton::clicked, &m_jobs, &Jobs::forgetFinished);
    connect(m_saveRejects, &QPushButton::clicked, m_report, &ImportReportView::saveRejects);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (Job* job = current())
            job->cancel();
    });
    return foot;
}

Job* JobsDialog::current() const
{
    // The newest stands first in the list.
    const int row = m_list->currentRow();
    const auto& all = m_jobs.all();
    return row < 0 || row >= int(all.size()) ? nullptr : all[all.size() - 1 - size_t(row)].get();
}

void JobsDialog::fillList()
{
    const int row = std::max(0, m_list->currentRow());
    while (m_list->count() > int(m_jobs.all().size()))
        delete m_list->takeItem(m_list->count() - 1);
    while (m_list->count() < int(m_jobs.all().size()))
        m_list->addItem(QString());
    for (int i = 0; i < m_list->count(); ++i)
        refreshItem(i);
    m_list->setCurrentRow(std::min(row, m_list->count() - 1));
    refreshDetails();
}

void JobsDialog::refreshItem(int row)
{
    const auto& all = m_jobs.all();
    const Job& job = *all[all.size() - 1 - size_t(row)];
    QListWidgetItem* item = m_list->item(row);
    item->setText(jobwording::title(job) + u'\n' + jobwording::summary(job));
    if (!job.isFinished())
        item->setIcon(icon(u"play", Token::Accent));
    else if (jobwording::wentWrong(job))
        item->setIcon(icon(u"warning", Token::Bad));
    else
        item->setIcon(icon(u"check", Token::Ok));
}

void JobsDialog::onProgress(Job* job)
{
    const auto& all = m_jobs.all();
    for (int row = 0; row < m_list->count(); ++row) {
        if (all[all.size() - 1 - size_t(row)].get() == job)
            refreshItem(row);
    }
    if (job == current())
        refreshDetails();
}

void JobsDialog::refreshDetails()
{
    const Job* job = current();
    m_cancel->setVisible(job && !job->isFinished());
    const auto* import = qobject_cast<const ImportJob*>(job);
    const bool report = import && import->isFinished();
    if (report)
        m_report->setReport(import->importReport(), import->plan().file);
    m_saveRejects->setVisible(report && m_report->hasRejects());
    m_details->setCurrentIndex(report ? 1 : 0);
    m_title->setText(job ? jobwording::title(*job) : tr("Nothing has been imported or exported"));
    m_summary->setText(job ? jobwording::summary(*job) : QString());
    m_bar->setVisible(job && !job->isFinished());
    if (!job)
        return;
    const auto percent = jobwording::percent(job->progress());
    m_bar->setRange(0, percent ? 100 : 0);
    m_bar->setValue(percent.value_or(0));
}

} // namespace clientele
