// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/customertablemodel.h"

#include <algorithm>
#include <limits>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 40; ///< rows beyond the screen that are fetched too

} // namespace

CustomerTableModel::CustomerTableModel(std::unique_ptr<CustomerSource> source, QObject* parent)
    : QAbstractTableModel(parent), m_source(std::move(source))
{
    // A dragged scroll bar passes many places; only where it rests is worth a query.
    m_jump.setSingleShot(true);
    m_jump.setInterval(40);
    connect(&m_jump, &QTimer::timeout, this, [this] { fetchVisible(true); });
}

CustomerTableModel::~CustomerTableModel()
{
    cancelAll();
}

void CustomerTableModel::cancelAll()
{
    ++m_generation;
    m_firstPage.cancel();
    m_count.cancel();
    for (auto& [page, task] : m_flights)
        task.cancel();
    m_flights.clear();
    m_jump.stop();
}

void CustomerTableModel::setAsking(bool asking)
{
    if (m_asking == asking)
        return;
    m_asking = asking;
    Q_EMIT loadingChanged(asking);
}

void CustomerTableModel::setQuery(const CustomerQuery& query)
{
    m_query = query;
    cancelAll();
    setAsking(true);
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    m_firstPage = m_source->page(query, {.limit = int(PageCache::pageRows)});
    whenDone(m_firstPage, this, [this, generation = m_generation](Result<CustomerPage> page) {
        if (generation != m_generation)
            return;
        setAsking(false);
        m_unanswered = !page;
        if (page)
            showFirst(std::move(page.value()));
        else
            Q_EMIT failed(page.error());
    });
}

void CustomerTableModel::showFirst(CustomerPage page)
{
    const auto rows = qint64(page.rows.size());
    beginResetModel();
    m_cache.clear();
    m_cache.put(0, std::move(page.rows));
    m_rows = int(rows);
    m_total = -1;
    m_answered = true;
    m_firstVisible = 0;
    m_lastVisible = 50;
    endResetModel();
    if (rows < PageCache::pageRows)
        setTotal(rows);
    else
        countAll();
    Q_EMIT queryShown();
    fetchVisible(false);
}

void CustomerTableModel::countAll()
{
    m_count.cancel();
    m_count = m_source->count(m_query);
    whenDone(m_count, this,
             [this, generation = m_generation, task = m_count](const Result<qint64>& total) {
                 if (generation != m_generation || !total ||
                     task.cancellation != m_count.cancellation)
                     return;
                 setRowCount(*total);
                 setTotal(*total);
                 fetchVisible(true);
             });
}

void CustomerTableModel::setTotal(qint64 total)
{
    m_total = total;
    Q_EMIT totalChanged(total);
}

void CustomerTableModel::setRowCount(qint64 wanted)
{
    const int rows = int(std::clamp<qint64>(wanted, 0, std::numeric_limits<int>::max() / 32));
    if (rows > m_rows) {
        beginInsertRows({}, m_rows, rows - 1);
        m_rows = rows;
        endInsertRows();
    } else if (rows < m_rows) {
        beginRemoveRows({}, rows, m_rows - 1);
        m_rows = rows;
        m_cache.truncate(rows);
        endRemoveRows();
    }
}

void CustomerTableModel::refresh()
{
    if (m_asking || !m_answered || m_unanswered) {
        setQuery(m_query);
        return;
    }
    cancelAll();
    m_cache.markAllStale();
    countAll();
    fetchVisible(true);
}

void CustomerTableModel::setVisibleRows(int first, int last)
{
    m_firstVisible = first;
    m_lastVisible = std::max(first, last);
    fetchVisible(false);
}

void CustomerTableModel::fetchVisible(bool jumpsToo)
{
    if (!m_answered || m_asking)
        return;
    qint64 end = std::min(m_lastVisible + margin, std::max(0, m_rows - 1));
    // Until the rows are counted, the end of what is known is not the end of the table.
    if (m_total < 0 && m_lastVisible + margin >= m_rows)
        end = m_rows;
    const qint64 last = PageCache::pageOf(end);
    const qint64 first = std::min(last, PageCache::pageOf(std::max(0, m_firstVisible - margin)));
    for (auto& [page, task] : m_flights) {
        if (page < first - 1 || page > last + 1)
            task.cancel();
    }
    bool waiting = !m_flights.empty();
    for (qint64 page = first; page <= last; ++page) {
        m_cache.touch(page);
        if (m_cache.isFresh(page) || m_flights.contains(page))
            continue;
        if (neighbourRequest(page) || page == 0) {
            fetch(page);
        } else if (jumpsToo && !waiting) {
            // Its neighbours on the screen follow from its edges, once it is there.
            fetch(page);
            waiting = true;
        } else if (!waiting) {
            m_jump.start();
        }
    }
}

std::optional<PageRequest> CustomerTableModel::neighbourRequest(qint64 page) const
{
    if (const Customer* before = m_cache.lastOf(page - 1))
        return PageRequest{.where = PageRequest::Where::After,
                           .total = m_total,
                           .anchor = *before,
                           .limit = int(PageCache::pageRows)};
    if (const Customer* after = m_cache.firstOf(page + 1))
        return PageRequest{.where = PageRequest::Where::Before,
                           .total = m_total,
                           .anchor = *after,
                           .limit = int(PageCache::pageRows)};
    return std::nullopt;
}

PageRequest CustomerTableModel::jumpRequest(qint64 page) const
{
    const qint64 offset = page * PageCache::pageRows;
    if (page > 0 && m_total > offset && m_total <= offset + PageCache::pageRows)
        return {.where = PageRequest::Where::Last, .limit = int(m_total - offset)};
    return {.where = PageRequest::Where::Offset,
            .offset = offset,
            .total = m_total,
            .limit = int(PageCache::pageRows)};
}

void CustomerTableModel::fetch(qint64 page)
{
    const PageRequest request =
        page == 0 ? jumpRequest(0) : neighbourRequest(page).value_or(jumpRequest(page));
    const Task<CustomerPage> task = m_source->page(m_query, request);
    m_flights.insert_or_assign(page, task);
    whenDone(task, this,
             [this, page, where = request.where, task,
              generation = m_generation](Result<CustomerPage> arrived) {
                 if (generation != m_generation)
                     return;
                 m_flights.erase(page);
                 if (arrived)
                     showPage(page, where, std::move(arrived.value()));
                 else if (arrived.error().kind == ErrorKind::Cancelled)
                     m_jump.start();
                 else
                     Q_EMIT failed(arrived.error());
             });
}

/// Rows may have come or gone since they were counted: what a page says about the end is believed.
void CustomerTableModel::showPage(qint64 page, PageRequest::Where where, CustomerPage arrived)
{
    const qint64 first = page * PageCache::pageRows;
    const auto size = qint64(arrived.rows.size());
    const bool tellsEnd = where == PageRequest::Where::Offset || where == PageRequest::Where::After;
    const bool full = size == PageCache::pageRows;
    if (where == PageRequest::Where::Before && !full) {
        m_cache.markAllStale();
        countAll();
        return;
    }
    if (tellsEnd && size == 0 && page > 0) {
        // The end is somewhere before: count again.
        setRowCount(std::min<qint64>(m_rows, first));
        countAll();
        return;
    }
    m_cache.put(page, std::move(arrived.rows));
    if (tellsEnd && !full && first + size != m_rows) {
        setRowCount(first + size);
        setTotal(first + size);
    } else if (first + size > m_rows) {
        setRowCount(first + size);
        if (m_total >= 0)
            countAll();
    }
    if (size > 0 && first < m_rows) {
        const int last = int(std::min<qint64>(first + size, m_rows)) - 1;
        Q_EMIT dataChanged(index(int(first), 0), index(last, ColumnCount - 1));
    }
    Q_EMIT pageShown(page);
    fetchVisible(false);
}

int CustomerTableModel::rowOf(CustomerId id) const
{
    return int(m_cache.rowOf(id).value_or(-1));
}

void CustomerTableModel::applyChanged(const Customer& customer)
{
    if (const auto row = m_cache.replace(customer))
        Q_EMIT dataChanged(index(int(*row), 0), index(int(*row), ColumnCount - 1));
}

void CustomerTableModel::removeCustomers(const std::vector<Customer>& customers)
{
    for (const Customer& customer : customers) {
        const int row = rowOf(customer.id);
        if (row < 0 || row >= m_rows)
            continue;
        beginRemoveRows({}, row, row);
        m_cache.removeRow(row);
        --m_rows;
        endRemoveRows();
        if (m_total > 0)
            setTotal(m_total - 1);
    }
    fetchVisible(true);
}

void CustomerTableModel::setUnsaved(const QSet<CustomerId>& ids)
{
    const QSet<CustomerId> changed = (ids - m_unsaved) + (m_unsaved - ids);
    m_unsaved = ids;
    for (const CustomerId id : changed) {
        const int row = rowOf(id);
        if (row >= 0)
            Q_EMIT dataChanged(index(row, Name), index(row, Name));
    }
}

} // namespace clientele
