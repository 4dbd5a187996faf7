// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ctlprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace clientele::testing;

/// What people type wrongly, and what they are told.
class tst_CtlUsage final : public QObject
{
    Q_OBJECT

private:
    CtlProgram m_ctl;

private Q_SLOTS:
    void tellsItsStatementsWithoutPersonalData()
    {
        CtlProgram ctl;
        const QString url = u"sqlite:///"_s + ctl.path(u"echo.db"_s);
        const QStringList create = {u"create"_s, u"--name"_s, u"Zoë Silent"_s, u"--email"_s,
                                    u"zoe@example.com"_s};
        ctl.set(u"DEBUG"_s, u"true"_s);
        const CtlRun told = ctl.on(url, create);
        QVERIFY2(told.status == 0, told.everything().constData());
        QVERIFY(told.err.contains("INSERT INTO customer"));
        QVERIFY(told.err.contains("text of 10 characters"));
        QVERIFY(told.err.contains(" ms, 1 rows"));
        QVERIFY(told.err.contains("clientele.pool"));
        QVERIFY(!told.err.contains("Silent") && !told.err.contains("zoe@"));
        ctl.set(u"DEBUG"_s, u"1"_s); // true is the only word for it
        QVERIFY(!ctl.on(url, {u"list"_s}).err.contains("SELECT"));
        ctl.set(u"LOG_LEVEL"_s, u"DEBUG"_s);
        QVERIFY(ctl.on(url, {u"list"_s}).err.contains("SELECT"));
        ctl.set(u"LOG_LEVEL"_s, u"INFO"_s);
        QVERIFY(!ctl.on(url, {u"list"_s}).err.contains("SELECT"));
    }

    void refusesWithASentence_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QByteArray>("sentence");
        const auto row = [](const char* name, const QStringList& words, const char* sentence) {
            QTest::newRow(name) << words << QByteArray(sentence);
        };
        row("nothing", {}, "Usage: clientelectl");
        row("unknown command", {u"frob"_s}, "There is no command \"frob\"");
        row("half a command", {u"migrate"_s}, "\"migrate\" needs another word");
        row("unknown option", {u"list"_s, u"--frob"_s}, "There is no option --frob");
        row("unknown option in front", {u"--frob"_s, u"list"_s}, "There is no option --frob");
        row("short option", {u"list"_s, u"-x"_s}, "There is no option -x");
        row("missing value", {u"list"_s, u"--search"_s}, "--search needs a value");
        row("value too many", {u"list"_s, u"--active=yes"_s}, "--active takes no value");
        row("given twice", {u"--url"_s, u"sqlite:///a"_s, u"list"_s, u"--url"_s, u"sqlite:///b"_s},
            "--url is given twice");
        row("two books", {u"--url"_s, u"sqlite:///a"_s, u"--profile"_s, u"b"_s, u"list"_s},
            "Only one of --profile and --url");
        row("contradiction", {u"list"_s, u"--active"_s, u"--inactive"_s}, "Only one of --active");
        row("unknown sort", {u"list"_s, u"--sort"_s, u"age"_s}, "--sort does not know \"age\"");
        row("three sorts", {u"list"_s, u"--sort"_s, u"name,phone,id"_s},
            "--sort takes one field or two");
        row("unknown direction", {u"list"_s, u"--sort"_s, u"name:up"_s}, "--sort does not know");
        row("neither yes nor no", {u"list"_s, u"--search"_s, u"a active:perhaps"_s},
            "“active:perhaps” is neither yes nor no. Write active:yes or active:no.\n");
        row("no time", {u"count"_s, u"--search"_s, u"-created:2024-13"_s},
            "“-created:2024-13” names no time. Write a year,");
        row("no customer's number", {u"export"_s, u"-"_s, u"--search"_s, u"id:1,x"_s},
            "“id:1,x” names no customer's number. Write id:42, or several: id:42,57.\n");
        row("two filters that mean nothing", {u"list"_s, u"--search"_s, u"id:x active:2"_s},
            "“id:x” names no customer's number. Write id:42, or several: id:42,57.\n“active:2”");
        row("help on nothing", {u"help"_s, u"frob"_s}, "There is no command \"frob\"");
        row("limit no number", {u"list"_s, u"--limit"_s, u"ten"_s}, "--limit takes a whole number");
        row("limit negative", {u"list"_s, u"--limit"_s, u"-1"_s}, "--limit takes a whole number");
        row("word too many", {u"count"_s, u"me"_s}, "\"me\" is too much");
        row("show nothing", {u"show"_s}, "Something is missing. Usage: clientelectl show");
        row("show no number", {u"show"_s, u"bob"_s}, "neither a customer's number nor an e-mail");
        row("create nothing", {u"create"_s}, "create needs --name and --email");
        row("update nothing", {u"update"_s, u"1"_s}, "update needs something to change");
        row("update no number", {u"update"_s, u"a@b.io"_s, u"--name"_s, u"x"_s},
            "\"a@b.io\" is not a customer's number");
        row("update contradiction", {u"update"_s, u"1"_s, u"--phone"_s, u"1"_s, u"--no-phone"_s},
            "Only one of --phone and --no-phone");
        row("delete without --yes", {u"delete"_s, u"1"_s}, "Say --yes if that is meant");
        row("delete no number", {u"delete"_s, u"x"_s, u"--yes"_s},
            "\"x\" is not a customer's number");
        row("drop without --yes", {u"--url"_s, u"sqlite:///a.db"_s, u"database"_s, u"drop"_s},
            "Say --yes if that is meant");
        row("import nothing", {u"import"_s}, "Something is missing");
        row("import map", {u"import"_s, u"a.csv"_s, u"--map"_s, u"age=Age"_s}, "--map takes name");
        row("import duplicate", {u"import"_s, u"a.csv"_s, u"--on-duplicate"_s, u"ask"_s},
            "--on-duplicate takes skip or update or reject, not \"ask\"");
        row("import encoding", {u"import"_s, u"a.csv"_s, u"--encoding"_s, u"klingon"_s},
            "The encoding \"klingon\" is not known");
        row("import delimiter", {u"import"_s, u"a.csv"_s, u"--delimiter"_s, u"x"_s},
            "--delimiter takes a comma");
        row("export format", {u"export"_s, u"-"_s, u"--format"_s, u"pdf"_s},
            "--format takes csv, tsv, json, jsonl, xlsx, vcard or markdown");
        row("bad url", {u"--url"_s, u"mysql://h/d"_s, u"list"_s},
            "A URL starts with postgresql://");
        row("profile add without a URL", {u"profile"_s, u"add"_s, u"x"_s},
            "profile add needs a URL");
    }

    void refusesWithASentence()
    {
        QFETCH(QStringList, words);
        QFETCH(QByteArray, sentence);
        const CtlRun run = m_ctl.run(words);
        QCOMPARE(run.status, 2);
        QVERIFY2(run.err.contains(sentence), run.everything().constData());
        QCOMPARE(run.out, QByteArray());
        QVERIFY2(!QFile::exists(m_ctl.path(u"data"_s)), "a book was made for nothing");
    }

    void helps_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("--help") << QStringList{u"--help"_s} << QByteArray("Exit status:");
        QTest::newRow("help") << QStringList{u"help"_s} << QByteArray("walkthrough");
        QTest::newRow("command") << QStringList{u"import"_s, u"--help"_s}
                                 << QByteArray("--rejects FILE");
        QTest::newRow("help on a command")
            << QStringList{u"help"_s, u"list"_s} << QByteArray("Usage: clientelectl list ");
        QTest::newRow("filters of a search")
            << QStringList{u"help"_s, u"export"_s} << QByteArray("created:2024-05..2024-07 ");
        QTest::newRow("help on two words") << QStringList{u"help"_s, u"profile"_s, u"list"_s}
                                           << QByteArray("Usage: clientelectl profile list");
        QTest::newRow("two words") << QStringList{u"database"_s, u"drop"_s, u"-h"_s}
                                   << QByteArray("Usage: clientelectl database drop --yes");
        QTest::newRow("--version") << QStringList{u"--version"_s} << QByteArray("clientelectl ");
    }

    void helps()
    {
        QFETCH(QStringList, words);
        const CtlRun run = m_ctl.run(words);
        QCOMPARE(run.status, 0);
        QFETCH(QByteArray, text);
        QVERIFY2(run.out.contains(text), run.everything().constData());
        QCOMPARE(run.err, QByteArray());
    }

    void helpNamesEveryOptionOfEveryCommand_data()
    {
        QTest::addColumn<QString>("command");
        for (const char* command :
             {"walkthrough", "list", "count", "show", "create", "update", "deactivate", "restore",
              "delete", "import", "export", "migrate current", "migrate upgrade", "database create",
              "database drop", "profile list", "profile add", "profile remove", "profile test"})
            QTest::newRow(command) << QString::fromLatin1(command);
    }

    void helpNamesEveryOptionOfEveryCommand()
    {
        QFETCH(QString, command);
        const CtlRun run = m_ctl.run(command.split(u' ') << u"--help"_s);
        QCOMPARE(run.status, 0);
        QVERIFY2(run.out.startsWith("Usage: clientelectl " + command.toUtf8()),
                 run.everything().constData());
        QVERIFY2(m_ctl.run({u"--help"_s}).out.contains("  " + command.toUtf8() + ' '),
                 "not in --help");
    }

    void saysThatItsResultsCouldNotBeWritten()
    {
        QProcess process;
        process.setProcessEnvironment(m_ctl.environment());
        process.setStandardOutputFile(u"/dev/full"_s);
        process.start(m_ctl.program(), {u"--help"_s});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 1);
        QVERIFY(process.readAllStandardError().contains("could not be written"));
    }
};

QTEST_GUILESS_MAIN(tst_CtlUsage)
#include "tst_ctlusage.moc"
