// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/migrationfiles.h"

#include <QTest>

using namespace clientele;
using namespace clientele::migrations;
using namespace Qt::StringLiterals;

/// The numbered files, and the words that people name them by.
class tst_MigrationFiles final : public QObject
{
    Q_OBJECT

private:
    /// A longer history than ours, for abbreviations to be ambiguous in.
    static QList<Migration> history()
    {
        QList<Migration> list;
        for (const auto& [revision, name] :
             {std::pair(u"0001"_s, u"customer"_s), std::pair(u"0002"_s, u"search_and_sort"_s),
              std::pair(u"0003"_s, u"search_again"_s), std::pair(u"0010"_s, u"orders"_s)})
            list += Migration{.revision = revision, .name = name, .sql = name};
        return list;
    }

private Q_SLOTS:
    void eachRevisionGoesUpAndDownOnBothEngines_data()
    {
        QTest::addColumn<Engine>("engine");
        QTest::newRow("sqlite") << Engine::Sqlite;
        QTest::newRow("postgresql") << Engine::PostgreSql;
    }

    void eachRevisionGoesUpAndDownOnBothEngines()
    {
        QFETCH(Engine, engine);
        const auto migrations = all(engine);
        QCOMPARE(migrations.size(), 4);
        for (const Migration& migration : migrations) {
            QVERIFY2(!migration.sql.isEmpty() && !migration.downSql.isEmpty(),
                     qPrintable(migration.revision));
            QCOMPARE(migration.adoptedSql.isEmpty(), migration.adoptedDownSql.isEmpty());
            QCOMPARE(migration.checksum(false).size(), 64);
        }
        QCOMPARE(migrations[1].title(), u"search and sort"_s);
        QCOMPARE(migrations[0].up(true), migrations[0].sql);
        QVERIFY(migrations[1].up(true) != migrations[1].up(false));
    }

    void aChecksumIsTheSameForWindowsLineEnds()
    {
        const Migration unix{.revision = {}, .name = {}, .sql = u"a;\nb;\n"_s};
        const Migration windows{.revision = {}, .name = {}, .sql = u"a;\r\nb;\r\n"_s};
        const Migration other{.revision = {}, .name = {}, .sql = u"a;\nc;\n"_s};
        QCOMPARE(unix.checksum(false), windows.checksum(false));
        QVERIFY(unix.checksum(false) != other.checksum(false));
    }

    void parity28_readsRevisionsAsPeopleWriteThem_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<int>("place");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const QString& word, int place, const QString& sentence) {
            QTest::newRow(qPrintable(word.isEmpty() ? u"empty"_s : word))
                << word << place << sentence;
        };
        row(u"base"_s, 0, {});
        row(u"head"_s, 4, {});
        row(u"heads"_s, 4, {});
        row(u"0002"_s, 2, {});
        row(u"2"_s, 2, {});
        row(u"1"_s, 1, {});
        row(u"10"_s, 4, {});
        row(u"search_and_sort"_s, 2, {});
        row(u"search_an"_s, 2, {});
        row(u"cust"_s, 1, {});
        row(u"+1"_s, 3, {});
        row(u"+2"_s, 4, {});
        row(u"-1"_s, 1, {});
        row(u"-2"_s, 0, {});
        row(u"000"_s, -1,
            u"\"000\" may mean 0001 (customer) or 0002 (search and sort) or 0003 (search again). "
            "Write more of it."_s);
        row(u"search"_s, -1,
            u"\"search\" may mean 0002 (search and sort) or 0003 (search again). Write more of "
            "it."_s);
        row(u"+5"_s, -1, u"+5 asks for 5 steps up from 0002, but there are only 2."_s);
        row(u"-3"_s, -1, u"-3 asks for 3 steps down from 0002, but there are only 2."_s);
        row(u"+x"_s, -1, u"\"+x\" is no number of steps; write +1 or -1."_s);
        row(u"nosuch"_s, -1, u"There is no revision \"nosuch\"; \"migrate history\" lists them."_s);
        row(u"00 02"_s, -1, u"There is no revision \"00 02\"; \"migrate history\" lists them."_s);
        row({}, -1, u"There is no revision \"\"; \"migrate history\" lists them."_s);
    }

    void parity28_readsRevisionsAsPeopleWriteThem()
    {
        QFETCH(QString, word);
        QFETCH(int, place);
        QFETCH(QString, sentence);
        const auto found = locate(history(), word, 2);
        QCOMPARE(found ? *found : -1, place);
        QCOMPARE(found ? QString() : found.error().message, sentence);
    }

    void parity27_readsRanges()
    {
        const auto whole = locateRange(history(), u":"_s, 2);
        QCOMPARE(whole->from, 0);
        QCOMPARE(whole->to, 4);
        const auto back = locateRange(history(), u"head:1"_s, 2);
        QCOMPARE(back->from, 4);
        QCOMPARE(back->to, 1);
        QVERIFY(!locateRange(history(), u"0001"_s, 2));
        QVERIFY(!locateRange(history(), u"1:2:3"_s, 2));
        QVERIFY(!locateRange(history(), u"1:nosuch"_s, 2));
    }

    void partsAScriptIntoStatements()
    {
        QCOMPARE(statements(u"-- a; comment\nA ';' ; B \"x;y\";\n/* c; */ DO $$ d; $$;"
                            "E $f$ ; $$ $f$; -- end\n"_s),
                 (QStringList{u"A ';'"_s, u"B \"x;y\""_s, u"DO $$ d; $$"_s, u"E $f$ ; $$ $f$"_s}));
        QCOMPARE(statements(u" ; \n-- nothing\n"_s), QStringList());
        QCOMPARE(statements(all(Engine::PostgreSql)[0].sql).size(), 3);
    }
};

QTEST_GUILESS_MAIN(tst_MigrationFiles)
#include "tst_migrationfiles.moc"
