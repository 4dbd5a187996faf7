// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagnostics/activitymodel.h"

#include "ui/common/sqlview.h"
#include "ui/common/theme.h"

#include <QLocale>

#include <algorithm>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

bool isNumber(int column)
{
    return column == ActivityModel::Connection || column == ActivityModel::Milliseconds ||
           column == ActivityModel::RowCount;
}

QString nameOf(int column)
{
    switch (column) {
    case ActivityModel::Time:
        return ActivityModel::tr("Time");
    case ActivityModel::Connection:
        return ActivityModel::tr("Connection");
    case ActivityModel::What:
        return ActivityModel::tr("What");
    case ActivityModel::Values:
        return ActivityModel::tr("Values");
    case ActivityModel::Milliseconds:
        return ActivityModel::tr("ms");
    case ActivityModel::RowCount:
        return ActivityModel::tr("Rows");
    default:
        return ActivityModel::tr("Error");
    }
}

QString milliseconds(double value)
{
    return QLocale().toString(value, 'f', value < 10 ? 2 : value < 100 ? 1 : 0);
}

QString display(const ActivityRecord& record, int column)
{
    const bool statement = record.kind == ActivityRecord::Kind::Statement;
    switch (column) {
    case ActivityModel::Time:
        return record.at.toDateTime().toLocalTime().toString(u"HH:mm:ss.zzz"_s);
    case ActivityModel::Connection:
        return record.connection > 0 ? QString::number(record.connection) : QString();
    case ActivityModel::What:
        return record.text.simplified();
    case ActivityModel::Values:
        return record.parameters.join(u", "_s).simplified();
    case ActivityModel::Milliseconds:
        return statement || record.milliseconds > 0 ? milliseconds(record.milliseconds) : QString();
    case ActivityModel::RowCount:
        return record.rows >= 0 ? QLocale().toString(record.rows) : QString();
    case ActivityModel::Failure:
        return record.error.simplified();
    default:
        return {};
    }
}

} // namespace

ActivityModel::ActivityModel(QObject* parent, int rows)
    : QAbstractTableModel(parent), m_capacity(rows)
{}

void ActivityModel::append(const QList<ActivityRecord>& records)
{
    auto first = std::find_if(records.begin(), records.end(), [this](const ActivityRecord& record) {
        return record.number > m_last;
    });
    if (first == records.end())
        return;
    if (m_last > 0)
        m_missed += first->number - m_last - 1;
    m_last = records.last().number;
    if (records.end() - first > m_capacity)
        first = records.end() - m_capacity;
    const auto coming = records.end() - first;
    makeRoom(coming);
    const int row = int(m_records.size());
    beginInsertRows({}, row, row + int(coming) - 1);
    m_records.insert(m_records.end(), first, records.end());
    endInsertRows();
}

void ActivityModel::makeRoom(qsizetype coming)
{
    const auto over = qsizetype(m_records.size()) + coming - m_capacity;
    if (over <= 0)
        return;
    beginRemoveRows({}, 0, int(over) - 1);
    m_records.erase(m_records.begin(), m_records.begin() + over);
    endRemoveRows();
}

void ActivityModel::clear()
{
    beginResetModel();
    m_records.clear();
    m_missed = 0;
    endResetModel();
}

void ActivityModel::reset()
{
    m_last = 0;
    clear();
}

QString ActivityModel::textOf(const ActivityRecord& record)
{
    QStringList cells;
    for (int column = 0; column < ColumnCount; ++column) {
        if (column == Time)
            cells << record.at.toIso();
        else if (column == Milliseconds)
            cells << QString::number(record.milliseconds, 'f', 3);
        else if (column == RowCount)
            cells << (record.rows >= 0 ? QString::number(record.rows) : QString());
        else
            cells << display(record, column);
    }
    return cells.join(u'\t');
}

QString ActivityModel::textHeader()
{
    QStringList cells;
    for (int column = 0; column < ColumnCount; ++column)
        cells << nameOf(column);
    return cells.join(u'\t');
}

int ActivityModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_records.size());
}

int ActivityModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ActivityModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ActivityRecord& record = at(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return display(record, column);
    case Qt::TextAlignmentRole:
        return int((isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::ForegroundRole:
        if (column == Failure)
            return Theme::color(Token::Bad);
        return Theme::color(column == What ? Token::Text : Token::Muted);
    case Qt::FontRole:
        if (column == What && record.kind == ActivityRecord::Kind::Statement)
            return SqlView::letters();
        return {};
    default:
        return {};
    }
}

QVariant ActivityModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == Connection)
        return tr("Which of the book's connections, counted from 1");
    if (role != Qt::DisplayRole)
        return {};
    return nameOf(section);
}

} // namespace clientele
