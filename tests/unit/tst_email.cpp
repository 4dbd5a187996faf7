// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/email.h"

#include <QTest>

using namespace clientele;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(clientele::EmailFault)

class TestEmail : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptsInNormalForm_data();
    void acceptsInNormalForm();
    void refuses_data();
    void refuses();
    void takesTheNameOfAPastedAddress();
    void namesTheCharacterAtFault();
    void comparesWithoutCase();
    void givesEachFaultACodeOfItsOwn();
};

void TestEmail::acceptsInNormalForm_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("address");

    const QString local64(64, u'l');
    const QString label63(63, u'd');

    QTest::newRow("plain") << u"jacob.emily@tacnode.io"_s << u"jacob.emily@tacnode.io"_s;
    QTest::newRow("surrounding blanks") << u"  a@b.co\t"_s << u"a@b.co"_s;
    QTest::newRow("no-break space around") << u"\u00A0a@b.co\u00A0"_s << u"a@b.co"_s;
    QTest::newRow("all of atext") << u"!#$%&'*+-/=?^_`{|}~@b.co"_s << u"!#$%&'*+-/=?^_`{|}~@b.co"_s;
    QTest::newRow("case of the local part is kept") << u"Jacob@B.CO"_s << u"Jacob@b.co"_s;
    QTest::newRow("role names are lowered") << u"POSTMASTER@b.co"_s << u"postmaster@b.co"_s;
    QTest::newRow("Abuse too") << u"Abuse@b.co"_s << u"abuse@b.co"_s;
    QTest::newRow("a role with a tag is no role name") << u"Info+x@b.co"_s << u"Info+x@b.co"_s;
    QTest::newRow("a wrong but possible ending") << u"a@gmail.con"_s << u"a@gmail.con"_s;
    QTest::newRow("ending of one letter") << u"a@x.c"_s << u"a@x.c"_s;
    QTest::newRow("example.com") << u"a@example.com"_s << u"a@example.com"_s;
    QTest::newRow("digits in the domain") << u"a@1and1.com"_s << u"a@1and1.com"_s;
    QTest::newRow("two hyphens later on") << u"a@abc--d.com"_s << u"a@abc--d.com"_s;
    QTest::newRow("local part of 64") << local64 + u"@b.co"_s << local64 + u"@b.co"_s;
    QTest::newRow("local part of 65") << local64 + u"l@b.co"_s << local64 + u"l@b.co"_s;
    QTest::newRow("label of 63") << u"a@"_s + label63 + u".co"_s << u"a@"_s + label63 + u".co"_s;
    QTest::newRow("254 in all") << QString(249, u'l') + u"@b.co"_s
                                << QString(249, u'l') + u"@b.co"_s;
    QTest::newRow("punycode is shown as Unicode") << u"a@xn--bcher-kva.de"_s << u"a@bücher.de"_s;
    QTest::newRow("Unicode domain") << u"a@BÜCHER.de"_s << u"a@bücher.de"_s;
    QTest::newRow("sharp s is kept") << u"a@straße.de"_s << u"a@straße.de"_s;
    QTest::newRow("Unicode ending") << u"a@пример.рф"_s << u"a@пример.рф"_s;
    QTest::newRow("full-width domain") << u"a@ｅｘａｍｐｌｅ.com"_s << u"a@example.com"_s;
    QTest::newRow("ideographic full stop") << u"a@例え。jp"_s << u"a@例え.jp"_s;
    QTest::newRow("decomposed domain") << u"a@bu\u0308cher.de"_s << u"a@bücher.de"_s;
    QTest::newRow("decomposed local part") << u"bu\u0308cher@b.co"_s << u"bücher@b.co"_s;
    QTest::newRow("local part of another script") << u"用户@例え.jp"_s << u"用户@例え.jp"_s;
    QTest::newRow("emoji") << u"😀@b.co"_s << u"😀@b.co"_s;
    QTest::newRow("display name") << u"Bob <b@x.com>"_s << u"b@x.com"_s;
    QTest::newRow("angle brackets alone") << u"<b@x.com>"_s << u"b@x.com"_s;
}

void TestEmail::acceptsInNormalForm()
{
    QFETCH(QString, typed);
    QFETCH(QString, address);

    const auto parsed = Email::parse(typed);
    const auto* email = std::get_if<Email>(&parsed);
    QVERIFY2(email, qPrintable(email ? QString() : code(std::get<Email::Refusal>(parsed).fault)));
    QCOMPARE(email->toString(), address);
    QCOMPARE(std::get<Email>(Email::parse(address)).toString(), address);
}

void TestEmail::refuses_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<EmailFault>("fault");

    using enum EmailFault;
    QTest::newRow("nothing") << QString() << Empty;
    QTest::newRow("blanks") << u"   "_s << Empty;
    QTest::newRow("empty brackets") << u"Bob <>"_s << Empty;
    QTest::newRow("no @") << u"jacob at x.com"_s << NoAt;
    QTest::newRow("full-width @") << u"a＠b.co"_s << NoAt;
    QTest::newRow("two @") << u"a@b@c.co"_s << SeveralAts;
    QTest::newRow("two addresses") << u"a@b.co, c@d.co"_s << SeveralAts;
    QTest::newRow("nothing before @") << u"@b.co"_s << LocalEmpty;
    QTest::newRow("dot first") << u".a@b.co"_s << LocalStartsWithDot;
    QTest::newRow("dot last") << u"a.@b.co"_s << LocalEndsWithDot;
    QTest::newRow("two dots") << u"a..b@b.co"_s << LocalDoubleDot;
    QTest::newRow("blank within") << u"a b@b.co"_s << LocalInvalidCharacter;
    QTest::newRow("comma") << u"a,b@b.co"_s << LocalInvalidCharacter;
    QTest::newRow("brackets") << u"a(b)@b.co"_s << LocalInvalidCharacter;
    QTest::newRow("quoted") << u"\"a b\"@b.co"_s << LocalQuoted;
    QTest::newRow("quoted with an @") << u"\"a@b\"@b.co"_s << LocalQuoted;
    QTest::newRow("nothing after @") << u"a@"_s << DomainEmpty;
    QTest::newRow("no dot") << u"a@b"_s << DomainNoDot;
    QTest::newRow("localhost") << u"a@localhost"_s << DomainNoDot;
    QTest::newRow("dot after @") << u"a@.b.co"_s << DomainStartsWithDot;
    QTest::newRow("dot at the end") << u"a@b.co."_s << DomainEndsWithDot;
    QTest::newRow("two dots in the domain") << u"a@b..co"_s << DomainDoubleDot;
    QTest::newRow("hyphen after @") << u"a@-b.co"_s << DomainHyphen;
    QTest::newRow("hyphen at the end") << u"a@b.co-"_s << DomainHyphen;
    QTest::newRow("hyphen before a dot") << u"a@b-.co"_s << DomainHyphen;
    QTest::newRow("hyphen after a dot") << u"a@b.-co"_s << DomainHyphen;
    QTest::newRow("two hyphens at 3 and 4") << u"a@ab--c.co"_s << DomainHyphens34;
    QTest::newRow("underscore") << u"a@b_c.co"_s << DomainInvalidCharacter;
    QTest::newRow("blank in the domain") << u"a@b c.co"_s << DomainInvalidCharacter;
    QTest::newRow("symbol in the domain") << u"a@b!.co"_s << DomainInvalidCharacter;
    QTest::newRow("punycode of nothing") << u"a@xn--0.co"_s << DomainInvalidCharacter;
    QTest::newRow("label of 64") << u"a@"_s + QString(64, u'd') + u".co"_s << DomainLabelTooLong;
    QTest::newRow("Unicode label too long")
        << u"a@"_s + QString(64, u'ü') + u".de"_s << DomainLabelTooLong;
    QTest::newRow("domain of 254")
        << u"a@"_s + (QString(60, u'd') + u'.').repeated(4) + u"abcdefghij"_s << DomainTooLong;
    QTest::newRow("IP address in brackets") << u"a@[127.0.0.1]"_s << DomainLiteral;
    QTest::newRow("IP address") << u"a@127.0.0.1"_s << DomainNumericTld;
    QTest::newRow("numeric ending") << u"a@b.123"_s << DomainNumericTld;
    QTest::newRow("ending with a digit") << u"a@b.c1"_s << DomainNumericTld;
    QTest::newRow("arpa") << u"a@b.arpa"_s << DomainReserved;
    QTest::newRow("invalid") << u"a@b.invalid"_s << DomainReserved;
    QTest::newRow("local") << u"a@b.local"_s << DomainReserved;
    QTest::newRow("below localhost") << u"a@b.localhost"_s << DomainReserved;
    QTest::newRow("onion") << u"a@b.onion"_s << DomainReserved;
    QTest::newRow("test, two below") << u"a@c.b.TEST"_s << DomainReserved;
    QTest::newRow("zero width space") << u"a\u200Bb@b.co"_s << UnsafeCharacter;
    QTest::newRow("zero width space in the domain") << u"a@b\u200B.co"_s << UnsafeCharacter;
    QTest::newRow("control character") << u"a\u0007b@b.co"_s << UnsafeCharacter;
    QTest::newRow("line break") << u"a\nb@b.co"_s << UnsafeCharacter;
    QTest::newRow("right to left override") << u"a\u202Eb@b.co"_s << UnsafeCharacter;
    QTest::newRow("combining mark first") << u"\u0308a@b.co"_s << UnsafeCharacter;
    QTest::newRow("half a surrogate pair")
        << u"a"_s + QChar(0xD800) + u"b@b.co"_s << UnsafeCharacter;
    QTest::newRow("255 in all") << QString(250, u'l') + u"@b.co"_s << TooLong;
    QTest::newRow("a book") << QString(3000, u'l') + u"@b.co"_s << TooLong;
    QTest::newRow("long in bytes only") << QString(130, u'ü') + u"@b.co"_s << TooLong;
}

void TestEmail::refuses()
{
    QFETCH(QString, typed);
    QFETCH(EmailFault, fault);

    const auto parsed = Email::parse(typed);
    const auto* refusal = std::get_if<Email::Refusal>(&parsed);
    QVERIFY(refusal);
    QCOMPARE(code(refusal->fault), code(fault));
}

void TestEmail::takesTheNameOfAPastedAddress()
{
    const auto plain = std::get<Email>(Email::parse(u"Jacob Emily <jacob@x.io>"_s));
    QCOMPARE(plain.toString(), u"jacob@x.io"_s);
    QCOMPARE(plain.displayName(), u"Jacob Emily"_s);

    const auto quoted = std::get<Email>(Email::parse(u"\"Emily, Jacob\" < jacob@x.io >"_s));
    QCOMPARE(quoted.toString(), u"jacob@x.io"_s);
    QCOMPARE(quoted.displayName(), u"Emily, Jacob"_s);

    QVERIFY(std::get<Email>(Email::parse(u"jacob@x.io"_s)).displayName().isEmpty());
}

void TestEmail::namesTheCharacterAtFault()
{
    const auto detail = [](const QString& typed) {
        return std::get<Email::Refusal>(Email::parse(typed)).detail;
    };
    QCOMPARE(detail(u"a,b@b.co"_s), u","_s);
    QCOMPARE(detail(u"a@b_c.co"_s), u"_"_s);
    QCOMPARE(detail(u"a\u200Bb@b.co"_s), u"U+200B"_s);
    QCOMPARE(detail(u"a@b.local"_s), u"local"_s);
}

void TestEmail::comparesWithoutCase()
{
    QCOMPARE(Email::comparisonKey(u"Jacob@X.io"_s), Email::comparisonKey(u"jacob@x.IO"_s));
    QVERIFY(Email::comparisonKey(u"jacob@x.io"_s) != Email::comparisonKey(u"jakob@x.io"_s));
}

void TestEmail::givesEachFaultACodeOfItsOwn()
{
    QSet<QString> codes;
    for (int i = 0; i <= int(EmailFault::TooLong); ++i)
        codes.insert(code(EmailFault(i)));
    QCOMPARE(codes.size(), int(EmailFault::TooLong) + 1);
    QCOMPARE(code(EmailFault::NoAt), u"email.no_at"_s);
    QCOMPARE(code(EmailFault::TooLong), u"email.too_long"_s);
}

QTEST_GUILESS_MAIN(TestEmail)
#include "tst_email.moc"
