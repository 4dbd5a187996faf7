// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/profilestore.h"
#include "core/config/secretstore.h"
#include "core/services/profileservice.h"
#include "core/services/wording.h"
#include "tests/support/secretservice.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace clientele;
using namespace clientele::testing;
using namespace std::chrono_literals;

/// Passwords in a real keychain: what goes in, comes out, moves along and goes away.
class tst_SecretStore final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<SecretService> m_service;
    std::unique_ptr<QTemporaryDir> m_folder;

    inline static const QString canary = u"c4nary pÄss “word”"_s;

    static Profile sales()
    {
        return {.name = u"Sales"_s,
                .connection = {.engine = Engine::PostgreSql,
                               .host = u"db.example"_s,
                               .port = 6543,
                               .database = u"crm"_s,
                               .user = u"anna"_s},
                .remembered = true};
    }

    /// What the keychain has for @p profile, or "-".
    static QString stored(const Profile& profile)
    {
        const auto read = profiles::storedPassword(profile).wait();
        if (read)
            return *read;
        return read.error().kind == ErrorKind::NotFound ? u"-"_s : wording::explain(read.error());
    }

    static bool isRemembered(const QString& name)
    {
        const auto found = ProfileStore().find(name);
        return found && *found && (*found)->remembered;
    }

private Q_SLOTS:
    void initTestCase() { m_service = std::make_unique<SecretService>(); }
    void cleanupTestCase() { m_service.reset(); }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_CONFIG_HOME", m_folder->path().toUtf8());
        QCOMPARE(stored(sales()), u"-"_s);
    }

    void cleanup() { QVERIFY(SecretStore().erase(SecretStore::keyOf(sales())).wait()); }

    void tellsOfItself()
    {
        const auto state = SecretStore().describe().wait();
        QVERIFY(state);
        QVERIFY(state->reachable);
        QVERIFY(!state->name.isEmpty());
    }

    void keepsReadsReplacesAndErases()
    {
        const SecretStore secrets;
        const QString key = u"Clientele: x (anna@db)"_s;
        QCOMPARE(secrets.read(key).wait().error().kind, ErrorKind::NotFound);
        QVERIFY(secrets.write(key, canary).wait());
        QCOMPARE(*secrets.read(key).wait(), canary);
        QVERIFY(secrets.write(key, u"another"_s).wait());
        QCOMPARE(*secrets.read(key).wait(), u"another"_s);
        QVERIFY(secrets.erase(key).wait());
        QCOMPARE(secrets.read(key).wait().error().kind, ErrorKind::NotFound);
        QVERIFY(secrets.erase(key).wait());
    }

    void savingRemembersAndForgets()
    {
        QVERIFY(profiles::save(sales(), {}, canary).wait());
        QCOMPARE(stored(sales()), canary);
        QVERIFY(isRemembered(u"sales"_s));
        // Without typing it again it stays.
        Profile changed = sales();
        changed.colour = u"#2e9e63"_s;
        QVERIFY(profiles::save(changed, u"Sales"_s).wait());
        QCOMPARE(stored(sales()), canary);
        changed.remembered = false;
        QVERIFY(profiles::save(changed, u"Sales"_s).wait());
        QCOMPARE(stored(sales()), u"-"_s);
        QVERIFY(!isRemembered(u"Sales"_s));
    }

    void aPasswordIsNotKeptUnasked()
    {
        Profile profile = sales();
        profile.remembered = false;
        QVERIFY(profiles::save(profile, {}, canary).wait());
        QCOMPARE(stored(profile), u"-"_s);
    }

    void movesAlongWithTheName()
    {
        QVERIFY(profiles::save(sales(), {}, canary).wait());
        Profile renamed = sales();
        renamed.name = u"Shop"_s;
        QVERIFY(profiles::save(renamed, u"Sales"_s).wait());
        QCOMPARE(stored(sales()), u"-"_s);
        QCOMPARE(stored(renamed), canary);
        QVERIFY(profiles::remove(u"Shop"_s).wait());
        QCOMPARE(stored(renamed), u"-"_s);
    }

    void noServerGetsThePasswordOfAnother()
    {
        QVERIFY(profiles::save(sales(), {}, canary).wait());
        Profile elsewhere = sales();
        elsewhere.connection.host = u"evil.example"_s;
        const auto refused = profiles::save(elsewhere, u"Sales"_s).wait();
        QCOMPARE(refused.error().kind, ErrorKind::InvalidInput);
        QCOMPARE(stored(elsewhere), u"-"_s);
        QVERIFY(profiles::save(elsewhere, u"Sales"_s, u"for there"_s).wait());
        QCOMPARE(stored(sales()), u"-"_s);
        QCOMPARE(stored(elsewhere), u"for there"_s);
        // And so by "profile set".
        const auto back = profiles::change(u"Sales"_s, {u"host=db.example"_s}).wait();
        QVERIFY(back && !back->remembered);
        QCOMPARE(stored(elsewhere), u"-"_s);
        QCOMPARE(stored(sales()), u"-"_s);
    }

    void goesAwayWithTheProfile()
    {
        QVERIFY(profiles::save(sales(), {}, canary).wait());
        QVERIFY(profiles::remove(u"Sales"_s).wait());
        QCOMPARE(stored(sales()), u"-"_s);
    }

    void isSetAndForgottenByName()
    {
        Profile profile = sales();
        profile.remembered = false;
        QVERIFY(profiles::save(profile).wait());
        QVERIFY(profiles::setStoredPassword(u"SALES"_s, canary).wait());
        QCOMPARE(stored(sales()), canary);
        QVERIFY(isRemembered(u"Sales"_s));
        QVERIFY(profiles::setStoredPassword(u"Sales"_s, std::nullopt).wait());
        QCOMPARE(stored(sales()), u"-"_s);
        QVERIFY(!isRemembered(u"Sales"_s));
        QCOMPARE(profiles::setStoredPassword(u"nosuch"_s, canary).wait().error().kind,
                 ErrorKind::NotFound);
        QCOMPARE(profiles::setStoredPassword(u"Local book"_s, canary).wait().error().kind,
                 ErrorKind::InvalidInput);
    }

    void isInNoFileOfOurs()
    {
        const QString plain = u"c4nary-in-plain-letters"_s;
        QVERIFY(profiles::save(sales(), {}, plain).wait());
        QFile file(ProfileStore().file());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        QVERIFY(content.contains("\"remembered\": true"));
        QVERIFY(!content.contains("c4nary"));
        QVERIFY(!m_service->filesHold(plain.toUtf8()));
    }

    void doesNotWaitForOneThatHangs()
    {
        QVERIFY(profiles::save(sales(), {}, canary).wait());
        m_service->stop();
        const auto silent = SecretStore(200ms).read(SecretStore::keyOf(sales())).wait();
        QCOMPARE(silent.error().kind, ErrorKind::Timeout);
        QVERIFY(wording::explain(silent.error()).startsWith(u"The keychain does not answer."));
        // Being called off ends the wait at once.
        auto asked = SecretStore(10min).read(SecretStore::keyOf(sales()));
        asked.cancel();
        QCOMPARE(asked.wait().error().kind, ErrorKind::Cancelled);
        m_service->resume();
        QCOMPARE(stored(sales()), canary);
    }

    /// The last one: only its person can unlock it again.
    void saysSoWhereItIsLocked()
    {
        QVERIFY(profiles::save(sales(), {}, canary).wait());
        m_service->lock();
        QVERIFY(SecretStore().describe().wait()->reachable);
        const auto locked = SecretStore(5s).read(SecretStore::keyOf(sales())).wait();
        QVERIFY(!locked);
        const QString words = wording::explain(locked.error());
        QVERIFY2(words.startsWith(u"The keychain is locked"), qPrintable(words));
    }
};

QTEST_GUILESS_MAIN(tst_SecretStore)
#include "tst_secretstore.moc"
