// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/book.h"
#include "tests/support/enginefixture.h"
#include "ui/connections/createtablespage.h"

#include <QAbstractButton>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace clientele;

class tst_CreateTablesPage final : public QObject
{
    Q_OBJECT

private:
    testing::EngineFixture m_fixture;

private Q_SLOTS:
    void makesTheTablesThatItShows()
    {
        Book book(m_fixture.empty(u"postgresql"_s), {});
        const auto info = book.open().wait();
        QVERIFY(info);
        QCOMPARE(info->schema, SchemaState::Missing);

        CreateTablesPage page(book);
        page.show();
        QVERIFY(page.findChild<QPlainTextEdit*>(u"schemaSql"_s)
                    ->toPlainText()
                    .contains(u"CREATE TABLE IF NOT EXISTS customer"_s));
        QSignalSpy created(&page, &CreateTablesPage::created);
        page.findChild<QAbstractButton*>(u"createTables"_s)->click();
        QTRY_COMPARE(created.count(), 1);
        QCOMPARE(book.info().schema, SchemaState::Ready);
        QCOMPARE(book.count({}).wait().value(), 0);
    }

    void saysWhyTheyCannotBeMade()
    {
        ConnectionSettings nowhere = m_fixture.empty(u"postgresql"_s);
        nowhere.database = u"not_there"_s;
        Book book(nowhere, {});
        CreateTablesPage page(book);
        page.show();
        auto* button = page.findChild<QAbstractButton*>(u"createTables"_s);
        button->click();
        QVERIFY(!button->isEnabled());
        const auto* message = page.findChild<QWidget*>(u"createMessage"_s);
        QTRY_VERIFY(message->isVisible());
        QVERIFY(!message->findChild<QLabel*>(u"messageText"_s)->text().isEmpty());
        QVERIFY(button->isEnabled());
    }
};

QTEST_MAIN(tst_CreateTablesPage)
#include "tst_createtablespage.moc"
