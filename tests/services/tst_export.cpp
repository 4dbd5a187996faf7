// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/connect.h"
#include "core/services/exportjob.h"
#include "core/services/importjob.h"
#include "core/services/importpreview.h"
#include "tests/support/exportingtest.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <sys/stat.h>

using namespace clientele;
using namespace clientele::testing;
using namespace Qt::StringLiterals;

class TestExport final : public ExportingTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void init();

    void writesTheQueryInItsOrder();
    void keepsNullApartFromEmptyInJson();
    void writesNothingButAHeaderForNobody();
    void writesTheSelectionInItsOrder();
    void readsOneSnapshot();
    void readsByRowsWhereThereIsNoCopy();
    void importsAsItWas_data();
    void importsAsItWas();
    void packsWhatIsNamedSo();
    void comesBackAsItWas();

private:
    ImportReport import(const QString& name, DuplicatePolicy onDuplicate);
    std::vector<Customer> all();
};

void TestExport::initTestCase_data()
{
    EngineFixture::addRows();
}

void TestExport::init()
{
    QFETCH_GLOBAL(QString, engine);
    begin(engine);
}

ImportReport TestExport::import(const QString& name, DuplicatePolicy onDuplicate)
{
    const auto seen =
        previewImport(*m_book, name, std::nullopt, std::nullopt, onDuplicate).wait().value();
    ImportJob job(
        *m_book,
        {.file = name, .format = seen.format, .mapping = seen.mapping, .onDuplicate = onDuplicate});
    QSignalSpy finished(&job, &Job::finished);
    if (!QTest::qWaitFor([&] { return !finished.isEmpty(); }, 60'000))
        qFatal("The import does not end");
    return job.importReport();
}

std::vector<Customer> TestExport::all()
{
    return m_book->page({}, {.limit = 100'000}).wait().value().rows;
}

void TestExport::writesTheQueryInItsOrder()
{
    const CustomerQuery query{.sort = {{.field = CustomerField::Email, .descending = true}}};
    QVERIFY(!exportTo(path(u"all.csv"_s), ExportFormat::Csv, query));
    const QByteArray csv = content(u"all.csv"_s);
    QVERIFY(csv.startsWith("id,name,email,phone,is_active,created_at,updated_at\n"));
    QVERIFY(csv.indexOf("emma@") < csv.indexOf("david@"));
    QVERIFY(csv.indexOf("david@") < csv.indexOf("chen@"));
    QVERIFY(csv.contains(",\"Emma \"\"E\"\" Chen, Ltd.\",emma@example.com,\"\",true,"));
    QVERIFY(csv.contains(",David,david@example.com,555,false,"));

    QVERIFY(!exportTo(path(u"active.jsonl"_s), ExportFormat::JsonLines,
                      {.active = ActiveFilter::Inactive}));
    const QByteArray line = content(u"active.jsonl"_s);
    QCOMPARE(line.count('\n'), 1);
    const auto david = m_book->customerByEmail(u"david@example.com"_s).wait().value();
    QCOMPARE(line, toJsonLine(*david) + '\n');
}

void TestExport::keepsNullApartFromEmptyInJson()
{
    QVERIFY(!exportTo(path(u"all.json"_s), ExportFormat::Json));
    const QJsonArray all = QJsonDocument::fromJson(content(u"all.json"_s)).array();
    QCOMPARE(all.size(), 3);
    QCOMPARE(all[0][u"phone"], QJsonValue(QString()));
    QVERIFY(all[1][u"phone"].isNull());
    QCOMPARE(all[1][u"name"], QJsonValue(u"陳\nof two lines"_s));
}

void TestExport::writesNothingButAHeaderForNobody()
{
    const CustomerQuery nobody{.text = u"nobody at all"_s};
    QVERIFY(!exportTo(path(u"none.csv"_s), ExportFormat::Csv, nobody));
    QCOMPARE(content(u"none.csv"_s),
             QByteArray("id,name,email,phone,is_active,created_at,updated_at\n"));
    QVERIFY(!exportTo(path(u"none.json"_s), ExportFormat::Json, nobody));
    QCOMPARE(content(u"none.json"_s), QByteArray("[]\n"));
}

void TestExport::comesBackAsItWas()
{
    const QString name = path(u"all.csv"_s);
    QVERIFY(!exportTo(name, ExportFormat::Csv));
    const auto before = m_book->page({}, {}).wait().value().rows;
    std::vector<CustomerId> ids;
    for (const Customer& customer : before)
        ids.push_back(customer.id);
    QVERIFY(m_book->remove(ids).wait());

    QCOMPARE(import(name, DuplicatePolicy::Reject).created, 3);
    const auto after = m_book->page({}, {}).wait().value().rows;
    QCOMPARE(after.size(), before.size());
    for (size_t i = 0; i < after.size(); ++i) {
        QCOMPARE(after[i].name, before[i].name);
        QCOMPARE(after[i].email, before[i].email);
        QCOMPARE(after[i].phone, before[i].phone);
        QCOMPARE(after[i].isActive, before[i].isActive);
    }
}

void TestExport::writesTheSelectionInItsOrder()
{
    const CustomerQuery query{.sort = {{.field = CustomerField::Email}}};
    const auto rows = m_book->page(query, {}).wait().value().rows; // chen, david, emma
    ExportPlan plan{.file = path(u"some.csv"_s),
                    .style = {.columns = {CustomerField::Email}},
                    .query = query,
                    .selection = CustomerSelection{.ids = {rows[2].id, rows[0].id, {-1}}}};
    QVERIFY(!run(plan));
    QCOMPARE(content(u"some.csv"_s), QByteArray("email\nchen@example.com\nemma@example.com\n"));

    plan.selection = CustomerSelection{
        .ranges = {
            {.begin = {.where = PageRequest::Where::From, .anchor = rows[1]}, .count = 1},
            {.begin = {.where = PageRequest::Where::Offset, .offset = 2, .total = 3}, .count = 5}}};
    QVERIFY(!run(plan));
    QCOMPARE(content(u"some.csv"_s), QByteArray("email\ndavid@example.com\nemma@example.com\n"));

    plan.selection = CustomerSelection();
    QVERIFY(!run(plan));
    QCOMPARE(content(u"some.csv"_s), QByteArray("email\n"));
}

void TestExport::readsOneSnapshot()
{
    fill(8'000);
    const QByteArray pipe = QFile::encodeName(path(u"pipe"_s));
    QCOMPARE(mkfifo(pipe.constData(), 0600), 0);
    const auto rows = m_book->page({}, {.limit = 3}).wait().value().rows;
    // Its first part is of another statement than its second.
    ExportJob job(*m_book, {.file = path(u"pipe"_s),
                            .style = {.format = ExportFormat::JsonLines},
                            .selection = CustomerSelection{
                                .ids = {rows[0].id, rows[1].id, rows[2].id},
                                .ranges = {{.begin = {.offset = 3}, .count = 9'000}}}});
    QSignalSpy finished(&job, &Job::finished);
    QFile reader(path(u"pipe"_s));
    QVERIFY(reader.open(QIODevice::ReadOnly | QIODevice::Unbuffered));
    QByteArray text = reader.read(1); // it has begun

    // What others do now comes too late.
    const auto others = connectTo(m_book->settings(), {});
    QVERIFY(others);
    QVERIFY((*others)->executeWrite(u"UPDATE customer SET name = 'changed'"_s));
    QVERIFY((*others)->executeWrite(u"DELETE FROM customer WHERE id % 2 = 0"_s));
    QVERIFY(m_book->create({.name = u"changed"_s, .email = u"zzz@example.com"_s}).wait());
    text += reader.readAll();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 30'000);
    QVERIFY(!job.error());
    QCOMPARE(job.rows(), 8'003);
    QCOMPARE(text.count('\n'), 8'003);
    QCOMPARE(text.count("changed"), 0);
}

void TestExport::readsByRowsWhereThereIsNoCopy()
{
    fill(3'000);
    QVERIFY(!exportTo(path(u"copied.csv"_s), ExportFormat::Csv));
    QVERIFY(!exportTo(path(u"fetched.csv"_s), ExportFormat::Csv, {.text = u"example"_s}));
    QVERIFY(content(u"copied.csv"_s).size() > 300'000);
    QCOMPARE(content(u"fetched.csv"_s), content(u"copied.csv"_s));
}

void TestExport::importsAsItWas_data()
{
    QTest::addColumn<ExportStyle>("style");
    using enum ExportFormat;
    QTest::newRow("csv") << ExportStyle{};
    QTest::newRow("csv without guard") << ExportStyle{.layout = {.guardsFormulas = false}};
    QTest::newRow("csv for Excel")
        << ExportStyle{.layout = {.delimiter = ';', .lineEnd = "\r\n", .byteOrderMark = true}};
    QTest::newRow("csv all in quotes")
        << ExportStyle{.layout = {.quotes = ExportLayout::Quotes::All}};
    QTest::newRow("tsv") << ExportStyle{.format = Tsv};
    QTest::newRow("json") << ExportStyle{.format = Json};
    QTest::newRow("json lines") << ExportStyle{.format = JsonLines};
}

/// Whoever is in a book: exported and imported over it nothing changes, and in an empty book they
/// are the same again.
void TestExport::importsAsItWas()
{
    QFETCH(ExportStyle, style);
    QRandomGenerator dice(4711);
    const QStringList pieces = {u"\""_s, u"\n"_s,     u"\r\n"_s, u","_s,    u";"_s,  u"\t"_s,
                                u"|"_s,  u"'"_s,      u"="_s,    u"+"_s,    u"-"_s,  u"@"_s,
                                u"\\"_s, u" "_s,      u"😀"_s,    u"é"_s,    u"陳"_s, u"ab"_s,
                                u"x1"_s, u"\u2028"_s, u"＝"_s,   u"NULL"_s, u"%"_s,  u"\u00a0b"_s};
    const auto text = [&](int most) {
        QString result;
        for (int i = dice.bounded(1, most); i > 0; --i)
            result += pieces[dice.bounded(pieces.size())];
        return result;
    };
    const QStringList signs = {u""_s, u"="_s, u"+"_s, u"-"_s, u"'"_s, u"'="_s};
    std::vector<CustomerDraft> drafts;
    for (int i = 0; i < 400; ++i) {
        const QString sign = signs[dice.bounded(signs.size())];
        CustomerDraft draft{.name = text(8),
                            .email = sign + u"c.%1@example.com"_s.arg(i),
                            .isActive = dice.bounded(2) == 0};
        if (draft.name.trimmed().isEmpty())
            draft.name = u"'"_s; // nobody goes by blanks alone
        if (dice.bounded(8) == 0)
            draft.phone = u""_s; // which is not NULL
        else if (dice.bounded(4) != 0)
            draft.phone = dice.bounded(2) == 0 ? u"+49 30 %1"_s.arg(i) : u"0"_s + text(4).left(15);
        drafts.push_back(draft);
    }
    QVERIFY(m_book->bulkCreate(drafts).wait());
    const auto before = all();
    const QString name = path(u"all."_s + formatSuffix(style.format));
    QVERIFY(!run({.file = name, .style = style}));

    const ImportReport over = import(name, DuplicatePolicy::Update);
    QCOMPARE(over.rejected, 0);
    QCOMPARE(over.updated, 0);
    QCOMPARE(over.unchanged, 403);
    QCOMPARE(all(), before);

    std::vector<CustomerId> ids;
    for (const Customer& customer : before)
        ids.push_back(customer.id);
    QVERIFY(m_book->remove(ids).wait());
    QCOMPARE(import(name, DuplicatePolicy::Reject).created, 403);
    auto after = all();
    QCOMPARE(after.size(), before.size());
    for (size_t i = 0; i < after.size(); ++i) {
        QCOMPARE(after[i].name, before[i].name);
        QCOMPARE(after[i].email, before[i].email);
        QCOMPARE(after[i].phone, before[i].phone);
        QCOMPARE(after[i].isActive, before[i].isActive);
    }
}

void TestExport::packsWhatIsNamedSo()
{
    QVERIFY(!exportTo(path(u"all.csv.gz"_s), ExportFormat::Csv));
    QVERIFY(!exportTo(path(u"all.csv"_s), ExportFormat::Csv));
    QProcess gzip;
    gzip.start(u"gzip"_s, {u"-dc"_s, path(u"all.csv.gz"_s)});
    QVERIFY(gzip.waitForFinished());
    QCOMPARE(gzip.readAllStandardOutput(), content(u"all.csv"_s));
}

QTEST_GUILESS_MAIN(TestExport)
#include "tst_export.moc"
