// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/csvreader.h"
#include "tests/support/drippingdevice.h"

#include <QBuffer>
#include <QStringEncoder>
#include <QTest>

using namespace clientele;
using namespace clientele::testing;
using namespace Qt::StringLiterals;

namespace {

/// A record as a line of text: "2: a|b", with a word before the line for a fault.
QString shown(const CsvRecord& record)
{
    QStringList fields;
    for (const std::string_view field : record.fields)
        fields.append(QString::fromUtf8(field.data(), qsizetype(field.size())));
    QString text = QString::number(record.line) + u": "_s + fields.join(u'|');
    using enum CsvRecord::Fault;
    switch (record.fault) {
    case None:
        return text;
    case UnclosedQuote:
        return u"quote of %1 in "_s.arg(record.faultLine) + text;
    case Undecodable:
        return u"undecodable "_s + text;
    case TooLong:
        return u"too long "_s + text;
    case NulByte:
        return u"NUL in "_s + text;
    case Malformed:
    case UnknownKey:
        return u"JSON "_s + text;
    }
    return {};
}

QStringList readAll(QIODevice& device, const CsvFormat& format = {})
{
    CsvReader reader(device, format);
    QStringList records;
    while (const CsvRecord* record = reader.next())
        records.append(shown(*record));
    if (reader.error())
        records.append(u"error "_s + reader.error()->message);
    return records;
}

QStringList readAll(const QByteArray& data, const CsvFormat& format = {})
{
    QBuffer device;
    device.setData(data);
    device.open(QIODevice::ReadOnly);
    return readAll(device, format);
}

} // namespace

class TestCsvReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void readsOtherEncodings_data();
    void readsOtherEncodings();
    void readsOtherDelimiters();
    void readsLegacyEncodings_data();
    void readsLegacyEncodings();
    void takesBackslashesWhereTold_data();
    void takesBackslashesWhereTold();
    void tellsNothingFromAnEmptyText();
    void marksWhatIsNoText();
    void refusesAnUnknownEncoding();
    void losesOneLineToAnUnclosedQuote_data();
    void losesOneLineToAnUnclosedQuote();
    void givesUpOnAQuoteAfterAMegabyte();
    void cutsALineWithoutEnd();
    void keepsItsPlaceAcrossBlocks();
    void knowsHowFarItIs();
};

void TestCsvReader::reads_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QStringList>("records");

    QTest::newRow("nothing") << QByteArray() << QStringList();
    QTest::newRow("one field") << QByteArray("a") << QStringList{u"1: a"_s};
    QTest::newRow("LF") << QByteArray("a,b\nc,d\n") << QStringList{u"1: a|b"_s, u"2: c|d"_s};
    QTest::newRow("CRLF") << QByteArray("a,b\r\nc,d\r\n") << QStringList{u"1: a|b"_s, u"2: c|d"_s};
    QTest::newRow("CR") << QByteArray("a,b\rc,d\r") << QStringList{u"1: a|b"_s, u"2: c|d"_s};
    QTest::newRow("mixed line ends")
        << QByteArray("a\r\nb\rc\nd") << QStringList{u"1: a"_s, u"2: b"_s, u"3: c"_s, u"4: d"_s};
    QTest::newRow("no line end at the end")
        << QByteArray("a,b\nc,d") << QStringList{u"1: a|b"_s, u"2: c|d"_s};
    QTest::newRow("empty fields") << QByteArray(",\n,,\n") << QStringList{u"1: |"_s, u"2: ||"_s};
    QTest::newRow("empty field at the end of the file")
        << QByteArray("a,") << QStringList{u"1: a|"_s};
    QTest::newRow("ragged rows") << QByteArray("a,b\nc\nd,e,f\n")
                                 << QStringList{u"1: a|b"_s, u"2: c"_s, u"3: d|e|f"_s};
    QTest::newRow("empty lines count but are no rows")
        << QByteArray("\n\na\n\r\n\r\rb\n\n") << QStringList{u"3: a"_s, u"7: b"_s};
    QTest::newRow("a line of blanks is a row")
        << QByteArray("a\n \nb") << QStringList{u"1: a"_s, u"2:  "_s, u"3: b"_s};
    QTest::newRow("blanks are kept") << QByteArray(" a , b ") << QStringList{u"1:  a | b "_s};
    QTest::newRow("quotes") << QByteArray("\"a\",\"b\"\n") << QStringList{u"1: a|b"_s};
    QTest::newRow("quoted nothing")
        << QByteArray("\"\",x\n\"\"") << QStringList{u"1: |x"_s, u"2: "_s};
    QTest::newRow("quoted delimiter") << QByteArray("\"a, b\",c\n") << QStringList{u"1: a, b|c"_s};
    QTest::newRow("doubled quotes")
        << QByteArray("\"say \"\"hi\"\"\",\"\"\"\"\n") << QStringList{u"1: say \"hi\"|\""_s};
    QTest::newRow("quoted line breaks")
        << QByteArray("\"a\nb\",c\n\"d\r\ne\rf\"\ng")
        << QStringList{u"1: a\nb|c"_s, u"3: d\r\ne\rf"_s, u"6: g"_s};
    QTest::newRow("quotes within a field")
        << QByteArray("5\" disk,a\"b\"\n") << QStringList{u"1: 5\" disk|a\"b\""_s};
    QTest::newRow("a quote behind a blank")
        << QByteArray(" \"a\",b\n") << QStringList{u"1:  \"a\"|b"_s};
    QTest::newRow("text behind a closing quote")
        << QByteArray("\"a\"b\"c,d\n") << QStringList{u"1: ab\"c|d"_s};
    QTest::newRow("byte order mark")
        << QByteArray("\xEF\xBB\xBF\"a\",b\n") << QStringList{u"1: a|b"_s};
    QTest::newRow("only a byte order mark") << QByteArray("\xEF\xBB\xBF") << QStringList();
    QTest::newRow("many scripts") << QByteArray("Zoë,陳 太郎,😀\n")
                                  << QStringList{u"1: Zoë|陳 太郎|😀"_s};
    QTest::newRow("zero bytes") << QByteArray("a\0b,c\n", 6)
                                << QStringList{u"NUL in 1: a"_s + QChar(0) + u"b|c"_s};
    QTest::newRow("a zero byte in one row of many")
        << QByteArray("a\nb\0\n\"\0\"\nc\n", 11)
        << QStringList{u"1: a"_s, u"NUL in 2: b"_s + QChar(0), u"NUL in 3: "_s + QChar(0),
                       u"4: c"_s};
}

void TestCsvReader::reads()
{
    QFETCH(QByteArray, file);
    QFETCH(QStringList, records);
    QCOMPARE(readAll(file), records);
    DrippingDevice dripping(file);
    QCOMPARE(readAll(dripping), records);
}

void TestCsvReader::readsOtherEncodings_data()
{
    QTest::addColumn<QByteArray>("encoding");
    for (const char* name : {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
        QTest::newRow(name) << QByteArray(name);
}

void TestCsvReader::readsOtherEncodings()
{
    QFETCH(QByteArray, encoding);
    const QString text = u"Zoë;陳\r\n\"two\r\nlines\";😀\r\n"_s;
    const QStringList records = {u"1: Zoë|陳"_s, u"2: two\r\nlines|😀"_s};
    const CsvFormat format{.encoding = encoding, .delimiter = ';'};
    for (const auto flag : {QStringConverter::Flag::Default, QStringConverter::Flag::WriteBom}) {
        QStringEncoder encoder(encoding.constData(), flag);
        const QByteArray file = encoder(text);
        QCOMPARE(readAll(file, format), records);
        DrippingDevice dripping(file);
        QCOMPARE(readAll(dripping, format), records);
    }
}

void TestCsvReader::readsOtherDelimiters()
{
    QCOMPARE(readAll("a;b,c\n", {.delimiter = ';'}), QStringList{u"1: a|b,c"_s});
    QCOMPARE(readAll("a\tb c\t\n", {.delimiter = '\t'}), QStringList{u"1: a|b c|"_s});
    QCOMPARE(readAll("M\xFCller,\x80,\x93x\x94\n", {.encoding = "windows-1252"}),
             QStringList{u"1: Müller|€|“x”"_s});
    QCOMPARE(readAll("'a,b',c\n", {.quote = '\''}), QStringList{u"1: a,b|c"_s});
}

void TestCsvReader::readsLegacyEncodings_data()
{
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QString>("text");
    QTest::newRow("Shift JIS") << QByteArray("Shift_JIS") << u"鈴木 太郎、東京"_s;
    QTest::newRow("EUC-JP") << QByteArray("EUC-JP") << u"鈴木 太郎、東京"_s;
    QTest::newRow("GB18030") << QByteArray("GB18030") << u"王小明😀"_s;
    QTest::newRow("Big5") << QByteArray("Big5") << u"陳大文"_s;
    QTest::newRow("EUC-KR") << QByteArray("EUC-KR") << u"김철수"_s;
    QTest::newRow("windows-1250") << QByteArray("windows-1250") << u"Łukasz Żółć"_s;
    QTest::newRow("windows-1251") << QByteArray("windows-1251") << u"Ольга Петрова"_s;
}

void TestCsvReader::readsLegacyEncodings()
{
    QFETCH(QByteArray, encoding);
    QFETCH(QString, text);
    const QString file = text + u",x\n\""_s + text + u"\"\n"_s;
    const QByteArray bytes = QStringEncoder(encoding.constData())(file);
    const QStringList records = {u"1: "_s + text + u"|x"_s, u"2: "_s + text};
    QCOMPARE(readAll(bytes, {.encoding = encoding}), records);
    DrippingDevice dripping(bytes);
    QCOMPARE(readAll(dripping, {.encoding = encoding}), records);
}

void TestCsvReader::takesBackslashesWhereTold_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QStringList>("records");

    QTest::newRow("quote") << QByteArray(R"("say \"hi\"",b)") << QStringList{uR"(1: say "hi"|b)"_s};
    QTest::newRow("alone") << QByteArray(R"("\"",b)") << QStringList{uR"(1: "|b)"_s};
    QTest::newRow("backslash") << QByteArray(R"("a\\","b\\\"c")")
                               << QStringList{uR"(1: a\|b\"c)"_s};
    QTest::newRow("other characters keep theirs")
        << QByteArray(R"("C:\new",\"x)") << QStringList{uR"(1: C:\new|\"x)"_s};
    QTest::newRow("doubled all the same")
        << QByteArray(R"("a ""b"" \"c\"",d)") << QStringList{uR"(1: a "b" "c"|d)"_s};
    QTest::newRow("over a line break")
        << QByteArray("\"a\\\"\nb\",c\nd\n") << QStringList{u"1: a\"\nb|c"_s, u"3: d"_s};
    QTest::newRow("at the end of the file")
        << QByteArray(R"(a,"b\")") << QStringList{uR"(quote of 1 in 1: a|"b\")"_s};
}

void TestCsvReader::takesBackslashesWhereTold()
{
    QFETCH(QByteArray, file);
    QFETCH(QStringList, records);
    QCOMPARE(readAll(file, {.backslashEscapes = true}), records);
    DrippingDevice dripping(file);
    QCOMPARE(readAll(dripping, {.backslashEscapes = true}), records);
}

void TestCsvReader::tellsNothingFromAnEmptyText()
{
    QBuffer device;
    device.setData(",\"\",\n\"\"\n");
    device.open(QIODevice::ReadOnly);
    CsvReader reader(device, {});
    const CsvRecord* record = reader.next();
    QVERIFY(record && record->fields.size() == 3);
    QVERIFY(!record->fields[0].data());
    QVERIFY(record->fields[1].data() && record->fields[1].empty());
    QVERIFY(!record->fields[2].data());
    record = reader.next();
    QVERIFY(record && record->fields.size() == 1 && record->fields[0].data());
}

void TestCsvReader::marksWhatIsNoText()
{
    QCOMPARE(readAll("a,b\nM\xFCller,c\n\xC3\xBC,d\n\xED\xA0\x80,e\n"),
             (QStringList{u"1: a|b"_s, u"undecodable 2: M\uFFFDller|c"_s, u"3: ü|d"_s,
                          u"undecodable 4: \uFFFD\uFFFD\uFFFD|e"_s}));
    QByteArray wide = QStringEncoder("UTF-16LE")(u"a\nb"_s);
    wide += QByteArrayView("\x00\xD8", 2); // half a surrogate pair
    wide += QStringEncoder("UTF-16LE")(u"c\nd\n"_s);
    QCOMPARE(readAll(wide, {.encoding = "UTF-16LE"}),
             (QStringList{u"1: a"_s, u"undecodable 2: b\uFFFDc"_s, u"3: d"_s}));
    QCOMPARE(readAll("a\n\x93\xFA\x96\x7B\n\x93,\xFF\nb\n", {.encoding = "Shift_JIS"}),
             (QStringList{u"1: a"_s, u"2: 日本"_s, u"undecodable 3: \u001A|\u001A"_s, u"4: b"_s}));
}

void TestCsvReader::refusesAnUnknownEncoding()
{
    QBuffer device;
    device.open(QIODevice::ReadOnly);
    CsvReader reader(device, {.encoding = "no-such-thing"});
    QVERIFY(!reader.next());
    QVERIFY(reader.error());
    QCOMPARE(reader.error()->kind, ErrorKind::Unsupported);
}

void TestCsvReader::losesOneLineToAnUnclosedQuote_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QStringList>("records");

    QTest::newRow("to the end of the file")
        << QByteArray("a,b\nc,\"d\ne,f\ng,h\n")
        << QStringList{u"1: a|b"_s, u"quote of 2 in 2: c|\"d"_s, u"3: e|f"_s, u"4: g|h"_s};
    QTest::newRow("in the last line")
        << QByteArray("a,b\nc,\"d") << QStringList{u"1: a|b"_s, u"quote of 2 in 2: c|\"d"_s};
    QTest::newRow("up to the next opening quote")
        << QByteArray("a,\"b\nc,d\n\"e, f\",g\nh,i\n")
        << QStringList{u"quote of 1 in 1: a|\"b"_s, u"2: c|d"_s, u"3: e, f|g"_s, u"4: h|i"_s};
    QTest::newRow("the rest of the line splits as if there were no quote")
        << QByteArray("a,\"b,c\r\nd,e,f\r\n")
        << QStringList{u"quote of 1 in 1: a|\"b|c"_s, u"2: d|e|f"_s};
    QTest::newRow("in the second line of a record")
        << QByteArray("\"a\nb\",\"c\nd,e\n")
        << QStringList{u"quote of 2 in 1: a\nb|\"c"_s, u"3: d|e"_s};
    QTest::newRow("twice") << QByteArray("\"a\n\"b\nc\n")
                           << QStringList{u"quote of 1 in 1: \"a"_s, u"quote of 2 in 2: \"b"_s,
                                          u"3: c"_s};
}

void TestCsvReader::losesOneLineToAnUnclosedQuote()
{
    QFETCH(QByteArray, file);
    QFETCH(QStringList, records);
    QCOMPARE(readAll(file), records);
    DrippingDevice dripping(file);
    QCOMPARE(readAll(dripping), records);
}

void TestCsvReader::givesUpOnAQuoteAfterAMegabyte()
{
    QByteArray file = "a,b\nc,\"d\n";
    constexpr int lines = 100'000;
    for (int i = 0; i < lines; ++i)
        file += "name,someone@example.com\n";
    file += "e,\"f\"\n";
    const QStringList records = readAll(file);
    QCOMPARE(records.size(), lines + 3);
    QCOMPARE(records[1], u"quote of 2 in 2: c|\"d"_s);
    QCOMPARE(records[2], u"3: name|someone@example.com"_s);
    QCOMPARE(records.last(), u"%1: e|f"_s.arg(lines + 3));

    // Large, but closed.
    const QByteArray large(1000 * 1000, 'x');
    QCOMPARE(readAll("a,\"" + large + "\"\nb\n"),
             (QStringList{u"1: a|"_s + QString::fromLatin1(large), u"2: b"_s}));
}

void TestCsvReader::cutsALineWithoutEnd()
{
    const QByteArray endless(9 * 1024 * 1024, 'x');
    const QStringList records = readAll("a,b\n" + endless + "\r\nc,d\n");
    QCOMPARE(records.size(), 3);
    QVERIFY(records[1].startsWith(u"too long 2: xxx"_s));
    QCOMPARE(records[1].size(), 4 * 1024 * 1024 + u"too long 2: "_s.size());
    QCOMPARE(records[2], u"3: c|d"_s);

    // The same within an unclosed quote, and at the end of the file.
    const QStringList quoted = readAll("a,\"" + endless);
    QCOMPARE(quoted.size(), 1);
    QVERIFY(quoted[0].startsWith(u"too long 1: a|\"xxx"_s));
}

void TestCsvReader::keepsItsPlaceAcrossBlocks()
{
    // Rows of every length from 1 to 600: their ends fall on each side of each block's end.
    QByteArray file;
    QStringList expected;
    qint64 line = 1;
    for (int i = 0; i < 3000; ++i) {
        const QString text(i % 600 + 1, QChar(u'a' + i % 26));
        const bool breaks = i % 7 == 0;
        const bool crlf = i % 3 == 0;
        file += '"' + text.toUtf8() + (breaks ? "\r\n" : "") + "\"\"\"," + QByteArray::number(i) +
                (crlf ? "\r\n" : "\n");
        expected.append(QString::number(line) + u": "_s + text + (breaks ? u"\r\n"_s : QString()) +
                        u"\"|"_s + QString::number(i));
        line += breaks ? 2 : 1;
    }
    QCOMPARE(readAll(file), expected);
    const QByteArray wide = QStringEncoder("UTF-16LE")(QString::fromUtf8(file));
    QCOMPARE(readAll(wide, {.encoding = "UTF-16LE"}), expected);
}

void TestCsvReader::knowsHowFarItIs()
{
    QBuffer device;
    device.setData("\xEF\xBB\xBF"
                   "a,b\r\n\nc,d\n");
    device.open(QIODevice::ReadOnly);
    CsvReader reader(device, {});
    QVERIFY(reader.next());
    QCOMPARE(reader.bytesDone(), 8);
    QVERIFY(reader.next());
    QCOMPARE(reader.bytesDone(), 13);
    QVERIFY(!reader.next());
    QCOMPARE(reader.bytesDone(), 13);

    // Empty lines at the end are part of the file too.
    QBuffer trailing;
    trailing.setData("a\n\n\r\n");
    trailing.open(QIODevice::ReadOnly);
    CsvReader last(trailing, {});
    QVERIFY(last.next());
    QVERIFY(!last.next());
    QCOMPARE(last.bytesDone(), 5);
}

QTEST_GUILESS_MAIN(TestCsvReader)
#include "tst_csvreader.moc"
