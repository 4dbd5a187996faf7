// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/customerquery.h"
#include "core/domain/customersearch.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace clientele;

/// The language of searches: what a text means, and how filters are written into it.
class tst_CustomerSearch final : public QObject
{
    Q_OBJECT

private:
    static QDateTime berlin(const QString& moment)
    {
        QDateTime result = QDateTime::fromString(moment, Qt::ISODate);
        result.setTimeZone(QTimeZone("Europe/Berlin"));
        return result;
    }
    /// A Friday noon in summer.
    static QDateTime now() { return berlin(u"2024-05-17T12:34:56"_s); }

    static QString day(const std::optional<Timestamp>& moment)
    {
        return moment ? moment->toDateTime().toString(u"yyyy-MM-ddTHH:mm:ss"_s) : u"…"_s;
    }
    /// A term as a short text: "-email'@acme.com'", "created 2024-05-01T…..".
    static QString told(const SearchTerm& term)
    {
        using enum SearchTerm::Kind;
        const QString sign = term.excluded ? u"-"_s : QString();
        const QString field = term.field ? fieldName(*term.field) : QString();
        switch (term.kind) {
        case Text:
            return sign + field + u'\'' + term.text + u'\'';
        case Missing:
            return sign + field + u" missing"_s;
        case Active:
            return sign + (term.active ? u"active"_s : u"inactive"_s);
        case Created:
        case Updated:
            return sign + (term.kind == Created ? u"created "_s : u"updated "_s) +
                   day(term.range.from) + u" .. "_s + day(term.range.until);
        case Id:
            break;
        }
        QStringList ids;
        for (const qint64 id : term.ids)
            ids += QString::number(id);
        return sign + u"id "_s + ids.join(u'+');
    }
    static QString told(const CustomerSearch& search)
    {
        QStringList parts;
        for (const SearchTerm& term : search.terms)
            parts += told(term);
        for (const SearchProblem& problem : search.problems)
            parts += u"problem %1 %2"_s.arg(int(problem.kind)).arg(problem.token);
        return parts.join(u", "_s);
    }

private Q_SLOTS:
    void takesTextsApart_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("meaning");
        const auto row = [](const char* name, const QString& text, const QString& meaning) {
            QTest::newRow(name) << text << meaning;
        };
        row("nothing", u""_s, u""_s);
        row("blanks", u" \t\u00a0 "_s, u""_s);
        row("words", u" anna\u3000Müller  x "_s, u"'anna', 'Müller', 'x'"_s);
        row("a phrase", u"\"van  dyk\" x"_s, u"'van  dyk', 'x'"_s);
        row("a phrase that is being typed", u"a \"van dyk x"_s, u"'a', 'van dyk x'"_s);
        row("a phrase that has only begun", u"a \""_s, u"'a'"_s);
        row("an empty phrase", u"a \"\" \"  \" b"_s, u"'a', 'b'"_s);
        row("a quote within a phrase", u"\"5\"\" pipe\""_s, u"'5\" pipe'"_s);
        row("a quote within a word", u"5\" o\"neil"_s, u"'5\"', 'o\"neil'"_s);
        row("what follows a phrase", u"\"a\"b \"c\"-d"_s, u"'a', 'b', 'c', -'d'"_s);
        row("line breaks", u"a\nb \"c\nd\""_s, u"'a', 'b', 'c d'"_s);
        row("marks alone", u"a \u0301 -\u0301"_s, u"'a'"_s);

        row("an excluded word", u"-anna"_s, u"-'anna'"_s);
        row("an excluded phrase", u"x -\"van dyk\" y"_s, u"'x', -'van dyk', 'y'"_s);
        row("an excluded field", u"-email:@acme.com"_s, u"-email'@acme.com'"_s);
        row("an excluded filter", u"-active:no"_s, u"-inactive"_s);
        row("a hyphen within a word", u"van-dyk 555-0103"_s, u"'van-dyk', '555-0103'"_s);
        row("a dash alone", u"a - b"_s, u"'a', '-', 'b'"_s);
        row("dashes alone", u"-- ---"_s, u"'--', '---'"_s);
        row("a minus before a dash", u"--a"_s, u"-'-a'"_s);
        row("nothing excluded", u"-\"\" -name:"_s, u""_s);
        row("a number in groups", u"+1 (555) 01-03"_s, u"'+1', '(555)', '01-03'"_s);
        row("a group behind a minus", u"555 -0103"_s, u"'555', -'0103'"_s);

        row("a name", u"name:anna"_s, u"name'anna'"_s);
        row("capitals in the name", u"NAME:Anna eMail:x"_s, u"name'Anna', email'x'"_s);
        row("a phrase in a field", u"name:\"van dyk\" x"_s, u"name'van dyk', 'x'"_s);
        row("an open phrase in a field", u"name:\"van dyk"_s, u"name'van dyk'"_s);
        row("a colon within the value", u"name:a:b"_s, u"name'a:b'"_s);
        row("a filter in quotes", u"\"active:no\" -\"id:4\""_s, u"'active:no', -'id:4'"_s);
        row("no such name", u"foo:bar http://x 10:30 :x a:"_s,
            u"'foo:bar', 'http://x', '10:30', ':x', 'a:'"_s);
        row("a blank behind the colon", u"name: anna"_s, u"'anna'"_s);

        row("no phone", u"phone:none"_s, u"phone missing"_s);
        row("any phone", u"phone:ANY"_s, u"-phone missing"_s);
        row("not no phone", u"-phone:none -phone:any"_s, u"-phone missing, phone missing"_s);
        row("none in quotes", u"phone:\"none\""_s, u"phone'none'"_s);
        row("none as a name", u"name:none email:any"_s, u"name'none', email'any'"_s);

        row("active", u"active:yes active:TRUE active:1"_s, u"active, active, active"_s);
        row("inactive", u"active:no active:False active:\"0\""_s,
            u"inactive, inactive, inactive"_s);
        row("neither", u"active:perhaps active:n"_s,
            u"problem 0 active:perhaps, problem 0 active:n"_s);

        row("one number", u"id:42"_s, u"id 42"_s);
        row("several numbers", u"id:42,57,-9223372036854775808"_s,
            u"id 42+57+-9223372036854775808"_s);
        row("numbers being typed", u"id:#42, id:, id:#"_s, u"id 42"_s);
        row("no numbers", u"id:abc id:4x id:9223372036854775808 id:1.5"_s,
            u"problem 2 id:abc, problem 2 id:4x, problem 2 id:9223372036854775808, "
            "problem 2 id:1.5"_s);

        row("values not there yet",
            u"active: name: email: phone: created: updated: id: -active: created:\" \""_s, u""_s);
        row("signs without a date", u"created:< created:>= created:.. updated:>"_s, u""_s);
        row("no dates", u"created:abc -updated:2024-13 created:20 created:2023-02-29 created:7d"_s,
            u"problem 1 created:abc, problem 1 -updated:2024-13, problem 1 created:20, "
            "problem 1 created:2023-02-29, problem 1 created:7d"_s);
        row("dates out of reach", u"created:0000 created:9999 created:<99999y"_s,
            u"problem 1 created:0000, problem 1 created:9999, problem 1 created:<99999y"_s);
    }

    void takesTextsApart()
    {
        QFETCH(QString, text);
        QTEST(told(CustomerSearch::parse(text, now())), "meaning");
    }

    /// In the zone of Berlin, told in UTC.
    void readsTimes_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("range");
        const auto row = [](const QString& value, const QString& range) {
            QTest::newRow(qPrintable(value)) << value << range;
        };
        row(u"2024"_s, u"2023-12-31T23:00:00 .. 2024-12-31T23:00:00"_s);
        row(u"2024-05"_s, u"2024-04-30T22:00:00 .. 2024-05-31T22:00:00"_s);
        row(u"2024-5"_s, u"2024-04-30T22:00:00 .. 2024-05-31T22:00:00"_s);
        row(u"2024-03-31"_s, u"2024-03-30T23:00:00 .. 2024-03-31T22:00:00"_s);
        row(u"2024-10-27"_s, u"2024-10-26T22:00:00 .. 2024-10-27T23:00:00"_s);
        row(u"2024-02-29"_s, u"2024-02-28T23:00:00 .. 2024-02-29T23:00:00"_s);
        row(u"today"_s, u"2024-05-16T22:00:00 .. 2024-05-17T22:00:00"_s);
        row(u"Yesterday"_s, u"2024-05-15T22:00:00 .. 2024-05-16T22:00:00"_s);
        row(u"2024-05..2024-07"_s, u"2024-04-30T22:00:00 .. 2024-07-31T22:00:00"_s);
        row(u"2024-07..2024-05"_s, u"2024-04-30T22:00:00 .. 2024-07-31T22:00:00"_s);
        row(u"2024..2024-05-17"_s, u"2023-12-31T23:00:00 .. 2024-05-17T22:00:00"_s);
        row(u"2024-05.."_s, u"2024-04-30T22:00:00 .. …"_s);
        row(u"..yesterday"_s, u"… .. 2024-05-16T22:00:00"_s);
        row(u">2024"_s, u"2024-12-31T23:00:00 .. …"_s);
        row(u">=2024"_s, u"2023-12-31T23:00:00 .. …"_s);
        row(u"<2024-05"_s, u"… .. 2024-04-30T22:00:00"_s);
        row(u"<=2024-05"_s, u"… .. 2024-05-31T22:00:00"_s);
        row(u">=2024-05-17"_s, u"2024-05-16T22:00:00 .. …"_s);
        row(u">yesterday"_s, u"2024-05-16T22:00:00 .. …"_s);
        row(u"<7d"_s, u"2024-05-09T22:00:00 .. …"_s);
        row(u"<=1W"_s, u"2024-05-09T22:00:00 .. …"_s);
        row(u">30d"_s, u"… .. 2024-04-16T22:00:00"_s);
        row(u"<3m"_s, u"2024-02-16T23:00:00 .. …"_s);
        row(u">=2y"_s, u"… .. 2022-05-16T22:00:00"_s);
        row(u"<3h"_s, u"2024-05-17T07:00:00 .. …"_s);
        row(u">0h"_s, u"… .. 2024-05-17T10:00:00"_s);
    }

    void readsTimes()
    {
        QFETCH(QString, value);
        QFETCH(QString, range);
        QCOMPARE(told(CustomerSearch::parse(u"created:"_s + value, now())), u"created "_s + range);
        QCOMPARE(told(CustomerSearch::parse(u"-updated:\""_s + value + u'"', now())),
                 u"-updated "_s + range);
    }

    void countsHoursThroughTheChangeOfClocks()
    {
        // 2:30 for the second time, an hour after 2:30.
        const QDateTime second =
            QDateTime::fromMSecsSinceEpoch(1729992600000, QTimeZone("Europe/Berlin"));
        QCOMPARE(told(CustomerSearch::parse(u"updated:<1h"_s, second)),
                 u"updated 2024-10-27T00:00:00 .. …"_s);
        QCOMPARE(told(CustomerSearch::parse(u"updated:<1d"_s, second)),
                 u"updated 2024-10-25T22:00:00 .. …"_s);
    }

    void knowsOtherZones()
    {
        const QDateTime utc(QDate(2024, 5, 17), QTime(12, 0), QTimeZone::utc());
        QCOMPARE(told(CustomerSearch::parse(u"created:today"_s, utc)),
                 u"created 2024-05-17T00:00:00 .. 2024-05-18T00:00:00"_s);
        // The clocks of Beirut go from 23:59 to 1:00: that day has no midnight.
        QDateTime beirut(QDate(2024, 3, 31), QTime(12, 0), QTimeZone("Asia/Beirut"));
        QCOMPARE(told(CustomerSearch::parse(u"created:today"_s, beirut)),
                 u"created 2024-03-30T22:00:00 .. 2024-03-31T21:00:00"_s);
    }

    void tellsWhereTermsStand()
    {
        const QString text = u" anna -\"van dyk\"  Active:no created:x name:\"a b"_s;
        const CustomerSearch search = CustomerSearch::parse(text);
        QStringList parts;
        for (const SearchTerm& term : search.terms)
            parts += text.mid(term.start, term.length);
        QCOMPARE(parts,
                 (QStringList{u"anna"_s, u"-\"van dyk\""_s, u"Active:no"_s, u"name:\"a b"_s}));
        QCOMPARE(search.problems.size(), 1);
        const SearchProblem& problem = search.problems.first();
        QCOMPARE(text.mid(problem.start, problem.length), problem.token);
        QCOMPARE(problem.token, u"created:x"_s);
    }

    void listsTheWordsOfAField()
    {
        const auto search =
            CustomerSearch::parse(u"a -b name:c -name:d email:e \"f g\" phone:none"_s);
        QCOMPARE(search.wordsIn(CustomerField::Name), (QStringList{u"a"_s, u"c"_s, u"f g"_s}));
        QCOMPARE(search.wordsIn(CustomerField::Email), (QStringList{u"a"_s, u"e"_s, u"f g"_s}));
        QCOMPARE(search.wordsIn(CustomerField::Phone), (QStringList{u"a"_s, u"f g"_s}));
    }

    void knowsWhatMatchesAll()
    {
        const auto all = [](const QString& text) {
            return CustomerQuery{.text = text}.matchesAll();
        };
        QVERIFY(all(u" created: -id: \" "_s));
        QVERIFY(all(u"active:perhaps"_s));
        QVERIFY(!all(u"created: x"_s));
        QVERIFY(!all(u"-active:no"_s));
    }

    void takesTermsOut_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("term");
        QTest::addColumn<QString>("left");
        QTest::newRow("the only one") << u"active:no"_s << u"active:no"_s << u""_s;
        QTest::newRow("the first") << u"  a   b "_s << u"a"_s << u"  b "_s;
        QTest::newRow("the last") << u"a   b "_s << u"b"_s << u"a"_s;
        QTest::newRow("one between") << u"a  id:4  \"c  d\""_s << u"id:4"_s << u"a  \"c  d\""_s;
        QTest::newRow("one without blanks") << u"\"a\"-b"_s << u"-b"_s << u"\"a\""_s;
        QTest::newRow("what kept two apart") << u"\"a\" \"b\"c"_s << u"\"b\""_s << u"\"a\" c"_s;
    }

    void takesTermsOut()
    {
        QFETCH(QString, text);
        QFETCH(QString, term);
        QTEST(CustomerSearch::without(text, text.indexOf(term), term.size()), "left");
    }

    void writesFilters_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("result");
        const auto row = [](const char* title, const QString& text, const QString& name,
                            const QString& value, const QString& result) {
            QTest::newRow(title) << text << name << value << result;
        };
        row("into nothing", u" "_s, u"active"_s, u"no"_s, u"active:no"_s);
        row("behind words", u"anna  x"_s, u"active"_s, u"no"_s, u"anna  x active:no"_s);
        row("behind a blank", u"anna "_s, u"active"_s, u"no"_s, u"anna active:no"_s);
        row("behind an open quote", u"\"van "_s, u"active"_s, u"no"_s, u"\"van \" active:no"_s);
        row("in place", u"a  Active:yes  b"_s, u"active"_s, u"no"_s, u"a  active:no  b"_s);
        row("in place of what is excluded", u"a -active:no b"_s, u"active"_s, u"no"_s,
            u"a active:no b"_s);
        row("in place of what has begun", u"a created: b"_s, u"created"_s, u"2024"_s,
            u"a created:2024 b"_s);
        row("in place of what means nothing", u"id:x b"_s, u"id"_s, u"4"_s, u"id:4 b"_s);
        row("in place of several", u"created:>2023 a created:<2024 b"_s, u"created"_s, u"today"_s,
            u"created:today a b"_s);
        row("beside an excluded text", u"-email:x -phone:none"_s, u"email"_s, u"y"_s,
            u"-email:x -phone:none email:y"_s);
        row("in place of not none", u"-phone:none -phone:5"_s, u"phone"_s, u"none"_s,
            u"phone:none -phone:5"_s);
        row("before what follows at once", u"name:\"a b\"c"_s, u"name"_s, u"d"_s, u"name:d c"_s);
        row("with blanks", u"x"_s, u"name"_s, u"van dyk"_s, u"x name:\"van dyk\""_s);
        row("with quotes", u""_s, u"name"_s, u"\"5\" pipe"_s, u"name:\"\"\"5\"\" pipe\""_s);
        row("taken out", u"a active:no b"_s, u"active"_s, u""_s, u"a b"_s);
        row("not there to take out", u"a  b "_s, u"active"_s, u""_s, u"a  b "_s);
    }

    void writesFilters()
    {
        QFETCH(QString, text);
        QFETCH(QString, name);
        QFETCH(QString, value);
        QTEST(CustomerSearch::with(text, name, value), "result");
    }

    void readsWhatItWrote()
    {
        for (const QString& value :
             {u"van dyk"_s, u"\"a\""_s, u"a\"b"_s, u" x \"\" y"_s, u"-x"_s}) {
            const QString text = CustomerSearch::with(u"a \"b"_s, u"name"_s, value);
            const CustomerSearch search = CustomerSearch::parse(text + u" c"_s);
            QCOMPARE(search.terms.size(), 4);
            QCOMPARE(search.terms[2].text, value);
        }
    }
};

QTEST_GUILESS_MAIN(tst_CustomerSearch)
#include "tst_customersearch.moc"
