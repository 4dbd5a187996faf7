// SPDX-License-Identifier: GPL-3.0-or-later
// How exports end that do not come to their end: cancelled, without room, unread.
#include "core/services/exportjob.h"
#include "tests/support/exportingtest.h"

#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace clientele;
using namespace clientele::testing;
using namespace Qt::StringLiterals;

class TestExportEnds final : public ExportingTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { EngineFixture::addRows(); }
    void init();

    void leavesAnOldFileAloneWhenItFails();
    void leavesNothingWhereTheDiskIsFull_data();
    void leavesNothingWhereTheDiskIsFull();
    void endsThoughNobodyReads();
    void writesToADeviceWithoutReplacingIt();
    void leavesNothingWhenCancelled_data();
    void leavesNothingWhenCancelled();

private:
    ExportPlan unending(const QString& name);
    void cancelOnceRead(qint64 rows, const ExportPlan& plan);
};

void TestExportEnds::init()
{
    QFETCH_GLOBAL(QString, engine);
    begin(engine);
}

/// The same rows so often that no cancelling comes too late.
ExportPlan TestExportEnds::unending(const QString& name)
{
    fill(5'000);
    CustomerSelection often;
    often.ranges.assign(2'000, {.begin = {.where = PageRequest::Where::Offset}, .count = 5'000});
    return {.file = path(name), .selection = often};
}

void TestExportEnds::cancelOnceRead(qint64 rows, const ExportPlan& plan)
{
    ExportJob job(*m_book, plan);
    QSignalSpy finished(&job, &Job::finished);
    QTRY_VERIFY_WITH_TIMEOUT(job.rows() >= rows, 30'000);
    job.cancel();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 5'000);
    QVERIFY(job.error());
    QCOMPARE(job.error()->kind, ErrorKind::Cancelled);
}

void TestExportEnds::leavesAnOldFileAloneWhenItFails()
{
    const auto nowhere = exportTo(path(u"no/such/folder.csv"_s), ExportFormat::Csv);
    QVERIFY(nowhere);
    QCOMPARE(nowhere->kind, ErrorKind::File);

    QFile old(path(u"old.csv"_s));
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write("precious");
    old.close();
    cancelOnceRead(0, unending(u"old.csv"_s));
    QCOMPARE(content(u"old.csv"_s), QByteArray("precious"));
    QCOMPARE(files(), QStringList{u"old.csv"_s});
}

void TestExportEnds::leavesNothingWhereTheDiskIsFull_data()
{
    QTest::addColumn<ExportFormat>("format");
    for (const ExportFormat format : allExportFormats)
        QTest::newRow(qPrintable(formatName(format))) << format;
}

void TestExportEnds::leavesNothingWhereTheDiskIsFull()
{
    QFETCH(ExportFormat, format);
    fill(1'000);
    const QString name = path(u"old"_s);
    QFile old(name);
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write("precious");
    old.close();
    const auto ignored = std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    const rlimit small{.rlim_cur = 100'000, .rlim_max = before.rlim_max};
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
    const auto error = exportTo(name, format);
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
    std::signal(SIGXFSZ, ignored);
    QVERIFY(error);
    QVERIFY(error->kind == ErrorKind::File || error->kind == ErrorKind::StorageFull);
    QCOMPARE(content(u"old"_s), QByteArray("precious"));
    QCOMPARE(files(), QStringList{u"old"_s});
}

void TestExportEnds::endsThoughNobodyReads()
{
    fill(8'000);
    const QByteArray pipe = QFile::encodeName(path(u"pipe"_s));
    QCOMPARE(mkfifo(pipe.constData(), 0600), 0);
    {
        ExportJob job(*m_book, {.file = path(u"pipe"_s)});
        QSignalSpy finished(&job, &Job::finished);
        job.cancel(); // nobody opened the other end
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 10'000);
        QCOMPARE(job.error().value().kind, ErrorKind::Cancelled);
    }
    ExportJob job(*m_book, {.file = path(u"pipe"_s)});
    QSignalSpy finished(&job, &Job::finished);
    QFile reader(path(u"pipe"_s));
    QVERIFY(reader.open(QIODevice::ReadOnly | QIODevice::Unbuffered));
    QCOMPARE(reader.read(2), QByteArray("id"));
    QVERIFY(finished.isEmpty());
    job.cancel(); // and now the pipe is full
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 10'000);
    QCOMPARE(job.error().value().kind, ErrorKind::Cancelled);
}

void TestExportEnds::writesToADeviceWithoutReplacingIt()
{
    const auto full = exportTo(u"/dev/full"_s, ExportFormat::JsonLines);
    QVERIFY(full);
    QCOMPARE(full->kind, ErrorKind::StorageFull);
    QVERIFY(!QFileInfo(u"/dev/full"_s).isFile());
    QVERIFY(QFileInfo::exists(u"/dev/full"_s));
}

void TestExportEnds::leavesNothingWhenCancelled_data()
{
    QTest::addColumn<qint64>("rows");
    for (const qint64 rows : {0, 1, 1'000, 20'000})
        QTest::addRow("after %lld", rows) << rows;
}

void TestExportEnds::leavesNothingWhenCancelled()
{
    QFETCH(qint64, rows);
    cancelOnceRead(rows, unending(u"many.csv"_s));
    QCOMPARE(files(), QStringList());
}

QTEST_GUILESS_MAIN(TestExportEnds)
#include "tst_exportends.moc"
