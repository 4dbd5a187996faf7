// SPDX-License-Identifier: GPL-3.0-or-later
// What the table shows of a search until its first page is there.
#include "ui/models/customertablemodel.h"

#include <algorithm>

namespace clientele {

using namespace std::chrono_literals;

namespace {

bool has(const Result<std::optional<CustomerGlimpse>>& glimpse)
{
    return glimpse && *glimpse;
}

} // namespace

/// First the glimpse, where one can be had: the page of a search that is dear is not to be worked
/// on for every letter of a word, beside all that the next letter asks for.
void CustomerTableModel::askFirst()
{
    // Over a slow line the page would come later by all that it waits here.
    const bool isSlow = !m_lastAnswers.isEmpty() &&
                        *std::ranges::min_element(m_lastAnswers) >= m_patience.slowLine.count();
    if (isSlow)
        askFirstPage();
    m_glimpse = m_source->glimpse(m_query);
    const bool isForeseen = !m_glimpse.future.isFinished() || has(m_glimpse.future.result());
    if (!isForeseen && !isSlow)
        askFirstPage();
    if (!isForeseen)
        return;
    if (!isSlow)
        m_pageDue.start(m_patience.glimpse);
    whenDone(m_glimpse, this,
             [this, generation = m_generation](Result<std::optional<CustomerGlimpse>> glimpse) {
                 if (generation != m_generation || !m_asking)
                     return;
                 const bool isDue = m_pageDue.isActive();
                 if (has(glimpse))
                     showGlimpse(std::move(**glimpse));
                 if (isDue)
                     m_pageDue.start(isGlimpse() ? m_patience.glimpsed : 0ms);
             });
}

void CustomerTableModel::showGlimpse(CustomerGlimpse glimpse)
{
    const auto rows = qint64(glimpse.rows.size());
    m_expected = std::max(glimpse.expected, rows);
    show(0, std::move(glimpse.rows), {}, rows, -1);
    setTotal(m_expected, true);
}

/// The page takes the place of the glimpse, whose rows stay where the person has scrolled to. False
/// where nobody would notice, or none of them is on it.
bool CustomerTableModel::completeGlimpse(CustomerPage& page)
{
    const Customer* top = m_cache.at(0);
    const auto found = top ? std::ranges::find(page.rows, top->id, &Customer::id) : page.rows.end();
    if (m_window.first == 0 || found == page.rows.end())
        return false;
    shiftRows(found - page.rows.begin());
    const auto rows = qint64(page.rows.size());
    const bool all = rows < PageCache::pageRows;
    m_cache.clear();
    setRowCount(rows);
    putPage(0, std::move(page.rows), {.top = true, .end = all});
    return true;
}

} // namespace clientele
