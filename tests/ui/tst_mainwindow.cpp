// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/book.h"
#include "ui/common/jsonstore.h"
#include "ui/common/stallmeter.h"
#include "ui/customers/conflictdialog.h"
#include "ui/customers/customerspage.h"
#include "ui/customers/customertableview.h"
#include "ui/customers/detailspanel.h"
#include "ui/customers/searchcontroller.h"
#include "ui/importing/importdialog.h"
#include "ui/importing/jobs.h"
#include "ui/mainwindow/bookpages.h"
#include "ui/mainwindow/mainactions.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/schemecontroller.h"
#include "ui/models/customertablemodel.h"

#include <QAccessible>
#include <QAction>
#include <QClipboard>
#include <QDateEdit>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>

using namespace clientele;
using namespace Qt::StringLiterals;

namespace {

/// The window on a book of its own.
class Desk final
{
public:
    explicit Desk(const QString& folder, SchemeController& scheme)
        : m_store(folder), window(m_store, scheme, m_meter)
    {
        window.resize(1280, 800);
        window.show();
        window.openProfile({.name = u"Test"_s, .connection = {.file = folder + u"/book.db"_s}});
    }

private:
    JsonStore m_store;
    StallMeter m_meter;

public:
    MainWindow window;

    [[nodiscard]] CustomersPage* page() const { return window.pages().customers(); }
    [[nodiscard]] bool ready() const
    {
        return page() && page()->model().hasAnswer() && !page()->model().isLoading() &&
               page()->model().total() >= 0 && !page()->model().isEstimate();
    }
    [[nodiscard]] int rows() const { return page()->model().rowCount(); }
    [[nodiscard]] QString cell(int row, int column = 0) const
    {
        return page()->model().index(row, column).data().toString();
    }
    template <class T = QWidget>
    [[nodiscard]] T* find(const QString& name) const
    {
        return window.findChild<T*>(name);
    }
    [[nodiscard]] QLineEdit* field(const QString& name) const { return find<QLineEdit>(name); }
    [[nodiscard]] QString label(const QString& name) const { return find<QLabel>(name)->text(); }
    void type(const QString& name, const QString& text) const
    {
        field(name)->setFocus();
        field(name)->selectAll();
        QTest::keyClicks(field(name), text);
    }
    void click(const QString& name) const { QTest::mouseClick(find(name), Qt::LeftButton); }
    [[nodiscard]] bool selectByName(const QString& name) const
    {
        for (int row = 0; row < rows(); ++row) {
            if (cell(row) == name) {
                page()->table().selectRow(row);
                return true;
            }
        }
        return false;
    }
};

std::vector<CustomerDraft> people()
{
    return {
        {.name = u"Jacob Emily"_s, .email = u"jacob.emily@tacnode.io"_s, .phone = u"+1-555-0101"_s},
        {.name = u"Sarah Wilson"_s,
         .email = u"sarah.wilson@tacnode.io"_s,
         .phone = u"+1-555-0103"_s},
        {.name = u"David Chen"_s, .email = u"david.chen@tacnode.io"_s},
        {.name = u"Zoë Müller"_s, .email = u"zoe@example.com"_s, .isActive = false}};
}

} // namespace

class MainWindowTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void filtersWhileTyping();
    void sortsByHeader();
    void savesAnEdit();
    void refusesABadAddress();
    void namesWhoHasAnAddress();
    void letsThePersonChooseAfterAConflict();
    void deactivatesAndUndoes();
    void deletesAfterAQuestionAndUndoes();
    void keepsUnsavedEditsOverARestart();
    void fillsAnEmptyBook();
    void tellsWhenNobodyIsFound();
    void offersTheWiderSearchOnce();
    void clearsTheSearchAtOnce();
    void forgetsWhoIsNotFound();
    void choosesFromWhatWasAskedLast();
    void keepsWhoWasRenamedOpen();
    void fitsItsColumns();
    void letsRowsReachTheEdge();
    void importsWhatIsPasted();
    void includesTheLastDayOfAFilter();
    void worksByKeyboardAlone();
    void namesEveryControl();

private:
    SchemeController* m_scheme = nullptr;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Desk> m_desk;

    void open(const std::vector<CustomerDraft>& drafts);
};

void MainWindowTest::initTestCase()
{
    m_scheme = new SchemeController(*qApp);
    QAccessible::setActive(true);
}

void MainWindowTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void MainWindowTest::cleanup()
{
    m_desk.reset();
}

void MainWindowTest::open(const std::vector<CustomerDraft>& drafts)
{
    if (!drafts.empty()) {
        Book book({.file = m_folder->filePath(u"book.db"_s)}, {});
        QVERIFY(book.open().wait());
        QVERIFY(book.bulkCreate(drafts).wait());
    }
    m_desk = std::make_unique<Desk>(m_folder->path(), *m_scheme);
    QTRY_VERIFY(m_desk->ready());
}

void MainWindowTest::filtersWhileTyping()
{
    open(people());
    QCOMPARE(m_desk->rows(), 4);
    m_desk->type(u"searchField"_s, u"wil"_s);
    QTRY_COMPARE(m_desk->rows(), 1);
    QCOMPARE(m_desk->cell(0), u"Sarah Wilson"_s);
    QTRY_COMPARE(m_desk->label(u"countLabel"_s), u"1 of 4"_s);
    QTest::keyClick(m_desk->field(u"searchField"_s), Qt::Key_Escape);
    QTRY_COMPARE(m_desk->rows(), 4);
    m_desk->click(u"chipInactive"_s);
    QTRY_COMPARE(m_desk->rows(), 1);
    QCOMPARE(m_desk->cell(0), u"Zoë Müller"_s);
    QCOMPARE(m_desk->field(u"searchField"_s)->text(), u"active:no"_s);
    m_desk->type(u"searchField"_s, u"active:yes"_s);
    QTRY_COMPARE(m_desk->rows(), 3);
    QVERIFY(m_desk->find<QPushButton>(u"chipActive"_s)->isChecked());
}

void MainWindowTest::sortsByHeader()
{
    open(people());
    QTRY_COMPARE(m_desk->cell(0), u"David Chen"_s);
    QHeaderView* header = m_desk->page()->table().horizontalHeader();
    const QPoint name(header->sectionViewportPosition(0) + 20, header->height() / 2);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, name);
    QTRY_COMPARE(m_desk->cell(0), u"Zoë Müller"_s);
    QVERIFY(m_desk->page()
                ->model()
                .headerData(0, Qt::Horizontal, Qt::DisplayRole)
                .toString()
                .contains(u'↓'));
}

void MainWindowTest::savesAnEdit()
{
    open(people());
    QVERIFY(m_desk->selectByName(u"Sarah Wilson"_s));
    QTRY_COMPARE(m_desk->field(u"nameField"_s)->text(), u"Sarah Wilson"_s);
    QVERIFY(!m_desk->find(u"saveButton"_s)->isEnabled());
    m_desk->type(u"phoneField"_s, u"+1-555-0177"_s);
    QVERIFY(m_desk->find(u"saveButton"_s)->isEnabled());
    QCOMPARE(m_desk->label(u"statusUnsaved"_s), u"1 unsaved"_s);
    m_desk->click(u"saveButton"_s);
    QTRY_COMPARE(m_desk->label(u"statusAct"_s), u"Saved Sarah Wilson."_s);
    QTRY_VERIFY(!m_desk->find(u"saveButton"_s)->isEnabled());
    QCOMPARE(m_desk->label(u"statusUnsaved"_s), QString());
    const auto saved = m_desk->page()->book().customerByEmail(u"sarah.wilson@tacnode.io"_s).wait();
    QCOMPARE(saved.value()->phone, u"+1-555-0177"_s);
    m_desk->click(u"statusUndo"_s);
    QTRY_COMPARE(m_desk->label(u"statusAct"_s), u"Undone: Saved Sarah Wilson."_s);
    QTRY_COMPARE(m_desk->field(u"phoneField"_s)->text(), u"+1-555-0103"_s);
}

void MainWindowTest::refusesABadAddress()
{
    open(people());
    QVERIFY(m_desk->selectByName(u"David Chen"_s));
    m_desk->type(u"emailField"_s, u"david@example"_s);
    QCOMPARE(m_desk->label(u"emailFieldNote"_s),
             u"The part after @ needs a dot, as in example.com."_s);
    QVERIFY(!m_desk->find(u"saveButton"_s)->isEnabled());
    m_desk->click(u"revertButton"_s);
    QCOMPARE(m_desk->field(u"emailField"_s)->text(), u"david.chen@tacnode.io"_s);
    QCOMPARE(m_desk->label(u"emailFieldNote"_s), QString());
}

void MainWindowTest::namesWhoHasAnAddress()
{
    open(people());
    m_desk->window.actions().newCustomer->trigger();
    m_desk->type(u"nameField"_s, u"Zoe Again"_s);
    m_desk->type(u"emailField"_s, u"zoe@example.com"_s);
    QTRY_VERIFY(m_desk->find(u"reactivateDuplicate"_s)->isVisible());
    QCOMPARE(m_desk->label(u"emailFieldNote"_s),
             u"Zoë Müller, who is inactive, already has this address."_s);
    m_desk->click(u"openDuplicate"_s);
    QTRY_COMPARE(m_desk->label(u"detailsTitle"_s), u"Zoë Müller"_s);
}

void MainWindowTest::letsThePersonChooseAfterAConflict()
{
    open(people());
    QVERIFY(m_desk->selectByName(u"Sarah Wilson"_s));
    m_desk->type(u"phoneField"_s, u"+1-555-0177"_s);
    m_desk->type(u"nameField"_s, u"Sarah Wilson-Lee"_s);
    Book other({.file = m_folder->filePath(u"book.db"_s)}, {});
    QVERIFY(other.open().wait());
    const Customer seen = *other.customerByEmail(u"sarah.wilson@tacnode.io"_s).wait().value();
    Customer theirs = seen;
    theirs.phone = u"+1-555-0190"_s;
    theirs.email = u"sarah.lee@tacnode.io"_s;
    QVERIFY(other.update(seen.id, CustomerPatch::between(seen, theirs)).wait());
    m_desk->click(u"saveButton"_s);
    QTRY_VERIFY(m_desk->find(u"conflictDialog"_s));
    m_desk->click(u"phoneTheirs"_s);
    m_desk->find<QPushButton>(u"saveChoice"_s)->click();
    QTRY_COMPARE(m_desk->label(u"statusAct"_s), u"Saved Sarah Wilson-Lee."_s);
    const Customer now = *other.customer(seen.id).wait().value();
    QCOMPARE(now.name, u"Sarah Wilson-Lee"_s);
    QCOMPARE(now.email, u"sarah.lee@tacnode.io"_s);
    QCOMPARE(now.phone, u"+1-555-0190"_s);
}

void MainWindowTest::deactivatesAndUndoes()
{
    open(people());
    QVERIFY(m_desk->selectByName(u"David Chen"_s));
    m_desk->page()->table().setFocus();
    QTest::keyClick(&m_desk->page()->table(), Qt::Key_Delete);
    QTRY_COMPARE(m_desk->label(u"statusAct"_s), u"Deactivated David Chen."_s);
    QVERIFY(m_desk->page()->model().index(0, 0).data(CustomerTableModel::InactiveRole).toBool());
    m_desk->click(u"statusUndo"_s);
    QTRY_VERIFY(
        !m_desk->page()->model().index(0, 0).data(CustomerTableModel::InactiveRole).toBool());
}

void MainWindowTest::deletesAfterAQuestionAndUndoes()
{
    open(people());
    m_desk->page()->table().selectAll();
    m_desk->window.actions().removeForGood->trigger();
    QTRY_VERIFY(m_desk->find(u"deleteQuestion"_s));
    QCOMPARE(m_desk->label(u"questionTitle"_s), u"Delete 4 customers for good?"_s);
    m_desk->find<QPushButton>(u"acceptButton"_s)->click();
    QTRY_COMPARE(m_desk->rows(), 0);
    QTRY_VERIFY(m_desk->find(u"emptyBook"_s)->isVisible());
    m_desk->window.actions().undo->trigger();
    QTRY_COMPARE(m_desk->rows(), 4);
    m_desk->window.actions().redo->trigger();
    QTRY_COMPARE(m_desk->rows(), 0);
}

void MainWindowTest::keepsUnsavedEditsOverARestart()
{
    open(people());
    QVERIFY(m_desk->selectByName(u"Jacob Emily"_s));
    m_desk->type(u"nameField"_s, u"Jacob E"_s);
    QVERIFY(m_desk->selectByName(u"David Chen"_s));
    QCOMPARE(m_desk->field(u"nameField"_s)->text(), u"David Chen"_s);
    QVERIFY(m_desk->selectByName(u"Jacob Emily"_s));
    QCOMPARE(m_desk->field(u"nameField"_s)->text(), u"Jacob E"_s);
    m_desk.reset();
    open({});
    QTRY_COMPARE(m_desk->label(u"statusUnsaved"_s), u"1 unsaved"_s);
    QVERIFY(m_desk->selectByName(u"Jacob Emily"_s));
    QCOMPARE(m_desk->field(u"nameField"_s)->text(), u"Jacob E"_s);
    QVERIFY(m_desk->find(u"saveButton"_s)->isEnabled());
}

void MainWindowTest::fillsAnEmptyBook()
{
    open({});
    QTRY_VERIFY(m_desk->find(u"emptyBook"_s)->isVisible());
    QCOMPARE(m_desk->label(u"countLabel"_s), u"No customers yet"_s);
    m_desk->click(u"cardNew"_s);
    QTRY_VERIFY(m_desk->find(u"detailsPanel"_s)->isVisible());
    m_desk->window.actions().revert->trigger();
    m_desk->click(u"cardSamples"_s);
    QTRY_COMPARE(m_desk->label(u"countLabel"_s), u"500 customers"_s);
    m_desk->click(u"statusUndo"_s);
    QTRY_VERIFY(m_desk->find(u"emptyBook"_s)->isVisible());
}

void MainWindowTest::tellsWhenNobodyIsFound()
{
    open(people());
    m_desk->click(u"chipActive"_s);
    QTRY_COMPARE(m_desk->rows(), 3);
    m_desk->type(u"searchField"_s, u"zoe active:yes"_s);
    QTRY_COMPARE(m_desk->rows(), 0);
    QPushButton* wider = nullptr;
    const auto offered = [&] {
        for (auto* button : m_desk->window.findChildren<QPushButton*>()) {
            if (button->text() == u"Search inactive too (1)")
                wider = button;
        }
        return wider != nullptr;
    };
    QTRY_VERIFY(offered());
    wider->click();
    QTRY_COMPARE(m_desk->rows(), 1);
    QCOMPARE(m_desk->field(u"searchField"_s)->text(), u"zoe"_s);
}

void MainWindowTest::offersTheWiderSearchOnce()
{
    open(people());
    const auto offers = [this] {
        int count = 0;
        for (auto* button : m_desk->window.findChildren<QPushButton*>())
            count += button->text().startsWith(u"Search inactive too"_s) ? 1 : 0;
        return count;
    };
    m_desk->type(u"searchField"_s, u"zoe active:yes"_s);
    QTRY_COMPARE(m_desk->rows(), 0);
    m_desk->type(u"searchField"_s, u"chen active:yes"_s);
    QTRY_COMPARE(m_desk->rows(), 1);
    m_desk->type(u"searchField"_s, u"zoe active:yes"_s);
    QTRY_COMPARE(m_desk->rows(), 0);
    QTRY_COMPARE(offers(), 1);
}

void MainWindowTest::clearsTheSearchAtOnce()
{
    open(people());
    QLineEdit* search = m_desk->field(u"searchField"_s);
    m_desk->type(u"searchField"_s, u"chen"_s);
    QVERIFY(!m_desk->ready());
    QTest::keyClick(search, Qt::Key_Escape);
    QCOMPARE(search->text(), QString());
    QCOMPARE(m_desk->page()->search().query().text, QString());
    QTRY_VERIFY(m_desk->ready());
    QCOMPARE(m_desk->rows(), 4);
}

void MainWindowTest::forgetsWhoIsNotFound()
{
    open(people());
    QVERIFY(m_desk->selectByName(u"Sarah Wilson"_s));
    m_desk->type(u"phoneField"_s, u"+1-555-0177"_s);
    m_desk->type(u"searchField"_s, u"wilson"_s);
    QTRY_COMPARE(m_desk->rows(), 1);
    QCOMPARE(m_desk->label(u"detailsTitle"_s), u"Sarah Wilson"_s);
    m_desk->type(u"searchField"_s, u"chen"_s);
    QTRY_COMPARE(m_desk->rows(), 1);
    QTRY_COMPARE(m_desk->cell(0), u"David Chen"_s);
    QTRY_VERIFY(!m_desk->page()->details().showsForm());
    QCOMPARE(m_desk->page()->table().selection().count, qint64(0));
    QCOMPARE(m_desk->page()->unsaved(), 1);
    QTest::keyClick(m_desk->field(u"searchField"_s), Qt::Key_Escape);
    QTRY_COMPARE(m_desk->rows(), 4);
    QVERIFY(m_desk->selectByName(u"Sarah Wilson"_s));
    QCOMPARE(m_desk->field(u"phoneField"_s)->text(), u"+1-555-0177"_s);
}

void MainWindowTest::choosesFromWhatWasAskedLast()
{
    open(people());
    m_desk->type(u"searchField"_s, u"sarah"_s);
    // The answer is still under way: the rows on the screen are those from before.
    QTest::keyClick(m_desk->field(u"searchField"_s), Qt::Key_Down);
    QCOMPARE(m_desk->page()->table().selection().count, qint64(0));
    QTRY_COMPARE(m_desk->label(u"detailsTitle"_s), u"Sarah Wilson"_s);
    QCOMPARE(m_desk->rows(), 1);
}

void MainWindowTest::keepsWhoWasRenamedOpen()
{
    std::vector<CustomerDraft> many = people();
    for (int i = 0; i < 300; ++i)
        many.push_back(
            {.name = u"Customer %1"_s.arg(i), .email = u"customer%1@example.com"_s.arg(i)});
    open(many);
    QVERIFY(m_desk->selectByName(u"Customer 1"_s));
    m_desk->type(u"nameField"_s, u"Zzz"_s);
    m_desk->click(u"saveButton"_s);
    QTRY_VERIFY(!m_desk->selectByName(u"Customer 1"_s));
    QCOMPARE(m_desk->label(u"detailsTitle"_s), u"Zzz"_s);
}

void MainWindowTest::fitsItsColumns()
{
    open(people());
    m_desk->window.resize(800, 500);
    CustomerTableView& table = m_desk->page()->table();
    QTRY_VERIFY(table.viewport()->width() > 700 && table.viewport()->width() <= 800);
    QTRY_COMPARE(table.horizontalHeader()->length(), table.viewport()->width());
    QCOMPARE(table.horizontalScrollBar()->maximum(), 0);
    QVERIFY(table.columnWidth(CustomerTableModel::Created) > 100);
    // Wider than the table is what the person says.
    table.horizontalHeader()->resizeSection(CustomerTableModel::Email, 700);
    QTRY_VERIFY(table.horizontalScrollBar()->maximum() > 0);
    m_desk->window.resize(780, 500);
    QTRY_VERIFY(table.viewport()->width() <= 780);
    QCOMPARE(table.columnWidth(CustomerTableModel::Email), 700);
}

void MainWindowTest::letsRowsReachTheEdge()
{
    std::vector<CustomerDraft> many;
    for (int i = 0; i < 300; ++i)
        many.push_back(
            {.name = u"Customer %1"_s.arg(i), .email = u"customer%1@example.com"_s.arg(i)});
    open(many);
    CustomerTableView& table = m_desk->page()->table();
    auto* bar = m_desk->find<QScrollBar>(u"tableScrollBar"_s);
    QTRY_VERIFY(bar->isVisible());
    QCOMPARE(table.viewport()->width(), table.width());
    QCOMPARE(bar->geometry().right(), table.rect().right());
    QCOMPARE(bar->maximum(), table.verticalScrollBar()->maximum());
    bar->setValue(bar->maximum());
    QCOMPARE(table.verticalScrollBar()->value(), bar->maximum());
    table.verticalScrollBar()->setValue(7);
    QCOMPARE(bar->value(), 7);
}

void MainWindowTest::importsWhatIsPasted()
{
    open(people());
    auto* rows = new QMimeData;
    rows->setText(u"Name\tE-mail\nAnna Nowak\tanna@example.com\nJan Nowak\tjan@example.com\n"_s);
    QGuiApplication::clipboard()->setMimeData(rows);
    m_desk->page()->table().setFocus();
    QTest::keyClick(&m_desk->page()->table(), Qt::Key_V, Qt::ControlModifier);
    QTRY_VERIFY(m_desk->window.findChild<ImportDialog*>());
    auto* dialog = m_desk->window.findChild<ImportDialog*>();
    QTRY_COMPARE(dialog->step(), ImportStep::Check);
    auto* forward = dialog->findChild<QPushButton*>(u"forward"_s);
    QTRY_COMPARE(forward->text(), u"&Import 2 rows"_s);
    forward->click();
    QTRY_COMPARE(m_desk->rows(), 6);
}

void MainWindowTest::includesTheLastDayOfAFilter()
{
    open(people());
    m_desk->click(u"addFilter"_s);
    QTRY_VERIFY(m_desk->find(u"filterPopup"_s));
    for (auto* day : m_desk->find(u"filterPopup"_s)->findChildren<QDateEdit*>()) {
        if (day->accessibleName() == u"Created until"_s)
            day->setDate(QDate(2026, 3, 1));
    }
    m_desk->click(u"applyFilter"_s);
    QCOMPARE(m_desk->field(u"searchField"_s)->text(), u"created:..2026-03-01"_s);
    const QList<SearchTerm> terms = m_desk->page()->search().query().search().terms;
    QCOMPARE(terms.size(), 1);
    const QDate next(2026, 3, 2);
    QCOMPARE(terms.front().range.until, Timestamp::fromDateTime(next.startOfDay()));
}

void MainWindowTest::worksByKeyboardAlone()
{
    open(people());
    QVERIFY(QTest::qWaitForWindowActive(&m_desk->window));
    QTest::keyClick(&m_desk->window, Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY(m_desk->field(u"searchField"_s)->hasFocus());
    QTest::keyClicks(QApplication::focusWidget(), u"chen"_s);
    QTRY_COMPARE(m_desk->rows(), 1);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(m_desk->page()->table().hasFocus());
    QTRY_COMPARE(m_desk->label(u"detailsTitle"_s), u"David Chen"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(m_desk->field(u"nameField"_s)->hasFocus());
    QTest::keyClicks(QApplication::focusWidget(), u"David Q. Chen"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(m_desk->label(u"statusAct"_s), u"Saved David Q. Chen."_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(m_desk->page()->table().hasFocus());
    QCOMPARE(m_desk->cell(0), u"David Q. Chen"_s);
}

void MainWindowTest::namesEveryControl()
{
    open(people());
    QVERIFY(m_desk->selectByName(u"Sarah Wilson"_s));
    for (QWidget* widget : m_desk->window.findChildren<QWidget*>()) {
        if (!(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisible())
            continue;
        QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(widget);
        QVERIFY(spoken);
        QVERIFY2(!spoken->text(QAccessible::Name).isEmpty(),
                 qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' ' +
                            widget->objectName()));
    }
}

QTEST_MAIN(MainWindowTest)
#include "tst_mainwindow.moc"
