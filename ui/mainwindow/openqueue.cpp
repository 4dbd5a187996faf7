// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/openqueue.h"

#include "core/services/wording.h"
#include "ui/common/messagebar.h"
#include "ui/customers/customerspage.h"
#include "ui/mainwindow/bookpages.h"
#include "ui/mainwindow/mainactions.h"
#include "ui/mainwindow/mainwindow.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QFileInfo>

namespace clientele {

using namespace Qt::StringLiterals;

OpenQueue::OpenQueue(MainWindow& window, MessageBar& bar)
    : QObject(&window), m_window(window), m_bar(bar)
{
    connect(&window.session(), &BookSession::stateChanged, this, &OpenQueue::schedule);
    connect(&window.pages(), &BookPages::customersReplaced, this, &OpenQueue::schedule);
    connect(&window, &MainWindow::stayed, this, &OpenQueue::forgetThisBook);
}

void OpenQueue::add(const OpenRequest& request, std::function<void()> otherwise)
{
    const auto taken = [this, otherwise = std::move(otherwise), request](auto files) {
        if (!take(request, files) && otherwise)
            otherwise();
    };
    if (request.files.isEmpty()) {
        taken(QList<FileToOpen>());
        return;
    }
    whenDone(inspectFiles(request.files), this, [taken](const Result<QList<FileToOpen>>& files) {
        taken(files ? *files : QList<FileToOpen>());
    });
}

/// Whether one of the files is a book, which is then opened.
bool OpenQueue::take(const OpenRequest& request, const QList<FileToOpen>& files)
{
    using Kind = FileToOpen::Kind;
    QString book;
    QStringList refusals;
    std::deque<Act> acts;
    for (const FileToOpen& file : files) {
        if (file.kind == Kind::None)
            refusals << wording::explain(file.error);
        else if (file.kind == Kind::Rows || request.import)
            acts.push_back({.kind = Act::Kind::Import, .file = file.path});
        else if (book.isEmpty())
            book = file.path;
        else
            refusals << tr("%1 was not opened: a window shows one book at a time.")
                            .arg(QDir::toNativeSeparators(file.path));
    }
    if (request.import && request.files.isEmpty())
        acts.push_back({.kind = Act::Kind::Import});
    if (request.newCustomer)
        acts.push_back({.kind = Act::Kind::NewCustomer});
    for (Act& act : acts)
        act.book = book;
    if (!book.isEmpty())
        acts.push_front({.kind = Act::Kind::OpenBook, .file = book});
    m_acts.insert(m_acts.end(), acts.begin(), acts.end());
    tell(refusals);
    schedule();
    return !book.isEmpty();
}

/// Later, and once: what calls this is in the middle of its own work.
void OpenQueue::schedule()
{
    if (m_acts.empty() || std::exchange(m_scheduled, true))
        return;
    QMetaObject::invokeMethod(this, &OpenQueue::goOn, Qt::QueuedConnection);
}

void OpenQueue::goOn()
{
    m_scheduled = false;
    while (!m_acts.empty()) {
        if (waitsForDialog() || waitsForBook(m_acts.front()))
            return;
        const Act act = m_acts.front();
        m_acts.pop_front();
        perform(act);
    }
}

/// What is typed in a dialog stays: whoever is in the middle of it ends it first.
bool OpenQueue::waitsForDialog()
{
    QWidget* open = QApplication::activeModalWidget();
    if (!open)
        return false;
    connect(open, &QObject::destroyed, this, &OpenQueue::schedule, Qt::UniqueConnection);
    if (auto* dialog = qobject_cast<QDialog*>(open))
        connect(dialog, &QDialog::finished, this, &OpenQueue::schedule, Qt::UniqueConnection);
    return true;
}

bool OpenQueue::waitsForBook(const Act& act) const
{
    if (act.kind == Act::Kind::OpenBook)
        return false;
    const bool another =
        !act.book.isEmpty() && m_window.session().profile().connection.file != act.book;
    return another || !m_window.pages().customers();
}

void OpenQueue::perform(const Act& act)
{
    switch (act.kind) {
    case Act::Kind::OpenBook:
        m_window.openBookFile(act.file);
        return;
    case Act::Kind::Import:
        if (m_window.actions().import->isEnabled())
            m_window.openImport(act.file);
        else
            tell({act.file.isEmpty() ? tr("Nothing can be imported here: this book is read only.")
                                     : tr("%1 cannot be imported here: this book is read only.")
                                           .arg(QDir::toNativeSeparators(act.file))});
        return;
    case Act::Kind::NewCustomer:
        if (m_window.actions().newCustomer->isEnabled())
            m_window.actions().newCustomer->trigger();
        else
            tell({tr("No customer can be added here: this book is read only.")});
        return;
    }
}

/// The person stays with the book that is open: what was meant for the other is not done to it.
void OpenQueue::forgetThisBook()
{
    std::erase_if(m_acts, [](const Act& act) { return !act.book.isEmpty(); });
}

void OpenQueue::tell(const QStringList& sentences)
{
    if (sentences.isEmpty())
        return;
    const QStringList before = m_bar.isHidden() ? QStringList() : QStringList(m_bar.text());
    m_bar.showMessage(MessageBar::Severity::Warning, (before + sentences).join(u'\n'));
}

} // namespace clientele
