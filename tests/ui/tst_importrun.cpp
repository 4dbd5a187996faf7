// SPDX-License-Identifier: GPL-3.0-or-later
// An import once it has begun, and what is left of it.
#include "tests/ui/importdesk.h"
#include "ui/importing/jobsdialog.h"
#include "ui/importing/jobsindicator.h"

#include <QListWidget>

using namespace Qt::StringLiterals;
using namespace clientele;
using namespace clientele::testing;

class tst_ImportRun final : public QObject, private ImportDesk
{
    Q_OBJECT

    /// A transaction for each row: it is not done before its first one is told of.
    void cutOff(const QString& file, const QByteArray& content)
    {
        ImportJob job(*m_book, {.file = write(file, content),
                                .mapping = {{CustomerField::Name, {u"name"_s}},
                                            {CustomerField::Email, {u"email"_s}}},
                                .onDuplicate = DuplicatePolicy::Skip,
                                .chunkRows = 1});
        connect(&job, &Job::progressed, &job, [&job] {
            if (job.progress().rows > 1)
                job.cancel();
        });
        QTRY_VERIFY(job.isFinished());
        QCOMPARE(job.importReport().ended->kind, ErrorKind::Cancelled);
    }

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void aCancelledImportSaysWhatIsInTheBook()
    {
        const auto dialog = open(write(u"many.csv"_s, manyRows(20'000)));
        QTRY_COMPARE(dialog->step(), ImportStep::Check);
        button(*dialog, u"forward"_s)->click();
        button(*dialog, u"cancel"_s)->click();
        QTRY_VERIFY(text(*dialog, u"reportHeading"_s).startsWith(u"The import was cancelled"_s));
        QVERIFY(!message(*dialog, u"reportMessage"_s).isEmpty());
        QVERIFY(dialog->job()->importReport().addsUp());
        QCOMPARE(customers(), dialog->job()->importReport().created);
        QVERIFY(!button(*dialog, u"cancel"_s)->isVisible());
    }

    void pausesAndGoesOn()
    {
        const auto dialog = open(write(u"many.csv"_s, manyRows(20'000)));
        QTRY_COMPARE(dialog->step(), ImportStep::Check);
        button(*dialog, u"forward"_s)->click();
        button(*dialog, u"pause"_s)->click();
        QVERIFY(dialog->job()->isPaused());
        QCOMPARE(button(*dialog, u"pause"_s)->text(), u"&Go on"_s);
        button(*dialog, u"pause"_s)->click();
        QTRY_VERIFY(!text(*dialog, u"reportHeading"_s).isEmpty());
        QCOMPARE(customers(), 20000);
    }

    void goesOnWithImportsThatWereCutOff()
    {
        cutOff(u"first.csv"_s, manyRows(2000).replace("email\n", "email\nNobody,nowhere\n"));
        cutOff(u"second.csv"_s, manyRows(500));
        const auto dialog = open({});
        const QString bar = u"unfinishedImport"_s;
        QTRY_VERIFY(message(*dialog, bar).contains(u"second.csv"_s));
        press(*dialog, bar, u"Next of 2"_s);
        QVERIFY(message(*dialog, bar).contains(u"first.csv"_s));
        press(*dialog, bar, u"Go on with it"_s);
        QTRY_VERIFY(text(*dialog, u"reportHeading"_s).contains(u"imported"_s));
        const ImportReport& report = dialog->job()->importReport();
        QCOMPARE(report.rows, 2001);
        QCOMPARE(customers(), 2000);
        // Rejected before it was cut off, and told all the same.
        QCOMPARE(report.firstRejects.size(), 1);
        QCOMPARE(report.firstRejects.front().line, 2);
        QCOMPARE(report.firstRejects.front().column, u"email"_s);
        QCOMPARE(report.firstRejects.front().value, u"nowhere"_s);

        const auto later = open({});
        QTRY_VERIFY(message(*later, bar).contains(u"second.csv"_s));
        press(*later, bar, u"Forget it"_s);
        QTRY_VERIFY(message(*later, bar).isEmpty());
    }

    void goesOnWhenTheDialogIsClosed()
    {
        JobsIndicator indicator(*m_jobs);
        QVERIFY(!indicator.isVisibleTo(nullptr));
        auto dialog = open(write(u"many.csv"_s, manyRows(20'000)));
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
};

QTEST_MAIN(tst_ImportRun)
#include "tst_importrun.moc"
