// SPDX-License-Identifier: GPL-3.0-or-later
// The window on a server that is 50 ms away.
#include "tests/support/enginefixture.h"
#include "tests/support/wireproxy.h"
#include "tests/ui/desk.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTableView>
#include <QTemporaryDir>

using namespace clientele;
using namespace clientele::testing;
using namespace std::chrono_literals;

class SlowLineTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_scheme = new SchemeController(*qApp); }
    void init();
    void cleanup();
    void showsRowsBeforeTheyAreCounted();
    void asksNothingWhereNothingChanged();
    void savesInOneExchange();
    void asksOnceForAKeyAfterARest();
    void keepsNoQueueWhileAKeyIsHeld();

private:
    SchemeController* m_scheme = nullptr;
    EngineFixture m_fixture;
    ConnectionSettings m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WireProxy> m_proxy;
    std::unique_ptr<Desk> m_desk;

    void open();
    [[nodiscard]] QStringList pages() const;
};

void SlowLineTest::init()
{
    m_server = m_fixture.emptied(u"postgresql"_s);
    Book book(m_server, {});
    QVERIFY(book.open().wait());
    QVERIFY(book.bulkCreate(manyPeople(500)).wait());
    m_folder = std::make_unique<QTemporaryDir>();
    m_proxy = std::make_unique<WireProxy>(m_server);
    m_proxy->delay(50ms);
}

void SlowLineTest::cleanup()
{
    m_desk.reset();
    m_proxy.reset();
}

void SlowLineTest::open()
{
    m_desk =
        std::make_unique<Desk>(m_folder->path(), *m_scheme, m_proxy->settings(m_server.database));
}

void SlowLineTest::showsRowsBeforeTheyAreCounted()
{
    m_proxy->replaceStatements(u"row_number"_s, "SELECT 500 FROM pg_sleep(600)");
    open();
    QTRY_VERIFY(m_desk->page() && m_desk->page()->model().hasAnswer());
    QTRY_COMPARE(m_desk->cell(0), u"Customer 0000"_s);
    QTRY_COMPARE(m_desk->cell(199), u"Customer 0199"_s);
    QTRY_VERIFY(m_desk->label(u"countLabel"_s).startsWith("about "_L1));
    QVERIFY(m_desk->find<QLabel>(u"countLabel"_s)->toolTip().contains("still being counted"_L1));
}

void SlowLineTest::asksNothingWhereNothingChanged()
{
    open();
    QTRY_VERIFY(m_desk->page() && m_desk->ready());
    QTRY_COMPARE(m_desk->cell(0), u"Customer 0000"_s);
    QTRY_COMPARE(m_desk->window.session().book()->poolStatistics().busy, 0);
    m_proxy->resetCounters();
    for (int i = 0; i < 40; ++i)
        QTest::keyClick(m_desk->window.focusWidget() ? m_desk->window.focusWidget()
                                                     : &m_desk->window,
                        Qt::Key_Tab);
    for (const auto type : {QEvent::WindowDeactivate, QEvent::WindowActivate}) {
        QEvent event(type);
        QCoreApplication::sendEvent(&m_desk->window, &event);
    }
    // Whatever was asked for by then stands in front of this.
    QVERIFY(m_desk->window.session().book()->count({}).wait());
    QCOMPARE(m_proxy->statements().filter(u"customer"_s).size(), 1);
}

void SlowLineTest::savesInOneExchange()
{
    open();
    QTRY_VERIFY(m_desk->page() && m_desk->ready());
    auto* view = m_desk->find<QTableView>(u"customerTable"_s);
    QVERIFY(view);
    view->selectRow(3);
    QTRY_COMPARE(m_desk->find<QLineEdit>(u"nameField"_s)->text(), u"Customer 0003"_s);
    m_proxy->resetCounters();
    m_desk->type(u"nameField"_s, u"Customer 0003 of old"_s);
    m_desk->find<QPushButton>(u"saveButton"_s)->click();
    QTRY_COMPARE(m_fixture.server().execute(
                     m_server.database, u"SELECT count(*) FROM customer WHERE name LIKE '%old'"_s),
                 u"1"_s);
    const QStringList statements = m_proxy->statements();
    QCOMPARE(statements.filter(u"UPDATE customer"_s).size(), 1);
    QVERIFY(!statements.contains(u"BEGIN"_s) && !statements.contains(u"COMMIT"_s));
}

/// The statements that asked for rows to show.
QStringList SlowLineTest::pages() const
{
    return m_proxy->statements().filter(
        QRegularExpression(u"^SELECT (?!.*row_number).*customer.* LIMIT "_s));
}

void SlowLineTest::asksOnceForAKeyAfterARest()
{
    open();
    QTRY_VERIFY(m_desk->page() && m_desk->ready());
    QTRY_COMPARE(m_desk->window.session().book()->poolStatistics().busy, 0);
    m_proxy->resetCounters();
    QTest::keyClick(m_desk->find<QLineEdit>(u"searchField"_s), Qt::Key_7);
    // Within the key's own event.
    QVERIFY(m_desk->page()->model().isLoading());
    QCOMPARE(m_desk->page()->model().query().text, u"7"_s);
    QTRY_COMPARE(m_desk->cell(0), u"Customer 0007"_s);
    QCOMPARE(pages().size(), 1);
}

void SlowLineTest::keepsNoQueueWhileAKeyIsHeld()
{
    open();
    QTRY_VERIFY(m_desk->page() && m_desk->ready());
    QTRY_COMPARE(m_desk->window.session().book()->poolStatistics().busy, 0);
    m_proxy->resetCounters();
    const CustomerTableModel& model = m_desk->page()->model();
    const QString typed = u"customer 0042 example com -0041"_s;
    QElapsedTimer held;
    held.start();
    for (const QChar letter : typed) {
        QTest::keyClick(m_desk->find<QLineEdit>(u"searchField"_s), letter.toLatin1());
        QCoreApplication::processEvents();
    }
    QTRY_COMPARE(model.query().text, typed);
    QTRY_VERIFY(!model.isLoading());
    QTRY_COMPARE(m_desk->cell(0), u"Customer 0042"_s);
    QCOMPARE(model.rowCount(), 1);
    // One after the other: each was under way for as long as the line takes.
    QVERIFY(pages().size() >= 2);
    QVERIFY(pages().size() <= held.elapsed() / 50 + 1);
}

QTEST_MAIN(SlowLineTest)
#include "tst_slowline.moc"
