// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/openfiles.h"
#include "core/services/openrequest.h"
#include "ui/mainwindow/booksession.h"

#include <QObject>

#include <deque>
#include <functional>

namespace clientele {

class MainWindow;
class MessageBar;

/// What starts of the program ask of the window, done one after the other: books are opened, files
/// imported, a customer begun. Each waits for the dialog that is open, and for a book where it
/// needs one; what cannot be done is said in a bar.
class OpenQueue final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OpenQueue)

public:
    OpenQueue(MainWindow& window, MessageBar& bar);

    /// @p otherwise opens a book where the request names none.
    void add(const OpenRequest& request, std::function<void()> otherwise = {});
    /// Beside what the bar says already.
    void tell(const QStringList& sentences);

private:
    struct Act
    {
        enum class Kind
        {
            OpenBook,
            Import, ///< of a file, or of one to be chosen where file is empty
            NewCustomer
        };

        Kind kind = Kind::OpenBook;
        QString file;
        QString book; ///< to be done in this one only; empty is any
    };

    MainWindow& m_window;
    MessageBar& m_bar;
    std::deque<Act> m_acts;
    bool m_scheduled = false;

    bool take(const OpenRequest& request, const QList<FileToOpen>& files);
    void schedule();
    void goOn();
    [[nodiscard]] bool waitsForDialog();
    [[nodiscard]] bool waitsForBook(const Act& act) const;
    void perform(const Act& act);
    void forgetThisBook();
};

} // namespace clientele
