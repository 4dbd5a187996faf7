// SPDX-License-Identifier: GPL-3.0-or-later
// What a search finds, on every engine and every table that is found in the wild.
#include "core/db/bulkwriter.h"
#include "core/db/connect.h"
#include "core/db/customerpager.h"
#include "core/db/customerrepository.h"
#include "tests/support/enginefixture.h"
#include "tests/support/foldcases.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace clientele;
using namespace clientele::testing;

class tst_Search final : public QObject
{
    Q_OBJECT

private:
    EngineFixture m_fixture;
    std::unique_ptr<Session> m_session;
    CustomerTable m_table;
    std::unique_ptr<CustomerRepository> m_customers;
    QHash<QString, qint64> m_ids;

    void open(const ConnectionSettings& settings)
    {
        auto session = connectTo(settings, {});
        QVERIFY2(session.hasValue(), qPrintable(session ? QString() : session.error().message));
        m_session = std::move(*session);
        auto table = CustomerTable::describe(*m_session);
        QVERIFY(table.hasValue());
        m_table = *table;
        m_customers = std::make_unique<CustomerRepository>(*m_session, m_table);
    }

    void run(const QString& sql)
    {
        const auto done = m_session->executeScript(sql);
        QVERIFY2(done.hasValue(), qPrintable(done ? QString() : done.error().message));
    }

    void add(const QString& name, const QString& email, const std::optional<QString>& phone,
             bool active, const QString& created, const QString& updated)
    {
        const auto customer =
            m_customers->create({.name = name, .email = email, .phone = phone, .isActive = active});
        QVERIFY2(customer.hasValue(), qPrintable(customer ? QString() : customer.error().message));
        m_ids[name] = customer->id.value;
        const QString zone = m_table.engine == Engine::PostgreSql ? u"+00"_s : QString();
        run(u"UPDATE customer SET created_at = '%1%2', updated_at = '%3%2' WHERE id = %4"_s.arg(
            created, zone, updated, QString::number(customer->id.value)));
    }

    /// The names that are found, by a page, by a count and among all ids, which have to agree.
    QString found(const CustomerQuery& query)
    {
        QStringList names;
        SearchSamples samples;
        CustomerPager walking(*m_session, m_table, &samples, {.manyRows = 0});
        if (const auto survey = walking.survey({.sort = query.sort}, {}); !survey)
            return u"error: "_s + survey.error().message;
        for (const auto& page : {m_customers->page(query, {}), walking.page(query, {})}) {
            if (!page)
                return u"error: "_s + page.error().message;
            QStringList these;
            for (const Customer& customer : page->rows)
                these += customer.name.section(u' ', 0, 0);
            if (!names.isEmpty() && these != names)
                return u"%1 against %2"_s.arg(names.join(u' '), these.join(u' '));
            names = these;
        }
        const auto count = m_customers->count(query);
        if (!count || *count != names.size())
            return u"a wrong count"_s;
        std::vector<CustomerId> everybody;
        const auto all = m_customers->page({}, {});
        for (const Customer& customer : all->rows)
            everybody.push_back(customer.id);
        const auto among = m_customers->among(query, everybody);
        return among && std::ssize(*among) == names.size() ? names.join(u' ')
                                                           : u"others among all"_s;
    }

private Q_SLOTS:
    void initTestCase_data() { EngineFixture::addRows(); }

    void init()
    {
        QFETCH_GLOBAL(QString, engine);
        open(m_fixture.emptied(engine));
    }

    void cleanup()
    {
        m_customers.reset();
        m_session.reset();
        m_ids.clear();
    }

    void findsExactlyWhoIsMeant_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* text, const char* expected) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
        };
        row("", "Anna Bob Cora Dirk");
        row("anna", "Anna Bob");
        row("\"van dyk\"", "Bob Cora");
        row("\"dyk van\"", "");
        row("dyk van", "Bob Cora Dirk");
        row("name:anna", "Anna");
        row("email:anna", "Bob");
        row("email:ANNA name:BOB", "Bob");
        row("email:@acme.com", "Anna Cora");
        row("name:\"van dyk\" email:cora", "Cora");
        row("name:v", "Bob Cora Dirk");
        row("email:o", "Anna Bob Cora Dirk");

        row("-anna", "Cora Dirk");
        row("-name:anna", "Bob Cora Dirk");
        row("-\"van dyk\"", "Anna Dirk");
        row("-email:@acme.com", "Bob Dirk");
        row("example -anna", "Dirk");
        row("-555", "Anna Cora");
        row("-phone:555", "Anna Cora");
        row("anna -phone:555", "Anna");

        row("phone:none", "Anna");
        row("-phone:none", "Bob Cora Dirk");
        row("phone:any", "Bob Cora Dirk");
        row("-phone:any", "Anna");
        row("phone:15550103", "Bob");
        row("phone:555-0103", "Bob");
        row("phone:\"+1 (555) 01-03\"", "Bob");
        row("+1 (555) 01-03", "Bob");
        row("5550103", "Bob");
        row("555", "Bob Dirk");
        row("(555)", "Bob Dirk");
        row("01-03", "Bob");
        row("phone:ext", "Cora");
        row("phone:van", "");
        row("phone:9", "Cora");
        row("9-9", "Cora"); // not the 99 in an address

        row("active:yes", "Anna Cora Dirk");
        row("active:no", "Bob");
        row("-active:no", "Anna Cora Dirk");
        row("-active:yes", "Bob");
        row("active:1 active:0", "");

        row("created:2024", "Bob Cora");
        row("-created:2024", "Anna Dirk");
        row("created:2024-05", "Bob");
        row("created:2024-05-17", "Bob");
        row("created:2023..2024-05", "Anna Bob");
        row("created:<2024", "Anna");
        row("created:<=2024-05", "Anna Bob");
        row("created:>2024", "Dirk");
        row("created:>=2024-12", "Cora Dirk");
        row("created:2024-05.. created:..2024-11", "Bob");
        row("updated:<7d", "");
        row("updated:>7d", "Anna Bob Cora Dirk");
        row("updated:2025-02-01", "Dirk");
        row("-updated:>=2025-02-01", "Anna Bob Cora");

        row("anna active:no created:2024-05 phone:any -cora", "Bob");
        row("created: active: id: \"", "Anna Bob Cora Dirk");
        row("active:perhaps", "Anna Bob Cora Dirk");
        row("foo:bar", "");
        row("https://", "Dirk");
        row("10:30", "Dirk");
        row("name:%", "Dirk");
        row("%", "Dirk");
        row("100%_\\", "Dirk");
        row("_", "Dirk");
        row("-%", "Anna Bob Cora");
        row("\\", "Dirk");
        row("a%a", "");
        row("\"\"\"x\"\"", "Dirk");
        row("'; DROP TABLE customer; --", "");
        row("o'n", "Anna");
    }

    void findsExactlyWhoIsMeant()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        add(u"Anna O'Neil"_s, u"one@acme.com"_s, std::nullopt, true, u"2023-12-31 12:00:00"_s,
            u"2024-01-01 12:00:00"_s);
        add(u"Bob van Dyk"_s, u"anna99@example.com"_s, u"+1 (555) 01-03"_s, false,
            u"2024-05-17 12:00:00"_s, u"2024-05-17 12:00:00"_s);
        add(u"Cora van Dyk"_s, u"cora@acme.com"_s, u"9-9 ext. 7"_s, true, u"2024-12-31 12:00:00"_s,
            u"2024-12-31 12:00:00"_s);
        add(u"Dirk dykvan \"x\" 100%_\\ 10:30"_s, u"https://dirk@example.org"_s, u"1.555.7"_s, true,
            u"2025-01-01 12:00:00"_s, u"2025-02-01 12:00:00"_s);
        QCOMPARE(found({.text = text}), expected);
    }

    void findsByNumber()
    {
        const QString then = u"2024-01-01 12:00:00"_s;
        for (const auto& name : {u"a"_s, u"b"_s, u"c"_s})
            add(name, name + u"@example.com"_s, {}, true, then, then);
        const QString b = QString::number(m_ids[u"b"_s]);
        const QString c = QString::number(m_ids[u"c"_s]);
        QCOMPARE(found({.text = u"id:"_s + b}), u"b"_s);
        QCOMPARE(found({.text = u"id:"_s + c + u',' + b + u",9223372036854775807"_s}), u"b c"_s);
        QCOMPARE(found({.text = u"-id:#"_s + b}), u"a c"_s);
        QCOMPARE(found({.text = u"id:%1 id:%2"_s.arg(b, c)}), QString());
    }

    void findsWhatWasJustWritten()
    {
        const QString now = QDateTime::currentDateTimeUtc().toString(u"yyyy-MM-dd HH:mm:ss"_s);
        add(u"new"_s, u"new@example.com"_s, {}, true, now, now);
        QCOMPARE(found({.text = u"created:<1h updated:<7d"_s}), u"new"_s);
        QCOMPARE(found({.text = u"created:>1d"_s}), QString());
        QCOMPARE(found({.text = u"-created:<1m"_s}), QString());
    }

    void joinsTokensWithTheFiltersOfTheQuery()
    {
        const QString then = u"2024-01-01 12:00:00"_s;
        add(u"on"_s, u"a@example.com"_s, {}, true, then, then);
        add(u"off"_s, u"b@example.com"_s, {}, false, then, then);
        QCOMPARE(found({.text = u"active:yes"_s, .active = ActiveFilter::Active}), u"on"_s);
        QCOMPARE(found({.text = u"active:no"_s, .active = ActiveFilter::Active}), QString());
        QCOMPARE(found({.text = u"-exam"_s, .active = ActiveFilter::Inactive}), QString());
        QCOMPARE(found({.text = u"exam"_s, .active = ActiveFilter::Inactive}), u"off"_s);
    }

    /// What the guide's table has where other programs wrote nothing.
    void knowsThatNullIsNoMatch()
    {
        QFETCH_GLOBAL(QString, engine);
        if (!engine.endsWith(u"-guide"_s))
            run(u"INSERT INTO customer (name, email, phone, is_active) VALUES"
                " ('Nil', 'nil@example.com', '', false)"_s);
        else
            run(u"INSERT INTO customer (name, email, phone, is_active, created_at, updated_at)"
                " VALUES ('Nil', 'nil@example.com', NULL, NULL, NULL, NULL)"_s);
        const QStringList all{u"active:no"_s,     u"-active:yes"_s,   u"phone:none"_s,
                              u"-phone:any"_s,    u"-phone:5"_s,      u"-5"_s,
                              u"-created:2001"_s, u"-updated:2001"_s, u"nil"_s};
        for (const QString& text : all)
            QVERIFY2(found({.text = text}) == u"Nil", qPrintable(text));
        const QStringList none{u"active:yes"_s,   u"-active:no"_s,   u"phone:any"_s, u"-nil"_s,
                               u"created:2001"_s, u"updated:2001"_s, u"phone:5"_s};
        for (const QString& text : none)
            QVERIFY2(found({.text = text}).isEmpty(), qPrintable(text));
    }

    void foldsAlikeOnEveryEngine_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("typed");
        for (const FoldCase& one : foldCases())
            QTest::newRow(one.title) << one.written << one.typed;
    }

    void foldsAlikeOnEveryEngine()
    {
        QFETCH(QString, written);
        QFETCH(QString, typed);
        if (!m_table.hasSearchText) // as found, it is searched as far as its database folds
            typed = written;
        const QString then = u"2024-01-01 12:00:00"_s;
        add(written, u"one@example.com"_s, {}, true, then, then);
        add(u"nobody"_s, u"two@example.com"_s, {}, true, then, then);
        const QString first = written.section(u' ', 0, 0);
        QCOMPARE(found({.text = typed}), first);
        QCOMPARE(found({.text = u'"' + typed + u'"'}), first);
        QCOMPARE(found({.text = u"name:\""_s + typed + u'"'}), first);
        QCOMPARE(found({.text = u"-name:\""_s + typed + u'"'}), u"nobody"_s);
        QCOMPARE(found({.text = u"email:\""_s + typed + u'"'}), QString());
    }

    void takesWildcardsOfFullWidthForCharacters()
    {
        const QString then = u"2024-01-01 12:00:00"_s;
        add(u"a100%b"_s, u"one@example.com"_s, {}, true, then, then);
        add(u"a100xb"_s, u"two@example.com"_s, {}, true, then, then);
        const QString percent = m_table.hasSearchText ? u"100％b"_s : u"100%b"_s;
        QCOMPARE(found({.text = percent}), u"a100%b"_s);
        QCOMPARE(found({.text = u"100＿b"_s}), QString());
        QCOMPARE(found({.text = u"100＼"_s}), QString());
    }

    void takesAsManyTermsAsMayBeTyped()
    {
        const QString then = u"2024-01-01 12:00:00"_s;
        add(u"a1"_s, u"one@example.com"_s, u"1-1"_s, true, then, then);
        const QString one = QString::number(m_ids[u"a1"_s]);
        QCOMPARE(found({.text = QString(u"a "_s).repeated(500)}), u"a1"_s);
        QCOMPARE(found({.text = QString(u"-z "_s).repeated(333)}), u"a1"_s);
        QCOMPARE(found({.text = QString(u"1-1 "_s).repeated(250)}), u"a1"_s);
        QCOMPARE(found({.text = QString(u"email:exa "_s).repeated(100)}), u"a1"_s);
        QCOMPARE(found({.text = u"id:0"_s + QString(u",7"_s).repeated(400) + u',' + one}), u"a1"_s);
    }

    void refusesWhatIsTooLongToSearch()
    {
        const auto page = m_customers->page({.text = u"name:"_s + QString(1001, u'x')}, {});
        QVERIFY(!page.hasValue());
        QCOMPARE(page.error().kind, ErrorKind::InvalidInput);
    }
};

QTEST_GUILESS_MAIN(tst_Search)
#include "tst_search.moc"
