// SPDX-License-Identifier: GPL-3.0-or-later
// What the table shows of a search until its first page is there.
#include "ui/models/customertablemodel.h"

#include <algorithm>

namespace clientele {

namespace {

bool isOverSlowLine(const QList<qint64>& lastAnswers, std::chrono::milliseconds slow)
{
    return !lastAnswers.isEmpty() && *std::ranges::min_element(lastAnswers) >= slow.count();
}

} // namespace

/// First a glimpse, where one can be had: the page of a search that is dear is not to be worked on
/// for every letter of a word, beside all that the next letter asks for. Over a slow line it would
/// come later by the way there and back, so both are asked for.
void CustomerTableModel::askFirst()
{
    if (isOverSlowLine(m_lastAnswers, m_patience.slowLine)) {
        askFirstPage();
        askGlimpse();
        return;
    }
    m_firstRows = m_source->firstRows(m_query);
    whenDone(m_firstRows, this, [this, generation = m_generation](Result<FirstRows> first) {
        if (generation != m_generation)
            return;
        if (first && first->glimpse) {
            showGlimpse(std::move(*first->glimpse));
            m_pageDue.start(m_patience.glimpsed);
        } else {
            takeFirst(first ? Result(std::move(first->page)) : first.error());
        }
    });
}

void CustomerTableModel::askGlimpse()
{
    m_glimpse = m_source->glimpse(m_query);
    whenDone(m_glimpse, this,
             [this, generation = m_generation](Result<std::optional<CustomerGlimpse>> glimpse) {
                 if (generation == m_generation && m_asking && glimpse && *glimpse)
                     showGlimpse(std::move(**glimpse));
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
