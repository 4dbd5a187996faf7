// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/searchtext.h"
#include "tests/support/foldcases.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace clientele;
using namespace clientele::testing;

/// What is the same to who searches.
class tst_SearchText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void folds_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("expected");
        for (const FoldCase& one : foldCases())
            QTest::newRow(one.title) << one.written << one.typed << one.folded;
    }

    void folds()
    {
        QFETCH(QString, written);
        QFETCH(QString, typed);
        QFETCH(QString, expected);
        QCOMPARE(folded(written), expected);
        QVERIFY2(expected.contains(folded(typed)), qPrintable(folded(typed)));
        QCOMPARE(folded(expected), expected);
    }

    void knowsWhereFoldedTextComesFrom_data() { folds_data(); }

    void knowsWhereFoldedTextComesFrom()
    {
        QFETCH(QString, written);
        QFETCH(QString, expected);
        const FoldedText text = FoldedText::of(written);
        QCOMPARE(text.text, expected);
        QCOMPARE(text.origins.size(), text.text.size() + 1);
        QVERIFY(std::ranges::is_sorted(text.origins));
        QCOMPARE(text.origins.last(), written.size());
        QCOMPARE(text.endOf(text.text.size() - 1), written.size());
    }

    void keepsFieldsApart()
    {
        QCOMPARE(searchText(u"Zoë\nx", u"ZOE@x.io", u"+1 (555) 01"_s),
                 u"zoe x\nzoe@x.io\n+1 (555) 01\n155501"_s);
        QCOMPARE(searchText(u"A", u"b", std::nullopt), u"a\nb\n\n"_s);
    }
};

QTEST_GUILESS_MAIN(tst_SearchText)
#include "tst_searchtext.moc"
