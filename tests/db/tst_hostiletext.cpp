// SPDX-License-Identifier: GPL-3.0-or-later
// Bound values: whatever stands in a field comes back as it went in, or is refused with a sentence;
// and nothing else in the table is touched.
#include "core/db/bulkwriter.h"
#include "core/db/connect.h"
#include "core/db/customerrepository.h"
#include "core/services/wording.h"
#include "tests/support/enginefixture.h"

#include <QTest>

#include <algorithm>
#include <array>

using namespace clientele;
using namespace clientele::testing;
using namespace Qt::StringLiterals;
using Fate = BulkVerdict::Fate;

class TestHostileText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { EngineFixture::addRows(); }
    void init();
    void cleanupTestCase();

    void isKeptByCreate_data() { addTexts(); }
    void isKeptByCreate();
    void isKeptByUpdate_data() { addTexts(); }
    void isKeptByUpdate();
    void isKeptInBulk_data() { addTexts(); }
    void isKeptInBulk();
    void isPutBackAfterADelete_data() { addTexts(); }
    void isPutBackAfterADelete();
    void isLookedForAsItStands_data() { addTexts(); }
    void isLookedForAsItStands();
    void ofOtherProgramsCanBeEdited_data();
    void ofOtherProgramsCanBeEdited();

private:
    enum class Field
    {
        Name,
        Email,
        Phone
    };
    static constexpr Field fields[] = {Field::Name, Field::Email, Field::Phone};

    static void addTexts();
    static CustomerDraft draftWith(Field field, const QString& text);
    static CustomerPatch patch(Field field, const QString& before, const QString& after);
    static CustomerDraft draftOf(const Customer& customer);
    /// Why the error's words would not do for a person; empty where they do.
    static QString fault(const Error& error);

    /// What the table holds besides the witness, by id.
    std::vector<CustomerDraft> others();
    /// A row that no act of this program may touch is as it was.
    void verifyWitness();

    EngineFixture m_fixture;
    QString m_engine;
    std::unique_ptr<Session> m_session;
    CustomerTable m_table;
    std::unique_ptr<CustomerRepository> m_customers;
    Customer m_witness;
};

void TestHostileText::init()
{
    QFETCH_GLOBAL(QString, engine);
    if (engine != m_engine) {
        auto session = connectTo(m_fixture.fresh(engine), {});
        QVERIFY2(session, session ? "" : qPrintable(session.error().message));
        m_customers.reset();
        m_session = std::move(*session);
        if (m_session->engine() == Engine::Sqlite) // thousands of small commits
            QVERIFY(m_session->executeWrite(u"PRAGMA synchronous=OFF"_s));
        m_table = *CustomerTable::describe(*m_session);
        m_customers = std::make_unique<CustomerRepository>(*m_session, m_table);
        const auto witness = m_customers->create(
            {.name = u"Witness"_s, .email = u"witness@example.com"_s, .phone = u"+1 555 0100"_s});
        QVERIFY(witness);
        m_witness = *witness;
        m_engine = engine;
    }
    // What a text before left behind must not decide about this one.
    QVERIFY(m_session->executeWrite(u"DELETE FROM customer WHERE id <> $1"_s,
                                    std::array{Value(m_witness.id.value)}));
}

void TestHostileText::cleanupTestCase()
{
    m_customers.reset();
    m_session.reset();
}

void TestHostileText::addTexts()
{
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, const QString& text) { QTest::newRow(name) << text; };
    const QChar nul(u'\0');
    row("empty", u""_s);
    row("a blank", u" "_s);
    row("blanks around", u"  a  b  "_s);
    row("a quote", u"O'Neil"_s);
    row("only a quote", u"'"_s);
    row("doubled quotes", u"''a''"_s);
    row("double quotes", u"\"a\""_s);
    row("backtick", u"`a`"_s);
    row("dollar quotes", u"$$a$$ $q$b$q$"_s);
    row("backslashes", u"a\\b\\\\c\\"_s);
    row("escaped quote", u"\\'; --"_s);
    row("drop table", u"'; DROP TABLE customer; --"_s);
    row("always true", u"' OR '1'='1"_s);
    row("comment", u"/* a */ -- b"_s);
    row("semicolon", u";"_s);
    row("dollar one", u"$1"_s);
    row("dollar many", u"$1 $2 $99999"_s);
    row("percent s", u"%s %d %n %%"_s);
    row("place of Qt", u"%1 %2 %L1"_s);
    row("braces", u"{0} {} {{a}}"_s);
    row("array", u"{a,\"b\",NULL}"_s);
    row("question mark", u"? ?1 ??"_s);
    row("named", u":name @name"_s);
    row("percent", u"%"_s);
    row("underscore", u"_"_s);
    row("stars", u"* a* \"a\"* NEAR(a b) a:b ^a"_s);
    row("NUL", nul + QString());
    row("NUL inside", u"a"_s + nul + u"b"_s);
    row("NUL at the end", u"a"_s + nul);
    row("high surrogate", u"a"_s + QChar(0xd83d));
    row("low surrogate", QChar(0xde00) + u"b"_s);
    row("surrogates in the wrong order", QString(QChar(0xde00)) + QChar(0xd83d));
    row("four bytes", u"😀𝒜𠮷"_s);
    row("the last character", QString::fromUcs4(U"\U0010ffff", 1));
    row("no character", QString(QChar(0xffff)) + QChar(0xfffe) + QChar(0xfdd0));
    row("replacement character", QString(QChar(0xfffd)));
    row("right to left", u"\u202Eabc\u202C\u200F"_s);
    row("Arabic and Hebrew", u"أحمد שרה"_s);
    row("combining", u"e\u0301 A\u030A"_s);
    row("precomposed", u"\u00e9 \u00c5"_s);
    row("many accents", u"a"_s + QString(19, QChar(0x0300)));
    row("joiners", u"a\u200Bb\u200Cc\u200Dd"_s);
    row("family", u"👩‍👩‍👧"_s);
    row("tabs", u"\ta\tb\t"_s);
    row("LF", u"a\nb\n"_s);
    row("CR LF", u"a\r\nb\r\n"_s);
    row("CR", u"a\rb\r"_s);
    row("other line ends", u"a\u0085b\u2028c\u2029d\u000b\u000c"_s);
    row("controls", u"\u0001\u0007\u0008\u001b[31m\u007f\u009b"_s);
    row("COPY's NULL", u"\\N"_s);
    row("COPY's end", u"\\."_s);
    row("COPY's end on a line", u"a\n\\.\nb"_s);
    row("a number", u"007"_s);
    row("a float", u"1e400"_s);
    row("not a number", u"NaN"_s);
    row("a hexadecimal number", u"0x1F"_s);
    row("a large number", u"99999999999999999999"_s);
    row("NULL", u"NULL"_s);
    row("a boolean", u"true"_s);
    row("a date", u"2024-02-30"_s);
    row("infinity", u"infinity"_s);
    row("JSON", u"{\"a\":[1,null]}"_s);
    row("JSON escape", u"\\u0000 \\ud800"_s);
    row("XML", u"<a b='c'>&amp;</a>"_s);
    row("a URL", u"http://a.b/?c=d#e"_s);
    row("a formula", u"=1+1"_s);
    row("homoglyphs", u"раypal"_s);
    row("dotless and dotted", u"ıİ ßẞ ſ K"_s);
    row("full width", u"ａｂｃ１"_s);
    row("BOM inside", u"a\ufeffb"_s);
    row("BOM first", u"\ufeffa"_s);
    row("no-break blank", u"\u00a0a\u3000b"_s);
    row("many words", u"a b "_s.repeated(60));
    row("1000 characters of words", u"a "_s.repeated(500));
    row("20 characters", QString(20, u'x'));
    row("21 characters", QString(21, u'x'));
    row("255 characters of four bytes", u"😀"_s.repeated(255));
    row("256 characters", QString(256, u'x'));
    row("1 MB", QString(1 << 20, u'm'));
    row("1 MB of quotes", QString(1 << 20, u'\''));
}

CustomerDraft TestHostileText::draftWith(Field field, const QString& text)
{
    CustomerDraft draft{
        .name = u"Plain"_s, .email = u"plain@example.com"_s, .phone = u"+1 555 0199"_s};
    switch (field) {
    case Field::Name:
        draft.name = text;
        break;
    case Field::Email:
        draft.email = text;
        break;
    case Field::Phone:
        draft.phone = text;
        break;
    }
    return draft;
}

CustomerPatch TestHostileText::patch(Field field, const QString& before, const QString& after)
{
    CustomerPatch patch;
    switch (field) {
    case Field::Name:
        patch.name = {before, after};
        break;
    case Field::Email:
        patch.email = {before, after};
        break;
    case Field::Phone:
        patch.phone = {before, after};
        break;
    }
    return patch;
}

CustomerDraft TestHostileText::draftOf(const Customer& customer)
{
    return {.name = customer.name,
            .email = customer.email,
            .phone = customer.phone,
            .isActive = customer.isActive};
}

QString TestHostileText::fault(const Error& error)
{
    const QString sentence = wording::sentence(error);
    if (!sentence.endsWith(u'.') || !sentence.contains(u' '))
        return u"no sentence: "_s + sentence;
    if (sentence.size() > 500)
        return u"too long to read: "_s + sentence.left(200);
    if (error.kind == ErrorKind::Internal)
        return u"called a fault of the program: "_s + sentence;
    return {};
}

std::vector<CustomerDraft> TestHostileText::others()
{
    std::vector<CustomerDraft> drafts;
    const auto all = m_customers->all(false);
    if (!all)
        qFatal("the table cannot be read: %s", qPrintable(all.error().message));
    for (const Customer& customer : *all) {
        if (customer.id != m_witness.id)
            drafts.push_back(draftOf(customer));
    }
    return drafts;
}

void TestHostileText::verifyWitness()
{
    const auto found = m_customers->byId(m_witness.id);
    QVERIFY2(found, found ? "" : qPrintable(found.error().message));
    QCOMPARE(*found, std::optional(m_witness));
}

void TestHostileText::isKeptByCreate()
{
    QFETCH(QString, text);
    for (const Field field : fields) {
        const CustomerDraft draft = draftWith(field, text);
        const auto created = m_customers->create(draft);
        if (!created) {
            QVERIFY2(fault(created.error()).isEmpty(), qPrintable(fault(created.error())));
            QVERIFY(others().empty());
            continue;
        }
        QVERIFY(draftOf(*created) == draft);
        QVERIFY(others() == std::vector{draft});
        const auto byId = m_customers->byId(created->id);
        QVERIFY(byId && *byId == *created);
        const auto byEmail = m_customers->byEmail(draft.email);
        QVERIFY2(byEmail, byEmail ? "" : qPrintable(byEmail.error().message));
        QVERIFY(*byEmail == *created);
        const auto again = m_customers->create(draft);
        QVERIFY(!again);
        QCOMPARE(again.error().kind, ErrorKind::Duplicate);
        QVERIFY2(fault(again.error()).isEmpty(), qPrintable(fault(again.error())));
        const auto removed = m_customers->remove(created->id);
        QVERIFY(removed && *removed);
    }
    verifyWitness();
}

void TestHostileText::isKeptByUpdate()
{
    QFETCH(QString, text);
    const CustomerDraft plain = draftWith(Field::Name, u"Plain"_s);
    const auto created = m_customers->create(plain);
    QVERIFY(created);
    for (const Field field : fields) {
        const QString before = field == Field::Name    ? plain.name
                               : field == Field::Email ? plain.email
                                                       : *plain.phone;
        const auto updated = m_customers->update(created->id, patch(field, before, text));
        if (!updated) {
            QVERIFY2(fault(updated.error()).isEmpty(), qPrintable(fault(updated.error())));
            QVERIFY(others() == std::vector{plain});
            continue;
        }
        QCOMPARE(updated->status, UpdateOutcome::Status::Updated);
        QVERIFY(draftOf(*updated->current) == draftWith(field, text));
        QVERIFY(others() == std::vector{draftWith(field, text)});
        // The value as it was seen is compared in the database, too.
        const auto back = m_customers->update(created->id, patch(field, text, before));
        QVERIFY2(back, back ? "" : qPrintable(back.error().message));
        QCOMPARE(back->status, UpdateOutcome::Status::Updated);
        QVERIFY(others() == std::vector{plain});
    }
    verifyWitness();
}

void TestHostileText::isKeptInBulk()
{
    QFETCH(QString, text);
    const CustomerDraft first{.name = u"First"_s, .email = u"first@example.com"_s};
    const CustomerDraft last{.name = u"Last"_s, .email = u"last@example.com"_s, .phone = u"1"_s};
    for (const Field field : fields) {
        const std::vector<CustomerDraft> drafts{first, draftWith(field, text), last};
        BulkWriter writer(*m_session, m_table, {.onDuplicate = DuplicatePolicy::Update});
        const auto verdicts = writer.write(drafts);
        QVERIFY2(verdicts, verdicts ? "" : qPrintable(verdicts.error().message));
        QCOMPARE(verdicts->size(), drafts.size());
        QCOMPARE(verdicts->front().fate, Fate::Created);
        QCOMPARE(verdicts->back().fate, Fate::Created);
        const BulkVerdict& verdict = verdicts->at(1);
        if (verdict.fate == Fate::Refused) {
            QVERIFY2(fault(verdict.error).isEmpty(), qPrintable(fault(verdict.error)));
            QVERIFY((others() == std::vector{first, last}));
        } else {
            QCOMPARE(verdict.fate, Fate::Created);
            const auto one = m_customers->byId(verdict.id);
            QVERIFY(one && *one && draftOf(**one) == drafts[1]);
            QCOMPARE(others().size(), drafts.size());
            // Once more: the address is found again, whatever stands in it.
            const auto again = writer.write(drafts);
            QVERIFY2(again, again ? "" : qPrintable(again.error().message));
            QCOMPARE(again->at(1).fate, Fate::Unchanged);
        }
        std::vector<CustomerId> ids;
        for (const Customer& customer : *m_customers->all(false)) {
            if (customer.id != m_witness.id)
                ids.push_back(customer.id);
        }
        QVERIFY(m_customers->remove(ids));
    }
    verifyWitness();
}

void TestHostileText::isPutBackAfterADelete()
{
    QFETCH(QString, text);
    for (const Field field : fields) {
        const auto created = m_customers->create(draftWith(field, text));
        if (!created) {
            QVERIFY2(fault(created.error()).isEmpty(), qPrintable(fault(created.error())));
            // A row that was never in the table is refused by the same rule.
            Customer unheard{.id = {4711}, .createdAt = Timestamp::now()};
            const CustomerDraft draft = draftWith(field, text);
            unheard.name = draft.name;
            unheard.email = draft.email;
            unheard.phone = draft.phone;
            const auto inserted = m_customers->reinsert({unheard});
            QVERIFY(!inserted);
            QVERIFY2(fault(inserted.error()).isEmpty(), qPrintable(fault(inserted.error())));
            QVERIFY(others().empty());
            continue;
        }
        const auto removed = m_customers->remove(std::vector{created->id});
        QVERIFY(removed && *removed == std::vector{*created});
        QVERIFY(others().empty());
        const auto back = m_customers->reinsert(*removed);
        QVERIFY2(back, back ? "" : qPrintable(back.error().message));
        QVERIFY(*back == *removed);
        QVERIFY(others() == std::vector{draftWith(field, text)});
        QVERIFY(*m_customers->remove(created->id));
    }
    verifyWitness();
}

void TestHostileText::isLookedForAsItStands()
{
    QFETCH(QString, text);
    const auto created = m_customers->create(draftWith(Field::Name, text));
    const auto found = m_customers->page({.text = text}, {.limit = 10});
    if (!found)
        QVERIFY2(fault(found.error()).isEmpty(), qPrintable(fault(found.error())));
    const auto counted = m_customers->count({.text = text});
    if (!counted)
        QVERIFY2(fault(counted.error()).isEmpty(), qPrintable(fault(counted.error())));
    QCOMPARE(counted.hasValue(), found.hasValue());
    if (found)
        QCOMPARE(qint64(found->rows.size()), *counted);
    if (found && created)
        QVERIFY(std::ranges::find(found->rows, *created) != found->rows.end());

    const auto pattern = m_customers->byNamePattern(text);
    if (!pattern)
        QVERIFY2(fault(pattern.error()).isEmpty(), qPrintable(fault(pattern.error())));
    QCOMPARE(pattern.hasValue(), found.hasValue());
    if (pattern && created) {
        QVERIFY(std::ranges::find(*pattern, *created) != pattern->end());
    }
    const auto email = m_customers->byEmail(text);
    if (!email)
        QVERIFY2(fault(email.error()).isEmpty(), qPrintable(fault(email.error())));
    else
        QVERIFY(!*email);
    QCOMPARE(others().size(), size_t(created ? 1 : 0));
    verifyWitness();
}

void TestHostileText::ofOtherProgramsCanBeEdited_data()
{
    QTest::addColumn<QString>("bytes");
    QTest::addColumn<QString>("name");
    QTest::newRow("byte order mark") << u"efbbbf61"_s << u"\ufeffa"_s;
    QTest::newRow("two marks") << u"efbbbfefbbbf61"_s << u"\ufeff\ufeffa"_s;
    QTest::newRow("only a mark") << u"efbbbf"_s << u"\ufeff"_s;
}

/// What they wrote is compared with what was read of it: a character lost on the way would make
/// every edit a conflict.
void TestHostileText::ofOtherProgramsCanBeEdited()
{
    QFETCH(QString, bytes);
    QFETCH(QString, name);
    const bool postgres = m_session->engine() == Engine::PostgreSql;
    const auto written = m_session->executeWrite(
        u"INSERT INTO customer (name, email, is_active) VALUES (%1, 'o@example.com', true)"_s.arg(
            postgres ? u"convert_from('\\x%1', 'UTF8')"_s.arg(bytes)
                     : u"CAST(x'%1' AS TEXT)"_s.arg(bytes)));
    QVERIFY2(written, written ? "" : qPrintable(written.error().message));
    const auto found = m_customers->byEmail(u"o@example.com"_s);
    QVERIFY(found && *found);
    QCOMPARE((*found)->name, name);
    const auto updated = m_customers->update((*found)->id, patch(Field::Name, name, u"Plain"_s));
    QVERIFY(updated);
    QCOMPARE(updated->status, UpdateOutcome::Status::Updated);
}

QTEST_GUILESS_MAIN(TestHostileText)
#include "tst_hostiletext.moc"
