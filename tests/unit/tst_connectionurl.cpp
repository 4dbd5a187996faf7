// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/connectionurl.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace clientele;

class tst_ConnectionUrl final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsPostgresUrls_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("fields"); // user:password@host:port/database sslmode options
        const auto row = [](const char* name, const QString& url, const QString& fields) {
            QTest::newRow(name) << url << fields;
        };
        row("all", u"postgresql://u:p@h:5433/db?sslmode=require"_s, u"u:p@h:5433/db require "_s);
        row("short scheme", u"postgres://h/db"_s, u":@h:0/db  "_s);
        row("driver", u"postgresql+psycopg2://u@h/db"_s, u"u:@h:0/db  "_s);
        row("async driver", u"postgresql+asyncpg://u@h/db"_s, u"u:@h:0/db  "_s);
        row("escapes", u"postgresql://u:p%40s%2Fs%25@h/d%20b"_s, u"u:p@s/s%@h:0/d b  "_s);
        row("IPv6", u"postgresql://u@[::1]:5433/db"_s, u"u:@::1:5433/db  "_s);
        row("socket", u"postgresql://u@%2Ftmp%2Fs/db"_s, u"u:@/tmp/s:0/db  "_s);
        row("several hosts", u"postgresql://u@a:1,b:2/db"_s, u"u:@a,b:0/db  port=1,2"_s);
        row("keywords", u"postgresql:///db?host=h&port=7&connect_timeout=3"_s,
            u":@h:7/db  connect_timeout=3"_s);
        row("password as a keyword", u"postgresql://h/db?user=u&password=p"_s, u"u:p@h:0/db  "_s);
        row("nothing", u"postgresql://"_s, u":@:0/  "_s);
        row("socket as a keyword", u"postgresql:///db?host=/run/postgresql"_s,
            u":@/run/postgresql:0/db  "_s);
        row("service", u"postgresql://?service=sales"_s, u":@:0/  service=sales"_s);
        row("blanks around", u"  postgresql://h/db\n"_s, u":@h:0/db  "_s);
        row("question mark in a password", u"postgresql://u:p?x@h/db"_s, u"u:p?x@h:0/db  "_s);
    }

    void readsPostgresUrls()
    {
        QFETCH(QString, url);
        QFETCH(QString, fields);
        const auto parsed = ConnectionUrl::parse(url);
        QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().message));
        const ConnectionSettings& s = parsed->settings;
        QCOMPARE(s.engine, Engine::PostgreSql);
        QStringList options;
        for (auto it = s.options.cbegin(); it != s.options.cend(); ++it)
            options << it.key() + u'=' + it.value();
        const QString found = s.user + u':' + parsed->password + u'@' + s.host + u':' +
                              QString::number(s.port) + u'/' + s.database + u' ' + s.sslMode +
                              u' ' + options.join(u' ');
        QCOMPARE(found, fields);
    }

    void readsSqliteUrls_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("file");
        QTest::addColumn<bool>("readOnly");
        QTest::newRow("relative") << u"sqlite:///a b.db"_s << QDir::current().filePath(u"a b.db"_s)
                                  << false;
        const QString root = QDir::rootPath(); // "/", or "C:/"
        const QString file = root + u"tmp/x.db"_s;
        QTest::newRow("absolute") << u"sqlite:///"_s + file << file << false;
        QTest::newRow("driver") << u"sqlite+pysqlite:///"_s + file << file << false;
        QTest::newRow("escapes") << u"sqlite:///"_s + root + u"tmp/a%3Fb%25.db"_s
                                 << root + u"tmp/a?b%.db"_s << false;
        QTest::newRow("read only") << u"sqlite:///"_s + file + u"?mode=ro"_s << file << true;
    }

    void readsSqliteUrls()
    {
        QFETCH(QString, url);
        const auto parsed = ConnectionUrl::parse(url);
        QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().message));
        QCOMPARE(parsed->settings.engine, Engine::Sqlite);
        QTEST(parsed->settings.file, "file");
        QTEST(parsed->settings.readOnly, "readOnly");
    }

    void refusesWithoutRepeatingThePassword_data()
    {
        QTest::addColumn<QString>("url");
        QTest::newRow("nothing") << QString();
        QTest::newRow("no scheme") << u"canary@h/db"_s;
        QTest::newRow("other engine") << u"mysql://u:canary@h/db"_s;
        QTest::newRow("unescaped @") << u"postgresql://u:ca@canary@h/db"_s;
        QTest::newRow("unescaped slash") << u"postgresql://u:canary/canary@h/db"_s;
        QTest::newRow("bad escape") << u"postgresql://u:canary%zz@h/db"_s;
        QTest::newRow("unknown keyword") << u"postgresql://u:canary@h/db?nosuch=canary"_s;
        QTest::newRow("password with a question mark")
            << u"postgresql://u:pa?canary=x@h:bad%zz/db"_s;
        QTest::newRow("port out of range") << u"postgresql://u:canary@h:99999/db"_s;
        QTest::newRow("port no number") << u"postgresql://u:canary@h:x/db"_s;
        QTest::newRow("memory") << u"sqlite:///:memory:"_s;
        QTest::newRow("memory in short") << u"sqlite://"_s;
        QTest::newRow("two slashes") << u"sqlite://x.db"_s;
        QTest::newRow("unknown parameter") << u"sqlite:///x.db?cache=canary"_s;
    }

    void refusesWithoutRepeatingThePassword()
    {
        QFETCH(QString, url);
        const auto parsed = ConnectionUrl::parse(url);
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().kind, ErrorKind::InvalidInput);
        QVERIFY(parsed.error().message.endsWith(u'.'));
        QVERIFY2(!parsed.error().message.contains(u"canary"_s), qPrintable(parsed.error().message));
    }

    void saysWhatToDo_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* name, const QString& url, const QString& words) {
            QTest::newRow(name) << url << words;
        };
        row("unescaped @", u"postgresql://u:a@b@h/db"_s, u"write @ as %40"_s);
        row("unescaped @ after a question mark", u"postgresql://u:a?b@c@h/db"_s,
            u"write @ as %40"_s);
        row("unescaped @ beside an escaped one", u"postgresql://u:a%40b@c@h/db"_s,
            u"write @ as %40"_s);
        row("unescaped slash", u"postgresql://u:a/b@h/db"_s, u"/ as %2F"_s);
        row("misspelt keyword", u"postgresql://u@h/db?sslmod=require"_s,
            u"Did you mean sslmode?"_s);
        row("asyncpg's keyword", u"postgresql+asyncpg://u@h/db?ssl=require"_s,
            u"parameter ssl after"_s);
        row("second keyword", u"postgresql://h/db?sslmode=allow&aplication_name=x"_s,
            u"Did you mean application_name?"_s);
        row("nothing alike", u"postgresql://h/db?zzzzzzzzzzzz=x"_s, u"zzzzzzzzzzzz after"_s);
        row("sslmode", u"postgresql://h/db?sslmode=on"_s, u"verify-full"_s);
        row("sqlite without a file", u"sqlite://"_s, u"sqlite:///customers.db"_s);
        row("sqlite with two slashes", u"sqlite://a.db"_s, u"three slashes"_s);
        row("other engine", u"mysql://h/db"_s, u"postgresql://"_s);
    }

    void saysWhatToDo()
    {
        QFETCH(QString, url);
        QFETCH(QString, words);
        const auto parsed = ConnectionUrl::parse(url);
        QVERIFY(!parsed);
        QVERIFY2(parsed.error().message.contains(words), qPrintable(parsed.error().message));
    }

    void masksThePassword()
    {
        QCOMPARE(ConnectionUrl::parse(u"postgresql://u:canary@h/db"_s)->masked(),
                 u"postgresql://u:***@h/db"_s);
        QCOMPARE(ConnectionUrl::parse(u"postgresql://u@h/db"_s)->masked(),
                 u"postgresql://u@h/db"_s);
        QCOMPARE(ConnectionUrl::parse(u"postgresql://u:p%40s%2Fs@h:5432/db?sslmode=require"_s)
                     ->withPassword(),
                 u"postgresql://u:p%40s%2Fs@h:5432/db?sslmode=require"_s);
        const QString book = u"sqlite:///"_s + QDir::rootPath() + u"tmp/x.db"_s;
        QCOMPARE(ConnectionUrl::parse(book)->masked(), book);
    }

    void rendersWhatItReads_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("rendered");
        const auto row = [](const char* name, const QString& url, const QString& rendered) {
            QTest::newRow(name) << url << rendered;
        };
        row("password is dropped", u"postgresql://u:p%40@h:5/db?sslmode=require"_s,
            u"postgresql://u@h:5/db?sslmode=require"_s);
        row("secret keywords are dropped", u"postgresql://h/db?sslpassword=s"_s,
            u"postgresql://h/db"_s);
        row("escapes", u"postgresql://a%2Fb@%2Ftmp/d%3Fb"_s, u"postgresql://a%2Fb@%2Ftmp/d%3Fb"_s);
        row("IPv6", u"postgresql://[::1]:5/db"_s, u"postgresql://[::1]:5/db"_s);
        row("several hosts", u"postgresql://a:1,b:2/db"_s, u"postgresql://a:1,b:2/db"_s);
        const QString root = u"sqlite:///"_s + QDir::rootPath();
        row("sqlite", root + u"tmp/a%3Fb c.db?mode=ro"_s, root + u"tmp/a%3Fb%20c.db?mode=ro"_s);
    }

    void rendersWhatItReads()
    {
        QFETCH(QString, url);
        QFETCH(QString, rendered);
        const auto parsed = ConnectionUrl::parse(url);
        QVERIFY(parsed);
        QCOMPARE(ConnectionUrl::render(parsed->settings), rendered);
        const auto again = ConnectionUrl::parse(rendered);
        QVERIFY(again);
        QCOMPARE(ConnectionUrl::render(again->settings), rendered);
    }
};

QTEST_GUILESS_MAIN(tst_ConnectionUrl)
#include "tst_connectionurl.moc"
