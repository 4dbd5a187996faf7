// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/texttablemodel.h"

namespace clientele {

void TextTableModel::setTable(const QStringList& header, std::vector<QStringList> rows)
{
    beginResetModel();
    m_header = header;
    m_rows = std::move(rows);
    endResetModel();
}

int TextTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int TextTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_header.size());
}

QVariant TextTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    QString text = m_rows.at(size_t(index.row())).value(index.column());
    // A cell is one line; what stands on further lines shows in the tooltip.
    if (role == Qt::DisplayRole)
        text.replace(u'\n', u' ');
    return text;
}

QVariant TextTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return m_header.value(section);
}

} // namespace clientele
