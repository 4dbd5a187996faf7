// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/connect.h"
#include "core/services/wording.h"
#include "tests/support/sqlitefile.h"

#include <QFile>
#include <QScopeGuard>
#include <QTest>

#include <sqlite3.h>

using namespace clientele;
using namespace clientele::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Mode = Session::TransactionMode;

class TestSqliteFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_file = std::make_unique<SqliteFile>(); }

    void makesAFileForItsOwnerAlone();
    void leavesTheModeOfAFileThatIsThere();
    void keepsItsPromisesOnTheFile();
    void onlyReadsWhereAskedTo();
    void readsAFileWhoseFolderTakesNoLocks();
    void worksWithoutWal();
    void keepsWhatIsThereWhenTheDiskIsFull();
    void saysThatAFileIsNoDatabase();
    void saysThatAFileIsDamaged();
    void saysThatAFileIsNotThere();

private:
    std::unique_ptr<SqliteFile> m_file;
};

void TestSqliteFile::makesAFileForItsOwnerAlone()
{
    const auto owner = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
    m_file->settings.file = m_file->path(u"new/folder/book.db"_s);
    const auto session = m_file->open();
    write(*session, u"CREATE TABLE t (v)"_s);
    for (const auto& end : {u""_s, u"-wal"_s, u"-shm"_s}) {
        QVERIFY(QFile::exists(m_file->settings.file + end));
        QCOMPARE(QFile::permissions(m_file->settings.file + end), owner);
    }
}

void TestSqliteFile::leavesTheModeOfAFileThatIsThere()
{
    write(*m_file->open(), u"CREATE TABLE t (v)"_s);
    const auto shared = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::WriteGroup;
    QVERIFY(QFile::setPermissions(m_file->settings.file, shared));
    write(*m_file->open(), u"INSERT INTO t VALUES (1)"_s);
    QVERIFY(QFile::permissions(m_file->settings.file).testFlag(QFile::WriteGroup));
}

void TestSqliteFile::keepsItsPromisesOnTheFile()
{
    const auto session = m_file->open();
    QCOMPARE(session->execute(u"PRAGMA journal_mode"_s)->at(0).text(0), u"wal"_s);
    QCOMPARE(number(*session, u"PRAGMA synchronous"_s), 2); // FULL
    QCOMPARE(number(*session, u"PRAGMA foreign_keys"_s), 1);
    QVERIFY(session->serverVersion().startsWith(u"SQLite 3."_s));
}

void TestSqliteFile::onlyReadsWhereAskedTo()
{
    const auto owner = m_file->open();
    write(*owner, u"CREATE TABLE t AS SELECT 5 AS v"_s);
    m_file->settings.readOnly = true;
    const auto session = m_file->open();
    QVERIFY(session->isReadOnly());
    QCOMPARE(number(*session, u"SELECT v FROM t"_s), 5);
    QCOMPARE(session->executeWrite(u"DELETE FROM t"_s).error().kind, ErrorKind::ReadOnly);
    QCOMPARE(session->executeScript(u"DELETE FROM t"_s).error().kind, ErrorKind::ReadOnly);
    QCOMPARE(session->begin(Mode::Write).error().kind, ErrorKind::ReadOnly);
    QCOMPARE(session->execute(u"DELETE FROM t"_s).error().kind, ErrorKind::ReadOnly);
    QVERIFY(session->begin(Mode::Snapshot).hasValue());
    write(*owner, u"INSERT INTO t VALUES (6)"_s);
    QCOMPARE(number(*session, u"SELECT count(*) FROM t"_s), 1);
    QVERIFY(session->commit().hasValue());
}

void TestSqliteFile::readsAFileWhoseFolderTakesNoLocks()
{
    m_file->settings.file = m_file->path(u"odd #1 ?.db"_s);
    write(*m_file->open(), u"CREATE TABLE t AS SELECT 5 AS v"_s);
    QVERIFY(QFile::link(u"/nowhere"_s,
                        m_file->settings.file + u"-shm"_s)); // SQLite follows no link here
    const auto session = m_file->open();
    QVERIFY(session->isReadOnly());
    QCOMPARE(number(*session, u"SELECT v FROM t"_s), 5);
    QCOMPARE(session->executeWrite(u"DELETE FROM t"_s).error().kind, ErrorKind::ReadOnly);
}

void TestSqliteFile::worksWithoutWal()
{
    sqlite3_vfs* const usual = sqlite3_vfs_find(nullptr);
    const auto restored = qScopeGuard([&] { sqlite3_vfs_register(usual, 1); });
    sqlite3_vfs_register(sqlite3_vfs_find("unix-dotfile"), 1);
    QTest::ignoreMessage(QtWarningMsg, SqliteFile::refusesWal());
    const auto session = m_file->open();
    QVERIFY(!session->isReadOnly());
    write(*session, u"CREATE TABLE t AS SELECT 0 AS v"_s);
    QVERIFY(session->begin(Mode::Write).hasValue());
    write(*session, u"UPDATE t SET v = 1"_s);
    QVERIFY(session->commit().hasValue());
    QCOMPARE(number(*session, u"SELECT v FROM t"_s), 1);
}

void TestSqliteFile::keepsWhatIsThereWhenTheDiskIsFull()
{
    const auto session = m_file->open();
    write(*session, u"CREATE TABLE t (v)"_s);
    write(*session, u"INSERT INTO t VALUES ('before')"_s);
    number(*session, u"PRAGMA max_page_count = 10"_s);
    const auto fill = u"INSERT INTO t "_s + endless() + u" SELECT randomblob(1000) FROM n"_s;
    const auto full = session->executeWrite(fill);
    QVERIFY(!full);
    QCOMPARE(full.error().kind, ErrorKind::StorageFull);
    const QString sentence = wording::sentence(full.error());
    QVERIFY2(sentence.contains(u"no room left on the disk"_s), qPrintable(sentence));

    QVERIFY(session->begin(Mode::Write).hasValue());
    write(*session, u"INSERT INTO t VALUES ('undone')"_s);
    QCOMPARE(session->executeWrite(fill).error().kind, ErrorKind::StorageFull);
    session->rollback();
    QVERIFY(!session->inTransaction());
    QCOMPARE(session->execute(u"SELECT group_concat(v) FROM t"_s)->at(0).text(0), u"before"_s);

    number(*session, u"PRAGMA max_page_count = 100000"_s);
    write(*session, u"INSERT INTO t VALUES ('after')"_s);
    QCOMPARE(number(*m_file->open(), u"SELECT count(*) FROM t"_s), 2);
}

void TestSqliteFile::saysThatAFileIsNoDatabase()
{
    QFile file(m_file->settings.file);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray("Dear customers, this is a letter.\n").repeated(500));
    file.close();
    const auto session = connectTo(m_file->settings, {});
    QVERIFY(!session);
    QCOMPARE(session.error().kind, ErrorKind::File);
    QCOMPARE(session.error().code, QString::number(SQLITE_NOTADB));
    const QString sentence = wording::sentence(session.error());
    QVERIFY2(sentence.contains(u"book.db cannot be used"_s), qPrintable(sentence));
    QVERIFY2(sentence.contains(u"not a database"_s), qPrintable(sentence));
}

void TestSqliteFile::saysThatAFileIsDamaged()
{
    {
        const auto session = m_file->open();
        write(*session, u"CREATE TABLE t (v)"_s);
        write(*session, u"INSERT INTO t WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1"
                        " FROM n LIMIT 1000) SELECT randomblob(500) FROM n"_s);
    }
    QFile file(m_file->settings.file);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.size() > 100'000);
    QVERIFY(file.seek(3 * 4096));
    file.write(QByteArray(50'000, '\x5a'));
    file.close();
    const auto session = m_file->open();
    const auto rows = session->execute(u"SELECT sum(length(v)) FROM t"_s);
    QVERIFY(!rows);
    QCOMPARE(rows.error().kind, ErrorKind::File);
    const QString sentence = wording::sentence(rows.error());
    QVERIFY2(sentence.contains(u"malformed"_s), qPrintable(sentence));
}

void TestSqliteFile::saysThatAFileIsNotThere()
{
    m_file->settings.readOnly = true;
    const auto session = connectTo(m_file->settings, {});
    QVERIFY(!session);
    QCOMPARE(session.error().kind, ErrorKind::File);
    QCOMPARE(session.error().subject, m_file->settings.file);
    QVERIFY(!QFile::exists(m_file->settings.file));
}

QTEST_GUILESS_MAIN(TestSqliteFile)
#include "tst_sqlitefile.moc"
