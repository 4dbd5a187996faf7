// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/connect.h"
#include "core/db/customerrepository.h"
#include "core/db/customerstream.h"
#include "core/db/postgrescells.h"
#include "tests/support/enginefixture.h"
#include "tests/support/wireproxy.h"

#include <QTest>
#include <QtEndian>

using namespace clientele;
using namespace clientele::testing;
using namespace Qt::StringLiterals;

namespace {

using namespace std::string_view_literals;

/// A row as a line: NULL is "-", texts stand in brackets.
QByteArray told(const CustomerCells& cells)
{
    QByteArray line;
    for (const std::string_view cell : cells) {
        line += line.isEmpty() ? "" : " ";
        line += isNull(cell) ? QByteArray("-")
                             : '[' + QByteArray(cell.data(), qsizetype(cell.size())) + ']';
    }
    return line;
}

QByteArray told(const Customer& customer)
{
    const auto bracket = [](const QString& text) { return '[' + text.toUtf8() + ']'; };
    const auto moment = [&](const std::optional<Timestamp>& when) {
        return when ? bracket(when->toIso()) : QByteArray("-");
    };
    const QList<QByteArray> all = {bracket(QString::number(customer.id.value)),
                                   bracket(customer.name),
                                   bracket(customer.email),
                                   customer.phone ? bracket(*customer.phone) : QByteArray("-"),
                                   bracket(customer.isActive ? u"true"_s : u"false"_s),
                                   moment(customer.createdAt),
                                   moment(customer.updatedAt)};
    return all.join(' ');
}

template <class T>
std::string bigEndian(T number)
{
    std::string bytes(sizeof(T), '\0');
    qToBigEndian(number, bytes.data());
    return bytes;
}

} // namespace

class TestCustomerStream : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { EngineFixture::addRows(); }
    void init();

    void givesWhatTheRepositoryGives_data();
    void givesWhatTheRepositoryGives();
    void givesMomentsOfAllKinds();
    void givesTextsThatAreNoTexts();
    void stopsWhenToldTo();
    void endsWhenCancelled();
    void doesTheSameWithoutCopy();
    void takesCopiesApartWhereverTheyAreCut();

private:
    QList<QByteArray> all(Session& session, const CustomerQuery& query = {});
    void write(const QString& sql) { QVERIFY(m_session->executeWrite(sql)); }

    EngineFixture m_fixture;
    ConnectionSettings m_settings;
    std::unique_ptr<Session> m_session;
    CustomerTable m_table;
};

void TestCustomerStream::init()
{
    QFETCH_GLOBAL(QString, engine);
    m_session.reset();
    m_settings = m_fixture.emptied(engine);
    m_session = connectTo(m_settings, {}).value();
    m_table = CustomerTable::describe(*m_session).value();
}

QList<QByteArray> TestCustomerStream::all(Session& session, const CustomerQuery& query)
{
    QList<QByteArray> lines;
    const auto done =
        CustomerStream(session, m_table).each(query, std::nullopt, [&](const CustomerCells& cells) {
            lines += told(cells);
            return true;
        });
    if (!done)
        lines += "error: " + done.error().message.toUtf8();
    if (session.inTransaction())
        lines += "error: a transaction is open";
    return lines;
}

void TestCustomerStream::givesWhatTheRepositoryGives_data()
{
    QTest::addColumn<CustomerQuery>("query");
    QTest::newRow("all") << CustomerQuery();
    QTest::newRow("filtered") << CustomerQuery{.text = u"example"_s};
    QTest::newRow("sorted") << CustomerQuery{
        .sort = {{.field = CustomerField::Phone, .descending = true}, {CustomerField::Name}}};
    QTest::newRow("inactive") << CustomerQuery{.active = ActiveFilter::Inactive};
}

void TestCustomerStream::givesWhatTheRepositoryGives()
{
    QFETCH(CustomerQuery, query);
    CustomerRepository customers(*m_session, m_table);
    std::vector<CustomerDraft> drafts;
    for (int i = 0; i < 60; ++i)
        drafts.push_back({.name = u"Zoë 陳 \"%1\"\n\\N\t"_s.arg(i * 7 % 60),
                          .email = u"c%1@example.com"_s.arg(i),
                          .phone = i % 3 == 0   ? std::optional<QString>()
                                   : i % 3 == 1 ? u""_s
                                                : QString::number(i),
                          .isActive = i % 2 == 0});
    QVERIFY(customers.bulkCreate(drafts));
    QList<QByteArray> expected;
    QVERIFY(customers.forEach(query, [&](const Customer& customer) {
        expected += told(customer);
        return true;
    }));
    QVERIFY(expected.size() >= 30);
    QCOMPARE(all(*m_session, query), expected);
}

void TestCustomerStream::givesMomentsOfAllKinds()
{
    const bool postgres = m_session->engine() == Engine::PostgreSql;
    QStringList moments = {u"'1969-12-31 23:59:59.999999'"_s, u"'2026-03-02 10:20:30'"_s,
                           u"'0044-03-15 12:00:00.5'"_s, u"'2000-01-01 00:00:00'"_s};
    if (postgres)
        moments += {u"'infinity'"_s, u"'-infinity'"_s, u"'294276-12-31 23:59:59'"_s,
                    u"'4713-01-01 00:00:00 BC'"_s};
    else
        moments += {u"'2026-03-02T10:20:30+02:00'"_s, u"1700000000"_s, u"'nonsense'"_s, u"''"_s};
    for (qsizetype i = 0; i < moments.size(); ++i) {
        write(u"INSERT INTO customer (name, email, is_active, created_at, updated_at)"
              " VALUES ('x', 'x%1@example.com', true, %2, %2)"_s.arg(i)
                  .arg(moments[i]));
    }
    QList<QByteArray> expected;
    QVERIFY(CustomerRepository(*m_session, m_table).forEach({}, [&](const Customer& customer) {
        expected += told(customer);
        return true;
    }));
    const auto found = all(*m_session);
    QCOMPARE(found.size(), moments.size());
    for (qsizetype i = 0; i < found.size(); ++i) {
        // What is beyond our moments is none; the repository takes it for another.
        if (!moments[i].contains(u"294276"_s))
            QCOMPARE(found[i], expected[i]);
    }
}

void TestCustomerStream::givesTextsThatAreNoTexts()
{
    if (m_session->engine() == Engine::PostgreSql) {
        write(u"INSERT INTO customer (name, email, is_active) VALUES (E'\\x7f\\u2028\\uFEFF', "
              "'x@example.com', true)"_s);
        QVERIFY(all(*m_session).first().contains("[\x7f\u2028\ufeff]"));
        return;
    }
    write(u"INSERT INTO customer (name, email, phone, is_active)"
          " VALUES (x'41ff42', 'x@example.com', 5550101, 1)"_s);
    const QByteArray line = all(*m_session).first();
    QVERIFY2(line.contains("[A\ufffd"
                           "B]") &&
                 line.contains("[5550101]"),
             line.constData());
}

void TestCustomerStream::stopsWhenToldTo()
{
    CustomerRepository customers(*m_session, m_table);
    QVERIFY(customers.bulkCreate({{.name = u"a"_s, .email = u"a@example.com"_s},
                                  {.name = u"b"_s, .email = u"b@example.com"_s},
                                  {.name = u"c"_s, .email = u"c@example.com"_s}}));
    for (const CustomerQuery& query : {CustomerQuery(), CustomerQuery{.text = u"example"_s}}) {
        int seen = 0;
        QVERIFY(CustomerStream(*m_session, m_table)
                    .each(query, std::nullopt, [&](const CustomerCells&) { return ++seen < 2; }));
        QCOMPARE(seen, 2);
        QCOMPARE(all(*m_session, query).size(), 3); // and the session is as good as before
    }
}

void TestCustomerStream::endsWhenCancelled()
{
    CustomerRepository customers(*m_session, m_table);
    QVERIFY(customers.bulkCreate({{.name = u"a"_s, .email = u"a@example.com"_s},
                                  {.name = u"b"_s, .email = u"b@example.com"_s}}));
    const auto cancellation = std::make_shared<Cancellation>();
    m_session->setCancellation(cancellation);
    int seen = 0;
    const auto done =
        CustomerStream(*m_session, m_table).each({}, std::nullopt, [&](const CustomerCells&) {
            ++seen;
            cancellation->cancel();
            return true;
        });
    QVERIFY(!done);
    QCOMPARE(done.error().kind, ErrorKind::Cancelled);
    QCOMPARE(seen, 1);
    QVERIFY(!m_session->inTransaction());
}

void TestCustomerStream::doesTheSameWithoutCopy()
{
    if (m_session->engine() != Engine::PostgreSql)
        return; // has no COPY to begin with: that is what the other tests show
    CustomerRepository customers(*m_session, m_table);
    QVERIFY(customers.bulkCreate({{.name = u"a"_s, .email = u"a@example.com"_s},
                                  {.name = u"b"_s, .email = u"b@example.com"_s}}));
    const auto expected = all(*m_session);
    for (const QByteArray state : {"0A000", "42601"}) {
        WireProxy proxy(m_settings);
        proxy.refuseStatements(u"COPY"_s, state);
        const auto session = connectTo(proxy.settings(m_settings.database), {}).value();
        QCOMPARE(all(*session), expected);
        QVERIFY(!session->features().has(EngineFeature::CopyOut));
        QVERIFY(session->features().has(EngineFeature::Copy));
        QCOMPARE(all(*session), expected);
    }
    // A fault that has nothing to do with COPY takes nothing away from it.
    WireProxy proxy(m_settings);
    proxy.refuseStatements(u"FROM customer"_s, "0A000");
    const auto session = connectTo(proxy.settings(m_settings.database), {}).value();
    QVERIFY(all(*session).last().startsWith("error"));
    QVERIFY(session->features().has(EngineFeature::CopyOut));
}

void TestCustomerStream::takesCopiesApartWhereverTheyAreCut()
{
    std::string copy("PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\3abc"sv); // with an extension of the header
    for (int row = 0; row < 3; ++row) {
        copy += bigEndian(qint16(4));
        copy += bigEndian(qint32(8)) + bigEndian(qint64(row - 1));
        copy += bigEndian(qint32(-1));
        copy += bigEndian(qint32(3)) + "x,\n";
        copy += bigEndian(qint32(1)) + (row == 1 ? '\1' : '\0');
    }
    copy += bigEndian(qint16(-1));
    const std::array types{CellType::Integer, CellType::Text, CellType::Text, CellType::Boolean};
    for (size_t cut = 0; cut <= copy.size(); ++cut) {
        PostgresCells cells(types);
        QByteArray seen;
        const auto take = [&](std::span<const Cell> row) {
            seen += QByteArray::number(row[0].integer) +
                    (row[1].kind == Cell::Kind::Null ? "-" : "+") +
                    QByteArray(row[2].text.data(), qsizetype(row[2].text.size())) +
                    QByteArray::number(row[3].integer) + ' ';
            return true;
        };
        const std::string_view bytes = copy;
        QCOMPARE(cells.copy(bytes.substr(0, cut), take), PostgresCells::Copied::More);
        QCOMPARE(cells.copy(bytes.substr(cut), take), PostgresCells::Copied::More);
        QCOMPARE(seen, QByteArray("-1-x,\n0 0-x,\n1 1-x,\n0 "));
    }
    PostgresCells other(types);
    QCOMPARE(other.copy("id\tname, as an engine may answer\n", {}), PostgresCells::Copied::Garbled);
    const std::array two{CellType::Integer, CellType::Text};
    PostgresCells narrow(two);
    QCOMPARE(narrow.copy(copy, {}), PostgresCells::Copied::Garbled);
}

QTEST_GUILESS_MAIN(TestCustomerStream)
#include "tst_customerstream.moc"
