// SPDX-License-Identifier: GPL-3.0-or-later
// The conformance suite: one source, every engine, every table that is found in the wild.
#include "core/db/connect.h"
#include "core/db/customerrepository.h"
#include "tests/support/enginefixture.h"

#include <QTest>

using namespace clientele;
using namespace clientele::testing;
using namespace Qt::StringLiterals;

class TestCustomerRepository : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { EngineFixture::addRows(); }
    void init();
    void cleanup();

    void createsAndFindsByIdAndEmail();
    void findsByEmailRegardlessOfCase();
    void keepsNullApartFromEmpty();
    void keepsEveryCharacter_data();
    void keepsEveryCharacter();
    void refusesWhatCannotBeStored_data();
    void refusesWhatCannotBeStored();
    void rejectsASecondEqualEmail();
    void namesTheColumnThatIsTooLong();
    void listsAllOrTheActive();
    void takesPatternCharactersLiterally();
    void updatesOnlyTheFieldsNamed();
    void returnsTheRowThatSomebodyElseChanged();
    void mergesChangesOfDifferentFields();
    void callsAnEqualChangeUnchanged();
    void finishesAChangeThatSomebodyBegan();
    void tellsThatTheRowIsGone();
    void comparesNullAsAValue();
    void deletesAndPutsBack();
    void deactivatesAndRestores();
    void createsManyOrNone();
    void pagesForwardsAndBackwards_data();
    void pagesForwardsAndBackwards();
    void jumpsToAnyPlace();
    void searchesWordsInAnyOrder_data();
    void searchesWordsInAnyOrder();
    void filtersByMoments();
    void readsMomentsThatAreNone();
    void streamsInOrderUntilTold();
    void pageSearchAndSaveAreOneRoundTrip();
    void takesAnyId();

private:
    CustomerRepository& customers() { return *m_customers; }
    Customer add(const QString& name, const QString& email,
                 const std::optional<QString>& phone = {}, bool active = true);
    /// 40 customers whose sort keys repeat and are NULL now and then.
    void addForty();
    QStringList names(const CustomerQuery& query);
    [[nodiscard]] bool isPostgres() const { return m_session->engine() == Engine::PostgreSql; }

    EngineFixture m_fixture;
    ConnectionSettings m_settings;
    std::unique_ptr<Session> m_session;
    CustomerTable m_table;
    std::unique_ptr<CustomerRepository> m_customers;
};

void TestCustomerRepository::init()
{
    QFETCH_GLOBAL(QString, engine);
    m_settings = m_fixture.emptied(engine);
    auto session = connectTo(m_settings, {});
    QVERIFY2(session.hasValue(), qPrintable(session ? QString() : session.error().message));
    m_session = std::move(*session);
    auto table = CustomerTable::describe(*m_session);
    QVERIFY(table.hasValue());
    QCOMPARE(table->state, SchemaState::Ready);
    m_table = *table;
    m_customers = std::make_unique<CustomerRepository>(*m_session, m_table);
}

void TestCustomerRepository::cleanup()
{
    m_customers.reset();
    m_session.reset();
}

Customer TestCustomerRepository::add(const QString& name, const QString& email,
                                     const std::optional<QString>& phone, bool active)
{
    auto created =
        customers().create({.name = name, .email = email, .phone = phone, .isActive = active});
    if (!created)
        qFatal("cannot create: %s", qPrintable(created.error().message));
    return *created;
}

void TestCustomerRepository::addForty()
{
    std::vector<CustomerDraft> drafts;
    for (int i = 0; i < 40; ++i) {
        drafts.push_back(
            {.name = u"name %1"_s.arg(i * 7 % 10),
             .email = u"c%1@example.com"_s.arg(i * 13 % 40, 2, 10, QChar(u'0')),
             .phone = i % 3 == 0 ? std::nullopt : std::optional(u"+1 555 %1"_s.arg(i % 4)),
             .isActive = i % 5 != 0});
    }
    const auto created = customers().bulkCreate(drafts);
    QVERIFY(created.hasValue());
    QCOMPARE(created->size(), size_t(40));
}

QStringList TestCustomerRepository::names(const CustomerQuery& query)
{
    QStringList found;
    const auto page = customers().page(query, {.limit = 100});
    if (!page)
        return {u"error: "_s + page.error().message};
    for (const Customer& customer : page->rows)
        found += customer.name;
    return found;
}

void TestCustomerRepository::createsAndFindsByIdAndEmail()
{
    const Timestamp before = Timestamp::now();
    const Customer created = add(u"Jacob Emily"_s, u"jacob.emily@tacnode.io"_s, u"+1-555-0101"_s);
    QVERIFY(created.id.isValid());
    QVERIFY(created.isActive);
    QVERIFY(created.createdAt.has_value());
    const qint64 age = created.createdAt->microseconds - before.microseconds;
    QVERIFY2(qAbs(age) < 60'000'000, qPrintable(QString::number(age)));
    QCOMPARE(created.createdAt, created.updatedAt);

    const auto byId = customers().byId(created.id);
    QVERIFY(byId.hasValue());
    QCOMPARE(**byId, created);
    const auto byEmail = customers().byEmail(created.email);
    QVERIFY(byEmail.hasValue());
    QCOMPARE(**byEmail, created);
    QVERIFY(!customers().byId({created.id.value + 1})->has_value());
    QVERIFY(!customers().byEmail(u"nobody@example.com"_s)->has_value());
}

void TestCustomerRepository::findsByEmailRegardlessOfCase()
{
    const Customer created = add(u"Ben"_s, u"Ben.B@example.com"_s);
    QCOMPARE((*customers().byEmail(u"ben.b@EXAMPLE.com"_s))->id, created.id);
}

void TestCustomerRepository::keepsNullApartFromEmpty()
{
    const Customer none = add(u"None"_s, u"none@example.com"_s);
    const Customer empty = add(u"Empty"_s, u"empty@example.com"_s, u""_s);
    QVERIFY(!none.phone.has_value());
    QCOMPARE(empty.phone, std::optional(u""_s));
}

void TestCustomerRepository::keepsEveryCharacter_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("quotes") << u"O'Neil \"the\" `third`"_s;
    QTest::newRow("backslashes") << u"a\\b\\\\c\\'"_s;
    QTest::newRow("sql") << u"'); DROP TABLE customer; --"_s;
    QTest::newRow("placeholders") << u"$1 ?1 :name %s %1 {}"_s;
    QTest::newRow("array syntax") << u"{a,\"b\",NULL}"_s;
    QTest::newRow("four bytes") << u"😀 𝒜 🏳️‍🌈"_s;
    QTest::newRow("right to left") << u"\u202Eأحمد\u202C שרה"_s;
    QTest::newRow("combining") << u"e\u0301 A\u030A"_s;
    QTest::newRow("line breaks and tabs") << u"one\ntwo\r\n\tthree"_s;
    QTest::newRow("control") << u"bell \u0007 delete \u007f"_s;
}

void TestCustomerRepository::keepsEveryCharacter()
{
    QFETCH(QString, text);
    const Customer created = add(text, u"a@example.com"_s, text.left(20));
    QCOMPARE(created.name, text);
    QCOMPARE(created.phone, std::optional(text.left(20)));
    const auto patch = CustomerPatch{.name = Edit<QString>{.before = text, .after = text + u'!'}};
    const auto updated = customers().update(created.id, patch);
    QCOMPARE(updated->status, UpdateOutcome::Status::Updated);
    QCOMPARE((*customers().byId(created.id))->name, text + u'!');
}

void TestCustomerRepository::refusesWhatCannotBeStored_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("NUL") << QString(u"a"_s + QChar(u'\0') + u"b"_s);
    QTest::newRow("half a surrogate pair") << QString(u"a"_s + QChar(0xd83d));
}

void TestCustomerRepository::refusesWhatCannotBeStored()
{
    QFETCH(QString, text);
    const auto created = customers().create({.name = text, .email = u"a@example.com"_s});
    QVERIFY(!created);
    QCOMPARE(created.error().kind, ErrorKind::InvalidInput);
    QVERIFY(!created.error().message.isEmpty());
    QCOMPARE(*customers().count({}), 0);
}

void TestCustomerRepository::rejectsASecondEqualEmail()
{
    add(u"One"_s, u"same@example.com"_s);
    const auto second = customers().create({.name = u"Two"_s, .email = u"same@example.com"_s});
    QVERIFY(!second);
    QCOMPARE(second.error().kind, ErrorKind::Duplicate);
    QCOMPARE(second.error().column, u"email"_s);
    QCOMPARE(second.error().subject, u"same@example.com"_s);
    QCOMPARE(*customers().count({}), 1); // and the session goes on
}

void TestCustomerRepository::namesTheColumnThatIsTooLong()
{
    if (!isPostgres()) {
        QCOMPARE(m_table.nameLimit,
                 255); // SQLite keeps no limit; the table's is known all the same
        return;
    }
    const auto created =
        customers().create({.name = QString(300, u'n'), .email = u"a@example.com"_s});
    QCOMPARE(created.error().kind, ErrorKind::ConstraintViolated);
    QCOMPARE(created.error().code, u"22001"_s);
}

void TestCustomerRepository::listsAllOrTheActive()
{
    add(u"On"_s, u"on@example.com"_s);
    add(u"Off"_s, u"off@example.com"_s, {}, false);
    QCOMPARE(customers().all()->size(), size_t(1));
    QCOMPARE(customers().all(true)->front().name, u"On"_s);
    QCOMPARE(customers().all(false)->size(), size_t(2));
    QCOMPARE(names({.active = ActiveFilter::Inactive}), QStringList{u"Off"_s});
    QCOMPARE(names({.active = ActiveFilter::Active}), QStringList{u"On"_s});
}

void TestCustomerRepository::takesPatternCharactersLiterally()
{
    add(u"100% wool"_s, u"wool@example.com"_s);
    add(u"snake_case"_s, u"snake@example.com"_s);
    add(u"back\\slash"_s, u"back@example.com"_s);
    add(u"Plain Emma"_s, u"emma@example.com"_s, {}, false);
    const auto found = [&](const QString& pattern) {
        QStringList list;
        for (const Customer& customer : *customers().byNamePattern(pattern))
            list += customer.name;
        return list;
    };
    QCOMPARE(found(u"%"_s), QStringList{u"100% wool"_s});
    QCOMPARE(found(u"_"_s), QStringList{u"snake_case"_s});
    QCOMPARE(found(u"\\"_s), QStringList{u"back\\slash"_s});
    QCOMPARE(found(u"EMMA"_s), QStringList{u"Plain Emma"_s}); // inactive ones too
    QCOMPARE(names({.text = u"%"_s}), QStringList{u"100% wool"_s});
    QCOMPARE(names({.text = u"_c"_s}), QStringList{u"snake_case"_s});
    QCOMPARE(names({.text = u"\\"_s}), QStringList{u"back\\slash"_s});
}

void TestCustomerRepository::updatesOnlyTheFieldsNamed()
{
    const Customer old = add(u"Michael Emma"_s, u"michael@tacnode.io"_s, u"1"_s);
    Customer wanted = old;
    wanted.email = u"michael@gmail.com"_s;
    wanted.phone = std::nullopt;
    const auto outcome = customers().update(old.id, CustomerPatch::between(old, wanted));
    QVERIFY(outcome.hasValue());
    QCOMPARE(outcome->status, UpdateOutcome::Status::Updated);
    QCOMPARE(outcome->current->email, wanted.email);
    QCOMPARE(outcome->current->name, old.name);
    QVERIFY(!outcome->current->phone.has_value());
    QVERIFY(outcome->current->updatedAt >= old.updatedAt);
    QCOMPARE(outcome->current->createdAt, old.createdAt);
}

void TestCustomerRepository::returnsTheRowThatSomebodyElseChanged()
{
    const Customer seen = add(u"Sarah"_s, u"sarah@example.com"_s, u"1"_s);
    const CustomerPatch theirs{.name = Edit<QString>{u"Sarah"_s, u"Sarah W."_s}};
    QCOMPARE(customers().update(seen.id, theirs)->status, UpdateOutcome::Status::Updated);

    const CustomerPatch mine{.name = Edit<QString>{u"Sarah"_s, u"Sarah L."_s},
                             .phone = Edit<std::optional<QString>>{u"1"_s, u"2"_s}};
    const auto outcome = customers().update(seen.id, mine);
    QCOMPARE(outcome->status, UpdateOutcome::Status::Conflict);
    QCOMPARE(outcome->current->name, u"Sarah W."_s);
    QCOMPARE(outcome->current->phone, std::optional(u"1"_s)); // nothing of it was written
    QCOMPARE(mine.conflictsWith(*outcome->current), QList{CustomerField::Name});
}

void TestCustomerRepository::mergesChangesOfDifferentFields()
{
    const Customer seen = add(u"Sarah"_s, u"sarah@example.com"_s, u"1"_s);
    QVERIFY(
        customers().update(seen.id, {.name = Edit<QString>{u"Sarah"_s, u"Sarah W."_s}}).hasValue());
    const auto outcome =
        customers().update(seen.id, {.phone = Edit<std::optional<QString>>{u"1"_s, u"2"_s}});
    QCOMPARE(outcome->status, UpdateOutcome::Status::Updated);
    QCOMPARE(outcome->current->name, u"Sarah W."_s);
    QCOMPARE(outcome->current->phone, std::optional(u"2"_s));
}

void TestCustomerRepository::callsAnEqualChangeUnchanged()
{
    const Customer seen = add(u"Sarah"_s, u"sarah@example.com"_s);
    const CustomerPatch patch{.name = Edit<QString>{u"Sarah"_s, u"Sarah W."_s}};
    QCOMPARE(customers().update(seen.id, patch)->status, UpdateOutcome::Status::Updated);
    QCOMPARE(customers().update(seen.id, patch)->status, UpdateOutcome::Status::Unchanged);
    QCOMPARE(customers().update(seen.id, {})->status, UpdateOutcome::Status::Unchanged);
}

void TestCustomerRepository::finishesAChangeThatSomebodyBegan()
{
    const Customer seen = add(u"Sarah"_s, u"sarah@example.com"_s, u"1"_s);
    QVERIFY(
        customers().update(seen.id, {.name = Edit<QString>{u"Sarah"_s, u"Sarah W."_s}}).hasValue());
    const auto outcome =
        customers().update(seen.id, {.name = Edit<QString>{u"Sarah"_s, u"Sarah W."_s},
                                     .phone = Edit<std::optional<QString>>{u"1"_s, u"2"_s}});
    QCOMPARE(outcome->status, UpdateOutcome::Status::Updated);
    QCOMPARE(outcome->current->phone, std::optional(u"2"_s));
}

void TestCustomerRepository::tellsThatTheRowIsGone()
{
    const auto outcome = customers().update({77}, {.name = Edit<QString>{u"a"_s, u"b"_s}});
    QCOMPARE(outcome->status, UpdateOutcome::Status::Missing);
    QVERIFY(!outcome->current.has_value());
}

void TestCustomerRepository::comparesNullAsAValue()
{
    const Customer seen = add(u"N"_s, u"n@example.com"_s);
    const CustomerPatch fromEmpty{.phone = Edit<std::optional<QString>>{u""_s, u"5"_s}};
    QCOMPARE(customers().update(seen.id, fromEmpty)->status, UpdateOutcome::Status::Conflict);
    const CustomerPatch fromNull{.phone = Edit<std::optional<QString>>{std::nullopt, u"5"_s}};
    QCOMPARE(customers().update(seen.id, fromNull)->status, UpdateOutcome::Status::Updated);
    const CustomerPatch toNull{.phone = Edit<std::optional<QString>>{u"5"_s, std::nullopt}};
    QVERIFY(!customers().update(seen.id, toNull)->current->phone.has_value());
}

void TestCustomerRepository::deletesAndPutsBack()
{
    const Customer one = add(u"One"_s, u"one@example.com"_s, u"1"_s, false);
    const Customer two = add(u"Two"_s, u"two@example.com"_s);
    const auto removed = customers().remove(std::vector{one.id, two.id, CustomerId{999}});
    QCOMPARE(removed->size(), size_t(2));
    QCOMPARE(*customers().count({}), 0);
    QVERIFY(!*customers().remove(one.id));

    const auto back = customers().reinsert(*removed);
    QVERIFY2(back.hasValue(), qPrintable(back ? QString() : back.error().message));
    QCOMPARE(**customers().byId(one.id), one);
    QCOMPARE(**customers().byId(two.id), two);
    QCOMPARE(names({.text = u"one"_s}), QStringList{u"One"_s});
    QVERIFY(!customers().reinsert(*removed));
    QVERIFY(add(u"Three"_s, u"three@example.com"_s).id > two.id);
}

void TestCustomerRepository::deactivatesAndRestores()
{
    const Customer one = add(u"One"_s, u"one@example.com"_s);
    const Customer two = add(u"Two"_s, u"two@example.com"_s, {}, false);
    const auto changed = customers().setActive({one.id, two.id}, false);
    QCOMPARE(changed->size(), size_t(1));
    QCOMPARE(changed->front().id, one.id);
    QVERIFY(!changed->front().isActive);
    QVERIFY(*customers().softDelete(one.id)); // already so
    QVERIFY(*customers().restore(one.id));
    QVERIFY((*customers().byId(one.id))->isActive);
    QVERIFY(!*customers().softDelete({999}));
}

void TestCustomerRepository::createsManyOrNone()
{
    const auto created = customers().bulkCreate({{.name = u"A"_s, .email = u"a@example.com"_s},
                                                 {.name = u"B"_s, .email = u"b@example.com"_s}});
    QCOMPARE(created->at(1).name, u"B"_s);
    const auto refused = customers().bulkCreate({{.name = u"C"_s, .email = u"c@example.com"_s},
                                                 {.name = u"A"_s, .email = u"a@example.com"_s}});
    QCOMPARE(refused.error().kind, ErrorKind::Duplicate);
    QCOMPARE(*customers().count({}), 2);
}

void TestCustomerRepository::pagesForwardsAndBackwards_data()
{
    QTest::addColumn<QList<SortKey>>("sort");
    using enum CustomerField;
    QTest::newRow("by id") << QList<SortKey>{};
    for (const CustomerField field : {Id, Name, Email, Phone, IsActive, CreatedAt, UpdatedAt}) {
        for (const bool descending : {false, true}) {
            QTest::addRow("by %s%s", qPrintable(fieldName(field)), descending ? " descending" : "")
                << QList<SortKey>{{field, descending}};
        }
    }
    QTest::newRow("by name and phone") << QList<SortKey>{{Name, false}, {Phone, true}};
    QTest::newRow("by phone descending and e-mail")
        << QList<SortKey>{{Phone, true}, {Email, false}};
}

void TestCustomerRepository::pagesForwardsAndBackwards()
{
    QFETCH(QList<SortKey>, sort);
    addForty();
    const CustomerQuery query{.sort = sort};
    std::vector<Customer> whole;
    QVERIFY(customers()
                .forEach(query,
                         [&](const Customer& c) {
                             whole.push_back(c);
                             return true;
                         })
                .hasValue());
    QCOMPARE(whole.size(), size_t(40));

    std::vector<Customer> forwards;
    PageRequest request{.limit = 7};
    for (;;) {
        const auto page = customers().page(query, request);
        QVERIFY2(page.hasValue(), qPrintable(page ? QString() : page.error().message));
        if (page->rows.empty())
            break;
        forwards.insert(forwards.end(), page->rows.begin(), page->rows.end());
        request = {.where = PageRequest::Where::After, .anchor = page->rows.back(), .limit = 7};
    }
    QCOMPARE(forwards, whole);

    std::vector<Customer> backwards;
    request = {.where = PageRequest::Where::Last, .limit = 7};
    for (;;) {
        const auto page = customers().page(query, request);
        QVERIFY(page.hasValue());
        if (page->rows.empty())
            break;
        backwards.insert(backwards.begin(), page->rows.begin(), page->rows.end());
        request = {.where = PageRequest::Where::Before, .anchor = page->rows.front(), .limit = 7};
    }
    QCOMPARE(backwards, whole);
}

void TestCustomerRepository::jumpsToAnyPlace()
{
    addForty();
    const CustomerQuery query{.sort = {{CustomerField::Name, false}}};
    std::vector<Customer> whole = customers().page(query, {.limit = 100})->rows;
    for (const qint64 total : {-1, 40}) {
        for (const qint64 offset : {0, 1, 13, 20, 21, 35, 39, 40, 90}) {
            const auto page =
                customers().page(query, {.offset = offset, .total = total, .limit = 5});
            QVERIFY(page.hasValue());
            std::vector<Customer> expected;
            for (auto i = static_cast<size_t>(offset); i < whole.size() && expected.size() < 5; ++i)
                expected.push_back(whole[i]);
            QCOMPARE(page->rows, expected);
        }
    }
}

void TestCustomerRepository::searchesWordsInAnyOrder_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    const QStringList jose = {u"José Łukasz"_s};
    QTest::newRow("a word of the name") << u"josé"_s << jose;
    QTest::newRow("in upper case") << u"JOSÉ"_s << jose;
    QTest::newRow("two words in any order") << u"łukasz josé"_s << jose;
    QTest::newRow("of name and e-mail") << u"josé @acme"_s << jose;
    QTest::newRow("not all of them") << u"josé nobody"_s << QStringList();
    QTest::newRow("the middle of a word") << u"acob"_s << QStringList{u"Jacob Emily"_s};
    QTest::newRow("one letter") << u"j"_s << QStringList{u"José Łukasz"_s, u"Jacob Emily"_s};
    QTest::newRow("digits of a phone") << u"5550101"_s << QStringList{u"Jacob Emily"_s};
    QTest::newRow("a phone with other punctuation")
        << u"(555)0101"_s << QStringList{u"Jacob Emily"_s};
    QTest::newRow("a phone as typed") << u"555-01"_s << QStringList{u"Jacob Emily"_s};
    QTest::newRow("two digits") << u"77"_s << jose;
    QTest::newRow("a quote") << u"o'n"_s << QStringList{u"Zoë O'Neil"_s};
    QTest::newRow("a double quote") << u"o\"n"_s << QStringList();
    QTest::newRow("Han") << u"陳"_s << QStringList{u"陳 大文"_s};
    QTest::newRow("blanks only") << u"   "_s
                                 << QStringList{u"José Łukasz"_s, u"Jacob Emily"_s, u"Zoë O'Neil"_s,
                                                u"陳 大文"_s};
}

void TestCustomerRepository::searchesWordsInAnyOrder()
{
    QFETCH_GLOBAL(QString, engine);
    QFETCH(QString, text);
    QFETCH(QStringList, expected);
    if (engine ==
        u"sqlite-guide"_s) // SQLite alone folds the case of ASCII only; a table of ours all
        text.replace(u'É', u'é').replace(u'ł', u'Ł');
    add(u"José Łukasz"_s, u"jose@acme.example"_s, u"77"_s);
    add(u"Jacob Emily"_s, u"emily@tacnode.io"_s, u"+1-555-0101"_s);
    add(u"Zoë O'Neil"_s, u"zoe@example.com"_s);
    add(u"陳 大文"_s, u"chan@example.hk"_s, u"+852 9"_s);
    const CustomerQuery query{.text = text};
    QCOMPARE(names(query), expected);
    QCOMPARE(*customers().count(query), expected.size());
    if (m_table.hasSearchText) { // accents are folded on tables of ours
        QCOMPARE(names({.text = u"zoe o'neil"_s}), QStringList{u"Zoë O'Neil"_s});
        QCOMPARE(names({.text = u"JOSE"_s}), QStringList{u"José Łukasz"_s});
    }
}

void TestCustomerRepository::filtersByMoments()
{
    const Customer first = add(u"First"_s, u"first@example.com"_s);
    const Timestamp moment = *first.createdAt;
    const Timestamp next{moment.microseconds + 1'000'000};
    QCOMPARE(names({.created = {.from = moment, .until = next}}), QStringList{u"First"_s});
    QCOMPARE(names({.created = {.until = moment}}), QStringList());
    QCOMPARE(names({.updated = {.from = next}}), QStringList());
}

void TestCustomerRepository::readsMomentsThatAreNone()
{
    const Customer created = add(u"Never"_s, u"never@example.com"_s);
    const QString never = isPostgres() ? u"'infinity'"_s : u"'soon'"_s;
    QVERIFY(m_session->executeScript(u"UPDATE customer SET created_at = "_s + never).hasValue());
    const auto read = customers().byId(created.id);
    QVERIFY2(read.hasValue(), qPrintable(read ? QString() : read.error().message));
    QVERIFY(!(*read)->createdAt.has_value());
    QCOMPARE((*read)->updatedAt, created.updatedAt);
}

void TestCustomerRepository::streamsInOrderUntilTold()
{
    addForty();
    int seen = 0;
    QVERIFY(customers().forEach({}, [&](const Customer&) { return ++seen < 5; }).hasValue());
    QCOMPARE(seen, 5);
    QCOMPARE(*customers().count({}), 40); // the session goes on
}

void TestCustomerRepository::pageSearchAndSaveAreOneRoundTrip()
{
    // On a file they are statements: a save is BEGIN, UPDATE, COMMIT and, on a table of ours, the
    // fold.
    const qint64 save = isPostgres() ? 1 : m_table.hasSearchText ? 4 : 3;
    const Customer seen = add(u"Sarah"_s, u"sarah@example.com"_s);
    const auto roundTrips = [&](auto work) {
        const qint64 before = m_session->roundTrips();
        work();
        return m_session->roundTrips() - before;
    };
    QCOMPARE(roundTrips([&] { QVERIFY(customers().page({.text = u"sa"_s}, {}).hasValue()); }), 1);
    QCOMPARE(roundTrips([&] {
                 QVERIFY(customers()
                             .update(seen.id, {.name = Edit<QString>{u"Sarah"_s, u"S"_s}})
                             .hasValue());
             }),
             save);
    QCOMPARE(roundTrips([&] {
                 QVERIFY(
                     customers().create({.name = u"N"_s, .email = u"n@example.com"_s}).hasValue());
             }),
             1);
    QCOMPARE(roundTrips([&] { QVERIFY(customers().remove(seen.id).hasValue()); }), 1);
}

void TestCustomerRepository::takesAnyId()
{
    const Customer huge{.id = {9223372036854775806},
                        .name = u"Huge"_s,
                        .email = u"huge@example.com"_s,
                        .createdAt = Timestamp{1'700'000'000'123'456},
                        .updatedAt = Timestamp{1'700'000'000'000'000}};
    QVERIFY(customers().reinsert({huge}).hasValue());
    const auto found = *customers().byId(huge.id);
    QCOMPARE(found->id.value, 9223372036854775806);
    QCOMPARE(found->updatedAt, huge.updatedAt);
    QCOMPARE(found->createdAt, huge.createdAt);
    QCOMPARE(customers().remove(std::vector{huge.id})->size(), size_t(1));
}

QTEST_GUILESS_MAIN(TestCustomerRepository)
#include "tst_customerrepository.moc"
