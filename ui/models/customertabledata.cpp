// SPDX-License-Identifier: GPL-3.0-or-later
// What the table's cells hold; the fetching is in customertablemodel.cpp.
#include "ui/common/dates.h"
#include "ui/models/customertablemodel.h"

#include <QGuiApplication>
#include <QLocale>

namespace clientele {

using namespace Qt::StringLiterals;

int CustomerTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int CustomerTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

CustomerField CustomerTableModel::fieldOf(int column)
{
    switch (column) {
    case Name:
        return CustomerField::Name;
    case Email:
        return CustomerField::Email;
    case Phone:
        return CustomerField::Phone;
    case Created:
        return CustomerField::CreatedAt;
    case Updated:
        return CustomerField::UpdatedAt;
    default:
        return CustomerField::Id;
    }
}

QVariant CustomerTableModel::text(const Customer& customer, int column) const
{
    switch (column) {
    case Name:
        return customer.name;
    case Email:
        return customer.email;
    case Phone:
        return customer.phone ? *customer.phone : u"—"_s;
    case Created:
        return customer.createdAt ? dates::day(*customer.createdAt) : u"—"_s;
    case Updated:
        return customer.updatedAt ? dates::minute(*customer.updatedAt) : u"—"_s;
    case Id:
        return QString::number(customer.id.value);
    default:
        return {};
    }
}

QString CustomerTableModel::accessibleText(const Customer& customer, int column) const
{
    QString spoken = text(customer, column).toString();
    if (column == Phone && !customer.phone)
        spoken = tr("no phone number");
    if (column == Name && !customer.isActive)
        spoken = tr("%1, inactive").arg(spoken);
    if (column == Name && m_unsaved.contains(customer.id))
        spoken = tr("%1, unsaved changes").arg(spoken);
    return spoken;
}

QVariant CustomerTableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows)
        return {};
    const Customer* customer = m_cache.at(index.row());
    if (!customer) {
        if (role == Qt::AccessibleTextRole)
            return tr("loading");
        return role == LoadingRole ? QVariant(true) : QVariant();
    }
    switch (role) {
    case Qt::DisplayRole:
        return text(*customer, index.column());
    case Qt::EditRole:
        return index.column() == Phone ? customer->phone.value_or(QString())
                                       : text(*customer, index.column()).toString();
    case Qt::AccessibleTextRole:
        return accessibleText(*customer, index.column());
    case Qt::TextAlignmentRole:
        return int((index.column() == Id ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case LoadingRole:
        return false;
    case InactiveRole:
        return !customer->isActive;
    case NullRole:
        return (index.column() == Phone && !customer->phone) ||
               (index.column() == Created && !customer->createdAt) ||
               (index.column() == Updated && !customer->updatedAt);
    case UnsavedRole:
        return m_unsaved.contains(customer->id);
    default:
        return {};
    }
}

QVariant CustomerTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        // A styled header does not turn round by itself.
        return int(
            ((section == Id) != QGuiApplication::isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft) |
            Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::EditRole)
        return {};
    const QString names[ColumnCount] = {tr("Name"),    tr("E-mail"),  tr("Phone"),
                                        tr("Created"), tr("Updated"), tr("Id")};
    const CustomerField field = fieldOf(section);
    for (qsizetype i = 0; role == Qt::DisplayRole && i < m_query.sort.size(); ++i) {
        if (m_query.sort[i].field != field)
            continue;
        const QString arrow = m_query.sort[i].descending ? u" ↓"_s : u" ↑"_s;
        return names[section] + arrow +
               (m_query.sort.size() > 1 ? QString::number(i + 1) : QString());
    }
    return names[section];
}

Qt::ItemFlags CustomerTableModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    if (m_editable && index.column() <= Phone && m_cache.at(index.row()))
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool CustomerTableModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    const Customer* customer = m_cache.at(index.row());
    if (role != Qt::EditRole || !customer || value == data(index, Qt::EditRole))
        return false;
    Q_EMIT cellEdited(*customer, fieldOf(index.column()), value.toString());
    return true;
}

} // namespace clientele
