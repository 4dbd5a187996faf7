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

constexpr int barWidth = 10;         ///< as wide as what the cells leave free at their end
constexpr int rememberedRows = 5000; ///< beyond, a selection is not found again by id

} // namespace

CustomerTableView::CustomerTableView(CustomerTableModel& model, QWidget* parent)
    : QTableView(parent), m_model(model), m_delegate(new CellDelegate(this)),
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
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setEditTriggers(DoubleClicked | EditKeyPressed);
    setVerticalScrollMode(ScrollPerItem);
    setHorizontalScrollMode(ScrollPerPixel);
    setFrameShape(NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_bar->setObjectName(u"tableScrollBar"_s);
    m_bar->setAttribute(Qt::WA_OpaquePaintEvent, false);
    connect(m_bar, &QScrollBar::valueChanged, verticalScrollBar(), &QScrollBar::setValue);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(rowHeight);
    verticalHeader()->setDefaultSectionSize(rowHeight);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setSectionsClickable(true);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setMinimumSectionSize(60);
    connect(horizontalHeader(), &QHeaderView::sectionClicked, this, &CustomerTableView::sortBy);
    connect(&model, &CustomerTableModel::queryShown, this, &CustomerTableView::followQuery);
    connect(&model, &CustomerTableModel::pageShown, this, &CustomerTableView::followPage);
    connect(&model, &CustomerTableModel::totalChanged, this, [this] {
        if (m_allMatching)
            Q_EMIT selectionShifted();
    });
}

TableSelection CustomerTableView::selection() const
{
    if (m_allMatching)
        return {.allMatching = true, .count = m_model.total()};
    TableSelection result;
    for (const QItemSelectionRange& range : selectionModel()->selection()) {
        result.ranges.emplace_back(range.top(), range.bottom());
        result.count += range.height();
    }
    return result;
}

std::optional<Customer> CustomerTableView::singleCustomer() const
{
    const TableSelection now = selection();
    if (now.allMatching || now.count != 1)
        return std::nullopt;
    const Customer* customer = m_model.customerAt(now.ranges.front().first);
    return customer ? std::optional(*customer) : std::nullopt;
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
    m_selectedIds = {id};
    m_idsComplete = true;
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
    const int first = rowAt(0);
    const int screen = viewport()->height() / rowHeight + 1;
    m_model.setVisibleRows(std::max(0, first), std::max(0, first) + screen);
}

void CustomerTableView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    placeBar();
    tellVisibleRows();
}

void CustomerTableView::updateGeometries()
{
    QTableView::updateGeometries();
    placeBar();
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
    QTableView::verticalScrollbarValueChanged(value);
    m_bar->setValue(value);
    tellVisibleRows();
}

bool CustomerTableView::event(QEvent* event)
{
    // Esc gives up "all that match" before it means anything to the window.
    if (m_allMatching && event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape)
        event->accept();
    return QTableView::event(event);
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
    QTableView::keyPressEvent(event);
}

void CustomerTableView::closeEditor(QWidget* editor, QAbstractItemDelegate::EndEditHint hint)
{
    QTableView::closeEditor(editor, hint);
    if (hint == QAbstractItemDelegate::SubmitModelCache)
        step(1);
}

void CustomerTableView::mousePressEvent(QMouseEvent* event)
{
    setAllMatching(false);
    QTableView::mousePressEvent(event);
}

void CustomerTableView::selectionChanged(const QItemSelection& selected,
                                         const QItemSelection& deselected)
{
    QTableView::selectionChanged(selected, deselected);
    if (m_restoring)
        return;
    m_firstWanted = false;
    if (m_allMatching && !selected.isEmpty())
        setAllMatching(false);
    rememberSelection();
    Q_EMIT selectionShifted();
}

void CustomerTableView::rememberSelection()
{
    m_selectedIds.clear();
    m_idsComplete = true;
    const TableSelection now = selection();
    m_selectedRow = now.count == 1 ? now.ranges.front().first : -1;
    if (now.count > rememberedRows) {
        m_idsComplete = false;
        return;
    }
    for (const auto& [first, last] : now.ranges) {
        for (int row = first; row <= last; ++row) {
            if (const Customer* customer = m_model.customerAt(row))
                m_selectedIds.insert(customer->id);
            else
                m_idsComplete = false;
        }
    }
}

void CustomerTableView::restoreSelection()
{
    if (!m_idsComplete || m_selectedIds.isEmpty() || m_allMatching) {
        // A row that was selected before it was at hand is known now.
        if (!m_idsComplete && selection().count <= rememberedRows) {
            rememberSelection();
            Q_EMIT selectionShifted();
        }
        return;
    }
    QItemSelection rows;
    int current = -1;
    for (const CustomerId id : std::as_const(m_selectedIds)) {
        const int row = m_model.rowOf(id);
        if (row < 0)
            continue;
        rows.select(m_model.index(row, 0), m_model.index(row, CustomerTableModel::ColumnCount - 1));
        current = row;
    }
    m_restoring = true;
    if (m_selectedIds.size() == 1 && current >= 0)
        selectionModel()->setCurrentIndex(
            m_model.index(current, std::max(0, currentIndex().column())),
            QItemSelectionModel::NoUpdate);
    selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
    m_restoring = false;
    if (current >= 0)
        m_selectedRow = current;
    Q_EMIT selectionShifted();
}

void CustomerTableView::followQuery()
{
    CustomerQuery query = m_model.query();
    query.sort.clear();
    const bool otherSearch = m_shown && *m_shown != query;
    m_shown = query;
    m_selectedRow = -1;
    m_delegate->setWords(query.search().wordsIn(CustomerField::Name));
    scrollToTop();
    restoreSelection();
    if (otherSearch) {
        // Who is not among the first of what was searched for is not sought further down.
        rememberSelection();
        if (selection().count == 0)
            Q_EMIT selectionLost(true);
    }
    if (std::exchange(m_firstWanted, false))
        selectFirst();
    tellVisibleRows();
}

void CustomerTableView::followPage(qint64 page)
{
    const int row = m_selectedRow;
    restoreSelection();
    if (row < 0 || PageCache::pageOf(row) != page || m_selectedIds.size() != 1 ||
        m_model.rowOf(*m_selectedIds.begin()) >= 0)
        return;
    m_selectedIds.clear();
    m_selectedRow = -1;
    Q_EMIT selectionLost(false);
}

} // namespace clientele
