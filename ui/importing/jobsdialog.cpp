// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/jobsdialog.h"

#include "core/services/job.h"
#include "ui/common/button.h"
#include "ui/common/dates.h"
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

#include <algorithm>

namespace clientele {

using namespace Qt::StringLiterals;

JobsDialog::JobsDialog(Jobs& jobs, QWidget* parent)
    : QDialog(parent), m_jobs(jobs), m_list(new QListWidget(this)),
      m_details(new QStackedWidget(this)), m_title(makeLabel({}, TextRole::Title, this)),
      m_bar(new QProgressBar(this)), m_summary(makeLabel({}, TextRole::Body, this)),
      m_report(new ImportReportView(this)),
      m_pause(makeButton(tr("&Pause"), ButtonKind::Normal, this)),
      m_cancel(makeButton(tr("Cancel this job"), ButtonKind::Normal, this)),
      m_saveRejects(makeButton(tr("&Save rejects…"), ButtonKind::Normal, this))
{
    setWindowTitle(tr("Imports and exports"));
    resize(1060, 600);
    m_list->setObjectName(u"jobsList"_s);
    m_list->setAccessibleName(tr("Imports and exports, the latest first"));
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
    m_pause->setObjectName(u"pauseJob"_s);
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
    layout->addWidget(m_pause);
    layout->addWidget(m_cancel);
    layout->addWidget(m_saveRejects);
    layout->addStretch();
    layout->addWidget(close);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(forget, &QPushButton::clicked, &m_jobs, &Jobs::forgetFinished);
    connect(m_saveRejects, &QPushButton::clicked, m_report, &ImportReportView::saveRejects);
    connect(m_pause, &QPushButton::clicked, this, [this] {
        if (Job* job = jobAt(m_list->currentRow()))
            job->setPaused(!job->isPaused());
        refreshDetails();
    });
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (Job* job = jobAt(m_list->currentRow()))
            job->cancel();
    });
    return foot;
}

Job* JobsDialog::jobAt(int row) const
{
    return row < 0 || row >= int(m_running.size()) ? nullptr : m_running[size_t(row)].get();
}

const JobRecord* JobsDialog::recordAt(int row) const
{
    const QList<JobRecord>& records = m_jobs.history().all();
    const qsizetype place = qsizetype(row) - qsizetype(m_running.size());
    return place < 0 || place >= records.size() ? nullptr : &records[records.size() - 1 - place];
}

void JobsDialog::fillList()
{
    const int row = std::max(0, m_list->currentRow());
    m_running = m_jobs.running();
    std::ranges::reverse(m_running);
    const int count = int(m_running.size()) + int(m_jobs.history().all().size());
    while (m_list->count() > count)
        delete m_list->takeItem(m_list->count() - 1);
    while (m_list->count() < count)
        m_list->addItem(QString());
    for (int i = 0; i < count; ++i)
        refreshItem(i);
    m_list->setCurrentRow(std::min(row, count - 1));
    refreshDetails();
}

void JobsDialog::refreshItem(int row)
{
    QListWidgetItem* item = m_list->item(row);
    if (const Job* job = jobAt(row)) {
        item->setText(jobwording::title(*job) + u'\n' + jobwording::summary(*job));
        item->setIcon(icon(job->isPaused() ? u"pause" : u"play", Token::Accent));
    } else if (const JobRecord* record = recordAt(row)) {
        const bool wrong = jobwording::wentWrong(*record);
        item->setText(jobwording::title(*record) + u'\n' + dates::minute(record->endedAt));
        item->setIcon(wrong ? icon(u"warning", Token::Bad) : icon(u"check", Token::Ok));
    }
}

void JobsDialog::onProgress(Job* job)
{
    for (int row = 0; row < int(m_running.size()); ++row) {
        if (jobAt(row) != job)
            continue;
        refreshItem(row);
        if (row == m_list->currentRow())
            refreshDetails();
    }
}

void JobsDialog::showJob(const Job& job)
{
    m_details->setCurrentIndex(0);
    m_title->setText(jobwording::title(job));
    m_summary->setText(job.isPaused() ? jobwording::summary(job)
                                      : jobwording::progress(job.progress()) + u'\n' +
                                            jobwording::amount(job.progress()));
    const auto percent = jobwording::percent(job.progress());
    m_bar->setRange(0, percent ? 100 : 0);
    m_bar->setValue(percent.value_or(0));
    m_pause->setText(job.isPaused() ? tr("&Go on") : tr("&Pause"));
}

void JobsDialog::showRecord(const JobRecord& record)
{
    m_title->setText(jobwording::title(record));
    m_summary->setText(jobwording::summary(record));
    if (record.report)
        m_report->setReport(*record.report, record.file);
    m_details->setCurrentIndex(record.report ? 1 : 0);
}

void JobsDialog::refreshDetails()
{
    const Job* job = jobAt(m_list->currentRow());
    const JobRecord* record = recordAt(m_list->currentRow());
    m_pause->setVisible(job && job->canPause());
    m_cancel->setVisible(job);
    m_bar->setVisible(job);
    m_saveRejects->setVisible(record && record->report && record->report->rejected > 0);
    if (job) {
        showJob(*job);
    } else if (record) {
        showRecord(*record);
    } else {
        m_details->setCurrentIndex(0);
        m_title->setText(tr("Nothing has been imported or exported"));
        m_summary->clear();
    }
}

} // namespace clientele
