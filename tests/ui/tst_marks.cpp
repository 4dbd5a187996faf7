// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/marks.h"

#include <QTest>

using namespace clientele;
using namespace Qt::StringLiterals;

class MarksTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marksWords_data();
    void marksWords();
    void marksDigitsOfAPhoneNumber();
};

void MarksTest::marksWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("marked");
    QTest::newRow("nothing") << u"Sarah Wilson"_s << QStringList{} << u"Sarah Wilson"_s;
    QTest::newRow("case") << u"Sarah Wilson"_s << QStringList{u"wil"_s} << u"Sarah [Wil]son"_s;
    QTest::newRow("accents in the text")
        << u"Zoë Müller"_s << QStringList{u"zoe"_s, u"mull"_s} << u"[Zoë] [Müll]er"_s;
    QTest::newRow("accents in the word") << u"Zoe"_s << QStringList{u"oë"_s} << u"Z[oe]"_s;
    QTest::newRow("twice") << u"anna"_s << QStringList{u"n"_s} << u"a[nn]a"_s;
    QTest::newRow("overlapping") << u"abcdef"_s << QStringList{u"bcd"_s, u"cde"_s} << u"a[bcde]f"_s;
    QTest::newRow("not there") << u"abc"_s << QStringList{u"x"_s} << u"abc"_s;
    QTest::newRow("sharp s in the text")
        << u"Große Straße 5"_s << QStringList{u"strasse"_s} << u"Große [Straße] 5"_s;
    QTest::newRow("half of a sharp s") << u"Straße"_s << QStringList{u"ras"_s} << u"St[raß]e"_s;
    QTest::newRow("a ligature") << u"ofﬁce x"_s << QStringList{u"FI"_s} << u"of[ﬁ]ce x"_s;
    QTest::newRow("full width") << u"Ａｃｍｅ"_s << QStringList{u"cm"_s} << u"Ａ[ｃｍ]ｅ"_s;
    QTest::newRow("full width typed") << u"Acme"_s << QStringList{u"ｃｍ"_s} << u"A[cm]e"_s;
    QTest::newRow("marks apart from their letters")
        << u"Mu\u0308ller"_s << QStringList{u"mul"_s} << u"[Mu\u0308l]ler"_s;
    QTest::newRow("past the first plane")
        << u"😀 𝐀𝐧𝐧 x"_s << QStringList{u"ann"_s} << u"😀 [𝐀𝐧𝐧] x"_s;
    QTest::newRow("Hangul") << u"김서울"_s << QStringList{u"서"_s} << u"김[서]울"_s;
    QTest::newRow("percent is plain")
        << u"100 % sure"_s << QStringList{u"%"_s} << u"100 [%] sure"_s;
}

void MarksTest::marksWords()
{
    QFETCH(QString, text);
    QFETCH(QStringList, words);
    const QList<Mark> marks = findMarks(text, words);
    for (auto mark = marks.crbegin(); mark != marks.crend(); ++mark) {
        text.insert(mark->start + mark->length, u']');
        text.insert(mark->start, u'[');
    }
    QTEST(text, "marked");
}

void MarksTest::marksDigitsOfAPhoneNumber()
{
    const QList<Mark> expected{{3, 8}};
    QCOMPARE(findPhoneMarks(u"+1-555-0103"_s, {u"5550103"_s}), expected);
    QCOMPARE(findPhoneMarks(u"+1-555-0103"_s, {u"(555)"_s}), (QList<Mark>{{3, 3}}));
    QCOMPARE(findPhoneMarks(u"１２-３"_s, {u"23"_s}), (QList<Mark>{{1, 3}}));
    QVERIFY(findPhoneMarks(u"+1-555-0103"_s, {u"sarah"_s}).isEmpty());
    QVERIFY(findPhoneMarks(u"+1-555-0103"_s, {u"sarah1"_s}).isEmpty());
}

QTEST_MAIN(MarksTest)
#include "tst_marks.moc"
