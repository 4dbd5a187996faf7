// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/importpreview.h"

#include <QAbstractTableModel>

#include <array>
#include <optional>
#include <vector>

namespace clientele {

/// What becomes of a row, as the chips over the table count it: each row is of one kind.
enum class PreviewKind
{
    New,
    Update,
    Unchanged,
    Duplicate,
    Rejected
};

/// The checked rows of a file, those with problems first, all or of one kind. What a field is made
/// of can be mended in its cell: mended() says so, and the model waits for rows that are read anew.
class PreviewModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        LineColumn,
        FateColumn,
        NameColumn,
        EmailColumn,
        PhoneColumn,
        ActiveColumn,
        CreatedColumn,
        WhyColumn,
        Columns
    };
    enum Role
    {
        KindRole = Qt::UserRole, ///< int(PreviewKind) of the row
        FaultyRole,              ///< true in the cell that the row's problem is about
        WasRole,                 ///< what an update takes the place of, where it is another
        MendedRole,              ///< true where a person wrote the value here
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(std::vector<PreviewRow> rows);
    /// nullopt shows all.
    void setKind(std::optional<PreviewKind> kind);

    [[nodiscard]] int total() const { return int(m_rows.size()); }
    [[nodiscard]] int count(PreviewKind kind) const { return m_counts.at(size_t(kind)); }
    /// True where some row of the whole file's beginning has something to say in WhyColumn.
    [[nodiscard]] bool hasProblems() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

    static PreviewKind kindOf(const PreviewRow& row);
    /// Where the row of that line stands, or -1.
    [[nodiscard]] int rowOfLine(qint64 line) const;

Q_SIGNALS:
    void mended(const clientele::CellOverride& cell);

private:
    void show();

    std::vector<PreviewRow> m_rows;
    std::vector<size_t> m_shown; ///< indexes into m_rows, problems first
    std::optional<PreviewKind> m_kind;
    std::array<int, 5> m_counts{};
};

} // namespace clientele
