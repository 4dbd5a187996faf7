// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/rowsview.h"

#include <QAbstractTableModel>
#include <QAccessible>
#include <QHeaderView>
#include <QLineEdit>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QTest>

#include <map>

using namespace clientele;
using namespace Qt::StringLiterals;

namespace {

constexpr int rowHeight = 20;
constexpr int many = 50'000'000;

/// Cells that say where they are; any number of them.
class Places final : public QAbstractTableModel
{
public:
    explicit Places(int rows) : m_rows(rows) {}

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : m_rows;
    }
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : 3;
    }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override
    {
        const bool isText = role == Qt::DisplayRole || role == Qt::EditRole;
        return isText ? u"%1.%2"_s.arg(index.row()).arg(index.column()) : QVariant();
    }
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override
    {
        return QAbstractTableModel::flags(index) | Qt::ItemIsEditable;
    }
    void insertOnTop(int rows)
    {
        beginInsertRows({}, 0, rows - 1);
        m_rows += rows;
        endInsertRows();
    }
    void removeFrom(int row, int rows)
    {
        beginRemoveRows({}, row, row + rows - 1);
        m_rows -= rows;
        endRemoveRows();
    }

private:
    int m_rows;
};

/// Ten whole rows of three columns, 100 pixels each.
struct Shown
{
    Places model;
    RowsView view{rowHeight};

    explicit Shown(int rows) : model(rows)
    {
        view.setFrameShape(QFrame::NoFrame);
        view.setSelectionBehavior(QAbstractItemView::SelectRows);
        view.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        view.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        view.setModel(&model);
        view.resize(300, 10 * rowHeight + view.horizontalHeader()->sizeHint().height() + 5);
        view.show();
        [this] { QVERIFY(QTest::qWaitForWindowExposed(&view)); }();
    }

    [[nodiscard]] int top() const { return view.verticalScrollBar()->value(); }
    [[nodiscard]] QPoint centre(int row, int column = 0) const
    {
        return view.visualRect(model.index(row, column)).center();
    }
    void click(int row, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseClick(view.viewport(), Qt::LeftButton, modifiers, centre(row));
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(&view, key, modifiers);
    }
    [[nodiscard]] std::pair<int, int> current() const
    {
        return {view.currentIndex().row(), view.currentIndex().column()};
    }
    /// "3-7 9-9"
    [[nodiscard]] QString selected() const
    {
        QStringList ranges;
        for (const QItemSelectionRange& range : view.selectionModel()->selection()) {
            if (range.left() == 0)
                ranges += u"%1-%2"_s.arg(range.top()).arg(range.bottom());
        }
        return ranges.join(u' ');
    }
};

using Place = std::pair<int, int>;

} // namespace

class RowsViewTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QAccessible::setActive(true); }
    void keepsNothingForEachRow();
    void showsTheWholeHeader();
    void findsItsRows();
    void showsTheLastRowWhole();
    void movesByKeys();
    void movesFromRightToLeft();
    void skipsHiddenColumns();
    void selectsFarRanges();
    void followsRowsThatComeAndGo();
    void editsTheNextCell();
    void paintsEveryRowOnce();
    void tellsScreenReadersItsCells();
};

void RowsViewTest::keepsNothingForEachRow()
{
    const Shown f(many);
    QCOMPARE(f.view.verticalHeader()->count(), 0);
    QCOMPARE(f.view.verticalScrollBar()->maximum(), many - 10);
}

void RowsViewTest::showsTheWholeHeader()
{
    const Shown f(10);
    const QHeaderView& header = *f.view.horizontalHeader();
    for (int x = 1; x < 300; x += 20) {
        QWidget* const seen = f.view.childAt(x, header.height() / 2);
        QVERIFY(seen && header.isAncestorOf(seen));
    }
}

void RowsViewTest::findsItsRows()
{
    Shown f(many);
    f.view.verticalScrollBar()->setValue(40'000'000);
    QCOMPARE(f.view.indexAt({150, 45}), f.model.index(40'000'002, 1));
    QCOMPARE(f.view.visualRect(f.model.index(40'000'002, 1)), QRect(100, 40, 100, rowHeight));
    QCOMPARE(f.view.rowAt(0), 40'000'000);
    QVERIFY(!f.view.visualRect(f.model.index(0, 0)).intersects(f.view.viewport()->rect()));
    Shown few(3);
    QCOMPARE(few.view.rowAt(3 * rowHeight - 1), 2);
    QCOMPARE(few.view.rowAt(3 * rowHeight), -1);
    QVERIFY(!few.view.indexAt({10, 5 * rowHeight}).isValid());
}

void RowsViewTest::showsTheLastRowWhole()
{
    Shown f(many);
    f.view.scrollTo(f.model.index(many - 1, 0));
    QCOMPARE(f.top(), many - 10);
    QVERIFY(f.view.viewport()->rect().contains(f.view.visualRect(f.model.index(many - 1, 2))));
    f.view.scrollTo(f.model.index(many - 11, 0));
    QCOMPARE(f.top(), many - 11);
    f.view.scrollTo(f.model.index(1000, 0), QAbstractItemView::PositionAtCenter);
    QCOMPARE(f.top(), 995);
}

void RowsViewTest::movesByKeys()
{
    Shown f(many);
    f.click(2);
    f.press(Qt::Key_Down);
    QCOMPARE(f.current(), Place(3, 0));
    f.press(Qt::Key_PageDown);
    QCOMPARE(f.current(), Place(13, 0));
    f.press(Qt::Key_Right);
    f.press(Qt::Key_End);
    QCOMPARE(f.current(), Place(many - 1, 1));
    f.press(Qt::Key_PageUp);
    QCOMPARE(f.current(), Place(many - 11, 1));
    f.press(Qt::Key_Home);
    QCOMPARE(f.current(), Place(0, 1));
    QCOMPARE(f.top(), 0);
    f.press(Qt::Key_Up);
    f.press(Qt::Key_PageUp);
    QCOMPARE(f.current(), Place(0, 1));
}

void RowsViewTest::movesFromRightToLeft()
{
    Shown f(many);
    f.view.setLayoutDirection(Qt::RightToLeft);
    QCOMPARE(f.view.visualRect(f.model.index(0, 0)).left(), 200);
    f.click(0);
    f.press(Qt::Key_Left);
    QCOMPARE(f.current(), Place(0, 1));
    f.press(Qt::Key_Right);
    QCOMPARE(f.current(), Place(0, 0));
}

void RowsViewTest::skipsHiddenColumns()
{
    Shown f(20);
    f.view.hideColumn(1);
    QVERIFY(f.view.visualRect(f.model.index(0, 1)).isNull());
    f.click(0);
    f.press(Qt::Key_Right);
    QCOMPARE(f.current(), Place(0, 2));
    f.view.horizontalHeader()->moveSection(2, 0);
    f.press(Qt::Key_Right);
    QCOMPARE(f.current(), Place(0, 0));
}

void RowsViewTest::selectsFarRanges()
{
    Shown f(many);
    f.click(4);
    f.press(Qt::Key_End, Qt::ShiftModifier);
    QCOMPARE(f.selected(), u"4-%1"_s.arg(many - 1));
    f.view.verticalScrollBar()->setValue(0);
    f.click(7, Qt::ShiftModifier);
    QCOMPARE(f.selected(), u"4-7"_s);
    f.click(9, Qt::ControlModifier);
    QCOMPARE(f.selected(), u"4-7 9-9"_s);
    QTest::mousePress(f.view.viewport(), Qt::LeftButton, {}, f.centre(1));
    QTest::mouseMove(f.view.viewport(), f.centre(5));
    QTest::mouseRelease(f.view.viewport(), Qt::LeftButton, {}, f.centre(5));
    QCOMPARE(f.selected(), u"1-5"_s);
}

void RowsViewTest::followsRowsThatComeAndGo()
{
    Shown f(100);
    f.click(3);
    f.model.insertOnTop(50);
    QCOMPARE(f.current(), Place(53, 0));
    QTRY_COMPARE(f.view.verticalScrollBar()->maximum(), 140);
    f.view.verticalScrollBar()->setValue(140);
    f.model.removeFrom(60, 90);
    QTRY_COMPARE(f.view.verticalScrollBar()->maximum(), 50);
    QCOMPARE(f.top(), 50);
    QCOMPARE(f.selected(), u"53-53"_s);
}

void RowsViewTest::editsTheNextCell()
{
    Shown f(100);
    f.click(0);
    f.view.setCurrentIndex(f.model.index(0, 2));
    f.view.edit(f.view.currentIndex());
    auto* editor = f.view.findChild<QLineEdit*>();
    QVERIFY(editor);
    QCOMPARE(editor->geometry().center(), f.centre(0, 2));
    f.view.verticalScrollBar()->setValue(1);
    QVERIFY(editor->geometry().bottom() < 0); // it goes with its row
    f.view.verticalScrollBar()->setValue(0);
    QTest::keyClick(editor, Qt::Key_Tab);
    QCOMPARE(f.current(), Place(1, 0)); // behind the last column comes the next row
}

void RowsViewTest::paintsEveryRowOnce()
{
    class Counting final : public QStyledItemDelegate
    {
    public:
        void paint(QPainter*, const QStyleOptionViewItem&, const QModelIndex& index) const override
        {
            ++painted[{index.row(), index.column()}];
        }
        mutable std::map<Place, int> painted;
    };
    Counting counting;
    Shown f(many);
    f.view.setItemDelegate(&counting);
    f.view.verticalScrollBar()->setValue(1'000'000);
    counting.painted.clear();
    f.view.viewport()->repaint();
    QCOMPARE(counting.painted.size(), size_t(11 * 3)); // the last of them in part
    for (const auto& [place, times] : counting.painted) {
        QVERIFY(place.first >= 1'000'000 && place.first <= 1'000'010);
        QCOMPARE(times, 1);
    }
    f.view.setItemDelegate(nullptr);
}

void RowsViewTest::tellsScreenReadersItsCells()
{
    Shown f(1000);
    QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(&f.view);
    QVERIFY(spoken && spoken->tableInterface());
    QCOMPARE(spoken->tableInterface()->rowCount(), 1000);
    QAccessibleInterface* cell = spoken->tableInterface()->cellAt(5, 1);
    QVERIFY(cell);
    QCOMPARE(cell->text(QAccessible::Name), u"5.1"_s);
    const QPoint corner = f.view.viewport()->mapToGlobal(QPoint(100, 5 * rowHeight));
    QCOMPARE(cell->rect(), QRect(corner, QSize(100, rowHeight)));
}

QTEST_MAIN(RowsViewTest)
#include "tst_rowsview.moc"
