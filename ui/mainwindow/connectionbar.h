// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/mainwindow/booksession.h"

#include <QWidget>

namespace clientele {

class MessageBar;
class RetryCountdown;

/// While the connection is lost: says so, when it is tried again, and lets one try at once. Takes
/// no room otherwise.
class ConnectionBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionBar)

public:
    explicit ConnectionBar(BookSession& session, QWidget* parent = nullptr);

    [[nodiscard]] QString text() const;
    /// Shows @p when in place of what the session says of the next try, for a picture of it.
    void describe(const QString& when);

private:
    BookSession& m_session;
    RetryCountdown* m_countdown;
    MessageBar* m_bar;

    void follow(BookSession::State state);
    [[nodiscard]] QString words(const QString& when) const;
};

} // namespace clientele
