// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>

namespace clientele {

/// When a connection that was lost is tried again: after a second, then twice as long each time up
/// to half a minute, each a little shorter or longer, so that a thousand windows do not all come
/// back to a restarted server at once.
class Reconnection final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Reconnection)

public:
    explicit Reconnection(QObject* parent = nullptr);

    struct NextTry
    {
        int number = 0; ///< from 1
        std::chrono::milliseconds in{};
    };
    /// Empty while nothing is planned.
    [[nodiscard]] std::optional<NextTry> nextTry() const;

    /// The connection is lost, or a try has failed. Nothing where a try is planned already.
    void plan();
    /// Makes the next try now.
    void tryNow();
    /// The connection is back.
    void stop();

Q_SIGNALS:
    void due();
    /// nextTry() is another one, or none any more.
    void changed();

private:
    QTimer m_timer;
    int m_tries = 0;
};

} // namespace clientele
