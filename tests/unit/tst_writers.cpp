// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/csvreader.h"
#include "core/io/csvwriter.h"
#include "core/io/customerwriter.h"
#include "core/io/formulaguard.h"
#include "core/io/gzipdevice.h"
#include "core/io/vcardwriter.h"
#include "core/io/xlsxwriter.h"
#include "core/io/zipdirectory.h"
#include "tests/support/customercells.h"

#include <QBuffer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <zlib.h>

using namespace clientele;
using namespace clientele::testing;
using namespace Qt::StringLiterals;

namespace {

const QByteArray csvHeader = "id,name,email,phone,is_active,created_at,updated_at\n";

std::vector<Customer> twoCustomers()
{
    return {{.id = {1},
             .name = u"Emma \"E\" Chen, Ltd."_s,
             .email = u"emma@example.com"_s,
             .phone = QString(u""_s),
             .createdAt = Timestamp::fromText(u"2026-03-02 10:20:30.123456"),
             .updatedAt = Timestamp::fromText(u"2026-03-02 10:20:30")},
            {.id = {9'007'199'254'740'993},
             .name = u"陳\nof two lines"_s,
             .email = u"chen@example.com"_s,
             .isActive = false}};
}

Customer named(const QString& name, const std::optional<QString>& phone = {})
{
    return {.id = {1}, .name = name, .email = u"a@b.example"_s, .phone = phone};
}

QByteArray written(const ExportStyle& style, const std::vector<Customer>& customers)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const auto writer = CustomerWriter::make(style, {.device = buffer});
    for (const Customer& customer : customers) {
        if (!writer->write(Cells(customer)))
            return "failed";
    }
    return writer->finish() ? buffer.data() : QByteArray("failed");
}

QByteArray names(const std::vector<Customer>& customers, const ExportLayout& layout = {})
{
    return written({.columns = {CustomerField::Name, CustomerField::Phone}, .layout = layout},
                   customers);
}

/// The lines of a vCard as they were before they were folded.
QList<QByteArray> unfolded(QByteArray card)
{
    card.replace("\r\n ", "");
    QList<QByteArray> lines = card.split('\n');
    for (QByteArray& line : lines)
        line.chop(line.endsWith('\r') ? 1 : 0);
    return lines;
}

} // namespace

class TestWriters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quotesOnlyWhatNeedsIt();
    void writesRowsThatReadBack();
    void tellsNothingFromAnEmptyText();
    void writesCustomersAsCsv();
    void obeysTheLayout();
    void guardsFormulas_data();
    void guardsFormulas();
    void guardsOnlyWhenTold();
    void writesCustomersAsJson();
    void writesCustomersAsJsonLines();
    void escapesJson();
    void writesChosenColumns();
    void writesVCards();
    void foldsLinesBetweenCharacters();
    void writesTelephoneUris_data();
    void writesTelephoneUris();
    void writesMarkdown();
    void writesFurtherSheets();
    void refusesTextsThatACellCannotHold();
    void packsByGzip();
};

void TestWriters::quotesOnlyWhatNeedsIt()
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    CsvWriter writer(buffer, {.delimiter = ';', .lineEnd = "\r\n"});
    const std::vector<std::string_view> row = {"a", "b;c", "d,e", "f\"g", "h\ni", {}, "", " j "};
    QVERIFY(writer.write(row));
    const std::vector<std::string_view> nothing = {{}};
    QVERIFY(writer.write(nothing));
    QVERIFY(writer.flush());
    QCOMPARE(buffer.data(), QByteArray("a;\"b;c\";d,e;\"f\"\"g\";\"h\ni\";;\"\"; j \r\n\"\"\r\n"));
}

void TestWriters::writesRowsThatReadBack()
{
    const std::vector<std::string> values = {
        "",        "plain",      "\"",    "\"\"",     ",", "\r",   "\n",       "\r\n",
        " blank ", "\"quoted\"", "5\" x", "Zoë 陳 😀", "'", "=1+1", "a\"b,c\n", "trailing\\"};
    QBuffer buffer;
    buffer.open(QIODevice::ReadWrite);
    CsvWriter writer(buffer);
    for (const std::string& first : values) {
        for (const std::string& second : values) {
            const std::vector<std::string_view> row = {first, second};
            QVERIFY(writer.write(row));
        }
    }
    QVERIFY(writer.flush());
    buffer.seek(0);
    CsvReader reader(buffer, {});
    for (const std::string& first : values) {
        for (const std::string& second : values) {
            const CsvRecord* record = reader.next();
            QVERIFY(record);
            QCOMPARE(record->fault, CsvRecord::Fault::None);
            QCOMPARE(record->fields.size(), size_t(2));
            QCOMPARE(std::string(record->fields[0]), first);
            QCOMPARE(std::string(record->fields[1]), second);
        }
    }
    QVERIFY(!reader.next());
}

void TestWriters::tellsNothingFromAnEmptyText()
{
    const std::vector<Customer> customers = {named(u"a"_s), named(u"b"_s, u""_s),
                                             named(u"NULL"_s, u"1"_s)};
    QCOMPARE(names(customers), QByteArray("name,phone\na,\nb,\"\"\nNULL,1\n"));
    QCOMPARE(names(customers, {.nullText = u"NULL"_s}),
             QByteArray("name,phone\na,NULL\nb,\n\"NULL\",1\n"));
    QCOMPARE(names(customers, {.quotes = ExportLayout::Quotes::All}),
             QByteArray("\"name\",\"phone\"\n\"a\",\n\"b\",\"\"\n\"NULL\",\"1\"\n"));
}

void TestWriters::writesCustomersAsCsv()
{
    QCOMPARE(written({}, twoCustomers()),
             csvHeader +
                 QByteArray("1,\"Emma \"\"E\"\" Chen, Ltd.\",emma@example.com,\"\",true,"
                            "2026-03-02T10:20:30.123456+00:00,2026-03-02T10:20:30+00:00\n"
                            "9007199254740993,\"陳\nof two lines\",chen@example.com,,false,,\n"));
    QCOMPARE(written({}, {}), csvHeader);
}

void TestWriters::obeysTheLayout()
{
    const std::vector<Customer> customers = {named(u"a;b\tc"_s, u"1"_s)};
    QCOMPARE(names(customers, {.delimiter = ';', .lineEnd = "\r\n", .byteOrderMark = true}),
             QByteArray("\xef\xbb\xbfname;phone\r\n\"a;b\tc\";1\r\n"));
    QCOMPARE(written({.format = ExportFormat::Tsv,
                      .columns = {CustomerField::Phone, CustomerField::Name},
                      .layout = {.delimiter = ';'}},
                     customers),
             QByteArray("phone\tname\n1\t\"a;b\tc\"\n"));
}

void TestWriters::guardsFormulas_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<QByteArray>("guarded");
    QTest::addColumn<QByteArray>("unguarded");
    const auto formula = [](const char* cell) {
        QTest::newRow(cell) << QByteArray(cell) << QByteArray("'") + cell << QByteArray(cell);
    };
    const auto plain = [](const char* cell) {
        QTest::newRow(cell) << QByteArray(cell) << QByteArray(cell) << QByteArray(cell);
    };
    const auto marked = [](const char* cell) {
        QTest::newRow(cell) << QByteArray(cell) << QByteArray("'") + cell << QByteArray("'") + cell;
    };
    for (const char* cell : {"=1+1",
                             "=cmd|' /C calc'!A0",
                             "@SUM(A1)",
                             "+SUM(A1)",
                             "-2+3+cmd|' /C calc'!A0",
                             "\t=1",
                             "\r=1",
                             "\n=1",
                             "＝1+1",
                             "＋1",
                             "－1",
                             "＠x",
                             "=",
                             "+",
                             "-",
                             "@",
                             "+x",
                             "-x1",
                             "+1 A1",
                             "+49 30 HYPERLINK(1)",
                             "+1;2",
                             "+1 x 12345678",
                             "-a@example.com",
                             "+tag@example.com"})
        formula(cell);
    for (const char* cell : {"+49 30 12 34-56", "+1 (555) 01.03", "-12345", "+1-555-0101 x12",
                             "+1 555 ext. 7", "+1-555;ext=12", "-1", "+1/2", "a=1", " =1", "", "'",
                             "''", "'Neill", "O'Neill", "''x", "1=1", "陳", "ￜ1"})
        plain(cell);
    for (const char* cell : {"'=1", "''=1", "'+49 30", "'\t", "'@x", "'－"})
        marked(cell);
}

void TestWriters::guardsFormulas()
{
    QFETCH(QByteArray, cell);
    QFETCH(QByteArray, guarded);
    QFETCH(QByteArray, unguarded);
    for (const bool guards : {true, false}) {
        const QByteArray& expected = guards ? guarded : unguarded;
        const bool marked = formulaguard::needsApostrophe(cell.toStdString(), guards);
        QCOMPARE((marked ? "'" : "") + cell, expected);
        const std::string text = expected.toStdString();
        QCOMPARE(std::string(formulaguard::taken(text)), cell.toStdString());
    }
}

void TestWriters::guardsOnlyWhenTold()
{
    const std::vector<Customer> customers = {named(u"=1+1"_s, u"+49 30 12"_s),
                                             named(u"'=1"_s, u"+A1"_s)};
    QCOMPARE(names(customers), QByteArray("name,phone\n'=1+1,+49 30 12\n''=1,'+A1\n"));
    QCOMPARE(names(customers, {.guardsFormulas = false}),
             QByteArray("name,phone\n=1+1,+49 30 12\n''=1,+A1\n"));
    QVERIFY(written({.format = ExportFormat::JsonLines}, customers).contains("\"=1+1\""));
}

void TestWriters::writesCustomersAsJson()
{
    const QByteArray json = written({.format = ExportFormat::Json}, twoCustomers());
    QVERIFY(json.startsWith("[\n{\"id\": 1, "));
    QVERIFY(json.endsWith("}\n]\n"));
    const QJsonArray array = QJsonDocument::fromJson(json).array();
    QCOMPARE(array.size(), 2);
    QCOMPARE(array[0].toObject(), twoCustomers()[0].toJson());
    QCOMPARE(array[1].toObject(), twoCustomers()[1].toJson());
    QVERIFY(array[0][u"phone"].isString());
    QVERIFY(array[1][u"phone"].isNull());
    QCOMPARE(written({.format = ExportFormat::Json}, {}), QByteArray("[]\n"));
}

void TestWriters::writesCustomersAsJsonLines()
{
    const auto customers = twoCustomers();
    QCOMPARE(written({.format = ExportFormat::JsonLines}, customers),
             toJsonLine(customers[0]) + '\n' + toJsonLine(customers[1]) + '\n');
    QCOMPARE(written({.format = ExportFormat::JsonLines}, {}), QByteArray());
}

void TestWriters::escapesJson()
{
    QString all;
    for (char16_t c = 1; c < 0x100; ++c)
        all += QChar(c);
    const Customer customer = named(all + u"\u2028😀"_s);
    QCOMPARE(written({.format = ExportFormat::JsonLines}, {customer}), toJsonLine(customer) + '\n');
}

void TestWriters::writesChosenColumns()
{
    const QList columns = {CustomerField::Email, CustomerField::Id};
    const std::vector<Customer> customers = {named(u"x"_s)};
    QCOMPARE(written({.columns = columns}, customers), QByteArray("email,id\na@b.example,1\n"));
    QCOMPARE(written({.format = ExportFormat::JsonLines, .columns = columns}, customers),
             QByteArray("{\"email\": \"a@b.example\", \"id\": 1}\n"));
    QCOMPARE(written({.format = ExportFormat::Markdown, .columns = columns}, customers),
             QByteArray("| email | id |\n| --- | ---: |\n| a@b.example | 1 |\n"));
}

void TestWriters::writesVCards()
{
    Customer customer = twoCustomers()[0];
    customer.phone = u"+1 555 0101"_s;
    const QByteArray cards =
        written({.format = ExportFormat::VCard},
                {customer, named(u"a;b,c\\d\r\ne\nf\x01g"_s, u"12, or; 13"_s)});
    QVERIFY(!QByteArray(cards).replace("\r\n", "").contains('\n'));
    const QList<QByteArray> lines = unfolded(cards);
    QCOMPARE(lines.mid(0, 2), QList<QByteArray>({"BEGIN:VCARD", "VERSION:4.0"}));
    QVERIFY(lines[2].startsWith("UID:urn:uuid:"));
    QCOMPARE(
        lines.mid(3, 5),
        QList<QByteArray>({"FN:Emma \"E\" Chen\\, Ltd.", "EMAIL:emma@example.com",
                           "TEL;VALUE=uri:tel:+1-555-0101", "REV:20260302T102030Z", "END:VCARD"}));
    QCOMPARE(lines.mid(11, 4),
             QList<QByteArray>({"FN:a\\;b\\,c\\\\d\\ne\\nf g", "EMAIL:a@b.example",
                                "TEL;VALUE=text:12\\, or\\; 13", "END:VCARD"}));

    // The same one tomorrow and elsewhere, and nobody else's.
    QCOMPARE(unfolded(written({.format = ExportFormat::VCard}, {customer}))[2], lines[2]);
    QVERIFY(lines[2] != lines[10]);
    customer.createdAt->microseconds += 1;
    QVERIFY(unfolded(written({.format = ExportFormat::VCard}, {customer}))[2] != lines[2]);
}

void TestWriters::foldsLinesBetweenCharacters()
{
    for (int shift = 0; shift < 4; ++shift) {
        const QString name = QString(shift, u'x') + u"陳é😀"_s.repeated(60);
        const QByteArray card = written({.format = ExportFormat::VCard}, {named(name)});
        QVERIFY(unfolded(card).contains("FN:" + name.toUtf8()));
        for (const QByteArray& line : card.split('\n')) {
            QVERIFY2(line.size() <= 76, line.constData()); // with its CR
            QVERIFY(QByteArrayView(line).isValidUtf8());
        }
    }
    const QString just(72, u'x'); // 75 with "FN:"
    QVERIFY(written({.format = ExportFormat::VCard}, {named(just)}).contains(just.toUtf8() + '\r'));
}

void TestWriters::writesTelephoneUris_data()
{
    QTest::addColumn<QString>("uri");
    QTest::newRow("+49 30 12 34-56") << u"tel:+49-30-12-34-56"_s;
    QTest::newRow("+1 (555) 01.03") << u"tel:+1-(555)01.03"_s;
    QTest::newRow("+1-555-0101 x12") << u"tel:+1-555-0101;ext=12"_s;
    QTest::newRow("+1-555-0101;ext=12") << u"tel:+1-555-0101;ext=12"_s;
    QTest::newRow("+1 555 ext. 7") << u"tel:+1-555;ext=7"_s;
    QTest::newRow("030 1234") << QString();
    QTest::newRow("+") << QString();
    QTest::newRow("+ - ") << QString();
    QTest::newRow("+1 or +2") << QString();
    QTest::newRow("") << QString();
}

void TestWriters::writesTelephoneUris()
{
    QFETCH(QString, uri);
    QCOMPARE(QString::fromStdString(VCardWriter::telephoneUri(QTest::currentDataTag())), uri);
}

void TestWriters::writesMarkdown()
{
    const QByteArray table = written(
        {.format = ExportFormat::Markdown, .columns = {CustomerField::Name, CustomerField::Phone}},
        {named(u"a|b\\|c"_s, u"1\r\n2\n3"_s), named(u"*x* _y_ a_b <b> & `c` [d]"_s)});
    QCOMPARE(table, QByteArray("| name | phone |\n"
                               "| --- | --- |\n"
                               "| a\\|b\\\\\\|c | 1<br>2<br>3 |\n"
                               "| \\*x\\* \\_y\\_ a_b \\<b\\> \\& \\`c\\` \\[d\\] |  |\n"));
}

void TestWriters::writesFurtherSheets()
{
    QBuffer buffer;
    buffer.open(QIODevice::ReadWrite);
    XlsxWriter writer({.device = buffer}, {CustomerField::Id, CustomerField::Name}, 3);
    for (int i = 0; i < 7; ++i) // two a sheet, below the header
        QVERIFY(writer.write(Cells(named(QString::number(i)))));
    QVERIFY(writer.finish());
    const auto sizes = zipSizes(buffer);
    for (int sheet = 1; sheet <= 4; ++sheet)
        QVERIFY(sizes.value("xl/worksheets/sheet" + QByteArray::number(sheet) + ".xml") > 500);
    QVERIFY(!sizes.contains("xl/worksheets/sheet5.xml"));
}

void TestWriters::refusesTextsThatACellCannotHold()
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    XlsxWriter writer({.device = buffer}, {CustomerField::Name});
    QVERIFY(writer.write(Cells(named(QString(32'767, u'x')))));
    const auto longer = writer.write(Cells(named(QString(32'768, u'x'))));
    QVERIFY(!longer);
    QCOMPARE(longer.error().code, u"export.cell_too_long"_s);
}

void TestWriters::packsByGzip()
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    GzipDevice gzip(buffer);
    QByteArray content;
    for (int i = 0; i < 200'000; ++i) {
        const QByteArray line = QByteArray::number(i * 7919) + '\n';
        content += line;
        QCOMPARE(gzip.write(line), line.size());
    }
    QVERIFY(gzip.end());
    QVERIFY(buffer.data().size() < content.size() / 2);

    z_stream zip{};
    QCOMPARE(inflateInit2(&zip, MAX_WBITS + 16), Z_OK);
    QByteArray unpacked(content.size() + 1, '\0');
    zip.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(buffer.data().constData()));
    zip.avail_in = uInt(buffer.data().size());
    zip.next_out = reinterpret_cast<Bytef*>(unpacked.data());
    zip.avail_out = uInt(unpacked.size());
    QCOMPARE(inflate(&zip, Z_FINISH), Z_STREAM_END);
    unpacked.resize(qsizetype(zip.total_out));
    inflateEnd(&zip);
    QCOMPARE(unpacked, content);
}

QTEST_GUILESS_MAIN(TestWriters)
#include "tst_writers.moc"
