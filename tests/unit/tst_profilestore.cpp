// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/profilestore.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace clientele;

class tst_ProfileStore final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    [[nodiscard]] ProfileStore store() const { return ProfileStore(m_folder->path()); }

    static Profile sales(const QString& host = u"db.example"_s)
    {
        return {.name = u"Sales"_s,
                .connection = {.engine = Engine::PostgreSql,
                               .readOnly = true,
                               .host = host,
                               .port = 5433,
                               .database = u"sales"_s,
                               .user = u"ann"_s,
                               .sslMode = u"require"_s,
                               .options = {{u"connect_timeout"_s, u"3"_s}}},
                .colour = u"#aa0000"_s,
                .production = true};
    }

    QByteArray content(const QString& suffix = {}) const
    {
        QFile file(store().file() + suffix);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    void writeContent(const QByteArray& bytes) const
    {
        QFile file(store().file());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void localBookIsThereFromTheStart()
    {
        const auto profiles = store().load();
        QVERIFY(profiles);
        QCOMPARE(*profiles, QList<Profile>{ProfileStore::localBook()});
        QCOMPARE(store().defaultName().value(), ProfileStore::localBook().name);
        QVERIFY(ProfileStore::localBookFile().endsWith(u"/clientele/customers.db"_s));
        QVERIFY(!QFile::exists(store().file()));
    }

    void keepsWhatIsSaved()
    {
        QVERIFY(store().save(sales()));
        QCOMPARE(store().load().value().last(), sales());
        QCOMPARE(store().find(u"sALES"_s).value(), std::optional(sales()));
        QCOMPARE(store().find(u"other"_s).value(), std::optional<Profile>());
    }

    void replacesWithoutRegardToCase()
    {
        QVERIFY(store().save(sales()));
        Profile changed = sales(u"other.example"_s);
        changed.name = u"SALES"_s;
        QVERIFY(store().save(changed));
        QCOMPARE(store().load().value().size(), 2);
        QCOMPARE(store().find(u"sales"_s).value()->connection.host, u"other.example"_s);
    }

#ifndef Q_OS_WIN // where that is inherited from the person's folder
    void onlyItsOwnerMayReadIt()
    {
        QVERIFY(store().save(sales()));
        QVERIFY(store().save(sales(u"b"_s)));
        const auto owner =
            QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
        QCOMPARE(QFile::permissions(store().file()), owner);
        QCOMPARE(QFile::permissions(store().file() + u".bak"_s), owner);
    }
#endif

    void keepsTheVersionBefore()
    {
        QVERIFY(store().save(sales(u"first"_s)));
        const QByteArray first = content();
        QVERIFY(store().save(sales(u"second"_s)));
        QCOMPARE(content(u".bak"_s), first);
    }

    void writesNoSecret()
    {
        Profile profile = sales();
        profile.connection.options.insert(u"sslpassword"_s, u"canary"_s);
        profile.connection.options.insert(u"password"_s, u"canary"_s);
        QVERIFY(store().save(profile));
        QVERIFY(!content().contains("canary"));
    }

    void renamesAndRemoves()
    {
        QVERIFY(store().save(sales()));
        QVERIFY(store().setDefault(u"sales"_s));
        QVERIFY(store().rename(u"sales"_s, u"Shop"_s));
        QCOMPARE(store().defaultName().value(), u"Shop"_s);
        QVERIFY(!store().rename(u"sales"_s, u"x"_s));

        QVERIFY(store().remove(u"shop"_s));
        QCOMPARE(store().defaultName().value(), ProfileStore::localBook().name);
        QCOMPARE(store().remove(u"shop"_s).error().kind, ErrorKind::NotFound);
        QCOMPARE(store().setDefault(u"shop"_s).error().kind, ErrorKind::NotFound);
    }

    void refusesNamesThatAreTaken()
    {
        Profile profile = sales();
        for (const QString& name : {u""_s, u"  "_s, u"local book"_s, u"ENVIRONMENT"_s}) {
            profile.name = name;
            QCOMPARE(store().save(profile).error().kind, ErrorKind::InvalidInput);
        }
        QCOMPARE(store().remove(u"Local book"_s).error().kind, ErrorKind::InvalidInput);

        QVERIFY(store().save(sales()));
        profile.name = u"Shop"_s;
        QVERIFY(store().save(profile));
        QCOMPARE(store().rename(u"Shop"_s, u"SALES"_s).error().kind, ErrorKind::Conflict);
        QVERIFY(store().rename(u"Shop"_s, u"SHOP"_s));
    }

    void leavesADamagedFileAlone_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("cut off") << QByteArray("{\"version\": 1, \"profi");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no object") << QByteArray("[]");
        QTest::newRow("no version") << QByteArray("{\"profiles\": []}");
        QTest::newRow("newer") << QByteArray("{\"version\": 99, \"profiles\": []}");
        QTest::newRow("profile without a name")
            << QByteArray("{\"version\": 1, \"profiles\": [{\"engine\": \"sqlite\"}]}");
        QTest::newRow("unknown engine")
            << QByteArray("{\"version\": 1, \"profiles\": [{\"name\": \"a\", \"engine\": \"x\"}]}");
    }

    void leavesADamagedFileAlone()
    {
        QFETCH(QByteArray, bytes);
        writeContent(bytes);
        const auto profiles = store().load();
        QVERIFY(!profiles);
        QCOMPARE(profiles.error().kind, ErrorKind::File);
        QCOMPARE(profiles.error().subject, store().file());
        QVERIFY(!store().save(sales()));
        QCOMPARE(content(), bytes);
    }
};

QTEST_GUILESS_MAIN(tst_ProfileStore)
#include "tst_profilestore.moc"
