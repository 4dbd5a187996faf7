// SPDX-License-Identifier: GPL-3.0-or-later
// A file with all the faults that there are in the world's files, imported into an empty book: the
// report is right to the line. Set CLIENTELE_MESSY_FILE to try another such file too; beside it,
// with ".expected.json" behind its name, lies what must be reported.
#include "core/config/connectionurl.h"
#include "core/io/csvreader.h"
#include "tests/support/ctlprogram.h"
#include "tests/support/enginefixture.h"
#include "tests/support/messyfile.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace clientele;
using namespace clientele::testing;

namespace {

constexpr int madeUpRows = 20'000;

struct Expected
{
    QString file;
    qint64 rows = 0;
    qint64 importable = 0;
    QMap<qint64, QString> rejected;   ///< line to column
    QMap<qint64, QString> duplicates; ///< line to what the rejects file says in it
};

Expected madeUp(const CtlProgram& ctl)
{
    const MessyFile messy = MessyFile::make(madeUpRows);
    Expected expected{.file = ctl.write(u"messy.csv"_s, messy.csv),
                      .rows = messy.rows,
                      .importable = messy.importable,
                      .rejected = messy.rejected,
                      .duplicates = {}};
    for (const auto& [line, first] : messy.duplicates.asKeyValueRange())
        expected.duplicates[line] = u"Line %1 of this file has the same"_s.arg(first);
    return expected;
}

Expected given(const QString& name)
{
    QFile file(name + u".expected.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(file.fileName()));
    const QJsonObject told = QJsonDocument::fromJson(file.readAll()).object();
    const auto byLine = [](const QJsonValue& lines) {
        QMap<qint64, QString> texts;
        const QVariantMap map = lines.toObject().toVariantMap();
        for (const auto& [line, text] : map.asKeyValueRange())
            texts[line.toLongLong()] = text.toString();
        return texts;
    };
    return {.file = name,
            .rows = told[u"rows"].toInteger(),
            .importable = told[u"importable"].toInteger(),
            .rejected = byLine(told[u"rejected"]),
            .duplicates = byLine(told[u"duplicates"])};
}

/// What stands in the rejects file, in the places of what is expected to.
void readRejects(const QString& name, const Expected& expected, Expected& found)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(name));
    CsvReader reader(file, {});
    reader.next();
    while (const CsvRecord* record = reader.next()) {
        QStringList fields;
        for (const std::string_view field : record->fields)
            fields += QString::fromUtf8(field.data(), qsizetype(field.size()));
        const qint64 line = fields.value(3).toLongLong(); // behind name, email and phone
        const QString all = fields.join(u' ');
        const QString duplicate = expected.duplicates.value(line);
        if (!duplicate.isEmpty() && all.contains(duplicate))
            found.duplicates[line] = duplicate;
        else
            found.rejected[line] = fields.value(4);
        ++found.rows;
    }
}

} // namespace

class TestCtlMessy final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void initTestCase_data() { EngineFixture::addRows(); }
    static void reportsEachLine_data();
    void reportsEachLine();

private:
    EngineFixture m_fixture;
    CtlProgram m_ctl;
};

void TestCtlMessy::reportsEachLine_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("made up") << QString();
    if (const QString file = qEnvironmentVariable("CLIENTELE_MESSY_FILE"); !file.isEmpty())
        QTest::newRow("given") << file;
}

void TestCtlMessy::reportsEachLine()
{
    QFETCH_GLOBAL(QString, engine);
    QFETCH(QString, file);
    const Expected expected = file.isEmpty() ? madeUp(m_ctl) : given(file);
    const QString url = ConnectionUrl::render(m_fixture.fresh(engine));
    const CtlRun run = m_ctl.on(
        url, {u"--json"_s, u"import"_s, expected.file, u"--rejects"_s, m_ctl.path(u"r.csv"_s)});
    QVERIFY2(run.status == 3, run.everything().constData());
    const QJsonObject report = run.objects().last();
    QCOMPARE(report[u"rows"].toInteger(), expected.rows);
    QCOMPARE(report[u"created"].toInteger(), expected.importable);
    QCOMPARE(report[u"rejected"].toInteger(),
             expected.rejected.size() + expected.duplicates.size());
    QCOMPARE(m_ctl.on(url, {u"count"_s}).out.trimmed().toLongLong(), expected.importable);

    Expected found;
    readRejects(m_ctl.path(u"r.csv"_s), expected, found);
    QCOMPARE(found.rejected, expected.rejected);
    QCOMPARE(found.duplicates, expected.duplicates);
    QCOMPARE(found.rows, expected.rejected.size() + expected.duplicates.size());
}

QTEST_GUILESS_MAIN(TestCtlMessy)
#include "tst_ctlmessy.moc"
