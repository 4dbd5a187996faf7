// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ctlprogram.h"
#include "tests/support/postgresserver.h"
#include "tests/support/secretservice.h"

#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace clientele::testing;

/// Passwords in the keychain by clientelectl.
class tst_CtlPasswords final : public QObject
{
    Q_OBJECT

private:
    inline static const QString canary = u"c4nary p@ss/word"_s;
    std::unique_ptr<SecretService> m_keychain;
    std::unique_ptr<PostgresServer> m_server;
    std::unique_ptr<CtlProgram> m_ctl;

    CtlRun profile(const QStringList& words, const QByteArray& input = {}) const
    {
        return m_ctl->run(QStringList{u"profile"_s} + words, input);
    }

    CtlRun count() const { return m_ctl->run({u"--profile"_s, u"Shop"_s, u"count"_s}); }

    QString passwordOrigin() const
    {
        for (const QJsonObject& object : profile({u"show"_s, u"Shop"_s, u"--json"_s}).objects()) {
            if (object[u"field"_s] == u"password"_s)
                return object[u"value"_s].toString() + u" <- "_s + object[u"origin"_s].toString();
        }
        return {};
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_keychain = std::make_unique<SecretService>();
        m_server = std::make_unique<PostgresServer>(PostgresServer::Options{.password = canary});
        const CtlRun made = CtlProgram().on(m_server->url(), {u"migrate"_s, u"upgrade"_s});
        QVERIFY2(made.status == 0, made.everything().constData());
    }

    void cleanupTestCase()
    {
        m_server.reset();
        m_keychain.reset();
    }

    void init()
    {
        m_ctl = std::make_unique<CtlProgram>();
        m_ctl->set(u"DBUS_SESSION_BUS_ADDRESS"_s, m_keychain->bus());
        const QString url = u"postgresql://postgres@127.0.0.1:%1/postgres"_s.arg(m_server->port());
        QCOMPARE(profile({u"add"_s, u"Shop"_s, url}).status, 0);
    }

    void opensWithWhatTheKeychainHas()
    {
        QCOMPARE(count().status, 4);
        const CtlRun set = profile({u"set-password"_s, u"shop"_s}, canary.toUtf8() + "\n");
        QVERIFY2(set.status == 0, set.everything().constData());
        QCOMPARE(set.err.trimmed(), "The password for Shop is in the keychain.");
        const CtlRun counted = count();
        QVERIFY2(counted.status == 0, counted.everything().constData());
        QCOMPARE(counted.out.trimmed(), "0");
        QCOMPARE(passwordOrigin(), u"given <- keychain"_s);
        // The environment goes before it.
        m_ctl->set(u"DB_PASSWORD"_s, u"wrong"_s);
        QCOMPARE(count().status, 4);
        m_ctl->set(u"DB_PASSWORD"_s, {});

        QVERIFY(!m_ctl->anyFileHolds("c4nary"));
        QVERIFY(!m_keychain->filesHold("c4nary"));
        const CtlRun verbose = m_ctl->run({u"--verbose"_s, u"--profile"_s, u"Shop"_s, u"count"_s});
        QVERIFY2(!verbose.everything().contains("c4nary"), verbose.everything().constData());

        QCOMPARE(profile({u"forget-password"_s, u"Shop"_s}).status, 0);
        QCOMPARE(count().status, 4);
        QCOMPARE(passwordOrigin(), u"not given <- default"_s);
    }

    void saysWhereTheKeychainsIsRefused()
    {
        QCOMPARE(profile({u"set-password"_s, u"Shop"_s}, "of yesterday\r\n").status, 0);
        const CtlRun refused = count();
        QCOMPARE(refused.status, 4);
        QVERIFY2(refused.err.contains("The password in the keychain was refused"),
                 refused.everything().constData());
        QCOMPARE(profile({u"remove"_s, u"Shop"_s}).status, 0);
    }

    void refusesWhatItCannotKeep()
    {
        const CtlRun nothing = profile({u"set-password"_s, u"Shop"_s});
        QCOMPARE(nothing.status, 2);
        QCOMPARE(profile({u"set-password"_s, u"nosuch"_s}, "x\n").status, 5);
        QVERIFY(profile({u"set-password"_s, u"Local book"_s}, "x\n").status != 0);
        m_ctl->set(u"DBUS_SESSION_BUS_ADDRESS"_s, u"disabled:"_s);
        const CtlRun without = profile({u"set-password"_s, u"Shop"_s}, canary.toUtf8());
        QCOMPARE(without.status, 1);
        QVERIFY2(without.err.startsWith("There is no keychain here"),
                 without.everything().constData());
        QVERIFY(!without.everything().contains("c4nary"));
    }
};

QTEST_GUILESS_MAIN(tst_CtlPasswords)
#include "tst_ctlpasswords.moc"
