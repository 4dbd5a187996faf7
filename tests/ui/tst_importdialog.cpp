// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/book.h"
#include "core/services/importjob.h"
#include "ui/common/jsonstore.h"
#include "ui/importing/importdialog.h"
#include "ui/importing/importmemory.h"
#include "ui/importing/jobs.h"
#include "ui/importing/jobsdialog.h"
#include "ui/importing/jobsindicator.h"
#include "ui/importing/previewmodel.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace clientele;

class tst_ImportDialog final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Book> m_book;
    std::unique_ptr<Jobs> m_jobs;

    QString write(const QString& name, const QByteArray& content)
    {
        QFile file(m_folder->filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write the test's file");
        return file.fileName();
    }

    std::unique_ptr<ImportDialog> open(const QString& file)
    {
        auto dialog = std::make_unique<ImportDialog>(*m_book, file);
        connect(dialog.get(), &ImportDialog::started, m_jobs.get(), &Jobs::add);
        dialog->show();
        return dialog;
    }

    static QAbstractButton* button(const QWidget& parent, const QString& name)
    {
        return parent.findChild<QAbstractButton*>(name);
    }

    static QString text(const QWidget& parent, const QString& name)
    {
        const auto* label = parent.findChild<QLabel*>(name);
        return label && label->isVisible() ? label->text() : QString();
    }

    /// The text of a message bar, or nothing where it is hidden.
    static QString message(const QWidget& parent, const QString& name)
    {
        const auto* bar = parent.findChild<QWidget*>(name);
        return bar && bar->isVisible() ? text(*bar, u"messageText"_s) : QString();
    }

    static int rows(const QWidget& parent, const QString& name)
    {
        return parent.findChild<QTableView*>(name)->model()->rowCount();
    }

    static void choose(QWidget& parent, const QString& field, const QString& column)
    {
        auto* box =
            parent.findChild<QWidget*>(u"pick_"_s + field)->findChild<QComboBox*>(u"column1"_s);
        box->setCurrentText(column);
        Q_EMIT box->activated(box->currentIndex());
    }

    static void acceptFile(QWidget& parent, const QString& file)
    {
        auto* dialog = parent.findChild<QFileDialog*>();
        QVERIFY(dialog);
        auto* edit = dialog->findChild<QLineEdit*>(u"fileNameEdit"_s);
        edit->setText(file);
        QTest::keyClick(edit, Qt::Key_Return);
    }

    qint64 customers() { return m_book->count({}).wait().value(); }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_jobs = std::make_unique<Jobs>();
        m_book = std::make_unique<Book>(
            ConnectionSettings{.file = m_folder->filePath(u"book.db"_s)}, QString());
        QVERIFY(m_book->open().wait());
    }

    void cleanup()
    {
        m_jobs.reset();
        m_book.reset();
    }

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

    void aCancelledImportSaysWhatIsInTheBook()
    {
        QByteArray content = "name,email\n";
        for (int i = 0; i < 20000; ++i)
            content += "N,p" + QByteArray::number(i) + "@example.com\n";
        const auto dialog = open(write(u"many.csv"_s, content));
        QTRY_COMPARE(dialog->step(), ImportStep::Check);
        button(*dialog, u"forward"_s)->click();
        button(*dialog, u"cancel"_s)->click();
        QTRY_VERIFY(text(*dialog, u"reportHeading"_s).startsWith(u"The import was cancelled"_s));
        QVERIFY(!message(*dialog, u"reportMessage"_s).isEmpty());
        QVERIFY(dialog->job()->importReport().addsUp());
        QCOMPARE(customers(), dialog->job()->importReport().created);
        QVERIFY(!button(*dialog, u"cancel"_s)->isVisible());
    }

    void savesRejectsThatImportAgainOnceMended()
    {
        const auto dialog = open(write(u"m.csv"_s, "name,email,city\nZoë,zoe@example.com,Faro\n"
                                                   "Emma,emma at example.com,Porto\n"));
        QTRY_COMPARE(dialog->step(), ImportStep::Check);
        button(*dialog, u"forward"_s)->click();
        QTRY_VERIFY(!text(*dialog, u"reportHeading"_s).isEmpty());
        QCOMPARE(rows(*dialog, u"rejects"_s), 1);
        button(*dialog, u"saveRejects"_s)->click();
        acceptFile(*dialog, m_folder->filePath(u"rejects.csv"_s));
        QTRY_VERIFY(message(*dialog, u"reportMessage"_s).startsWith(u"Saved to"_s));

        QFile saved(m_folder->filePath(u"rejects.csv"_s));
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QByteArray content = saved.readAll();
        QVERIFY2(content.contains("city") && content.contains("Porto"), content.constData());
        content.replace("emma at ", "emma@");
        const auto second = open(write(u"mended.csv"_s, content));
        QTRY_COMPARE(second->step(), ImportStep::Check);
        button(*second, u"forward"_s)->click();
        QTRY_VERIFY(!text(*second, u"reportHeading"_s).isEmpty());
        QCOMPARE(customers(), 2);
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

    void takesTheNextFileOfAHeaderTheSameWay()
    {
        JsonStore store(m_folder->filePath(u"window"_s));
        ImportMemory memory(store);
        const auto openWithMemory = [&](const QString& file) {
            auto dialog = std::make_unique<ImportDialog>(*m_book, file, nullptr, &memory);
            connect(dialog.get(), &ImportDialog::started, m_jobs.get(), &Jobs::add);
            dialog->show();
            return dialog;
        };
        auto first = openWithMemory(write(u"a.csv"_s, "Xyzzy,Plugh\nZoë,zoe@example.com\n"));
        QTRY_COMPARE(first->step(), ImportStep::Columns);
        choose(*first, u"name"_s, u"Xyzzy"_s);
        QTRY_COMPARE(text(*first, u"sample_name"_s), u"Zoë"_s);
        choose(*first, u"email"_s, u"Plugh"_s);
        QTRY_VERIFY(button(*first, u"forward"_s)->isEnabled());
        button(*first, u"forward"_s)->click();
        button(*first, u"policySkip"_s)->click();
        QTRY_VERIFY(button(*first, u"forward"_s)->isEnabled());
        button(*first, u"forward"_s)->click();
        QTRY_VERIFY(!text(*first, u"reportHeading"_s).isEmpty());

        // Also by a window that is opened later.
        ImportMemory later(store);
        QTRY_VERIFY(later.recall({u"Xyzzy"_s, u"Plugh"_s}));
        const auto second = openWithMemory(write(u"b.csv"_s, "Xyzzy,Plugh\nMia,mia@example.com\n"));
        QTRY_COMPARE(second->step(), ImportStep::Check);
        QVERIFY(static_cast<QAbstractButton*>(button(*second, u"policySkip"_s))->isChecked());
        QVERIFY(!later.recall({u"Plugh"_s, u"Xyzzy"_s}));
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

    void pausesAndGoesOn()
    {
        QByteArray content = "name,email\n";
        for (int i = 0; i < 20000; ++i)
            content += "N,p" + QByteArray::number(i) + "@example.com\n";
        const auto dialog = open(write(u"many.csv"_s, content));
        QTRY_COMPARE(dialog->step(), ImportStep::Check);
        button(*dialog, u"forward"_s)->click();
        button(*dialog, u"pause"_s)->click();
        QVERIFY(dialog->job()->isPaused());
        QCOMPARE(button(*dialog, u"pause"_s)->text(), u"&Go on"_s);
        button(*dialog, u"pause"_s)->click();
        QTRY_VERIFY(!text(*dialog, u"reportHeading"_s).isEmpty());
        QCOMPARE(customers(), 20000);
    }

    void goesOnWithAnImportThatWasCutOff()
    {
        QByteArray content = "name,email\n";
        for (int i = 0; i < 2000; ++i)
            content += "N,p" + QByteArray::number(i) + "@example.com\n";
        {
            // A transaction for each row: it is not done before its first one is told of.
            ImportJob job(*m_book, {.file = write(u"many.csv"_s, content),
                                    .mapping = {{CustomerField::Name, {u"name"_s}},
                                                {CustomerField::Email, {u"email"_s}}},
                                    .chunkRows = 1});
            connect(&job, &Job::progressed, &job, [&job] { job.cancel(); });
            QTRY_VERIFY(job.isFinished());
            QCOMPARE(job.importReport().ended->kind, ErrorKind::Cancelled);
        }
        const auto second = open({});
        QTRY_VERIFY(message(*second, u"unfinishedImport"_s).contains(u"many.csv"_s));
        const auto* bar = second->findChild<QWidget*>(u"unfinishedImport"_s);
        for (auto* act : bar->findChildren<QAbstractButton*>()) {
            if (act->text() == u"Go on with it"_s)
                act->click();
        }
        QTRY_VERIFY(text(*second, u"reportHeading"_s).contains(u"imported"_s));
        QCOMPARE(customers(), 2000);
        QCOMPARE(second->job()->importReport().rows, 2000);
    }

    void savesARecipeAndFollowsIt()
    {
        const auto first =
            open(write(u"a.csv"_s, "First name,Last name,Mail\nZoë,Kim,zoe@example.com\n"));
        QTRY_COMPARE(first->step(), ImportStep::Check);
        button(*first, u"step3"_s)->click();
        choose(*first, u"name"_s, u"Last name"_s);
        QTRY_COMPARE(text(*first, u"sample_name"_s), u"Kim Kim"_s);
        button(*first, u"saveRecipe"_s)->click();
        acceptFile(*first, m_folder->filePath(u"recipe.json"_s));
        QTRY_VERIFY(message(*first, u"columnsMessage"_s).startsWith(u"Saved."_s));

        const auto second =
            open(write(u"b.csv"_s, "First name,Last name,Mail\nMia,Chen,mia@example.com\n"));
        QTRY_COMPARE(second->step(), ImportStep::Check);
        button(*second, u"step3"_s)->click();
        QCOMPARE(text(*second, u"sample_name"_s), u"Mia Chen"_s);
        button(*second, u"useRecipe"_s)->click();
        acceptFile(*second, m_folder->filePath(u"recipe.json"_s));
        QTRY_COMPARE(text(*second, u"sample_name"_s), u"Chen Chen"_s);

        const auto other = open(write(u"c.csv"_s, "name,email\nMia,mia@example.com\n"));
        QTRY_COMPARE(other->step(), ImportStep::Check);
        button(*other, u"step3"_s)->click();
        button(*other, u"useRecipe"_s)->click();
        acceptFile(*other, m_folder->filePath(u"recipe.json"_s));
        QTRY_VERIFY(message(*other, u"columnsMessage"_s).contains(u"no column Last name"_s));
    }

    void keepsTheReportsOfEarlierSessions()
    {
        JsonStore store(m_folder->filePath(u"window"_s));
        m_jobs->history().keepIn(store);
        const auto dialog = open(write(u"m.csv"_s, "name,email\nZoë,zoe@example.com\nEmma,emma\n"));
        QTRY_COMPARE(dialog->step(), ImportStep::Check);
        button(*dialog, u"forward"_s)->click();
        QTRY_VERIFY(m_jobs->running().empty());
        m_jobs->releaseFinished();
        QVERIFY(m_jobs->all().empty());

        Jobs later;
        later.history().keepIn(store);
        QTRY_COMPARE(later.history().all().size(), 1);
        JobsDialog list(later);
        list.show();
        QTRY_VERIFY(text(list, u"reportHeading"_s).startsWith(u"1 customer"_s));
        QCOMPARE(rows(list, u"rejects"_s), 1);
        QVERIFY(button(list, u"saveRejects"_s)->isVisible());
        button(list, u"forgetFinished"_s)->click();
        QCOMPARE(list.findChild<QListWidget*>(u"jobsList"_s)->count(), 0);
    }

    void goesOnWhenTheDialogIsClosed()
    {
        QByteArray content = "name,email\n";
        for (int i = 0; i < 20000; ++i)
            content += "N,p" + QByteArray::number(i) + "@example.com\n";
        JobsIndicator indicator(*m_jobs);
        QVERIFY(!indicator.isVisibleTo(nullptr));
        auto dialog = open(write(u"many.csv"_s, content));
        QTRY_COMPARE(dialog->step(), ImportStep::Check);
        QCOMPARE(button(*dialog, u"forward"_s)->text(), u"&Import"_s);
        QVERIFY(text(*dialog, u"facts"_s).contains(u"of about"_s));
        button(*dialog, u"forward"_s)->click();
        dialog->close();
        dialog.reset();
        indicator.show();
        QTRY_VERIFY(m_jobs->running().empty());
        QCOMPARE(customers(), 20000);
        QCOMPARE(button(indicator, u"jobName"_s)->text(), u"Import of many.csv"_s);
    }

    void listsTheJobsWithTheirReports()
    {
        const auto dialog = open(write(u"m.csv"_s, "name,email\nZoë,zoe@example.com\nEmma,emma\n"));
        QTRY_COMPARE(dialog->step(), ImportStep::Check);
        button(*dialog, u"forward"_s)->click();
        QTRY_VERIFY(m_jobs->running().empty());
        JobsDialog list(*m_jobs);
        list.show();
        QCOMPARE(list.findChild<QListWidget*>(u"jobsList"_s)->count(), 1);
        QTRY_VERIFY(text(list, u"reportHeading"_s).startsWith(u"1 customer"_s));
        QCOMPARE(rows(list, u"rejects"_s), 1);
        button(list, u"forgetFinished"_s)->click();
        QCOMPARE(list.findChild<QListWidget*>(u"jobsList"_s)->count(), 0);
        QVERIFY(m_jobs->all().empty());
    }
};

QTEST_MAIN(tst_ImportDialog)
#include "tst_importdialog.moc"
