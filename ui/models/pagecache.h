// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customer.h"

#include <optional>
#include <unordered_map>
#include <vector>

namespace clientele {

/// The rows of a large table that are at hand: pages of a fixed size, the least recently used
/// dropped first. A stale page still shows its rows but has to be fetched again. Rows count from 0.
class PageCache final
{
public:
    static constexpr qint64 pageRows = 200;

    explicit PageCache(int capacity = 64) : m_capacity(capacity) {}

    static qint64 pageOf(qint64 row) { return row / pageRows; }

    void put(qint64 page, std::vector<Customer> rows);
    [[nodiscard]] bool isFresh(qint64 page) const;
    [[nodiscard]] int pages() const { return int(m_pages.size()); }
    void touch(qint64 page);
    void markAllStale();
    void clear();

    /// nullptr where the row is not at hand.
    [[nodiscard]] const Customer* at(qint64 row) const;
    /// The edges that neighbouring pages are fetched from; nullptr where the page is stale, not at
    /// hand, or, for the last one, not full.
    [[nodiscard]] const Customer* firstOf(qint64 page) const;
    [[nodiscard]] const Customer* lastOf(qint64 page) const;

    [[nodiscard]] std::optional<qint64> rowOf(CustomerId id) const;
    /// Puts the customer where its older self is; the row, or nullopt where it is not at hand.
    std::optional<qint64> replace(const Customer& customer);
    /// Takes a row out; the rows behind it move up as far as pages at hand follow each other.
    void removeRow(qint64 row);
    /// Drops everything from @p rows on.
    void truncate(qint64 rows);

private:
    struct Page
    {
        std::vector<Customer> rows;
        quint64 used = 0;
        bool stale = false;
    };

    std::unordered_map<qint64, Page> m_pages;
    quint64 m_clock = 0;
    int m_capacity;
};

} // namespace clientele
