// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/bulkwriter.h"
#include "core/db/connect.h"
#include "core/db/customerrepository.h"
#include "core/db/transaction.h"
#include "tests/support/enginefixture.h"

#include <QTest>

using namespace clientele;
using namespace clientele::testing;
using namespace Qt::StringLiterals;
using Fate = BulkVerdict::Fate;

class TestBulkWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { EngineFixture::addRows(); }
    void init();
    void cleanup();

    void createsAndGivesIds();
    void keepsHardText();
    void callsATakenAddressADuplicate();
    void countsRowsOfOneAddressOneAfterTheOther();
    void updatesWhatIsThere();
    void tellsTheRowAtFaultFromTheOthers();
    void writesNothingWhenTheChunkFails();
    void worksInsideATransaction();
    void writesThousandsAsItWritesAFew();
    void leavesOutWhoIsThereAmongThousands_data();
    void leavesOutWhoIsThereAmongThousands();
    void findsTheRowAtFaultAmongThousands();
    void keepsTheDayACustomerWasMade();
    void clearsAndKeepsWhatItIsTold();
    void undoesAChunkThatCannotBeConcluded();

private:
    static std::vector<CustomerDraft> many(int count);
    std::vector<BulkVerdict> write(const std::vector<CustomerDraft>& drafts,
                                   const BulkWriter::Options& options = {});
    QList<Fate> fates(const std::vector<BulkVerdict>& verdicts);

    EngineFixture m_fixture;
    std::unique_ptr<Session> m_session;
    CustomerTable m_table;
    std::unique_ptr<CustomerRepository> m_customers;
};

void TestBulkWriter::init()
{
    QFETCH_GLOBAL(QString, engine);
    m_session = *connectTo(m_fixture.emptied(engine), {});
    m_table = *CustomerTable::describe(*m_session);
    m_customers = std::make_unique<CustomerRepository>(*m_session, m_table);
}

void TestBulkWriter::cleanup()
{
    m_customers.reset();
    m_session.reset();
}

std::vector<BulkVerdict> TestBulkWriter::write(const std::vector<CustomerDraft>& drafts,
                                               const BulkWriter::Options& options)
{
    auto verdicts = BulkWriter(*m_session, m_table, options).write(drafts);
    if (!verdicts)
        qFatal("not written: %s", qPrintable(verdicts.error().message));
    return std::move(*verdicts);
}

QList<Fate> TestBulkWriter::fates(const std::vector<BulkVerdict>& verdicts)
{
    QList<Fate> list;
    for (const BulkVerdict& verdict : verdicts)
        list += verdict.fate;
    return list;
}

void TestBulkWriter::createsAndGivesIds()
{
    const auto verdicts = write({{.name = u"A"_s, .email = u"a@example.com"_s, .phone = u"1"_s},
                                 {.name = u"B"_s, .email = u"b@example.com"_s, .isActive = false}});
    QCOMPARE(fates(verdicts), (QList{Fate::Created, Fate::Created}));
    const auto a = **m_customers->byId(verdicts[0].id);
    QCOMPARE(a.name, u"A"_s);
    QCOMPARE(a.phone, std::optional(u"1"_s));
    QVERIFY(a.createdAt.has_value());
    const auto b = **m_customers->byId(verdicts[1].id);
    QVERIFY(!b.isActive);
    QVERIFY(!b.phone.has_value());
    QCOMPARE(*m_customers->count({.text = u"b@exa"_s}), 1);
}

void TestBulkWriter::keepsHardText()
{
    const QStringList hard = {u"{\"a\",NULL}"_s, u"back\\slash \"quote\" 'single'"_s, u"NULL"_s,
                              u"two\nlines\ttab"_s, u"😀 أحمد"_s};
    std::vector<CustomerDraft> drafts;
    for (const QString& text : hard)
        drafts.push_back({.name = text,
                          .email = u"h%1@example.com"_s.arg(drafts.size()),
                          .phone = text.left(20)});
    const auto verdicts = write(drafts);
    for (qsizetype i = 0; i < hard.size(); ++i) {
        const auto kept = **m_customers->byId(verdicts[static_cast<size_t>(i)].id);
        QCOMPARE(kept.name, hard[i]);
        QCOMPARE(kept.phone, std::optional(hard[i].left(20)));
    }
}

void TestBulkWriter::callsATakenAddressADuplicate()
{
    const auto there = m_customers->create({.name = u"Sarah"_s, .email = u"sarah@example.com"_s});
    const auto verdicts = write({{.name = u"New"_s, .email = u"new@example.com"_s},
                                 {.name = u"Other"_s, .email = u"sarah@example.com"_s}});
    QCOMPARE(fates(verdicts), (QList{Fate::Created, Fate::Duplicate}));
    QCOMPARE(verdicts[1].id, there->id);
    QCOMPARE(verdicts[1].name, u"Sarah"_s);
    if (m_table.foldedEmailIndexed) {
        const auto folded = write({{.name = u"Other"_s, .email = u"SARAH@example.com"_s}});
        QCOMPARE(fates(folded), QList{Fate::Duplicate});
    }
}

void TestBulkWriter::countsRowsOfOneAddressOneAfterTheOther()
{
    const std::vector<CustomerDraft> drafts = {{.name = u"First"_s, .email = u"x@example.com"_s},
                                               {.name = u"Between"_s, .email = u"y@example.com"_s},
                                               {.name = u"Second"_s, .email = u"X@example.com"_s},
                                               {.name = u"Third"_s, .email = u"x@example.com"_s}};
    const auto verdicts = write(drafts);
    QCOMPARE(verdicts[0].fate, Fate::Created);
    QCOMPARE(verdicts[1].fate, Fate::Created);
    QCOMPARE(verdicts[3].fate, Fate::Duplicate);
    QCOMPARE(verdicts[3].id, verdicts[0].id);
    QCOMPARE(verdicts[2].fate, m_table.foldedEmailIndexed ? Fate::Duplicate : Fate::Created);
}

void TestBulkWriter::updatesWhatIsThere()
{
    const auto there = m_customers->create(
        {.name = u"Old"_s, .email = u"old@example.com"_s, .phone = u"1"_s, .isActive = false});
    const auto same =
        m_customers->create({.name = u"Same"_s, .email = u"same@example.com"_s, .phone = u"2"_s});
    const auto verdicts =
        write({{.name = u"Renamed"_s, .email = u"old@example.com"_s},
               {.name = u"Same"_s, .email = u"same@example.com"_s, .phone = u"2"_s},
               {.name = u"New"_s, .email = u"new@example.com"_s},
               {.name = u"Renamed twice"_s, .email = u"old@example.com"_s, .phone = u"3"_s}},
              {.onDuplicate = DuplicatePolicy::Update});
    QCOMPARE(fates(verdicts),
             (QList{Fate::Updated, Fate::Unchanged, Fate::Created, Fate::Updated}));
    const auto now = **m_customers->byId(there->id);
    QCOMPARE(now.name, u"Renamed twice"_s);
    QCOMPARE(now.phone, std::optional(u"3"_s));
    QVERIFY(!now.isActive); // the file said nothing of it
    QCOMPARE((*m_customers->byId(same->id))->updatedAt, same->updatedAt);
    QCOMPARE(*m_customers->count({.text = u"twice"_s}), 1);
}

void TestBulkWriter::tellsTheRowAtFaultFromTheOthers()
{
    // A rule of somebody's own, which the program cannot know beforehand.
    const bool postgres = m_session->engine() == Engine::PostgreSql;
    if (postgres) {
        QVERIFY(m_session
                    ->executeScript(
                        u"ALTER TABLE customer DROP CONSTRAINT IF EXISTS no_bob;"
                        "ALTER TABLE customer ADD CONSTRAINT no_bob CHECK (name <> 'Bob')"_s)
                    .hasValue());
    } else {
        QVERIFY(
            m_session
                ->executeScript(u"CREATE TRIGGER IF NOT EXISTS no_bob BEFORE INSERT ON customer"
                                " WHEN new.name = 'Bob' BEGIN SELECT RAISE(ABORT, 'no_bob'); END"_s)
                .hasValue());
    }
    std::vector<CustomerDraft> drafts;
    for (int i = 0; i < 50; ++i)
        drafts.push_back(
            {.name = i % 17 == 3 ? u"Bob"_s : u"Ann"_s, .email = u"e%1@example.com"_s.arg(i)});
    const auto verdicts = write(drafts);
    for (size_t i = 0; i < drafts.size(); ++i)
        QCOMPARE(verdicts[i].fate, drafts[i].name == u"Bob"_s ? Fate::Refused : Fate::Created);
    QCOMPARE(verdicts[3].error.kind, ErrorKind::ConstraintViolated);
    QCOMPARE(*m_customers->count({}), 47);
    QVERIFY(m_session
                ->executeScript(postgres ? u"ALTER TABLE customer DROP CONSTRAINT no_bob"_s
                                         : u"DROP TRIGGER no_bob"_s)
                .hasValue());
}

void TestBulkWriter::writesNothingWhenTheChunkFails()
{
    const auto stop = std::make_shared<Cancellation>();
    stop->cancel();
    m_session->setCancellation(stop);
    const auto failed =
        BulkWriter(*m_session, m_table, {})
            .write(std::vector<CustomerDraft>{{.name = u"A"_s, .email = u"a@example.com"_s}});
    QCOMPARE(failed.error().kind, ErrorKind::Cancelled);
    m_session->setCancellation(std::make_shared<Cancellation>());
    QVERIFY(!m_session->inTransaction());
    QCOMPARE(*m_customers->count({}), 0);
}

void TestBulkWriter::worksInsideATransaction()
{
    {
        auto transaction = Transaction::begin(*m_session);
        QVERIFY(transaction.hasValue());
        BulkWriter writer(*m_session, m_table, {});
        QVERIFY(
            writer.write(std::vector<CustomerDraft>{{.name = u"A"_s, .email = u"a@example.com"_s}})
                .hasValue());
        const auto second = writer.write(
            std::vector<CustomerDraft>{{.name = QString(300, u'x'), .email = u"b@example.com"_s},
                                       {.name = u"C"_s, .email = u"c@example.com"_s},
                                       {.name = u"A"_s, .email = u"a@example.com"_s}});
        QVERIFY2(second.hasValue(), qPrintable(second ? QString() : second.error().message));
        const bool limits = m_session->engine() == Engine::PostgreSql;
        QCOMPARE(fates(*second),
                 (QList{limits ? Fate::Refused : Fate::Created, Fate::Created, Fate::Duplicate}));
    }
    QCOMPARE(*m_customers->count({}), 0); // it was not committed
}

std::vector<CustomerDraft> TestBulkWriter::many(int count)
{
    std::vector<CustomerDraft> drafts;
    for (int i = 0; i < count; ++i) {
        drafts.push_back({.name = u"\\.\tZoë \n\\N \\\\ %1"_s.arg(i),
                          .email = u"many%1@example.com"_s.arg(i),
                          .phone = i % 3 == 0   ? std::nullopt
                                   : i % 3 == 1 ? std::optional(u""_s)
                                                : std::optional(u"\\N%1"_s.arg(i)),
                          .isActive = i % 2 == 0});
    }
    return drafts;
}

void TestBulkWriter::writesThousandsAsItWritesAFew()
{
    const auto drafts = many(1200);
    BulkWriter writer(*m_session, m_table, {});
    const std::span all(drafts);
    const auto before = Timestamp::now();
    for (const auto& chunk : {all.first(600), all.subspan(600, 100), all.subspan(700)}) {
        const auto verdicts = writer.write(chunk);
        QVERIFY2(verdicts, qPrintable(verdicts ? QString() : verdicts.error().message));
        for (size_t i = 0; i < chunk.size(); ++i) {
            QCOMPARE((*verdicts)[i].fate, Fate::Created);
            const auto kept = **m_customers->byId((*verdicts)[i].id);
            QCOMPARE((CustomerDraft{kept.name, kept.email, kept.phone, kept.isActive, {}}),
                     chunk[i]);
            QVERIFY(std::abs(kept.createdAt->microseconds - before.microseconds) < 600'000'000);
            QCOMPARE(kept.updatedAt, kept.createdAt);
        }
    }
    QCOMPARE(*m_customers->count({}), 1200);
    // Whoever comes next gets an id of their own.
    QVERIFY(m_customers->create({.name = u"Next"_s, .email = u"next@example.com"_s}));
}

void TestBulkWriter::leavesOutWhoIsThereAmongThousands_data()
{
    QTest::addColumn<bool>("inside");
    QTest::newRow("in transactions of its own") << false;
    QTest::newRow("in one that is open") << true;
}

void TestBulkWriter::leavesOutWhoIsThereAmongThousands()
{
    QFETCH(bool, inside);
    const auto there = m_customers->create({.name = u"Sarah"_s, .email = u"many777@example.com"_s});
    const auto drafts = many(1500);
    BulkWriter writer(*m_session, m_table, {});
    writer.prepare();
    std::optional<Transaction> transaction;
    if (inside)
        transaction.emplace(std::move(*Transaction::begin(*m_session)));
    const std::span all(drafts);
    // The second has one, so that the third is written otherwise, and the fourth as the first.
    for (const size_t begin : {0, 500, 1000, 1250}) {
        const auto chunk = all.subspan(begin, begin < 1000 ? 500 : 250);
        const auto verdicts = writer.write(chunk);
        QVERIFY2(verdicts, qPrintable(verdicts ? QString() : verdicts.error().message));
        for (size_t i = 0; i < chunk.size(); ++i) {
            const BulkVerdict& verdict = (*verdicts)[i];
            QCOMPARE(verdict.fate, begin + i == 777 ? Fate::Duplicate : Fate::Created);
            QCOMPARE(verdict.id == there->id, begin + i == 777);
        }
    }
    if (inside)
        QVERIFY(transaction->commit().hasValue());
    QCOMPARE(*m_customers->count({}), 1500);
}

void TestBulkWriter::findsTheRowAtFaultAmongThousands()
{
    auto drafts = many(700);
    drafts[123].name = QString(300, u'x');
    drafts[124].email = drafts[7].email;
    drafts[444].name = u"half \xd83d"_s; // no engine keeps half of a character
    const auto verdicts = write(drafts);
    const bool limits = m_session->engine() == Engine::PostgreSql;
    for (size_t i = 0; i < drafts.size(); ++i) {
        const Fate expected = i == 444 || (i == 123 && limits) ? Fate::Refused
                              : i == 124                       ? Fate::Duplicate
                                                               : Fate::Created;
        QCOMPARE(verdicts[i].fate, expected);
    }
    QCOMPARE(verdicts[124].id, verdicts[7].id);
    QCOMPARE(*m_customers->count({}), limits ? 697 : 698);
}

void TestBulkWriter::keepsTheDayACustomerWasMade()
{
    auto drafts = many(300);
    const QList<qint64> moments = {0, 1, 1'100'000'000'123'456, -86'400'000'000,
                                   951'782'400'000'000};
    for (size_t i = 0; i < drafts.size(); i += 2)
        drafts[i].createdAt = Timestamp{moments[qsizetype(i / 2) % moments.size()]};
    const auto verdicts = write(drafts);
    const auto few = write({{.name = u"A"_s,
                             .email = u"a@example.com"_s,
                             .createdAt = Timestamp{1'100'000'000'123'456}}});
    QCOMPARE((*m_customers->byId(few[0].id))->createdAt, Timestamp{1'100'000'000'123'456});
    for (size_t i = 0; i < drafts.size(); ++i) {
        const auto kept = **m_customers->byId(verdicts[i].id);
        if (drafts[i].createdAt)
            QCOMPARE(kept.createdAt, drafts[i].createdAt);
        QVERIFY(kept.updatedAt > Timestamp{1'700'000'000'000'000});
    }
}

void TestBulkWriter::clearsAndKeepsWhatItIsTold()
{
    const CustomerDraft old{
        .name = u"Old"_s, .email = u"old@example.com"_s, .phone = u"1"_s, .isActive = false};
    const auto there = m_customers->create(old);
    const CustomerDraft given{.name = u"New"_s, .email = u"old@example.com"_s};
    const auto after = [&](const QList<CustomerField>& fields, bool clears) {
        const auto verdicts = write(
            {given},
            {.onDuplicate = DuplicatePolicy::Update, .updated = fields, .clearsPhone = clears});
        const Customer now = **m_customers->byId(there->id);
        return u"%1 %2 %3 %4"_s.arg(int(verdicts[0].fate))
            .arg(now.name, now.phone.value_or(u"-"_s))
            .arg(now.isActive);
    };
    using enum CustomerField;
    QCOMPARE(after({}, true), u"2 Old 1 0"_s);
    QCOMPARE(after({Phone}, false), u"2 Old 1 0"_s);
    QCOMPARE(after({Phone}, true), u"1 Old - 0"_s);
    QCOMPARE(after({Name, Phone}, true), u"1 New - 0"_s);
    QCOMPARE(after({IsActive}, true), u"1 New - 1"_s);
    QCOMPARE(after({Name, Phone, IsActive}, true), u"2 New - 1"_s);
}

void TestBulkWriter::undoesAChunkThatCannotBeConcluded()
{
    const auto drafts = many(300);
    BulkWriter writer(*m_session, m_table, {});
    const auto failed = writer.write(drafts, {}, [&](const BulkWriter::Verdicts& verdicts) {
        if (verdicts.size() != drafts.size() || !m_session->inTransaction())
            return Result<>();
        return Result<>(Error{.kind = ErrorKind::File});
    });
    QVERIFY(!failed);
    QCOMPARE(failed.error().kind, ErrorKind::File);
    QCOMPARE(*m_customers->count({}), 0);
    QVERIFY(writer.write(drafts).hasValue());
}

QTEST_GUILESS_MAIN(TestBulkWriter)
#include "tst_bulkwriter.moc"
