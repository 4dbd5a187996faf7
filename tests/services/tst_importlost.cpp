// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/csvreader.h"
#include "core/services/book.h"
#include "core/services/importjob.h"
#include "tests/support/enginefixture.h"
#include "tests/support/messyfile.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace clientele;
using namespace clientele::testing;
using namespace Qt::StringLiterals;

class TestImportLost : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsItsNumbersTrueWhenTheServerGoesAway();
};

void TestImportLost::keepsItsNumbersTrueWhenTheServerGoesAway()
{
    constexpr int chunkRows = 50;
    QTemporaryDir folder;
    QFile input(folder.filePath(u"in.csv"_s));
    QVERIFY(input.open(QIODevice::WriteOnly));
    input.write(MessyFile::make(20'000).csv);
    input.close();

    EngineFixture fixture;
    const ConnectionSettings settings = fixture.fresh(u"postgresql"_s);
    Book book(settings, QString());
    QVERIFY(book.open().wait());
    ImportJob job(book, {.file = input.fileName(),
                         .mapping = {{CustomerField::Name, {u"name"_s}},
                                     {CustomerField::Email, {u"email"_s}}},
                         .rejectsFile = folder.filePath(u"rejects.csv"_s),
                         .chunkRows = chunkRows});
    QSignalSpy finished(&job, &Job::finished);
    QTRY_VERIFY_WITH_TIMEOUT(job.importReport().created > 0, 30'000);
    fixture.server().stop(); // not kill(): its cluster gives up the last commits for speed
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 30'000);

    const ImportReport report = job.importReport();
    QVERIFY(report.ended);
    const bool unknown = report.ended->kind == ErrorKind::OutcomeUnknown;
    QVERIFY(unknown || report.ended->kind == ErrorKind::ConnectionLost);
    QVERIFY(report.addsUp());
    QVERIFY(report.rows < 20'000);

    fixture.server().start();
    Book again(settings, QString());
    QVERIFY(again.open().wait());
    const qint64 count = again.count({}).wait().value();
    QVERIFY(count >= report.created);
    QVERIFY(count <= report.created + (unknown ? chunkRows : 0));

    QFile rejects(report.rejectsFile);
    QVERIFY(rejects.open(QIODevice::ReadOnly));
    CsvReader reader(rejects, {});
    qint64 lines = -1; // the header
    while (reader.next())
        ++lines;
    QVERIFY(lines >= report.rejected);
    QVERIFY(lines <= report.rejected + (unknown ? chunkRows : 0));
}

QTEST_GUILESS_MAIN(TestImportLost)
#include "tst_importlost.moc"
