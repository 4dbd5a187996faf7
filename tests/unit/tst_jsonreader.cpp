// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/jsonreader.h"
#include "tests/support/drippingdevice.h"

#include <QBuffer>
#include <QStringEncoder>
#include <QTest>

using namespace clientele;
using namespace clientele::testing;
using namespace Qt::StringLiterals;

namespace {

QString shown(std::string_view field)
{
    if (field.data() == nullptr)
        return u"-"_s;
    return field.empty() ? u"''"_s : QString::fromUtf8(field.data(), qsizetype(field.size()));
}

/// A record as a line of text: "2: a|b", with a word before the line for a fault.
QString shown(const CsvRecord& record)
{
    QStringList fields;
    for (const std::string_view field : record.fields)
        fields.append(shown(field));
    const QString text = QString::number(record.line) + u": "_s + fields.join(u'|');
    const QString detail = QString::fromStdString(record.detail);
    using enum CsvRecord::Fault;
    switch (record.fault) {
    case None:
        return text;
    case Malformed:
        return u"(%1: %2) "_s.arg(QString::number(record.faultLine), detail) + text;
    case UnknownKey:
        return u"(new key %1) "_s.arg(detail) + text;
    case Undecodable:
        return u"(undecodable) "_s + text;
    case NulByte:
        return u"(NUL) "_s + text;
    case TooLong:
        return u"(too long) "_s + text;
    case UnclosedQuote:
        break;
    }
    return u"(unexpected) "_s + text;
}

/// The columns, then the records, then the error.
QStringList readAll(QIODevice& device, FileKind kind, const QByteArray& encoding = "UTF-8")
{
    JsonReader reader(device, {.kind = kind, .encoding = encoding});
    QStringList all = {reader.columns().join(u'|')};
    while (const CsvRecord* record = reader.next())
        all.append(shown(*record));
    if (reader.error())
        all.append(reader.error()->message);
    return all;
}

QStringList readAll(const QByteArray& data, FileKind kind, const QByteArray& encoding = "UTF-8")
{
    QBuffer device;
    device.setData(data);
    device.open(QIODevice::ReadOnly);
    return readAll(device, kind, encoding);
}

} // namespace

class TestJsonReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsLists_data();
    void readsLists();
    void readsLines_data();
    void readsLines();
    void saysWhereAListIsBroken_data();
    void saysWhereAListIsBroken();
    void readsOtherEncodings();
    void losesNoKeyThatComesLate();
    void keepsItsPlaceAcrossBlocks();
    void cutsAnObjectWithoutEnd();
    void refusesBracketsWithoutEnd();
    void knowsHowFarItIs();
};

void TestJsonReader::readsLists_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QStringList>("all");

    QTest::newRow("nothing") << QByteArray() << QStringList{QString()};
    QTest::newRow("blanks") << QByteArray(" \n\t ") << QStringList{QString()};
    QTest::newRow("empty list") << QByteArray("[ ]") << QStringList{QString()};
    QTest::newRow("one") << QByteArray(R"([{"a":"x","b":"y"}])")
                         << QStringList{u"a|b"_s, u"1: x|y"_s};
    QTest::newRow("over lines")
        << QByteArray("[\n  {\n    \"a\": \"x\"\n  },\r\n  {\"a\":\r\"y\"}\n,\n{}\n]\n")
        << QStringList{u"a"_s, u"2: x"_s, u"5: y"_s, u"8: -"_s};
    QTest::newRow("keys in any order, and missing ones")
        << QByteArray(R"([{"a":1,"b":2},{"b":3},{"c":4,"a":5}])")
        << QStringList{u"a|b|c"_s, u"1: 1|2|-"_s, u"1: -|3|-"_s, u"1: 5|-|4"_s};
    QTest::newRow("null, empty and missing") << QByteArray(R"([{"a":null,"b":""},{"a":"null"}])")
                                             << QStringList{u"a|b"_s, u"1: -|''"_s, u"1: null|-"_s};
    QTest::newRow("numbers to the last digit")
        << QByteArray(R"([{"a":9007199254740993,"b":-0.10,"c":1E+400,"d":true,"e":false}])")
        << QStringList{u"a|b|c|d|e"_s, u"1: 9007199254740993|-0.10|1E+400|true|false"_s};
    QTest::newRow("escapes") << QByteArray(
                                    R"([{"a":"\"\\\/\b\f\n\r\t","b":"\u00e9\u20AC\ud83d\ude00x"}])")
                             << QStringList{u"a|b"_s, u"1: \"\\/\b\f\n\r\t|é€😀x"_s};
    QTest::newRow("escapes in a key")
        << QByteArray(R"([{"\u0061":1},{"a":2}])") << QStringList{u"a"_s, u"1: 1"_s, u"1: 2"_s};
    QTest::newRow("many scripts") << QByteArray(R"([{"név":"Zoë 陳 太郎 😀"}])")
                                  << QStringList{u"név"_s, u"1: Zoë 陳 太郎 😀"_s};
    QTest::newRow("objects within")
        << QByteArray(R"([{"a":{"b":1,"c":{"d":2}},"e":{}},{"a":{"c":{"d":3}}},{"a":null}])")
        << QStringList{u"a.b|a.c.d|a"_s, u"1: 1|2|-"_s, u"1: -|3|-"_s, u"1: -|-|-"_s};
    QTest::newRow("lists within") << QByteArray(R"([{"a":["x", {"y":[1,2]}],"b":[]}])")
                                  << QStringList{u"a|b"_s, uR"(1: ["x", {"y":[1,2]}]|[])"_s};
    QTest::newRow("byte order mark")
        << QByteArray("\xEF\xBB\xBF[{\"a\":1}]") << QStringList{u"a"_s, u"1: 1"_s};
    QTest::newRow("in an object")
        << QByteArray(
               "{\"count\":2,\"tags\":[\"x\"],\n\"rows\":[{\"a\":1},\n{\"a\":2}],\"next\":null}\n")
        << QStringList{u"a"_s, u"2: 1"_s, u"3: 2"_s};
    QTest::newRow("in an object, last")
        << QByteArray("{\"rows\":[{\"a\":1}]}") << QStringList{u"a"_s, u"1: 1"_s};
    QTest::newRow("one behind the other")
        << QByteArray("{\n \"a\": 1, \"l\":[{}]\n}\n{\n \"a\": 2\n}\n{\"a\":3}{\"a\":4}")
        << QStringList{u"a|l"_s, u"1: 1|[{}]"_s, u"4: 2|-"_s, u"7: 3|-"_s, u"7: 4|-"_s};
    QTest::newRow("alone") << QByteArray("{\"a\":1,\"b\":[1]}")
                           << QStringList{u"a|b"_s, u"1: 1|[1]"_s};
    QTest::newRow("bytes that are no text")
        << QByteArray("[{\"a\":\"M\xFC\"},{\"a\":\"\xC3\xBC\"}]")
        << QStringList{u"a"_s, u"(undecodable) 1: M\uFFFD"_s, u"1: ü"_s};
    QTest::newRow("half a character")
        << QByteArray(R"([{"a":"x\ud83d"},{"a":"\ude00"}])")
        << QStringList{u"a"_s, u"(undecodable) 1: x\uFFFD"_s, u"(undecodable) 1: \uFFFD"_s};
    QTest::newRow("NUL") << QByteArray(R"([{"a":"x\u0000"}])")
                         << QStringList{u"a"_s, u"(NUL) 1: x"_s + QChar(0)};
    QTest::newRow("zero byte") << QByteArray("[{\"a\":\"x\0\"},{\"a\":1}]", 20)
                               << QStringList{u"a"_s,
                                              u"(NUL) 1: -|{\"a\":\"x"_s + QChar(0) + u"\"}"_s,
                                              u"1: 1"_s};
    QTest::newRow("a key twice") << QByteArray(R"([{"a":1,"b":2,"a":3}])")
                                 << QStringList{u"a|b"_s,
                                                u"(1: a key stands there twice) 1: 1|2|3"_s};
    QTest::newRow("one that is malformed")
        << QByteArray("[{\"a\":1},\n{\n\"a\":},\n{\"a\":2}]")
        << QStringList{u"a"_s, u"1: 1"_s, u"(3: a value is missing) 2: -|{\n\"a\":}"_s, u"4: 2"_s};
}

void TestJsonReader::readsLists()
{
    QFETCH(QByteArray, file);
    QFETCH(QStringList, all);
    QCOMPARE(readAll(file, FileKind::Json), all);
    DrippingDevice dripping(file);
    QCOMPARE(readAll(dripping, FileKind::Json), all);
}

void TestJsonReader::readsLines_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QStringList>("all");

    QTest::newRow("nothing") << QByteArray() << QStringList{QString()};
    QTest::newRow("lines") << QByteArray("{\"a\":1}\n{\"a\":2}\r\n\r\n \n{\"a\":3}")
                           << QStringList{u"a"_s, u"1: 1"_s, u"2: 2"_s, u"5: 3"_s};
    QTest::newRow("a broken line is lost alone")
        << QByteArray("{\"a\":1}\n{\"a\":\"x}\n{\"a\":3}\n")
        << QStringList{u"a"_s, u"1: 1"_s, u"(2: a closing quote is missing) 2: -|{\"a\":\"x}"_s,
                       u"3: 3"_s};
    QTest::newRow("something behind the object")
        << QByteArray("{\"a\":1},\n{\"a\":2}\n")
        << QStringList{u"a"_s, u"(1: something stands behind the object) 1: -|{\"a\":1},"_s,
                       u"2: 2"_s};
    QTest::newRow("no object") << QByteArray("{\"a\":1}\n[1]\nnull\n")
                               << QStringList{u"a"_s, u"1: 1"_s,
                                              u"(2: an object, in braces, is missing) 2: -|[1]"_s,
                                              u"(3: an object, in braces, is missing) 3: -|null"_s};
    for (const auto& [object, problem] :
         {std::pair("{\"a\" 1}", u"a colon behind the key is missing"_s),
          std::pair("{a:1}", u"a key in quotes is missing"_s),
          std::pair("{\"a\":1,}", u"a key in quotes is missing"_s),
          std::pair("{\"a\":01}", u"a number begins with 0"_s),
          std::pair("{\"a\":-}", u"a digit is missing"_s),
          std::pair("{\"a\":1.}", u"a digit is missing"_s),
          std::pair("{\"a\":1e}", u"a digit is missing"_s),
          std::pair("{\"a\":nul}", u"a value is missing"_s),
          std::pair("{\"a\":True}", u"a value is missing"_s),
          std::pair("{\"a\":NaN}", u"a value is missing"_s),
          std::pair("{\"a\":'x'}", u"a value is missing"_s),
          std::pair("{\"a\":[1,]}", u"a value is missing"_s),
          std::pair("{\"a\":[1 2]}", u"a comma or a closing bracket is missing"_s),
          std::pair("{\"a\":1 \"b\":2}", u"a comma or a closing brace is missing"_s),
          std::pair("{\"a\":\"\\x\"}", u"a backslash stands before what needs none"_s),
          std::pair("{\"a\":\"\\u12g4\"}", u"four digits have to follow \\u"_s),
          std::pair("{\"a\":\"\t\"}", u"a control character stands within quotes"_s),
          std::pair("{\"a\":\"\\", u"a closing quote is missing"_s),
          std::pair("{\"a\":1", u"a comma or a closing brace is missing"_s),
          std::pair("{\"a\":tru", u"a value is missing"_s)}) {
        QTest::newRow(object) << QByteArray(object)
                              << QStringList{QString(), u"(1: "_s + problem + u") 1: "_s +
                                                            QLatin1StringView(object)};
    }
}

void TestJsonReader::readsLines()
{
    QFETCH(QByteArray, file);
    QFETCH(QStringList, all);
    QCOMPARE(readAll(file, FileKind::JsonLines), all);
    DrippingDevice dripping(file);
    QCOMPARE(readAll(dripping, FileKind::JsonLines), all);
}

void TestJsonReader::saysWhereAListIsBroken_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QStringList>("all");
    const auto row = [](const char* name, const char* file, const QStringList& records, int line,
                        const QString& problem) {
        QTest::newRow(name)
            << QByteArray(file)
            << records +
                   QStringList{u"Line %1 is not as JSON is written: %2."_s.arg(line).arg(problem)};
    };
    const QStringList one = {u"a"_s, u"1: 1"_s};
    row("breaks off behind a comma", "[{\"a\":1},\n", one, 2, u"the file breaks off there"_s);
    row("breaks off behind an object", "[{\"a\":1}\n", one, 2, u"the file breaks off there"_s);
    row("breaks off in an object", "[{\"a\":1},\n{\"a\":", one, 2, u"a value is missing"_s);
    row("a quote is open", "[{\"a\":1},\n{\"a\":\"x\n},{\"a\":\"\"}]", one, 2,
        u"a closing quote is missing"_s);
    row("no comma", "[{\"a\":1}\n{\"a\":2}]", one, 2, u"a comma or a closing bracket is missing"_s);
    row("no object", "[{\"a\":1},\n7]", one, 2, u"an object, in braces, is missing"_s);
    row("a comma too many", "[{\"a\":1},\n]", one, 2, u"an object, in braces, is missing"_s);
    row("something behind it", "[{\"a\":1}]\n\nx", one, 3, u"something stands behind its end"_s);
    row("a second list", "{\"x\":[{\"a\":1}],\n\"y\":[{\"a\":1}]}", {QString()}, 1,
        u"there are several lists of objects in it"_s);
    row("no JSON", "name,email\n", {QString()}, 1, u"a list or an object is missing"_s);
    row("rest of an object", "{\"x\":[{\"a\":1}]\n,\"y\":}", one, 2, u"a value is missing"_s);
    row("object that breaks off", "{\"x\":[{\"a\":1}]\n", one, 2,
        u"a comma or a closing brace is missing"_s);
}

void TestJsonReader::saysWhereAListIsBroken()
{
    QFETCH(QByteArray, file);
    QFETCH(QStringList, all);
    QCOMPARE(readAll(file, FileKind::Json), all);
    DrippingDevice dripping(file);
    QCOMPARE(readAll(dripping, FileKind::Json), all);
}

void TestJsonReader::readsOtherEncodings()
{
    const QString text = u"[{\"a\":\"Zoë 陳 😀\"}]"_s;
    for (const char* encoding : {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "GB18030"}) {
        QCOMPARE(readAll(QStringEncoder(encoding)(text), FileKind::Json, encoding),
                 (QStringList{u"a"_s, u"1: Zoë 陳 😀"_s}));
    }
}

void TestJsonReader::losesNoKeyThatComesLate()
{
    constexpr int rows = 120'000; // some 1.5 MB
    QByteArray file;
    for (int i = 0; i < rows; ++i)
        file += "{\"a\":12345}\n";
    file += "{\"a\":1,\"b\":\"new\",\"c\":null}\n{\"a\":2}\n";
    const QStringList all = readAll(file, FileKind::JsonLines);
    QCOMPARE(all.size(), rows + 3);
    QCOMPARE(all.first(), u"a"_s);
    QCOMPARE(all[rows + 1], u"(new key b) %1: 1|new"_s.arg(rows + 1));
    QCOMPARE(all.last(), u"%1: 2"_s.arg(rows + 2));
}

void TestJsonReader::keepsItsPlaceAcrossBlocks()
{
    // Objects of every length from 1 to 600: their ends fall on each side of each block's end.
    QByteArray members;
    QByteArray lines;
    QStringList all = {u"a|b.c"_s};
    for (int i = 0; i < 8000; ++i) {
        const QString text(i % 600 + 1, QChar(u'a' + i % 26));
        const QByteArray object =
            "{\"a\":\"" + text.toUtf8() + "\\u0041\",\"b\":{\"c\":" + QByteArray::number(i) + "}}";
        members += (i == 0 ? "[" : ",\n") + object;
        lines += object + '\n';
        all.append(QString::number(i + 1) + u": "_s + text + u"A|"_s + QString::number(i));
    }
    QCOMPARE(readAll(members + ']', FileKind::Json), all);
    QCOMPARE(readAll("{\"rows\":" + members + "],\"count\":8000}", FileKind::Json), all);
    QCOMPARE(readAll(lines, FileKind::Json), all);
    QCOMPARE(readAll(lines, FileKind::JsonLines), all);
}

void TestJsonReader::cutsAnObjectWithoutEnd()
{
    const QByteArray object = "{\"a\":\"" + QByteArray(9 * 1024 * 1024, 'x') + "\"}";
    const QStringList members = readAll("[{\"a\":1},\n" + object + ",\n{\"a\":2}]", FileKind::Json);
    QCOMPARE(members.size(), 4);
    QVERIFY(members[2].startsWith(u"(too long) 2: -|{\"a\":\"xxx"_s));
    QCOMPARE(members[2].size(), 4 * 1024 * 1024 + u"(too long) 2: -|"_s.size());
    QCOMPARE(members[3], u"3: 2"_s);
    const QStringList lines = readAll("{\"a\":1}\n" + object + "\n{\"a\":2}", FileKind::JsonLines);
    QCOMPARE(lines, members);
}

void TestJsonReader::refusesBracketsWithoutEnd()
{
    const QByteArray open = QByteArray("[").repeated(100'000);
    QCOMPARE(readAll("{\"a\":" + open + "\n", FileKind::JsonLines).last().left(60),
             u"(1: there are too many brackets within brackets) 1: {\"a\":[[["_s.left(60));
    const QByteArray deep =
        "{\"a\":" + QByteArray("[").repeated(100) + QByteArray("]").repeated(100);
    QVERIFY(readAll(deep + "}\n", FileKind::JsonLines).last().startsWith(u"1: [[["_s));
}

void TestJsonReader::knowsHowFarItIs()
{
    QBuffer device;
    device.setData("\xEF\xBB\xBF[ {\"a\":1}, {\"a\":2} ] \n");
    device.open(QIODevice::ReadOnly);
    JsonReader reader(device, {.kind = FileKind::Json});
    QCOMPARE(reader.bytesDone(), 3);
    QVERIFY(reader.next());
    QCOMPARE(reader.bytesDone(), 12);
    QVERIFY(reader.next());
    QVERIFY(!reader.next());
    QVERIFY(!reader.error());
    QCOMPARE(reader.bytesDone(), device.size());
}

QTEST_GUILESS_MAIN(TestJsonReader)
#include "tst_jsonreader.moc"
