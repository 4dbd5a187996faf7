// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/csvreader.h"
#include "core/io/csvwriter.h"
#include "core/io/customerwriter.h"

#include <QBuffer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace clientele;
using namespace Qt::StringLiterals;

namespace {

std::vector<Customer> twoCustomers()
{
    return {{.id = {1},
             .name = u"Emma \"E\" Chen, Ltd."_s,
             .email = u"emma@example.com"_s,
             .phone = QString(),
             .createdAt = Timestamp::fromText(u"2026-03-02 10:20:30.123456"),
             .updatedAt = Timestamp::fromText(u"2026-03-02 10:20:30")},
            {.id = {9'007'199'254'740'993},
             .name = u"陳\nof two lines"_s,
             .email = u"chen@example.com"_s,
             .isActive = false}};
}

QByteArray written(std::unique_ptr<CustomerWriter> (*make)(QIODevice&),
                   const std::vector<Customer>& customers)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const auto writer = make(buffer);
    for (const Customer& customer : customers) {
        if (!writer->write(customer))
            return "failed";
    }
    return writer->finish() ? buffer.data() : QByteArray("failed");
}

std::unique_ptr<CustomerWriter> csv(QIODevice& device)
{
    return CustomerWriter::csv(device);
}

} // namespace

class TestWriters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quotesOnlyWhatNeedsIt();
    void writesRowsThatReadBack();
    void writesCustomersAsCsv();
    void writesCustomersAsJson();
    void writesCustomersAsJsonLines();
    void saysWhenTheDiskIsFull();
};

void TestWriters::quotesOnlyWhatNeedsIt()
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    CsvWriter writer(buffer, ';', "\r\n");
    const std::vector<std::string_view> row = {"a", "b;c", "d,e", "f\"g", "h\ni", "", " j "};
    QVERIFY(writer.write(row));
    const std::vector<std::string_view> empty = {""};
    QVERIFY(writer.write(empty));
    QVERIFY(writer.flush());
    QCOMPARE(buffer.data(), QByteArray("a;\"b;c\";d,e;\"f\"\"g\";\"h\ni\";; j \r\n\"\"\r\n"));
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

void TestWriters::writesCustomersAsCsv()
{
    QCOMPARE(written(csv, twoCustomers()),
             QByteArray("id,name,email,phone,is_active,created_at,updated_at\n"
                        "1,\"Emma \"\"E\"\" Chen, Ltd.\",emma@example.com,,true,"
                        "2026-03-02T10:20:30.123456+00:00,2026-03-02T10:20:30+00:00\n"
                        "9007199254740993,\"陳\nof two lines\",chen@example.com,,false,,\n"));
    QCOMPARE(written(csv, {}), QByteArray("id,name,email,phone,is_active,created_at,updated_at\n"));
}

void TestWriters::writesCustomersAsJson()
{
    const QByteArray json = written(CustomerWriter::json, twoCustomers());
    QVERIFY(json.startsWith("[\n{\"id\": 1, "));
    QVERIFY(json.endsWith("}\n]\n"));
    const QJsonArray array = QJsonDocument::fromJson(json).array();
    QCOMPARE(array.size(), 2);
    QCOMPARE(array[0].toObject(), twoCustomers()[0].toJson());
    QCOMPARE(array[1].toObject(), twoCustomers()[1].toJson());
    QVERIFY(array[0][u"phone"].isString());
    QVERIFY(array[1][u"phone"].isNull());
    QCOMPARE(written(CustomerWriter::json, {}), QByteArray("[]\n"));
}

void TestWriters::writesCustomersAsJsonLines()
{
    const auto customers = twoCustomers();
    QCOMPARE(written(CustomerWriter::jsonLines, customers),
             toJsonLine(customers[0]) + '\n' + toJsonLine(customers[1]) + '\n');
    QCOMPARE(written(CustomerWriter::jsonLines, {}), QByteArray());
}

void TestWriters::saysWhenTheDiskIsFull()
{
    QFile full(u"/dev/full"_s);
    if (!full.open(QIODevice::WriteOnly))
        QFAIL("/dev/full cannot be opened");
    for (auto make : {csv, CustomerWriter::json, CustomerWriter::jsonLines}) {
        const auto writer = make(full);
        Result<> result;
        for (int i = 0; i < 10'000 && result; ++i)
            result = writer->write(twoCustomers()[1]);
        if (result)
            result = writer->finish();
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::StorageFull);
        QCOMPARE(result.error().subject, u"/dev/full"_s);
    }
}

QTEST_GUILESS_MAIN(TestWriters)
#include "tst_writers.moc"
