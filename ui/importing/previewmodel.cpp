// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/previewmodel.h"

#include "ui/common/dates.h"

#include <QLocale>

#include <algorithm>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

/// The order in which kinds are worth a look.
int rank(PreviewKind kind)
{
    switch (kind) {
    case PreviewKind::Rejected:
        return 0;
    case PreviewKind::Duplicate:
        return 1;
    case PreviewKind::Update:
        return 2;
    case PreviewKind::New:
        return 3;
    case PreviewKind::Unchanged:
        break;
    }
    return 4;
}

QString fateText(PreviewRow::Fate fate)
{
    switch (fate) {
    case PreviewRow::Fate::New:
        return PreviewModel::tr("new");
    case PreviewRow::Fate::Update:
        return PreviewModel::tr("updated");
    case PreviewRow::Fate::Unchanged:
        return PreviewModel::tr("unchanged");
    case PreviewRow::Fate::Skip:
        return PreviewModel::tr("skipped");
    case PreviewRow::Fate::Reject:
        break;
    }
    return PreviewModel::tr("rejected");
}

std::optional<CustomerField> fieldOf(int column)
{
    switch (column) {
    case PreviewModel::NameColumn:
        return CustomerField::Name;
    case PreviewModel::EmailColumn:
        return CustomerField::Email;
    case PreviewModel::PhoneColumn:
        return CustomerField::Phone;
    case PreviewModel::ActiveColumn:
        return CustomerField::IsActive;
    case PreviewModel::CreatedColumn:
        return CustomerField::CreatedAt;
    default:
        return std::nullopt;
    }
}

bool isFaulty(const PreviewRow& row, int column)
{
    if (!row.problem || PreviewModel::kindOf(row) < PreviewKind::Duplicate)
        return false;
    const auto field = fieldOf(column);
    return field && row.problem->column == fieldName(*field);
}

QString wasText(const PreviewRow& row, int column)
{
    if (!row.before)
        return {};
    QString was;
    if (column == PreviewModel::NameColumn)
        was = row.before->name;
    else if (column == PreviewModel::PhoneColumn)
        was = row.before->phone.value_or(QString());
    const QString now = column == PreviewModel::NameColumn ? row.name : row.phone;
    return was == now ? QString() : was;
}

QString cellText(const PreviewRow& row, int column)
{
    switch (column) {
    case PreviewModel::LineColumn:
        return QLocale().toString(row.line);
    case PreviewModel::FateColumn:
        return fateText(row.fate);
    case PreviewModel::NameColumn:
        return row.name;
    case PreviewModel::EmailColumn:
        return row.email;
    case PreviewModel::PhoneColumn:
        return row.phone;
    case PreviewModel::ActiveColumn:
        return row.active;
    case PreviewModel::CreatedColumn:
        return row.createdAt ? dates::day(*row.createdAt) : row.created;
    default:
        return row.problem ? row.problem->reason : QString();
    }
}

/// What the cell shows: an empty or blank value that is refused must still be seen.
QString shownText(const PreviewRow& row, int column)
{
    const QString text = cellText(row, column).simplified();
    if (!text.isEmpty() || !isFaulty(row, column))
        return text;
    return row.problem->value.isEmpty() ? PreviewModel::tr("(empty)")
                                        : PreviewModel::tr("(only blanks)");
}

} // namespace

PreviewKind PreviewModel::kindOf(const PreviewRow& row)
{
    switch (row.fate) {
    case PreviewRow::Fate::New:
        return PreviewKind::New;
    case PreviewRow::Fate::Update:
        return PreviewKind::Update;
    case PreviewRow::Fate::Unchanged:
        return PreviewKind::Unchanged;
    case PreviewRow::Fate::Skip:
        return PreviewKind::Duplicate;
    case PreviewRow::Fate::Reject:
        break;
    }
    const bool duplicate = row.problem && row.problem->code.startsWith("duplicate"_L1);
    return duplicate ? PreviewKind::Duplicate : PreviewKind::Rejected;
}

void PreviewModel::setRows(std::vector<PreviewRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    m_counts.fill(0);
    for (const PreviewRow& row : m_rows)
        ++m_counts.at(size_t(kindOf(row)));
    show();
    endResetModel();
}

void PreviewModel::setKind(std::optional<PreviewKind> kind)
{
    beginResetModel();
    m_kind = kind;
    show();
    endResetModel();
}

void PreviewModel::show()
{
    m_shown.clear();
    for (size_t i = 0; i < m_rows.size(); ++i) {
        if (!m_kind || kindOf(m_rows[i]) == *m_kind)
            m_shown.push_back(i);
    }
    std::ranges::stable_sort(m_shown, {}, [this](size_t i) { return rank(kindOf(m_rows[i])); });
}

bool PreviewModel::hasProblems() const
{
    return std::ranges::any_of(m_rows, [](const PreviewRow& row) { return bool(row.problem); });
}

int PreviewModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int PreviewModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QVariant PreviewModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PreviewRow& row = m_rows[m_shown[size_t(index.row())]];
    switch (role) {
    case Qt::DisplayRole:
        return shownText(row, index.column());
    case Qt::ToolTipRole:
        return isFaulty(row, index.column()) ? row.problem->reason : cellText(row, index.column());
    case Qt::TextAlignmentRole:
        if (index.column() == LineColumn)
            return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
        return {};
    case KindRole:
        return int(kindOf(row));
    case Qt::EditRole:
        return index.column() == CreatedColumn ? row.created : cellText(row, index.column());
    case FaultyRole:
        return isFaulty(row, index.column());
    case WasRole:
        return wasText(row, index.column());
    case MendedRole: {
        const auto field = fieldOf(index.column());
        return field && row.overridden.contains(*field);
    }
    default:
        return {};
    }
}

Qt::ItemFlags PreviewModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return fieldOf(index.column()) ? flags | Qt::ItemIsEditable : flags;
}

bool PreviewModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    const auto field = fieldOf(index.column());
    if (!field || role != Qt::EditRole || value == data(index, Qt::EditRole))
        return false;
    const PreviewRow& row = m_rows[m_shown[size_t(index.row())]];
    Q_EMIT mended({.line = row.line, .field = *field, .value = value.toString()});
    return true;
}

int PreviewModel::rowOfLine(qint64 line) const
{
    const auto place =
        std::ranges::find_if(m_shown, [&](size_t i) { return m_rows[i].line == line; });
    return place == m_shown.end() ? -1 : int(place - m_shown.begin());
}

QVariant PreviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section == LineColumn ? Qt::AlignRight : Qt::AlignLeft) |
                                   Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case LineColumn:
        return tr("Line");
    case FateColumn:
        return tr("Will be");
    case NameColumn:
        return tr("Name");
    case EmailColumn:
        return tr("E-mail");
    case PhoneColumn:
        return tr("Phone");
    case ActiveColumn:
        return tr("Active");
    case CreatedColumn:
        return tr("Created");
    default:
        return tr("Why");
    }
}

} // namespace clientele
