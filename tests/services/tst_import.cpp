// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/columnmatcher.h"
#include "core/services/book.h"
#include "core/services/importjob.h"
#include "core/services/importpreview.h"
#include "tests/support/enginefixture.h"
#include "tests/support/messyfile.h"

#include <QFile>
#include <QSignalSpy>
#include <QStringEncoder>
#include <QTest>

using namespace clientele;
using namespace clientele::testing;
using namespace Qt::StringLiterals;

class TestImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void init();

    void reportsExactlyWhatIsWrong_data();
    void reportsExactlyWhatIsWrong();
    void skipsDuplicates();
    void updatesDuplicates();
    void countsUnchangedRowsWhenImportedAgain();
    void takesRejectsBackOnceMended();
    void replacesTheLastColumnsOfARejectsFile();
    void stopsAtTheFirstReject_data();
    void stopsAtTheFirstReject();
    void rehearsesWithoutWriting();
    void undoesAllWhereItIsAtomic();
    void cancels();
    void saysWhyItDidNotStart_data();
    void saysWhyItDidNotStart();

    void joinsColumnsAndReadsStates();
    void readsFilesAsPeopleHaveThem_data();
    void readsFilesAsPeopleHaveThem();
    void losesOneRowToAnUnclosedQuote();
    void refusesToOverwriteItsInput();
    void leavesNoRejectsFileWhereNothingWasRejected();

    void previewsWhatAnImportWouldDo();
    void previewsWhatIsNoCsv();
    void previewsAFileWithoutAHeader();

private:
    QString file(const QByteArray& content);
    ImportPlan planFor(const QByteArray& content);
    ImportReport import(const ImportPlan& plan);
    QStringList names();
    static QStringList shown(const ImportReport& report);

    QTemporaryDir m_folder;
    EngineFixture m_fixture;
    std::unique_ptr<Book> m_book;
    int m_files = 0;
};

void TestImport::initTestCase_data()
{
    QTest::addColumn<QString>("engine");
    QTest::newRow("sqlite") << u"sqlite"_s;
    QTest::newRow("postgresql") << u"postgresql"_s;
}

void TestImport::init()
{
    QFETCH_GLOBAL(QString, engine);
    m_book.reset();
    m_book = std::make_unique<Book>(m_fixture.emptied(engine), QString());
    const auto info = m_book->open().wait();
    QVERIFY(info);
    QCOMPARE(info->schema, SchemaState::Ready);
}

QString TestImport::file(const QByteArray& content)
{
    QFile out(m_folder.filePath(u"%1.csv"_s.arg(++m_files)));
    if (!out.open(QIODevice::WriteOnly) || out.write(content) != content.size())
        qFatal("The test's file cannot be written");
    return out.fileName();
}

/// As the window would have it: format and columns found in the file.
ImportPlan TestImport::planFor(const QByteArray& content)
{
    ImportPlan plan{.file = file(content),
                    .rejectsFile = m_folder.filePath(u"rejects-%1.csv"_s.arg(m_files))};
    const auto seen =
        previewImport(*m_book, plan.file, std::nullopt, std::nullopt, plan.onDuplicate).wait();
    if (seen) {
        plan.format = seen->format;
        plan.mapping = seen->mapping;
    }
    return plan;
}

ImportReport TestImport::import(const ImportPlan& plan)
{
    ImportJob job(*m_book, plan);
    QSignalSpy finished(&job, &Job::finished);
    if (!QTest::qWaitFor([&] { return !finished.isEmpty(); }, 60'000))
        qFatal("The import does not end");
    const ImportReport& report = job.importReport();
    if (!report.addsUp())
        qFatal("The report does not add up");
    return report;
}

QStringList TestImport::names()
{
    const auto page = m_book->page({}, {.limit = 10'000}).wait();
    QStringList found;
    if (page) {
        for (const Customer& customer : page->rows)
            found.append(customer.name);
    }
    return found;
}

/// "12 email duplicate.file", a line for each reject.
QStringList TestImport::shown(const ImportReport& report)
{
    QStringList lines;
    for (const Reject& reject : report.firstRejects)
        lines.append(QString::number(reject.line) + u' ' + reject.column + u' ' + reject.code);
    return lines;
}

void TestImport::reportsExactlyWhatIsWrong_data()
{
    QTest::addColumn<int>("chunkRows");
    QTest::newRow("a row at a time") << 1;
    QTest::newRow("seven rows at a time") << 7;
    QTest::newRow("all at once") << 5000;
}

void TestImport::reportsExactlyWhatIsWrong()
{
    QFETCH(int, chunkRows);
    const MessyFile messy = MessyFile::make(600);
    ImportPlan plan = planFor(messy.csv);
    plan.chunkRows = chunkRows;
    const ImportReport report = import(plan);

    QVERIFY(!report.ended);
    QCOMPARE(report.rows, messy.rows);
    QCOMPARE(report.created, messy.importable);
    QCOMPARE(report.rejected, messy.rejected.size() + messy.duplicates.size());
    QMap<qint64, QString> columns;
    QMap<qint64, qint64> duplicates;
    qint64 before = 0;
    for (const Reject& reject : report.firstRejects) {
        QVERIFY(reject.line > before);
        before = reject.line;
        QVERIFY(!reject.reason.isEmpty());
        if (reject.code != u"duplicate.file") {
            columns[reject.line] = reject.column;
            continue;
        }
        const qint64 first = messy.duplicates.value(reject.line);
        QCOMPARE(reject.reason, u"Line %1 of this file has the same e-mail address."_s.arg(first));
        duplicates[reject.line] = first;
    }
    QCOMPARE(columns, messy.rejected);
    QCOMPARE(duplicates, messy.duplicates);
    QCOMPARE(m_book->count({}).wait().value(), messy.importable);
}

void TestImport::skipsDuplicates()
{
    ImportPlan plan = planFor("name,email\nEmma,emma@example.com\nEmma II,EMMA@example.com\n");
    plan.onDuplicate = DuplicatePolicy::Skip;
    const ImportReport first = import(plan);
    QCOMPARE(first.created, 1);
    QCOMPARE(first.skipped, 1);
    const ImportReport second = import(plan);
    QCOMPARE(second.created, 0);
    QCOMPARE(second.skipped, 2);
    QCOMPARE(names(), QStringList{u"Emma"_s});
}

void TestImport::updatesDuplicates()
{
    ImportPlan plan =
        planFor("name,email,phone\nEmma,emma@example.com,1\nDavid,david@example.com,2\n");
    QCOMPARE(import(plan).created, 2);
    plan = planFor("name,email,phone\nEmma Chen,emma@example.com,\nDavid,david@example.com,2\n"
                   "Sarah,sarah@example.com,3\nSarah Wilson,sarah@example.com,3\n");
    plan.onDuplicate = DuplicatePolicy::Update;
    for (const int chunkRows : {5000, 1}) {
        plan.chunkRows = chunkRows;
        plan.dryRun = chunkRows == 5000;
        const ImportReport report = import(plan);
        QCOMPARE(report.created, 1);
        QCOMPARE(report.updated, 2);
        QCOMPARE(report.unchanged, 1);
    }
    QCOMPARE(names(), (QStringList{u"Emma Chen"_s, u"David"_s, u"Sarah Wilson"_s}));
    const auto emma = m_book->customerByEmail(u"emma@example.com"_s).wait();
    QCOMPARE(emma.value()->phone, std::optional(u"1"_s));
}

void TestImport::countsUnchangedRowsWhenImportedAgain()
{
    ImportPlan plan = planFor(MessyFile::make(200).csv);
    const ImportReport first = import(plan);
    plan.onDuplicate = DuplicatePolicy::Update;
    plan.rejectsFile = m_folder.filePath(u"again.csv"_s);
    const ImportReport second = import(plan);
    QCOMPARE(second.created, 0);
    QVERIFY(second.unchanged > 0);
    QCOMPARE(second.rows, first.rows);
}

void TestImport::takesRejectsBackOnceMended()
{
    ImportPlan plan =
        planFor("City,Name,E-mail,Notes\n\"Bern, CH\",Emma,emma at example.com,\"a \"\"b\"\"\"\n"
                "Rome,David,david@example.com,\nOslo,Sarah\n");
    const ImportReport report = import(plan);
    QCOMPARE(shown(report), (QStringList{u"2 email email.no_at"_s, u"4 fields fields.count"_s}));
    QCOMPARE(report.rejectsFile, plan.rejectsFile);

    QFile rejects(report.rejectsFile);
    QVERIFY(rejects.open(QIODevice::ReadOnly));
    QByteArray content = rejects.readAll();
    QCOMPARE(content,
             QByteArray("City,Name,E-mail,Notes,line,column,reason\n"
                        "\"Bern, CH\",Emma,emma at example.com,\"a \"\"b\"\"\",2,email,"
                        "\"An e-mail address needs an @, as in name@example.com.\"\n"
                        "Oslo,Sarah,,,4,fields,\"The row has 2 fields, the header has 4.\"\n"));
    content.replace("emma at example", "emma@example").replace("Sarah,", "Sarah,sarah@example.com");
    const ImportReport mended = import(planFor(content));
    QCOMPARE(mended.created, 2);
    QCOMPARE(mended.rejected, 0);
    QCOMPARE(names(), (QStringList{u"David"_s, u"Emma"_s, u"Sarah"_s}));
}

void TestImport::replacesTheLastColumnsOfARejectsFile()
{
    const ImportPlan plan = planFor("name,email,line,column,reason\nEmma,emma,7,email,old reason\n"
                                    "David,david@example.com,9,x,y\n");
    const ImportReport report = import(plan);
    QCOMPARE(report.created, 1);
    QFile rejects(report.rejectsFile);
    QVERIFY(rejects.open(QIODevice::ReadOnly));
    QCOMPARE(rejects.readAll(),
             QByteArray("name,email,line,column,reason\nEmma,emma,2,email,"
                        "\"An e-mail address needs an @, as in name@example.com.\"\n"));
}

void TestImport::stopsAtTheFirstReject_data()
{
    QTest::addColumn<QByteArray>("third");
    QTest::addColumn<QString>("code");
    QTest::newRow("found by reading") << QByteArray("Sarah,nowhere") << u"email.no_at"_s;
    QTest::newRow("found by the database")
        << QByteArray("Sarah,emma@example.com") << u"duplicate.file"_s;
}

void TestImport::stopsAtTheFirstReject()
{
    QFETCH(QByteArray, third);
    QFETCH(QString, code);
    const QByteArray content = "name,email\nEmma,emma@example.com\nDavid,david@example.com\n" +
                               third + "\nJacob,jacob@example.com\n";
    for (const int chunkRows : {1, 5000}) {
        init();
        ImportPlan plan = planFor(content);
        plan.onError = ErrorPolicy::Stop;
        plan.chunkRows = chunkRows;
        const ImportReport report = import(plan);
        QVERIFY(report.ended);
        QCOMPARE(report.ended->code, u"import.stopped"_s);
        QCOMPARE(report.created, 2);
        QCOMPARE(report.rejected, 1);
        QCOMPARE(shown(report), QStringList{u"4 email "_s + code});
        QCOMPARE(names(), (QStringList{u"Emma"_s, u"David"_s}));
    }
}

void TestImport::rehearsesWithoutWriting()
{
    const MessyFile messy = MessyFile::make(300, 7);
    ImportPlan plan = planFor(messy.csv);
    for (const int chunkRows : {10, 5000}) {
        plan.chunkRows = chunkRows;
        plan.dryRun = true;
        const ImportReport rehearsal = import(plan);
        QVERIFY(rehearsal.dryRun);
        QCOMPARE(m_book->count({}).wait().value(), 0);
        plan.dryRun = false;
        const ImportReport real = import(plan);
        QCOMPARE(rehearsal.created, messy.importable);
        QCOMPARE(real.created, rehearsal.created);
        QCOMPARE(real.rejected, rehearsal.rejected);
        QCOMPARE(shown(real), shown(rehearsal));
        init();
    }
}

void TestImport::undoesAllWhereItIsAtomic()
{
    ImportPlan plan =
        planFor("name,email\nEmma,emma@example.com\nDavid,david@example.com\nSarah,nowhere\n");
    plan.atomic = true;
    plan.chunkRows = 1;
    plan.onError = ErrorPolicy::Stop;
    const ImportReport stopped = import(plan);
    QVERIFY(stopped.ended);
    QCOMPARE(stopped.created, 0);
    QVERIFY(names().isEmpty());

    plan.onError = ErrorPolicy::Skip;
    const ImportReport skipped = import(plan);
    QVERIFY(!skipped.ended);
    QCOMPARE(skipped.created, 2);
    QCOMPARE(skipped.rejected, 1);
    QCOMPARE(names(), (QStringList{u"Emma"_s, u"David"_s}));
}

void TestImport::cancels()
{
    for (const bool atomic : {false, true}) {
        init();
        ImportPlan plan = planFor(MessyFile::make(20'000).csv);
        plan.atomic = atomic;
        plan.chunkRows = 50;
        ImportJob job(*m_book, plan);
        QSignalSpy progressed(&job, &Job::progressed);
        QSignalSpy finished(&job, &Job::finished);
        QTRY_VERIFY_WITH_TIMEOUT(!progressed.isEmpty(), 30'000);
        job.cancel();
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 5'000);
        const ImportReport& report = job.importReport();
        QVERIFY(report.ended);
        QCOMPARE(report.ended->kind, ErrorKind::Cancelled);
        QVERIFY(report.rows < 20'000);
        QVERIFY(report.addsUp());
        QCOMPARE(m_book->count({}).wait().value(), report.created);
        if (atomic)
            QCOMPARE(report.created, 0);
    }
}

void TestImport::saysWhyItDidNotStart_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QStringList>("columns");
    QTest::addColumn<QString>("code");
    QTest::newRow("empty") << QByteArray() << QStringList{u"name"_s, u"email"_s} << u"file.empty"_s;
    QTest::newRow("no such column")
        << QByteArray("name,mail\n") << QStringList{u"name"_s, u"email"_s} << u"import.column"_s;
    QTest::newRow("no column chosen")
        << QByteArray("name,email\n") << QStringList{u"name"_s} << u"import.mapping"_s;
    QTest::newRow("broken header") << QByteArray("\"name,email\nx,y\n")
                                   << QStringList{u"name"_s, u"email"_s} << u"file.header"_s;
}

void TestImport::saysWhyItDidNotStart()
{
    QFETCH(QByteArray, content);
    QFETCH(QStringList, columns);
    QFETCH(QString, code);
    ImportPlan plan{.file = file(content)};
    for (const QString& column : columns)
        plan.mapping.append({.field = *fieldFromName(column), .columns = {column}});
    const ImportReport report = import(plan);
    QVERIFY(report.ended);
    QCOMPARE(report.ended->code, code);
    QCOMPARE(report.rows, 0);

    plan.file = m_folder.filePath(u"nowhere.csv"_s);
    QCOMPARE(import(plan).ended->code, u"file.missing"_s);
}

void TestImport::joinsColumnsAndReadsStates()
{
    const ImportReport report =
        import(planFor("First Name,Last Name,Email,Phone 1,Status\n"
                       "Emma,Chen,emma@example.com,  ,Inactive\n"
                       ",Wilson,sarah@example.com, 555 0103 ,yes\n"
                       " , ,david@example.com,,\nJacob,Emily,jacob@example.com,,perhaps\n"));
    QCOMPARE(report.created, 2);
    QCOMPARE(shown(report),
             (QStringList{u"4 name name.blank"_s, u"5 is_active is_active.unknown"_s}));
    const Customer emma = *m_book->customerByEmail(u"emma@example.com"_s).wait().value();
    QCOMPARE(emma.name, u"Emma Chen"_s);
    QVERIFY(!emma.phone);
    QVERIFY(!emma.isActive);
    const Customer sarah = *m_book->customerByEmail(u"sarah@example.com"_s).wait().value();
    QCOMPARE(sarah.name, u"Wilson"_s);
    QCOMPARE(sarah.phone, std::optional(u"555 0103"_s));
    QVERIFY(sarah.isActive);
}

void TestImport::readsFilesAsPeopleHaveThem_data()
{
    QTest::addColumn<QByteArray>("content");
    const QString text = u"Name;E-Mail\r\nZoë Müller;zoe@example.com\r\n"_s;
    QTest::newRow("UTF-16") << QByteArray(
        QStringEncoder("UTF-16LE", QStringConverter::Flag::WriteBom)(text));
    QTest::newRow("UTF-16BE without a mark") << QByteArray(QStringEncoder("UTF-16BE")(text));
    QTest::newRow("windows-1252") << QByteArray(
        "Name;E-Mail\r\nZo\xEB M\xFCller;zoe@example.com\r\n");
    QTest::newRow("UTF-8 with a mark") << QByteArray("\xEF\xBB\xBF") + text.toUtf8();
    QTest::newRow("tabs and old line ends")
        << QByteArray("Name\tE-Mail\rZoë Müller\tzoe@example.com");
    QTest::newRow("pasted addresses")
        << QByteArray("name,email\nZoë Müller,Zoë <zoe@EXAMPLE.com>\n");
    QTest::newRow("without a header") << QByteArray("Zoë Müller,zoe@example.com\n");
}

void TestImport::readsFilesAsPeopleHaveThem()
{
    QFETCH(QByteArray, content);
    const ImportReport report = import(planFor(content));
    QVERIFY(!report.ended);
    QCOMPARE(report.created, 1);
    QCOMPARE(names(), QStringList{u"Zoë Müller"_s});
    QVERIFY(m_book->customerByEmail(u"zoe@example.com"_s).wait().value());
}

void TestImport::losesOneRowToAnUnclosedQuote()
{
    const ImportReport report = import(
        planFor("name,email\nEmma,emma@example.com\n\"David,david@example.com\n"
                "\"Chen, Sarah\",sarah@example.com\nB\xC3,b@example.com\n"
                "Jacob,jacob@example.com\nZo\xC3\xAB,z@example.com\n\xC3\x89l,e@example.com\n"));
    QCOMPARE(report.rows, 7);
    QCOMPARE(report.created, 5);
    QCOMPARE(shown(report),
             (QStringList{u"3 fields fields.unclosed_quote"_s, u"5 fields fields.undecodable"_s}));
    QCOMPARE(report.firstRejects[0].reason, u"The quote opened in line 3 is not closed."_s);
}

void TestImport::refusesToOverwriteItsInput()
{
    ImportPlan plan = planFor("name,email\nEmma,nowhere\n");
    plan.rejectsFile = plan.file;
    const ImportReport report = import(plan);
    QVERIFY(report.ended);
    QCOMPARE(report.ended->code, u"file.same"_s);
    QVERIFY(QFile(plan.file).size() > 0);
}

void TestImport::leavesNoRejectsFileWhereNothingWasRejected()
{
    const ImportPlan plan = planFor("name,email\nEmma,emma@example.com\n");
    const ImportReport report = import(plan);
    QVERIFY(report.rejectsFile.isEmpty());
    QVERIFY(!QFile::exists(plan.rejectsFile));
    QVERIFY(report.firstRejects.isEmpty());
}

void TestImport::previewsWhatAnImportWouldDo()
{
    QCOMPARE(import(planFor("name,email,phone\nEmma,emma@example.com,1\n")).created, 1);
    const QString name =
        file("name,email,phone\nEmma,emma@example.com,1\nEmma C,EMMA@example.com,\n"
             "David,david@example.com,\nDave,david@example.com,\nSarah,nowhere,\n");
    const auto fates = [&](DuplicatePolicy policy) {
        const auto seen = previewImport(*m_book, name, std::nullopt, std::nullopt, policy).wait();
        QStringList shownFates;
        for (const PreviewRow& row : seen.value().checked) {
            static const QStringList words = {u"new"_s, u"update"_s, u"unchanged"_s, u"skip"_s,
                                              u"reject"_s};
            shownFates.append(words[qsizetype(row.fate)] +
                              (row.problem ? u' ' + row.problem->code : QString()));
        }
        return shownFates;
    };
    QCOMPARE(fates(DuplicatePolicy::Reject),
             (QStringList{u"reject duplicate.database"_s, u"reject duplicate.database"_s, u"new"_s,
                          u"reject duplicate.file"_s, u"reject email.no_at"_s}));
    QCOMPARE(fates(DuplicatePolicy::Skip),
             (QStringList{u"skip duplicate.database"_s, u"skip duplicate.database"_s, u"new"_s,
                          u"skip duplicate.file"_s, u"reject email.no_at"_s}));
    QCOMPARE(fates(DuplicatePolicy::Update),
             (QStringList{u"unchanged duplicate.database"_s, u"update duplicate.database"_s,
                          u"new"_s, u"update duplicate.file"_s, u"reject email.no_at"_s}));

    const ImportPreview seen =
        previewImport(*m_book, name, std::nullopt, std::nullopt, DuplicatePolicy::Skip)
            .wait()
            .value();
    QVERIFY(seen.wholeFile);
    QVERIFY(!seen.problem);
    QCOMPARE(seen.columns, (QStringList{u"name"_s, u"email"_s, u"phone"_s}));
    QCOMPARE(seen.rows.size(), size_t(5));
    QCOMPARE(seen.fileSize, QFile(name).size());
    QCOMPARE(m_book->count({}).wait().value(), 1);
}

void TestImport::previewsWhatIsNoCsv()
{
    const auto problem = [&](const QString& name) {
        return previewImport(*m_book, name, std::nullopt, std::nullopt, DuplicatePolicy::Reject)
            .wait()
            .value()
            .problem->code;
    };
    QCOMPARE(problem(file({})), u"file.empty"_s);
    QCOMPARE(problem(file("\x89PNG\r\n\x1A\n")), u"file.image"_s);
    QCOMPARE(problem(m_folder.filePath(u"nowhere.csv"_s)), u"file.missing"_s);

    const ImportPreview onlyHeader = previewImport(*m_book, file("name,email\n"), std::nullopt,
                                                   std::nullopt, DuplicatePolicy::Reject)
                                         .wait()
                                         .value();
    QVERIFY(!onlyHeader.problem);
    QVERIFY(onlyHeader.wholeFile);
    QVERIFY(onlyHeader.rows.empty());
}

void TestImport::previewsAFileWithoutAHeader()
{
    const ImportPreview seen = previewImport(*m_book,
                                             file("1,Emma Chen,emma@example.com,555 0101\n"
                                                  "2,David,david@example.com,555 0102\n"),
                                             std::nullopt, std::nullopt, DuplicatePolicy::Reject)
                                   .wait()
                                   .value();
    QVERIFY(!seen.format.hasHeader);
    QCOMPARE(seen.columns, (QStringList{u"#1"_s, u"#2"_s, u"#3"_s, u"#4"_s}));
    QCOMPARE(seen.mapping, (QList<FieldMapping>{{CustomerField::Name, {u"#2"_s}},
                                                {CustomerField::Phone, {u"#4"_s}},
                                                {CustomerField::Email, {u"#3"_s}}}));
    QCOMPARE(seen.checked.size(), size_t(2));
    QCOMPARE(seen.checked[0].line, 1);
    QCOMPARE(seen.checked[1].fate, PreviewRow::Fate::New);
}

QTEST_GUILESS_MAIN(TestImport)
#include "tst_import.moc"
