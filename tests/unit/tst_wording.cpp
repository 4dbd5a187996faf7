// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/email.h"
#include "core/services/wording.h"

#include <QSet>
#include <QTest>

using namespace clientele;
using namespace Qt::StringLiterals;

class TestWording : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysEveryKindInASentence();
    void namesWhatItIsAbout();
    void tellsWhenTheOutcomeIsNotKnown();
    void helpsWithFiles();
    void saysEveryFaultOfAnAddress();
};

// It may begin with what it is about, which is written as it is.
static bool isSentence(const QString& text)
{
    const bool begins = text.front().isUpper() || text.startsWith(u"sales.example"_s);
    return text.size() > 10 && begins && (text.endsWith(u'.') || text.contains(u": ")) &&
           !text.contains(u'%') && !text.contains(u"  "_s);
}

void TestWording::saysEveryKindInASentence()
{
    for (int kind = 0; kind <= int(ErrorKind::Internal); ++kind) {
        Error error{.kind = ErrorKind(kind), .code = u"XX000"_s};
        for (const QString& subject : {QString(), u"sales.example:5432"_s}) {
            error.subject = subject;
            const QString text = wording::explain(error);
            QVERIFY2(isSentence(text) && text.endsWith(u'.'), qPrintable(text));
            QVERIFY2(!text.contains(error.code), qPrintable(text));
        }
        error.message = u"the engine says why"_s;
        QVERIFY(isSentence(wording::sentence(error)));
    }
}

void TestWording::namesWhatItIsAbout()
{
    QCOMPARE(wording::sentence({.kind = ErrorKind::Duplicate, .subject = u"emma@example.com"_s}),
             u"Another customer already has the e-mail address emma@example.com."_s);
    const QString constraint =
        wording::sentence({.kind = ErrorKind::ConstraintViolated,
                           .message = u"value too long for type character varying(20)"_s,
                           .column = u"phone"_s});
    QCOMPARE(constraint, u"The database does not accept this phone number. "
                         u"Value too long for type character varying(20)."_s);
    QVERIFY(wording::sentence(
                {.kind = ErrorKind::ConstraintViolated, .constraint = u"customer_name_check"_s})
                .contains(u"customer_name_check"_s));
    QCOMPARE(wording::sentence({.kind = ErrorKind::ConnectionFailed,
                                .message = u"Connection refused"_s,
                                .subject = u"db.example:5432"_s}),
             u"No connection to db.example:5432. Connection refused."_s);
    const QString endless =
        wording::sentence({.kind = ErrorKind::Duplicate, .subject = u"a😀"_s.repeated(100'000)});
    QVERIFY2(endless.size() < 200 && endless.isValidUtf16(), qPrintable(endless.left(300)));
}

void TestWording::tellsWhenTheOutcomeIsNotKnown()
{
    const QString text = wording::explain({.kind = ErrorKind::OutcomeUnknown});
    QVERIFY(text.contains(u"not known whether the change was saved"_s));
    QVERIFY(text.contains(u"before you try again"_s));
}

void TestWording::helpsWithFiles()
{
    QCOMPARE(
        wording::explain(
            {.kind = ErrorKind::File, .subject = u"list.xlsx"_s, .code = u"file.excel"_s}),
        u"The file list.xlsx is an Excel workbook. Open it in Excel and save it as CSV first."_s);
    QCOMPARE(wording::explain({.kind = ErrorKind::File, .code = u"file.empty"_s}),
             u"The file is empty. Choose a file with customers in it."_s);
    QCOMPARE(
        wording::sentence(
            {.kind = ErrorKind::StorageFull, .subject = u"/data/x.csv"_s, .code = u"file.write"_s}),
        u"There is no room left on the disk for /data/x.csv."_s);
}

void TestWording::saysEveryFaultOfAnAddress()
{
    QSet<QString> sentences;
    for (int fault = 0; fault <= int(EmailFault::TooLong); ++fault) {
        const QString text = wording::sentence(Email::Refusal{EmailFault(fault), u"x"_s});
        QVERIFY2(isSentence(text), qPrintable(text));
        sentences.insert(text);
    }
    QCOMPARE(sentences.size(), int(EmailFault::TooLong) + 1);
    QCOMPARE(wording::sentence(Email::Refusal{EmailFault::DomainNoDot, {}}),
             u"The part after @ needs a dot, as in example.com."_s);
    QCOMPARE(wording::sentence(Email::Refusal{EmailFault::LocalInvalidCharacter, u" "_s}),
             u"The part before @ cannot have this in it: a blank"_s);
}

QTEST_GUILESS_MAIN(TestWording)
#include "tst_wording.moc"
