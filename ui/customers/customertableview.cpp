// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customers/customertableview.h"

#include "ui/common/theme.h"
#include "ui/customers/celldelegate.h"
#include "ui/customers/sortkeys.h"
#include "ui/models/customertablemodel.h"

#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

constexpr int barWidth = 10; ///< as wide as what the cells leave free at their end

} // namespace

CustomerTableView::CustomerTableView(CustomerTableModel& model, QWidget* parent)
    : RowsView(rowHeight, parent), m_model(model), m_delegate(new CellDelegate(this)),
      m_bar(new QScrollBar(Qt::Vertical, this))
{
    setObjectName(u"customerTable"_s);
    setAccessibleName(tr("Customers"));
    setModel(&model);
    Theme::showLiterally(*this);
    setItemDelegate(m_delegate);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setAlternatingRowColors(true);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setEditTriggers(DoubleClicked | EditKeyPressed);
    setFrameShape(NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_bar->setObjectName(u"tableScrollBar"_s);
    m_bar->setAttribute(Qt::WA_OpaquePaintEvent, false);
    connect(m_bar, &QScrollBar::valueChanged, verticalScrollBar(), &QScrollBar::setValue);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setSectionsClickable(true);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setMinimumSectionSize(60);
    connect(horizontalHeader(), &QHeaderView::sectionClicked, this, &CustomerTableView::sortBy);
    connect(&model, &CustomerTableModel::queryShown, this, &CustomerTableView::followQuery);
    connect(&model, &CustomerTableModel::rowsShown, this, &CustomerTableView::restoreRows);
    connect(&model, &CustomerTableModel::rowsShifted, this, &CustomerTableView::followShift);
    connect(&model, &CustomerTableModel::settled, this, &CustomerTableView::followSettled);
    connect(&model, &CustomerTableModel::customersGone, this, [this](const QSet<CustomerId>& ids) {
        if (m_selected.removeIf([&](const auto& one) { return ids.contains(one.key()); }))
            Q_EMIT selectionShifted();
    });
    connect(&model, &CustomerTableModel::currentFound, this, &CustomerTableView::goTo);
    connect(&model, &CustomerTableModel::modelAboutToBeReset, this, &CustomerTableView::keepPlace);
    connect(&model, &CustomerTableModel::totalChanged, this, [this] {
        if (m_allMatching)
            Q_EMIT selectionShifted();
    });
}

bool CustomerTableView::selectCustomer(CustomerId id)
{
    const int row = m_model.rowOf(id);
    if (row < 0)
        return false;
    setAllMatching(false);
    // Not selectRow(): from right to left it starts at a column that may be hidden.
    selectionModel()->setCurrentIndex(m_model.index(row, std::max(0, currentIndex().column())),
                                      QItemSelectionModel::ClearAndSelect |
                                          QItemSelectionModel::Rows);
    scrollTo(m_model.index(row, 0));
    return true;
}

void CustomerTableView::expectCustomer(CustomerId id)
{
    m_expected = id;
}

void CustomerTableView::selectFirst()
{
    m_firstWanted = m_model.isLoading();
    if (m_firstWanted)
        return;
    if (m_model.rowCount() > 0 && selection().count == 0)
        setCurrentIndex(m_model.index(0, 0));
}

void CustomerTableView::step(int rows)
{
    const int row = std::clamp(currentIndex().row() + rows, 0, m_model.rowCount() - 1);
    if (m_model.rowCount() > 0)
        setCurrentIndex(m_model.index(row, std::max(0, currentIndex().column())));
}

void CustomerTableView::setDimmed(bool dimmed)
{
    m_delegate->setDimmed(dimmed);
    viewport()->update();
}

void CustomerTableView::selectAll()
{
    if (m_model.rowCount() == 0)
        return;
    clearSelection();
    setAllMatching(true);
}

void CustomerTableView::setAllMatching(bool all)
{
    if (m_allMatching == all)
        return;
    m_allMatching = all;
    m_delegate->setAllSelected(all);
    viewport()->update();
    Q_EMIT selectionShifted();
}

void CustomerTableView::sortBy(int section)
{
    const bool second = QGuiApplication::keyboardModifiers().testFlag(Qt::ShiftModifier);
    const CustomerField field = CustomerTableModel::fieldOf(section);
    Q_EMIT sortRequested(sortkeys::clicked(m_model.query().sort, field, second, {}));
}

void CustomerTableView::tellVisibleRows()
{
    if (m_moving)
        return;
    const int first = std::max(0, rowAt(0));
    m_model.setVisibleRows(first, first + wholeRows() + 1);
}

void CustomerTableView::resizeEvent(QResizeEvent* event)
{
    RowsView::resizeEvent(event);
    placeBar();
    tellVisibleRows();
}

void CustomerTableView::updateGeometries()
{
    RowsView::updateGeometries();
    placeBar();
    tellVisibleRows();
}

void CustomerTableView::placeBar()
{
    const QScrollBar& source = *verticalScrollBar();
    const QSignalBlocker quiet(m_bar);
    m_bar->setRange(source.minimum(), source.maximum());
    m_bar->setPageStep(source.pageStep());
    m_bar->setValue(source.value());
    const QRect rows = viewport()->geometry();
    const int left = isRightToLeft() ? rows.left() : rows.right() + 1 - barWidth;
    m_bar->setGeometry(left, rows.top(), barWidth, rows.height());
    m_bar->setVisible(source.maximum() > source.minimum());
    m_bar->raise();
}

void CustomerTableView::verticalScrollbarValueChanged(int value)
{
    RowsView::verticalScrollbarValueChanged(value);
    m_bar->setValue(value);
    tellVisibleRows();
}

bool CustomerTableView::event(QEvent* event)
{
    // Esc gives up "all that match" before it means anything to the window.
    if (m_allMatching && event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape)
        event->accept();
    return RowsView::event(event);
}

void CustomerTableView::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && state() != EditingState) {
        Q_EMIT detailsRequested();
        return;
    }
    if (m_allMatching && event->key() == Qt::Key_Escape) {
        setAllMatching(false);
        return;
    }
    RowsView::keyPressEvent(event);
}

void CustomerTableView::closeEditor(QWidget* editor, QAbstractItemDelegate::EndEditHint hint)
{
    RowsView::closeEditor(editor, hint);
    if (hint == QAbstractItemDelegate::SubmitModelCache)
        step(1);
}

void CustomerTableView::mousePressEvent(QMouseEvent* event)
{
    setAllMatching(false);
    RowsView::mousePressEvent(event);
}

} // namespace clientele
