// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/profilestore.h"
#include "core/services/profileservice.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace clientele;

class tst_ProfileService final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    static Profile profile(const QString& name)
    {
        return {.name = name,
                .connection = {.engine = Engine::PostgreSql, .host = u"h"_s, .database = u"d"_s}};
    }

    static QStringList names()
    {
        QStringList names;
        const auto listing = profiles::list().wait();
        if (!listing)
            return {listing.error().message};
        for (const Profile& one : listing->profiles)
            names << one.name;
        return names;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_CONFIG_HOME", m_folder->path().toUtf8());
        for (const char* name : {"DATABASE_URL", "DB_HOST", "DB_PORT", "DB_NAME", "DB_USER",
                                 "DB_PASSWORD", "DB_SSL_MODE"})
            qunsetenv(name);
    }

    void listsTheBookTheEnvironmentAndTheSavedOnes()
    {
        QVERIFY(profiles::save(profile(u"Sales"_s)).wait());
        QCOMPARE(names(), (QStringList{u"Local book"_s, u"Sales"_s}));
        qputenv("DB_HOST", "db.example");
        qputenv("DB_PASSWORD", "canary");
        QCOMPARE(names(), (QStringList{u"Local book"_s, u"Environment"_s, u"Sales"_s}));
        QCOMPARE(profiles::list().wait()->environmentPassword, u"canary"_s);
    }

    void aSlipInTheEnvironmentIsAWarning()
    {
        qputenv("DB_PORT", "five");
        const auto listing = profiles::list().wait();
        QVERIFY(listing);
        QCOMPARE(listing->profiles.size(), 1);
        QCOMPARE(listing->warnings, QStringList{u"DB_PORT must be a number from 1 to 65535."_s});
    }

    void savesUnderANewName()
    {
        QVERIFY(profiles::save(profile(u"Sales"_s)).wait());
        QVERIFY(profiles::setDefault(u"Sales"_s).wait());
        QVERIFY(profiles::save(profile(u"Shop"_s), u"Sales"_s).wait());
        QCOMPARE(names(), (QStringList{u"Local book"_s, u"Shop"_s}));
        QCOMPARE(profiles::list().wait()->defaultName, u"Shop"_s);
        QCOMPARE(profiles::save(profile(u"SHOP"_s)).wait().error().kind, ErrorKind::Conflict);
        QVERIFY(profiles::save(profile(u"SHOP"_s), u"Shop"_s).wait());
        QVERIFY(profiles::remove(u"shop"_s).wait());
        QCOMPARE(names(), QStringList{u"Local book"_s});
    }

    void readsAFileWithoutTheProcess()
    {
        qputenv("DB_HOST", "process");
        QFile file(m_folder->filePath(u"x.env"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("DB_HOST=file\nDB_PASSWORD=canary\n");
        file.close();
        const auto environment = profiles::readEnvFile(file.fileName()).wait();
        QVERIFY(environment && environment->profile);
        QCOMPARE(environment->profile->connection.host, u"file"_s);
        QCOMPARE(environment->password, u"canary"_s);
    }
};

QTEST_GUILESS_MAIN(tst_ProfileService)
#include "tst_profileservice.moc"
