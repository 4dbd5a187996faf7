// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/book.h"
#include "core/services/importjob.h"
#include "tests/support/enginefixture.h"
#include "tests/support/wireproxy.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace clientele;
using namespace clientele::testing;
using namespace Qt::StringLiterals;

/// Imports into engines that lack savepoints, arrays and more: the report must be the same.
class TestImportLacks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void endsTheSame_data();
    void endsTheSame();
    void saysWhyOneTransactionCannotBe();

private:
    /// What the report says, and what is in the book then.
    QString import(const ConnectionSettings& settings, ImportPlan plan);

    EngineFixture m_fixture;
    QTemporaryDir m_folder;
    std::optional<Error> m_ended;
};

void TestImportLacks::init()
{
    QFile file(m_folder.filePath(u"in.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("name,email\n");
    for (int i = 0; i < 120; ++i) {
        // The database alone knows that no Bob may be there.
        const QByteArray name = i == 47 || i == 90 ? "Bob" : "Ann";
        const int address = i == 77 ? 12 : i;
        file.write(name + ",a" + QByteArray::number(address) + "@example.com\n");
    }
}

QString TestImportLacks::import(const ConnectionSettings& settings, ImportPlan plan)
{
    plan.file = m_folder.filePath(u"in.csv"_s);
    plan.mapping = {{CustomerField::Name, {u"name"_s}}, {CustomerField::Email, {u"email"_s}}};
    plan.chunkRows = 50;
    Book book(settings, {});
    if (!book.open().wait())
        return u"not opened"_s;
    ImportJob job(book, plan);
    QSignalSpy finished(&job, &Job::finished);
    if (finished.isEmpty() && !finished.wait(60'000))
        return u"not finished"_s;
    const ImportReport report = job.importReport();
    m_ended = report.ended;
    return u"%1 rows: %2 created, %3 updated, %4 skipped, %5 rejected; adds up %6; "
           "ended %7; %8 in the book"_s.arg(report.rows)
               .arg(report.created)
               .arg(report.updated)
               .arg(report.skipped)
               .arg(report.rejected)
               .arg(report.addsUp())
               .arg(report.ended ? static_cast<int>(report.ended->kind) : -1)
               .arg(*book.count({}).wait());
}

void TestImportLacks::endsTheSame_data()
{
    QTest::addColumn<QStringList>("refused");
    QTest::addColumn<bool>("stops");
    QTest::addColumn<DuplicatePolicy>("onDuplicate");
    const QStringList savepoints{u"SAVEPOINT"_s};
    const QStringList much{u"SAVEPOINT"_s, u"ON CONFLICT"_s, u"RETURNING"_s, u"unnest|ANY \\("_s};
    for (const bool stops : {false, true}) {
        for (const auto policy :
             {DuplicatePolicy::Skip, DuplicatePolicy::Update, DuplicatePolicy::Reject}) {
            QTest::addRow("savepoints, %d, %d", stops, static_cast<int>(policy))
                << savepoints << stops << policy;
            QTest::addRow("much, %d, %d", stops, static_cast<int>(policy))
                << much << stops << policy;
        }
    }
}

void TestImportLacks::endsTheSame()
{
    QFETCH(QStringList, refused);
    QFETCH(bool, stops);
    QFETCH(DuplicatePolicy, onDuplicate);
    const auto fresh = [this] {
        const auto settings = m_fixture.emptied(u"postgresql"_s);
        m_fixture.server().execute(
            settings.database,
            u"ALTER TABLE customer DROP CONSTRAINT IF EXISTS no_bob;"
            " ALTER TABLE customer ADD CONSTRAINT no_bob CHECK (name <> 'Bob')"_s);
        return settings;
    };
    ImportPlan plan;
    plan.onDuplicate = onDuplicate;
    plan.onError = stops ? ErrorPolicy::Stop : ErrorPolicy::Skip;
    const QString expected = import(fresh(), plan);
    const auto settings = fresh();
    WireProxy proxy(settings);
    for (const QString& statement : refused)
        proxy.refuseStatements(statement);
    QCOMPARE(import(proxy.settings(settings.database), plan), expected);
    QVERIFY2(expected.contains(stops ? u"47 in the book"_s : u"117 in the book"_s),
             qPrintable(expected));
}

void TestImportLacks::saysWhyOneTransactionCannotBe()
{
    const auto settings = m_fixture.fresh(u"postgresql"_s);
    m_fixture.server().execute(
        settings.database, u"ALTER TABLE customer ADD CONSTRAINT no_bob CHECK (name <> 'Bob')"_s);
    WireProxy proxy(settings);
    proxy.refuseStatements(u"SAVEPOINT"_s);
    ImportPlan plan;
    plan.atomic = true;
    const QString report = import(proxy.settings(settings.database), plan);
    QVERIFY2(report.endsWith(u" 0 in the book"_s), qPrintable(report));
    QVERIFY(m_ended.has_value());
    QVERIFY2(m_ended->message.contains(u"no savepoints"_s), qPrintable(m_ended->message));
}

QTEST_GUILESS_MAIN(TestImportLacks)
#include "tst_importlacks.moc"
