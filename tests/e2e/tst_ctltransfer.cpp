// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/connectionurl.h"
#include "tests/support/ctlprogram.h"
#include "tests/support/enginefixture.h"
#include "tests/support/gzip.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace clientele;
using namespace clientele::testing;

/// Import and export by clientelectl, on every engine and table.
class tst_CtlTransfer final : public QObject
{
    Q_OBJECT

private:
    EngineFixture m_fixture;
    std::unique_ptr<CtlProgram> m_ctl;
    QString m_url;

    CtlRun ctl(const QStringList& words, const QByteArray& input = {}) const
    {
        return m_ctl->on(m_url, words, input);
    }

    /// Runs an import and returns "status: rows created updated unchanged skipped rejected".
    QByteArray import(const QStringList& words, const QByteArray& input = {}) const
    {
        const CtlRun run = ctl(QStringList{u"--json"_s, u"import"_s} + words, input);
        QByteArray numbers = QByteArray::number(run.status) + ':';
        if (run.objects().isEmpty())
            return numbers + run.err;
        const QJsonObject report = run.objects().last();
        for (const QString& name :
             {u"rows"_s, u"created"_s, u"updated"_s, u"unchanged"_s, u"skipped"_s, u"rejected"_s})
            numbers += ' ' + QByteArray::number(report[name].toInteger(-1));
        return numbers;
    }

    static QByteArray manyRows(int count)
    {
        QByteArray rows = "name,email\n";
        for (int i = 0; i < count; ++i)
            rows += "Customer " + QByteArray::number(i) + ",c" + QByteArray::number(i) +
                    "@example.com\n";
        return rows;
    }

private Q_SLOTS:
    void initTestCase_data() { EngineFixture::addRows(); }

    void init()
    {
        QFETCH_GLOBAL(QString, engine);
        m_ctl = std::make_unique<CtlProgram>();
        m_url = ConnectionUrl::render(m_fixture.fresh(engine));
    }

    void importsAndRejects()
    {
        m_ctl->write(u"a.csv"_s, "Name,E-mail,Phone\n"
                                 "Ann,ann@example.com,555 1\n"
                                 "Bob,bob@example,555 2\n"
                                 "\"Chen, Li\",chen@example.com,\n"
                                 "Ann again,ann@example.com,\n");
        QCOMPARE(import({u"a.csv"_s, u"--rejects"_s, u"r.csv"_s}), QByteArray("3: 4 2 0 0 0 2"));
        QCOMPARE(ctl({u"count"_s}).out, QByteArray("2\n"));

        const QByteArray rejects = m_ctl->read(u"r.csv"_s);
        QVERIFY2(rejects.startsWith("Name,E-mail,Phone,line,column,reason"), rejects.constData());
        QVERIFY2(rejects.contains("bob@example") && rejects.contains("needs a dot"),
                 rejects.constData());

        QByteArray mended = rejects;
        mended.replace("bob@example,", "bob@example.com,").replace("again,ann@", "again,ann2@");
        m_ctl->write(u"mended.csv"_s, mended);
        QCOMPARE(import({u"mended.csv"_s}), QByteArray("0: 2 2 0 0 0 0"));
        QCOMPARE(ctl({u"count"_s}).out, QByteArray("4\n"));
    }

    void treatsDuplicatesAsTold()
    {
        const QByteArray first = "name,email,phone\nAnn,ann@example.com,1\n";
        const QByteArray second = "name,email,phone\nAnna,ann@example.com,1\n";
        QCOMPARE(import({u"-"_s}, first), QByteArray("0: 1 1 0 0 0 0"));
        QCOMPARE(import({u"-"_s}, second), QByteArray("3: 1 0 0 0 0 1"));
        QCOMPARE(import({u"-"_s, u"--on-duplicate"_s, u"skip"_s}, second),
                 QByteArray("0: 1 0 0 0 1 0"));
        QCOMPARE(import({u"-"_s, u"--on-duplicate"_s, u"update"_s}, second),
                 QByteArray("0: 1 0 1 0 0 0"));
        QCOMPARE(import({u"-"_s, u"--on-duplicate"_s, u"update"_s}, second),
                 QByteArray("0: 1 0 0 1 0 0"));
        QVERIFY(ctl({u"show"_s, u"ann@example.com"_s}).out.contains("Anna"));
    }

    void saysBeforehandWhereItCannotGoOn()
    {
        QFETCH_GLOBAL(QString, engine);
        const bool ours = !engine.contains(u"guide"_s) && !engine.contains(u"orm"_s);
        m_ctl->write(u"a.csv"_s, manyRows(20));
        const auto says = [&](const QString& chunk, const QStringList& more = {}) {
            const QStringList words = {u"import"_s, u"a.csv"_s,   u"--on-duplicate"_s,
                                       u"skip"_s,   u"--chunk"_s, chunk};
            return ctl(words + more).err.contains("it cannot go on");
        };
        QCOMPARE(says(u"5"_s), !ours);
        QVERIFY(!says(u"5"_s, {u"--atomic"_s}));
        QVERIFY(!says(u"5"_s, {u"--dry-run"_s}));
        QVERIFY(!says(u"5000"_s));
    }

    void mapsColumns()
    {
        const QByteArray rows = "First;Last;Mail\nAnn;Lee;ann@example.com\n";
        QCOMPARE(
            import({u"-"_s, u"--map"_s, u"name=First+Last"_s, u"--map"_s, u"email=Mail"_s}, rows),
            QByteArray("0: 1 1 0 0 0 0"));
        QVERIFY(ctl({u"show"_s, u"ann@example.com"_s}).out.contains("Ann Lee"));
        const CtlRun run = ctl({u"import"_s, u"-"_s, u"--map"_s, u"name=Nachname"_s}, rows);
        QVERIFY2(run.status == 2 && run.err.contains("no column \"Nachname\"") &&
                     run.err.contains("First, Last, Mail"),
                 run.everything().constData());
    }

    void writesNothingWhereToldSo()
    {
        const QByteArray rows = "name,email\nAnn,ann@example.com\nBob,bob\n";
        QCOMPARE(import({u"-"_s, u"--dry-run"_s}, rows), QByteArray("3: 2 1 0 0 0 1"));
        QCOMPARE(ctl({u"count"_s}).out, QByteArray("0\n"));
    }

    void readsEncodings()
    {
        QCOMPARE(import({u"-"_s}, QByteArray("name,email\nZo\xeb,zoe@example.com\n")),
                 QByteArray("0: 1 1 0 0 0 0"));
        QByteArray utf16("\xff\xfe", 2);
        for (const char letter : QByteArray("name\temail\r\nAnn\tann@example.com\r\n"))
            utf16 += QByteArray(1, letter) + '\0';
        QCOMPARE(import({u"-"_s}, utf16), QByteArray("0: 1 1 0 0 0 0"));
        QCOMPARE(import({u"-"_s, u"--encoding"_s, u"ISO-8859-7"_s},
                        QByteArray("name,email\n\xc1\xed\xed\xe1,anna@example.com\n")),
                 QByteArray("0: 1 1 0 0 0 0"));
        QCOMPARE(import({u"-"_s}, QByteArray("name,email\nO\xeb\xfc\xe3\xe0,olga@example.com\n")
                                      .replace("O", "\xce")),
                 QByteArray("0: 1 1 0 0 0 0"));
        const QByteArray names = ctl({u"list"_s}).out;
        QVERIFY2(names.contains("Zoë") && names.contains("Ольга") &&
                     names.contains("Άννα") == false && names.contains("Αννα"),
                 names.constData());
    }

    void readsCompressedFiles()
    {
        const QByteArray rows = "name,email\nAnn,ann@example.com\nBob,bob@example.com\n";
        m_ctl->write(u"a.csv.gz"_s, gzipped(rows));
        QCOMPARE(import({u"a.csv.gz"_s}), QByteArray("0: 2 2 0 0 0 0"));
        QCOMPARE(import({u"-"_s, u"--on-duplicate"_s, u"skip"_s}, gzipped(rows)),
                 QByteArray("0: 2 0 0 0 2 0"));
        const QByteArray line = R"({"name":"Cid","email":"cid@example.com"})"
                                "\n";
        QCOMPARE(import({u"-"_s}, gzipped(line) + gzipped(line)), QByteArray("3: 2 1 0 0 0 1"));

        m_ctl->write(u"torn.csv.gz"_s, gzipped(rows).chopped(4));
        const CtlRun torn = ctl({u"import"_s, u"torn.csv.gz"_s});
        QVERIFY2(torn.status == 1 && torn.err.contains("torn.csv.gz") &&
                     torn.err.contains("breaks off behind 51 bytes"),
                 torn.everything().constData());
    }

    void readsJson()
    {
        QCOMPARE(import({u"-"_s}, R"([{"name":"Ann","email":"ann@example.com","phone":null},
                                      {"email":"bob@example.com","name":"Bob \u00e9","phone":"5"}])"),
                 QByteArray("0: 2 2 0 0 0 0"));
        QCOMPARE(
            import({u"-"_s}, R"({"count":1,"rows":[{"name":"Cid","email":"cid@example.com"}]})"),
            QByteArray("0: 1 1 0 0 0 0"));
        QVERIFY(ctl({u"show"_s, u"bob@example.com"_s}).out.contains("Bob é"));

        // A line that is broken is rejected alone, and so is one with something new in it.
        QByteArray lines;
        for (int i = 0; i < 25'000; ++i)
            lines +=
                "{\"name\":\"Dora\",\"email\":\"dora" + QByteArray::number(i) + "@example.com\"}\n";
        lines += "{\"name\":\"Eve\",\"email\":\"eve@example.com\",\"nick\":\"E\"}\n{\"name\":\n";
        m_ctl->write(u"a.jsonl"_s, lines);
        QCOMPARE(import({u"a.jsonl"_s, u"--rejects"_s, u"r.csv"_s}),
                 QByteArray("3: 25002 25000 0 0 0 2"));
        const QByteArray rejects = m_ctl->read(u"r.csv"_s);
        QVERIFY2(rejects.startsWith("name,email,line,column,reason") &&
                     rejects.contains("Eve,eve@example.com,25001,fields,") &&
                     rejects.contains("\"\"nick\"\"") && rejects.contains("Line 25002"),
                 rejects.constData());

        const CtlRun broken = ctl({u"import"_s, u"-"_s}, "[{\"name\":\"Ann\"},\n{\"email\":");
        QVERIFY2(broken.status == 1 && broken.err.contains("Line 2 "),
                 broken.everything().constData());
    }

    void importsItsOwnJson_data()
    {
        QTest::addColumn<QString>("format");
        QTest::newRow("json") << u"json"_s;
        QTest::newRow("jsonl") << u"jsonl"_s;
    }

    void importsItsOwnJson()
    {
        QFETCH(QString, format);
        QCOMPARE(import({u"-"_s}, "name,email,phone\n\"Ann \"\"A\"\" Lee\",ann@example.com,555\n"
                                  "Zoë \\ 陳,zoe@example.com,\n"),
                 QByteArray("0: 2 2 0 0 0 0"));
        QCOMPARE(ctl({u"export"_s, u"out"_s, u"--format"_s, format}).status, 0);
        QCOMPARE(import({u"out"_s, u"--on-duplicate"_s, u"update"_s}),
                 QByteArray("0: 2 0 0 2 0 0"));
    }

    void saysWhyAFileCannotBeImported_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("binary") << QByteArray("\x7f"
                                              "ELF\0\0\0\1\2\3\0\0",
                                              12)
                                       .repeated(50);
        QTest::newRow("header alone without e-mail") << QByteArray("a,b\n1,2\n");
    }

    void saysWhyAFileCannotBeImported()
    {
        QFETCH(QByteArray, content);
        m_ctl->write(u"bad.csv"_s, content);
        const CtlRun run = ctl({u"import"_s, u"bad.csv"_s});
        QVERIFY2(run.status == 1 || run.status == 2, run.everything().constData());
        QVERIFY2(run.err.trimmed().endsWith('.'), run.everything().constData());
        QCOMPARE(ctl({u"count"_s}).out, QByteArray("0\n"));
    }

    void missingFileIsNotFound()
    {
        const CtlRun run = ctl({u"import"_s, u"nosuch.csv"_s});
        QVERIFY2(run.status == 5 && run.err.contains("nosuch.csv"), run.everything().constData());
    }

    void exportsWhatItImports()
    {
        QCOMPARE(import({u"-"_s}, "name,email,phone\n\"Ann \"\"A\"\" Lee\",ann@example.com,555\n"
                                  "Bob,bob@example.com,\n"),
                 QByteArray("0: 2 2 0 0 0 0"));
        QCOMPARE(ctl({u"export"_s, u"out.csv"_s}).status, 0);
        QVERIFY2(m_ctl->read(u"out.csv"_s).contains("\"Ann \"\"A\"\" Lee\",ann@example.com,555"),
                 m_ctl->read(u"out.csv"_s).constData());
        QCOMPARE(ctl({u"export"_s, u"-"_s, u"--format"_s, u"jsonl"_s}).out,
                 ctl({u"--json"_s, u"list"_s}).out);
        const CtlRun json =
            ctl({u"export"_s, u"-"_s, u"--format"_s, u"json"_s, u"--search"_s, u"bob"_s});
        const auto array = QJsonDocument::fromJson(json.out).array();
        QVERIFY2(array.size() == 1 && array[0].toObject()[u"phone"_s].isNull(),
                 json.everything().constData());
        QCOMPARE(import({u"out.csv"_s, u"--on-duplicate"_s, u"skip"_s}),
                 QByteArray("0: 2 0 0 0 2 0"));
        QCOMPARE(ctl({u"export"_s, u"nosuch/out.csv"_s}).status, 1);
    }

    void interruptEndsAnImportCleanly()
    {
        m_ctl->write(u"many.csv"_s, manyRows(400'000));
        QProcess process;
        process.setProcessEnvironment(m_ctl->environment());
        process.setWorkingDirectory(m_ctl->folder());
        process.start(m_ctl->program(),
                      {u"--url"_s, m_url, u"--json"_s, u"import"_s, u"many.csv"_s, u"--atomic"_s});
        QVERIFY(process.waitForStarted());
        QVERIFY2(!process.waitForFinished(700), "the import was too quick to be interrupted");
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QVERIFY2(process.exitCode() == 1, process.readAllStandardError().constData());
        QCOMPARE(ctl({u"count"_s}).out, QByteArray("0\n"));
    }
};

QTEST_GUILESS_MAIN(tst_CtlTransfer)
#include "tst_ctltransfer.moc"
