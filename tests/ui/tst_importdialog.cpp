// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/importdesk.h"

using namespace Qt::StringLiterals;
using namespace clientele;
using namespace clientele::testing;

class tst_ImportDialog final : public QObject, private ImportDesk
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void goesStraightToTheCheckAndImports()
    {
        const auto dialog = open(write(u"march.csv"_s, "First Name,Last Name,Email,Phone\n"
                                                       "Zoë,García,zoe@example.com,+34 93 555 01\n"
                                                       "Mia,Chen,mia@example.com,\n"));
        QTRY_COMPARE(dialog->step(), ImportStep::Check);
        QCOMPARE(rows(*dialog, u"checkedRows"_s), 2);
        QCOMPARE(button(*dialog, u"forward"_s)->text(), u"&Import 2 rows"_s);
        QCOMPARE(customers(), 0);
        button(*dialog, u"forward"_s)->click();
        QCOMPARE(dialog->step(), ImportStep::Import);
        QTRY_VERIFY(text(*dialog, u"reportHeading"_s).startsWith(u"2 customers imported"_s));
        QCOMPARE(customers(), 2);
        const auto zoe = m_book->customerByEmail(u"zoe@example.com"_s).wait();
        QCOMPARE(zoe.value()->name, u"Zoë García"_s);
        QVERIFY(m_jobs->all().front()->isFinished());
    }

    void showsProblemsFirstAndFilters()
    {
        const auto dialog = open(write(u"m.csv"_s, "name,email\nZoë,zoe@example.com\n"
                                                   "Emma,emma at example.com\n ,x@example.com\n"));
        QTRY_COMPARE(dialog->step(), ImportStep::Check);
        QCOMPARE(button(*dialog, u"chipAll"_s)->text(), u"All 3"_s);
        QCOMPARE(button(*dialog, u"chipRejected"_s)->text(), u"2 rejected"_s);
        QVERIFY(!button(*dialog, u"chipUpdate"_s)->isVisible());
        const auto* table = dialog->findChild<QTableView*>(u"checkedRows"_s);
        QCOMPARE(table->model()->index(0, 0).data().toString(), u"3"_s);
        button(*dialog, u"chipNew"_s)->click();
        QCOMPARE(rows(*dialog, u"checkedRows"_s), 1);
    }

    void changesWhatATakenAddressMeans()
    {
        QVERIFY(m_book->create({.name = u"Zoë"_s, .email = u"zoe@example.com"_s}).wait());
        const auto dialog = open(write(u"m.csv"_s, "name,email\nZoë García,zoe@example.com\n"
                                                   "Mia,mia@example.com\n"));
        QTRY_COMPARE(dialog->step(), ImportStep::Check);
        QCOMPARE(button(*dialog, u"chipUpdate"_s)->text(), u"1 update"_s);
        QCOMPARE(button(*dialog, u"forward"_s)->text(), u"&Import 2 rows"_s);
        button(*dialog, u"policySkip"_s)->click();
        QTRY_COMPARE(button(*dialog, u"chipDuplicates"_s)->text(), u"1 duplicate"_s);
        QTRY_COMPARE(button(*dialog, u"forward"_s)->text(), u"&Import 1 row"_s);
        button(*dialog, u"forward"_s)->click();
        QTRY_VERIFY(!text(*dialog, u"reportHeading"_s).isEmpty());
        QCOMPARE(m_book->customerByEmail(u"zoe@example.com"_s).wait().value()->name, u"Zoë"_s);
        QCOMPARE(customers(), 2);
    }

    void asksForTheColumnsThatItCannotTell()
    {
        const auto dialog =
            open(write(u"m.csv"_s, "No,Xyzzy,Plugh\n1,Zoë García,zoe@example.com\n"));
        QTRY_COMPARE(dialog->step(), ImportStep::Columns);
        QVERIFY(!button(*dialog, u"forward"_s)->isEnabled());
        choose(*dialog, u"name"_s, u"Xyzzy"_s);
        QTRY_COMPARE(text(*dialog, u"sample_name"_s), u"Zoë García"_s);
        choose(*dialog, u"email"_s, u"Plugh"_s);
        QTRY_VERIFY(button(*dialog, u"forward"_s)->isEnabled());
        QCOMPARE(text(*dialog, u"unusedColumns"_s), u"Not imported: No."_s);
        button(*dialog, u"forward"_s)->click();
        QCOMPARE(dialog->step(), ImportStep::Check);
        QCOMPARE(rows(*dialog, u"checkedRows"_s), 1);
    }

    void readsTheFileAsTheFormatSays()
    {
        const auto dialog = open(write(u"m.csv"_s, "name;email\nJos\xe9;jose@example.com\n"));
        QTRY_VERIFY(dialog->step() != ImportStep::File);
        button(*dialog, u"step2"_s)->click();
        auto* encoding = dialog->findChild<QComboBox*>(u"encoding"_s);
        QCOMPARE(dialog->findChild<QComboBox*>(u"delimiter"_s)->currentData().toChar(),
                 QChar(u';'));
        encoding->setCurrentIndex(encoding->findData(QByteArray("windows-1251")));
        Q_EMIT encoding->activated(encoding->currentIndex());
        const auto* raw = dialog->findChild<QTableView*>(u"rawRows"_s);
        QTRY_COMPARE(raw->model()->index(0, 0).data().toString(), u"Josй"_s);
    }

    void saysWhatIsWrongWithAFile_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("binary") << QByteArray("\x7f"
                                              "ELF\0\0\1\0\0\0\2\0",
                                              12);
    }

    void saysWhatIsWrongWithAFile()
    {
        QFETCH(QByteArray, content);
        const auto dialog = open(write(u"bad.csv"_s, content));
        QTRY_VERIFY(!message(*dialog, u"fileMessage"_s).isEmpty() ||
                    !message(*dialog, u"formatMessage"_s).isEmpty());
        QVERIFY(!button(*dialog, u"step4"_s)->isEnabled());
    }

    void saysThatAFileIsNotThere()
    {
        const auto dialog = open(m_folder->filePath(u"gone.csv"_s));
        QTRY_VERIFY(message(*dialog, u"fileMessage"_s).contains(u"gone.csv"_s));
        QCOMPARE(dialog->step(), ImportStep::File);
        QVERIFY(!button(*dialog, u"forward"_s)->isEnabled());
    }

    void namesTheLineOfAnUnclosedQuote()
    {
        const auto dialog = open(write(u"m.csv"_s, "name,email\nMia,mia@example.com\n"
                                                   "\"Zoë,zoe@example.com\n"));
        QTRY_COMPARE(dialog->step(), ImportStep::Check);
        const auto* model = dialog->findChild<QTableView*>(u"checkedRows"_s)->model();
        QCOMPARE(model->index(0, PreviewModel::LineColumn).data().toString(), u"3"_s);
        const QString why = model->index(0, PreviewModel::WhyColumn).data().toString();
        QVERIFY2(why.contains(u"quot"_s), qPrintable(why));
    }

    void mendsACellWhereItsProblemIsShown()
    {
        const auto dialog = open(write(u"m.csv"_s, "name,email\nZoë,zoe@example.com\n"
                                                   "Emma,emma at example.com\n"));
        QTRY_COMPARE(dialog->step(), ImportStep::Check);
        auto* table = dialog->findChild<QTableView*>(u"checkedRows"_s);
        const QModelIndex cell = table->model()->index(0, PreviewModel::EmailColumn);
        QVERIFY(cell.data(PreviewModel::FaultyRole).toBool());
        table->setCurrentIndex(cell);
        table->edit(cell);
        auto* editor = table->findChild<QLineEdit*>(u"mendCell"_s);
        QVERIFY(editor);
        QCOMPARE(editor->text(), u"emma at example.com"_s);
        editor->setText(u"emma@example.com"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(button(*dialog, u"forward"_s)->text(), u"&Import 2 rows"_s);
        QCOMPARE(button(*dialog, u"takeBack"_s)->text(), u"Take back 1 change"_s);
        QCOMPARE(table->currentIndex().siblingAtColumn(PreviewModel::LineColumn).data(), u"3"_s);

        button(*dialog, u"takeBack"_s)->click();
        QTRY_COMPARE(button(*dialog, u"forward"_s)->text(), u"&Import 1 row"_s);
        QVERIFY(!button(*dialog, u"takeBack"_s)->isVisible());
        Q_EMIT static_cast<PreviewModel*>(table->model())
            ->mended({.line = 3, .field = CustomerField::Email, .value = u"emma@example.com"_s});
        QTRY_COMPARE(button(*dialog, u"forward"_s)->text(), u"&Import 2 rows"_s);
        button(*dialog, u"forward"_s)->click();
        QTRY_VERIFY(!text(*dialog, u"reportHeading"_s).isEmpty());
        QCOMPARE(customers(), 2);
    }

    void joinsByWhatIsChosenAndSaysWhatAnUpdateDoes()
    {
        QVERIFY(m_book->create({.name = u"Old"_s, .email = u"zoe@example.com"_s, .phone = u"1"_s})
                    .wait());
        const auto dialog = open(write(u"m.csv"_s, "First name,Last name,E-mail,Phone\n"
                                                   "Zoë,Kim,zoe@example.com,\n"));
        QTRY_COMPARE(dialog->step(), ImportStep::Check);
        button(*dialog, u"step3"_s)->click();
        const auto pick = [&](const QString& parent, const QString& name, const QString& wanted) {
            auto* box = dialog->findChild<QWidget*>(parent)->findChild<QComboBox*>(name);
            QVERIFY(box->findText(wanted) >= 0);
            box->setCurrentText(wanted);
            Q_EMIT box->activated(box->currentIndex());
        };
        pick(u"pick_name"_s, u"separator"_s, u"a comma"_s);
        QTRY_COMPARE(text(*dialog, u"sample_name"_s), u"Zoë, Kim"_s);
        auto* update = dialog->findChild<QComboBox*>(u"update_phone"_s);
        update->setCurrentText(u"Written; empty clears it"_s);
        Q_EMIT update->activated(update->currentIndex());
        QTRY_VERIFY(button(*dialog, u"forward"_s)->isEnabled());
        button(*dialog, u"forward"_s)->click();
        QTRY_VERIFY(button(*dialog, u"forward"_s)->isEnabled());
        button(*dialog, u"forward"_s)->click();
        QTRY_VERIFY(!text(*dialog, u"reportHeading"_s).isEmpty());
        const auto zoe = m_book->customerByEmail(u"zoe@example.com"_s).wait();
        QCOMPARE(zoe.value()->name, u"Zoë, Kim"_s);
        QVERIFY(!zoe.value()->phone);
    }

    void asksWhetherDayAndMonthAreTheRightWayRound()
    {
        const auto dialog = open(write(u"m.csv"_s, "name,email,Customer since\n"
                                                   "Zoë,zoe@example.com,3.2.2020\n"));
        QTRY_COMPARE(dialog->step(), ImportStep::Check);
        button(*dialog, u"step3"_s)->click();
        QVERIFY(text(*dialog, u"mark_created_at"_s).contains(u"either way round"_s));
        QVERIFY(text(*dialog, u"sample_created_at"_s).contains(u"3 Feb 2020"_s));
        auto* format = dialog->findChild<QComboBox*>(u"dateFormat"_s);
        format->setCurrentText(u"Month, day, year"_s);
        Q_EMIT format->activated(format->currentIndex());
        QTRY_VERIFY(text(*dialog, u"sample_created_at"_s).contains(u"2 Mar 2020"_s));
    }
};

QTEST_MAIN(tst_ImportDialog)
#include "tst_importdialog.moc"
