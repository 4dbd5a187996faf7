// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/activityrecord.h"

#include <QAbstractTableModel>

#include <deque>

namespace clientele {

/// What a book's connections did, a row each, oldest first. Holds so many rows at most and forgets
/// the oldest beyond.
class ActivityModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ActivityModel)

public:
    enum Column
    {
        Time,
        Connection,
        What,
        Values,
        Milliseconds,
        RowCount,
        Failure,
        ColumnCount
    };
    static constexpr int capacity = 5000;

    explicit ActivityModel(QObject* parent = nullptr, int rows = capacity);

    /// Those that the model has had already are passed over.
    void append(const QList<ActivityRecord>& records);
    /// What is cleared does not come back; the count of those that were missed begins anew.
    void clear();
    /// Also forgets which numbers it has had: another book counts from 1.
    void reset();

    [[nodiscard]] const ActivityRecord& at(int row) const { return m_records.at(size_t(row)); }
    /// The number of the newest record that it has had.
    [[nodiscard]] qint64 last() const { return m_last; }
    /// Records that went by while nobody asked for them.
    [[nodiscard]] qint64 missed() const { return m_missed; }

    /// A line with tabs between the columns; moments in ISO 8601.
    static QString textOf(const ActivityRecord& record);
    /// The line above such lines.
    static QString textHeader();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    std::deque<ActivityRecord> m_records;
    const int m_capacity;
    qint64 m_last = 0;
    qint64 m_missed = 0;

    void makeRoom(qsizetype coming);
};

} // namespace clientele
