// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/filestep.h"

#include "core/services/wording.h"
#include "ui/common/button.h"
#include "ui/common/dates.h"
#include "ui/common/droppedfiles.h"
#include "ui/common/icons.h"
#include "ui/common/messagebar.h"
#include "ui/common/sectionlabel.h"
#include "ui/importing/importsetup.h"
#include "ui/importing/pastedrows.h"

#include <QClipboard>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QShortcut>
#include <QVBoxLayout>

namespace clientele {

using namespace Qt::StringLiterals;

FileStep::FileStep(ImportSetup& setup, QWidget* parent)
    : QWidget(parent), m_setup(setup), m_unfinished(new MessageBar(this)),
      m_message(new MessageBar(this)), m_heading(makeLabel({}, TextRole::Heading, this)),
      m_note(makeLabel({}, TextRole::Muted, this))
{
    setAcceptDrops(true);
    m_unfinished->setObjectName(u"unfinishedImport"_s);
    m_message->setObjectName(u"fileMessage"_s);
    m_heading->setObjectName(u"fileHeading"_s);
    m_note->setWordWrap(true);
    m_note->setAlignment(Qt::AlignCenter);
    m_note->setFixedWidth(460);

    auto* picture = new QLabel(this);
    picture->setPixmap(icon(u"import", Token::Accent).pixmap(QSize(32, 32), devicePixelRatioF()));
    auto* choose = makeButton(tr("Choose a &file…"), ButtonKind::Normal, this);
    choose->setObjectName(u"chooseFile"_s);
    connect(choose, &QPushButton::clicked, this, &FileStep::choose);

    auto* paste = makeButton(tr("&Paste rows"), ButtonKind::Normal, this);
    paste->setObjectName(u"pasteRows"_s);
    // Enter presses the one that has the focus: the way on is closed here.
    for (QPushButton* button : {choose, paste})
        button->setAutoDefault(true);
    connect(paste, &QPushButton::clicked, this, &FileStep::paste);
    auto* pasteKey = new QShortcut(QKeySequence::Paste, this);
    pasteKey->setContext(Qt::WidgetWithChildrenShortcut);
    connect(pasteKey, &QShortcut::activated, this, &FileStep::paste);

    setFocusProxy(choose);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_unfinished);
    layout->addWidget(m_message);
    layout->addStretch(2);
    layout->addWidget(picture, 0, Qt::AlignCenter);
    layout->addWidget(m_heading, 0, Qt::AlignCenter);
    // Between stretches rather than aligned, so that its height follows its width.
    auto* noteRow = new QHBoxLayout;
    noteRow->addStretch();
    noteRow->addWidget(m_note);
    noteRow->addStretch();
    layout->addLayout(noteRow);
    layout->addSpacing(8);
    auto* ways = new QHBoxLayout;
    ways->setSpacing(8);
    ways->addStretch();
    ways->addWidget(choose);
    ways->addWidget(paste);
    ways->addStretch();
    layout->addLayout(ways);
    layout->addStretch(3);

    connect(&m_setup, &ImportSetup::changed, this, &FileStep::refresh);
    refresh();
    findUnfinished();
}

void FileStep::findUnfinished()
{
    whenDone(unfinishedImports(m_setup.book()), this,
             [this](const Result<QList<UnfinishedImport>>& found) {
                 m_offers = found ? *found : QList<UnfinishedImport>();
                 offer();
             });
}

/// The newest first, and then around.
void FileStep::offer()
{
    if (m_offers.isEmpty()) {
        m_unfinished->dismiss();
        return;
    }
    const UnfinishedImport& import = m_offers.back();
    const QString name = QFileInfo(import.plan.file).fileName();
    const auto rows = int(import.report.rows);
    const QString when = dates::minute(import.startedAt);
    if (import.obstacle) {
        m_unfinished->showMessage(
            MessageBar::Severity::Warning,
            tr("The import of %1 of %2 was cut off after %Ln rows. %3", nullptr, rows)
                .arg(name, when, wording::sentence(*import.obstacle)),
            false);
    } else {
        m_unfinished->showMessage(
            MessageBar::Severity::Info,
            tr("The import of %1 of %2 was cut off after %Ln rows.", nullptr, rows).arg(name, when),
            false);
        m_unfinished->addAction(tr("Go on with it"),
                                [this, plan = import.plan] { Q_EMIT resumeRequested(plan); });
    }
    m_unfinished->addAction(tr("Forget it"), [this, id = import.id] { forget(id); });
    if (m_offers.size() > 1) {
        m_unfinished->addAction(tr("Next of %1").arg(m_offers.size()), [this] {
            m_offers.move(m_offers.size() - 1, 0);
            offer();
        });
    }
}

void FileStep::forget(const QString& id)
{
    whenDone(forgetImport(m_setup.book(), id), this, [this](const Result<>&) { findUnfinished(); });
}

void FileStep::refresh()
{
    const QString name = QFileInfo(m_setup.file()).fileName();
    if (name.isEmpty())
        m_heading->setText(tr("Drop a CSV or JSON file here"));
    else if (m_setup.isReading())
        m_heading->setText(tr("Reading %1…").arg(name));
    else
        m_heading->setText(name);
    m_note->setText(name.isEmpty() || m_setup.problem()
                        ? tr("CSV is what spreadsheets and address books save or export as text. "
                             "You see what will happen before anything is written. Packed files "
                             "(.gz) are read as they are.")
                        : tr("Drop another file here to import that one instead."));
    if (m_setup.problem() && !m_setup.isReading())
        m_message->showMessage(MessageBar::Severity::Error, wording::explain(*m_setup.problem()),
                               false);
    else
        m_message->dismiss();
}

void FileStep::choose()
{
    auto* dialog = new QFileDialog(this, tr("Choose a file to import"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters(
        {tr("Lists of customers (%1)")
             .arg("*.csv *.tsv *.txt *.json *.jsonl *.ndjson *.csv.gz *.tsv.gz *.txt.gz *.json.gz "
                  "*.jsonl.gz *.ndjson.gz"_L1),
         tr("All files (*)")});
    if (!m_setup.file().isEmpty())
        dialog->setDirectory(QFileInfo(m_setup.file()).path());
    connect(dialog, &QFileDialog::fileSelected, &m_setup, &ImportSetup::setFile);
    dialog->open();
}

void FileStep::paste()
{
    if (const QByteArray text = pastedText(*QGuiApplication::clipboard()->mimeData());
        !text.isEmpty())
        Q_EMIT pasted(text);
}

void FileStep::dragEnterEvent(QDragEnterEvent* event)
{
    if (droppedFiles(*event->mimeData()).size() == 1)
        event->acceptProposedAction();
}

void FileStep::dropEvent(QDropEvent* event)
{
    m_setup.setFile(droppedFiles(*event->mimeData()).front());
    event->acceptProposedAction();
}

void FileStep::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(Theme::color(Token::Faint), 1);
    pen.setDashPattern({5, 4});
    painter.setPen(pen);
    int top = 0;
    for (const MessageBar* bar : {m_unfinished, m_message}) {
        if (bar->isVisible())
            top = bar->geometry().bottom() + 12;
    }
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, top + 0.5, -0.5, -0.5), 8, 8);
}

} // namespace clientele
