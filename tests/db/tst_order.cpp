// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/connect.h"
#include "core/db/customerorder.h"
#include "core/db/customerrepository.h"
#include "core/db/refolding.h"
#include "tests/support/enginefixture.h"
#include "tests/support/tablepicture.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace clientele;
using namespace clientele::testing;
using namespace Qt::StringLiterals;

/// Customers stand in one order, whichever way their pages are asked for, and an index has it.
class tst_Order final : public QObject
{
    Q_OBJECT

private:
    using Where = PageRequest::Where;

    EngineFixture m_fixture;
    std::unique_ptr<Session> m_session;
    CustomerTable m_table;
    std::unique_ptr<CustomerRepository> m_customers;

    [[nodiscard]] bool isSqlite() const { return m_table.engine == Engine::Sqlite; }
    [[nodiscard]] bool isOurs() const { return m_table.hasSearchText; }

    static QString inWords(const QList<SortKey>& keys)
    {
        QStringList words;
        for (const SortKey& key : keys)
            words += fieldName(key.field) + (key.descending ? u":desc"_s : QString());
        return words.join(u',');
    }

    /// All sorts by one key and by two.
    static QList<QList<SortKey>> sorts()
    {
        QList<SortKey> keys;
        for (const CustomerField field : allCustomerFields)
            keys << SortKey{field, false} << SortKey{field, true};
        QList<QList<SortKey>> all{{}};
        for (const SortKey& first : keys) {
            all += {first};
            for (const SortKey& second : keys) {
                if (second.field != first.field)
                    all += {first, second};
            }
        }
        return all;
    }

    template <class T>
    static int compared(const T& a, const T& b)
    {
        return a < b ? -1 : a > b ? 1 : 0;
    }
    /// NULL is greater than everything.
    template <class T>
    static int compared(const std::optional<T>& a, const std::optional<T>& b)
    {
        return a && b ? compared(*a, *b) : compared(!a, !b);
    }
    static int compared(const Customer& a, const Customer& b, CustomerField field)
    {
        switch (field) {
        case CustomerField::Id:
            return compared(a.id, b.id);
        case CustomerField::Name:
            return compared(a.name, b.name);
        case CustomerField::Email:
            return compared(a.email, b.email);
        case CustomerField::Phone:
            return compared(a.phone, b.phone);
        case CustomerField::IsActive:
            return compared(a.isActive, b.isActive);
        case CustomerField::CreatedAt:
            return compared(a.createdAt, b.createdAt);
        case CustomerField::UpdatedAt:
            return compared(a.updatedAt, b.updatedAt);
        }
        return 0;
    }

    static QList<qint64> ids(const std::vector<Customer>& customers)
    {
        QList<qint64> found;
        for (const Customer& customer : customers)
            found += customer.id.value;
        return found;
    }

    static QList<qint64> sorted(std::vector<Customer> customers, QList<SortKey> keys)
    {
        keys += {CustomerField::Id, !keys.isEmpty() && keys.first().descending};
        std::ranges::sort(customers, [&](const Customer& a, const Customer& b) {
            for (const SortKey& key : keys) {
                if (const int order = compared(a, b, key.field))
                    return (order < 0) != key.descending;
            }
            return false;
        });
        return ids(customers);
    }

    std::vector<Customer> page(const QList<SortKey>& sort, const PageRequest& request)
    {
        auto page = m_customers->page({.sort = sort}, request);
        if (!page)
            qFatal("%s", qPrintable(page.error().message));
        return page->rows;
    }

    /// All customers by pages of @p limit, forwards.
    QList<qint64> forwards(const QList<SortKey>& sort, int limit)
    {
        QList<qint64> found;
        PageRequest request{.limit = limit};
        for (auto rows = page(sort, request); !rows.empty(); rows = page(sort, request)) {
            found += ids(rows);
            request.where = Where::After;
            request.anchor = rows.back();
        }
        return found;
    }

    /// The same from the end.
    QList<qint64> backwards(const QList<SortKey>& sort, int limit)
    {
        QList<qint64> found;
        PageRequest request{.where = Where::Last, .limit = limit};
        for (auto rows = page(sort, request); !rows.empty(); rows = page(sort, request)) {
            found = ids(rows) + found;
            request.where = Where::Before;
            request.anchor = rows.front();
        }
        return found;
    }

    /// Thirty customers whose values repeat, and are NULL where the table allows it.
    std::vector<Customer> addThirty()
    {
        for (int i = 0; i < 30; ++i) {
            const auto optional = [&](const QString& field, bool isNull, const QString& text) {
                const bool required = m_table.required.contains(*fieldFromName(field));
                return isNull && !required ? u"NULL"_s : u"'%1'"_s.arg(text);
            };
            const QString moment = u"2026-03-%1 10:%2:00"_s;
            ask(*m_session,
                u"INSERT INTO customer (name, email, phone, is_active, created_at, updated_at)"
                " VALUES ('%1', '%2@example.com', %3, %4, %5, %6)"_s.arg(
                    QString(QChar(u'a' + i * 7 % 5)),
                    QString(QChar(u'a' + i * 11 % 26)) + QString::number(i % 10),
                    optional(u"phone"_s, i % 4 == 0, QString::number(100 + i % 3)),
                    m_table.required.contains(CustomerField::IsActive) || i % 6 > 0
                        ? (i % 3 > 0 ? u"TRUE"_s : u"FALSE"_s)
                        : u"NULL"_s,
                    optional(u"created_at"_s, i % 7 == 0, moment.arg(10 + i % 4).arg(15)),
                    optional(u"updated_at"_s, i % 5 == 0,
                             moment.arg(10 + i * 5 % 6).arg(10 + i % 2))));
        }
        return page({}, {.limit = 100});
    }

    QString plan(const Statement& statement)
    {
        const QString explain = isSqlite() ? u"EXPLAIN QUERY PLAN "_s : u"EXPLAIN "_s;
        const auto rows = m_session->execute(explain + statement.sql, statement.parameters);
        if (!rows)
            return rows.error().message;
        QStringList lines;
        for (int i = 0; i < rows->count(); ++i)
            lines += rows->at(i).text(isSqlite() ? 3 : 0);
        return lines.join(u'\n');
    }

    QStringList namesInOrder(bool descending)
    {
        QStringList names;
        for (const Customer& customer : page({{CustomerField::Name, descending}}, {.limit = 100}))
            names += customer.name;
        return names;
    }

private Q_SLOTS:
    void initTestCase_data() { EngineFixture::addRows(); }

    void init()
    {
        QFETCH_GLOBAL(QString, engine);
        m_session = *connectTo(m_fixture.emptied(engine), {});
        m_table = *CustomerTable::describe(*m_session);
        m_customers = std::make_unique<CustomerRepository>(*m_session, m_table);
    }

    void cleanup()
    {
        m_customers.reset();
        m_session.reset();
    }

    void everySortIsOneOrderFromEverySide()
    {
        const auto customers = addThirty();
        QCOMPARE(customers.size(), size_t(30));
        const auto fail = [](const QList<SortKey>& sort, const char* way) {
            return QByteArray(way) + " by " + inWords(sort).toUtf8();
        };
        for (const QList<SortKey>& sort : sorts()) {
            const QList<qint64> expected = sorted(customers, sort);
            QVERIFY2(forwards(sort, 7) == expected, fail(sort, "forwards").constData());
            QVERIFY2(backwards(sort, 7) == expected, fail(sort, "backwards").constData());
            for (const int row : {0, 13, 29}) {
                const auto at = page(sort, {.offset = row, .limit = 1});
                QVERIFY2(ids(at) == expected.mid(row, 1), fail(sort, "an offset").constData());
                const auto near = page(sort, {.offset = row, .total = 30, .limit = 1});
                QVERIFY2(ids(near) == expected.mid(row, 1),
                         fail(sort, "from the nearer end").constData());
                const auto from = page(
                    sort, {.where = Where::From, .offset = 2, .anchor = at.front(), .limit = 5});
                QVERIFY2(ids(from) == expected.mid(row + 2, 5), fail(sort, "from").constData());
            }
        }
    }

    void anAnchorThatIsGoneOrChangedKeepsItsPlace()
    {
        addThirty();
        for (const CustomerField field : allCustomerFields) {
            for (const bool descending : {false, true}) {
                const QList<SortKey> sort{{field, descending}};
                const auto rows = page(sort, {.limit = 100});
                const Customer anchor = rows[9];
                const QString where = u" WHERE id = %1"_s.arg(anchor.id.value);
                QVERIFY(m_session->begin(Session::TransactionMode::Write).hasValue());
                ask(*m_session, u"UPDATE customer SET name = 'zz', phone = '000', updated_at ="
                                " '1999-01-01 00:00:00'"_s +
                                    where);
                const PageRequest after{.where = Where::After, .anchor = anchor, .limit = 5};
                QList<qint64> expected = ids(rows).mid(10, 5);
                QCOMPARE(ids(page(sort, after)), expected);
                const PageRequest before{.where = Where::Before, .anchor = anchor, .limit = 5};
                expected = ids(rows).mid(4, 5);
                QCOMPARE(ids(page(sort, before)), expected);
                ask(*m_session, u"DELETE FROM customer"_s + where);
                expected = ids(rows).mid(10, 5);
                QCOMPARE(ids(page(sort, after)), expected);
                m_session->rollback();
            }
        }
    }

    void momentsAreComparedAsTheyAreWritten()
    {
        addThirty();
        // One moment in three spellings, which SQLite takes for three.
        const QString text = u"2026-02-0%1 10:00:00"_s;
        for (const char* zeros : {"", ".000", ".000000"})
            ask(*m_session, u"UPDATE customer SET created_at = '2026-02-01 10:00:00%1' WHERE id ="
                            " (SELECT max(id) FROM customer WHERE created_at > '2026-03-01')"_s.arg(
                                QLatin1StringView(zeros)));
        for (const bool descending : {false, true}) {
            const QList<SortKey> sort{{CustomerField::CreatedAt, descending}};
            const QList<qint64> all = ids(page(sort, {.limit = 100}));
            QCOMPARE(forwards(sort, 1), all);
            QCOMPARE(backwards(sort, 1), all);
        }
    }

    void namesKnowUnicodeOnSqlite()
    {
        if (!isSqlite() || !isOurs()) {
            // Others sort as their collation or their bytes have it.
            QVERIFY(!m_table.foldedNameIndexed);
            return;
        }
        const QStringList ordered{u"Anna"_s,    u"anna"_s,   u"Änne"_s,     u"Anton"_s, u"Lukas"_s,
                                  u"Łukasz"_s,  u"Luke"_s,   u"Olga"_s,     u"Ömer"_s,  u"Onur"_s,
                                  u"Strasse"_s, u"Straße"_s, u"Strassen"_s, u"ZOE"_s,   u"Zoë"_s,
                                  u"zoe a"_s,   u"Ｚoe b"_s, u"Αλέξης"_s,   u"ωμέγα"_s, u"Борис"_s,
                                  u"жанна"_s,   u"王"_s,     u"趙"_s};
        for (qsizetype i = 0; i < ordered.size(); ++i) {
            const QString& name = ordered[i * 7 % ordered.size()];
            QVERIFY(m_customers
                        ->create({.name = name, .email = u"c%1@example.com"_s.arg(i), .phone = {}})
                        .hasValue());
        }
        QCOMPARE(namesInOrder(false), ordered);
        QStringList reversed = ordered;
        std::ranges::reverse(reversed);
        QCOMPARE(namesInOrder(true), reversed);
        // Rows that another program wrote are folded as far as SQLite can, until we come to them.
        ask(*m_session, u"INSERT INTO customer (name, email) VALUES ('Ärne', 'x@example.com')"_s);
        for (const bool folded : {false, true}) {
            if (folded)
                QVERIFY(refolding::runAll(*m_session).hasValue());
            for (const bool descending : {false, true}) {
                const QList<SortKey> sort{{CustomerField::Name, descending}};
                const QList<qint64> all = ids(page(sort, {.limit = 100}));
                QCOMPARE(all.size(), ordered.size() + 1);
                QCOMPARE(forwards(sort, 1), all);
                QCOMPARE(backwards(sort, 1), all);
            }
        }
        QCOMPARE(namesInOrder(false).indexOf(u"Ärne"_s), 4); // behind Anton
    }

    void usualSortsWalkAnIndex()
    {
        if (!isOurs()) {
            QVERIFY(!CustomerOrder(m_table, {{CustomerField::Name}}).walksIndex());
            return;
        }
        addCustomers(*m_session, 20'000);
        ask(*m_session, u"ANALYZE customer"_s);
        const CustomerSql sql(m_table);
        for (const CustomerField field :
             {CustomerField::Id, CustomerField::Name, CustomerField::Email,
              CustomerField::CreatedAt, CustomerField::UpdatedAt}) {
            for (const bool descending : {false, true}) {
                const CustomerQuery query{.sort = {{field, descending}}};
                QVERIFY(CustomerOrder(m_table, query.sort).walksIndex());
                const Customer anchor = page(query.sort, {.offset = 10'000, .limit = 1}).front();
                for (const PageRequest& request :
                     {PageRequest{}, PageRequest{.where = Where::Last},
                      PageRequest{.where = Where::After, .anchor = anchor},
                      PageRequest{.where = Where::From, .anchor = anchor},
                      PageRequest{.where = Where::Before, .anchor = anchor}}) {
                    const QString found = plan(sql.page(query, request));
                    static const QRegularExpression sorts(u"(?<!Incremental )Sort  |TEMP B-TREE"_s);
                    QVERIFY2(!found.contains(sorts) && !found.contains(u"Seq Scan"_s),
                             qPrintable(inWords(query.sort) + u'\n' + found));
                    QVERIFY2(!request.anchor || found.contains(u"Index Cond"_s) ||
                                 found.contains(u"SEARCH customer USING"_s),
                             qPrintable(inWords(query.sort) + u'\n' + found));
                }
            }
        }
        ask(*m_session, u"DELETE FROM customer"_s);
    }

    void tellsWhichSortsHaveAnIndex()
    {
        const auto walks = [this](const QList<SortKey>& sort) {
            return CustomerOrder(m_table, sort).walksIndex();
        };
        using enum CustomerField;
        QVERIFY(walks({}) && walks({{Id, true}}));
        QVERIFY(walks({{Id}, {Phone}}));
        QVERIFY(!walks({{Phone}}));
        QVERIFY(!walks({{Name}, {CreatedAt}}));
        QCOMPARE(walks({{Name}}), isOurs());
        QCOMPARE(walks({{Name, true}, {Id, true}}), isOurs());
        QVERIFY(!walks({{Name}, {Id, true}}));
        QCOMPARE(walks({{CreatedAt, true}}), isOurs());
        QCOMPARE(walks({{UpdatedAt}}), isOurs());
        QCOMPARE(walks({{Email}, {Phone, true}}), isOurs() || !isSqlite());
        QCOMPARE(walks({{IsActive}}), isOurs() && isSqlite());
    }
};

QTEST_GUILESS_MAIN(tst_Order)
#include "tst_order.moc"
