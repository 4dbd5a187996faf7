// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/pagecache.h"

#include <algorithm>

namespace clientele {

void PageCache::put(qint64 page, std::vector<Customer> rows)
{
    m_pages[page] = Page{.rows = std::move(rows), .used = ++m_clock};
    if (pages() > m_capacity) {
        m_pages.erase(
            std::min_element(m_pages.begin(), m_pages.end(), [](const auto& a, const auto& b) {
                return a.second.used < b.second.used;
            }));
    }
}

bool PageCache::isFresh(qint64 page) const
{
    const auto found = m_pages.find(page);
    return found != m_pages.end() && !found->second.stale;
}

void PageCache::touch(qint64 page)
{
    const auto found = m_pages.find(page);
    if (found != m_pages.end())
        found->second.used = ++m_clock;
}

void PageCache::markAllStale()
{
    for (auto& [number, page] : m_pages)
        page.stale = true;
}

void PageCache::clear()
{
    m_pages.clear();
}

const Customer* PageCache::at(qint64 row) const
{
    const auto found = m_pages.find(pageOf(row));
    if (row < 0 || found == m_pages.end())
        return nullptr;
    const auto index = size_t(row % pageRows);
    return index < found->second.rows.size() ? &found->second.rows[index] : nullptr;
}

const Customer* PageCache::firstOf(qint64 page) const
{
    return isFresh(page) ? at(page * pageRows) : nullptr;
}

const Customer* PageCache::lastOf(qint64 page) const
{
    return isFresh(page) ? at((page + 1) * pageRows - 1) : nullptr;
}

std::optional<qint64> PageCache::rowOf(CustomerId id) const
{
    for (const auto& [number, page] : m_pages) {
        const auto found = std::find_if(page.rows.begin(), page.rows.end(),
                                        [id](const Customer& row) { return row.id == id; });
        if (found != page.rows.end())
            return number * pageRows + (found - page.rows.begin());
    }
    return std::nullopt;
}

std::optional<qint64> PageCache::replace(const Customer& customer)
{
    const std::optional<qint64> row = rowOf(customer.id);
    if (row)
        m_pages[pageOf(*row)].rows[size_t(*row % pageRows)] = customer;
    return row;
}

void PageCache::removeRow(qint64 row)
{
    qint64 number = pageOf(row);
    if (at(row)) {
        auto& rows = m_pages[number].rows;
        rows.erase(rows.begin() + row % pageRows);
    }
    while (m_pages.contains(number) && m_pages.contains(number + 1)) {
        auto& next = m_pages[number + 1].rows;
        if (next.empty())
            break;
        m_pages[number].rows.push_back(std::move(next.front()));
        next.erase(next.begin());
        ++number;
    }
    if (m_pages.contains(number))
        m_pages[number].stale = true;
    std::erase_if(m_pages, [number](const auto& entry) { return entry.first > number; });
}

void PageCache::truncate(qint64 rows)
{
    std::erase_if(m_pages, [rows](const auto& entry) { return entry.first * pageRows >= rows; });
    const auto last = m_pages.find(pageOf(rows));
    if (last != m_pages.end() && qint64(last->second.rows.size()) > rows % pageRows)
        last->second.rows.resize(size_t(rows % pageRows));
}

} // namespace clientele
