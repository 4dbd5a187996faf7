// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customerquery.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace clientele {

class CustomerTableModel;

/// What is searched for, and in which order: the text says all of it, filters too. A change is
/// asked at once. While an answer is under way the newest text waits for it, or for as long as such
/// an answer may take, so that there is never a queue of questions that nobody has any more.
class SearchController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SearchController)

public:
    SearchController(CustomerTableModel& model, QObject* parent);

    [[nodiscard]] const CustomerQuery& query() const { return m_query; }
    void setText(const QString& text);
    /// As CustomerSearch::with() has it: an empty value takes the filter out.
    void setFilter(const QString& name, const QString& value);
    /// The order of the window where @p keys are empty.
    void setSort(const QList<SortKey>& keys);
    void show(const QString& text, const QList<SortKey>& sort);
    /// Asks at once.
    void start();
    /// The same, where the newest text waits.
    void askNow();

    [[nodiscard]] static QList<SortKey> defaultSort();

Q_SIGNALS:
    void queryChanged(const clientele::CustomerQuery& query);
    /// The answer takes long enough to be felt: the rows on the screen are old.
    void slow(bool slow);

private:
    CustomerTableModel& m_model;
    CustomerQuery m_query;
    QTimer m_patience; ///< until what is under way gives way to what waits
    QTimer m_feltSlow;
    QElapsedTimer m_asked;
    QList<qint64> m_costs; ///< of the last answers, in milliseconds
    bool m_waiting = false;

    void changed();
    void followLoading(bool loading);
    void noteCost();
    [[nodiscard]] qint64 patience() const;
};

} // namespace clientele
