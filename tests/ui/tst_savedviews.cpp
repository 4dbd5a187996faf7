// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customers/savedviews.h"

#include "tests/ui/desk.h"
#include "ui/common/messagebar.h"
#include "ui/customers/customertableview.h"
#include "ui/customers/searchcontroller.h"
#include "ui/customers/viewsmenu.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QHeaderView>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace clientele;
using namespace clientele::testing;

class SavedViewsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_scheme = new SchemeController(*qApp); }
    void init();
    void cleanup();
    void comesBackAsItWasSaved();
    void replacesByNameWhateverTheCase();
    void givesWayWhenRenamed();
    void putsADamagedFileAside();
    void leavesANewerFileAlone();
    void readsWhatIsOddInAFile();
    void savesAndChoosesInTheWindow();
    void saysThatItWasChanged();
    void choosesByKeys();
    void updatesRenamesAndDeletes();
    void tellsOfADamagedFile();

private:
    SchemeController* m_scheme = nullptr;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<JsonStore> m_store;
    std::unique_ptr<Desk> m_desk;

    [[nodiscard]] std::unique_ptr<SavedViews> views();
    void writeFile(const QString& name, const QByteArray& content) const;
    void open();
    void save(const QString& name) const;
    [[nodiscard]] QString chip() const { return m_desk->find<QPushButton>(u"viewsChip"_s)->text(); }
    [[nodiscard]] QString typed() const
    {
        return m_desk->find<QLineEdit>(u"searchField"_s)->text();
    }
};

namespace {

const QString file = u"views-test.json"_s;

SavedView sample()
{
    return {.name = u"Late & lost"_s,
            .text = u"anna active:no created:2024"_s,
            .sort = {{.field = CustomerField::Phone},
                     {.field = CustomerField::CreatedAt, .descending = true}},
            .columns = {{u"scrolls"_s, true}}};
}

} // namespace

void SavedViewsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<JsonStore>(m_folder->path());
}

void SavedViewsTest::cleanup()
{
    m_desk.reset();
    m_store.reset();
}

std::unique_ptr<SavedViews> SavedViewsTest::views()
{
    auto views = std::make_unique<SavedViews>(*m_store, file, nullptr);
    const QSignalSpy read(views.get(), &SavedViews::changed);
    [&] { QTRY_COMPARE(read.size(), 1); }();
    return views;
}

void SavedViewsTest::writeFile(const QString& name, const QByteArray& content) const
{
    QFile written(m_folder->filePath(name));
    QVERIFY(written.open(QIODevice::WriteOnly));
    written.write(content);
}

void SavedViewsTest::open()
{
    ConnectionSettings book{.file = m_folder->filePath(u"book.db"_s)};
    {
        Book made(book, {});
        QVERIFY(made.open().wait());
        QVERIFY(made.bulkCreate(manyPeople(20)).wait());
    }
    m_desk = std::make_unique<Desk>(m_folder->path(), *m_scheme, book);
    QTRY_VERIFY(m_desk->ready());
}

void SavedViewsTest::save(const QString& name) const
{
    m_desk->page()->views().saveAs();
    auto* field = m_desk->find<QLineEdit>(u"viewName"_s);
    field->setText(name);
    m_desk->find<QPushButton>(u"acceptName"_s)->click();
    QTRY_VERIFY(!m_desk->find(u"viewNameDialog"_s));
}

void SavedViewsTest::comesBackAsItWasSaved()
{
    views()->put(sample());
    const auto again = views();
    QCOMPARE(again->all(), QList<SavedView>{sample()});
    again->remove(sample().name);
    QVERIFY(views()->all().isEmpty());
    QVERIFY(!QFile::exists(m_folder->filePath(file)));
}

void SavedViewsTest::replacesByNameWhateverTheCase()
{
    const auto all = views();
    all->put({.name = u"First"_s});
    all->put(sample());
    all->put({.name = u"FIRST"_s, .text = u"x"_s});
    QCOMPARE(all->all().size(), 2);
    QCOMPARE(all->all()[0].text, u"x"_s);
    QVERIFY(all->find(u"first"_s));
}

void SavedViewsTest::givesWayWhenRenamed()
{
    const auto all = views();
    all->put({.name = u"A"_s, .text = u"a"_s});
    all->put({.name = u"B"_s, .text = u"b"_s});
    all->rename(u"B"_s, u"a"_s);
    QCOMPARE(all->all().size(), 1);
    QCOMPARE(all->all()[0].name, u"a"_s);
    QCOMPARE(all->all()[0].text, u"b"_s);
}

void SavedViewsTest::putsADamagedFileAside()
{
    writeFile(file, "{\"views\": [");
    SavedViews all(*m_store, file, nullptr);
    const QSignalSpy failed(&all, &SavedViews::failed);
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(all.canChange());
    const QString aside = failed.at(0).at(0).value<Error>().subject;
    QCOMPARE(aside, m_folder->filePath(file + u".damaged"_s));
    QVERIFY(QFile::exists(aside));
    all.put(sample());
    QCOMPARE(views()->all().size(), 1);
    QFile kept(aside);
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), QByteArray("{\"views\": ["));
}

void SavedViewsTest::leavesANewerFileAlone()
{
    writeFile(file, R"({"version": 2, "views": [{"name": "A", "text": "a", "colour": "red"}]})");
    const auto all = views();
    QCOMPARE(all->all().size(), 1);
    QVERIFY(!all->canChange());
}

void SavedViewsTest::readsWhatIsOddInAFile()
{
    writeFile(file, R"({"version": 1, "views": [7, {"text": "no name"}, {"name": "A"},
        {"name": "a", "text": "twice"}, {"name": "B", "sort": [{"field": "colour"},
        {"field": "email", "descending": true}, {"field": "name"}, {"field": "id"}]}]})");
    const auto all = views();
    QCOMPARE(all->all().size(), 2);
    const QList<SortKey> sort{{.field = CustomerField::Email, .descending = true},
                              {.field = CustomerField::Name}};
    QCOMPARE(all->all()[1].sort, sort);
}

void SavedViewsTest::savesAndChoosesInTheWindow()
{
    open();
    QHeaderView* header = m_desk->page()->table().horizontalHeader();
    m_desk->type(u"searchField"_s, u"customer id:1..5"_s);
    m_desk->page()->search().setSort({{.field = CustomerField::Email, .descending = true}});
    header->setSectionHidden(CustomerTableModel::Id, false);
    save(u"Few"_s);
    QCOMPARE(chip(), u"Few"_s);
    m_desk->find<QLineEdit>(u"searchField"_s)->clear();
    m_desk->page()->search().setSort({});
    header->setSectionHidden(CustomerTableModel::Id, true);
    QCOMPARE(chip(), u"Views"_s);
    m_desk->page()->views().choose(u"Few"_s);
    QCOMPARE(typed(), u"customer id:1..5"_s);
    QCOMPARE(m_desk->page()->search().query().sort.front().field, CustomerField::Email);
    QVERIFY(!header->isSectionHidden(CustomerTableModel::Id));
    QCOMPARE(chip(), u"Few"_s);
    // As the next time.
    m_desk = std::make_unique<Desk>(m_folder->path(), *m_scheme,
                                    ConnectionSettings{.file = m_folder->filePath(u"book.db"_s)});
    QTRY_VERIFY(m_desk->ready());
    QTRY_COMPARE(m_desk->page()->views().actions().first()->text(), u"Few"_s);
}

void SavedViewsTest::saysThatItWasChanged()
{
    open();
    m_desk->type(u"searchField"_s, u"customer"_s);
    save(u"All of them"_s);
    m_desk->type(u"searchField"_s, u"customer 1"_s);
    QCOMPARE(chip(), u"All of them · changed"_s);
    QCOMPARE(m_desk->find(u"viewsChip"_s)->accessibleName(), u"View All of them, changed"_s);
    m_desk->type(u"searchField"_s, u"customer"_s);
    QCOMPARE(chip(), u"All of them"_s);
    m_desk->page()->search().setSort({{.field = CustomerField::Email}});
    QCOMPARE(chip(), u"All of them · changed"_s);
}

void SavedViewsTest::choosesByKeys()
{
    open();
    QVERIFY(QTest::qWaitForWindowActive(&m_desk->window));
    m_desk->type(u"searchField"_s, u"id:1"_s);
    save(u"One"_s);
    m_desk->type(u"searchField"_s, u"id:2"_s);
    save(u"Two"_s);
    // Without a window manager nobody gives the focus back when the dialog goes.
    m_desk->window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&m_desk->window));
    QTest::keyClick(&m_desk->window, Qt::Key_1, Qt::ControlModifier);
    QTRY_COMPARE(typed(), u"id:1"_s);
    QTest::keyClick(&m_desk->window, Qt::Key_2, Qt::ControlModifier);
    QTRY_COMPARE(typed(), u"id:2"_s);
    QTest::keyClick(&m_desk->window, Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(m_desk->shows(u"viewsMenu"_s));
    m_desk->find<QMenu>(u"viewsMenu"_s)->close();
}

void SavedViewsTest::updatesRenamesAndDeletes()
{
    open();
    save(u"Mine"_s);
    m_desk->type(u"searchField"_s, u"customer"_s);
    m_desk->page()->views().update();
    QCOMPARE(chip(), u"Mine"_s);
    QCOMPARE(m_desk->label(u"statusAct"_s), u"Updated the view Mine."_s);
    m_desk->page()->views().rename();
    m_desk->find<QLineEdit>(u"viewName"_s)->setText(u"Ours"_s);
    m_desk->find<QPushButton>(u"acceptName"_s)->click();
    QCOMPARE(chip(), u"Ours"_s);
    m_desk->page()->views().remove();
    QTRY_VERIFY(m_desk->find(u"deleteViewQuestion"_s));
    QCOMPARE(m_desk->label(u"questionTitle"_s), u"Delete the view Ours?"_s);
    m_desk->find<QPushButton>(u"acceptButton"_s)->click();
    QTRY_COMPARE(chip(), u"Views"_s);
    QCOMPARE(typed(), u"customer"_s);
}

void SavedViewsTest::tellsOfADamagedFile()
{
    open();
    save(u"Mine"_s);
    m_desk.reset();
    const QStringList files = QDir(m_folder->path()).entryList({u"views-*.json"_s});
    QCOMPARE(files.size(), 1);
    writeFile(files.front(), "no JSON");
    m_desk = std::make_unique<Desk>(m_folder->path(), *m_scheme,
                                    ConnectionSettings{.file = m_folder->filePath(u"book.db"_s)});
    QTRY_VERIFY(m_desk->ready());
    QTRY_VERIFY(m_desk->page()->messages().text().contains(u".damaged"_s));
}

QTEST_MAIN(SavedViewsTest)
#include "tst_savedviews.moc"
