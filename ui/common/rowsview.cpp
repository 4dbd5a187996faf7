// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/rowsview.h"

#include <QAbstractButton>
#include <QHeaderView>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStandardItemModel>

#include <limits>

namespace clientele {

namespace {

/// Stays without sections, whatever the table shows.
class EmptyHeader final : public QHeaderView
{
public:
    explicit EmptyHeader(QWidget* parent) : QHeaderView(Qt::Vertical, parent)
    {
        QHeaderView::setModel(&m_nothing);
        hide();
    }

    void setModel(QAbstractItemModel*) override {}
    void setSelectionModel(QItemSelectionModel* selection) override
    {
        if (selection->model() == model())
            QHeaderView::setSelectionModel(selection);
    }

private:
    QStandardItemModel m_nothing;
};

} // namespace

RowsView::RowsView(int rowHeight, QWidget* parent) : QTableView(parent), m_rowHeight(rowHeight)
{
    setVerticalScrollMode(ScrollPerItem);
    setHorizontalScrollMode(ScrollPerPixel);
    setShowGrid(false);
    setVerticalHeader(new EmptyHeader(this));
    // The button where both headers meet is placed by QTableView::updateGeometries() alone.
    if (auto* corner = findChild<QAbstractButton*>(QString(), Qt::FindDirectChildrenOnly))
        corner->hide();
}

void RowsView::setModel(QAbstractItemModel* model)
{
    if (QAbstractItemModel* before = this->model())
        disconnect(before, &QAbstractItemModel::rowsRemoved, this, nullptr);
    QTableView::setModel(model);
    if (model) {
        connect(model, &QAbstractItemModel::rowsRemoved, this,
                [this] { scheduleDelayedItemsLayout(); });
    }
}

int RowsView::rowCount() const
{
    return model() ? model()->rowCount(rootIndex()) : 0;
}

int RowsView::topRow() const
{
    return verticalScrollBar()->value();
}

int RowsView::unboundedRowAt(int y) const
{
    const int below = y >= 0 ? y / m_rowHeight : (y + 1) / m_rowHeight - 1;
    return topRow() + below;
}

int RowsView::rowAt(int y) const
{
    const int row = unboundedRowAt(y);
    return row >= 0 && row < rowCount() ? row : -1;
}

int RowsView::topOf(int row) const
{
    constexpr qint64 most = std::numeric_limits<int>::max() / 2;
    return int(std::clamp((qint64(row) - topRow()) * m_rowHeight, -most, most));
}

int RowsView::wholeRows() const
{
    return viewport()->height() / m_rowHeight;
}

QRect RowsView::visualRect(const QModelIndex& index) const
{
    if (!index.isValid() || isIndexHidden(index))
        return {};
    return {columnViewportPosition(index.column()), topOf(index.row()), columnWidth(index.column()),
            m_rowHeight};
}

QModelIndex RowsView::indexAt(const QPoint& place) const
{
    const int row = rowAt(place.y());
    const int column = columnAt(place.x());
    return row < 0 || column < 0 ? QModelIndex() : model()->index(row, column, rootIndex());
}

bool RowsView::isIndexHidden(const QModelIndex& index) const
{
    return isColumnHidden(index.column());
}

void RowsView::updateGeometries()
{
    placeHeader();
    const int rows = rowCount();
    verticalScrollBar()->setPageStep(std::max(1, wholeRows()));
    verticalScrollBar()->setSingleStep(1);
    verticalScrollBar()->setRange(0, std::max(0, rows - wholeRows()));
    const int width = viewport()->width();
    horizontalScrollBar()->setPageStep(width);
    horizontalScrollBar()->setSingleStep(m_rowHeight);
    horizontalScrollBar()->setRange(0, std::max(0, horizontalHeader()->length() - width));
    QAbstractItemView::updateGeometries();
}

void RowsView::placeHeader()
{
    QHeaderView& header = *horizontalHeader();
    const int height = header.isHidden() ? 0 : header.sizeHint().height();
    setViewportMargins(0, height, 0, 0);
    const QRect rows = viewport()->geometry();
    header.setGeometry(rows.left(), rows.top() - height, rows.width(), height);
}

void RowsView::rowsInserted(const QModelIndex& parent, int start, int end)
{
    QTableView::rowsInserted(parent, start, end);
    scheduleDelayedItemsLayout();
}

void RowsView::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, 0);
    if (dy == 0)
        return;
    if (std::abs(dy) <= wholeRows())
        viewport()->scroll(0, dy * m_rowHeight);
    else
        viewport()->update();
    updateEditorGeometries();
}

void RowsView::scrollTo(const QModelIndex& index, ScrollHint hint)
{
    if (!index.isValid() || index.parent() != rootIndex() || isIndexHidden(index))
        return;
    executeDelayedItemsLayout();
    const int row = index.row();
    const int whole = std::max(1, wholeRows());
    int top = topRow();
    if (hint == PositionAtCenter)
        top = row - whole / 2;
    else if (hint == PositionAtTop || row < top)
        top = row;
    else if (hint == PositionAtBottom || row >= top + whole)
        top = row - whole + 1;
    verticalScrollBar()->setValue(top);

    const QHeaderView& header = *horizontalHeader();
    const int left = header.sectionPosition(index.column());
    const int right = left + header.sectionSize(index.column());
    const int offset = horizontalScrollBar()->value();
    if (left < offset || header.sectionSize(index.column()) > viewport()->width())
        horizontalScrollBar()->setValue(left);
    else if (right > offset + viewport()->width())
        horizontalScrollBar()->setValue(right - viewport()->width());
    update(index);
}

int RowsView::columnFrom(int place, int step) const
{
    const QHeaderView& header = *horizontalHeader();
    for (int at = place; at >= 0 && at < header.count(); at += step) {
        if (!header.isSectionHidden(header.logicalIndex(at)))
            return header.logicalIndex(at);
    }
    return -1;
}

QModelIndex RowsView::beside(const QModelIndex& index, int step, bool wraps) const
{
    const QHeaderView& header = *horizontalHeader();
    int row = index.row();
    int column = columnFrom(header.visualIndex(index.column()) + step, step);
    if (column < 0 && wraps && row + step >= 0 && row + step < rowCount()) {
        row += step;
        column = columnFrom(step > 0 ? 0 : header.count() - 1, step);
    }
    return column < 0 ? index : model()->index(row, column, rootIndex());
}

QModelIndex RowsView::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    const int rows = rowCount();
    const int first = columnFrom(0, 1);
    if (rows == 0 || first < 0)
        return {};
    executeDelayedItemsLayout();
    const QModelIndex current = currentIndex();
    if (!current.isValid())
        return model()->index(std::min(topRow(), rows - 1), first, rootIndex());
    const int page = std::max(1, wholeRows());
    const int forwards = isRightToLeft() ? -1 : 1;
    int row = current.row();
    switch (action) {
    case MoveUp:
        --row;
        break;
    case MoveDown:
        ++row;
        break;
    case MovePageUp:
        row -= page;
        break;
    case MovePageDown:
        row += page;
        break;
    case MoveHome:
        row = 0;
        break;
    case MoveEnd:
        row = rows - 1;
        break;
    case MoveLeft:
        return beside(current, -forwards, false);
    case MoveRight:
        return beside(current, forwards, false);
    case MovePrevious:
        return beside(current, -1, true);
    case MoveNext:
        return beside(current, 1, true);
    }
    return model()->index(std::clamp(row, 0, rows - 1), current.column(), rootIndex());
}

// Whole rows, or the columns that the rectangle meets in the order in which they are shown.
void RowsView::setSelection(const QRect& rect, QItemSelectionModel::SelectionFlags flags)
{
    const int rows = rowCount();
    const QRect area = rect.normalized();
    const int top = std::max(0, unboundedRowAt(area.top()));
    const int bottom = std::min(rows - 1, unboundedRowAt(area.bottom()));
    if (!selectionModel() || top > bottom)
        return;
    QItemSelection selection;
    const QHeaderView& header = *horizontalHeader();
    for (int at = 0; at < header.count(); ++at) {
        const int column = header.logicalIndex(at);
        const int left = header.sectionViewportPosition(column);
        const bool isMet = !header.isSectionHidden(column) && left <= area.right() &&
                           left + header.sectionSize(column) > area.left();
        if (isMet || flags.testFlag(QItemSelectionModel::Rows)) {
            selection.append(QItemSelectionRange(model()->index(top, column, rootIndex()),
                                                 model()->index(bottom, column, rootIndex())));
        }
        if (!selection.isEmpty() && flags.testFlag(QItemSelectionModel::Rows))
            break; // the model widens it to whole rows
    }
    selectionModel()->select(selection, flags);
}

QRegion RowsView::visualRegionForSelection(const QItemSelection& selection) const
{
    QRegion region;
    const int first = topRow();
    const int last = first + wholeRows() + 1;
    for (const QItemSelectionRange& range : selection) {
        const int top = std::max(range.top(), first);
        const int bottom = std::min(range.bottom(), last);
        if (top > bottom)
            continue;
        for (int column = range.left(); column <= range.right(); ++column) {
            if (!isColumnHidden(column)) {
                region += QRect(columnViewportPosition(column), topOf(top), columnWidth(column),
                                (bottom - top + 1) * m_rowHeight);
            }
        }
    }
    return region;
}

int RowsView::sizeHintForColumn(int column) const
{
    if (!model())
        return -1;
    ensurePolished();
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    int width = 0;
    const int last = std::min(rowCount() - 1, topRow() + wholeRows());
    for (int row = topRow(); row <= last; ++row) {
        const QModelIndex index = model()->index(row, column, rootIndex());
        width = std::max(width, itemDelegateForIndex(index)->sizeHint(option, index).width());
    }
    return width;
}

void RowsView::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const QRect exposed = event->rect();
    const int last = std::min(rowCount() - 1, unboundedRowAt(exposed.bottom()));
    for (int row = std::max(0, unboundedRowAt(exposed.top())); row <= last; ++row)
        paintRow(painter, option, row, exposed);
}

void RowsView::paintRow(QPainter& painter, QStyleOptionViewItem option, int row,
                        const QRect& exposed)
{
    const QHeaderView& header = *horizontalHeader();
    const QModelIndex current = currentIndex();
    const QStyle::State plain = option.state;
    option.features.setFlag(QStyleOptionViewItem::Alternate,
                            alternatingRowColors() && row % 2 == 1);
    for (int column = 0; column < header.count(); ++column) {
        if (header.isSectionHidden(column))
            continue;
        const QModelIndex index = model()->index(row, column, rootIndex());
        option.rect = visualRect(index);
        if (option.rect.left() > exposed.right() || option.rect.right() < exposed.left())
            continue;
        option.state = plain;
        option.state.setFlag(QStyle::State_Selected, selectionModel()->isSelected(index));
        option.state.setFlag(QStyle::State_HasFocus, index == current && hasFocus());
        itemDelegateForIndex(index)->paint(&painter, option, index);
    }
}

} // namespace clientele
