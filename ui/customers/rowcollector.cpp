// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customers/rowcollector.h"

#include "ui/models/customertablemodel.h"

#include <QLocale>

#include <algorithm>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 pageRows = 1000;

} // namespace

RowCollector::RowCollector(const CustomerTableModel& model, Handler handler, QObject* parent)
    : QObject(parent), m_model(model), m_query(model.query()), m_handler(std::move(handler))
{}

RowCollector::~RowCollector()
{
    m_task.cancel();
}

void RowCollector::collect(const CustomerTableModel& model, const TableSelection& selection,
                           QObject* parent, Handler handler)
{
    auto* collector = new RowCollector(model, std::move(handler), parent);
    std::vector<std::pair<int, int>> ranges = selection.ranges;
    if (selection.allMatching)
        ranges = {{0, int(most)}};
    std::sort(ranges.begin(), ranges.end());
    for (const auto& [first, last] : ranges)
        collector->m_ranges.push_back(
            {.begin = selection.allMatching ? PageRequest() : model.requestFrom(first),
             .size = last - first + 1});
    collector->m_rows = selection.elsewhere;
    collector->next();
}

void RowCollector::next()
{
    if (m_range >= m_ranges.size()) {
        finish(std::move(m_rows));
        return;
    }
    const Range& range = m_ranges[m_range];
    const int wanted = int(std::min<qint64>(pageRows, range.size - m_inRange));
    PageRequest request = range.begin;
    if (m_inRange > 0)
        request = {.where = PageRequest::Where::After, .anchor = m_rows.back()};
    request.limit = wanted;
    m_task = m_model.source().page(m_query, request);
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
                         tr("More than %Ln customers at once do not fit. Narrow the search first, "
                            "or export them to a file.",
                            nullptr, int(most))});
        return;
    }
    m_inRange += size;
    if (size < wanted || m_inRange >= m_ranges[m_range].size) {
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
