// SPDX-License-Identifier: GPL-3.0-or-later
// Engines that lack a feature: a proxy refuses it as they do, and everything must come out the
// same.
#include "core/db/bulkwriter.h"
#include "core/db/connect.h"
#include "core/db/customerrepository.h"
#include "core/db/transaction.h"
#include "tests/support/enginefixture.h"
#include "tests/support/wireproxy.h"

#include <QTest>

#include <algorithm>

using namespace clientele;
using namespace clientele::testing;
using namespace Qt::StringLiterals;
using Features = QList<EngineFeature>;

namespace {

QString told(const Customer& customer)
{
    return u"%1 <%2> %3 %4"_s.arg(customer.name, customer.email, customer.phone.value_or(u"-"_s),
                                  customer.isActive ? u"active"_s : u"inactive"_s);
}

QString told(const Error& error)
{
    // Where it is not about an address, it is about the server, whose port differs.
    const bool isAddress = error.kind == ErrorKind::Duplicate;
    return u"error %1 %2 %3"_s.arg(static_cast<int>(error.kind))
        .arg(error.column, isAddress ? error.subject : QString());
}

QString told(const std::optional<Customer>& customer)
{
    return customer ? told(*customer) : u"nobody"_s;
}

QString told(const UpdateOutcome& outcome)
{
    return u"%1: %2"_s.arg(static_cast<int>(outcome.status)).arg(told(outcome.current));
}

QString told(const std::vector<Customer>& customers)
{
    QStringList all;
    for (const Customer& customer : customers)
        all += told(customer);
    all.sort(); // the order of what was changed is nobody's promise
    return all.join(u"; "_s);
}

QString told(const std::vector<BulkVerdict>& verdicts)
{
    QStringList all;
    for (const BulkVerdict& verdict : verdicts)
        all += u"%1 %2 %3"_s.arg(static_cast<int>(verdict.fate))
                   .arg(static_cast<int>(verdict.error.kind))
                   .arg(verdict.name);
    return all.join(u"; "_s);
}

template <class T>
QString told(const Result<T>& result)
{
    return result ? told(*result) : told(result.error());
}

CustomerDraft draft(const QString& name, const QString& email)
{
    return {.name = name, .email = email, .phone = u"+1-555-0100"_s};
}

std::vector<CustomerDraft> many(int count, const QString& domain)
{
    std::vector<CustomerDraft> drafts;
    for (int i = 0; i < count; ++i)
        drafts.push_back(draft(u"Name %1"_s.arg(i), u"n%1@%2"_s.arg(i).arg(domain)));
    return drafts;
}

} // namespace

class TestSecondChoices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void doesTheSameWithout_data();
    void doesTheSameWithout();
    void describesTheTableByTheStandardAlone();
    void failsAsAWholeInsideATransactionWithoutSavepoints();
    void keepsItsPlansWhereTheStatementIsAtFault();
    void takesIdsOfAnySizeAndOrder();

private:
    /// Everything that a book does, as text without ids and moments.
    QStringList doEverything(Session& session);
    void edit(CustomerRepository& customers, QStringList& log);
    void writeInBulk(Session& session, const CustomerTable& table, QStringList& log);
    std::unique_ptr<Session> connectBy(const ConnectionSettings& settings);
    std::unique_ptr<WireProxy> proxyFor(const ConnectionSettings& settings,
                                        const QStringList& refused, const QByteArray& sqlState);

    EngineFixture m_fixture;
    QHash<QString, QStringList> m_expected; // of engines that lack nothing
};

void TestSecondChoices::initTestCase_data()
{
    QTest::addColumn<QString>("engine");
    for (const char* engine : {"postgresql", "postgresql-guide", "postgresql-orm", "pgbouncer"})
        QTest::newRow(engine) << QString::fromLatin1(engine);
}

std::unique_ptr<Session> TestSecondChoices::connectBy(const ConnectionSettings& settings)
{
    auto session = connectTo(settings, {});
    if (!session)
        qFatal("cannot connect: %s", qPrintable(session.error().message));
    return std::move(*session);
}

std::unique_ptr<WireProxy> TestSecondChoices::proxyFor(const ConnectionSettings& settings,
                                                       const QStringList& refused,
                                                       const QByteArray& sqlState)
{
    auto proxy = std::make_unique<WireProxy>(settings);
    for (const QString& statement : refused)
        proxy->refuseStatements(statement, sqlState);
    return proxy;
}

void TestSecondChoices::edit(CustomerRepository& customers, QStringList& log)
{
    using Name = Edit<QString>;
    const auto ann = customers.create(draft(u"Ann"_s, u"ann@example.com"_s));
    log += u"create "_s + told(ann);
    log += u"create again "_s + told(customers.create(draft(u"Ann"_s, u"ann@example.com"_s)));
    log += u"too long "_s + told(customers.create(draft(QString(300, u'x'), u"x@example.com"_s)));
    log += u"many "_s + told(customers.bulkCreate(many(3, u"example.com"_s)));
    log += u"many or none "_s + told(customers.bulkCreate({draft(u"Bo"_s, u"bo@example.com"_s),
                                                           draft(u"Bo"_s, u"n0@example.com"_s)}));
    if (!ann)
        return;
    const CustomerId id = ann->id;
    const CustomerId nobody{id.value + 100000};
    log += u"update "_s + told(customers.update(id, {.name = Name{u"Ann"_s, u"Anna"_s}}));
    log += u"conflict "_s + told(customers.update(id, {.name = Name{u"Ann"_s, u"Anne"_s}}));
    log += u"done before "_s + told(customers.update(id, {.name = Name{u"Ann"_s, u"Anna"_s}}));
    log += u"gone "_s + told(customers.update(nobody, {.name = Name{u"Ann"_s, u"Anne"_s}}));
    log += u"taken "_s +
           told(customers.update(id, {.email = Name{u"ann@example.com"_s, u"n1@example.com"_s}}));
    log += u"by id "_s + told(customers.byId(id));
    log += u"by e-mail "_s + told(customers.byEmail(u"N2@example.com"_s));
    log += u"deactivate "_s + told(customers.setActive({id, nobody}, false));
    log += u"once more "_s + told(customers.setActive({id}, false));
    const auto removed = customers.remove(std::vector{id, nobody});
    log += u"delete "_s + told(removed);
    log += u"undo "_s + (removed ? told(customers.reinsert(*removed)) : QString());
    const auto back = customers.byId(id);
    log += u"as it was %1"_s.arg(back && removed && *back == removed->front());
}

void TestSecondChoices::writeInBulk(Session& session, const CustomerTable& table, QStringList& log)
{
    using enum DuplicatePolicy;
    auto bad = many(40, u"bad.example"_s);
    bad[7].name = QString(300, u'x');
    bad[23].name = QString(300, u'x');
    bad[24].email = bad[3].email;
    for (const DuplicatePolicy policy : {Reject, Skip, Update}) {
        BulkWriter writer(session, table, {.onDuplicate = policy});
        const auto domain = u"p%1.example"_s.arg(static_cast<int>(policy));
        log += u"clean "_s + told(writer.write(many(3, domain)));
        auto mixed = many(5, domain);
        mixed[1].name = u"Renamed"_s;
        mixed.push_back(draft(u"Twice"_s, mixed[4].email));
        mixed.push_back(draft(u"Case"_s, mixed[4].email.toUpper()));
        log += u"duplicates "_s + told(writer.write(mixed));
        log += u"bad "_s + told(writer.write(bad));
        log += u"clean again "_s + told(writer.write(many(2, u"more."_s + domain)));
    }
    BulkWriter writer(session, table, {.onDuplicate = Update});
    const auto drafts = many(1200, u"long.example"_s);
    const auto verdicts = writer.write(drafts);
    log += u"long "_s + told(verdicts);
    auto renamed = drafts;
    for (CustomerDraft& one : renamed)
        one.phone = u"2"_s;
    log += u"long update "_s + told(writer.write(renamed));

    writer.prepare();
    auto transaction = Transaction::begin(session);
    QVERIFY(transaction.hasValue());
    log += u"inside "_s + told(writer.write(many(3, u"inside.example"_s)));
    log += u"inside again "_s + told(writer.write(many(4, u"inside.example"_s)));
    QVERIFY(transaction->commit().hasValue());

    CustomerRepository customers(session, table);
    std::vector<CustomerId> ids;
    for (const BulkVerdict& verdict : *verdicts)
        ids.push_back(verdict.id);
    log += u"deactivated %1"_s.arg(customers.setActive(ids, false)->size());
    log += u"removed %1"_s.arg(customers.remove(ids)->size());
}

QStringList TestSecondChoices::doEverything(Session& session)
{
    QStringList log;
    const auto table = CustomerTable::describe(session);
    if (!table)
        return {told(table.error())};
    log += u"table %1 %2 %3 %4 %5 %6"_s.arg(static_cast<int>(table->state))
               .arg(table->nameLimit)
               .arg(table->emailUnique)
               .arg(table->foldedEmailIndexed)
               .arg(table->hasSearchText)
               .arg(table->revision);
    CustomerRepository customers(session, *table);
    edit(customers, log);
    writeInBulk(session, *table, log);
    const auto page = customers.page({.text = u"renamed 555"_s}, {});
    log += u"search "_s + (page ? told(page->rows) : told(page.error()));
    const auto jump = customers.page({}, {.where = PageRequest::Where::Offset, .offset = 10});
    log += u"jump "_s + (jump ? told(jump->rows) : told(jump.error()));
    const auto survey = customers.survey({}, {});
    log += u"survey "_s + (survey ? QString::number(survey->total) : told(survey.error()));
    QStringList streamed;
    const CustomerQuery byEmail{.sort = {{CustomerField::Email, false}}};
    const auto read = customers.forEach(byEmail, [&](const Customer& customer) {
        streamed += told(customer);
        return true;
    });
    log += u"stream %1 "_s.arg(read.hasValue()) + streamed.join(u'\n');
    log += u"count %1"_s.arg(*customers.count({}));
    return log;
}

void TestSecondChoices::doesTheSameWithout_data()
{
    using enum EngineFeature;
    QTest::addColumn<QStringList>("refused");
    QTest::addColumn<QByteArray>("sqlState");
    QTest::addColumn<Features>("lacking");
    const auto row = [](const char* name, const QStringList& refused, const Features& lacking,
                        const QByteArray& sqlState = "0A000") {
        QTest::newRow(name) << refused << sqlState << lacking;
    };
    const auto returning = u"\\bRETURNING\\b"_s;
    const auto cte = u"WITH \\w+ AS \\((UPDATE|INSERT|DELETE)"_s;
    const auto conflict = u"ON CONFLICT"_s;
    const auto arrays = u"unnest|ANY \\("_s;
    const auto savepoints = u"SAVEPOINT"_s;
    const auto locks = u"FOR UPDATE"_s;
    const auto copy = u"COPY "_s;
    const auto temporary = u"TEMPORARY TABLE"_s;
    const auto catalogue = u"to_regclass|pg_get_indexdef|pg_attribute"_s;
    row("RETURNING", {returning}, {Returning});
    row("writable CTE", {cte}, {WritableCte});
    row("ON CONFLICT", {conflict}, {OnConflict});
    row("arrays", {arrays}, {Unnest});
    row("savepoints", {savepoints}, {Savepoints});
    row("row locks", {locks}, {RowLocks});
    row("COPY", {copy}, {Copy});
    row("COPY, as a fault of syntax", {copy}, {Copy}, "42601");
    row("temporary tables", {temporary}, {TemporaryTables});
    row("catalogue", {catalogue}, {Catalogue});
    row("parallel workers, as a setting unknown", {u"max_parallel_workers"_s}, {ParallelSetting},
        "42704");
    row("RETURNING, as a fault of syntax", {returning}, {Returning}, "42601");
    row("unnest, as a function unknown", {arrays}, {Unnest}, "42883");
    row("one with the other", {u"unnest.*ON CONFLICT"_s},
        {Returning, OnConflict, Unnest, Copy, TemporaryTables, Savepoints, RowLocks});
    row("RETURNING and savepoints", {returning, savepoints}, {Returning, Savepoints});
    row("all at once",
        {returning, cte, conflict, arrays, savepoints, locks, copy, temporary, catalogue},
        {Returning, WritableCte, OnConflict, Unnest, Savepoints, RowLocks, Copy, TemporaryTables,
         Catalogue});
}

void TestSecondChoices::doesTheSameWithout()
{
    QFETCH_GLOBAL(QString, engine);
    QFETCH(QStringList, refused);
    QFETCH(QByteArray, sqlState);
    QFETCH(Features, lacking);
    if (!m_expected.contains(engine))
        m_expected[engine] = doEverything(*connectBy(m_fixture.emptied(engine)));
    const QStringList& expected = m_expected[engine];

    const auto settings = m_fixture.emptied(engine);
    const auto proxy = proxyFor(settings, refused, sqlState);
    const auto session = connectBy(proxy->settings(settings.database));
    const QStringList found = doEverything(*session);
    for (qsizetype i = 0; i < std::min(found.size(), expected.size()); ++i)
        QCOMPARE(found[i], expected[i]);
    QCOMPARE(found.size(), expected.size());
    for (int i = 0; i < engineFeatureCount; ++i) {
        const auto feature = static_cast<EngineFeature>(i);
        QVERIFY2(session->features().has(feature) != lacking.contains(feature),
                 qPrintable(u"feature %1"_s.arg(i)));
    }
}

void TestSecondChoices::describesTheTableByTheStandardAlone()
{
    QFETCH_GLOBAL(QString, engine);
    const auto settings = m_fixture.emptied(engine);
    const auto proxy = proxyFor(settings, {u"pg_"_s, u"to_regclass"_s}, "42P01");
    const auto refusing = proxyFor(settings, {u"pg_"_s, u"to_regclass"_s}, "0A000");
    const auto expected = CustomerTable::describe(*connectBy(settings));
    const auto found = CustomerTable::describe(*connectBy(refusing->settings(settings.database)));
    QVERIFY(found.hasValue());
    QCOMPARE(found->state, SchemaState::Ready);
    QCOMPARE(found->revision, expected->revision);
    QCOMPARE(found->phoneLimit, expected->phoneLimit);
    QCOMPARE(found->emailUnique, engine != u"postgresql-orm"_s); // which has an index alone
    // A table that is not there is not a feature that is not there.
    const auto missing = CustomerTable::describe(*connectBy(proxy->settings(settings.database)));
    QVERIFY(!missing);
    QCOMPARE(missing.error().kind, ErrorKind::SchemaMissing);
}

void TestSecondChoices::failsAsAWholeInsideATransactionWithoutSavepoints()
{
    QFETCH_GLOBAL(QString, engine);
    const auto settings = m_fixture.emptied(engine);
    const auto proxy = proxyFor(settings, {u"SAVEPOINT"_s}, "0A000");
    const auto session = connectBy(proxy->settings(settings.database));
    const auto table = *CustomerTable::describe(*session);
    BulkWriter writer(*session, table, {});
    writer.prepare();
    {
        auto transaction = Transaction::begin(*session);
        QVERIFY(transaction.hasValue());
        const auto written = writer.write(std::vector{
            draft(u"A"_s, u"a@example.com"_s), draft(QString(300, u'x'), u"b@example.com"_s)});
        QVERIFY(!written);
        QCOMPARE(written.error().kind, ErrorKind::ConstraintViolated);
    }
    QCOMPARE(*CustomerRepository(*session, table).count({}), 0);
}

void TestSecondChoices::keepsItsPlansWhereTheStatementIsAtFault()
{
    QFETCH_GLOBAL(QString, engine);
    const auto settings = m_fixture.emptied(engine);
    const auto proxy = proxyFor(settings, {u"INSERT INTO customer .* VALUES"_s}, "42883");
    const auto session = connectBy(proxy->settings(settings.database));
    const auto table = *CustomerTable::describe(*session);
    CustomerRepository customers(*session, table);
    const auto created = customers.create(draft(u"A"_s, u"a@example.com"_s));
    QVERIFY(!created);
    QCOMPARE(created.error().code, u"42883"_s);
    QVERIFY(session->features().has(EngineFeature::Returning));
}

void TestSecondChoices::takesIdsOfAnySizeAndOrder()
{
    QFETCH_GLOBAL(QString, engine);
    const auto settings = m_fixture.fresh(engine);
    const auto session = connectBy(settings);
    QVERIFY(session
                ->executeScript(u"ALTER SEQUENCE customer_id_seq INCREMENT BY -7"
                                " MAXVALUE 9223372036854775807 RESTART WITH 9223372036854775000"_s)
                .hasValue());
    const auto table = *CustomerTable::describe(*session);
    CustomerRepository customers(*session, table);
    const auto first = *customers.create(draft(u"Ann"_s, u"ann@example.com"_s));
    QCOMPARE(first.id.value, 9223372036854775000);
    const auto second = *customers.create(draft(u"Ann"_s, u"ann2@example.com"_s));
    QVERIFY(second.id.value < first.id.value);
    const auto verdicts = *BulkWriter(*session, table, {}).write(many(30, u"ids.example"_s));
    QVERIFY(verdicts.back().id.value < second.id.value);

    // Page by page in every order, each customer comes once.
    for (const CustomerField field :
         {CustomerField::Id, CustomerField::Name, CustomerField::CreatedAt}) {
        const CustomerQuery query{.sort = {{field, true}}};
        QSet<qint64> seen;
        std::optional<Customer> anchor;
        for (;;) {
            const auto page = *customers.page(
                query, {.where = anchor ? PageRequest::Where::After : PageRequest::Where::Offset,
                        .anchor = anchor,
                        .limit = 5});
            if (page.rows.empty())
                break;
            for (const Customer& customer : page.rows)
                seen.insert(customer.id.value);
            anchor = page.rows.back();
        }
        QCOMPARE(seen.size(), 32);
    }
    const auto changed = customers.update(first.id, {.name = Edit<QString>{u"Ann"_s, u"Anna"_s}});
    QCOMPARE(changed->status, UpdateOutcome::Status::Updated);
    QCOMPARE(customers.setActive({first.id, second.id}, false)->size(), size_t(2));
    const auto removed = *customers.remove(std::vector{first.id, second.id});
    QCOMPARE(removed.size(), size_t(2));
    QCOMPARE(customers.reinsert(removed)->size(), size_t(2));
    QCOMPARE((*customers.byId(first.id))->name, u"Anna"_s);
}

QTEST_GUILESS_MAIN(TestSecondChoices)
#include "tst_secondchoices.moc"
