// SPDX-License-Identifier: GPL-3.0-or-later
// What holds of an import of any size: it can be paused and gone on with, keeps its word in a
// rehearsal, and tells of every row of a large file what became of it.
#include "core/io/csvreader.h"
#include "core/services/book.h"
#include "core/services/importcheckpoints.h"
#include "core/services/importjob.h"
#include "tests/support/enginefixture.h"
#include "tests/support/messyfile.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace clientele;
using namespace clientele::testing;
using namespace Qt::StringLiterals;

class TestImportPipeline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void init();

    void reportsALargeMessyFileToTheRow();
    void rehearsesWhatItThenDoes_data();
    void rehearsesWhatItThenDoes();
    void holdsStillWhilePaused();
    void endsWhenCancelledWhilePaused();
    void goesOnWhereItWasCancelled();
    void forgetsWhatIsNotWanted();

private:
    ImportPlan planFor(const QByteArray& content);
    ImportReport import(const ImportPlan& plan);
    QList<UnfinishedImport> unfinished();
    void cancelInTheMiddle(const ImportPlan& plan);

    QTemporaryDir m_folder;
    EngineFixture m_fixture;
    std::unique_ptr<Book> m_book;
    int m_files = 0;
};

void TestImportPipeline::initTestCase_data()
{
    QTest::addColumn<QString>("engine");
    for (const char* engine : {"sqlite", "postgresql", "pgbouncer"})
        QTest::newRow(engine) << QString::fromLatin1(engine);
}

void TestImportPipeline::init()
{
    QFETCH_GLOBAL(QString, engine);
    m_book.reset();
    m_book = std::make_unique<Book>(m_fixture.emptied(engine), QString());
    QVERIFY(m_book->open().wait());
    for (const UnfinishedImport& import : unfinished())
        QVERIFY(forgetImport(*m_book, import.id).wait());
}

ImportPlan TestImportPipeline::planFor(const QByteArray& content)
{
    QFile out(m_folder.filePath(u"%1.csv"_s.arg(++m_files)));
    if (!out.open(QIODevice::WriteOnly) || out.write(content) != content.size())
        qFatal("The test's file cannot be written");
    return {.file = out.fileName(),
            .mapping = {{CustomerField::Name, {u"name"_s}},
                        {CustomerField::Email, {u"email"_s}},
                        {CustomerField::Phone, {u"phone"_s}}},
            .rejectsFile = m_folder.filePath(u"rejects-%1.csv"_s.arg(m_files))};
}

ImportReport TestImportPipeline::import(const ImportPlan& plan)
{
    ImportJob job(*m_book, plan);
    QSignalSpy finished(&job, &Job::finished);
    if (!QTest::qWaitFor([&] { return !finished.isEmpty(); }, 120'000))
        qFatal("The import does not end");
    if (!job.importReport().addsUp())
        qFatal("The report does not add up");
    return job.importReport();
}

QList<UnfinishedImport> TestImportPipeline::unfinished()
{
    return unfinishedImports(*m_book).wait().value();
}

void TestImportPipeline::reportsALargeMessyFileToTheRow()
{
    const MessyFile messy = MessyFile::make(40'000);
    const ImportReport report = import(planFor(messy.csv));
    QVERIFY(!report.ended);
    QCOMPARE(report.rows, messy.rows);
    QCOMPARE(report.created, messy.importable);
    QCOMPARE(report.rejected, messy.rejected.size() + messy.duplicates.size());
    QCOMPARE(m_book->count({}).wait().value(), messy.importable);

    QFile file(report.rejectsFile);
    QVERIFY(file.open(QIODevice::ReadOnly));
    CsvReader reader(file, {});
    reader.next();
    QMap<qint64, QString> columns;
    QMap<qint64, qint64> duplicates;
    while (const CsvRecord* record = reader.next()) {
        const auto field = [&](size_t index) {
            const std::string_view text = record->fields[index];
            return QString::fromUtf8(text.data(), qsizetype(text.size()));
        };
        const qint64 line = field(3).toLongLong();
        if (const qint64 first = messy.duplicates.value(line)) {
            QCOMPARE(field(5), u"Line %1 of this file has the same e-mail address."_s.arg(first));
            duplicates[line] = first;
        } else {
            columns[line] = field(4);
        }
    }
    QCOMPARE(columns, messy.rejected);
    QCOMPARE(duplicates, messy.duplicates);
}

void TestImportPipeline::rehearsesWhatItThenDoes_data()
{
    QTest::addColumn<DuplicatePolicy>("policy");
    QTest::newRow("skip") << DuplicatePolicy::Skip;
    QTest::newRow("update") << DuplicatePolicy::Update;
    QTest::newRow("reject") << DuplicatePolicy::Reject;
}

void TestImportPipeline::rehearsesWhatItThenDoes()
{
    QFETCH(DuplicatePolicy, policy);
    QCOMPARE(import(planFor(MessyFile::make(700).csv)).rows, 700);
    ImportPlan plan = planFor(MessyFile::make(3000).csv);
    plan.onDuplicate = policy;
    const qint64 before = m_book->count({}).wait().value();
    const auto told = [&](int chunkRows, bool dryRun) {
        plan.chunkRows = chunkRows;
        plan.dryRun = dryRun;
        const ImportReport report = import(plan);
        return QList<qint64>{report.rows,      report.created, report.updated,
                             report.unchanged, report.skipped, report.rejected};
    };
    const QList<qint64> rehearsed = told(5000, true);
    QCOMPARE(told(130, true), rehearsed);
    QCOMPARE(m_book->count({}).wait().value(), before);
    QCOMPARE(told(170, false), rehearsed);
    QCOMPARE(m_book->count({}).wait().value(), before + rehearsed[1]);
}

void TestImportPipeline::holdsStillWhilePaused()
{
    ImportPlan plan = planFor(MessyFile::make(6000).csv);
    plan.chunkRows = 40;
    ImportJob job(*m_book, plan);
    QVERIFY(job.canPause());
    QVERIFY(!job.holdsLocks());
    QSignalSpy finished(&job, &Job::finished);
    QTRY_VERIFY_WITH_TIMEOUT(job.progress().rows > 0, 30'000);
    job.setPaused(true);
    QVERIFY(job.isPaused());
    // Others get to write: nothing is locked.
    QVERIFY(m_book->create({.name = u"Between"_s, .email = u"between@example.com"_s}).wait());
    const qint64 seen = m_book->count({}).wait().value();
    QVERIFY(finished.isEmpty());
    QCOMPARE(m_book->count({}).wait().value(), seen);
    job.setPaused(false);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60'000);
    QVERIFY(!job.canPause());
    QVERIFY(!job.importReport().ended);
    QCOMPARE(m_book->count({}).wait().value(), job.importReport().created + 1);
    QVERIFY(unfinished().isEmpty());
}

void TestImportPipeline::endsWhenCancelledWhilePaused()
{
    ImportPlan plan = planFor(MessyFile::make(6000).csv);
    plan.chunkRows = 40;
    for (const bool atomic : {false, true}) {
        plan.atomic = atomic;
        ImportJob job(*m_book, plan);
        QCOMPARE(job.holdsLocks(), atomic);
        QSignalSpy finished(&job, &Job::finished);
        job.setPaused(true);
        job.cancel();
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 5'000);
        QCOMPARE(job.importReport().ended->kind, ErrorKind::Cancelled);
        QCOMPARE(m_book->count({}).wait().value(), 0);
    }
}

void TestImportPipeline::cancelInTheMiddle(const ImportPlan& plan)
{
    ImportJob job(*m_book, plan);
    QSignalSpy finished(&job, &Job::finished);
    QTRY_VERIFY_WITH_TIMEOUT(job.progress().rows > 0, 30'000);
    QVERIFY(unfinished().isEmpty()); // it is under way
    job.cancel();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 5'000);
    QVERIFY(job.importReport().addsUp());
}

void TestImportPipeline::goesOnWhereItWasCancelled()
{
    const MessyFile messy = MessyFile::make(8000);
    ImportPlan plan = planFor(messy.csv);
    plan.chunkRows = 40;
    cancelInTheMiddle(plan);
    QList<UnfinishedImport> left = unfinished();
    QCOMPARE(left.size(), 1);
    QVERIFY(!left[0].obstacle);
    QVERIFY(left[0].report.rows > 0 && left[0].report.rows < messy.rows);
    QCOMPARE(left[0].report.created, m_book->count({}).wait().value());
    QCOMPARE(left[0].bytesTotal, messy.csv.size());

    cancelInTheMiddle(left[0].plan);
    left = unfinished();
    QCOMPARE(left.size(), 1);
    const ImportReport report = import(left[0].plan);
    QVERIFY(!report.ended);
    QCOMPARE(report.rows, messy.rows);
    QCOMPARE(report.created, messy.importable);
    QCOMPARE(m_book->count({}).wait().value(), messy.importable);
    QVERIFY(unfinished().isEmpty());
    QCOMPARE(import(left[0].plan).ended->code, u"import.none"_s);
}

void TestImportPipeline::forgetsWhatIsNotWanted()
{
    ImportPlan plan = planFor(MessyFile::make(8000).csv);
    plan.chunkRows = 40;
    cancelInTheMiddle(plan);
    const qint64 there = m_book->count({}).wait().value();
    QFile(plan.file).remove();
    const QList<UnfinishedImport> left = unfinished();
    QCOMPARE(left.size(), 1);
    QCOMPARE(left[0].obstacle->code, u"file.missing"_s);
    QVERIFY(forgetImport(*m_book, left[0].id).wait());
    QVERIFY(unfinished().isEmpty());
    QCOMPARE(m_book->count({}).wait().value(), there);
}

QTEST_GUILESS_MAIN(TestImportPipeline)
#include "tst_importpipeline.moc"
