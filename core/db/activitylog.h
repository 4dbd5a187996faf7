// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/value.h"
#include "core/domain/activityrecord.h"

#include <QList>

#include <atomic>
#include <mutex>

namespace clientele {

/// The last things that a book's connections did, for people who look for the cause of something.
/// Each is also written to the log categories clientele.sql and clientele.pool, at debug level.
/// Thread-safe, and never held for long: the window reads it.
class ActivityLog final
{
    Q_DISABLE_COPY_MOVE(ActivityLog)

public:
    explicit ActivityLog(qsizetype capacity = 2000) : m_capacity(capacity) {}

    /// Whether parameters are kept as they are. Off at first: they are personal data.
    void setShowsValues(bool shows) { m_showsValues = shows; }
    [[nodiscard]] bool showsValues() const { return m_showsValues; }

    void add(ActivityRecord record);
    /// Those with a number above @p after, oldest first.
    [[nodiscard]] QList<ActivityRecord> since(qint64 after) const;

    /// @p values as they may be shown.
    [[nodiscard]] QStringList describe(std::span<const Value> values) const;

private:
    const qsizetype m_capacity;
    std::atomic<bool> m_showsValues = false;
    mutable std::mutex m_mutex;
    QList<ActivityRecord> m_records;
    qint64 m_last = 0;
};

} // namespace clientele
