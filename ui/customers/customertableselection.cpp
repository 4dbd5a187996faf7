// SPDX-License-Identifier: GPL-3.0-or-later
// How the table's selection, current row and place on the screen stay with their customers; what
// the table looks like and takes from keys and mouse is in customertableview.cpp.
#include "ui/customers/celldelegate.h"
#include "ui/customers/customertableview.h"
#include "ui/models/customertablemodel.h"

#include <QGuiApplication>
#include <QScopedValueRollback>
#include <QScrollBar>

namespace clientele {

namespace {

constexpr int rememberedRows = 5000; ///< beyond, a selection is not found again by id

int rowsIn(const QItemSelection& selection)
{
    int rows = 0;
    for (const QItemSelectionRange& range : selection)
        rows += range.height();
    return rows;
}

void append(std::vector<std::pair<int, int>>& ranges, int row)
{
    if (!ranges.empty() && ranges.back().second == row - 1)
        ranges.back().second = row;
    else
        ranges.emplace_back(row, row);
}

} // namespace

TableSelection CustomerTableView::selection() const
{
    if (m_allMatching)
        return {.allMatching = true, .count = m_model.isEstimate() ? -1 : m_model.total()};
    TableSelection result;
    const QItemSelection rows = selectionModel()->selection();
    if (!m_byId) {
        for (const QItemSelectionRange& range : rows)
            result.ranges.emplace_back(range.top(), range.bottom());
        result.count = rowsIn(rows);
        return result;
    }
    QSet<CustomerId> atHand;
    for (const QItemSelectionRange& range : rows) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            const Customer* customer = m_model.customerAt(row);
            if (customer && m_selected.contains(customer->id)) {
                atHand.insert(customer->id);
                append(result.ranges, row);
            }
        }
    }
    for (auto one = m_selected.begin(); one != m_selected.end(); ++one) {
        if (!atHand.contains(one.key()))
            result.elsewhere.push_back(one->customer);
    }
    result.count = m_selected.size();
    return result;
}

std::optional<Customer> CustomerTableView::singleCustomer() const
{
    if (m_allMatching || !m_byId || m_selected.size() != 1)
        return std::nullopt;
    const auto only = m_selected.begin();
    const Customer* now = m_model.customerAt(only->row);
    return now && now->id == only.key() ? *now : only->customer;
}

void CustomerTableView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    RowsView::currentChanged(current, previous);
    if (!m_restoring && !m_model.isRearranging())
        rememberCurrent();
}

void CustomerTableView::selectionChanged(const QItemSelection& selected,
                                         const QItemSelection& deselected)
{
    RowsView::selectionChanged(selected, deselected);
    if (m_restoring || m_model.isRearranging())
        return;
    m_firstWanted = false;
    m_expected.reset();
    if (m_allMatching && !selected.isEmpty())
        setAllMatching(false);
    rememberSelection(QGuiApplication::keyboardModifiers().testFlag(Qt::ControlModifier));
    rememberCurrent();
    Q_EMIT selectionShifted();
}

void CustomerTableView::rememberCurrent()
{
    const QModelIndex index = currentIndex();
    const Customer* customer = m_model.customerAt(index.row());
    const bool chosen = customer && m_selected.contains(customer->id);
    m_current = chosen ? std::optional(*customer) : std::nullopt;
    m_model.setCurrent(m_current);
}

/// @p also keeps those that are selected elsewhere.
void CustomerTableView::rememberSelection(bool also)
{
    const QItemSelection rows = selectionModel()->selection();
    m_byId = rowsIn(rows) <= rememberedRows;
    if (!also || !m_byId) {
        m_selected.clear();
    } else {
        m_selected.removeIf([this](const auto& one) {
            const Customer* there = m_model.customerAt(one->row);
            return there && there->id == one.key();
        });
    }
    if (!m_byId)
        return;
    for (const QItemSelectionRange& range : rows) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            if (const Customer* customer = m_model.customerAt(row))
                m_selected.insert(customer->id, {.customer = *customer, .row = row});
            else
                m_byId = false;
        }
    }
}

/// Rows were fetched: who is selected among them is selected again, wherever it stands now.
void CustomerTableView::restoreRows(int first, int last)
{
    const QItemSelection before = selectionModel()->selection();
    if (m_allMatching || (!m_byId && rowsIn(before) > rememberedRows))
        return;
    if (!m_byId) {
        rememberSelection(false); // what was selected unseen may be known now
        rememberCurrent();
        Q_EMIT selectionShifted();
        return;
    }
    if (m_selected.isEmpty() && !m_expected)
        return;
    for (Selected& one : m_selected) {
        const Customer* there =
            one.row >= first && one.row <= last ? m_model.customerAt(one.row) : nullptr;
        if (there && there->id != one.customer.id)
            one.row = missing;
    }
    const QScopedValueRollback restoring(m_restoring, true);
    setAutoScroll(false);
    const int lastColumn = CustomerTableModel::ColumnCount - 1;
    std::vector<std::pair<int, int>> chosen;
    for (int row = first; row <= last; ++row) {
        const Customer* customer = m_model.customerAt(row);
        if (!customer)
            continue;
        if (m_expected == customer->id && m_selected.isEmpty()) {
            m_selected.insert(customer->id, {});
            m_current = *customer;
            m_expected.reset();
        }
        const auto found = m_selected.find(customer->id);
        if (found == m_selected.end())
            continue;
        *found = {.customer = *customer, .row = row};
        append(chosen, row);
        if (m_current && m_current->id == customer->id) {
            m_current = *customer;
            m_model.setCurrent(m_current);
            selectionModel()->setCurrentIndex(
                m_model.index(row, std::max(0, currentIndex().column())),
                QItemSelectionModel::NoUpdate);
        }
    }
    selectionModel()->select({m_model.index(first, 0), m_model.index(last, lastColumn)},
                             QItemSelectionModel::Deselect);
    QItemSelection rows;
    for (const auto& [top, bottom] : chosen)
        rows.select(m_model.index(top, 0), m_model.index(bottom, lastColumn));
    selectionModel()->select(rows, QItemSelectionModel::Select);
    setAutoScroll(true);
    Q_EMIT selectionShifted();
}

void CustomerTableView::keepPlace()
{
    m_moving = true;
    const int place = currentIndex().row() - rowAt(0);
    m_place =
        currentIndex().isValid() && place >= 0 && place < wholeRows() ? place : wholeRows() / 3;
}

void CustomerTableView::goTo(int row)
{
    moveTo(row - m_place);
}

void CustomerTableView::moveTo(int top)
{
    m_moving = true;
    executeDelayedItemsLayout();
    verticalScrollBar()->setValue(top);
    m_moving = false;
    tellVisibleRows();
}

void CustomerTableView::followQuery(int current)
{
    CustomerQuery query = m_model.query();
    query.sort.clear();
    const bool otherSearch = m_shown && *m_shown != query;
    m_shown = query;
    m_delegate->setSearch(query.search());
    for (Selected& one : m_selected)
        one.row = unknown;
    if (!m_byId) {
        m_selected.clear();
        m_byId = true;
    }
    if (otherSearch)
        setAllMatching(false);
    moveTo(current < 0 ? 0 : current - m_place);
    const int around = int(PageCache::pageRows);
    restoreRows(std::max(0, current - around),
                std::min(m_model.rowCount() - 1, std::max(0, current) + around - 1));
    if (otherSearch)
        seekElsewhere();
    if (std::exchange(m_firstWanted, false))
        selectFirst();
    tellVisibleRows();
}

/// Who is not among the first of what was searched for may yet be found further down.
void CustomerTableView::seekElsewhere()
{
    m_elsewhere.cancel();
    std::vector<CustomerId> unseen;
    for (const Selected& one : std::as_const(m_selected)) {
        if (one.row < 0)
            unseen.push_back(one.customer.id);
    }
    if (unseen.empty())
        return;
    if (m_model.rowCount() < PageCache::pageRows) {
        dropSelected(unseen);
        return;
    }
    m_elsewhere = m_model.source().among(m_model.query(), unseen);
    whenDone(
        m_elsewhere, this,
        [this, unseen, query = m_model.query()](Result<std::vector<CustomerId>> found) mutable {
            if (!found || query != m_model.query())
                return;
            std::ranges::sort(*found);
            std::erase_if(unseen, [&](CustomerId id) {
                const auto one = m_selected.constFind(id);
                return one == m_selected.constEnd() || one->row >= 0 ||
                       std::ranges::binary_search(*found, id);
            });
            dropSelected(unseen);
        });
}

/// What was searched for does not find them.
void CustomerTableView::dropSelected(const std::vector<CustomerId>& gone)
{
    if (gone.empty())
        return;
    for (const CustomerId id : gone)
        m_selected.remove(id);
    followDropped(true);
}

/// Some who were selected are not any more.
void CustomerTableView::followDropped(bool otherSearch)
{
    if (m_selected.isEmpty()) {
        loseSelection(otherSearch);
        return;
    }
    if (m_current && !m_selected.contains(m_current->id)) {
        m_current.reset();
        m_model.setCurrent({});
    }
    Q_EMIT selectionShifted();
}

void CustomerTableView::loseSelection(bool otherSearch)
{
    m_selected.clear();
    m_current.reset();
    m_model.setCurrent({});
    Q_EMIT selectionShifted();
    Q_EMIT selectionLost(otherSearch);
}

void CustomerTableView::followShift(int by)
{
    for (Selected& one : m_selected) {
        if (one.row >= 0)
            one.row = one.row + by >= 0 ? one.row + by : unknown;
    }
    moveTo(verticalScrollBar()->value() + by);
}

/// Who is not where it was, and nowhere near either, is gone.
void CustomerTableView::followSettled()
{
    const auto gone = [this](const auto& one) {
        return one->row == missing && m_model.rowOf(one.key()) < 0;
    };
    if (m_selected.removeIf(gone) > 0)
        followDropped(false);
}

} // namespace clientele
