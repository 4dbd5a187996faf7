// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customerquery.h"
#include "core/task.h"
#include "ui/customers/tableselection.h"

#include <QObject>

#include <functional>

namespace clientele {

class CustomerTableModel;

/// Fetches the customers of a selection as it is now, whether they are at hand or not, page by
/// page: those of a range from the key of its first row on, so that rows which move meanwhile do
/// not matter. Ends its own life after the handler was called.
class RowCollector final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RowCollector)

public:
    using Handler = std::function<void(Result<std::vector<Customer>>)>;

    /// More customers than this are refused with Unsupported: they would not fit into memory in
    /// comfort.
    static constexpr qint64 most = 100'000;

    /// The handler is not called any more once @p parent is gone.
    static void collect(const CustomerTableModel& model, const TableSelection& selection,
                        QObject* parent, Handler handler);

private:
    struct Range
    {
        PageRequest begin;
        qint64 size = 0;
    };

    const CustomerTableModel& m_model;
    CustomerQuery m_query;
    std::vector<Range> m_ranges;
    Handler m_handler;
    std::vector<Customer> m_rows;
    Task<CustomerPage> m_task;
    size_t m_range = 0;
    qint64 m_inRange = 0;

    RowCollector(const CustomerTableModel& model, Handler handler, QObject* parent);
    ~RowCollector() override;
    void next();
    void take(Result<CustomerPage> page, int wanted);
    void finish(Result<std::vector<Customer>> result);
};

} // namespace clientele
