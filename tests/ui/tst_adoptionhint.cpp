// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/book.h"
#include "tests/support/enginefixture.h"
#include "ui/common/jsonstore.h"
#include "ui/common/stallmeter.h"
#include "ui/customers/customerspage.h"
#include "ui/mainwindow/bookpages.h"
#include "ui/mainwindow/mainactions.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/schemecontroller.h"
#include "ui/models/customertablemodel.h"

#include <QAction>
#include <QDialog>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace clientele;
using namespace Qt::StringLiterals;

class AdoptionHintTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_scheme = new SchemeController(*qApp); }
    void init();
    void cleanup();
    void offersToTakeOverWhatOthersMade();
    void takesNothingOverWithoutAnAnswer();
    void takesOverAfterAQuestion();
    void remembersThatTheHintWasClosed();
    void saysWhyItCouldNotBeTakenOver();
    void leavesAReadOnlyBookAlone();

private:
    SchemeController* m_scheme = nullptr;
    testing::EngineFixture m_fixture;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<JsonStore> m_store;
    StallMeter m_meter;
    std::unique_ptr<MainWindow> m_window;
    ConnectionSettings m_settings;

    void open();
    [[nodiscard]] QWidget* bar() const
    {
        return m_window->findChild<QWidget*>(u"adoptionMessage"_s);
    }
    [[nodiscard]] QPushButton* button(const QString& text) const;
    [[nodiscard]] QString columns();
};

void AdoptionHintTest::init()
{
    m_settings = m_fixture.fresh(u"postgresql-guide"_s);
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<JsonStore>(m_folder->path());
}

void AdoptionHintTest::cleanup()
{
    m_window.reset();
    m_store.reset();
}

void AdoptionHintTest::open()
{
    m_window = std::make_unique<MainWindow>(*m_store, *m_scheme, m_meter);
    m_window->resize(1280, 800);
    m_window->show();
    m_window->openProfile({.name = u"Shop"_s, .connection = m_settings});
    QTRY_VERIFY(m_window->pages().customers() &&
                !m_window->pages().customers()->model().isEstimate());
}

QPushButton* AdoptionHintTest::button(const QString& text) const
{
    for (auto* found : m_window->findChildren<QPushButton*>()) {
        if (found->isVisible() && found->text() == text)
            return found;
    }
    return nullptr;
}

QString AdoptionHintTest::columns()
{
    return m_fixture.server().execute(
        m_settings.database, u"SELECT string_agg(column_name, ' ' ORDER BY column_name) FROM "
                             "information_schema.columns WHERE table_name = 'customer'"_s);
}

void AdoptionHintTest::offersToTakeOverWhatOthersMade()
{
    open();
    QTRY_VERIFY(bar()->isVisible());
    QVERIFY(bar()
                ->findChild<QLabel*>(u"messageText"_s)
                ->text()
                .contains(u"Another program made this table, and it is used as it is."_s));
    QTRY_VERIFY(button(u"Show the SQL…"_s));
    button(u"Show the SQL…"_s)->click();
    auto* sql = m_window->findChild<QPlainTextEdit*>(u"sqlText"_s);
    QVERIFY(sql);
    QVERIFY(sql->isReadOnly());
    QVERIFY(sql->toPlainText().contains(u"search_text text GENERATED"_s));
    QVERIFY(!sql->toPlainText().contains(u"CREATE TABLE customer"_s));
}

void AdoptionHintTest::takesNothingOverWithoutAnAnswer()
{
    const QString before = columns();
    open();
    QTRY_VERIFY(bar()->isVisible());
    QTRY_VERIFY(button(u"Take over…"_s));
    button(u"Take over…"_s)->click();
    auto* question = m_window->findChild<QDialog*>(u"adoptionQuestion"_s);
    QVERIFY(question && question->isVisible());
    QCOMPARE(question->findChild<QLabel*>(u"questionTitle"_s)->text(),
             u"Take over the customer table?"_s);
    question->reject();
    QCOMPARE(columns(), before);
    QVERIFY(bar()->isVisible());
    QVERIFY(m_window->actions().adopt->isEnabled());
}

void AdoptionHintTest::takesOverAfterAQuestion()
{
    m_fixture.server().execute(
        m_settings.database,
        u"INSERT INTO customer (name, email) VALUES ('Zoë Müller', 'zoe@example.com')"_s);
    open();
    QTRY_VERIFY(bar()->isVisible());
    m_window->actions().adopt->trigger();
    // By keys: Cancel has the focus at first, and Enter presses what has it.
    auto* accept = m_window->findChild<QPushButton*>(u"acceptButton"_s);
    QVERIFY(!accept->hasFocus());
    accept->setFocus();
    QTest::keyClick(accept, Qt::Key_Return);
    QTRY_VERIFY(!bar()->isVisible());
    QCOMPARE(m_window->session().book()->info().revision,
             m_window->session().book()->info().headRevision);
    QVERIFY(columns().contains(u"search_text"_s));
    QTRY_COMPARE(m_window->findChild<QLabel*>(u"statusAct"_s)->text(),
                 u"Clientele has taken the customer table over."_s);
    QVERIFY(!m_window->actions().adopt->isEnabled());
    CustomerTableModel& model = m_window->pages().customers()->model();
    QTRY_COMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0, 0).data().toString(), u"Zoë Müller"_s);
    // Once more: nothing is left to take over.
    m_window.reset();
    open();
    QVERIFY(!bar()->isVisible());
}

void AdoptionHintTest::remembersThatTheHintWasClosed()
{
    open();
    QTRY_VERIFY(bar()->isVisible());
    for (auto* found : bar()->findChildren<QPushButton*>()) {
        if (found->accessibleName() == u"Close this message"_s || found->text().isEmpty())
            found->click();
    }
    QVERIFY(!bar()->isVisible());
    m_window.reset();
    open();
    QVERIFY(m_window->session().book()->info().adoptable);
    // The store answers in order: once this is read, the hint's own memory was too.
    const auto later = m_store->read(u"window.json"_s);
    QTRY_VERIFY(later.future.isFinished());
    QCoreApplication::sendPostedEvents();
    QVERIFY(!bar()->isVisible());
    // By the menu it can still be asked for.
    QVERIFY(m_window->actions().adopt->isEnabled());
}

void AdoptionHintTest::saysWhyItCouldNotBeTakenOver()
{
    m_fixture.server().execute(m_settings.database,
                               u"DROP ROLE IF EXISTS clerk; CREATE ROLE clerk LOGIN; "
                               "GRANT SELECT, INSERT, UPDATE, DELETE ON customer TO clerk"_s);
    m_settings.user = u"clerk"_s;
    const QString before = columns();
    open();
    QTRY_VERIFY(bar()->isVisible());
    m_window->actions().adopt->trigger();
    m_window->findChild<QPushButton*>(u"acceptButton"_s)->click();
    QTRY_VERIFY(bar()
                    ->findChild<QLabel*>(u"messageText"_s)
                    ->text()
                    .startsWith(u"The table was not taken over, and is used as it is."_s));
    QTRY_VERIFY(button(u"Try again…"_s));
    QCOMPARE(columns(), before);
    QVERIFY(m_window->actions().adopt->isEnabled());
}

void AdoptionHintTest::leavesAReadOnlyBookAlone()
{
    m_settings.readOnly = true;
    open();
    QVERIFY(!m_window->actions().adopt->isEnabled());
    const auto later = m_store->read(u"window.json"_s);
    QTRY_VERIFY(later.future.isFinished());
    QCoreApplication::sendPostedEvents();
    QVERIFY(!bar()->isVisible());
}

QTEST_MAIN(AdoptionHintTest)
#include "tst_adoptionhint.moc"
