// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace clientele {

/// A table for reading: whole rows, 28 px high, every second one shaded, no grid.
class PlainTable final : public QTableView
{
    Q_OBJECT

public:
    explicit PlainTable(QWidget* parent = nullptr);

    /// To their contents, within what is still easy to read.
    void fitColumns();
    /// Widths in pixels; @p stretch takes what is left.
    void setColumnWidths(const QList<int>& widths, int stretch);
};

} // namespace clientele
