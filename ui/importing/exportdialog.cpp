// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/exportdialog.h"

#include "core/services/wording.h"
#include "ui/common/button.h"
#include "ui/common/messagebar.h"
#include "ui/common/sectionlabel.h"
#include "ui/importing/jobwording.h"

#include <QButtonGroup>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QStackedWidget>
#include <QStandardPaths>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

struct Choice
{
    ExportFormat format;
    const char* label;
    const char* note;
    const char16_t* suffix;
    const char16_t* name;
};

constexpr Choice choices[] = {
    {ExportFormat::Csv, QT_TRANSLATE_NOOP("clientele::ExportDialog", "&CSV"),
     QT_TRANSLATE_NOOP("clientele::ExportDialog",
                       "For spreadsheets and address books. Can be imported again."),
     u"csv", u"formatCsv"},
    {ExportFormat::Json, QT_TRANSLATE_NOOP("clientele::ExportDialog", "&JSON"),
     QT_TRANSLATE_NOOP("clientele::ExportDialog", "One list of all customers, for programs."),
     u"json", u"formatJson"},
    {ExportFormat::JsonLines, QT_TRANSLATE_NOOP("clientele::ExportDialog", "JSON &lines"),
     QT_TRANSLATE_NOOP("clientele::ExportDialog",
                       "One customer a line, for programs that read as they go."),
     u"jsonl", u"formatJsonLines"},
};

const Choice& choiceOf(ExportFormat format)
{
    return *std::ranges::find(choices, format, &Choice::format);
}

} // namespace

ExportDialog::ExportDialog(Book& book, const CustomerQuery& query, qint64 total, QWidget* parent)
    : QDialog(parent), m_book(book), m_query(query), m_total(total),
      m_pages(new QStackedWidget(this)), m_formats(new QButtonGroup(this)),
      m_message(new MessageBar(this)), m_heading(makeLabel({}, TextRole::Heading, this)),
      m_bar(new QProgressBar(this)), m_progress(makeLabel({}, TextRole::Body, this)),
      m_background(makeLabel({}, TextRole::Muted, this)),
      m_cancel(makeButton(tr("Cancel"), ButtonKind::Normal, this)),
      m_forward(makeButton(tr("&Export…"), ButtonKind::Primary, this))
{
    setWindowTitle(tr("Export customers"));
    resize(560, 380);
    m_message->setObjectName(u"exportMessage"_s);
    m_pages->addWidget(makeChoices());
    m_pages->addWidget(makeRunning());

    auto* head = new QWidget(this);
    auto* headLayout = new QVBoxLayout(head);
    headLayout->setContentsMargins(20, 16, 20, 12);
    headLayout->addWidget(makeLabel(tr("Export customers"), TextRole::Title, head));

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head);
    layout->addWidget(makeLine(Qt::Horizontal, this));
    layout->addWidget(m_message);
    layout->addWidget(m_pages, 1);
    layout->addWidget(makeLine(Qt::Horizontal, this));
    layout->addWidget(makeFoot());
    m_formats->checkedButton()->setFocus();
}

ExportDialog::~ExportDialog() = default;

QString ExportDialog::what() const
{
    const bool all = m_query.matchesAll();
    if (m_total < 0)
        return all ? tr("All customers of the book, in the order of the table.")
                   : tr("All customers that the table shows now, in its order.");
    const QString count = QLocale().toString(m_total);
    return all ? tr("All %1 customers of the book, in the order of the table.").arg(count)
               : tr("The %1 customers that the table shows now, in its order.").arg(count);
}

QWidget* ExportDialog::makeChoices()
{
    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(4);
    QLabel* subject = makeLabel(what(), TextRole::Body, page);
    subject->setObjectName(u"exportWhat"_s);
    subject->setWordWrap(true);
    layout->addWidget(subject);
    layout->addSpacing(12);
    for (const Choice& choice : choices) {
        auto* button = new QRadioButton(tr(choice.label), page);
        button->setObjectName(QString::fromUtf16(choice.name));
        button->setAccessibleDescription(tr(choice.note));
        m_formats->addButton(button, int(choice.format));
        QLabel* note = makeLabel(tr(choice.note), TextRole::Muted, page);
        note->setIndent(28);
        layout->addWidget(button, 0, Qt::AlignLeft);
        layout->addWidget(note);
        layout->addSpacing(6);
    }
    m_formats->button(int(ExportFormat::Csv))->setChecked(true);
    layout->addStretch();
    return page;
}

QWidget* ExportDialog::makeRunning()
{
    m_bar->setObjectName(u"exportProgress"_s);
    m_bar->setAccessibleName(tr("Progress of the export"));
    m_bar->setTextVisible(false);
    m_heading->setObjectName(u"exportHeading"_s);
    m_background->setText(tr("You can close this window and go on working: the status bar shows "
                             "how far the export is."));
    for (QLabel* label : {m_heading, m_background})
        label->setWordWrap(true);
    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(12);
    layout->addWidget(m_heading);
    layout->addWidget(m_bar);
    layout->addWidget(m_progress);
    layout->addWidget(m_background);
    layout->addStretch();
    return page;
}

QWidget* ExportDialog::makeFoot()
{
    m_cancel->setObjectName(u"cancel"_s);
    m_forward->setObjectName(u"forward"_s);
    m_forward->setDefault(true);
    auto* foot = new QWidget(this);
    auto* layout = new QHBoxLayout(foot);
    layout->setContentsMargins(20, 12, 20, 12);
    layout->setSpacing(8);
    layout->addStretch();
    layout->addWidget(m_cancel);
    layout->addWidget(m_forward);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (m_job && !m_job->isFinished())
            m_job->cancel();
        else
            reject();
    });
    connect(m_forward, &QPushButton::clicked, this, [this] {
        if (m_job)
            accept();
        else
            chooseFile();
    });
    return foot;
}

ExportFormat ExportDialog::format() const
{
    return ExportFormat(m_formats->checkedId());
}

void ExportDialog::chooseFile()
{
    const Choice& choice = choiceOf(format());
    const QString suffix = QString::fromUtf16(choice.suffix);
    auto* dialog = new QFileDialog(this, tr("Export customers"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("%1 files (*.%2)").arg(tr(choice.label).remove(u'&'), suffix));
    dialog->setDefaultSuffix(suffix);
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->selectFile(u"customers."_s + suffix);
    connect(dialog, &QFileDialog::fileSelected, this, &ExportDialog::start);
    dialog->open();
}

void ExportDialog::start(const QString& file)
{
    const ExportPlan plan{.file = file,
                          .format = format(),
                          .query = m_query,
                          .expectedRows = std::max<qint64>(0, m_total)};
    m_job = std::make_shared<ExportJob>(m_book, plan);
    connect(m_job.get(), &Job::progressed, this, &ExportDialog::refresh);
    connect(m_job.get(), &Job::finished, this, &ExportDialog::refresh);
    m_heading->setText(tr("Writing %1").arg(m_job->title()));
    m_cancel->setText(tr("Cancel the export"));
    m_forward->setText(tr("&Close"));
    m_pages->setCurrentIndex(1);
    refresh();
    Q_EMIT started(m_job);
}

void ExportDialog::refresh()
{
    const auto percent = jobwording::percent(m_job->progress());
    m_bar->setRange(0, percent ? 100 : 0);
    m_bar->setValue(percent.value_or(0));
    m_progress->setText(jobwording::progress(m_job->progress()));
    if (m_job->isFinished())
        showEnd();
}

void ExportDialog::showEnd()
{
    m_bar->hide();
    m_background->hide();
    m_cancel->hide();
    m_heading->setText(jobwording::summary(*m_job));
    m_progress->setText(m_job->error() ? QString() : QDir::toNativeSeparators(m_job->plan().file));
    if (m_job->error() && m_job->error()->kind != ErrorKind::Cancelled) {
        m_heading->setText(tr("No file was written"));
        m_message->showMessage(MessageBar::Severity::Error, wording::explain(*m_job->error()),
                               false);
    }
}

} // namespace clientele
