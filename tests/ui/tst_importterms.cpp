// SPDX-License-Identifier: GPL-3.0-or-later
// How an import goes about it, and how that is remembered.
#include "tests/support/enginefixture.h"
#include "tests/ui/importdesk.h"
#include "ui/importing/importmemory.h"

using namespace Qt::StringLiterals;
using namespace clientele;
using namespace clientele::testing;

class tst_ImportTerms final : public QObject, private ImportDesk
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

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

    void importsAllOrNothing()
    {
        const auto dialog = open(write(u"m.csv"_s, "name,email\nZoë,zoe@example.com\n"
                                                   "Emma,emma\nMia,mia@example.com\n"));
        QTRY_COMPARE(dialog->step(), ImportStep::Check);
        QVERIFY(text(*dialog, u"importTerms"_s).isEmpty());
        button(*dialog, u"allOrNothing"_s)->click();
        QVERIFY(text(*dialog, u"importTerms"_s).contains(u"leaves the book as it was"_s));
        QCOMPARE(button(*dialog, u"forward"_s)->text(), u"&Import 2 rows"_s);
        button(*dialog, u"stopAtReject"_s)->click();
        QCOMPARE(message(*dialog, u"checkMessage"_s),
                 u"Line 3 is rejected: nothing of this file would be imported."_s);
        QVERIFY(!button(*dialog, u"forward"_s)->isEnabled());
        button(*dialog, u"stopAtReject"_s)->click();
        QVERIFY(message(*dialog, u"checkMessage"_s).isEmpty());
        button(*dialog, u"forward"_s)->click();
        QVERIFY(dialog->job()->plan().atomic);
        QVERIFY(text(*dialog, u"runTerms"_s).contains(u"leaves the book as it was"_s));
        QTRY_VERIFY(!text(*dialog, u"reportHeading"_s).isEmpty());
        QCOMPARE(customers(), 2);
    }

    void stopsAtTheFirstRejectedRow()
    {
        const auto dialog = open(write(u"m.csv"_s, "name,email\nZoë,zoe@example.com\n"
                                                   "Emma,emma\nMia,mia@example.com\n"));
        QTRY_COMPARE(dialog->step(), ImportStep::Check);
        button(*dialog, u"stopAtReject"_s)->click();
        QCOMPARE(message(*dialog, u"checkMessage"_s),
                 u"Line 3 is rejected: the import would end there."_s);
        QCOMPARE(button(*dialog, u"forward"_s)->text(), u"&Import 1 row"_s);
        button(*dialog, u"forward"_s)->click();
        QTRY_VERIFY(!text(*dialog, u"reportHeading"_s).isEmpty());
        QCOMPARE(dialog->job()->importReport().rows, 2);
        QCOMPARE(customers(), 1);
    }

    void keepsInARecipeHowItEnds()
    {
        const auto first = open(write(u"a.csv"_s, "name,email\nZoë,zoe@example.com\n"));
        QTRY_COMPARE(first->step(), ImportStep::Check);
        button(*first, u"allOrNothing"_s)->click();
        button(*first, u"stopAtReject"_s)->click();
        button(*first, u"step3"_s)->click();
        button(*first, u"saveRecipe"_s)->click();
        acceptFile(*first, m_folder->filePath(u"recipe.json"_s));
        QTRY_VERIFY(message(*first, u"columnsMessage"_s).startsWith(u"Saved."_s));

        const auto second = open(write(u"b.csv"_s, "name,email\nMia,mia@example.com\n"));
        QTRY_COMPARE(second->step(), ImportStep::Check);
        QVERIFY(!button(*second, u"allOrNothing"_s)->isChecked());
        button(*second, u"step3"_s)->click();
        button(*second, u"useRecipe"_s)->click();
        acceptFile(*second, m_folder->filePath(u"recipe.json"_s));
        QTRY_VERIFY(button(*second, u"allOrNothing"_s)->isChecked());
        QVERIFY(button(*second, u"stopAtReject"_s)->isChecked());
    }

    void saysBeforehandThatItCannotGoOn()
    {
        EngineFixture fixture;
        end();
        begin(fixture.fresh(u"sqlite-guide"_s));
        const auto dialog = open(write(u"many.csv"_s, manyRows(20'000)));
        QTRY_COMPARE(dialog->step(), ImportStep::Check);
        QVERIFY(text(*dialog, u"importTerms"_s).contains(u"it cannot go on"_s));
        button(*dialog, u"allOrNothing"_s)->click();
        QVERIFY(!text(*dialog, u"importTerms"_s).contains(u"it cannot go on"_s));
        // What is a single transaction anyway is not cut off.
        const auto small = open(write(u"few.csv"_s, manyRows(3)));
        QTRY_COMPARE(small->step(), ImportStep::Check);
        QVERIFY(text(*small, u"importTerms"_s).isEmpty());
    }
};

QTEST_MAIN(tst_ImportTerms)
#include "tst_importterms.moc"
