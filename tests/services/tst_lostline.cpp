// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of work whose connection breaks, by an open book over a network that does what
// networks do.
#include "core/services/book.h"
#include "core/services/bookengine.h"
#include "tests/support/enginefixture.h"
#include "tests/support/wireproxy.h"

#include <QSignalSpy>
#include <QTest>

using namespace clientele;
using namespace clientele::testing;
using namespace Qt::StringLiterals;
using Status = UpdateOutcome::Status;

class TestLostLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void init();
    void cleanup();

    void readsOnWhenTheServerWasRestarted();
    void readsOnWhenTheLineWasCut_data();
    void readsOnWhenTheLineWasCut();
    void tellsThatItIsLostAndComesBack();
    void findsOutWhatBecameOfAWrite_data();
    void findsOutWhatBecameOfAWrite();
    void doesAWriteOverThatDidNotArrive_data();
    void doesAWriteOverThatDidNotArrive();
    void tellsWhereTheOutcomeStaysUnknown();
    void neverDoesAnImportsChunkOver();
    void cancelsWhatASilentServerDoesNotAnswer();
    void cancelsAConnectionThatIsNotAnswered();
    void cancelsWhereCancelsAreNotTaken();
    void endsWithTheWindowWhateverTheServerDoes();
    void triesAgainWhatTheServerUndid_data();
    void triesAgainWhatTheServerUndid();
    void givesUpWhereOthersAreAlwaysInTheWay();

private:
    std::unique_ptr<Book> open();
    Customer add(Book& book, const QString& name);
    [[nodiscard]] QString ledger();
    [[nodiscard]] bool isPooled() const;

    EngineFixture m_fixture;
    ConnectionSettings m_server;
    std::unique_ptr<WireProxy> m_proxy;
};

namespace {

using Write = std::function<void(Book&, const std::vector<Customer>&)>;

CustomerDraft draft(const QString& name)
{
    return {.name = name, .email = name + u"@example.com"_s, .phone = {}};
}

std::vector<CustomerId> idsOf(const std::vector<Customer>& customers)
{
    std::vector<CustomerId> ids;
    for (const Customer& customer : customers)
        ids.push_back(customer.id);
    return ids;
}

/// Each kind of write that a book knows, with the statement that carries it to the server and the
/// ledger after it.
void addWrites()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<Write>("write");
    QTest::addColumn<QString>("after");
    QTest::newRow("create") << u"INSERT INTO customer"_s << Write([](Book& book, const auto&) {
        const auto made = book.create(draft(u"c"_s)).wait();
        QVERIFY2(made.hasValue(), "create");
        QCOMPARE(made->name, u"c"_s);
    }) << u"a true 1,b true 1,c true 1"_s;
    QTest::newRow("update")
        << u"UPDATE customer"_s << Write([](Book& book, const std::vector<Customer>& rows) {
               Customer wanted = rows[0];
               wanted.name = u"z"_s;
               const auto saved =
                   book.update(rows[0].id, CustomerPatch::between(rows[0], wanted)).wait();
               QVERIFY2(saved.hasValue(), "update");
               QCOMPARE(saved->status, Status::Updated);
               QCOMPARE(saved->current->name, u"z"_s);
           })
        << u"b true 1,z true 2"_s;
    QTest::newRow("deactivate") << u"UPDATE customer"_s
                                << Write([](Book& book, const std::vector<Customer>& rows) {
                                       const auto changed =
                                           book.setActive(idsOf(rows), false).wait();
                                       QVERIFY2(changed.hasValue(), "deactivate");
                                       QCOMPARE(changed->size(), 2U);
                                   })
                                << u"a false 2,b false 2"_s;
    QTest::newRow("delete") << u"DELETE FROM customer"_s
                            << Write([](Book& book, const std::vector<Customer>& rows) {
                                   QVERIFY2(book.remove(idsOf(rows)).wait().hasValue(), "delete");
                               })
                            << QString();
    QTest::newRow("many") << u"COMMIT"_s << Write([](Book& book, const auto&) {
        const auto made = book.bulkCreate({draft(u"c"_s), draft(u"d"_s)}).wait();
        QVERIFY2(made.hasValue(), "many");
        QCOMPARE(made->size(), 2U);
    }) << u"a true 1,b true 1,c true 1,d true 1"_s;
}

} // namespace

Q_DECLARE_METATYPE(Write)

void TestLostLine::initTestCase_data()
{
    QTest::addColumn<QString>("engine");
    QTest::newRow("postgresql") << u"postgresql"_s;
    QTest::newRow("pgbouncer") << u"pgbouncer"_s;
}

void TestLostLine::init()
{
    QFETCH_GLOBAL(QString, engine);
    m_server = m_fixture.emptied(engine);
    m_proxy = std::make_unique<WireProxy>(m_server);
    // How often each row was written, so that what is done twice shows.
    m_fixture.server().execute(
        m_server.database,
        u"ALTER TABLE customer ADD COLUMN IF NOT EXISTS written int DEFAULT 1;"
        "CREATE OR REPLACE FUNCTION count_writes() RETURNS trigger LANGUAGE plpgsql AS"
        " $$BEGIN NEW.written := OLD.written + 1; RETURN NEW; END$$;"
        "DROP TRIGGER IF EXISTS count_writes ON customer;"
        "CREATE TRIGGER count_writes BEFORE UPDATE ON customer FOR EACH ROW"
        " EXECUTE FUNCTION count_writes();"_s);
}

void TestLostLine::cleanup()
{
    m_proxy.reset();
}

bool TestLostLine::isPooled() const
{
    QFETCH_GLOBAL(QString, engine);
    return engine == u"pgbouncer"_s;
}

std::unique_ptr<Book> TestLostLine::open()
{
    auto book = std::make_unique<Book>(m_proxy->settings(m_server.database), QString());
    const auto info = book->open().wait();
    if (!info || info->schema != SchemaState::Ready)
        qFatal("the book does not open");
    return book;
}

Customer TestLostLine::add(Book& book, const QString& name)
{
    const auto made = book.create(draft(name)).wait();
    if (!made)
        qFatal("cannot add: %s", qPrintable(made.error().message));
    return *made;
}

/// What stands in the table in truth, by a line of its own.
QString TestLostLine::ledger()
{
    return m_fixture.server()
        .execute(m_server.database,
                 u"SELECT coalesce(string_agg(concat(name, ' ', is_active::text, ' ', written), ','"
                 " ORDER BY name), '') FROM customer"_s)
        .trimmed();
}

void TestLostLine::readsOnWhenTheServerWasRestarted()
{
    const auto book = open();
    const Customer a = add(*book, u"a"_s);
    m_fixture.server().restart();
    const auto found = book->customer(a.id).wait();
    QVERIFY2(found.hasValue(), qPrintable(found ? QString() : found.error().message));
    QCOMPARE((*found)->name, u"a"_s);
}

void TestLostLine::readsOnWhenTheLineWasCut_data()
{
    QTest::addColumn<bool>("reset");
    QTest::newRow("with a word") << false;
    QTest::newRow("without a word") << true;
}

void TestLostLine::readsOnWhenTheLineWasCut()
{
    QFETCH(bool, reset);
    const auto book = open();
    const Customer a = add(*book, u"a"_s);
    m_proxy->cut(reset ? WireProxy::Ending::Reset : WireProxy::Ending::Close);
    QVERIFY((*book->customer(a.id).wait()).has_value());
    m_proxy->cutBeforeAnswer(u"FROM customer"_s); // in the middle of a statement
    QVERIFY((*book->customer(a.id).wait()).has_value());
    m_proxy->cutBeforeAnswer(u"FROM customer"_s, 2); // once is repeated, not twice
    QCOMPARE(book->customer(a.id).wait().error().kind, ErrorKind::ConnectionLost);
    QCOMPARE(ledger(), u"a true 1"_s);
}

void TestLostLine::tellsThatItIsLostAndComesBack()
{
    const auto book = open();
    QTRY_COMPARE(book->state(), ConnectionState::Connected);
    const Customer a = add(*book, u"a"_s);
    m_proxy->refuse();
    m_proxy->cut();
    const auto gone = book->customer(a.id).wait();
    QVERIFY(gone.error().kind == ErrorKind::ConnectionFailed ||
            gone.error().kind == ErrorKind::ConnectionLost);
    QTRY_COMPARE(book->state(), ConnectionState::Lost);
    m_proxy->pass();
    QVERIFY((*book->customer(a.id).wait()).has_value());
    QTRY_COMPARE(book->state(), ConnectionState::Connected);
}

void TestLostLine::findsOutWhatBecameOfAWrite_data()
{
    addWrites();
}

void TestLostLine::findsOutWhatBecameOfAWrite()
{
    QFETCH(QString, statement);
    QFETCH(Write, write);
    QFETCH(QString, after);
    const auto book = open();
    const std::vector rows = {add(*book, u"a"_s), add(*book, u"b"_s)};
    m_proxy->cutBeforeAnswer(statement);
    write(*book, rows);
    QCOMPARE(ledger(), after);
}

void TestLostLine::doesAWriteOverThatDidNotArrive_data()
{
    addWrites();
}

void TestLostLine::doesAWriteOverThatDidNotArrive()
{
    QFETCH(QString, statement);
    QFETCH(Write, write);
    QFETCH(QString, after);
    const auto book = open();
    const std::vector rows = {add(*book, u"a"_s), add(*book, u"b"_s)};
    if (isPooled()) {
        // Behind a pooler nobody can tell that it will not be done later: it is not done over.
        const QString before = ledger();
        Customer wanted = rows[0];
        wanted.name = u"z"_s;
        m_proxy->cutBeforeServer(u"UPDATE customer"_s);
        const auto saved = book->update(rows[0].id, CustomerPatch::between(rows[0], wanted)).wait();
        QCOMPARE(saved.error().kind, ErrorKind::OutcomeUnknown);
        QCOMPARE(ledger(), before);
        return;
    }
    m_proxy->cutBeforeServer(statement);
    write(*book, rows);
    QCOMPARE(ledger(), after);
}

void TestLostLine::tellsWhereTheOutcomeStaysUnknown()
{
    const auto book = open();
    const Customer a = add(*book, u"a"_s);
    Customer wanted = a;
    wanted.name = u"z"_s;
    m_proxy->cutBeforeAnswer(u"UPDATE customer"_s);
    m_proxy->refuse();
    auto saving = book->update(a.id, CustomerPatch::between(a, wanted));
    QTRY_COMPARE(ledger(), u"z true 2"_s);
    QTRY_VERIFY(book->poolStatistics().failed > 0); // it tries to find out
    QVERIFY(!saving.future.isFinished());
    saving.cancel(); // the person does not want to wait
    QCOMPARE(saving.wait().error().kind, ErrorKind::OutcomeUnknown);
    m_proxy->pass();
    QCOMPARE((*book->customer(a.id).wait())->name, u"z"_s);
}

void TestLostLine::neverDoesAnImportsChunkOver()
{
    const auto book = open();
    int runs = 0;
    const auto task = book->engine()->executor().run(
        Lane::Bulk, Access::Write, [&](Session& session) -> Result<qint64> {
            ++runs;
            auto rows = session.executeWrite(
                u"INSERT INTO customer (name, email) VALUES ('c', 'c@example.com')"_s);
            if (!rows)
                return rows.error();
            return rows->affected();
        });
    QCOMPARE(*task.wait(), 1);
    m_proxy->cutBeforeAnswer(u"INSERT INTO customer"_s);
    const auto again = book->engine()->executor().run(
        Lane::Bulk, Access::Write, [&](Session& session) -> Result<qint64> {
            ++runs;
            auto rows = session.executeWrite(
                u"INSERT INTO customer (name, email) VALUES ('d', 'd@example.com')"_s);
            if (!rows)
                return rows.error();
            return rows->affected();
        });
    QCOMPARE(again.wait().error().kind, ErrorKind::OutcomeUnknown);
    QCOMPARE(runs, 2);
}

void TestLostLine::cancelsWhatASilentServerDoesNotAnswer()
{
    const auto book = open();
    const Customer a = add(*book, u"a"_s);
    m_proxy->stall();
    auto task = book->customer(a.id);
    QTRY_COMPARE(book->poolStatistics().busy, 1);
    task.cancel();
    QCOMPARE(task.wait().error().kind, ErrorKind::Cancelled);
    m_proxy->pass();
    QVERIFY((*book->customer(a.id).wait()).has_value());
}

void TestLostLine::cancelsAConnectionThatIsNotAnswered()
{
    m_proxy->stall();
    Book book(m_proxy->settings(m_server.database), QString());
    auto opening = book.open();
    QTRY_COMPARE(book.poolStatistics().busy, 1);
    opening.cancel();
    QCOMPARE(opening.wait().error().kind, ErrorKind::Cancelled);
}

void TestLostLine::cancelsWhereCancelsAreNotTaken()
{
    const auto book = open();
    m_proxy->swallowCancels();
    auto task = book->engine()->executor().run(
        Lane::Interactive, Access::Read, [](Session& session) -> Result<qint64> {
            auto rows = session.execute(u"SELECT pg_sleep(600)"_s);
            if (!rows)
                return rows.error();
            return 0;
        });
    QTRY_VERIFY(m_proxy->statements().last().contains(u"pg_sleep"_s));
    task.cancel();
    QCOMPARE(task.wait().error().kind, ErrorKind::Cancelled);
    QVERIFY(book->page({}, {}).wait().hasValue());
}

void TestLostLine::endsWithTheWindowWhateverTheServerDoes()
{
    auto book = open();
    const Customer a = add(*book, u"a"_s);
    m_proxy->stall();
    std::vector<Task<std::optional<Customer>>> tasks;
    for (int i = 0; i < 50; ++i)
        tasks.push_back(book->customer(a.id)); // some on the old line, the others connecting
    QTRY_VERIFY(book->poolStatistics().waiting > 0);
    const std::weak_ptr<BookEngine> engine = book->engine();
    book.reset();
    for (const auto& task : tasks)
        QCOMPARE(task.wait().error().kind, ErrorKind::Cancelled);
    QTRY_VERIFY(engine.expired());
}

void TestLostLine::triesAgainWhatTheServerUndid_data()
{
    QTest::addColumn<QByteArray>("sqlState");
    QTest::newRow("serialization failure") << QByteArray("40001");
    QTest::newRow("deadlock") << QByteArray("40P01");
}

void TestLostLine::triesAgainWhatTheServerUndid()
{
    QFETCH(QByteArray, sqlState);
    const auto book = open();
    m_proxy->refuseStatements(u"INSERT INTO customer"_s, sqlState, 3);
    add(*book, u"a"_s);
    m_proxy->refuseStatements(u"COMMIT"_s, sqlState, 3); // which may fail so too
    QCOMPARE(book->bulkCreate({draft(u"b"_s)}).wait()->size(), 1U);
    QCOMPARE(ledger(), u"a true 1,b true 1"_s);
}

void TestLostLine::givesUpWhereOthersAreAlwaysInTheWay()
{
    const auto book = open();
    m_proxy->refuseStatements(u"INSERT INTO customer"_s, "40001");
    m_proxy->resetCounters();
    QCOMPARE(book->create(draft(u"a"_s)).wait().error().kind, ErrorKind::Serialization);
    QCOMPARE(m_proxy->statements().filter(u"INSERT"_s).size(), 6);
    QCOMPARE(ledger(), QString());
}

QTEST_GUILESS_MAIN(TestLostLine)
#include "tst_lostline.moc"
