// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customerquery.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace clientele {

class CustomerTableModel;

/// Makes a query of what is typed and chosen, and hands it to the table when the time is ripe: at
/// once while answers come quickly, after a short pause where they do not.
class SearchController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SearchController)

public:
    SearchController(CustomerTableModel& model, QObject* parent);

    [[nodiscard]] const CustomerQuery& query() const { return m_query; }
    void setText(const QString& text);
    void setActive(ActiveFilter active);
    void setCreated(const TimeRange& range);
    void setUpdated(const TimeRange& range);
    void setSort(const QList<SortKey>& keys);
    /// Everything but the order.
    void clear();
    /// Asks at once.
    void start();
    /// The same, where a pause in typing was waited for.
    void askNow();

Q_SIGNALS:
    void queryChanged(const clientele::CustomerQuery& query);
    /// The answer takes long enough to be felt: the rows on the screen are old.
    void slow(bool slow);

private:
    CustomerTableModel& m_model;
    CustomerQuery m_query;
    QTimer m_pause;
    QTimer m_feltSlow;
    QElapsedTimer m_asked;
    qint64 m_lastCost = 0;

    void changed(bool typed);
};

} // namespace clientele
