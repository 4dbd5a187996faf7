// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/connectionsettings.h"
#include "core/domain/customer.h"
#include "core/domain/customerpatch.h"
#include "core/domain/customerquery.h"
#include "core/domain/phone.h"

#include <QJsonDocument>
#include <QTest>

#include <chrono>

using namespace clientele;
using namespace Qt::StringLiterals;

namespace {

Customer sarah()
{
    return {.id = {12},
            .name = u"Sarah Wilson"_s,
            .email = u"sarah@example.com"_s,
            .phone = u"+1-555-0103"_s,
            .isActive = true,
            .createdAt = Timestamp::fromText(u"2026-03-02 10:20:30.123456+00"),
            .updatedAt = Timestamp::fromText(u"2026-03-02 10:20:30+00")};
}

} // namespace

class TestDomain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsSecondsToTheMicrosecond();
    void readsMoments_data();
    void readsMoments();
    void refusesWhatIsNoMoment_data();
    void refusesWhatIsNoMoment();
    void cutsMomentsToMillisecondsDownwards();

    void writesJsonAsTheGuidesToDict();
    void writesNumbersPastDoublesToTheLastDigit();
    void keepsNullApartFromEmpty();
    void escapesText();
    void writesTheGuidesRepr();
    void knowsFieldsByName();

    void findsWhatChanged();
    void takesAChangeBack();
    void conflictsOnlyWhereSomebodyElseWrote();

    void splitsSearchTextIntoWords();
    void knowsWhenEverybodyMatches();

    void readsDigits_data();
    void readsDigits();
    void flagsDoubtfulNumbers_data();
    void flagsDoubtfulNumbers();
    void normalizesPhones();

    void saysWhereABookIs();
};

void TestDomain::readsMoments_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("iso");

    QTest::newRow("SQL with a zone")
        << u"2026-03-02 10:20:30.123456+00"_s << u"2026-03-02T10:20:30.123456+00:00"_s;
    QTest::newRow("ISO") << u"2026-03-02T10:20:30Z"_s << u"2026-03-02T10:20:30+00:00"_s;
    QTest::newRow("no zone is UTC") << u"2026-03-02 10:20:30"_s << u"2026-03-02T10:20:30+00:00"_s;
    QTest::newRow("east") << u"2026-03-02T10:20:30+05:30"_s << u"2026-03-02T04:50:30+00:00"_s;
    QTest::newRow("west, into the next day")
        << u"2026-12-31 20:00:00-0800"_s << u"2027-01-01T04:00:00+00:00"_s;
    QTest::newRow("zone with seconds")
        << u"1880-01-01 00:00:00-04:56:02"_s << u"1880-01-01T04:56:02+00:00"_s;
    QTest::newRow("short fraction")
        << u"2026-03-02 10:20:30.5"_s << u"2026-03-02T10:20:30.500000+00:00"_s;
    QTest::newRow("long fraction")
        << u"2026-03-02 10:20:30.123456789"_s << u"2026-03-02T10:20:30.123456+00:00"_s;
    QTest::newRow("no seconds") << u"2026-03-02 10:20"_s << u"2026-03-02T10:20:00+00:00"_s;
    QTest::newRow("a day") << u"2026-03-02"_s << u"2026-03-02T00:00:00+00:00"_s;
    QTest::newRow("before 1970") << u"1969-12-31 23:59:59.999999"_s
                                 << u"1969-12-31T23:59:59.999999+00:00"_s;
    QTest::newRow("year 1") << u"0001-01-01 00:00:00"_s << u"0001-01-01T00:00:00+00:00"_s;
    QTest::newRow("leap day") << u"2024-02-29 12:00:00"_s << u"2024-02-29T12:00:00+00:00"_s;
}

void TestDomain::readsMoments()
{
    QFETCH(QString, text);
    QFETCH(QString, iso);
    const auto moment = Timestamp::fromText(text);
    QVERIFY(moment);
    QCOMPARE(moment->toIso(), iso);
    QVERIFY(Timestamp::fromText(iso) == moment);
    const auto plain = Timestamp::fromPlainText(text.toStdString());
    QVERIFY(!plain || plain == moment);
    QVERIFY(Timestamp::fromPlainText(iso.toStdString()) == moment);
}

void TestDomain::refusesWhatIsNoMoment_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("words") << u"yesterday"_s;
    QTest::newRow("infinity") << u"infinity"_s;
    QTest::newRow("no such day") << u"2026-02-29 10:00:00"_s;
    QTest::newRow("hour 24") << u"2026-02-28 24:00:00"_s;
    QTest::newRow("more behind it") << u"2026-02-28 10:00:00 BC"_s;
}

void TestDomain::refusesWhatIsNoMoment()
{
    QFETCH(QString, text);
    QVERIFY(!Timestamp::fromText(text));
    QVERIFY(!Timestamp::fromPlainText(text.toStdString()));
}

void TestDomain::cutsMomentsToMillisecondsDownwards()
{
    QCOMPARE(Timestamp{1'999}.toDateTime().toMSecsSinceEpoch(), 1);
    QCOMPARE(Timestamp{-1}.toDateTime().toMSecsSinceEpoch(), -1);
    QCOMPARE(Timestamp{-1000}.toDateTime().toMSecsSinceEpoch(), -1);
    // Not QDateTime's own, which Qt 6.8 rounds upwards too.
    const auto now = QDateTime::fromMSecsSinceEpoch(
        std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now())
            .time_since_epoch()
            .count());
    QCOMPARE(Timestamp::fromDateTime(now).toDateTime(), now);
    QVERIFY(Timestamp::now() >= Timestamp::fromDateTime(now));
}

void TestDomain::writesJsonAsTheGuidesToDict()
{
    QCOMPARE(toJsonLine(sarah()),
             QByteArray(R"({"id": 12, "name": "Sarah Wilson", "email": "sarah@example.com", )"
                        R"("phone": "+1-555-0103", "is_active": true, )"
                        R"("created_at": "2026-03-02T10:20:30.123456+00:00", )"
                        R"("updated_at": "2026-03-02T10:20:30+00:00"})"));
    QCOMPARE(QJsonDocument::fromJson(toJsonLine(sarah())).object(), sarah().toJson());
}

void TestDomain::writesNumbersPastDoublesToTheLastDigit()
{
    const Customer customer{.id = {9'007'199'254'740'993}};
    QVERIFY(toJsonLine(customer).startsWith(R"({"id": 9007199254740993, )"));
    QCOMPARE(customer.toJson().value("id"_L1).toInteger(), 9'007'199'254'740'993);
}

void TestDomain::keepsNullApartFromEmpty()
{
    Customer customer = sarah();
    customer.phone.reset();
    customer.createdAt.reset();
    customer.isActive = false;
    const QByteArray line = toJsonLine(customer);
    QVERIFY(line.contains(R"("phone": null, "is_active": false, "created_at": null)"));
    QVERIFY(customer.toJson().value("phone"_L1).isNull());
    customer.phone = QString();
    QVERIFY(toJsonLine(customer).contains(R"("phone": "")"));
    QVERIFY(customer.toJson().value("phone"_L1).isString());
}

void TestDomain::escapesText()
{
    Customer customer = sarah();
    customer.name = u"Zoë \"陳\"\\\n\r\t\b\f\u0001\u007f😀"_s;
    const QByteArray line = toJsonLine(customer);
    QVERIFY(line.contains("\"name\": \"Zoë \\\"陳\\\"\\\\\\n\\r\\t\\b\\f\\u0001\u007f😀\""));
    QCOMPARE(QJsonDocument::fromJson(line).object(), customer.toJson());
}

void TestDomain::writesTheGuidesRepr()
{
    QCOMPARE(sarah().toString(),
             u"<Customer(id=12, name='Sarah Wilson', email='sarah@example.com')>"_s);
    QCOMPARE((Customer{.id = {1}, .name = u"%1 %3"_s, .email = u"%2"_s}).toString(),
             u"<Customer(id=1, name='%1 %3', email='%2')>"_s);
}

void TestDomain::knowsFieldsByName()
{
    for (int i = 0; i <= int(CustomerField::UpdatedAt); ++i)
        QCOMPARE(fieldFromName(fieldName(CustomerField(i))), CustomerField(i));
    QCOMPARE(fieldName(CustomerField::IsActive), u"is_active"_s);
    QVERIFY(!fieldFromName(u"password"));
}

void TestDomain::findsWhatChanged()
{
    QVERIFY(CustomerPatch::between(sarah(), sarah()).isEmpty());

    Customer after = sarah();
    after.phone = u""_s;
    after.isActive = false;
    const auto patch = CustomerPatch::between(sarah(), after);
    QCOMPARE(patch.fields(), (QList{CustomerField::Phone, CustomerField::IsActive}));
    QCOMPARE(patch.phone->before, sarah().phone);
    QCOMPARE(patch.phone->after, std::optional(u""_s));
    QVERIFY(patch.appliedTo(sarah()) == after);
}

void TestDomain::takesAChangeBack()
{
    Customer after = sarah();
    after.name = u"Sarah Chen"_s;
    after.email = u"sarah.chen@example.com"_s;
    after.phone.reset();
    const auto patch = CustomerPatch::between(sarah(), after);
    QVERIFY(patch.inverse().appliedTo(after) == sarah());
    QVERIFY(patch.inverse().inverse() == patch);
}

void TestDomain::conflictsOnlyWhereSomebodyElseWrote()
{
    Customer mine = sarah();
    mine.name = u"Sarah Chen"_s;
    mine.phone = u"1"_s;
    const auto patch = CustomerPatch::between(sarah(), mine);

    Customer theirs = sarah();
    QVERIFY(patch.conflictsWith(theirs).isEmpty());
    theirs.email = u"other@example.com"_s; // another field than mine
    QVERIFY(patch.conflictsWith(theirs).isEmpty());
    theirs.name = u"Sarah Chen"_s; // the same change
    QVERIFY(patch.conflictsWith(theirs).isEmpty());
    theirs.phone.reset();
    QCOMPARE(patch.conflictsWith(theirs), QList{CustomerField::Phone});
    theirs.name = u"S."_s;
    QCOMPARE(patch.conflictsWith(theirs), (QList{CustomerField::Name, CustomerField::Phone}));
}

void TestDomain::splitsSearchTextIntoWords()
{
    const auto words = [](const QString& text) {
        return CustomerSearch::parse(text).wordsIn(CustomerField::Name);
    };
    QCOMPARE(words(u"  emma \t chen\u00A0555 "_s), (QStringList{u"emma"_s, u"chen"_s, u"555"_s}));
    QVERIFY(words(u"  "_s).isEmpty());
}

void TestDomain::knowsWhenEverybodyMatches()
{
    QVERIFY(CustomerQuery{}.matchesAll());
    QVERIFY((CustomerQuery{.text = u" "_s, .sort = {SortKey{}}}.matchesAll()));
    QVERIFY(!CustomerQuery{.text = u"x"_s}.matchesAll());
    QVERIFY(!CustomerQuery{.active = ActiveFilter::Active}.matchesAll());
    QVERIFY(!(CustomerQuery{.updated = {.from = Timestamp{0}}}.matchesAll()));
}

void TestDomain::readsDigits_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("digits");
    QTest::newRow("punctuated") << u"+1-555-0101"_s << u"15550101"_s;
    QTest::newRow("extension") << u"(209)172-7124x3651"_s << u"20917271243651"_s;
    QTest::newRow("Arabic digits") << u"٠١٢٣"_s << u"0123"_s;
    QTest::newRow("full-width digits") << u"０９０"_s << u"090"_s;
    QTest::newRow("digits past the first plane") << u"𝟘𝟙"_s << u"01"_s;
    QTest::newRow("superscripts are none") << u"5²"_s << u"5"_s;
    QTest::newRow("none") << u"n/a"_s << QString();
}

void TestDomain::readsDigits()
{
    QFETCH(QString, typed);
    QTEST(phone::digits(typed), "digits");
}

void TestDomain::flagsDoubtfulNumbers_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("plausible");
    QTest::newRow("international") << u"+49 (0)30 / 123.456-78"_s << true;
    QTest::newRow("short") << u"110"_s << true;
    QTest::newRow("x12") << u"001-206-735-0985x3651"_s << true;
    QTest::newRow("ext. 12") << u"555 0101 ext. 12"_s << true;
    QTest::newRow(";ext=12") << u"+358401234567;ext=12"_s << true;
    QTest::newRow("Arabic digits") << u"٠١٢ ٣٤٥"_s << true;
    QTest::newRow("two digits") << u"12"_s << false;
    QTest::newRow("21 digits") << QString(21, u'1') << false;
    QTest::newRow("words") << u"ask Emma 5551234"_s << false;
    QTest::newRow("an extension without a number") << u"5551234 x"_s << false;
    QTest::newRow("nothing") << QString() << false;
}

void TestDomain::flagsDoubtfulNumbers()
{
    QFETCH(QString, typed);
    QTEST(phone::looksPlausible(typed), "plausible");
}

void TestDomain::normalizesPhones()
{
    QCOMPARE(phone::normalized(u" 555 0101\u00A0"_s), std::optional(u"555 0101"_s));
    QVERIFY(!phone::normalized(u" \t"_s));
    QVERIFY(!phone::normalized(QString()));
}

void TestDomain::saysWhereABookIs()
{
    QCOMPARE(ConnectionSettings{.file = u"/home/me/customers.db"_s}.location(),
             u"/home/me/customers.db"_s);
    ConnectionSettings server{.engine = Engine::PostgreSql,
                              .host = u"db.example"_s,
                              .port = 5433,
                              .database = u"sales"_s,
                              .user = u"emma"_s};
    QCOMPARE(server.location(), u"emma@db.example:5433/sales"_s);
    server.host = u"2001:db8::1"_s;
    QCOMPARE(server.location(), u"emma@[2001:db8::1]:5433/sales"_s);
    server = {.engine = Engine::PostgreSql, .database = u"sales"_s};
    QCOMPARE(server.location(), u"localhost/sales"_s);
}

void TestDomain::readsSecondsToTheMicrosecond()
{
    QCOMPARE(Timestamp::fromSeconds(u"1700000000.123456")->microseconds, 1'700'000'000'123'456);
    QCOMPARE(Timestamp::fromSeconds(u"1700000000")->microseconds, 1'700'000'000'000'000);
    QCOMPARE(Timestamp::fromSeconds(u"1.5")->microseconds, 1'500'000);
    QCOMPARE(Timestamp::fromSeconds(u"-0.000001")->microseconds, -1);
    QVERIFY(!Timestamp::fromSeconds(u"Infinity"));
    QVERIFY(!Timestamp::fromSeconds(u""));
    QCOMPARE(Timestamp{-1}.toIso(), u"1969-12-31T23:59:59.999999+00:00"_s);
    QCOMPARE(Timestamp{253'402'300'800'000'000}.toIso(), u"10000-01-01T00:00:00+00:00"_s);
}

QTEST_GUILESS_MAIN(TestDomain)
#include "tst_domain.moc"
