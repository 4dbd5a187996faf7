// SPDX-License-Identifier: GPL-3.0-or-later
// The window on a real server that goes away and comes back.
#include "tests/support/enginefixture.h"
#include "tests/ui/desk.h"
#include "ui/customers/customertableview.h"
#include "ui/customers/detailspanel.h"
#include "ui/mainwindow/retrycountdown.h"

#include <QAction>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>

using namespace clientele;
using namespace clientele::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 40'000; ///< milliseconds; the longest pause between two tries is 30 s

} // namespace

class ConnectionLossTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_scheme = new SchemeController(*qApp); }
    void init();
    void cleanup();
    void saysWhenItTriesAgain();
    void keepsRowsAndEditsAndComesBackByItself();
    void staysWhereThePersonWas();
    void asksAgainWhatWasSearchedMeanwhile();
    void triesAtOnceWhenTold();
    void asksForThePasswordWhereThatChanged();
    void opensByItselfOnceTheServerIsThere();

private:
    SchemeController* m_scheme = nullptr;
    testing::EngineFixture m_fixture;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Desk> m_desk;
    ConnectionSettings m_settings;

    void open(int customers);
    void lose();
};

void ConnectionLossTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void ConnectionLossTest::cleanup()
{
    m_desk.reset();
    if (!m_fixture.server().isRunning())
        m_fixture.server().start();
}

void ConnectionLossTest::open(int customers)
{
    m_settings = m_fixture.emptied(u"postgresql"_s);
    {
        Book book(m_settings, {});
        QVERIFY(book.open().wait());
        QVERIFY(book.bulkCreate(manyPeople(customers)).wait());
    }
    m_desk = std::make_unique<Desk>(m_folder->path(), *m_scheme, m_settings);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->ready(), patience);
}

void ConnectionLossTest::lose()
{
    m_fixture.server().stop();
    m_desk->lookAgain();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->state(), BookSession::State::Lost, patience);
    QTRY_VERIFY(m_desk->shows(u"connectionMessage"_s));
}

void ConnectionLossTest::saysWhenItTriesAgain()
{
    using namespace std::chrono_literals;
    QCOMPARE(RetryCountdown::words(Book::NextTry{.number = 3, .in = 3001ms}),
             u"Trying again in 4 s (try 3)."_s);
    QCOMPARE(RetryCountdown::words(Book::NextTry{.number = 1, .in = 1000ms}),
             u"Trying again in 1 s (try 1)."_s);
    QCOMPARE(RetryCountdown::words(Book::NextTry{.number = 1, .in = 0ms}), u"Trying again now…"_s);
    QCOMPARE(RetryCountdown::words(std::nullopt), u"Trying again now…"_s);
}

void ConnectionLossTest::keepsRowsAndEditsAndComesBackByItself()
{
    open(30);
    m_desk->page()->table().selectRow(4);
    QTRY_COMPARE(m_desk->label(u"detailsTitle"_s), u"Customer 0004"_s);
    lose();
    QVERIFY(m_desk->bar().startsWith(
        u"The connection to Sales is lost. What you see and type stays. Trying again"_s));
    QVERIFY(m_desk->label(u"statusConnection"_s).contains(u"connection lost"_s));

    // What is on the screen can be read, selected and copied.
    QCOMPARE(m_desk->page()->model().rowCount(), 30);
    QCOMPARE(m_desk->cell(4), u"Customer 0004"_s);
    m_desk->page()->table().selectRow(5);
    m_desk->window.actions().copy->trigger();
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"Customer 0005\t"_s));

    // What is typed stays, and is not saved for the moment.
    m_desk->type(u"phoneField"_s, u"+1-555-0177"_s);
    m_desk->find<QPushButton>(u"saveButton"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->shows(u"detailsMessages"_s), patience);
    QVERIFY(
        m_desk->find(u"detailsMessages"_s)
            ->findChild<QLabel*>(u"messageText"_s)
            ->text()
            .startsWith(u"Not saved, because there is no connection. What you typed is kept"_s));
    QCOMPARE(m_desk->find<QLineEdit>(u"phoneField"_s)->text(), u"+1-555-0177"_s);
    QCOMPARE(m_desk->label(u"statusUnsaved"_s), u"1 unsaved"_s);
    QCOMPARE(m_desk->state(), BookSession::State::Lost);

    m_fixture.server().start();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->state(), BookSession::State::Open, patience);
    QVERIFY(!m_desk->shows(u"connectionMessage"_s));
    QVERIFY(!m_desk->label(u"statusConnection"_s).contains(u"lost"_s));
    QCOMPARE(m_desk->find<QLineEdit>(u"phoneField"_s)->text(), u"+1-555-0177"_s);
    QCOMPARE(m_desk->find(u"detailsMessages"_s)->findChild<QLabel*>(u"messageText"_s)->text(),
             u"The connection is back. What you typed is not saved yet."_s);
    m_desk->window.actions().save->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->label(u"statusAct"_s), u"Saved Customer 0005."_s, patience);
    QCOMPARE(m_fixture.server().execute(
                 m_settings.database,
                 u"SELECT phone FROM customer WHERE email = 'customer5@example.com'"_s),
             u"+1-555-0177"_s);
    QCOMPARE(m_desk->label(u"statusUnsaved"_s), QString());
    QVERIFY(!m_desk->shows(u"detailsMessages"_s));
}

void ConnectionLossTest::staysWhereThePersonWas()
{
    open(900);
    CustomerTableView& table = m_desk->page()->table();
    table.verticalScrollBar()->setValue(500);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->cell(505), u"Customer 0505"_s, patience);
    table.selectRow(505);
    lose();
    QCOMPARE(m_desk->cell(505), u"Customer 0505"_s);
    m_fixture.server().start();
    m_fixture.server().execute(m_settings.database, u"UPDATE customer SET phone = '+1-555-0505' "
                                                    "WHERE email = 'customer505@example.com'"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->state(), BookSession::State::Open, patience);
    const auto phone = [this] {
        return m_desk->page()->model().index(505, CustomerTableModel::Phone).data().toString();
    };
    QTRY_COMPARE_WITH_TIMEOUT(phone(), u"+1-555-0505"_s, patience);
    QCOMPARE(table.verticalScrollBar()->value(), 500);
    QVERIFY(table.singleCustomer());
    QCOMPARE(table.singleCustomer()->name, u"Customer 0505"_s);
}

void ConnectionLossTest::asksAgainWhatWasSearchedMeanwhile()
{
    open(30);
    lose();
    m_desk->type(u"searchField"_s, u"0007"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!m_desk->page()->model().isLoading(), patience);
    QCOMPARE(m_desk->page()->model().rowCount(), 30);
    QVERIFY(!m_desk->shows(u"pageMessages"_s));
    m_fixture.server().start();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->page()->model().rowCount(), 1, patience);
    QCOMPARE(m_desk->cell(0), u"Customer 0007"_s);
}

void ConnectionLossTest::triesAtOnceWhenTold()
{
    open(3);
    lose();
    QTRY_VERIFY(m_desk->button(u"Try now"_s));
    m_fixture.server().start();
    m_desk->button(u"Try now"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->state(), BookSession::State::Open, patience);
    QTRY_VERIFY(!m_desk->shows(u"connectionMessage"_s));
}

void ConnectionLossTest::asksForThePasswordWhereThatChanged()
{
    testing::PostgresServer server({.password = u"one"_s});
    {
        Book book(server.settings(), u"one"_s);
        QVERIFY(book.createSchema().wait());
        QVERIFY(book.bulkCreate(manyPeople(3)).wait());
    }
    m_desk = std::make_unique<Desk>(m_folder->path(), *m_scheme, server.settings(), u"one"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->ready(), patience);
    m_desk->page()->table().selectRow(1);
    m_desk->type(u"phoneField"_s, u"+1-555-0177"_s);
    server.execute(server.settings().database, u"ALTER ROLE postgres PASSWORD 'two'"_s);
    server.stop();
    m_desk->lookAgain();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->state(), BookSession::State::Lost, patience);
    server.start();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->state(), BookSession::State::Failed, patience);
    QTRY_VERIFY(m_desk->button(u"Type the password…"_s));
    QVERIFY(!m_desk->shows(u"connectionMessage"_s));
    QCOMPARE(m_desk->label(u"stateNote"_s), QString());
    m_desk->window.session().reopen(u"two"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->ready(), patience);
    QTRY_COMPARE(m_desk->label(u"statusUnsaved"_s), u"1 unsaved"_s);
}

void ConnectionLossTest::opensByItselfOnceTheServerIsThere()
{
    m_settings = m_fixture.emptied(u"postgresql"_s);
    m_fixture.server().stop();
    m_desk = std::make_unique<Desk>(m_folder->path(), *m_scheme, m_settings);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->state(), BookSession::State::Failed, patience);
    QVERIFY(m_desk->shows(u"statePage"_s));
    QTRY_VERIFY(m_desk->button(u"Try again"_s));
    QPushButton* again = m_desk->button(u"Try again"_s);
    QVERIFY(m_desk->label(u"stateNote"_s).startsWith(u"Trying again"_s));
    // Each try by itself leaves the buttons, and the focus on them, as they are.
    again->setFocus();
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->label(u"stateNote"_s).contains(u"(try 2)"_s), patience);
    QCOMPARE(m_desk->button(u"Try again"_s), again);
    m_fixture.server().start();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->state(), BookSession::State::Open, patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->ready(), patience);
}

QTEST_MAIN(ConnectionLossTest)
#include "tst_connectionloss.moc"
