// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/book.h"
#include "core/services/exportjob.h"
#include "core/services/importjob.h"
#include "core/services/importpreview.h"
#include "tests/support/enginefixture.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace clientele;
using namespace clientele::testing;
using namespace Qt::StringLiterals;

class TestExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void init();

    void writesTheQueryInItsOrder();
    void keepsNullApartFromEmptyInJson();
    void writesNothingButAHeaderForNobody();
    void comesBackAsItWas();
    void leavesAnOldFileAloneWhenItFails();
    void writesToADeviceWithoutReplacingIt();
    void cancels();

private:
    std::optional<Error> exportTo(const QString& name, ExportFormat format,
                                  const CustomerQuery& query = {});
    QByteArray content(const QString& name);
    QString path(const QString& name) { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
    EngineFixture m_fixture;
    std::unique_ptr<Book> m_book;
};

void TestExport::initTestCase_data()
{
    QTest::addColumn<QString>("engine");
    QTest::newRow("sqlite") << u"sqlite"_s;
    QTest::newRow("postgresql") << u"postgresql"_s;
}

void TestExport::init()
{
    QFETCH_GLOBAL(QString, engine);
    m_folder = std::make_unique<QTemporaryDir>();
    m_book.reset();
    m_book = std::make_unique<Book>(m_fixture.emptied(engine), QString());
    QVERIFY(m_book->open().wait());
    QVERIFY(m_book
                ->bulkCreate({{.name = u"Emma \"E\" Chen, Ltd."_s,
                               .email = u"emma@example.com"_s,
                               .phone = u""_s},
                              {.name = u"陳\nof two lines"_s, .email = u"chen@example.com"_s},
                              {.name = u"David"_s,
                               .email = u"david@example.com"_s,
                               .phone = u"555"_s,
                               .isActive = false}})
                .wait());
}

std::optional<Error> TestExport::exportTo(const QString& name, ExportFormat format,
                                          const CustomerQuery& query)
{
    ExportJob job(*m_book, {.file = name, .format = format, .query = query, .expectedRows = 3});
    QSignalSpy finished(&job, &Job::finished);
    if (!QTest::qWaitFor([&] { return !finished.isEmpty(); }, 30'000))
        qFatal("The export does not end");
    return job.error();
}

QByteArray TestExport::content(const QString& name)
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

void TestExport::writesTheQueryInItsOrder()
{
    const CustomerQuery query{.sort = {{.field = CustomerField::Email, .descending = true}}};
    QVERIFY(!exportTo(path(u"all.csv"_s), ExportFormat::Csv, query));
    const QByteArray csv = content(u"all.csv"_s);
    QVERIFY(csv.startsWith("id,name,email,phone,is_active,created_at,updated_at\n"));
    QVERIFY(csv.indexOf("emma@") < csv.indexOf("david@"));
    QVERIFY(csv.indexOf("david@") < csv.indexOf("chen@"));
    QVERIFY(csv.contains(",\"Emma \"\"E\"\" Chen, Ltd.\",emma@example.com,,true,"));
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

    const auto seen =
        previewImport(*m_book, name, std::nullopt, std::nullopt, DuplicatePolicy::Reject)
            .wait()
            .value();
    ImportJob job(*m_book, {.file = name, .format = seen.format, .mapping = seen.mapping});
    QSignalSpy finished(&job, &Job::finished);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 30'000);
    QCOMPARE(job.importReport().created, 3);
    const auto after = m_book->page({}, {}).wait().value().rows;
    QCOMPARE(after.size(), before.size());
    for (size_t i = 0; i < after.size(); ++i) {
        QCOMPARE(after[i].name, before[i].name);
        QCOMPARE(after[i].email, before[i].email);
        QCOMPARE(after[i].phone.value_or(QString()), before[i].phone.value_or(QString()));
        QCOMPARE(after[i].isActive, before[i].isActive);
    }
}

void TestExport::leavesAnOldFileAloneWhenItFails()
{
    const auto nowhere = exportTo(path(u"no/such/folder.csv"_s), ExportFormat::Csv);
    QVERIFY(nowhere);
    QCOMPARE(nowhere->kind, ErrorKind::File);

    QFile old(path(u"old.csv"_s));
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write("precious");
    old.close();
    ExportJob job(*m_book, {.file = old.fileName()});
    job.cancel();
    QSignalSpy finished(&job, &Job::finished);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 30'000);
    if (job.error()) {
        QCOMPARE(job.error()->kind, ErrorKind::Cancelled);
        QCOMPARE(content(u"old.csv"_s), QByteArray("precious"));
    } else { // it was quicker than the cancelling
        QCOMPARE(job.rows(), 3);
    }
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"old.csv"_s});
}

void TestExport::writesToADeviceWithoutReplacingIt()
{
    const auto full = exportTo(u"/dev/full"_s, ExportFormat::JsonLines);
    QVERIFY(full);
    QCOMPARE(full->kind, ErrorKind::StorageFull);
    QVERIFY(!QFileInfo(u"/dev/full"_s).isFile());
    QVERIFY(QFileInfo::exists(u"/dev/full"_s));
}

void TestExport::cancels()
{
    std::vector<CustomerDraft> drafts;
    for (int i = 0; i < 5000; ++i)
        drafts.push_back({.name = u"Somebody"_s, .email = u"somebody.%1@example.com"_s.arg(i)});
    QVERIFY(m_book->bulkCreate(drafts).wait());
    ExportJob job(*m_book, {.file = path(u"many.csv"_s), .expectedRows = 5003});
    QSignalSpy finished(&job, &Job::finished);
    job.cancel();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 5'000);
    QVERIFY(job.error());
    QCOMPARE(job.error()->kind, ErrorKind::Cancelled);
    QVERIFY(!QFile::exists(path(u"many.csv"_s)));
}

QTEST_GUILESS_MAIN(TestExport)
#include "tst_export.moc"
