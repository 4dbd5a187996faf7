// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>
#include <QStringList>

namespace clientele {

class ActivityModel;

/// The records of an ActivityModel that a person wants to see.
class ActivityFilter final : public QSortFilterProxyModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ActivityFilter)

public:
    enum class Show
    {
        All,
        Statements,
        Connections,
        Errors,
        Slow
    };
    /// Slow is what took longer.
    static constexpr double slowMilliseconds = 100;

    explicit ActivityFilter(ActivityModel& records, QObject* parent = nullptr);

    void setShow(Show show);
    /// All words, in any order, in the SQL, the values or the error; case does not matter.
    void setText(const QString& text);
    [[nodiscard]] bool isOpen() const { return m_show == Show::All && m_words.isEmpty(); }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    ActivityModel& m_records;
    Show m_show = Show::All;
    QStringList m_words;
};

} // namespace clientele
