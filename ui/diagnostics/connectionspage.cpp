// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagnostics/connectionspage.h"

#include "core/services/book.h"
#include "ui/common/sectionlabel.h"
#include "ui/common/statusdot.h"
#include "ui/common/theme.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QScrollArea>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

constexpr int pollPause = 500; ///< milliseconds

enum Column
{
    TitleColumn,
    ValueColumn,
    MeaningColumn
};

struct Look
{
    QString words;
    Token color;
};

Look lookOf(const Book* book)
{
    if (!book)
        return {ConnectionsPage::tr("No book is open"), Token::Faint};
    switch (book->state()) {
    case ConnectionState::Connecting:
        return {ConnectionsPage::tr("Connecting"), Token::Faint};
    case ConnectionState::Connected:
        return {ConnectionsPage::tr("Connected"), Token::Ok};
    case ConnectionState::Lost:
        return {ConnectionsPage::tr("Connection lost; it is tried again by itself"), Token::Bad};
    case ConnectionState::Failed:
        return {ConnectionsPage::tr("Not connected"), Token::Bad};
    }
    return {};
}

QString limits(const PoolStatistics& pool)
{
    if (pool.size <= 0 || pool.overflow < 0)
        return ConnectionsPage::tr("as many as there is work for");
    return pool.overflow == 0
               ? ConnectionsPage::tr("of %1 at most").arg(pool.size)
               : ConnectionsPage::tr("of %1 at most, and %2 more while there is work")
                     .arg(pool.size)
                     .arg(pool.overflow);
}

} // namespace

ConnectionsPage::ConnectionsPage(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout)
{
    auto* content = new QWidget;
    m_dot = new StatusDot(content);
    m_grid->setContentsMargins(20, 14, 20, 16);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnMinimumWidth(TitleColumn, 180);
    m_grid->setColumnMinimumWidth(ValueColumn, 72);
    m_grid->setColumnStretch(MeaningColumn, 1);
    addGroup(tr("Book"));
    addRow(u"state"_s, tr("State"));
    addRow(u"location"_s, tr("Location"));
    addRow(u"server"_s, tr("Server"));
    addRow(u"encryption"_s, tr("Encryption"));
    addRow(u"tables"_s, tr("Tables"));
    addGroup(tr("Connections now"));
    addRow(u"open"_s, tr("Open"), tr("connections"));
    addRow(u"busy"_s, tr("Busy"), tr("at work"));
    addRow(u"idle"_s, tr("Idle"), tr("open, with nothing to do"));
    addRow(u"waiting"_s, tr("Waiting"), tr("work that waits for a connection"));
    addGroup(tr("Since the book was opened"));
    addRow(u"checkouts"_s, tr("Handed out"), tr("times that work was given a connection"));
    addRow(u"opened"_s, tr("Opened"), tr("connections made"));
    addRow(u"failed"_s, tr("Not opened"), tr("tries to make one that failed"));
    addRow(u"closed"_s, tr("Closed"), tr("for whatever reason"));
    addRow(u"recycled"_s, tr("Replaced for age"), tr("closed because they were open for long"));
    addRow(u"invalidated"_s, tr("Found dead"),
           tr("closed because the server, or the way to it, was gone"));
    addRow(u"resets"_s, tr("Rolled back on return"),
           tr("came back from work with a transaction open"));
    addRow(u"timeouts"_s, tr("Waited in vain"), tr("work that got no connection in time"));
    content->setLayout(m_grid);
    m_grid->setRowStretch(m_grid->rowCount(), 1);
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(u"diagnosticsScroll"_s);
    scroll->setAccessibleName(tr("Connections"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(content);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    m_poll.setInterval(pollPause);
    connect(&m_poll, &QTimer::timeout, this, &ConnectionsPage::poll);
    poll();
}

void ConnectionsPage::addGroup(const QString& title)
{
    const int row = m_grid->rowCount();
    if (row > 1)
        m_grid->setRowMinimumHeight(row, 10);
    m_grid->addWidget(makeLabel(title, TextRole::Heading, this), row + 1, TitleColumn, 1, 3);
}

void ConnectionsPage::addRow(const QString& name, const QString& title, const QString& meaning)
{
    const int row = m_grid->rowCount();
    QLabel* label = makeLabel({}, TextRole::Body, this);
    label->setObjectName(u"diagnostics-"_s + name);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_grid->addWidget(makeLabel(title, TextRole::Muted, this), row, TitleColumn, Qt::AlignTop);
    m_values.insert(name, label);
    m_rows.append({name, title});
    if (meaning.isEmpty()) {
        // Words have the rest of the line.
        label->setWordWrap(true);
        if (name == u"state") {
            auto* line = new QHBoxLayout;
            line->setSpacing(8);
            line->addWidget(m_dot);
            line->addWidget(label, 1);
            m_grid->addLayout(line, row, ValueColumn, 1, 2);
        } else {
            m_grid->addWidget(label, row, ValueColumn, 1, 2);
        }
        return;
    }
    m_grid->addWidget(label, row, ValueColumn);
    QLabel* words = makeLabel(meaning, TextRole::Muted, this);
    words->setObjectName(u"meaning-"_s + name);
    m_grid->addWidget(words, row, MeaningColumn);
}

void ConnectionsPage::setBook(Book* book)
{
    m_book = book;
    poll();
}

void ConnectionsPage::put(const QString& name, const QString& value)
{
    QLabel* label = m_values.value(name);
    if (label->text() != value)
        label->setText(value);
}

void ConnectionsPage::putNumber(const QString& name, qint64 value)
{
    put(name, m_book ? QLocale().toString(value) : u"–"_s);
}

void ConnectionsPage::poll()
{
    describeBook();
    describePool();
}

void ConnectionsPage::describeBook()
{
    const Look look = lookOf(m_book);
    m_dot->setColor(Theme::color(look.color));
    put(u"state"_s, look.words);
    const BookInfo info = m_book ? m_book->info() : BookInfo{};
    put(u"location"_s, m_book ? info.location : u"–"_s);
    put(u"server"_s, info.serverVersion.isEmpty() ? u"–"_s : info.serverVersion);
    put(u"encryption"_s, !m_book || info.serverVersion.isEmpty() ? u"–"_s
                         : info.engine == Engine::Sqlite         ? tr("none; the book is a file")
                         : info.encryption.isEmpty()             ? tr("none")
                                                                 : info.encryption);
    put(u"tables"_s,
        !m_book || info.serverVersion.isEmpty() ? u"–"_s
        : info.revision.isEmpty()               ? tr("made by another program, used as they are")
        : info.revision == info.headRevision
            ? tr("revision %1, the newest").arg(info.revision)
            : tr("revision %1; the newest is %2").arg(info.revision, info.headRevision));
}

void ConnectionsPage::describePool()
{
    const PoolStatistics pool = m_book ? m_book->poolStatistics() : PoolStatistics{};
    putNumber(u"open"_s, pool.busy + pool.idle);
    putNumber(u"busy"_s, pool.busy);
    putNumber(u"idle"_s, pool.idle);
    putNumber(u"waiting"_s, pool.waiting);
    putNumber(u"checkouts"_s, pool.checkouts);
    putNumber(u"opened"_s, pool.opened);
    putNumber(u"failed"_s, pool.failed);
    putNumber(u"closed"_s, pool.closed);
    putNumber(u"recycled"_s, pool.recycled);
    putNumber(u"invalidated"_s, pool.invalidated);
    putNumber(u"resets"_s, pool.resets);
    putNumber(u"timeouts"_s, pool.timeouts);
    findChild<QLabel*>(u"meaning-open"_s)->setText(limits(pool));
    findChild<QLabel*>(u"meaning-busy"_s)
        ->setText(pool.bulk > 0
                      ? tr("at work, %n of them for imports and exports", nullptr, int(pool.bulk))
                      : tr("at work"));
}

void ConnectionsPage::copy() const
{
    QStringList lines;
    for (const auto& [name, title] : m_rows)
        lines << title + u'\t' + m_values[name]->text();
    QGuiApplication::clipboard()->setText(lines.join(u'\n') + u'\n');
}

void ConnectionsPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_poll.start();
    poll();
}

void ConnectionsPage::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_poll.stop();
}

} // namespace clientele
