// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/csvsniffer.h"

#include <QStringEncoder>
#include <QTest>

using namespace clientele;
using namespace Qt::StringLiterals;

class TestCsvSniffer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheFormat_data();
    void findsTheFormat();
    void refusesWhatIsNoText_data();
    void refusesWhatIsNoText();
    void keepsAnEncodingThatIsGiven();
    void toleratesATornEnd();
    void notesAFileWithOnlyAHeader();
    void tellsAHeaderFromData_data();
    void tellsAHeaderFromData();
};

void TestCsvSniffer::findsTheFormat_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<CsvFormat>("format");

    const QString text = u"name;email\r\nZoë;zoe@example.com\r\n陳;chen@example.com\r\n"_s;
    const auto encoded = [&](const char* encoding, QStringConverter::Flag flag) {
        return QByteArray(QStringEncoder(encoding, flag)(text));
    };
    using enum QStringConverter::Flag;

    QTest::newRow("plain") << QByteArray("name,email\nEmma,emma@example.com\n") << CsvFormat{};
    QTest::newRow("UTF-8 with a mark") << encoded("UTF-8", WriteBom) << CsvFormat{.delimiter = ';'};
    QTest::newRow("UTF-16LE with a mark")
        << encoded("UTF-16LE", WriteBom) << CsvFormat{.encoding = "UTF-16LE", .delimiter = ';'};
    QTest::newRow("UTF-16BE with a mark")
        << encoded("UTF-16BE", WriteBom) << CsvFormat{.encoding = "UTF-16BE", .delimiter = ';'};
    QTest::newRow("UTF-32LE with a mark")
        << encoded("UTF-32LE", WriteBom) << CsvFormat{.encoding = "UTF-32LE", .delimiter = ';'};
    QTest::newRow("UTF-32BE with a mark")
        << encoded("UTF-32BE", WriteBom) << CsvFormat{.encoding = "UTF-32BE", .delimiter = ';'};
    QTest::newRow("UTF-16LE") << encoded("UTF-16LE", Default)
                              << CsvFormat{.encoding = "UTF-16LE", .delimiter = ';'};
    QTest::newRow("UTF-16BE") << encoded("UTF-16BE", Default)
                              << CsvFormat{.encoding = "UTF-16BE", .delimiter = ';'};
    QTest::newRow("windows-1252") << QByteArray("Name;E-Mail\nM\xFCller;m@example.com\n")
                                  << CsvFormat{.encoding = "windows-1252", .delimiter = ';'};
    QTest::newRow("UTF-8 with one broken row")
        << QByteArray("name,email\nZo\xC3\xAB,a@b.co\nJos\xC3\xA9,b@b.co\nM\xFCller,c@b.co\n")
        << CsvFormat{};
    QTest::newRow("tab") << QByteArray("name\temail\tphone\nChen, David\td@example.com\t1;2\n")
                         << CsvFormat{.delimiter = '\t'};
    QTest::newRow("bar") << QByteArray("name|email\nEmma|e@example.com\n")
                         << CsvFormat{.delimiter = '|'};
    QTest::newRow("commas within the fields")
        << QByteArray(
               "name;email;note\nEmma;e@b.co;a, b, c\nDavid;d@b.co;none\nSarah;s@b.co;x, y\n")
        << CsvFormat{.delimiter = ';'};
    QTest::newRow("semicolons within quotes")
        << QByteArray("name,email\n\"a;b;c\",e@b.co\n\"d;e;f\",f@b.co\n") << CsvFormat{};
    QTest::newRow("ragged") << QByteArray(
                                   "name,email,phone\na,b@b.co,1\nonly\nc,d@b.co,2\ne,f@b.co,3,4\n")
                            << CsvFormat{};
    QTest::newRow("one column") << QByteArray("email\na@b.co\nc@d.co\n") << CsvFormat{};
    QTest::newRow("no header") << QByteArray("Emma,emma@example.com,555\nDavid,d@example.com,556\n")
                               << CsvFormat{.hasHeader = false};
    QTest::newRow("unknown header")
        << QByteArray("foo,bar\nEmma,emma@example.com\n") << CsvFormat{};
    QTest::newRow("a zero byte in one row")
        << QByteArray("name,email\n")
               .append(QByteArray("Emma,emma@example.com\n").repeated(200))
               .append("a\0b,c@d.co\n", 11)
        << CsvFormat{};
    QTest::newRow("UTF-32LE") << encoded("UTF-32LE", Default)
                              << CsvFormat{.encoding = "UTF-32LE", .delimiter = ';'};
    QTest::newRow("UTF-32BE") << encoded("UTF-32BE", Default)
                              << CsvFormat{.encoding = "UTF-32BE", .delimiter = ';'};

    QTest::newRow("backslashes")
        << QByteArray("name,email\n\"Ann \\\"A\\\" Lee\",a@b.co\n\"Bob, \\\"B\\\"\",b@b.co\n")
        << CsvFormat{.backslashEscapes = true};
    QTest::newRow("backslashes at the end of fields")
        << QByteArray("name,path\n\"Ann\",\"C:\\\"\n\"Bob\",\"D:\\\"\n") << CsvFormat{};
    QTest::newRow("doubled quotes with backslashes")
        << QByteArray("name,email\n\"Ann \\\"\"A\\\"\" Lee\",a@b.co\n") << CsvFormat{};
    QTest::newRow("single quotes")
        << QByteArray("'name';'email'\n'Lee; Ann';'a@b.co'\n'O''Neil';'b@b.co'\n")
        << CsvFormat{.delimiter = ';', .quote = '\''};
    QTest::newRow("apostrophes") << QByteArray("name,email\n't Hooft,a@b.co\n'Abd,b@b.co\n")
                                 << CsvFormat{};

    QTest::newRow("JSON") << QByteArray(R"([{"name":"Ann","email":"a@b.co"}])")
                          << CsvFormat{.kind = FileKind::Json};
    QTest::newRow("JSON in UTF-16")
        << QByteArray(QStringEncoder("UTF-16LE")(u"[ {\"name\":\"Ann\"} ]"_s))
        << CsvFormat{.kind = FileKind::Json, .encoding = "UTF-16LE"};
    QTest::newRow("empty JSON") << QByteArray(" [ ]\n") << CsvFormat{.kind = FileKind::Json};
    QTest::newRow("a list in an object")
        << QByteArray("{\"rows\":[\n{\"a\":1},\n{\"a\":2}]}") << CsvFormat{.kind = FileKind::Json};
    QTest::newRow("objects over lines")
        << QByteArray("{\n\"a\":1}\n{\n\"a\":2}\n") << CsvFormat{.kind = FileKind::Json};
    QTest::newRow("JSON lines") << QByteArray("{\"a\":1}\n{\"a\":2}\n")
                                << CsvFormat{.kind = FileKind::JsonLines};
    QTest::newRow("CSV with brackets") << QByteArray("[name],[email]\nAnn,a@b.co\n") << CsvFormat{};
    QTest::newRow("CSV with braces") << QByteArray("{name},{email}\nAnn,a@b.co\n") << CsvFormat{};
}

void TestCsvSniffer::findsTheFormat()
{
    QFETCH(QByteArray, file);
    QFETCH(CsvFormat, format);
    const auto sniffed = sniffer::sniff(file, true);
    QVERIFY(sniffed);
    QCOMPARE(sniffed->format.kind, format.kind);
    QCOMPARE(sniffed->format.encoding, format.encoding);
    QCOMPARE(sniffed->format.quote, format.quote);
    QCOMPARE(sniffed->format.backslashEscapes, format.backslashEscapes);
    QCOMPARE(sniffed->format.delimiter, format.delimiter);
    QCOMPARE(sniffed->format.hasHeader, format.hasHeader);
    QVERIFY(!sniffed->onlyHeader);
}

void TestCsvSniffer::refusesWhatIsNoText_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("code");

    const QByteArray zip("PK\x03\x04\x14\0\x06\0", 8);
    QTest::newRow("nothing") << QByteArray() << u"file.empty"_s;
    QTest::newRow("line breaks") << QByteArray("\n\r\n\n") << u"file.empty"_s;
    QTest::newRow("only a mark") << QByteArray("\xEF\xBB\xBF") << u"file.empty"_s;
    QTest::newRow("workbook") << zip + "[Content_Types].xml" << u"file.excel"_s;
    QTest::newRow("old workbook") << QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
                                  << u"file.excel"_s;
    QTest::newRow("spreadsheet") << zip + "mimetypeapplication/vnd.oasis.opendocument.spreadsheet"
                                 << u"file.spreadsheet"_s;
    QTest::newRow("archive") << zip + "customers.csv" << u"file.archive"_s;
    QTest::newRow("gzip") << QByteArray("\x1F\x8B\x08\0", 4) << u"file.archive"_s;
    QTest::newRow("picture") << QByteArray("\x89PNG\r\n\x1A\n") << u"file.image"_s;
    QTest::newRow("PDF") << QByteArray("%PDF-1.7\n") << u"file.pdf"_s;
    QTest::newRow("database") << QByteArray("SQLite format 3\0", 16) << u"file.database"_s;
    QTest::newRow("program") << QByteArray("\x7F"
                                           "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0\x3E\0",
                                           20)
                             << u"file.binary"_s;
}

void TestCsvSniffer::refusesWhatIsNoText()
{
    QFETCH(QByteArray, file);
    const auto sniffed = sniffer::sniff(file, true);
    QVERIFY(!sniffed);
    QCOMPARE(sniffed.error().kind, ErrorKind::File);
    QTEST(sniffed.error().code, "code");
}

void TestCsvSniffer::keepsAnEncodingThatIsGiven()
{
    const auto sniffed =
        sniffer::sniff("Name;E-Mail\nM\xFCller;m@example.com\n", true, "ISO-8859-15");
    QVERIFY(sniffed);
    QCOMPARE(sniffed->format.encoding, QByteArray("ISO-8859-15"));
    QCOMPARE(sniffed->format.delimiter, ';');
}

void TestCsvSniffer::toleratesATornEnd()
{
    const QByteArray file = "name,email\n\"Zo\xC3\xAB\",zoe@example.com\n\"Jos\xC3";
    const auto sniffed = sniffer::sniff(file, false);
    QVERIFY(sniffed);
    QCOMPARE(sniffed->format.encoding, QByteArray("UTF-8"));
    QCOMPARE(sniffed->format.delimiter, ',');
    QVERIFY(!sniffer::sniff("name,email", false)->onlyHeader);
}

void TestCsvSniffer::notesAFileWithOnlyAHeader()
{
    const auto sniffed = sniffer::sniff("name,email,phone\n", true);
    QVERIFY(sniffed);
    QVERIFY(sniffed->format.hasHeader);
    QVERIFY(sniffed->onlyHeader);
}

void TestCsvSniffer::tellsAHeaderFromData_data()
{
    QTest::addColumn<QStringList>("fields");
    QTest::addColumn<bool>("isHeader");
    QTest::newRow("known") << QStringList{u"Company"_s, u"E-mail address"_s} << true;
    QTest::newRow("known, with digits") << QStringList{u"Field 9"_s, u"Phone 1"_s} << true;
    QTest::newRow("unknown words") << QStringList{u"foo"_s, u"bar"_s} << true;
    QTest::newRow("address") << QStringList{u"Emma Chen"_s, u"emma@example.com"_s} << false;
    QTest::newRow("number") << QStringList{u"Emma Chen"_s, u"555 0101"_s} << false;
    QTest::newRow("gap") << QStringList{u"Emma Chen"_s, QString()} << false;
}

void TestCsvSniffer::tellsAHeaderFromData()
{
    QFETCH(QStringList, fields);
    QTEST(sniffer::looksLikeHeader(fields), "isHeader");
}

QTEST_GUILESS_MAIN(TestCsvSniffer)
#include "tst_csvsniffer.moc"
