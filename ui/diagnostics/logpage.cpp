// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagnostics/logpage.h"

#include "core/services/book.h"
#include "ui/common/plaintable.h"
#include "ui/common/sectionlabel.h"
#include "ui/common/sqlview.h"
#include "ui/common/statepage.h"
#include "ui/diagnostics/activityfilter.h"
#include "ui/diagnostics/activitymodel.h"
#include "ui/diagnostics/logfilters.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

constexpr int pollPause = 500; ///< milliseconds

} // namespace

LogPage::LogPage(QWidget* parent)
    : QWidget(parent), m_records(new ActivityModel(this)),
      m_shown(new ActivityFilter(*m_records, this)), m_filters(new LogFilters(this)),
      m_pages(new QStackedWidget(this)), m_splitter(new QSplitter(Qt::Vertical, m_pages)),
      m_table(new PlainTable(m_splitter)), m_record(new SqlView(m_splitter)),
      m_nothing(new StatePage(m_pages)), m_values(new QCheckBox(tr("Show &values"), this)),
      m_warning(makeLabel({}, TextRole::Muted, this))
{
    arrange();
    arrangeTable();
    m_poll.setInterval(pollPause);
    connect(&m_poll, &QTimer::timeout, this, &LogPage::poll);
    connect(m_filters, &LogFilters::wordsTyped, this, [this](const QString& words) {
        m_shown->setText(words);
        follow();
    });
    connect(m_filters, &LogFilters::kindChosen, this, [this](ActivityFilter::Show kind) {
        m_shown->setShow(kind);
        follow();
    });
    connect(m_values, &QCheckBox::toggled, this, [this](bool shows) {
        if (m_book)
            m_book->setActivityShowsValues(shows);
        describeValues();
    });
    describe();
    describeValues();
}

void LogPage::arrange()
{
    m_values->setObjectName(u"logValues"_s);
    m_warning->setObjectName(u"logValuesNote"_s);
    auto* find = new QAction(this);
    find->setShortcut(QKeySequence::Find);
    connect(find, &QAction::triggered, m_filters, &LogFilters::focusWords);
    addAction(find);
    m_pages->addWidget(m_splitter);
    m_pages->addWidget(m_nothing);
    auto* values = new QHBoxLayout;
    values->setContentsMargins(16, 8, 20, 8);
    values->setSpacing(12);
    values->addWidget(m_values);
    values->addWidget(m_warning, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_filters);
    layout->addWidget(makeLine(Qt::Horizontal, this));
    layout->addWidget(m_pages, 1);
    layout->addWidget(makeLine(Qt::Horizontal, this));
    layout->addLayout(values);
}

void LogPage::arrangeTable()
{
    m_table->setObjectName(u"logTable"_s);
    m_table->setAccessibleName(tr("What the connections did"));
    m_table->setModel(m_shown);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setColumnWidths({108, 96, 360, 170, 70, 70, 170}, ActivityModel::What);
    m_record->setObjectName(u"logRecord"_s);
    m_record->setAccessibleName(tr("All of the row that is chosen"));
    m_record->setPlaceholderText(tr("Choose a row to read all of it here."));
    m_record->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_record->setProperty("kind", u"pane"_s);
    auto* rows = new QWidget(m_splitter);
    auto* inset = new QVBoxLayout(rows);
    inset->setContentsMargins(10, 0, 10, 0); // with the cells' own, as far in as the rest
    inset->addWidget(m_table);
    // In a small window the rows come first.
    rows->setMinimumHeight(100);
    m_record->setMinimumHeight(44);
    m_splitter->addWidget(rows);
    m_splitter->addWidget(m_record);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setSizes({300, 110});
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    auto* copyRows = new QAction(tr("&Copy"), m_table);
    copyRows->setShortcut(QKeySequence::Copy);
    copyRows->setShortcutContext(Qt::WidgetShortcut);
    connect(copyRows, &QAction::triggered, this, &LogPage::copy);
    m_table->addAction(copyRows);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &LogPage::showRecord);
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this,
            [this](int value) { m_following = value >= m_table->verticalScrollBar()->maximum(); });
    connect(m_shown, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex&, int first, int last) {
                if (first == 0)
                    keepPlace(last + 1);
            });
}

void LogPage::setBook(Book* book)
{
    if (m_book == book)
        return;
    m_book = book;
    m_records->reset();
    {
        const QSignalBlocker quiet(m_values);
        m_values->setChecked(book && book->activityShowsValues());
    }
    m_values->setEnabled(book != nullptr);
    describeValues();
    poll();
}

void LogPage::poll()
{
    if (m_book && !m_paused && isVisible()) {
        const bool following = m_following;
        m_records->append(m_book->activity(m_records->last()));
        m_following = following;
    }
    follow();
}

void LogPage::follow()
{
    describe();
    if (m_following)
        m_table->scrollToBottom();
}

/// The oldest rows went: what the person reads stays where it is.
void LogPage::keepPlace(int removed)
{
    if (!m_following)
        m_table->verticalScrollBar()->setValue(
            std::max(0, m_table->verticalScrollBar()->value() - removed));
}

void LogPage::describe()
{
    const QLocale locale;
    const int all = m_records->rowCount();
    const int shown = m_shown->rowCount();
    QString text = shown == all ? tr("%Ln records", nullptr, all)
                                : tr("%1 of %2").arg(locale.toString(shown), locale.toString(all));
    if (m_records->missed() > 0)
        text = tr("%1, %2 missed").arg(text, locale.toString(m_records->missed()));
    if (m_paused)
        text = tr("Paused · %1").arg(text);
    m_filters->setCount(text);
    if (shown > 0)
        m_pages->setCurrentWidget(m_splitter);
    else
        describeNothing();
}

void LogPage::describeNothing()
{
    m_pages->setCurrentWidget(m_nothing);
    const bool filtered = m_records->rowCount() > 0;
    QString title = tr("Nothing here yet");
    QString text = tr("What the connections of this book do shows here while this page is open.");
    if (!m_book) {
        title = tr("No book is open");
        text = tr("Open one to see what its connections do.");
    } else if (filtered) {
        title = tr("Nothing matches");
        text = m_filters->words().isEmpty() ? tr("There is no record of this kind.")
                                            : tr("No record of this kind has these words.");
    }
    if (m_nothing->text() == title + u'\n' + text)
        return;
    m_nothing->describe(filtered ? u"nothing" : u"database", title, text);
    if (filtered)
        m_nothing->addAction(tr("Show all"), true, [this] { m_filters->clear(); });
}

void LogPage::describeValues()
{
    const bool shows = m_values->isChecked();
    setTextRole(m_warning, shows ? TextRole::Warn : TextRole::Faint);
    m_warning->setText(shows ? tr("Values are personal data. They are kept from now on, in memory "
                                  "only; what is copied holds them.")
                             : tr("Values are personal data and are not kept: only their kind and "
                                  "length show."));
}

void LogPage::showRecord()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (rows.isEmpty()) {
        m_record->clear();
        return;
    }
    const ActivityRecord& record = m_records->at(m_shown->mapToSource(rows.last()).row());
    QStringList parts{record.text.trimmed()};
    for (qsizetype i = 0; i < record.parameters.size(); ++i)
        parts << u"$%1 = %2"_s.arg(i + 1).arg(record.parameters[i]);
    if (!record.error.isEmpty())
        parts << tr("Error: %1").arg(record.error);
    const QString text = parts.join(u'\n');
    if (m_record->toPlainText() != text)
        m_record->setPlainText(text);
}

void LogPage::copy() const
{
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    QStringList lines;
    if (rows.isEmpty()) {
        lines << ActivityModel::textHeader();
        for (int row = 0; row < m_shown->rowCount(); ++row)
            rows << m_shown->index(row, 0);
    }
    std::ranges::sort(rows, {}, &QModelIndex::row);
    for (const QModelIndex& row : std::as_const(rows))
        lines << ActivityModel::textOf(m_records->at(m_shown->mapToSource(row).row()));
    QGuiApplication::clipboard()->setText(lines.join(u'\n') + u'\n');
}

void LogPage::clear()
{
    // What happened since the last look goes too.
    poll();
    m_records->clear();
    m_following = true;
    describe();
}

void LogPage::setPaused(bool paused)
{
    m_paused = paused;
    poll();
}

void LogPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_poll.start();
    poll();
}

void LogPage::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_poll.stop();
}

} // namespace clientele
