// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/plaintable.h"

#include "ui/common/theme.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>

namespace clientele {

namespace {

constexpr int margin = 10; ///< the style sheet's, around the header's letters

/// A line of text that stands under its header's.
class CellDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override
    {
        QStyleOptionViewItem cell = option;
        initStyleOption(&cell, index);
        const QString text = std::exchange(cell.text, {});
        cell.state &= ~QStyle::State_HasFocus;
        cell.widget->style()->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
        const QRect place = cell.rect.adjusted(margin, 0, -margin, 0);
        painter->setPen(cell.palette.color(QPalette::Text));
        painter->setFont(cell.font);
        painter->drawText(place, int(cell.displayAlignment),
                          cell.fontMetrics.elidedText(text, cell.textElideMode, place.width()));
    }
};

} // namespace

PlainTable::PlainTable(QWidget* parent) : QTableView(parent)
{
    setItemDelegate(new CellDelegate(this));
    setAlternatingRowColors(true);
    Theme::showLiterally(*this);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setHorizontalScrollMode(ScrollPerPixel);
    setFrameShape(QFrame::NoFrame);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(28);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    horizontalHeader()->setMinimumSectionSize(48);
}

void PlainTable::setColumnWidths(const QList<int>& widths, int stretch)
{
    // None may stretch meanwhile: it would keep a width of its own.
    horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    for (int i = 0; i < widths.size(); ++i)
        setColumnWidth(i, widths[i]);
    horizontalHeader()->setSectionResizeMode(stretch, QHeaderView::Stretch);
}

void PlainTable::fitColumns()
{
    resizeColumnsToContents();
    for (int i = 0; i < horizontalHeader()->count(); ++i)
        setColumnWidth(i, std::clamp(columnWidth(i) + 14, 80, 320));
}

} // namespace clientele
