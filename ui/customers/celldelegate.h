// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customersearch.h"

#include <QHash>
#include <QStyledItemDelegate>

namespace clientele {

/// Paints the table's cells: words found are marked, inactive rows muted, NULL a faint dash, rows
/// with unsaved changes carry a pen.
class CellDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CellDelegate)

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// What is marked where it was found.
    void setSearch(const CustomerSearch& search);
    void setAllSelected(bool selected) { m_allSelected = selected; }
    void setDimmed(bool dimmed) { m_dimmed = dimmed; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const override;

private:
    QHash<int, QStringList> m_words; ///< by column
    bool m_allSelected = false;
    bool m_dimmed = false;

    void paintText(QPainter* painter, const QStyleOptionViewItem& option,
                   const QModelIndex& index) const;
};

} // namespace clientele
