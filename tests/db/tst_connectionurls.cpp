// SPDX-License-Identifier: GPL-3.0-or-later
// Our reading of PostgreSQL URLs beside libpq's own.
#include "core/config/connectionurl.h"

#include <QRandomGenerator>
#include <QTest>

#include <libpq-fe.h>

#include <memory>

using namespace clientele;
using namespace Qt::StringLiterals;

class TestConnectionUrls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatLibpqSays_data();
    void saysWhatLibpqSays();
    void refusesWhatLibpqRefuses_data();
    void refusesWhatLibpqRefuses();
    void takesEveryKeywordOfLibpq();
    void rendersAndReadsTheSame();
    void libpqReadsWhatIsRendered();

private:
    using Values = QMap<QString, QString>;

    /// By keyword, what is set; nullopt where libpq refuses the URL.
    static std::optional<Values> byLibpq(const QString& url);
    static Values valuesOf(const ConnectionUrl& url);
    static QString anyText(int most);
    static QString anyHost();
    static ConnectionUrl anyUrl();

    static QRandomGenerator& random()
    {
        static QRandomGenerator generator(20240611);
        return generator;
    }
};

std::optional<TestConnectionUrls::Values> TestConnectionUrls::byLibpq(const QString& url)
{
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options(
        PQconninfoParse(url.toUtf8().constData(), nullptr), &PQconninfoFree);
    if (!options)
        return std::nullopt;
    Values values;
    for (const PQconninfoOption* option = options.get(); option->keyword; ++option) {
        if (option->val && *option->val)
            values.insert(QString::fromLatin1(option->keyword), QString::fromUtf8(option->val));
    }
    return values;
}

TestConnectionUrls::Values TestConnectionUrls::valuesOf(const ConnectionUrl& url)
{
    const ConnectionSettings& settings = url.settings;
    Values values = settings.options;
    const auto put = [&](const QString& keyword, const QString& value) {
        if (!value.isEmpty())
            values.insert(keyword, value);
    };
    put(u"host"_s, settings.host);
    put(u"port"_s, settings.port > 0 ? QString::number(settings.port) : QString());
    put(u"dbname"_s, settings.database);
    put(u"user"_s, settings.user);
    put(u"password"_s, url.password);
    put(u"sslmode"_s, settings.sslMode);
    return values;
}

void TestConnectionUrls::saysWhatLibpqSays_data()
{
    QTest::addColumn<QString>("url");
    for (const char* url : {"postgresql://",
                            "postgresql://h",
                            "postgresql://h:5432",
                            "postgresql://h/db",
                            "postgresql://u@h",
                            "postgresql://u:p@h",
                            "postgresql://u:p%40s%2Fs@h:5432/db?sslmode=require",
                            "postgres://u@h/db",
                            "postgresql://u:@h/db",
                            "postgresql://:5433/db",
                            "postgresql:///db",
                            "postgresql:///db?host=/run/postgresql",
                            "postgresql://%2Frun%2Fpostgresql/db",
                            "postgresql://u@%2Frun%2Fpostgresql:5433/db",
                            "postgresql://[::1]/db",
                            "postgresql://u@[2001:db8::1]:5433/db",
                            "postgresql://[fe80::1%25eth0]:5432/db",
                            "postgresql://h1:5432,h2:5433/db",
                            "postgresql://h1,h2/db?target_session_attrs=primary",
                            "postgresql://h1:1,[::1]:2,%2Ftmp:3/db",
                            "postgresql://?service=sales",
                            "postgresql:///?service=sales&user=ann",
                            "postgresql://h/db?user=u&password=p%26q",
                            "postgresql://h/db?application_name=a%20b&connect_timeout=3",
                            "postgresql://h/db?options=-c%20geqo%3Doff",
                            "postgresql://h/db?ssl=true",
                            "postgresql://h/%D0%BA%D0%BB%D0%B8%D0%B5%D0%BD%D1%82%D1%8B",
                            "postgresql://u%3A1:p%3F%23@h/d%2Fb",
                            "postgresql://u:p?x@h/d%40b",
                            "postgresql://%40abstract/db",
                            "postgresql://u@h/db?application_name=a@b",
                            "postgresql://h/db?hostaddr=127.0.0.1",
                            "postgresql://h/db?sslrootcert=%2Fetc%2Fca.pem&sslmode=verify-full"})
        QTest::newRow(url) << QString::fromLatin1(url);
}

void TestConnectionUrls::saysWhatLibpqSays()
{
    QFETCH(QString, url);
    const auto theirs = byLibpq(url);
    QVERIFY(theirs.has_value());
    const auto ours = ConnectionUrl::parse(url);
    QVERIFY2(ours, ours ? "" : qPrintable(ours.error().message));
    QCOMPARE(valuesOf(*ours), *theirs);

    // And with a driver of SQLAlchemy's, which libpq does not know.
    const auto driven = ConnectionUrl::parse(QString(url).replace(u"://"_s, u"+psycopg2://"_s));
    QVERIFY(driven);
    QCOMPARE(valuesOf(*driven), *theirs);
}

void TestConnectionUrls::refusesWhatLibpqRefuses_data()
{
    QTest::addColumn<QString>("url");
    for (const char* url :
         {"postgresql://u:p%zz@h/db", "postgresql://[::1/db", "postgresql://[]/db",
          "postgresql://h/db?nosuch=1", "postgresql://h/db?sslmode", "postgresql://h/db?a=b=c",
          "postgresql://[::1]x/db", "postgresql://u:p%00@h/db"})
        QTest::newRow(url) << QString::fromLatin1(url);
}

void TestConnectionUrls::refusesWhatLibpqRefuses()
{
    QFETCH(QString, url);
    QVERIFY(!byLibpq(url));
    const auto ours = ConnectionUrl::parse(url);
    QVERIFY(!ours);
    QVERIFY(ours.error().message.endsWith(u'.') || ours.error().message.endsWith(u'?'));
}

/// Those of PostgreSQL 15, Debian 12's; a newer library knows more.
void TestConnectionUrls::takesEveryKeywordOfLibpq()
{
    const QStringList keywords{u"application_name"_s,
                               u"channel_binding"_s,
                               u"client_encoding"_s,
                               u"connect_timeout"_s,
                               u"dbname"_s,
                               u"fallback_application_name"_s,
                               u"gssencmode"_s,
                               u"gsslib"_s,
                               u"host"_s,
                               u"hostaddr"_s,
                               u"keepalives"_s,
                               u"keepalives_count"_s,
                               u"keepalives_idle"_s,
                               u"keepalives_interval"_s,
                               u"krbsrvname"_s,
                               u"options"_s,
                               u"passfile"_s,
                               u"password"_s,
                               u"port"_s,
                               u"replication"_s,
                               u"requirepeer"_s,
                               u"service"_s,
                               u"sslcert"_s,
                               u"sslcompression"_s,
                               u"sslcrl"_s,
                               u"sslcrldir"_s,
                               u"sslkey"_s,
                               u"ssl_max_protocol_version"_s,
                               u"ssl_min_protocol_version"_s,
                               u"sslmode"_s,
                               u"sslpassword"_s,
                               u"sslrootcert"_s,
                               u"sslsni"_s,
                               u"target_session_attrs"_s,
                               u"tcp_user_timeout"_s,
                               u"user"_s};
    for (const QString& keyword : keywords) {
        const QString value = keyword == u"port"      ? u"5433"_s
                              : keyword == u"sslmode" ? u"allow"_s
                                                      : u"v"_s;
        const QString url = u"postgresql:///?%1=%2"_s.arg(keyword, value);
        const auto ours = ConnectionUrl::parse(url);
        QVERIFY2(ours, qPrintable(url));
        QCOMPARE(valuesOf(*ours), (Values{{keyword, value}}));
    }
}

QString TestConnectionUrls::anyText(int most)
{
    static const QStringList letters{u"a"_s,  u"Z"_s, u"0"_s, u"@"_s, u":"_s,  u"/"_s,  u"?"_s,
                                     u"#"_s,  u"%"_s, u"&"_s, u"="_s, u"+"_s,  u" "_s,  u"'"_s,
                                     u"\\"_s, u"["_s, u"]"_s, u","_s, u"\""_s, u"é"_s,  u"😀"_s,
                                     u"\n"_s, u"*"_s, u"."_s, u"$"_s, u";"_s,  u"%4"_s, u"%2F"_s};
    QString text;
    for (int i = random().bounded(1, most + 1); i > 0; --i)
        text += letters[random().bounded(int(letters.size()))];
    return text;
}

QString TestConnectionUrls::anyHost()
{
    static const QStringList hosts{u"localhost"_s,       u"db.example"_s,    u"::1"_s,
                                   u"fe80::1%eth0"_s,    u"127.0.0.1"_s,     u"/run/postgresql"_s,
                                   u"/tmp/a b%/c@d:e"_s, u"bücher.example"_s};
    return hosts[random().bounded(int(hosts.size()))];
}

ConnectionUrl TestConnectionUrls::anyUrl()
{
    ConnectionUrl url{.settings = {.engine = Engine::PostgreSql}};
    ConnectionSettings& settings = url.settings;
    const int hosts = random().bounded(4);
    QStringList names;
    QStringList ports;
    for (int i = 0; i < hosts; ++i) {
        names << anyHost();
        ports << QString::number(random().bounded(1, 65536));
    }
    settings.host = names.join(u',');
    if (hosts == 1)
        settings.port = ports.first().toInt();
    else if (hosts > 1)
        settings.options.insert(u"port"_s, ports.join(u','));
    if (random().bounded(4))
        settings.user = anyText(12);
    if (random().bounded(3))
        url.password = anyText(20);
    if (random().bounded(4))
        settings.database = u"d"_s + anyText(12);
    if (random().bounded(2))
        settings.sslMode = u"verify-full"_s;
    if (random().bounded(2))
        settings.options.insert(u"application_name"_s, anyText(12));
    if (random().bounded(3) == 0)
        settings.options.insert(u"options"_s, u"-c search_path="_s + anyText(8));
    return url;
}

void TestConnectionUrls::rendersAndReadsTheSame()
{
    for (int i = 0; i < 5000; ++i) {
        const ConnectionUrl url = anyUrl();
        const QString text = url.withPassword();
        const auto again = ConnectionUrl::parse(text);
        QVERIFY2(again, qPrintable(text));
        QCOMPARE(again->password, url.password);
        QVERIFY2(again->settings == url.settings, qPrintable(text));
        if (!url.password.isEmpty()) {
            QVERIFY(url.masked().contains(u":***@"_s));
            QCOMPARE(url.masked().replace(u":***@"_s, u"@"_s).replace(u"//@"_s, u"//"_s),
                     ConnectionUrl::render(url.settings));
        }
    }
}

void TestConnectionUrls::libpqReadsWhatIsRendered()
{
    for (int i = 0; i < 5000; ++i) {
        const ConnectionUrl url = anyUrl();
        const auto theirs = byLibpq(url.withPassword());
        QVERIFY2(theirs, qPrintable(url.withPassword()));
        QCOMPARE(*theirs, valuesOf(url));
    }
}

QTEST_GUILESS_MAIN(TestConnectionUrls)
#include "tst_connectionurls.moc"
