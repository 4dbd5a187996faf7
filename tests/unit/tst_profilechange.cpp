// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/profilechange.h"

#include "core/config/connectionurl.h"
#include "core/config/profilestore.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace clientele;

class tst_ProfileChange final : public QObject
{
    Q_OBJECT

private:
    static Profile shop()
    {
        return {.name = u"Shop"_s,
                .connection = {.engine = Engine::PostgreSql,
                               .host = u"h"_s,
                               .port = 5432,
                               .database = u"d"_s,
                               .user = u"u"_s,
                               .sslMode = u"prefer"_s,
                               .options = {{u"connect_timeout"_s, u"3"_s}}}};
    }
    static Profile book() { return {.name = u"Book"_s, .connection = {.file = u"/tmp/a.db"_s}}; }

private Q_SLOTS:
    void setsAndUnsets_data()
    {
        QTest::addColumn<QString>("assignment");
        QTest::addColumn<QString>("url");
        const auto row = [](const QString& assignment, const QString& url) {
            QTest::newRow(qPrintable(assignment)) << assignment << u"postgresql://"_s + url;
        };
        row(u"host=x"_s, u"u@x:5432/d?sslmode=prefer&connect_timeout=3"_s);
        row(u"host=/run/postgresql"_s,
            u"u@%2Frun%2Fpostgresql:5432/d?sslmode=prefer&connect_timeout=3"_s);
        row(u"host="_s, u"u@:5432/d?sslmode=prefer&connect_timeout=3"_s);
        row(u"port=6543"_s, u"u@h:6543/d?sslmode=prefer&connect_timeout=3"_s);
        row(u"port="_s, u"u@h/d?sslmode=prefer&connect_timeout=3"_s);
        row(u"database=a=b"_s, u"u@h:5432/a%3Db?sslmode=prefer&connect_timeout=3"_s);
        row(u"dbname=e"_s, u"u@h:5432/e?sslmode=prefer&connect_timeout=3"_s);
        row(u"user="_s, u"h:5432/d?sslmode=prefer&connect_timeout=3"_s);
        row(u"sslmode=require"_s, u"u@h:5432/d?sslmode=require&connect_timeout=3"_s);
        row(u"sslmode="_s, u"u@h:5432/d?connect_timeout=3"_s);
        row(u"connect_timeout="_s, u"u@h:5432/d?sslmode=prefer"_s);
        row(u"application_name=a b"_s,
            u"u@h:5432/d?sslmode=prefer&application_name=a%20b&connect_timeout=3"_s);
        row(u"service=sales"_s, u"u@h:5432/d?sslmode=prefer&connect_timeout=3&service=sales"_s);
    }

    void setsAndUnsets()
    {
        QFETCH(QString, assignment);
        Profile profile = shop();
        const auto applied = applySetting(profile, assignment);
        QVERIFY2(applied, applied ? "" : qPrintable(applied.error().message));
        QTEST(ConnectionUrl::render(profile.connection), "url");
    }

    void takesAPortForEachHost()
    {
        Profile profile = shop();
        QVERIFY(applySetting(profile, u"host=a,b"_s));
        QVERIFY(applySetting(profile, u"port=1,2"_s));
        QVERIFY(
            ConnectionUrl::render(profile.connection).startsWith(u"postgresql://u@a:1,b:2/d?"_s));
        QVERIFY(applySetting(profile, u"port=3"_s));
        QVERIFY(
            ConnectionUrl::render(profile.connection).startsWith(u"postgresql://u@a:3,b:3/d?"_s));
    }

    void setsFlagsAndTheFile()
    {
        Profile profile = book();
        QVERIFY(applySetting(profile, u"read-only=yes"_s));
        QVERIFY(profile.connection.readOnly);
        QVERIFY(applySetting(profile, u"read-only="_s));
        QVERIFY(!profile.connection.readOnly);
        QVERIFY(applySetting(profile, u"production=true"_s));
        QVERIFY(profile.production);
        QVERIFY(applySetting(profile, u"colour=#b3261e"_s));
        QCOMPARE(profile.colour, u"#b3261e"_s);
        const QString file = QDir::rootPath() + u"tmp/b.db"_s;
        QVERIFY(applySetting(profile, u"file="_s + file));
        QCOMPARE(profile.connection.file, file);
    }

    void refuses_data()
    {
        QTest::addColumn<bool>("onServer");
        QTest::addColumn<QString>("assignment");
        QTest::addColumn<QString>("words");
        QTest::newRow("no value") << true << u"host"_s << u"KEY=VALUE"_s;
        QTest::newRow("no key") << true << u"=h"_s << u"KEY=VALUE"_s;
        QTest::newRow("misspelt") << true << u"hots=h"_s << u"Did you mean host?"_s;
        QTest::newRow("unknown") << true << u"shoe_size_of=h"_s << u"no setting shoe_size_of"_s;
        QTest::newRow("port") << true << u"port=70000"_s << u"1 to 65535"_s;
        QTest::newRow("port of letters") << true << u"port=x"_s << u"1 to 65535"_s;
        QTest::newRow("sslmode") << true << u"sslmode=on"_s << u"verify-full"_s;
        QTest::newRow("flag") << true << u"read-only=maybe"_s << u"true or false"_s;
        QTest::newRow("colour") << true << u"colour=red"_s << u"#rrggbb"_s;
        QTest::newRow("password") << true << u"password=c4nary"_s << u"holds no password"_s;
        QTest::newRow("key's password") << true << u"sslpassword=c4nary"_s << u"no password"_s;
        QTest::newRow("file of a server") << true << u"file=/tmp/a"_s << u"it has no file"_s;
        QTest::newRow("host of a file") << false << u"host=h"_s << u"has no setting host"_s;
        QTest::newRow("no file") << false << u"file="_s << u"cannot be without"_s;
    }

    void refuses()
    {
        QFETCH(bool, onServer);
        QFETCH(QString, assignment);
        QFETCH(QString, words);
        Profile profile = onServer ? shop() : book();
        const auto applied = applySetting(profile, assignment);
        QVERIFY(!applied);
        QCOMPARE(applied.error().kind, ErrorKind::InvalidInput);
        QVERIFY2(applied.error().message.contains(words), qPrintable(applied.error().message));
        QVERIFY(!applied.error().message.contains(u"c4nary"_s));
        QCOMPARE(profile, onServer ? shop() : book());
    }

    void changesWhatIsSavedOrNothing()
    {
        QTemporaryDir folder;
        ProfileStore store(folder.path());
        QVERIFY(store.save(shop()));
        const auto changed =
            store.change(u"SHOP"_s, [](Profile& one) { return applySetting(one, u"host=x"_s); });
        QVERIFY(changed);
        QCOMPARE(changed->name, u"Shop"_s);
        QCOMPARE((*store.find(u"Shop"_s))->connection.host, u"x"_s);
        const auto refused = store.change(u"Shop"_s, [](Profile& one) {
            one.connection.host = u"y"_s;
            return applySetting(one, u"port=x"_s);
        });
        QVERIFY(!refused);
        QCOMPARE((*store.find(u"Shop"_s))->connection.host, u"x"_s);
        const auto nothing = [](Profile&) { return Result<>(); };
        QCOMPARE(store.change(u"nosuch"_s, nothing).error().kind, ErrorKind::NotFound);
        QCOMPARE(store.change(u"Local book"_s, nothing).error().kind, ErrorKind::InvalidInput);
        QCOMPARE(store.change(u"Environment"_s, nothing).error().kind, ErrorKind::InvalidInput);
    }
};

QTEST_GUILESS_MAIN(tst_ProfileChange)
#include "tst_profilechange.moc"
