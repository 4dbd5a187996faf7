// SPDX-License-Identifier: GPL-3.0-or-later
// Making and dropping whole databases, on a real server and real files.
#include "core/services/databaseadmin.h"

#include "core/db/connect.h"
#include "core/services/wording.h"
#include "tests/support/postgresserver.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace clientele;
using namespace clientele::testing;
using namespace Qt::StringLiterals;

class TestDatabaseAdmin : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void makesAndDropsAnyName_data();
    void makesAndDropsAnyName();
    void madeDatabasesAreUtf8();
    void refusesNamesThatCannotBe_data();
    void refusesNamesThatCannotBe();
    void refusesWhatIsThereAlready();
    void saysThatTheRoleMayNot();
    void usesAnotherDatabaseWhereOneIsClosed();
    void saysWhyNoneLetsItIn();
    void doesNotTryAWrongPasswordThrice();
    void namesTheSessionsInTheWay();
    void endsTheSessionsInTheWay();
    void mayNotEndTheSessionsOfASuperuser();
    void neverDropsWhatTheServerLivesFrom_data();
    void neverDropsWhatTheServerLivesFrom();
    void saysThatSomebodyIsInTheTemplate();

    void makesAFileForItsOwnerAlone();
    void makesNoFileOverAnother_data();
    void makesNoFileOverAnother();
    void dropsWhatLiesBesideTheFile();
    void dropsNoFileThatIsSomethingElse_data();
    void dropsNoFileThatIsSomethingElse();
    void dropsNoFileInUse_data();
    void dropsNoFileInUse();
    void dropsADamagedFile();
    void dropsNoLink();

private:
    [[nodiscard]] ConnectionSettings named(const QString& database,
                                           const QString& user = u"postgres"_s) const
    {
        ConnectionSettings settings = m_server->settings(database);
        settings.user = user;
        return settings;
    }
    [[nodiscard]] ConnectionSettings file(const QString& name) const
    {
        return {.engine = Engine::Sqlite, .file = m_folder->filePath(name)};
    }
    [[nodiscard]] QString count(const QString& database) const
    {
        return m_server->execute(u"postgres"_s,
                                 u"SELECT count(*) FROM pg_database WHERE datname = '%1'"_s.arg(
                                     QString(database).replace(u'\'', u"''"_s)));
    }
    QString write(const QString& name, const QByteArray& content) const
    {
        QFile file(m_folder->filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("Cannot write %s", qPrintable(file.fileName()));
        return file.fileName();
    }
    static QString why(const Result<>& result)
    {
        return result ? u"it succeeded"_s : wording::explain(result.error());
    }

    inline static const QString password = u"c4nary"_s;
    std::unique_ptr<PostgresServer> m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestDatabaseAdmin::initTestCase()
{
    m_server = std::make_unique<PostgresServer>(PostgresServer::Options{.password = password});
    m_server->execute(u"postgres"_s, u"CREATE ROLE plain LOGIN PASSWORD 'c4nary';"
                                     "CREATE ROLE maker LOGIN CREATEDB PASSWORD 'c4nary'"_s);
}

void TestDatabaseAdmin::makesAndDropsAnyName_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name : {"sales", "Sales", "with blank", "quote\"d", "apo'strophe",
                             "semi;colon", "x\"; DROP DATABASE postgres; --", "100%", "%1", "$1",
                             "select", "back\\slash", "a=b", "postgresql://x"})
        QTest::newRow(name) << QString::fromLatin1(name);
    QTest::newRow("letters") << u"клиенты 客户 😀"_s;
    QTest::newRow("63 bytes") << QString(63, u'x');
}

void TestDatabaseAdmin::makesAndDropsAnyName()
{
    QFETCH(QString, name);
    QCOMPARE(databases::drop(named(name), password).wait().error().kind, ErrorKind::NotFound);
    const auto made = databases::create(named(name), password).wait();
    QVERIFY2(made, qPrintable(why(made)));
    QCOMPARE(count(name), u"1"_s);
    {
        const auto inside = connectTo(named(name), password);
        QVERIFY2(inside, inside ? "" : qPrintable(inside.error().message));
        const auto current = (*inside)->execute(u"SELECT current_database()::text"_s, {});
        QVERIFY(current);
        QCOMPARE(current->at(0).text(0), name);
    }
    const auto dropped = databases::drop(named(name), password).wait();
    QVERIFY2(dropped, qPrintable(why(dropped)));
    QCOMPARE(count(name), u"0"_s);
}

void TestDatabaseAdmin::madeDatabasesAreUtf8()
{
    QVERIFY(databases::create(named(u"encoded"_s), password).wait());
    QCOMPARE(m_server->execute(u"encoded"_s, u"SHOW server_encoding"_s), u"UTF8"_s);
}

void TestDatabaseAdmin::refusesNamesThatCannotBe_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("empty") << QString();
    QTest::newRow("blanks") << u"  "_s;
    QTest::newRow("64 letters") << QString(64, u'x');
    QTest::newRow("32 letters of two bytes") << QString(32, u'é');
    QTest::newRow("NUL") << QString(u"a"_s + QChar(u'\0') + u"b"_s);
    QTest::newRow("half a character") << QString(u"a"_s + QChar(0xd83d));
}

void TestDatabaseAdmin::refusesNamesThatCannotBe()
{
    QFETCH(QString, name);
    const QString before = m_server->execute(u"postgres"_s, u"SELECT count(*) FROM pg_database"_s);
    const auto made = databases::create(named(name), password).wait();
    QVERIFY(!made);
    QCOMPARE(made.error().kind, ErrorKind::InvalidInput);
    QVERIFY2(why(made).contains(u' ') && why(made).endsWith(u'.'), qPrintable(why(made)));
    QCOMPARE(m_server->execute(u"postgres"_s, u"SELECT count(*) FROM pg_database"_s), before);
}

void TestDatabaseAdmin::refusesWhatIsThereAlready()
{
    QVERIFY(databases::create(named(u"once"_s), password).wait());
    const auto again = databases::create(named(u"once"_s), password).wait();
    QVERIFY(!again);
    QCOMPARE(again.error().kind, ErrorKind::Conflict);
    QVERIFY2(why(again).endsWith(u"/once is there already."_s), qPrintable(why(again)));
    QCOMPARE(databases::create(named(u"postgres"_s), password).wait().error().kind,
             ErrorKind::Conflict);
}

void TestDatabaseAdmin::saysThatTheRoleMayNot()
{
    const auto made = databases::create(named(u"mine"_s, u"plain"_s), password).wait();
    QVERIFY(!made);
    QCOMPARE(made.error().kind, ErrorKind::PermissionDenied);
    QVERIFY2(why(made).contains(u"CREATEDB"_s), qPrintable(why(made)));

    QVERIFY(databases::create(named(u"makers"_s, u"maker"_s), password).wait());
    const auto dropped = databases::drop(named(u"makers"_s, u"plain"_s), password).wait();
    QVERIFY(!dropped);
    QCOMPARE(dropped.error().kind, ErrorKind::PermissionDenied);
    QCOMPARE(count(u"makers"_s), u"1"_s);
    QVERIFY(databases::drop(named(u"makers"_s, u"maker"_s), password).wait());
}

void TestDatabaseAdmin::usesAnotherDatabaseWhereOneIsClosed()
{
    m_server->execute(u"postgres"_s, u"REVOKE CONNECT ON DATABASE postgres FROM public"_s);
    const auto made = databases::create(named(u"beside"_s, u"maker"_s), password).wait();
    m_server->execute(u"postgres"_s, u"GRANT CONNECT ON DATABASE postgres TO public"_s);
    QVERIFY2(made, qPrintable(why(made)));
    QCOMPARE(count(u"beside"_s), u"1"_s);
}

void TestDatabaseAdmin::saysWhyNoneLetsItIn()
{
    m_server->execute(u"postgres"_s,
                      u"REVOKE CONNECT ON DATABASE postgres, template1 FROM public"_s);
    const auto made = databases::create(named(u"shut"_s, u"maker"_s), password).wait();
    m_server->execute(u"postgres"_s, u"GRANT CONNECT ON DATABASE postgres, template1 TO public"_s);
    QVERIFY(!made);
    for (const QString& reason : {u"postgres: permission denied for database \"postgres\""_s,
                                  u"template1: permission denied for database \"template1\""_s,
                                  u"defaultdb: database \"defaultdb\" does not exist"_s})
        QVERIFY2(why(made).contains(reason), qPrintable(why(made)));
}

void TestDatabaseAdmin::doesNotTryAWrongPasswordThrice()
{
    const auto made = databases::create(named(u"wrong"_s), u"wrong"_s).wait();
    QVERIFY(!made);
    QCOMPARE(made.error().kind, ErrorKind::AuthenticationFailed);
    QVERIFY2(why(made).contains(u"refused the user name or the password"_s), qPrintable(why(made)));
}

void TestDatabaseAdmin::namesTheSessionsInTheWay()
{
    QVERIFY(databases::create(named(u"busy"_s), password).wait());
    auto other = connectTo(named(u"busy"_s, u"maker"_s), password);
    QVERIFY(other);
    const auto dropped = databases::drop(named(u"busy"_s), password).wait();
    QVERIFY(!dropped);
    QCOMPARE(dropped.error().kind, ErrorKind::Conflict);
    QVERIFY2(why(dropped).contains(u"maker (Clientele, 127.0.0.1)"_s), qPrintable(why(dropped)));
    QVERIFY((*other)->execute(u"SELECT 1"_s, {}));
    QCOMPARE(count(u"busy"_s), u"1"_s);
}

void TestDatabaseAdmin::endsTheSessionsInTheWay()
{
    QVERIFY(databases::create(named(u"forced"_s), password).wait());
    auto other = connectTo(named(u"forced"_s, u"maker"_s), password);
    QVERIFY(other);
    const auto dropped =
        databases::drop(named(u"forced"_s), password, databases::Others::AreEnded).wait();
    QVERIFY2(dropped, qPrintable(why(dropped)));
    QCOMPARE(count(u"forced"_s), u"0"_s);
    QCOMPARE((*other)->execute(u"SELECT 1"_s, {}).error().kind, ErrorKind::ConnectionLost);
}

void TestDatabaseAdmin::mayNotEndTheSessionsOfASuperuser()
{
    QVERIFY(databases::create(named(u"guarded"_s, u"maker"_s), password).wait());
    auto other = connectTo(named(u"guarded"_s), password);
    QVERIFY(other);
    const auto dropped =
        databases::drop(named(u"guarded"_s, u"maker"_s), password, databases::Others::AreEnded)
            .wait();
    QVERIFY(!dropped);
    QCOMPARE(dropped.error().kind, ErrorKind::PermissionDenied);
    QVERIFY((*other)->execute(u"SELECT 1"_s, {}));
}

void TestDatabaseAdmin::neverDropsWhatTheServerLivesFrom_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name : {"postgres", "template0", "template1", "defaultdb", "stencil"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestDatabaseAdmin::neverDropsWhatTheServerLivesFrom()
{
    QFETCH(QString, name);
    if (name == u"stencil")
        m_server->execute(u"postgres"_s, u"CREATE DATABASE stencil IS_TEMPLATE true"_s);
    for (const auto others : {databases::Others::StopIt, databases::Others::AreEnded}) {
        const auto dropped = databases::drop(named(name), password, others).wait();
        QVERIFY(!dropped);
        QCOMPARE(dropped.error().kind, ErrorKind::Conflict);
        QVERIFY2(why(dropped).contains(u"belongs to the server itself"_s),
                 qPrintable(why(dropped)));
    }
    QCOMPARE(count(name), name == u"defaultdb" ? u"0"_s : u"1"_s);
}

void TestDatabaseAdmin::saysThatSomebodyIsInTheTemplate()
{
    auto other = connectTo(named(u"template1"_s), password);
    QVERIFY(other);
    const auto made = databases::create(named(u"copied"_s), password).wait();
    QVERIFY(!made);
    QCOMPARE(made.error().kind, ErrorKind::Conflict);
    QVERIFY2(why(made).contains(u"working in template1"_s), qPrintable(why(made)));
}

void TestDatabaseAdmin::makesAFileForItsOwnerAlone()
{
    const ConnectionSettings book = file(u"new/folder/book.db"_s);
    const mode_t before = ::umask(0);
    const auto made = databases::create(book, {}).wait();
    ::umask(before);
    QVERIFY2(made, qPrintable(why(made)));
    struct stat status = {};
    QCOMPARE(::stat(QFile::encodeName(book.file).constData(), &status), 0);
    QCOMPARE(int(status.st_mode & 0777), 0600);
    QFile content(book.file);
    QVERIFY(content.open(QIODevice::ReadOnly));
    QVERIFY(content.size() >= 100);
    QCOMPARE(content.read(16), QByteArray("SQLite format 3\0", 16));
    QCOMPARE(QDir(m_folder->filePath(u"new/folder"_s)).entryList(QDir::Files).size(), 1);
}

void TestDatabaseAdmin::makesNoFileOverAnother_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("Dear Ann");
    QTest::newRow("database") << QByteArray("SQLite format 3\0", 16);
}

void TestDatabaseAdmin::makesNoFileOverAnother()
{
    QFETCH(QByteArray, content);
    write(u"there.db"_s, content);
    const auto made = databases::create(file(u"there.db"_s), {}).wait();
    QVERIFY(!made);
    QCOMPARE(made.error().kind, ErrorKind::Conflict);
    QVERIFY2(why(made).endsWith(u"there.db is there already."_s), qPrintable(why(made)));
    QFile left(m_folder->filePath(u"there.db"_s));
    QVERIFY(left.open(QIODevice::ReadOnly));
    QCOMPARE(left.readAll(), content);
}

void TestDatabaseAdmin::dropsWhatLiesBesideTheFile()
{
    const ConnectionSettings book = file(u"book.db"_s);
    QVERIFY(databases::create(book, {}).wait());
    // What a program that was killed leaves behind.
    write(u"book.db-wal"_s, {});
    write(u"book.db-shm"_s, {});
    const auto dropped = databases::drop(book, {}).wait();
    QVERIFY2(dropped, qPrintable(why(dropped)));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList());
    QCOMPARE(databases::drop(book, {}).wait().error().kind, ErrorKind::NotFound);
}

void TestDatabaseAdmin::dropsNoFileThatIsSomethingElse_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("text") << QByteArray("Dear Ann, this is no database.");
    QTest::newRow("nearly") << QByteArray("SQLite format 2\0 and more", 26);
    QTest::newRow("short") << QByteArray("SQL");
}

void TestDatabaseAdmin::dropsNoFileThatIsSomethingElse()
{
    QFETCH(QByteArray, content);
    const QString path = write(u"letter.txt"_s, content);
    const auto dropped = databases::drop(file(u"letter.txt"_s), {}).wait();
    QVERIFY(!dropped);
    QCOMPARE(dropped.error().kind, ErrorKind::File);
    QVERIFY2(why(dropped).contains(u"not a SQLite database, and was left alone"_s),
             qPrintable(why(dropped)));
    QVERIFY(QFile::exists(path));
    QCOMPARE(databases::drop(file(u"."_s), {}).wait().error().kind, ErrorKind::File);
}

void TestDatabaseAdmin::dropsNoFileInUse_data()
{
    QTest::addColumn<QString>("use");
    QTest::newRow("open") << u"SELECT count(*) FROM sqlite_master"_s;
    QTest::newRow("writing") << u"BEGIN IMMEDIATE; CREATE TABLE t (a)"_s;
    QTest::newRow("reading in the older mode")
        << u"PRAGMA journal_mode=DELETE; CREATE TABLE t (a); BEGIN; SELECT * FROM t"_s;
}

void TestDatabaseAdmin::dropsNoFileInUse()
{
    QFETCH(QString, use);
    const ConnectionSettings book = file(u"book.db"_s);
    QVERIFY(databases::create(book, {}).wait());
    auto other = connectTo(book, {});
    QVERIFY(other);
    QVERIFY((*other)->executeScript(use));
    const auto dropped = databases::drop(book, {}, databases::Others::AreEnded).wait();
    QVERIFY(!dropped);
    QCOMPARE(dropped.error().kind, ErrorKind::Busy);
    QVERIFY2(why(dropped).contains(u"locked by another program"_s), qPrintable(why(dropped)));
    QVERIFY(QFile::exists(book.file));
    other->reset();
    const auto later = databases::drop(book, {}).wait();
    QVERIFY2(later, qPrintable(why(later)));
}

void TestDatabaseAdmin::dropsADamagedFile()
{
    write(u"damaged.db"_s, QByteArray("SQLite format 3\0", 16) + QByteArray(5000, 'x'));
    const auto dropped = databases::drop(file(u"damaged.db"_s), {}).wait();
    QVERIFY2(dropped, qPrintable(why(dropped)));
    QVERIFY(!QFile::exists(m_folder->filePath(u"damaged.db"_s)));
}

void TestDatabaseAdmin::dropsNoLink()
{
    const ConnectionSettings book = file(u"book.db"_s);
    QVERIFY(databases::create(book, {}).wait());
    QVERIFY(QFile::link(book.file, m_folder->filePath(u"link.db"_s)));
    const auto dropped = databases::drop(file(u"link.db"_s), {}).wait();
    QVERIFY(!dropped);
    QVERIFY2(why(dropped).contains(u"book.db"_s), qPrintable(why(dropped)));
    QVERIFY(QFile::exists(book.file));
}

QTEST_GUILESS_MAIN(TestDatabaseAdmin)
#include "tst_databaseadmin.moc"
