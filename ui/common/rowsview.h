// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace clientele {

/// A table whose rows are all as high, however many they are: where a row stands is computed.
/// QTableView keeps eight bytes for each row, and goes through all of them whenever some come or
/// go: 80 MB and a tenth of a second with ten million. Here its vertical header has no sections;
/// ask rowAt() and visualRect(), not QTableView's other functions of rows.
///
/// Columns, editing and what a screen reader is told are QTableView's. The vertical scroll bar
/// counts rows.
class RowsView : public QTableView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RowsView)

public:
    explicit RowsView(int rowHeight, QWidget* parent = nullptr);

    /// The row at @p y in the viewport, or -1 below the last.
    [[nodiscard]] int rowAt(int y) const;
    /// Rows that are seen from top to bottom.
    [[nodiscard]] int wholeRows() const;

    void setModel(QAbstractItemModel* model) override;
    [[nodiscard]] QRect visualRect(const QModelIndex& index) const override;
    [[nodiscard]] QModelIndex indexAt(const QPoint& place) const override;
    void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void updateGeometries() override;
    void scrollContentsBy(int dx, int dy) override;
    void rowsInserted(const QModelIndex& parent, int start, int end) override;
    /// Home and End go to the first and the last row, with Ctrl or without.
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void setSelection(const QRect& rect, QItemSelectionModel::SelectionFlags flags) override;
    [[nodiscard]] QRegion visualRegionForSelection(const QItemSelection& selection) const override;
    [[nodiscard]] bool isIndexHidden(const QModelIndex& index) const override;
    [[nodiscard]] int sizeHintForColumn(int column) const override;

private:
    [[nodiscard]] int rowCount() const;
    [[nodiscard]] int topRow() const;
    /// As if rows went on above and below for ever.
    [[nodiscard]] int unboundedRowAt(int y) const;
    [[nodiscard]] int topOf(int row) const;
    /// The first column that is shown from @p place of the header on, or -1.
    [[nodiscard]] int columnFrom(int place, int step) const;
    [[nodiscard]] QModelIndex beside(const QModelIndex& index, int step, bool wraps) const;
    void placeHeader();
    void paintRow(QPainter& painter, QStyleOptionViewItem option, int row, const QRect& exposed);

    const int m_rowHeight;
};

} // namespace clientele
