// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/dotenv.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace clientele;

/// What python-dotenv 1.2.2 makes of the same text, row by row.
class tst_DotEnv final : public QObject
{
    Q_OBJECT

private:
    /// "H" is "home" and "EMPTY" is "" in the process.
    static QProcessEnvironment process()
    {
        QProcessEnvironment environment;
        environment.insert(u"H"_s, u"home"_s);
        environment.insert(u"EMPTY"_s, QString());
        return environment;
    }

    /// "NAME=value" for each entry, a name alone without the sign; then "!" for each warning.
    static QString read(const QString& text)
    {
        const DotEnv file = DotEnv::parse(text, process());
        QStringList parts;
        for (const auto& entry : file.entries())
            parts << (entry.value ? entry.name + u'=' + *entry.value : entry.name);
        for (qsizetype i = 0; i < file.warnings().size(); ++i)
            parts << u"!"_s;
        return parts.join(u'|');
    }

private Q_SLOTS:
    void readsAsPythonDoes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("entries");
        const auto row = [](const char* name, const QString& text, const QString& entries) {
            QTest::newRow(name) << text << entries;
        };
        row("plain", u"A=b"_s, u"A=b"_s);
        row("blanks around =", u"A = b"_s, u"A=b"_s);
        row("blanks around all", u"  A=b  "_s, u"A=b"_s);
        row("export", u"export A=b"_s, u"A=b"_s);
        row("export without a blank", u"exportA=b"_s, u"exportA=b"_s);
        row("export with more blanks", u"export   A  =  b"_s, u"A=b"_s);
        row("name alone", u"A"_s, u"A"_s);
        row("export name alone", u"export A"_s, u"A"_s);
        row("nothing", u"A="_s, u"A="_s);
        row("empty double quotes", u"A=\"\""_s, u"A="_s);
        row("empty single quotes", u"A=''"_s, u"A="_s);
        row("blank inside", u"A=a b"_s, u"A=a b"_s);
        row("# inside a word", u"A=a#b"_s, u"A=a#b"_s);
        row("# after a blank", u"A=a #b"_s, u"A=a"_s);
        row("# first", u"A=#b"_s, u"A=#b"_s);
        row("comment instead of a value", u"A= # c"_s, u"A=|!"_s);
        row("# in quotes", u"A=\"a # b\""_s, u"A=a # b"_s);
        row("comment after quotes", u"A=\"a\" # c"_s, u"A=a"_s);
        row("junk after quotes", u"A=\"x\" junk\nB=1"_s, u"B=1|!"_s);
        row("escapes in double quotes", u"A=\"a\\nb\\tc\""_s, u"A=a\nb\tc"_s);
        row("no escapes in single quotes", u"A='a\\nb'"_s, u"A=a\\nb"_s);
        row("no escapes without quotes", u"A=a\\nb"_s, u"A=a\\nb"_s);
        row("escaped single quote", u"A='a\\'b'"_s, u"A=a'b"_s);
        row("escaped double quote", u"A=\"a\\\"b\""_s, u"A=a\"b"_s);
        row("every escape", u"A=\"\\\\\\'\\\"\\a\\b\\f\\n\\r\\t\\v\""_s,
            u"A=\\'\"\a\b\f\n\r\t\v"_s);
        row("unknown escapes stay", u"A=\"\\$\\x41\\u00e9\""_s, u"A=\\$\\x41\\u00e9"_s);
        row("several lines in double quotes", u"A=\"l1\nl2\"\nB=1"_s, u"A=l1\nl2|B=1"_s);
        row("several lines in single quotes", u"A='l1\nl2'\nB=1"_s, u"A=l1\nl2|B=1"_s);
        row("several lines that end with CR LF", u"A=\"l1\r\nl2\"\r\nB=1"_s, u"A=l1\r\nl2|B=1"_s);
        row("unclosed quote", u"A=\"l1\nB=1"_s, u"B=1|!"_s);
        row("unclosed single quote", u"A='l1\nB=1"_s, u"B=1|!"_s);
        row("quoted name", u"'A B'=x"_s, u"A B=x"_s);
        row("dot in a name", u"A.B=x"_s, u"A.B=x"_s);
        row("hyphen in a name", u"A-B=x"_s, u"A-B=x"_s);
        row("digit first", u"1A=x"_s, u"1A=x"_s);
        row("letters with accents", u"é=ü"_s, u"é=ü"_s);
        row("no name", u"=x\nB=1"_s, u"B=1|!"_s);
        row("colon", u"A: b\nB=1"_s, u"B=1|!"_s);
        row("no name, and a blank", u" = x\nB=1"_s, u"B=1|!"_s);
        row("twice", u"A=1\nA=2"_s, u"A=1|A=2|!"_s);
        row("variable of the process", u"A=${H}"_s, u"A=home"_s);
        row("variable from above", u"B=1\nA=${B}"_s, u"B=1|A=1"_s);
        row("process goes before above", u"H=file\nA=${H}"_s, u"H=file|A=home"_s);
        row("unknown variable", u"A=${N}"_s, u"A="_s);
        row("variable without braces", u"A=$H"_s, u"A=$H"_s);
        row("default", u"A=${N:-def}"_s, u"A=def"_s);
        row("empty default", u"A=${N:-}"_s, u"A="_s);
        row("default is not for what is empty", u"A=${EMPTY:-def}"_s, u"A="_s);
        row("hyphen without a colon", u"A=${N-def}"_s, u"A="_s);
        row("no nesting", u"A=${N:-${H}}"_s, u"A=${H}"_s);
        row("variable in single quotes", u"A='${H}'"_s, u"A=home"_s);
        row("order matters", u"B=${A}\nA=1"_s, u"B=|A=1"_s);
        row("no escape of a variable", u"A=\\${H}"_s, u"A=\\home"_s);
        row("byte order mark", QString(QChar::ByteOrderMark) + u"A=b"_s, u"A=b"_s);
        row("LF", u"A=1\nB=2\n"_s, u"A=1|B=2"_s);
        row("CR LF", u"A=1\r\nB=2\r\n"_s, u"A=1|B=2"_s);
        row("byte order mark and a comment", QString(QChar::ByteOrderMark) + u"# c\nA=b"_s,
            u"A=b"_s);
        row("mixed line ends", u"A=1\rB=2\r\nC=3\nX=4"_s, u"A=1|B=2|C=3|X=4"_s);
        row("CR", u"A=1\rB=2\r"_s, u"A=1|B=2"_s);
        row("comments and empty lines", u"# c\n\n  # d\nA=1"_s, u"A=1"_s);
        row("empty file", QString(), QString());
    }

    void readsAsPythonDoes()
    {
        QFETCH(QString, text);
        QFETCH(QString, entries);
        QCOMPARE(read(text), entries);
    }

    void warningsNameTheLineAndNotTheSecret()
    {
        const DotEnv file = DotEnv::parse(u"A=1\r\nB='x\ny'\nPASSWORD: hunter2\nA=2"_s, {});
        QCOMPARE(file.warnings().size(), 2);
        QVERIFY(file.warnings()[0].startsWith(u"line 4:"_s));
        QVERIFY(file.warnings()[1].startsWith(u"line 5:"_s));
        QVERIFY(!file.warnings().join(u' ').contains(u"hunter2"_s));

        const DotEnv commented = DotEnv::parse(u"\nPASSWORD= #hunter2"_s, {});
        QCOMPARE(commented.warnings().size(), 1);
        QVERIFY(commented.warnings()[0].startsWith(u"line 2: PASSWORD is empty"_s));
        QVERIFY(!commented.warnings()[0].contains(u"hunter2"_s));
    }

    void lastValueCounts()
    {
        const DotEnv file = DotEnv::parse(u"A=1\nA=2\nB\nX=1\nX"_s, {});
        QCOMPARE(file.value(u"A"_s), std::optional(u"2"_s));
        QCOMPARE(file.line(u"A"_s), 2);
        QCOMPARE(file.line(u"B"_s), 0);
        QCOMPARE(file.value(u"X"_s), std::optional<QString>());
        QCOMPARE(file.value(u"B"_s), std::optional<QString>());
        QCOMPARE(file.value(u"C"_s), std::optional<QString>());
    }

    void saysWhyAFileCannotBeRead()
    {
        QTemporaryDir folder;
        const auto missing = DotEnv::read(folder.filePath(u"none"_s), {});
        QVERIFY(!missing);
        QCOMPARE(missing.error().kind, ErrorKind::NotFound);

        QFile file(folder.filePath(u"binary"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("A=\xff\xfe\x80");
        file.close();
        const auto binary = DotEnv::read(file.fileName(), {});
        QVERIFY(!binary);
        QCOMPARE(binary.error().kind, ErrorKind::File);

        const auto directory = DotEnv::read(folder.path(), {});
        QVERIFY(!directory);
        QCOMPARE(directory.error().kind, ErrorKind::File);
    }
};

QTEST_GUILESS_MAIN(tst_DotEnv)
#include "tst_dotenv.moc"
