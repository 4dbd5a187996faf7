// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/book.h"

#include <QTimer>

namespace clientele {

class BookSession;

/// Says when a session is tried again by itself. Its words change once a second at most.
class RetryCountdown final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RetryCountdown)

public:
    explicit RetryCountdown(BookSession& session, QObject* parent = nullptr);

    /// Empty where nothing is tried by itself.
    [[nodiscard]] const QString& text() const { return m_text; }

    /// "Trying again in 4 s (try 3)."
    static QString words(const std::optional<Book::NextTry>& next);

Q_SIGNALS:
    void changed(const QString& text);

private:
    BookSession& m_session;
    QTimer m_tick;
    QString m_text;

    void look();
};

} // namespace clientele
