// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customer.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QSet>

#include <chrono>
#include <map>
#include <optional>
#include <vector>

namespace clientele {

/// What is known of a page's neighbours: it was fetched after or before a customer, or there was
/// nothing more on that side.
struct PageLinks
{
    std::optional<CustomerId> predecessor;
    std::optional<CustomerId> successor;
    bool top = false;
    bool end = false;
};

/// The rows of a large table that are at hand: pages that begin anywhere and never overlap, the
/// least recently used dropped first. A stale page still shows its rows but has to be fetched
/// again. Rows count from 0.
class PageCache final
{
public:
    static constexpr qint64 pageRows = 200;

    struct Span
    {
        qint64 first = 0;
        qint64 end = 0; ///< one past the last
        bool fresh = false;
        bool top = false;        ///< no customer stands before it
        bool endOfTable = false; ///< none behind it
    };

    explicit PageCache(qint64 capacity = 64 * pageRows) : m_capacity(capacity) {}

    void setFreshFor(std::chrono::milliseconds time) { m_freshFor = time; }

    /// Takes the place of what was there; what reaches beyond stays, and stays linked where the
    /// rows allow. True where other customers stood in those rows.
    bool put(qint64 first, std::vector<Customer> rows, const PageLinks& links = {});
    [[nodiscard]] int pages() const { return int(m_pages.size()); }
    void touch(qint64 first, qint64 last);
    void markAllStale();
    /// The customers before @p row, or from it on, turned out to be none.
    void markTop(qint64 row);
    void markEnd(qint64 row);
    /// There may be more than was seen of the end.
    void openEnd();
    void clear();

    /// nullptr where the row is not at hand.
    [[nodiscard]] const Customer* at(qint64 row) const;
    /// The row as it was when it was put where it stands: what neighbours are fetched from. It
    /// may have been saved with other values since.
    [[nodiscard]] const Customer* keyAt(qint64 row) const;
    [[nodiscard]] std::optional<Span> spanAt(qint64 row) const;
    /// True where the pages that meet before @p row are known to follow each other.
    [[nodiscard]] bool isLinkedAt(qint64 row) const;
    /// True where all @p rows are at hand, fresh and linked, from the top to the end.
    [[nodiscard]] bool isWhole(qint64 rows) const;

    [[nodiscard]] std::optional<qint64> rowOf(CustomerId id) const;
    /// The rows of those that are at hand, the last first.
    [[nodiscard]] std::vector<int> rowsOf(const QSet<CustomerId>& ids) const;
    /// Puts the customer where its older self is; the row, or nullopt where it is not at hand.
    std::optional<qint64> replace(const Customer& customer);
    /// Takes a row at hand out; the rows behind it move up.
    void removeRow(qint64 row);
    /// Drops everything from @p rows on.
    void truncate(qint64 rows);
    /// Every row's number grows by @p by; those that would be below 0 are dropped.
    void shift(qint64 by);

private:
    struct Page
    {
        std::vector<Customer> rows;
        PageLinks links;
        QDeadlineTimer fresh;
        quint64 used = 0;
    };
    using Pages = std::map<qint64, Page>; ///< by their first row

    Pages m_pages;
    QHash<CustomerId, Customer> m_keys; ///< of those that were replaced
    quint64 m_clock = 0;
    qint64 m_capacity;
    std::chrono::milliseconds m_freshFor = std::chrono::minutes(1);

    static qint64 endOf(const Pages::value_type& page);
    [[nodiscard]] Pages::const_iterator pageAt(qint64 row) const;
    [[nodiscard]] Pages::iterator pageAt(qint64 row);
    void splitAt(qint64 row);
    void dropLeastUsed();
};

} // namespace clientele
