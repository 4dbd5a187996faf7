// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/book.h"
#include "core/services/importjob.h"
#include "core/services/importpreview.h"
#include "tests/support/enginefixture.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace clientele;
using namespace clientele::testing;
using namespace Qt::StringLiterals;

/// What a mapping, and a person who mends cells, make of a file: the preview and the import agree.
class TestImportMapping : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void init();

    void joinsColumnsWithASeparator();
    void givesAllRowsAConstant();
    void takesTheDayOfCreation();
    void findsHowDatesAreWrittenFromAllRows();
    void leavesOutADateColumnThatHoldsNone();
    void refusesADateThatThereIsNot();
    void takesTextsThatMeanNothing();
    void updatesWhatItIsToldTo_data();
    void updatesWhatItIsToldTo();
    void keepsWhoIsActiveWhereNothingIsSaid();
    void takesWhatAPersonWroteInstead();
    void mendsARowOfTooFewFields();
    void takesAFileOfOursToTheLetter();
    void trimsEveryOtherFile();

private:
    ImportPlan planFor(const QByteArray& content);
    ImportPreview preview(const ImportPlan& plan);
    ImportReport import(const ImportPlan& plan);
    Customer customer(const QString& email);
    static FieldMapping& mapped(ImportPlan& plan, CustomerField field);
    static QString numbers(const ImportReport& report);

    QTemporaryDir m_folder;
    EngineFixture m_fixture;
    std::unique_ptr<Book> m_book;
    int m_files = 0;
};

void TestImportMapping::initTestCase_data()
{
    QTest::addColumn<QString>("engine");
    QTest::newRow("sqlite") << u"sqlite"_s;
    QTest::newRow("postgresql") << u"postgresql"_s;
}

void TestImportMapping::init()
{
    QFETCH_GLOBAL(QString, engine);
    m_book.reset();
    m_book = std::make_unique<Book>(m_fixture.emptied(engine), QString());
    QVERIFY(m_book->open().wait());
}

/// With what is found in the file.
ImportPlan TestImportMapping::planFor(const QByteArray& content)
{
    QFile file(m_folder.filePath(u"%1.csv"_s.arg(++m_files)));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("The test's file cannot be written");
    file.close();
    ImportPlan plan{.file = file.fileName(), .onDuplicate = DuplicatePolicy::Update};
    const auto seen = previewImport(*m_book, PreviewRequest{.plan = plan}).wait();
    if (!seen)
        qFatal("The test's file cannot be read");
    plan.format = seen->format;
    plan.mapping = seen->mapping;
    return plan;
}

ImportPreview TestImportMapping::preview(const ImportPlan& plan)
{
    auto seen =
        previewImport(
            *m_book,
            {.plan = plan, .findsFormat = false, .findsMapping = false, .findsMoments = false})
            .wait();
    if (!seen)
        qFatal("The test's file cannot be read");
    return *std::move(seen);
}

ImportReport TestImportMapping::import(const ImportPlan& plan)
{
    // What was foretold is what happens.
    std::array<qint64, 5> foretold{};
    for (const PreviewRow& row : preview(plan).checked)
        ++foretold.at(size_t(row.fate));
    ImportJob job(*m_book, plan);
    QSignalSpy finished(&job, &Job::finished);
    if (!QTest::qWaitFor([&] { return !finished.isEmpty(); }, 60'000))
        qFatal("The import does not end");
    const ImportReport& report = job.importReport();
    const std::array<qint64, 5> happened = {report.created, report.updated, report.unchanged,
                                            report.skipped, report.rejected};
    if (!report.addsUp() || foretold != happened)
        qFatal("The report is not what the preview foretold");
    return report;
}

Customer TestImportMapping::customer(const QString& email)
{
    const auto found = m_book->customerByEmail(email).wait();
    return found && *found ? **found : Customer();
}

FieldMapping& TestImportMapping::mapped(ImportPlan& plan, CustomerField field)
{
    for (FieldMapping& mapping : plan.mapping) {
        if (mapping.field == field)
            return mapping;
    }
    return plan.mapping.emplaceBack(FieldMapping{.field = field});
}

/// "created updated unchanged skipped rejected"
QString TestImportMapping::numbers(const ImportReport& report)
{
    return u"%1 %2 %3 %4 %5"_s.arg(report.created)
        .arg(report.updated)
        .arg(report.unchanged)
        .arg(report.skipped)
        .arg(report.rejected);
}

void TestImportMapping::joinsColumnsWithASeparator()
{
    ImportPlan plan =
        planFor("Last name,First name,E-mail\nKim,Zoe,a@a.example\n,Mia,b@b.example\n");
    mapped(plan, CustomerField::Name).columns = {u"Last name"_s, u"First name"_s};
    mapped(plan, CustomerField::Name).separator = u", "_s;
    QCOMPARE(numbers(import(plan)), u"2 0 0 0 0"_s);
    QCOMPARE(customer(u"a@a.example"_s).name, u"Kim, Zoe"_s);
    QCOMPARE(customer(u"b@b.example"_s).name, u"Mia"_s);
}

void TestImportMapping::givesAllRowsAConstant()
{
    ImportPlan plan = planFor("name,email\nZoe,a@a.example\n");
    mapped(plan, CustomerField::IsActive).constant = u"nein"_s;
    mapped(plan, CustomerField::Phone).constant = u"+1 555 0100"_s;
    QCOMPARE(numbers(import(plan)), u"1 0 0 0 0"_s);
    QVERIFY(!customer(u"a@a.example"_s).isActive);
    QCOMPARE(customer(u"a@a.example"_s).phone, u"+1 555 0100"_s);
}

void TestImportMapping::takesTheDayOfCreation()
{
    const ImportPlan plan = planFor("name,email,created_at\n"
                                    "Zoe,a@a.example,2020-03-02T10:20:30.123456+00:00\n"
                                    "Mia,b@b.example,\n");
    const Timestamp before = Timestamp::now();
    QCOMPARE(numbers(import(plan)), u"2 0 0 0 0"_s);
    QCOMPARE(customer(u"a@a.example"_s).createdAt,
             Timestamp::fromText(u"2020-03-02T10:20:30.123456Z"));
    QVERIFY(customer(u"b@b.example"_s).createdAt->microseconds / 1'000'000 >=
            before.microseconds / 1'000'000);
}

void TestImportMapping::findsHowDatesAreWrittenFromAllRows()
{
    QByteArray content = "name,email,Customer since\n";
    for (int i = 0; i < 300; ++i)
        content += "N,c" + QByteArray::number(i) + "@a.example,3/2/2020 10:00Z\n";
    content += "N,last@a.example,3/14/2020 10:00Z\n";
    const ImportPlan plan = planFor(content);
    QCOMPARE(plan.mapping.back().dateFormat, u"mdy"_s);
    QVERIFY(!preview(plan).moments.isAmbiguous);
    QCOMPARE(numbers(import(plan)), u"301 0 0 0 0"_s);
    QCOMPARE(customer(u"c0@a.example"_s).createdAt, Timestamp::fromText(u"2020-03-02T10:00:00Z"));
}

void TestImportMapping::leavesOutADateColumnThatHoldsNone()
{
    const ImportPlan plan = planFor("name,email,Joined\nZoe,a@a.example,2024\n");
    QCOMPARE(plan.mapping.size(), 2);
    QCOMPARE(numbers(import(plan)), u"1 0 0 0 0"_s);
}

void TestImportMapping::refusesADateThatThereIsNot()
{
    ImportPlan plan = planFor("name,email,since\nZoe,a@a.example,31.02.2024\n");
    mapped(plan, CustomerField::CreatedAt).columns = {u"since"_s};
    mapped(plan, CustomerField::CreatedAt).dateFormat = u"dmy"_s;
    QCOMPARE(preview(plan).moments.unread, QStringList{u"31.02.2024"_s});
    const ImportReport report = import(plan);
    QCOMPARE(numbers(report), u"0 0 0 0 1"_s);
    QCOMPARE(report.firstRejects.front().code, u"created_at.unreadable"_s);
    QCOMPARE(report.firstRejects.front().column, u"created_at"_s);
    QCOMPARE(report.firstRejects.front().value, u"31.02.2024"_s);
}

void TestImportMapping::takesTextsThatMeanNothing()
{
    ImportPlan plan = planFor("name,email,phone\nZoe,a@a.example,n/a\nNULL,b@b.example,1\n");
    plan.nullTexts = {u"null"_s, u"N/A"_s};
    const ImportReport report = import(plan);
    QCOMPARE(numbers(report), u"1 0 0 0 1"_s);
    QCOMPARE(report.firstRejects.front().code, u"name.blank"_s);
    QVERIFY(!customer(u"a@a.example"_s).phone);
}

void TestImportMapping::updatesWhatItIsToldTo_data()
{
    QTest::addColumn<QStringList>("updated"); // empty is nullopt
    QTest::addColumn<bool>("clears");
    QTest::addColumn<QString>("numbers");
    QTest::addColumn<QString>("became"); // name and phone
    QTest::newRow("all, empty keeps") << QStringList() << false << u"0 1 0 0 0"_s << u"New 1"_s;
    QTest::newRow("all, empty clears") << QStringList() << true << u"0 1 0 0 0"_s << u"New -"_s;
    QTest::newRow("the name alone")
        << QStringList{u"name"_s} << true << u"0 1 0 0 0"_s << u"New 1"_s;
    QTest::newRow("the phone alone, empty keeps")
        << QStringList{u"phone"_s} << false << u"0 0 1 0 0"_s << u"Old 1"_s;
    QTest::newRow("the phone alone, empty clears")
        << QStringList{u"phone"_s} << true << u"0 1 0 0 0"_s << u"Old -"_s;
}

void TestImportMapping::updatesWhatItIsToldTo()
{
    QFETCH(QStringList, updated);
    QFETCH(bool, clears);
    QVERIFY(m_book->create({.name = u"Old"_s, .email = u"a@a.example"_s, .phone = u"1"_s}).wait());
    ImportPlan plan = planFor("name,email,phone\nNew,a@a.example,\n");
    if (!updated.isEmpty()) {
        plan.updatedFields.emplace();
        for (const QString& name : updated)
            plan.updatedFields->append(*fieldFromName(name));
    }
    if (clears)
        plan.clearedFields = {CustomerField::Phone};
    QTEST(numbers(import(plan)), "numbers");
    const Customer now = customer(u"a@a.example"_s);
    QTEST(now.name + u' ' + now.phone.value_or(u"-"_s), "became");
    QCOMPARE(numbers(import(plan)), u"0 0 1 0 0"_s);
}

void TestImportMapping::keepsWhoIsActiveWhereNothingIsSaid()
{
    QVERIFY(
        m_book->create({.name = u"Zoe"_s, .email = u"a@a.example"_s, .isActive = false}).wait());
    QCOMPARE(numbers(import(planFor("name,email,active\nZoe,a@a.example,\n"))), u"0 0 1 0 0"_s);
    QVERIFY(!customer(u"a@a.example"_s).isActive);
    QCOMPARE(numbers(import(planFor("name,email,active\nZoe,a@a.example,ja\n"))), u"0 1 0 0 0"_s);
    QVERIFY(customer(u"a@a.example"_s).isActive);
}

void TestImportMapping::takesWhatAPersonWroteInstead()
{
    ImportPlan plan = planFor("name,email,phone\n"
                              "Zoe,a@a.example,1\n"
                              "Emma,emma at b.example,2\n"
                              "\"Mia\nChen\",c@c.example,3\n"
                              "Last,d@d.example,4\n");
    plan.overrides = {{.line = 3, .field = CustomerField::Email, .value = u" emma@b.example "_s},
                      {.line = 6, .field = CustomerField::Phone, .value = u""_s}};
    const ImportPreview seen = preview(plan);
    QCOMPARE(seen.checked[1].email, u"emma@b.example"_s);
    QCOMPARE(seen.checked[1].overridden, QList{CustomerField::Email});
    QVERIFY(seen.checked[0].overridden.isEmpty());
    QCOMPARE(numbers(import(plan)), u"4 0 0 0 0"_s);
    QCOMPARE(customer(u"emma@b.example"_s).phone, u"2"_s);
    QVERIFY(!customer(u"d@d.example"_s).phone);
}

void TestImportMapping::mendsARowOfTooFewFields()
{
    ImportPlan plan = planFor("name,email\nZoe,a@a.example\nNoah\n");
    QCOMPARE(preview(plan).checked[1].problem->code, u"fields.count"_s);
    plan.overrides = {{.line = 3, .field = CustomerField::Email, .value = u"noah@a.example"_s}};
    QCOMPARE(numbers(import(plan)), u"2 0 0 0 0"_s);
    QCOMPARE(customer(u"noah@a.example"_s).name, u"Noah"_s);
}

void TestImportMapping::takesAFileOfOursToTheLetter()
{
    const QByteArray content = "id,name,email,phone,is_active,created_at,updated_at\n"
                               "17,\" Zoe  Kim \",Zoe@A.example,\"\",true,"
                               "2020-03-02T10:20:30.123456+00:00,2021-03-02T10:20:30+00:00\n"
                               "18,Mia,b@b.example,,false,2020-03-02T10:20:30+00:00,\n";
    const ImportPlan plan = planFor(content);
    QCOMPARE(numbers(import(plan)), u"2 0 0 0 0"_s);
    const Customer zoe = customer(u"Zoe@A.example"_s);
    QCOMPARE(zoe.name, u" Zoe  Kim "_s);
    QCOMPARE(zoe.email, u"Zoe@A.example"_s);
    QCOMPARE(zoe.phone, std::optional(QString(u""_s)));
    QCOMPARE(zoe.createdAt, Timestamp::fromText(u"2020-03-02T10:20:30.123456Z"));
    QVERIFY(!customer(u"b@b.example"_s).phone);
    QVERIFY(!customer(u"b@b.example"_s).isActive);
    QCOMPARE(numbers(import(plan)), u"0 0 2 0 0"_s);
}

void TestImportMapping::trimsEveryOtherFile()
{
    QCOMPARE(numbers(import(planFor("name,email,phone\n\" Zoe \", a@a.example ,\"\"\n"))),
             u"1 0 0 0 0"_s);
    QCOMPARE(customer(u"a@a.example"_s).name, u"Zoe"_s);
    QVERIFY(!customer(u"a@a.example"_s).phone);
}

QTEST_GUILESS_MAIN(TestImportMapping)
#include "tst_importmapping.moc"
