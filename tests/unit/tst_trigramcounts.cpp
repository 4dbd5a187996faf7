// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/trigramcounts.h"

#include <QTest>

using namespace clientele;
using namespace Qt::StringLiterals;

class TrigramCountsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void choosesTheRarestPartsThatLieApart();
    void takesNeighboursWhereThereIsNothingElse();
    void leavesShortTextsWhole_data();
    void leavesShortTextsWhole();
};

void TrigramCountsTest::choosesTheRarestPartsThatLieApart()
{
    TrigramCounts counts;
    for (const auto& text : {u"anna wilson"_s, u"anna willis"_s, u"hanna wil"_s, u"tom nelson"_s})
        counts.add(text);
    // "wil" three times, "lso" and "son" twice, "ils" once
    QCOMPARE(counts.rareParts(u"wilson"_s), QStringList({u"ils"_s, u"son"_s, u"lso"_s}));
    // "ohn" and "hns" are not met either, but share letters with others.
    QCOMPARE(counts.rareParts(u"johnson"_s), QStringList({u"joh"_s, u"nso"_s, u"ohn"_s}));
}

void TrigramCountsTest::takesNeighboursWhereThereIsNothingElse()
{
    const TrigramCounts counts;
    QCOMPARE(counts.rareParts(u"541477"_s), QStringList({u"541"_s, u"477"_s, u"414"_s}));
    // Only from a run of letters that every engine knows.
    QCOMPARE(counts.rareParts(u"o'brien@x"_s), QStringList());
    QCOMPARE(counts.rareParts(u"o'briens"_s), QStringList({u"bri"_s, u"ens"_s, u"rie"_s}));
}

void TrigramCountsTest::leavesShortTextsWhole_data()
{
    QTest::addColumn<QString>("text");
    for (const auto& text : {u""_s, u"ab"_s, u"abc"_s, u"abcde"_s, u"иванович"_s, u"山田太郎"_s})
        QTest::newRow(qPrintable(text)) << text;
}

void TrigramCountsTest::leavesShortTextsWhole()
{
    QFETCH(QString, text);
    QCOMPARE(TrigramCounts().rareParts(text), QStringList());
}

QTEST_GUILESS_MAIN(TrigramCountsTest)
#include "tst_trigramcounts.moc"
