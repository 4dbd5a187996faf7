// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/importplanjson.h"
#include "core/services/recipes.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace clientele;
using namespace Qt::StringLiterals;

class TestRecipes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsItWas();
    void aPlanComesBackWithWhatIsOfItsFileAlone();
    void leavesOutWhatIsAsUsual();
    void refuses_data();
    void refuses();
    void isSavedAndReadInFiles();
    void saysWhichFileIsMissing();
};

static ImportPlan fullPlan()
{
    return {
        .format = {.kind = FileKind::Csv,
                   .encoding = "windows-1252",
                   .delimiter = ';',
                   .quote = '\'',
                   .backslashEscapes = true,
                   .hasHeader = false},
        .mapping =
            {{.field = CustomerField::Name, .columns = {u"#1"_s, u"#2"_s}, .separator = u", "_s},
             {.field = CustomerField::Email, .columns = {u"#3"_s}},
             {.field = CustomerField::IsActive, .constant = u"no"_s},
             {.field = CustomerField::CreatedAt, .columns = {u"#4"_s}, .dateFormat = u"dmy"_s}},
        .onDuplicate = DuplicatePolicy::Update,
        .updatedFields = QList{CustomerField::Phone},
        .clearedFields = {CustomerField::Phone},
        .nullTexts = {u"n/a"_s},
        .onError = ErrorPolicy::Stop,
        .atomic = true};
}

static bool same(const ImportPlan& a, const ImportPlan& b)
{
    return a.format == b.format && a.mapping == b.mapping && a.onDuplicate == b.onDuplicate &&
           a.updatedFields == b.updatedFields && a.clearedFields == b.clearedFields &&
           a.nullTexts == b.nullTexts && a.onError == b.onError && a.atomic == b.atomic;
}

void TestRecipes::comesBackAsItWas()
{
    const auto again = recipes::fromJson(recipes::toJson(fullPlan()));
    QVERIFY2(again, again ? "" : qPrintable(again.error().subject));
    QVERIFY(same(*again, fullPlan()));
}

void TestRecipes::aPlanComesBackWithWhatIsOfItsFileAlone()
{
    ImportPlan plan = fullPlan();
    plan.file = QDir::rootPath() + u"tmp/march.csv"_s;
    plan.rejectsFile = QDir::rootPath() + u"tmp/rejects.csv"_s;
    plan.chunkRows = 7;
    plan.overrides = {{.line = 12, .field = CustomerField::Email, .value = u"a@b.example"_s}};
    const auto again = importPlanFromJson(toJson(plan));
    QVERIFY(again);
    QVERIFY(same(*again, plan));
    QCOMPARE(again->file, plan.file);
    QCOMPARE(again->rejectsFile, plan.rejectsFile);
    QCOMPARE(again->chunkRows, 7);
    QCOMPARE(again->overrides, plan.overrides);
}

void TestRecipes::leavesOutWhatIsAsUsual()
{
    const auto least = recipes::fromJson(QJsonDocument::fromJson(
                                             R"({"recipe": "clientele-import", "version": 1,
                "fields": {"name": {"columns": ["A", "B"]}, "email": {"columns": ["C"]}}})")
                                             .object());
    QVERIFY(least);
    QCOMPARE(least->mapping.front().separator, u" "_s);
    QCOMPARE(least->onDuplicate, DuplicatePolicy::Reject);
    QVERIFY(!least->updatedFields && !least->atomic);
    QVERIFY(!recipes::hasFormat({}));
}

void TestRecipes::refuses_data()
{
    QTest::addColumn<QByteArray>("change"); // over a recipe that is right
    QTest::addColumn<QString>("key");
    QTest::newRow("something else") << QByteArray(R"({"recipe": "cake"})") << u"recipe"_s;
    QTest::newRow("a newer version") << QByteArray(R"({"version": 2})") << u"version"_s;
    QTest::newRow("an unknown key") << QByteArray(R"({"onduplicate": "skip"})") << u"onduplicate"_s;
    QTest::newRow("an unknown word")
        << QByteArray(R"({"onDuplicate": "merge"})") << u"onDuplicate"_s;
    QTest::newRow("no list") << QByteArray(R"({"update": "name"})") << u"update"_s;
    QTest::newRow("an unknown field to clear") << QByteArray(R"({"clear": ["fax"]})") << u"clear"_s;
    QTest::newRow("no e-mail") << QByteArray(R"({"fields": {"name": {"columns": ["A"]}}})")
                               << u"fields.email"_s;
    QTest::newRow("columns and a constant")
        << QByteArray(R"({"fields": {"name": {"columns": ["A"], "constant": "x"},
                                     "email": {"columns": ["C"]}}})")
        << u"fields.name"_s;
    QTest::newRow("a field that is not imported")
        << QByteArray(R"({"fields": {"id": {"columns": ["A"]}}})") << u"fields.id"_s;
    QTest::newRow("an unknown way of dates")
        << QByteArray(R"({"fields": {"created_at": {"columns": ["A"], "date": "soon"}}})")
        << u"fields.created_at.date"_s;
    QTest::newRow("an unknown encoding")
        << QByteArray(R"({"format": {"encoding": "rot13"}})") << u"encoding"_s;
    QTest::newRow("an unknown delimiter")
        << QByteArray(R"({"format": {"delimiter": "#"}})") << u"delimiter"_s;
}

void TestRecipes::refuses()
{
    QFETCH(QByteArray, change);
    QFETCH(QString, key);
    QJsonObject json = recipes::toJson(fullPlan());
    const QJsonObject changes = QJsonDocument::fromJson(change).object();
    QVERIFY(!changes.isEmpty());
    for (auto one = changes.begin(); one != changes.end(); ++one)
        json[one.key()] = one.value();
    const auto plan = recipes::fromJson(json);
    QVERIFY(!plan);
    QVERIFY2(plan.error().subject.startsWith(u'"' + key + u'"'), qPrintable(plan.error().subject));
}

void TestRecipes::isSavedAndReadInFiles()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"members.json"_s);
    QVERIFY(recipes::save(fullPlan(), file).wait());
    const auto recipe = recipes::read(file).wait();
    QVERIFY(recipe);
    QVERIFY(recipe->hasFormat);
    QVERIFY(same(recipe->plan, fullPlan()));
}

void TestRecipes::saysWhichFileIsMissing()
{
    const auto recipe = recipes::read(u"/nowhere/recipe.json"_s).wait();
    QVERIFY(!recipe);
    QCOMPARE(recipe.error().kind, ErrorKind::NotFound);
    QCOMPARE(recipe.error().subject, u"/nowhere/recipe.json"_s);
}

QTEST_GUILESS_MAIN(TestRecipes)
#include "tst_recipes.moc"
