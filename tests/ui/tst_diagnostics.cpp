// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/book.h"
#include "ui/common/jsonstore.h"
#include "ui/common/stallmeter.h"
#include "ui/diagnostics/activityfilter.h"
#include "ui/diagnostics/activitymodel.h"
#include "ui/diagnostics/diagnosticsdialog.h"
#include "ui/mainwindow/bookpages.h"
#include "ui/mainwindow/mainactions.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/schemecontroller.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QAccessible>
#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

using namespace clientele;
using namespace Qt::StringLiterals;

namespace {

ActivityRecord statement(qint64 number, const QString& sql, double milliseconds = 1,
                         const QString& error = {})
{
    return {.number = number,
            .at = *Timestamp::fromText(u"2026-03-02T10:20:30.123456Z"),
            .connection = 2,
            .text = sql,
            .parameters = {u"text of 4 characters"_s},
            .milliseconds = milliseconds,
            .rows = error.isEmpty() ? 7 : -1,
            .error = error};
}

QList<ActivityRecord> sampleRecords()
{
    return {
        {.number = 1,
         .kind = ActivityRecord::Kind::Connection,
         .connection = 1,
         .text = u"opened"_s},
        statement(2, u"SELECT name\nFROM customer WHERE search_text LIKE $1"_s),
        statement(3, u"UPDATE customer SET name = $1"_s, 250),
        statement(4, u"INSERT INTO customer (name) VALUES ($1)"_s, 3,
                  u"duplicate key value violates unique constraint"_s),
        {.number = 5,
         .kind = ActivityRecord::Kind::Connection,
         .connection = 1,
         .text = u"found dead"_s,
         .error = u"server closed the connection"_s},
    };
}

QList<ActivityRecord> numbered(qint64 first, qint64 last)
{
    QList<ActivityRecord> records;
    for (qint64 number = first; number <= last; ++number)
        records << statement(number, u"SELECT %1"_s.arg(number));
    return records;
}

/// The dialog on an open book of its own, with its log in sight.
class Bench final
{
public:
    QTemporaryDir folder;
    Book book{{.file = folder.filePath(u"book.db"_s)}, {}};
    DiagnosticsDialog dialog;

    Bench()
    {
        QVERIFY(book.open().wait());
        dialog.setBook(&book);
        dialog.showPage(DiagnosticsDialog::Log);
        dialog.show();
    }
    template <class T>
    [[nodiscard]] T* find(const char* name) const
    {
        return dialog.findChild<T*>(QString::fromLatin1(name));
    }
    [[nodiscard]] QAbstractItemView* table() const { return find<QAbstractItemView>("logTable"); }
    [[nodiscard]] int rows() const { return table()->model()->rowCount(); }
    [[nodiscard]] QString label(const char* name) const { return find<QLabel>(name)->text(); }
    void click(const char* name) const { find<QAbstractButton>(name)->click(); }
    void work(int times)
    {
        for (int i = 0; i < times; ++i)
            QVERIFY(book.customerByEmail(u"nobody@example.com"_s).wait());
    }
};

} // namespace

class DiagnosticsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QAccessible::setActive(true); }

    void showsARecordAsARow()
    {
        ActivityModel model;
        const QAbstractItemModelTester tester(&model);
        model.append(sampleRecords());
        QCOMPARE(model.rowCount(), 5);
        const auto cell = [&model](int row, int column) {
            return model.index(row, column).data().toString();
        };
        QCOMPARE(cell(1, ActivityModel::What),
                 u"SELECT name FROM customer WHERE search_text LIKE $1"_s);
        QCOMPARE(cell(1, ActivityModel::Connection), u"2"_s);
        QCOMPARE(cell(1, ActivityModel::Values), u"text of 4 characters"_s);
        QCOMPARE(cell(1, ActivityModel::RowCount), u"7"_s);
        QCOMPARE(cell(3, ActivityModel::RowCount), QString());
        QCOMPARE(cell(4, ActivityModel::Failure), u"server closed the connection"_s);
        QCOMPARE(cell(0, ActivityModel::Milliseconds), QString());
    }

    void takesEachRecordOnce()
    {
        ActivityModel model;
        model.append(numbered(1, 3));
        model.append(numbered(2, 4));
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.last(), 4);
        QCOMPARE(model.missed(), 0);
    }

    void countsWhatWentByUnseen()
    {
        ActivityModel model;
        model.append(numbered(5, 6));
        QCOMPARE(model.missed(), 0);
        model.append(numbered(10, 10));
        QCOMPARE(model.missed(), 3);
    }

    void forgetsTheOldestBeyondItsRoom()
    {
        ActivityModel model(nullptr, 10);
        const QAbstractItemModelTester tester(&model);
        model.append(numbered(1, 8));
        model.append(numbered(9, 12));
        QCOMPARE(model.rowCount(), 10);
        QCOMPARE(model.at(0).number, 3);
        model.append(numbered(13, 40));
        QCOMPARE(model.rowCount(), 10);
        QCOMPARE(model.at(0).number, 31);
        QCOMPARE(model.at(9).number, 40);
    }

    void doesNotBringBackWhatWasCleared()
    {
        ActivityModel model;
        const QAbstractItemModelTester tester(&model);
        model.append(numbered(1, 8));
        model.clear();
        model.append(numbered(1, 9));
        QCOMPARE(model.rowCount(), 1);
        model.reset();
        model.append(numbered(1, 2));
        QCOMPARE(model.rowCount(), 2);
    }

    void writesARecordAsALineWithTabs()
    {
        QCOMPARE(ActivityModel::textOf(sampleRecords().at(3)),
                 u"2026-03-02T10:20:30.123456+00:00\t2\tINSERT INTO customer (name) VALUES ($1)\t"
                 "text of 4 characters\t3.000\t\tduplicate key value violates unique constraint"_s);
        QCOMPARE(ActivityModel::textHeader().count(u'\t'), ActivityModel::ColumnCount - 1);
    }

    void filters_data()
    {
        QTest::addColumn<int>("show");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QList<qint64>>("numbers");
        using enum ActivityFilter::Show;
        QTest::newRow("all") << int(All) << QString() << QList<qint64>{1, 2, 3, 4, 5};
        QTest::newRow("statements") << int(Statements) << QString() << QList<qint64>{2, 3, 4};
        QTest::newRow("connections") << int(Connections) << QString() << QList<qint64>{1, 5};
        QTest::newRow("errors") << int(Errors) << QString() << QList<qint64>{4, 5};
        QTest::newRow("slow") << int(Slow) << QString() << QList<qint64>{3};
        QTest::newRow("words in any order") << int(All) << u"customer select"_s << QList<qint64>{2};
        QTest::newRow("words in the error") << int(All) << u"UNIQUE insert"_s << QList<qint64>{4};
        QTest::newRow("words among errors") << int(Errors) << u"closed"_s << QList<qint64>{5};
        QTest::newRow("none") << int(Slow) << u"insert"_s << QList<qint64>{};
    }
    void filters()
    {
        QFETCH(int, show);
        QFETCH(QString, words);
        QFETCH(QList<qint64>, numbers);
        ActivityModel model;
        ActivityFilter filter(model);
        const QAbstractItemModelTester tester(&filter);
        filter.setShow(ActivityFilter::Show(show));
        filter.setText(words);
        model.append(sampleRecords());
        QList<qint64> found;
        for (int row = 0; row < filter.rowCount(); ++row)
            found << model.at(filter.mapToSource(filter.index(row, 0)).row()).number;
        QCOMPARE(found, numbers);
    }

    void showsWhatTheBookDoes()
    {
        Bench bench;
        QTRY_VERIFY(bench.rows() > 0);
        const int before = bench.rows();
        bench.work(1);
        QTRY_VERIFY(bench.rows() > before);
        bench.find<QLineEdit>("logWords")->setText(u"email"_s);
        QVERIFY(bench.rows() >= 1);
        QVERIFY(bench.label("logCount").contains(u" of "_s));
        bench.find<QLineEdit>("logWords")->setText(u"no such words"_s);
        QCOMPARE(bench.rows(), 0);
        QVERIFY(!bench.table()->isVisible());
        QTest::keyClick(bench.find<QLineEdit>("logWords"), Qt::Key_Escape);
        QVERIFY(bench.dialog.isVisible());
        QVERIFY(bench.rows() > before);
        QVERIFY(bench.table()->isVisible());
    }

    void keepsValuesOnlyWhenAsked()
    {
        Bench bench;
        bench.work(1);
        QTRY_VERIFY(bench.rows() > 0);
        bench.find<QLineEdit>("logWords")->setText(u"nobody"_s);
        QCOMPARE(bench.rows(), 0);
        QVERIFY(!bench.book.activityShowsValues());
        QVERIFY(bench.label("logValuesNote").contains(u"not kept"_s));
        bench.click("logValues");
        QVERIFY(bench.book.activityShowsValues());
        QVERIFY(bench.label("logValuesNote").contains(u"personal data"_s));
        bench.work(1);
        QTRY_VERIFY(bench.rows() > 0);
        bench.table()->selectionModel()->select(bench.table()->model()->index(0, 0),
                                                QItemSelectionModel::ClearAndSelect |
                                                    QItemSelectionModel::Rows);
        QVERIFY(bench.find<QPlainTextEdit>("logRecord")
                    ->toPlainText()
                    .contains(u"'nobody@example.com'"_s));
        bench.click("logValues");
        QVERIFY(!bench.book.activityShowsValues());
    }

    void copiesAllThatIsShownOrWhatIsSelected()
    {
        Bench bench;
        bench.work(3);
        bench.click("logStatements");
        QTRY_VERIFY(bench.rows() > 2);
        bench.click("diagnosticsPause");
        bench.click("diagnosticsCopy");
        const QStringList all = QGuiApplication::clipboard()->text().split(u'\n');
        QCOMPARE(all.size(), bench.rows() + 2); // a header, and a line break at the end
        QCOMPARE(all.first(), ActivityModel::textHeader());
        for (const int row : {2, 0})
            bench.table()->selectionModel()->select(bench.table()->model()->index(row, 0),
                                                    QItemSelectionModel::Select |
                                                        QItemSelectionModel::Rows);
        QVERIFY(QTest::qWaitForWindowActive(&bench.dialog));
        bench.table()->setFocus();
        QTest::keyClick(bench.table(), Qt::Key_C, Qt::ControlModifier);
        QTRY_COMPARE(QGuiApplication::clipboard()->text(), all[1] + u'\n' + all[3] + u'\n');
    }

    void pausesAndGoesOn()
    {
        Bench bench;
        QTRY_VERIFY(bench.rows() > 0);
        bench.click("diagnosticsPause");
        const int before = bench.rows();
        bench.work(2);
        // Turning away and back looks at the book at once: nothing comes while it is paused.
        bench.dialog.showPage(DiagnosticsDialog::Connections);
        bench.dialog.showPage(DiagnosticsDialog::Log);
        QCOMPARE(bench.rows(), before);
        QVERIFY(bench.label("logCount").startsWith(u"Paused"_s));
        bench.click("diagnosticsPause");
        QVERIFY(bench.rows() >= before + 2);
    }

    void clearsForGood()
    {
        Bench bench;
        bench.work(2);
        QTRY_VERIFY(bench.rows() > 0);
        bench.click("diagnosticsClear");
        QCOMPARE(bench.rows(), 0);
        bench.dialog.hide();
        bench.dialog.show();
        QCOMPARE(bench.rows(), 0);
        bench.work(1);
        QTRY_VERIFY(bench.rows() > 0);
    }

    void staysAtTheEndUnlessOneReads()
    {
        Bench bench;
        QScrollBar* bar = bench.table()->verticalScrollBar();
        bench.work(60);
        QTRY_VERIFY(bar->maximum() > 0);
        QTRY_COMPARE(bar->value(), bar->maximum());
        const int rows = bench.rows();
        bench.work(5);
        QTRY_VERIFY(bench.rows() >= rows + 5);
        QTRY_COMPARE(bar->value(), bar->maximum());
        bar->setValue(3);
        const int more = bench.rows();
        bench.work(5);
        QTRY_VERIFY(bench.rows() >= more + 5);
        QCOMPARE(bar->value(), 3);
    }

    void tellsTheNumbersOfThePool()
    {
        Bench bench;
        bench.dialog.showPage(DiagnosticsDialog::Connections);
        bench.work(1);
        QTRY_COMPARE(bench.label("diagnostics-state"), u"Connected"_s);
        QTRY_VERIFY(bench.label("diagnostics-opened").toInt() >= 1);
        QTRY_COMPARE(bench.label("diagnostics-busy"), u"0"_s);
        QCOMPARE(bench.label("diagnostics-open"), bench.label("diagnostics-idle"));
        QCOMPARE(bench.label("diagnostics-location"), bench.book.info().location);
        QVERIFY(bench.label("diagnostics-server").startsWith(u"SQLite"_s));
        bench.click("diagnosticsCopy");
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"State\tConnected\n"_s));
        bench.dialog.setBook(nullptr);
        QCOMPARE(bench.label("diagnostics-state"), u"No book is open"_s);
        QCOMPARE(bench.label("diagnostics-opened"), u"–"_s);
    }

    void namesEveryControl()
    {
        Bench bench;
        bench.work(1);
        QTRY_VERIFY(bench.table()->isVisible());
        for (const auto page : {DiagnosticsDialog::Log, DiagnosticsDialog::Connections}) {
            bench.dialog.showPage(page);
            for (QWidget* widget : bench.dialog.findChildren<QWidget*>()) {
                if (!(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisible())
                    continue;
                QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(widget);
                QVERIFY(spoken);
                QVERIFY2(!spoken->text(QAccessible::Name).isEmpty(),
                         qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' ' +
                                    widget->objectName()));
            }
        }
    }

    void followsTheWindowFromBookToBook()
    {
        QTemporaryDir folder;
        SchemeController scheme(*qApp);
        StallMeter meter;
        QSize size;
        {
            JsonStore store(folder.path());
            MainWindow window(store, scheme, meter);
            window.start({.url = u"sqlite:///"_s + folder.filePath(u"one.db"_s)});
            QTRY_COMPARE(window.session().state(), BookSession::State::Open);
            window.actions().diagnostics->trigger();
            auto* dialog = window.findChild<DiagnosticsDialog*>();
            QVERIFY(dialog && dialog->isVisible() && !dialog->isModal());
            const auto* place = dialog->findChild<QLabel*>(u"diagnostics-location"_s);
            QVERIFY(place->text().contains(u"one.db"_s));
            window.openProfile(
                {.name = u"Two"_s, .connection = {.file = folder.filePath(u"two.db"_s)}});
            QTRY_VERIFY(place->text().contains(u"two.db"_s));
            dialog->resize(800, 500);
            size = dialog->size();
            window.close();
        }
        JsonStore store(folder.path());
        MainWindow window(store, scheme, meter);
        window.start({.url = u"sqlite:///"_s + folder.filePath(u"one.db"_s)});
        QTRY_COMPARE(window.session().state(), BookSession::State::Open);
        QCOMPARE(window.openDiagnostics()->size(), size);
    }
};

QTEST_MAIN(DiagnosticsTest)
#include "tst_diagnostics.moc"
