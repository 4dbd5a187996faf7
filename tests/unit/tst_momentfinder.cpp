// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/momentfinder.h"
#include "core/io/momentreader.h"

#include <QLocale>
#include <QTest>

using namespace clientele;
using namespace Qt::StringLiterals;

class TestMomentFinder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void takesTheComputersZoneWhereNoneStands();
    void finds_data();
    void finds();
    void asksTheRegionWhereTheValuesLeaveItOpen();
    void namesWhatItCannotRead();
    void knowsItsFormats();
};

/// In UTC, to the microsecond.
static QString readBy(const QString& format, const QString& text)
{
    const auto moment = MomentReader::make(format)->read(text);
    return moment ? moment->toIso() : QString();
}

void TestMomentFinder::reads_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("moment");
    const auto row = [](const char* name, const QString& format, const QString& text,
                        const QString& moment) { QTest::newRow(name) << format << text << moment; };
    row("ours", u"iso"_s, u"2026-03-02T10:20:30.123456+00:00"_s,
        u"2026-03-02T10:20:30.123456+00:00"_s);
    row("as SQL writes it", u"iso"_s, u"2026-03-02 10:20:30.5+01"_s,
        u"2026-03-02T09:20:30.500000+00:00"_s);
    row("Zulu", u""_s, u"2026-03-02T10:20:30Z"_s, u"2026-03-02T10:20:30+00:00"_s);
    row("a zone by name", u"iso"_s, u"2026/3/2 10:20 UTC"_s, u"2026-03-02T10:20:00+00:00"_s);
    row("a zone of one word of digits", u"iso"_s, u"2026-03-02 10:20:30 -0530"_s,
        u"2026-03-02T15:50:30+00:00"_s);
    row("digits alone", u"iso"_s, u"20260302T102030Z"_s, QString());
    row("German", u"dmy"_s, u"02.03.2026 10:20:30 Z"_s, u"2026-03-02T10:20:30+00:00"_s);
    row("short year", u"dmy"_s, u"2/3/26 10:20 Z"_s, u"2026-03-02T10:20:00+00:00"_s);
    row("old short year", u"dmy"_s, u"2/3/99 10:20 Z"_s, u"1999-03-02T10:20:00+00:00"_s);
    row("American", u"mdy"_s, u"3/2/2026, 1:05 pm Z"_s, u"2026-03-02T13:05:00+00:00"_s);
    row("midnight at twelve", u"mdy"_s, u"3/2/2026 12:05 AM Z"_s, u"2026-03-02T00:05:00+00:00"_s);
    row("a word for the month", u"dmy"_s, u"2 March 2026 00:00 Z"_s,
        u"2026-03-02T00:00:00+00:00"_s);
    row("the same, the other way round", u"mdy"_s, u"2. März 2026 00:00 Z"_s,
        u"2026-03-02T00:00:00+00:00"_s);
    row("a month first", u"dmy"_s, u"March 2nd, 2026 00:00Z"_s, u"2026-03-02T00:00:00+00:00"_s);
    row("with a weekday", u"dmy"_s, u"Mon, 02 Mar 2026 10:20:30 GMT"_s,
        u"2026-03-02T10:20:30+00:00"_s);
    row("juin is not juillet", u"dmy"_s, u"2 juin 2026 00:00 Z"_s, u"2026-06-02T00:00:00+00:00"_s);
    row("juillet is not juin", u"dmy"_s, u"2 juillet 2026 00:00 Z"_s,
        u"2026-07-02T00:00:00+00:00"_s);
    row("seconds", u"epoch"_s, u"1772446830.25"_s, u"2026-03-02T10:20:30.250000+00:00"_s);
    row("milliseconds", u"epoch-ms"_s, u"1772446830250"_s, u"2026-03-02T10:20:30.250000+00:00"_s);
    row("a pattern", u"yyyy.dd.MM HH:mm"_s, u"2026.02.03 10:20"_s, u"2026-03-02T09:20:00+00:00"_s);
}

void TestMomentFinder::reads()
{
    QFETCH(QString, format);
    QFETCH(QString, text);
    QTEST(readBy(format, text), "moment");
    QTEST(readBy(format, u"  "_s + text + u' '), "moment");
}

void TestMomentFinder::refuses_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("text");
    QTest::newRow("no such day") << u"dmy"_s << u"31.02.2026"_s;
    QTest::newRow("no such month") << u"dmy"_s << u"3/14/2026"_s;
    QTest::newRow("no such hour") << u"iso"_s << u"2026-03-02 24:10"_s;
    QTest::newRow("a year alone") << u"iso"_s << u"2026"_s;
    QTest::newRow("the day first") << u"iso"_s << u"02-03-2026"_s;
    QTest::newRow("the year first") << u"dmy"_s << u"2026-03-02"_s;
    QTest::newRow("something behind it") << u"iso"_s << u"2026-03-02 10:20:30 about"_s;
    QTest::newRow("a word") << u"dmy"_s << u"yesterday"_s;
    QTest::newRow("no number") << u"epoch"_s << u"1,5"_s;
    QTest::newRow("not finite") << u"epoch-ms"_s << u"inf"_s;
    QTest::newRow("before the first day") << u"excel"_s << u"0"_s;
    QTest::newRow("nothing") << u"iso"_s << QString();
}

void TestMomentFinder::refuses()
{
    QFETCH(QString, format);
    QFETCH(QString, text);
    QCOMPARE(readBy(format, text), QString());
}

void TestMomentFinder::takesTheComputersZoneWhereNoneStands()
{
    QCOMPARE(readBy(u"iso"_s, u"2026-03-02"_s), u"2026-03-01T23:00:00+00:00"_s);
    QCOMPARE(readBy(u"dmy"_s, u"2.7.2026 10:20"_s), u"2026-07-02T08:20:00+00:00"_s);
    QCOMPARE(readBy(u"excel"_s, u"46083.5"_s), u"2026-03-02T11:00:00+00:00"_s);
}

void TestMomentFinder::finds_data()
{
    QTest::addColumn<QStringList>("values");
    QTest::addColumn<QString>("format");
    QTest::addColumn<bool>("ambiguous");
    QTest::newRow("ISO") << QStringList{u"2026-03-02"_s, u""_s, u"2025-12-31 10:20"_s} << u"iso"_s
                         << false;
    QTest::newRow("points") << QStringList{u"1.2.2026"_s, u"3.4.2026"_s} << u"dmy"_s << true;
    QTest::newRow("decided by one value")
        << QStringList{u"3/2/2026"_s, u"3/2/2026"_s, u"3/14/2026"_s} << u"mdy"_s << false;
    QTest::newRow("decided the other way")
        << QStringList{u"3/2/2026"_s, u"3/2/2026"_s, u"14/3/2026"_s} << u"dmy"_s << false;
    QTest::newRow("the same both ways") << QStringList{u"3/3/2026"_s} << u"dmy"_s << false;
    QTest::newRow("words") << QStringList{u"2 Mar 2026"_s, u"3 Apr 2026"_s} << u"dmy"_s << false;
    QTest::newRow("seconds") << QStringList{u"1772446830"_s} << u"epoch"_s << false;
    QTest::newRow("milliseconds") << QStringList{u"1772446830250"_s} << u"epoch-ms"_s << false;
    QTest::newRow("days of spreadsheets")
        << QStringList{u"46083"_s, u"45000.25"_s} << u"excel"_s << false;
    QTest::newRow("years are no dates") << QStringList{u"2024"_s, u"2025"_s} << QString() << false;
    QTest::newRow("nothing") << QStringList{u""_s, u" "_s} << QString() << false;
}

void TestMomentFinder::finds()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    QFETCH(QStringList, values);
    const FoundMoments found = findMoments(values);
    QTEST(found.format, "format");
    QTEST(found.isAmbiguous, "ambiguous");
}

void TestMomentFinder::asksTheRegionWhereTheValuesLeaveItOpen()
{
    const QStringList values{u"3/2/2026"_s, u"4/5/2026"_s};
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QVERIFY(monthComesFirstHere());
    QCOMPARE(findMoments(values).format, u"mdy"_s);
    QVERIFY(findMoments(values).isAmbiguous);
    QCOMPARE(findMoments({u"3.2.2026"_s}).format, u"dmy"_s);
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    QVERIFY(!monthComesFirstHere());
    QCOMPARE(findMoments(values).format, u"dmy"_s);
}

void TestMomentFinder::namesWhatItCannotRead()
{
    QStringList values(20, u"2026-03-02"_s);
    values << u"soon"_s << u"2026-02-30"_s;
    const FoundMoments found = findMoments(values);
    QCOMPARE(found.format, u"iso"_s);
    QCOMPARE(found.unread, (QStringList{u"soon"_s, u"2026-02-30"_s}));
}

void TestMomentFinder::knowsItsFormats()
{
    QVERIFY(MomentReader::make(u"dd MMM yyyy"_s));
    QVERIFY(!MomentReader::make(u"someday"_s));
    QVERIFY(!MomentReader::make(u"HH:mm"_s));
}

QTEST_GUILESS_MAIN(TestMomentFinder)
#include "tst_momentfinder.moc"
