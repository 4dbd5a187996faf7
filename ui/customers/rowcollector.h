// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customerquery.h"
#include "core/task.h"
#include "ui/customers/tableselection.h"

#include <QObject>

#include <functional>

namespace clientele {

class CustomerSource;

/// Fetches the customers of a selection, whether they were at hand or not, page by page. Ends its
/// own life after the handler was called.
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
    static void collect(CustomerSource& source, const CustomerQuery& query,
                        const TableSelection& selection, QObject* parent, Handler handler);

private:
    CustomerSource& m_source;
    CustomerQuery m_query;
    std::vector<std::pair<int, int>> m_ranges;
    Handler m_handler;
    std::vector<Customer> m_rows;
    Task<CustomerPage> m_task;
    size_t m_range = 0;
    qint64 m_inRange = 0;

    RowCollector(CustomerSource& source, const CustomerQuery& query, Handler handler,
                 QObject* parent);
    ~RowCollector() override;
    void next();
    void take(Result<CustomerPage> page, int wanted);
    void finish(Result<std::vector<Customer>> result);
};

} // namespace clientele
