// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/pagecache.h"

#include <algorithm>
#include <iterator>

namespace clientele {

qint64 PageCache::endOf(const Pages::value_type& page)
{
    return page.first + qint64(page.second.rows.size());
}

PageCache::Pages::const_iterator PageCache::pageAt(qint64 row) const
{
    auto next = m_pages.upper_bound(row);
    if (next == m_pages.begin())
        return m_pages.end();
    const auto found = std::prev(next);
    return row < endOf(*found) ? found : m_pages.end();
}

PageCache::Pages::iterator PageCache::pageAt(qint64 row)
{
    const auto found = std::as_const(*this).pageAt(row);
    return m_pages.erase(found, found); // an iterator that may write, and nothing erased
}

/// Makes two linked pages of the one that holds @p row and the row before it.
void PageCache::splitAt(qint64 row)
{
    const auto found = pageAt(row);
    if (found == m_pages.end() || found->first == row)
        return;
    Page& head = found->second;
    const auto middle = head.rows.begin() + (row - found->first);
    Page tail{.rows = {std::make_move_iterator(middle), std::make_move_iterator(head.rows.end())},
              .links = head.links,
              .fresh = head.fresh,
              .used = head.used};
    head.rows.erase(middle, head.rows.end());
    tail.links.top = false;
    tail.links.predecessor = head.rows.back().id;
    head.links.end = false;
    head.links.successor = tail.rows.front().id;
    m_pages.emplace(row, std::move(tail));
}

bool PageCache::put(qint64 first, std::vector<Customer> rows, const PageLinks& links)
{
    const qint64 end = first + qint64(rows.size());
    if (rows.empty())
        return false;
    splitAt(first);
    splitAt(end);
    bool differs = false;
    const auto begin = m_pages.lower_bound(first);
    const auto behind = m_pages.lower_bound(end);
    for (auto old = begin; old != behind; ++old) {
        differs = differs ||
                  !std::equal(old->second.rows.begin(), old->second.rows.end(),
                              rows.begin() + (old->first - first),
                              [](const Customer& a, const Customer& b) { return a.id == b.id; });
    }
    m_pages.erase(begin, behind);
    if (!m_keys.isEmpty()) {
        for (const Customer& row : rows)
            m_keys.remove(row.id);
    }
    m_pages.emplace(first, Page{.rows = std::move(rows),
                                .links = links,
                                .fresh = QDeadlineTimer(m_freshFor),
                                .used = ++m_clock});
    dropLeastUsed();
    return differs;
}

void PageCache::dropLeastUsed()
{
    qint64 rows = 0;
    for (const auto& [first, page] : m_pages)
        rows += qint64(page.rows.size());
    while (rows > m_capacity && m_pages.size() > 1) {
        const auto oldest =
            std::min_element(m_pages.begin(), m_pages.end(), [](const auto& a, const auto& b) {
                return a.second.used < b.second.used;
            });
        rows -= qint64(oldest->second.rows.size());
        m_pages.erase(oldest);
    }
}

void PageCache::touch(qint64 first, qint64 last)
{
    for (auto& entry : m_pages) {
        if (entry.first <= last && endOf(entry) > first)
            entry.second.used = ++m_clock;
    }
}

void PageCache::markAllStale()
{
    for (auto& [first, page] : m_pages)
        page.fresh = QDeadlineTimer();
}

void PageCache::markTop(qint64 row)
{
    const auto found = m_pages.find(row);
    if (found != m_pages.end())
        found->second.links.top = true;
}

void PageCache::markEnd(qint64 row)
{
    const auto found = pageAt(row - 1);
    if (found != m_pages.end() && endOf(*found) == row)
        found->second.links.end = true;
}

void PageCache::openEnd()
{
    for (auto& [first, page] : m_pages)
        page.links.end = false;
}

void PageCache::clear()
{
    m_pages.clear();
    m_keys.clear();
}

const Customer* PageCache::at(qint64 row) const
{
    const auto found = pageAt(row);
    return found != m_pages.end() ? &found->second.rows[size_t(row - found->first)] : nullptr;
}

const Customer* PageCache::keyAt(qint64 row) const
{
    const Customer* customer = at(row);
    if (!customer || m_keys.isEmpty())
        return customer;
    const auto key = m_keys.constFind(customer->id);
    return key != m_keys.constEnd() ? &*key : customer;
}

std::optional<PageCache::Span> PageCache::spanAt(qint64 row) const
{
    const auto found = pageAt(row);
    if (found == m_pages.end())
        return std::nullopt;
    const Page& page = found->second;
    return Span{.first = found->first,
                .end = endOf(*found),
                .fresh = !page.fresh.hasExpired(),
                .top = page.links.top,
                .endOfTable = page.links.end};
}

bool PageCache::isLinkedAt(qint64 row) const
{
    const auto before = pageAt(row - 1);
    const auto after = m_pages.find(row);
    if (before == m_pages.end() || after == m_pages.end())
        return false;
    return after->second.links.predecessor == before->second.rows.back().id ||
           before->second.links.successor == after->second.rows.front().id;
}

bool PageCache::isWhole(qint64 rows) const
{
    qint64 row = 0;
    for (const auto& entry : m_pages) {
        const Page& page = entry.second;
        const bool follows = row == 0 ? page.links.top : isLinkedAt(row);
        if (entry.first != row || !follows || page.fresh.hasExpired())
            return false;
        row = endOf(entry);
        if (row == rows)
            return page.links.end;
    }
    return false;
}

std::optional<qint64> PageCache::rowOf(CustomerId id) const
{
    for (const auto& [first, page] : m_pages) {
        const auto found = std::find_if(page.rows.begin(), page.rows.end(),
                                        [id](const Customer& row) { return row.id == id; });
        if (found != page.rows.end())
            return first + (found - page.rows.begin());
    }
    return std::nullopt;
}

std::vector<int> PageCache::rowsOf(const QSet<CustomerId>& ids) const
{
    std::vector<int> rows;
    for (const auto& [first, page] : m_pages) {
        for (size_t i = 0; i < page.rows.size(); ++i) {
            if (ids.contains(page.rows[i].id))
                rows.push_back(int(first + qint64(i)));
        }
    }
    std::reverse(rows.begin(), rows.end());
    return rows;
}

std::optional<qint64> PageCache::replace(const Customer& customer)
{
    const std::optional<qint64> row = rowOf(customer.id);
    if (!row)
        return std::nullopt;
    const auto found = pageAt(*row);
    Customer& old = found->second.rows[size_t(*row - found->first)];
    if (!m_keys.contains(customer.id))
        m_keys.insert(customer.id, old);
    old = customer;
    return row;
}

void PageCache::removeRow(qint64 row)
{
    const auto found = pageAt(row);
    if (found == m_pages.end())
        return;
    const bool linkedBefore = isLinkedAt(found->first);
    const bool linkedAfter = isLinkedAt(endOf(*found));
    const auto before = linkedBefore ? std::prev(found) : m_pages.end();
    const auto after = linkedAfter ? std::next(found) : m_pages.end();
    auto& rows = found->second.rows;
    rows.erase(rows.begin() + (row - found->first));
    const Page& rest = found->second;
    if (linkedBefore && !rest.rows.empty())
        before->second.links.successor = rest.rows.front().id;
    if (linkedAfter && !rest.rows.empty())
        after->second.links.predecessor = rest.rows.back().id;
    if (rest.rows.empty()) {
        if (linkedBefore && linkedAfter)
            before->second.links.successor = after->second.rows.front().id;
        if (linkedBefore)
            before->second.links.end = rest.links.end;
        if (linkedAfter)
            after->second.links.top = rest.links.top;
    }
    Pages moved;
    for (auto& [first, page] : m_pages) {
        if (!page.rows.empty())
            moved.emplace(first > row ? first - 1 : first, std::move(page));
    }
    m_pages = std::move(moved);
}

void PageCache::truncate(qint64 rows)
{
    splitAt(rows);
    m_pages.erase(m_pages.lower_bound(rows), m_pages.end());
}

void PageCache::shift(qint64 by)
{
    if (by < 0) {
        splitAt(-by);
        m_pages.erase(m_pages.begin(), m_pages.lower_bound(-by));
    }
    Pages moved;
    for (auto& [first, page] : m_pages) {
        page.links.top = page.links.top && first + by == 0;
        moved.emplace(first + by, std::move(page));
    }
    m_pages = std::move(moved);
}

} // namespace clientele
