// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/plaintable.h"

#include <QHeaderView>

namespace clientele {

PlainTable::PlainTable(QWidget* parent) : QTableView(parent)
{
    setAlternatingRowColors(true);
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
    for (int i = 0; i < widths.size(); ++i) {
        setColumnWidth(i, widths[i]);
        horizontalHeader()->setSectionResizeMode(i, i == stretch ? QHeaderView::Stretch
                                                                 : QHeaderView::Interactive);
    }
}

} // namespace clientele
