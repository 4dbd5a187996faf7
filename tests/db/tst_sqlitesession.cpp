// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/sqlitehandle.h"
#include "core/db/sqlitestatementcache.h"
#include "tests/support/sqlitefile.h"

#include <QTest>

#include <sqlite3.h>

#include <array>
#include <limits>

using namespace clientele;
using namespace clientele::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Mode = Session::TransactionMode;

class TestSqliteSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_file = std::make_unique<SqliteFile>(); }

    void keepsValuesAsTheyAre_data();
    void keepsValuesAsTheyAre();
    void tellsNothingFromEmpty();
    void bindsByNumber();
    void leavesTextsThatLookLikePlaceholders();
    void refusesAPlaceholderWithoutAParameter();
    void refusesTextsThatCannotBeStored_data();
    void refusesTextsThatCannotBeStored();
    void refusesMoreOrLessThanOneStatement_data();
    void refusesMoreOrLessThanOneStatement();
    void tellsHowManyRowsAreAffected();
    void commitsAStatementThatReturns();
    void seesColumnsThatCameLater();
    void streamsUntilItIsToldToStop();
    void runsScriptsWithTriggersAndComments();
    void saysWhichRuleWasBroken_data();
    void saysWhichRuleWasBroken();
    void letsTheStatementGoThatWasNotUsedForLongest();
    void runsMoreStatementsThanItKeeps();

private:
    std::unique_ptr<SqliteFile> m_file;
};

void TestSqliteSession::keepsValuesAsTheyAre_data()
{
    QTest::addColumn<Value>("value");
    QTest::newRow("smallest integer") << Value(std::numeric_limits<qint64>::min());
    QTest::newRow("largest integer") << Value(std::numeric_limits<qint64>::max());
    QTest::newRow("smallest double") << Value(std::numeric_limits<double>::denorm_min());
    QTest::newRow("largest double") << Value(std::numeric_limits<double>::max());
    QTest::newRow("a third") << Value(1.0 / 3.0);
    QTest::newRow("whole double") << Value(2.0);
    QTest::newRow("nothing") << Value();
    QTest::newRow("empty text") << Value(u""_s);
    QTest::newRow("digits") << Value(u"0042"_s);
    QTest::newRow("many scripts") << Value(u"José 陳 Ольга أحمد שרה 😀"_s);
    QTest::newRow("long text") << Value(QString(1'000'000, u'ß'));
    QTest::newRow("bytes") << Value(QByteArray("\0\xff'\n\0", 5));
    QTest::newRow("empty bytes") << Value(QByteArray(""));
    QTest::newRow("long bytes") << Value(QByteArray(1'000'000, '\xfe'));
}

void TestSqliteSession::keepsValuesAsTheyAre()
{
    QFETCH(Value, value);
    const auto session = m_file->open();
    write(*session, u"CREATE TABLE t (v)"_s);
    const auto written =
        session->executeWrite(u"INSERT INTO t VALUES ($1)"_s, std::array{Value(value)});
    QVERIFY(written.hasValue());
    const auto rows = session->execute(u"SELECT v FROM t"_s);
    QVERIFY(rows.hasValue());
    QCOMPARE(rows->count(), 1);
    QVERIFY(rows->at(0).at(0) == value);
    const auto found =
        session->execute(u"SELECT count(*) FROM t WHERE v IS $1"_s, std::array{Value(value)});
    QCOMPARE(found->at(0).integer(0), 1);
}

void TestSqliteSession::tellsNothingFromEmpty()
{
    const auto session = m_file->open();
    const auto rows = session->execute(
        u"SELECT typeof($1), typeof($2), typeof($3), typeof($4), typeof($5)"_s,
        std::array{Value(), Value(QString()), Value(u""_s), Value(QByteArray()), Value(false)});
    QVERIFY(rows.hasValue());
    const Row row = rows->at(0);
    QCOMPARE(row.text(0), u"null"_s);
    QCOMPARE(row.text(1), u"text"_s); // a null QString is a text without letters
    QCOMPARE(row.text(2), u"text"_s);
    QCOMPARE(row.text(3), u"blob"_s);
    QCOMPARE(row.text(4), u"integer"_s);
}

void TestSqliteSession::bindsByNumber()
{
    const auto session = m_file->open();
    const auto rows =
        session->execute(u"SELECT $2, $1, $2, $10, $3"_s,
                         std::array{Value(u"a"_s), Value(u"b"_s), Value(u"c"_s), Value(), Value(),
                                    Value(), Value(), Value(), Value(), Value(u"j"_s)});
    QVERIFY(rows.hasValue());
    const Row row = rows->at(0);
    QCOMPARE(row.text(0) + row.text(1) + row.text(2) + row.text(3) + row.text(4), u"babjc"_s);
}

void TestSqliteSession::leavesTextsThatLookLikePlaceholders()
{
    const auto session = m_file->open();
    const auto rows = session->execute(
        uR"(SELECT json_extract($1, '$[1]'), '$1', json_extract('{"1": 5}', '$.1'))"_s,
        std::array{Value(u"[7, 8]"_s)});
    QVERIFY(rows.hasValue());
    QCOMPARE(rows->at(0).integer(0), 8);
    QCOMPARE(rows->at(0).text(1), u"$1"_s);
    QCOMPARE(rows->at(0).integer(2), 5);
}

void TestSqliteSession::refusesAPlaceholderWithoutAParameter()
{
    const auto session = m_file->open();
    for (const auto& sql : {u"SELECT $2"_s, u"SELECT $0"_s, u"SELECT ?"_s, u"SELECT $name"_s}) {
        const auto rows = session->execute(sql, std::array{Value(1.0)});
        QVERIFY(!rows);
        QCOMPARE(rows.error().kind, ErrorKind::Internal);
    }
}

void TestSqliteSession::refusesTextsThatCannotBeStored_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("NUL") << u"a"_s + QChar(u'\0') + u"b"_s;
    QTest::newRow("half a character") << u"a"_s + QChar(0xd83d);
}

void TestSqliteSession::refusesTextsThatCannotBeStored()
{
    QFETCH(QString, text);
    const auto session = m_file->open();
    const auto rows = session->execute(u"SELECT $1, $2"_s, std::array{Value(u"ok"_s), Value(text)});
    QVERIFY(!rows);
    QCOMPARE(rows.error().kind, ErrorKind::InvalidInput);
    QVERIFY(session->execute(u"SELECT $1, $2"_s, std::array{Value(u"ok"_s), Value()}).hasValue());
}

void TestSqliteSession::refusesMoreOrLessThanOneStatement_data()
{
    QTest::addColumn<QString>("sql");
    QTest::newRow("two") << u"SELECT 1; SELECT 2"_s;
    QTest::newRow("none") << u"  "_s;
    QTest::newRow("a comment") << u"-- nothing"_s;
}

void TestSqliteSession::refusesMoreOrLessThanOneStatement()
{
    QFETCH(QString, sql);
    const auto session = m_file->open();
    const auto rows = session->execute(sql);
    QVERIFY(!rows);
    QCOMPARE(rows.error().kind, ErrorKind::Internal);
    QCOMPARE(number(*session, u"SELECT 3;\n"_s), 3);
}

void TestSqliteSession::tellsHowManyRowsAreAffected()
{
    const auto session = m_file->open();
    QCOMPARE(session->executeWrite(u"CREATE TABLE t (v)"_s)->affected(), 0);
    QCOMPARE(session->executeWrite(u"INSERT INTO t VALUES (1), (2), (3)"_s)->affected(), 3);
    QCOMPARE(session->execute(u"SELECT * FROM t WHERE v > 5"_s)->affected(), 0);
    QCOMPARE(session->executeWrite(u"UPDATE t SET v = v WHERE v > 1"_s)->affected(), 2);
    QCOMPARE(session->executeWrite(u"CREATE TABLE u (v)"_s)->affected(), 0);
    QCOMPARE(session->executeWrite(u"DELETE FROM t"_s)->affected(), 3);
}

void TestSqliteSession::commitsAStatementThatReturns()
{
    const auto session = m_file->open();
    write(*session, u"CREATE TABLE t (id INTEGER PRIMARY KEY, v)"_s);
    const auto rows = session->executeWrite(u"INSERT INTO t (v) VALUES (5), (6) RETURNING id, v"_s);
    QVERIFY(rows.hasValue());
    QCOMPARE(rows->count(), 2);
    QCOMPARE(rows->affected(), 2);
    QCOMPARE(rows->at(1).integer(1), 6);
    QVERIFY(!session->inTransaction());
    QCOMPARE(number(*m_file->open(), u"SELECT count(*) FROM t"_s), 2);
}

void TestSqliteSession::seesColumnsThatCameLater()
{
    const auto session = m_file->open();
    write(*session, u"CREATE TABLE t (a)"_s);
    write(*session, u"INSERT INTO t VALUES (1)"_s);
    QCOMPARE(number(*session, u"SELECT * FROM t"_s), 1);
    write(*m_file->open(), u"ALTER TABLE t ADD COLUMN b DEFAULT 2"_s);
    const auto rows = session->execute(u"SELECT * FROM t"_s);
    QVERIFY(rows.hasValue());
    QCOMPARE(rows->count(), 1);
    QCOMPARE(rows->at(0).integer(1), 2);
}

void TestSqliteSession::streamsUntilItIsToldToStop()
{
    const auto session = m_file->open();
    qint64 taken = 0;
    const auto streamed =
        session->stream(endless() + u" SELECT x FROM n"_s, {}, [&](const Row& row) {
            ++taken;
            return row.integer(0) < 1000;
        });
    QVERIFY(streamed.hasValue());
    QCOMPARE(taken, 1000);
    write(*session, u"CREATE TABLE t (v)"_s); // no lock is left
    const auto all = session->stream(u"SELECT 1 UNION SELECT 2"_s, {}, [&](const Row&) {
        ++taken;
        return true;
    });
    QVERIFY(all.hasValue());
    QCOMPARE(taken, 1002);
}

void TestSqliteSession::runsScriptsWithTriggersAndComments()
{
    const auto session = m_file->open();
    const auto done = session->executeScript(uR"(
        -- a table; and what follows
        CREATE TABLE t (v); CREATE TABLE log (v);
        CREATE TRIGGER t_log AFTER INSERT ON t BEGIN
            INSERT INTO log VALUES (new.v); INSERT INTO log VALUES ('a;b');
        END;
        INSERT INTO t VALUES (1);
        /* the end */)"_s);
    QVERIFY2(done.hasValue(), qPrintable(done ? QString() : done.error().message));
    QCOMPARE(number(*session, u"SELECT count(*) FROM log"_s), 2);

    const auto failed = session->executeScript(u"DELETE FROM log; DELETE FROM nowhere;"_s);
    QVERIFY(!failed);
    QCOMPARE(failed.error().kind, ErrorKind::SchemaMissing);
    QCOMPARE(number(*session, u"SELECT count(*) FROM log"_s), 0);
}

void TestSqliteSession::saysWhichRuleWasBroken_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("column");
    QTest::newRow("unique") << u"INSERT INTO customer VALUES (2, 'b', 'a@b.example')"_s
                            << ErrorKind::Duplicate << u"email"_s;
    QTest::newRow("key") << u"INSERT INTO customer VALUES (1, 'b', 'b@b.example')"_s
                         << ErrorKind::Duplicate << u"id"_s;
    QTest::newRow("not null") << u"INSERT INTO customer VALUES (2, NULL, 'b@b.example')"_s
                              << ErrorKind::ConstraintViolated << u"name"_s;
    QTest::newRow("check") << u"INSERT INTO customer VALUES (2, '', 'b@b.example')"_s
                           << ErrorKind::ConstraintViolated << u"name"_s;
    QTest::newRow("foreign key") << u"INSERT INTO visit VALUES (7)"_s
                                 << ErrorKind::ConstraintViolated << QString();
    QTest::newRow("no table") << u"INSERT INTO nowhere VALUES (1)"_s << ErrorKind::SchemaMissing
                              << QString();
    QTest::newRow("no column") << u"SELECT fax FROM customer"_s << ErrorKind::SchemaMismatch
                               << QString();
    QTest::newRow("syntax") << u"SELEC 1"_s << ErrorKind::Internal << QString();
}

void TestSqliteSession::saysWhichRuleWasBroken()
{
    QFETCH(QString, sql);
    QFETCH(ErrorKind, kind);
    QFETCH(QString, column);
    const auto session = m_file->open();
    const auto made = session->executeScript(
        u"CREATE TABLE customer (id INTEGER PRIMARY KEY, name TEXT NOT NULL CHECK (name <> ''),"
        " email TEXT UNIQUE); CREATE TABLE visit (customer REFERENCES customer (id));"
        " INSERT INTO customer VALUES (1, 'a', 'a@b.example')"_s);
    QVERIFY(made.hasValue());
    for (int again = 0; again < 2; ++again) { // compiled anew, and kept
        const auto rows = session->executeWrite(sql);
        QVERIFY(!rows);
        QCOMPARE(rows.error().kind, kind);
        QCOMPARE(rows.error().column, column);
        QVERIFY(!rows.error().code.isEmpty());
    }
    QVERIFY(!session->inTransaction());
    QCOMPARE(number(*session, u"SELECT count(*) FROM customer"_s), 1);
}

void TestSqliteSession::letsTheStatementGoThatWasNotUsedForLongest()
{
    const auto handle = openSqlite(m_file->settings.file, SqliteAccess::ReadWrite);
    QVERIFY(handle.hasValue());
    SqliteStatementCache cache(3);
    const auto keep = [&](const QString& sql) {
        const QByteArray text = sql.toUtf8();
        const char* rest = text.constData();
        SqliteStatement statement;
        QCOMPARE(
            SqliteStatement::compile(handle->get(), rest, SqliteStatement::Use::Often, statement),
            SQLITE_OK);
        QCOMPARE(cache.insert(sql, std::move(statement)).step(), SQLITE_ROW);
    };
    for (const auto& sql : {u"SELECT 1"_s, u"SELECT 2"_s, u"SELECT 3"_s})
        keep(sql);
    QVERIFY(cache.find(u"SELECT 1"_s));
    keep(u"SELECT 4"_s);
    QVERIFY(!cache.find(u"SELECT 2"_s));
    for (const auto& [sql, number] :
         {std::pair(u"SELECT 1"_s, 1), std::pair(u"SELECT 3"_s, 3), std::pair(u"SELECT 4"_s, 4)}) {
        SqliteStatement* const kept = cache.find(sql);
        QVERIFY(kept);
        QVERIFY(kept->value(0) == Value(qint64(number)));
    }
    QCOMPARE(cache.size(), 3);
    cache.clear();
    QCOMPARE(cache.size(), 0);
    QCOMPARE(sqlite3_next_stmt(handle->get(), nullptr), nullptr);
}

void TestSqliteSession::runsMoreStatementsThanItKeeps()
{
    const auto session = m_file->open();
    for (int round = 0; round < 3; ++round) {
        for (int i = 0; i < 200; ++i)
            QCOMPARE(number(*session, u"SELECT %1"_s.arg(i)), i);
    }
}

QTEST_GUILESS_MAIN(TestSqliteSession)
#include "tst_sqlitesession.moc"
