// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/exportdialog.h"

#include "core/services/wording.h"
#include "ui/common/button.h"
#include "ui/common/jsonstore.h"
#include "ui/common/messagebar.h"
#include "ui/common/sectionlabel.h"
#include "ui/importing/exportchoices.h"
#include "ui/importing/jobwording.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QUrl>

#include <algorithm>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

const QString choicesFile = u"export.json"_s;

constexpr int choicesWidth = 620;
constexpr int runningHeight = 320;

} // namespace

ExportDialog::ExportDialog(Book& book, const ExportOffer& offer, JsonStore* store, QWidget* parent)
    : QDialog(parent), m_book(book), m_offer(offer), m_store(store),
      m_folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)),
      m_pages(new QStackedWidget(this)), m_choices(new ExportChoices(offer, this)),
      m_message(new MessageBar(this)), m_heading(makeLabel({}, TextRole::Heading, this)),
      m_bar(new QProgressBar(this)), m_progress(makeLabel({}, TextRole::Body, this)),
      m_background(makeLabel({}, TextRole::Muted, this)),
      m_openFile(makeButton(tr("&Open"), ButtonKind::Normal, this)),
      m_openFolder(makeButton(tr("&Show in folder"), ButtonKind::Normal, this)),
      m_back(makeButton(tr("&Back"), ButtonKind::Normal, this)),
      m_cancel(makeButton(tr("Cancel"), ButtonKind::Normal, this)),
      m_forward(makeButton(tr("&Export…"), ButtonKind::Primary, this))
{
    setWindowTitle(tr("Export customers"));
    arrange();
    const auto follow = [this] { m_forward->setEnabled(m_choices->isValid()); };
    connect(m_choices, &ExportChoices::changed, this, follow);
    showChoices();
    if (!m_store)
        return;
    whenDone(m_store->read(choicesFile), this, [this](const Result<QJsonObject>& saved) {
        if (!saved || saved->isEmpty() || m_job)
            return;
        m_choices->apply(*saved);
        m_folder = (*saved)[u"folder"_s].toString(m_folder);
    });
}

ExportDialog::~ExportDialog() = default;

void ExportDialog::arrange()
{
    m_message->setObjectName(u"exportMessage"_s);
    auto* scroll = new QScrollArea(this); // for windows that are not high enough
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_choices);
    m_pages->addWidget(scroll);
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
    m_choices->setFocus();
}

QWidget* ExportDialog::makeRunning()
{
    m_bar->setObjectName(u"exportProgress"_s);
    m_bar->setAccessibleName(tr("Progress of the export"));
    m_bar->setTextVisible(false);
    m_heading->setObjectName(u"exportHeading"_s);
    m_progress->setObjectName(u"exportText"_s);
    m_background->setText(tr("You can close this window and go on working: the status bar shows "
                             "how far the export is."));
    for (QLabel* label : {m_heading, m_progress, m_background})
        label->setWordWrap(true);
    m_openFile->setObjectName(u"openFile"_s);
    m_openFolder->setObjectName(u"openFolder"_s);
    auto* open = new QHBoxLayout;
    open->setSpacing(8);
    open->addWidget(m_openFile);
    open->addWidget(m_openFolder);
    open->addStretch();
    const auto show = [](const QString& path) {
        QDesktopServices::openUrl(QUrl::fromLocalFile(path));
    };
    connect(m_openFile, &QPushButton::clicked, this, [this, show] { show(m_job->plan().file); });
    connect(m_openFolder, &QPushButton::clicked, this,
            [this, show] { show(QFileInfo(m_job->plan().file).absolutePath()); });

    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(12);
    layout->addWidget(m_heading);
    layout->addWidget(m_bar);
    layout->addWidget(m_progress);
    layout->addWidget(m_background);
    layout->addLayout(open);
    layout->addStretch();
    return page;
}

QWidget* ExportDialog::makeFoot()
{
    m_back->setObjectName(u"back"_s);
    m_cancel->setObjectName(u"cancel"_s);
    m_forward->setObjectName(u"forward"_s);
    m_forward->setDefault(true);
    auto* foot = new QWidget(this);
    auto* layout = new QHBoxLayout(foot);
    layout->setContentsMargins(20, 12, 20, 12);
    layout->setSpacing(8);
    layout->addStretch();
    layout->addWidget(m_back);
    layout->addWidget(m_cancel);
    layout->addWidget(m_forward);
    connect(m_back, &QPushButton::clicked, this, &ExportDialog::showChoices);
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

void ExportDialog::showChoices()
{
    m_job.reset();
    m_message->dismiss();
    m_back->hide();
    m_cancel->setText(tr("Cancel"));
    m_cancel->show();
    m_forward->setText(tr("&Export…"));
    m_forward->setEnabled(m_choices->isValid());
    m_pages->setCurrentIndex(0);
    resize(choicesWidth, heightOfChoices());
}

/// All that there is to choose, where the screen is high enough.
int ExportDialog::heightOfChoices() const
{
    const int around = layout()->sizeHint().height() - m_pages->sizeHint().height();
    const int wanted = around + m_choices->heightForWidth(choicesWidth);
    return std::min(wanted, screen()->availableGeometry().height());
}

void ExportDialog::remember()
{
    if (!m_store)
        return;
    QJsonObject state = m_choices->state();
    state[u"folder"_s] = m_folder;
    m_store->write(choicesFile, state);
}

ExportPlan ExportDialog::plan(const QString& file) const
{
    ExportPlan plan{.file = file, .style = m_choices->style(), .query = m_offer.view};
    switch (m_choices->scope()) {
    case ExportScope::Selection:
        plan.selection = m_offer.selection;
        plan.expectedRows = m_offer.selectedCount;
        break;
    case ExportScope::View:
        plan.expectedRows = m_offer.viewCount;
        break;
    case ExportScope::Book:
        plan.expectedRows = m_offer.view.matchesAll() ? m_offer.viewCount : m_offer.bookCount;
        plan.query = {.sort = m_offer.view.sort};
        break;
    }
    plan.expectedRows = std::max<qint64>(0, plan.expectedRows);
    return plan;
}

void ExportDialog::chooseFile()
{
    const QString suffix = m_choices->suffix();
    auto* dialog = new QFileDialog(this, tr("Export customers"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("%1 files (*.%2)").arg(m_choices->formatLabel(), suffix));
    dialog->setDefaultSuffix(suffix);
    dialog->setDirectory(m_folder);
    dialog->selectFile(u"customers."_s + suffix);
    connect(dialog, &QFileDialog::fileSelected, this, &ExportDialog::start);
    dialog->open();
}

void ExportDialog::start(const QString& file)
{
    m_folder = QFileInfo(file).absolutePath();
    remember();
    m_job = std::make_shared<ExportJob>(m_book, plan(file));
    connect(m_job.get(), &Job::progressed, this, &ExportDialog::refresh);
    connect(m_job.get(), &Job::finished, this, &ExportDialog::refresh);
    m_heading->setText(tr("Writing %1").arg(m_job->title()));
    m_bar->show();
    m_background->show();
    m_openFile->hide();
    m_openFolder->hide();
    m_cancel->setText(tr("Cancel the export"));
    m_forward->setText(tr("&Close"));
    m_pages->setCurrentIndex(1);
    resize(width(), runningHeight);
    m_forward->setFocus();
    refresh();
    Q_EMIT started(m_job);
}

void ExportDialog::refresh()
{
    if (!m_job)
        return;
    const auto percent = jobwording::percent(m_job->progress());
    m_bar->setRange(0, percent ? 100 : 0);
    m_bar->setValue(percent.value_or(0));
    m_progress->setText(jobwording::progress(m_job->progress()));
    if (m_job->isFinished())
        showEnd();
}

void ExportDialog::showEnd()
{
    const std::optional<Error>& error = m_job->error();
    m_bar->hide();
    m_background->hide();
    m_cancel->hide();
    m_back->setVisible(error.has_value());
    m_openFile->setVisible(!error);
    m_openFolder->setVisible(!error);
    m_heading->setText(jobwording::summary(*m_job));
    m_progress->setText(error ? QString() : QDir::toNativeSeparators(m_job->plan().file));
    if (error && error->kind != ErrorKind::Cancelled) {
        m_heading->setText(tr("No file was written"));
        m_message->showMessage(MessageBar::Severity::Error, wording::explain(*error), false);
    }
}

} // namespace clientele
