// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customerquery.h"
#include "ui/customers/tableselection.h"

#include <QSet>
#include <QTableView>

#include <optional>

class QScrollBar;

namespace clientele {

class CellDelegate;
class CustomerTableModel;

/// The table of customers. Selection is by rows, and is found again by id after the rows were
/// fetched anew; "all that match" is a flag, not a million entries.
class CustomerTableView final : public QTableView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CustomerTableView)

public:
    static constexpr int rowHeight = 28;

    explicit CustomerTableView(CustomerTableModel& model, QWidget* parent = nullptr);

    [[nodiscard]] TableSelection selection() const;
    /// The one customer that is selected and at hand.
    [[nodiscard]] std::optional<Customer> singleCustomer() const;
    /// False where it is not at hand.
    bool selectCustomer(CustomerId id);
    /// Selects it as soon as it is at hand.
    void expectCustomer(CustomerId id);
    /// Where an answer is under way, the first of what it brings.
    void selectFirst();
    /// Moves by rows; the details follow.
    void step(int rows);
    void setDimmed(bool dimmed);
    void selectAll() override;

Q_SIGNALS:
    void selectionShifted();
    /// What was selected is not among the rows any more: another search was made, or the rows were
    /// fetched anew.
    void selectionLost(bool otherSearch);
    void sortRequested(const QList<clientele::SortKey>& keys);
    /// Enter on a row: the person wants its details.
    void detailsRequested();

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void updateGeometries() override;
    void keyPressEvent(QKeyEvent* event) override;
    void closeEditor(QWidget* editor, QAbstractItemDelegate::EndEditHint hint) override;
    void mousePressEvent(QMouseEvent* event) override;
    void selectionChanged(const QItemSelection& selected,
                          const QItemSelection& deselected) override;
    void verticalScrollbarValueChanged(int value) override;

private:
    CustomerTableModel& m_model;
    CellDelegate* m_delegate;
    QScrollBar* m_bar; ///< floats over the rows, which reach the edge
    QSet<CustomerId> m_selectedIds;
    std::optional<CustomerQuery> m_shown; ///< the query of the rows that are shown
    int m_selectedRow = -1;               ///< where the one that is selected was last
    bool m_firstWanted = false;
    bool m_idsComplete = true;
    bool m_allMatching = false;
    bool m_restoring = false;

    void tellVisibleRows();
    void placeBar();
    void sortBy(int section);
    void setAllMatching(bool all);
    void rememberSelection();
    void restoreSelection();
    void followQuery();
    void followPage(qint64 page);
};

} // namespace clientele
