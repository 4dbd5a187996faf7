// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/encodingfinder.h"
#include "core/io/legacyencodings.h"

#include <QStringEncoder>
#include <QTest>

using namespace clientele;
using namespace Qt::StringLiterals;

class TestLegacyEncodings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsACodePageByItsWords_data();
    void knowsACodePageByItsWords();
    void takesWesternWhereNothingIsKnown();
    void toleratesATornEnd();
    void isNotAskedAboutUnicode();
};

void TestLegacyEncodings::knowsACodePageByItsWords_data()
{
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QString>("names");
    const auto row = [](const char* name, const char* encoding, const QString& names) {
        QTest::newRow(name) << QByteArray(encoding) << names;
    };
    row("German", "windows-1252", u"Jürgen Müller, Köln|Bärbel Weiß, Düsseldorf|Übel & Söhne"_s);
    row("French", "windows-1252",
        u"François Lefèvre|Hélène Bœuf, Orléans|Zoë Benoît, Nîmes|Où ça, à Sète"_s);
    row("Spanish", "windows-1252", u"José Muñoz, Málaga|Íñigo Peña|Ángel Güell"_s);
    row("Portuguese", "windows-1252", u"João Guimarães|Conceição Magalhães, São José"_s);
    row("Danish", "windows-1252", u"Søren Kjærgård|Jørgen Åkjær, Århus"_s);
    row("Icelandic", "windows-1252", u"Þórður Sigurðsson|Guðrún Jónsdóttir, Reykjavík"_s);
    row("names of many lands", "windows-1252",
        u"Jürgen Müller|José Muñoz|Søren Åkjær|Zoë Lefèvre|João Guimarães|O’Neil – “Mo”"_s);
    row("Polish", "windows-1250", u"Łukasz Żółć|Małgorzata Wójcik, Łódź|Święta Gęś"_s);
    row("Polish in Latin-2", "ISO-8859-2", u"Łukasz Żółć|Małgorzata Wójcik, Łódź|Święta Gęś"_s);
    row("Czech", "windows-1250", u"Jiří Dvořák, Plzeň|Božena Němcová|Růžena Šťastná"_s);
    row("Hungarian", "windows-1250", u"Erdős Pál|Kovács Győző, Pécs|Szűcs Jenő"_s);
    row("Romanian", "windows-1250", u"Ştefan Brâncuşi|Ana Ţepeş, Iaşi|Mărăşeşti"_s);
    row("Turkish", "windows-1254", u"Ayşe Yıldız, Eskişehir|Çağrı Öztürk|İbrahim Şahin"_s);
    row("Lithuanian", "windows-1257", u"Jonas Kazlauskas, Šiauliai|Rūta Žemaitė|Ąžuolų gatvė"_s);
    row("Russian", "windows-1251", u"Ольга Петрова, Москва|Иван Кузнецов|Пётр Щукин"_s);
    row("Ukrainian", "windows-1251", u"Юлія Шевченко, Київ|Андрій Ковальчук"_s);
    row("Russian in KOI8", "KOI8-R", u"Ольга Петрова, Москва|Иван Кузнецов|Пётр Щукин"_s);
    row("Russian of DOS", "IBM866", u"Ольга Петрова, Москва|Иван Кузнецов|Пётр Щукин"_s);
    row("German of DOS", "IBM850", u"Jürgen Müller, Köln|Bärbel Weiß, Düsseldorf"_s);
    row("German of a Macintosh", "macintosh", u"Jürgen Müller, Köln|Bärbel Weiß, Düsseldorf"_s);
    row("Greek", "windows-1253", u"Αλέξανδρος Παπαδόπουλος, Αθήνα|Ελένη Νικολάου"_s);
    row("Hebrew", "windows-1255", u"שרה כהן, ירושלים|דוד לוי, תל אביב"_s);
    row("Arabic", "windows-1256", u"أحمد محمد, القاهرة|فاطمة علي"_s);
    row("Thai", "windows-874", u"สมชาย ใจดี, กรุงเทพ|มาลี รักไทย"_s);
    row("Japanese", "Shift_JIS", u"鈴木 太郎, 東京都|さとう ハナコ, 大阪"_s);
    row("Japanese of Unix", "EUC-JP", u"鈴木 太郎, 東京都|さとう ハナコ, 大阪"_s);
    row("Chinese", "GB18030", u"王小明, 北京市朝阳区|李娜, 上海|张伟, 广州"_s);
    row("Chinese of Taiwan", "Big5", u"陳大文, 台北市|王美麗, 高雄|李小龍, 新竹"_s);
    row("Korean", "EUC-KR", u"김철수, 서울특별시|이영희, 부산|박지성"_s);
}

void TestLegacyEncodings::knowsACodePageByItsWords()
{
    QFETCH(QByteArray, encoding);
    QFETCH(QString, names);
    QString text = u"name,email,phone\n"_s;
    int number = 0;
    for (const QString& name : names.split(u'|'))
        text += u"\"%1\",customer%2@example.com,+1 555 010%2\n"_s.arg(name).arg(++number);
    const QByteArray file = QStringEncoder(encoding.constData())(text);
    QCOMPARE(guessLegacyEncoding(file), encoding);
    QCOMPARE(findEncoding(file, true), encoding);
    QCOMPARE(guessLegacyEncoding(file.repeated(2000)), encoding);
}

void TestLegacyEncodings::takesWesternWhereNothingIsKnown()
{
    QCOMPARE(guessLegacyEncoding({}), QByteArray("windows-1252"));
    QCOMPARE(guessLegacyEncoding("plain\n"), QByteArray("windows-1252"));
    QCOMPARE(guessLegacyEncoding("price\n12 \x80\n"), QByteArray("windows-1252"));
    QCOMPARE(guessLegacyEncoding("Zo\xEB\n"), QByteArray("windows-1252"));
}

void TestLegacyEncodings::toleratesATornEnd()
{
    const QByteArray file = QStringEncoder("Shift_JIS")(u"鈴木,a\nさとう,b\n東京"_s);
    QCOMPARE(guessLegacyEncoding(file.chopped(1)), QByteArray("Shift_JIS"));
}

void TestLegacyEncodings::isNotAskedAboutUnicode()
{
    QCOMPARE(findEncoding("Zo\xC3\xAB,a\n", true), QByteArray("UTF-8"));
    QCOMPARE(findEncoding("plain\n", true), QByteArray("UTF-8"));
    QCOMPARE(findEncoding(QByteArray("\0\1\2\3\0\0\0\0\1", 9), true), QByteArray());
}

QTEST_GUILESS_MAIN(TestLegacyEncodings)
#include "tst_legacyencodings.moc"
