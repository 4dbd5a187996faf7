// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/columnmatcher.h"

#include <QTest>

using namespace clientele;
using namespace Qt::StringLiterals;

class TestColumnMatcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matches_data();
    void matches();
    void folds_data();
    void folds();
    void findsColumns();
    void knowsOurExports();
};

/// "name=First Name+Last Name; email=Email", as --map has it.
static QString shown(const QList<FieldMapping>& mapping)
{
    QStringList parts;
    for (const FieldMapping& one : mapping)
        parts.append(fieldName(one.field) + u'=' + one.columns.join(u'+'));
    return parts.join(u"; "_s);
}

void TestColumnMatcher::matches_data()
{
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("mapping");

    const auto row = [](const char* name, const QString& header, const QString& mapping) {
        QTest::newRow(name) << header << mapping;
    };
    row("our own", u"id,name,email,phone,is_active,created_at,updated_at"_s,
        u"name=name; email=email; phone=phone; is_active=is_active; created_at=created_at"_s);
    row("a rejects file", u"name,email,phone,line,column,reason"_s,
        u"name=name; email=email; phone=phone"_s);
    row("first and last name",
        u"Index,Customer Id,First Name,Last Name,Company,City,Country,Phone 1,Phone 2,Email,Subscription Date,Website"_s,
        u"name=First Name+Last Name; email=Email; phone=Phone 1; created_at=Subscription Date"_s);
    row("last name first", u"LAST_NAME,FIRST_NAME,E-MAIL"_s,
        u"name=FIRST_NAME+LAST_NAME; email=E-MAIL"_s);
    row("a full name goes before its parts", u"Full name,First name,Last name,E-mail address"_s,
        u"name=Full name; email=E-mail address"_s);
    row("only a first name", u"First name,Email"_s, u"name=First name; email=Email"_s);
    row("Google contacts", u"Given Name,Family Name,E-mail 1 - Value,Phone 1 - Value"_s,
        u"name=Given Name+Family Name; email=E-mail 1 - Value; phone=Phone 1 - Value"_s);
    row("company as a last resort", u"Company,Email,Tel."_s,
        u"name=Company; email=Email; phone=Tel."_s);
    row("status", u"Customer name,Mail,Mobile,Status"_s,
        u"name=Customer name; email=Mail; phone=Mobile; is_active=Status"_s);
    row("two of one name", u"Email,Name,Email"_s, u"name=Name; email=Email"_s);
    row("unknown", u"foo,bar"_s, QString());
    row("no header cell", u",,"_s, QString());

    row("German", u"Vorname,Nachname,E-Mail-Adresse,Telefonnummer,Aktiv"_s,
        u"name=Vorname+Nachname; email=E-Mail-Adresse; phone=Telefonnummer; is_active=Aktiv"_s);
    row("German, since when", u"Name,E-Mail,Angelegt am"_s,
        u"name=Name; email=E-Mail; created_at=Angelegt am"_s);
    row("German, Name beside Vorname", u"Name,Vorname,Mailadresse,Handy"_s,
        u"name=Vorname+Name; email=Mailadresse; phone=Handy"_s);
    row("French", u"Nom,Prénom,Adresse e-mail,Téléphone"_s,
        u"name=Prénom+Nom; email=Adresse e-mail; phone=Téléphone"_s);
    row("French, one name", u"Nom,Courriel"_s, u"name=Nom; email=Courriel"_s);
    row("Spanish", u"Nombre,Apellidos,Correo electrónico,Teléfono"_s,
        u"name=Nombre+Apellidos; email=Correo electrónico; phone=Teléfono"_s);
    row("Spanish, one name", u"Nombre,Correo,Móvil"_s, u"name=Nombre; email=Correo; phone=Móvil"_s);
    row("Italian", u"Cognome,Nome,Indirizzo e-mail,Cellulare"_s,
        u"name=Nome+Cognome; email=Indirizzo e-mail; phone=Cellulare"_s);
    row("Portuguese", u"Nome,Sobrenome,Endereço de e-mail,Telefone"_s,
        u"name=Nome+Sobrenome; email=Endereço de e-mail; phone=Telefone"_s);
    row("Dutch", u"Voornaam,Achternaam,E-mailadres,Telefoon"_s,
        u"name=Voornaam+Achternaam; email=E-mailadres; phone=Telefoon"_s);
    row("Polish", u"Imię,Nazwisko,Adres e-mail,Komórka"_s,
        u"name=Imię+Nazwisko; email=Adres e-mail; phone=Komórka"_s);
    row("Russian", u"Имя,Фамилия,Электронная почта,Телефон"_s,
        u"name=Имя+Фамилия; email=Электронная почта; phone=Телефон"_s);
    row("Russian, one name", u"ФИО,Адрес электронной почты,Мобильный"_s,
        u"name=ФИО; email=Адрес электронной почты; phone=Мобильный"_s);
    row("Turkish", u"Adı,Soyadı,E-posta,Cep Telefonu"_s,
        u"name=Adı+Soyadı; email=E-posta; phone=Cep Telefonu"_s);
    row("Turkish, one name", u"AD SOYAD,E-POSTA"_s, u"name=AD SOYAD; email=E-POSTA"_s);
    row("Chinese", u"姓名,邮箱,手机号码,状态"_s,
        u"name=姓名; email=邮箱; phone=手机号码; is_active=状态"_s);
    row("Chinese, in parts", u"名,姓,电子邮件,电话"_s, u"name=姓+名; email=电子邮件; phone=电话"_s);
    row("Japanese", u"氏名,メールアドレス,電話番号"_s,
        u"name=氏名; email=メールアドレス; phone=電話番号"_s);
    row("Japanese, in parts", u"姓,名,Ｅメール,携帯電話"_s,
        u"name=姓+名; email=Ｅメール; phone=携帯電話"_s);
}

void TestColumnMatcher::matches()
{
    QFETCH(QString, header);
    QTEST(shown(columns::match(header.split(u','))), "mapping");
}

void TestColumnMatcher::folds_data()
{
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("folded");
    QTest::newRow("punctuation") << u"  E-Mail: "_s << u"email"_s;
    QTest::newRow("accents") << u"TÉLÉPHONE Nº"_s << u"telephoneno"_s;
    QTest::newRow("no decomposition") << u"Łódź Straße Øre ısı İl"_s << u"lodzstrasseoreisiil"_s;
    QTest::newRow("full width") << u"Ｅｍａｉｌ"_s << u"email"_s;
    QTest::newRow("Japanese voiced marks") << u"ダイヤル"_s << columns::folded(u"ﾀﾞｲﾔﾙ"_s);
}

void TestColumnMatcher::folds()
{
    QFETCH(QString, header);
    QTEST(columns::folded(header), "folded");
}

void TestColumnMatcher::findsColumns()
{
    const QStringList headers = {u"Name"_s, u"E-mail"_s, u"name"_s, u"#1"_s};
    QCOMPARE(columns::find(headers, u"name"_s), std::optional<qsizetype>(2));
    QCOMPARE(columns::find(headers, u"NAME"_s), std::optional<qsizetype>(0));
    QCOMPARE(columns::find(headers, u"email"_s), std::optional<qsizetype>(1));
    QCOMPARE(columns::find(headers, u"#1"_s), std::optional<qsizetype>(3));
    QCOMPARE(columns::find(headers, u"#2"_s), std::optional<qsizetype>(1));
    QVERIFY(!columns::find(headers, u"#5"_s));
    QVERIFY(!columns::find(headers, u"#0"_s));
    QVERIFY(!columns::find(headers, u"phone"_s));
    QVERIFY(!columns::find(headers, QString()));
}

void TestColumnMatcher::knowsOurExports()
{
    QVERIFY(columns::areOurExports({u"id"_s, u"name"_s, u"email"_s, u"phone"_s}));
    QVERIFY(!columns::areOurExports({u"name"_s, u"email"_s, u"phone"_s}));
    QVERIFY(!columns::areOurExports({u"id"_s, u"name"_s, u"email"_s, u"city"_s}));
}

QTEST_GUILESS_MAIN(TestColumnMatcher)
#include "tst_columnmatcher.moc"
