// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customerquery.h"
#include "core/task.h"
#include "ui/common/rowsview.h"
#include "ui/customers/tableselection.h"

#include <QHash>

#include <optional>

class QScrollBar;

namespace clientele {

class CellDelegate;
class CustomerTableModel;

/// The table of customers. What is selected belongs to customers where that can be had:
/// - up to 5,000 that were all seen are selected by id. They stay so when rows are fetched anew or
///   sorted, at hand or not, until they turn out to be gone;
/// - a larger selection, or one with rows that were never at hand, is ranges of rows. They move
///   with their customers when rows are numbered anew, but not when rows come or go inside them,
///   and end with another order;
/// - "all that match" is a flag, not a million entries.
/// The rows on the screen stay where they are when others above them come or go.
class CustomerTableView final : public RowsView
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
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void selectionChanged(const QItemSelection& selected,
                          const QItemSelection& deselected) override;
    void verticalScrollbarValueChanged(int value) override;

private:
    struct Selected
    {
        Customer customer; ///< as it was seen last
        int row = unknown;
    };
    static constexpr int unknown = -1;
    static constexpr int missing = -2; ///< no longer where it was

    CustomerTableModel& m_model;
    CellDelegate* m_delegate;
    QScrollBar* m_bar; ///< floats over the rows, which reach the edge
    QHash<CustomerId, Selected> m_selected;
    Task<std::vector<CustomerId>> m_elsewhere; ///< those of them who are not near the top
    std::optional<CustomerId> m_expected;
    std::optional<Customer> m_current;
    std::optional<CustomerQuery> m_shown; ///< the query of the rows that are shown
    int m_place = 0;    ///< rows from the top of the screen to the current one, before a new order
    bool m_byId = true; ///< m_selected is the whole selection
    bool m_firstWanted = false;
    bool m_allMatching = false;
    bool m_restoring = false;
    bool m_moving = false; ///< the rows are others than those that the scroll bar stands for

    void tellVisibleRows();
    void placeBar();
    void sortBy(int section);
    void setAllMatching(bool all);
    void rememberCurrent();
    void rememberSelection(bool also);
    void restoreRows(int first, int last);
    void keepPlace();
    void goTo(int row);
    void moveTo(int top);
    void followQuery(int current);
    void followShift(int by);
    void followSettled();
    void seekElsewhere();
    void dropSelected(const std::vector<CustomerId>& gone);
    void followDropped(bool otherSearch);
    void loseSelection(bool otherSearch);
};

} // namespace clientele
