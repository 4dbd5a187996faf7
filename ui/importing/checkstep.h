// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/importing/previewmodel.h"

#include <QWidget>

class QButtonGroup;
class QHBoxLayout;
class QLabel;
class QPushButton;

namespace clientele {

class Chip;
class ImportSetup;
class MessageBar;
class PlainTable;

/// Step 4: what would become of each row, those with problems first, and what a taken e-mail
/// address means. Nothing is written.
class CheckStep final : public QWidget
{
    Q_OBJECT

public:
    explicit CheckStep(ImportSetup& setup, QWidget* parent = nullptr);

    /// Rows that an import would write, of those seen.
    [[nodiscard]] int writable() const;

private:
    QHBoxLayout* makeFilters();
    QHBoxLayout* makePolicies();
    void refresh();
    void refreshFilters();
    void showKind(int id);
    void arrangeColumns();
    void mend(const CellOverride& cell);
    void selectMended();
    [[nodiscard]] QString facts() const;
    [[nodiscard]] const PreviewRow* lastRow() const;

    ImportSetup& m_setup;
    PreviewModel* m_model;
    MessageBar* m_message;
    QButtonGroup* m_filters;
    QButtonGroup* m_policies;
    QLabel* m_facts;
    QLabel* m_why;
    PlainTable* m_table;
    QPushButton* m_takeBack;
    QList<int> m_arranged;                ///< the columns that were last shown
    std::optional<CellOverride> m_mended; ///< the cell to come back to
};

} // namespace clientele
