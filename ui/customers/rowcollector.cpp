// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customers/rowcollector.h"

#include "ui/models/customersource.h"

#include <algorithm>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 pageRows = 1000;

} // namespace

RowCollector::RowCollector(CustomerSource& source, const CustomerQuery& query, Handler handler,
                           QObject* parent)
    : QObject(parent), m_source(source), m_query(query), m_handler(std::move(handler))
{}

RowCollector::~RowCollector()
{
    m_task.cancel();
}

void RowCollector::collect(CustomerSource& source, const CustomerQuery& query,
                           const TableSelection& selection, QObject* parent, Handler handler)
{
    auto* collector = new RowCollector(source, query, std::move(handler), parent);
    collector->m_ranges = selection.ranges;
    if (selection.allMatching)
        collector->m_ranges = {{0, int(most)}};
    std::sort(collector->m_ranges.begin(), collector->m_ranges.end());
    collector->next();
}

void RowCollector::next()
{
    if (m_range >= m_ranges.size()) {
        finish(std::move(m_rows));
        return;
    }
    const auto [first, last] = m_ranges[m_range];
    const int wanted = int(std::min<qint64>(pageRows, last - first + 1 - m_inRange));
    PageRequest request{.offset = first, .limit = wanted};
    if (m_inRange > 0)
        request = {.where = PageRequest::Where::After, .anchor = m_rows.back(), .limit = wanted};
    m_task = m_source.page(m_query, request);
    whenDone(m_task, this,
             [this, wanted](Result<CustomerPage> page) { take(std::move(page), wanted); });
}

void RowCollector::take(Result<CustomerPage> page, int wanted)
{
    if (!page) {
        finish(page.error());
        return;
    }
    const auto size = qint64(page->rows.size());
    std::move(page->rows.begin(), page->rows.end(), std::back_inserter(m_rows));
    if (qint64(m_rows.size()) > most) {
        finish(Error{.kind = ErrorKind::Unsupported,
                     .message =
                         tr("More than %1 customers at once do not fit. Narrow the search first, "
                            "or export them to a file.")
                             .arg(QLocale().toString(most))});
        return;
    }
    m_inRange += size;
    const auto [first, last] = m_ranges[m_range];
    if (size < wanted || m_inRange > last - first) {
        ++m_range;
        m_inRange = 0;
    }
    next();
}

void RowCollector::finish(Result<std::vector<Customer>> result)
{
    deleteLater();
    m_handler(std::move(result));
}

} // namespace clientele
