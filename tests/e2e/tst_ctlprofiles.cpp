// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ctlprogram.h"
#include "tests/support/postgresserver.h"

#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace clientele::testing;

/// Profiles by clientelectl: what they hold, what they say of where values come from, and that they
/// keep no secrets.
class tst_CtlProfiles final : public QObject
{
    Q_OBJECT

private:
    inline static const QString canary = u"c4nary p@ss/word"_s;
    std::unique_ptr<PostgresServer> m_server;
    std::unique_ptr<CtlProgram> m_ctl;

    [[nodiscard]] QString url(const QString& database) const { return m_server->url(database); }

    static int closedPort()
    {
        const ServerProcess nobody(u"nobody"_s);
        return nobody.port();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<PostgresServer>(PostgresServer::Options{.password = canary});
        m_server->createDatabase(u"shop"_s);
        const CtlProgram ctl;
        const CtlRun run = ctl.on(url(u"shop"_s), {u"migrate"_s, u"upgrade"_s});
        QVERIFY2(run.status == 0, run.everything().constData());
    }

    void init() { m_ctl = std::make_unique<CtlProgram>(); }

    void showsWhereEachValueComesFrom()
    {
        const auto origin = [this](const QStringList& words, const QString& field) {
            const CtlRun run = m_ctl->run(words + QStringList{u"--json"_s});
            for (const QJsonObject& object : run.objects()) {
                if (object[u"field"_s] == field)
                    return object[u"value"_s].toString() + u" <- "_s +
                           object[u"origin"_s].toString() + u' ' + object[u"name"_s].toString();
            }
            return QString::fromUtf8(run.everything());
        };
        const QStringList show{u"profile"_s, u"show"_s};
        QCOMPARE(origin(show, u"read-only"_s), u"false <- default "_s);
        m_ctl->run({u"profile"_s, u"add"_s, u"Shop"_s, u"postgresql://ann@db.example/shop"_s});
        const QStringList shop = show + QStringList{u"shop"_s};
        QCOMPARE(origin(shop, u"host"_s), u"db.example <- profile Shop"_s);
        QCOMPARE(origin(shop, u"port"_s), u"5432 <- default "_s);
        QCOMPARE(origin(shop, u"password"_s), u"not given <- default "_s);
        m_ctl->set(u"PGPORT"_s, u"6543"_s);
        m_ctl->set(u"PGPASSWORD"_s, canary);
        QCOMPARE(origin(shop, u"port"_s), u"6543 <- libpq-environment PGPORT"_s);
        QCOMPARE(origin(shop, u"password"_s), u"given <- libpq-environment PGPASSWORD"_s);
        m_ctl->write(u".env"_s, "DB_PASSWORD=c4nary\n");
        QCOMPARE(origin(shop, u"password"_s), u"given <- libpq-environment PGPASSWORD"_s);
        m_ctl->set(u"PGPASSWORD"_s, {});
        QCOMPARE(origin(shop, u"password"_s), u"given <- env-file DB_PASSWORD"_s);
        m_ctl->set(u"DB_PASSWORD"_s, canary);
        QCOMPARE(origin(shop, u"password"_s), u"given <- process-environment DB_PASSWORD"_s);
        m_ctl->set(u"DB_HOST"_s, u"another.example"_s);
        QCOMPARE(origin(shop, u"password"_s), u"not given <- default "_s);
        QCOMPARE(origin(show, u"host"_s), u"another.example <- process-environment DB_HOST"_s);
        QCOMPARE(origin(show, u"port"_s), u"6543 <- libpq-environment PGPORT"_s);
        const QStringList line{u"--url"_s, u"postgresql://u:c4nary@/db"_s, u"profile"_s, u"show"_s};
        QCOMPARE(origin(line, u"user"_s), u"u <- command-line --url"_s);
        QCOMPARE(origin(line, u"port"_s), u"6543 <- libpq-environment PGPORT"_s);
        QCOMPARE(origin(line, u"password"_s), u"given <- command-line --url"_s);

        const CtlRun table = m_ctl->run(line);
        QVERIFY2(table.out.simplified().contains("user u --url"), table.everything().constData());
        QVERIFY(!table.everything().contains("c4nary"));
        const CtlRun verbose =
            m_ctl->run({u"--verbose"_s, u"--url"_s,
                        u"postgresql://u:c4nary@127.0.0.1:%1/x"_s.arg(closedPort()), u"count"_s});
        QVERIFY2(verbose.err.contains("//u:***@127.0.0.1"), verbose.everything().constData());
        QVERIFY(!verbose.everything().contains("c4nary"));
        QCOMPARE(m_ctl->run({u"profile"_s, u"show"_s, u"nosuch"_s}).status, 5);
    }

    void changesSavedProfiles()
    {
        m_ctl->run({u"profile"_s, u"add"_s, u"Shop"_s, u"postgresql://ann@db.example/shop"_s});
        const auto set = [this](const QStringList& words) {
            return m_ctl->run(QStringList{u"profile"_s, u"set"_s} + words);
        };
        const CtlRun changed =
            set({u"shop"_s, u"host=127.0.0.1"_s, u"port=%1"_s.arg(m_server->port()),
                 u"user=postgres"_s, u"connect_timeout=3"_s});
        QVERIFY2(changed.status == 0, changed.everything().constData());
        QVERIFY2(changed.err.contains("connect_timeout=3"), changed.everything().constData());
        m_ctl->set(u"PGPASSWORD"_s, canary);
        QCOMPARE(m_ctl->run({u"--profile"_s, u"Shop"_s, u"count"_s}).out, QByteArray("0\n"));
        QCOMPARE(set({u"Shop"_s, u"read-only=true"_s}).status, 0);
        QCOMPARE(m_ctl->run({u"--profile"_s, u"Shop"_s, u"delete"_s, u"1"_s, u"--yes"_s}).status,
                 1);

        const QByteArray before = m_ctl->read(u"config/clientele/profiles.json"_s);
        const CtlRun refused = set({u"Shop"_s, u"host=x"_s, u"hots=y"_s});
        QVERIFY2(refused.status == 2 && refused.err.contains("Did you mean host?"),
                 refused.everything().constData());
        QCOMPARE(set({u"Shop"_s, u"password=c4nary"_s}).status, 2);
        QCOMPARE(set({u"nosuch"_s, u"host=x"_s}).status, 5);
        QCOMPARE(set({u"Local book"_s, u"read-only=true"_s}).status, 2);
        QCOMPARE(set({u"Shop"_s}).status, 2);
        QCOMPARE(m_ctl->read(u"config/clientele/profiles.json"_s), before);
    }

    void keepsProfilesWithoutTheirPasswords()
    {
        const CtlRun added = m_ctl->run({u"profile"_s, u"add"_s, u"Shop"_s, url(u"shop"_s)});
        QVERIFY2(added.status == 0 && added.err.contains("The password was not kept"),
                 added.everything().constData());
        QCOMPARE(m_ctl->run({u"profile"_s, u"add"_s, u"shop"_s, url(u"shop"_s)}).status, 6);
        QCOMPARE(m_ctl->run({u"profile"_s, u"add"_s, u"Local book"_s, url(u"shop"_s)}).status, 6);

        const CtlRun listed = m_ctl->run({u"profile"_s, u"list"_s, u"--json"_s});
        QCOMPARE(listed.objects().size(), 2);
        QVERIFY(listed.objects()[0][u"default"_s].toBool());
        QCOMPARE(listed.objects()[1][u"name"_s].toString(), u"Shop"_s);
        m_ctl->set(u"PGPASSWORD"_s, canary);
        const CtlRun tested = m_ctl->run({u"profile"_s, u"test"_s, u"shop"_s});
        QVERIFY2(tested.status == 0, tested.everything().constData());

        QVERIFY(!m_ctl->anyFileHolds("c4nary"));
        QVERIFY(
            !(added.everything() + listed.everything() + tested.everything()).contains("c4nary"));
        QCOMPARE(m_ctl->run({u"profile"_s, u"remove"_s, u"SHOP"_s}).status, 0);
        QCOMPARE(m_ctl->run({u"profile"_s, u"remove"_s, u"Shop"_s}).status, 5);
        QCOMPARE(m_ctl->run({u"profile"_s, u"remove"_s, u"Local book"_s}).status, 1);
    }

    void leavesADamagedProfilesFileAlone()
    {
        QVERIFY(m_ctl->run({u"profile"_s, u"add"_s, u"a"_s, u"sqlite:///a.db"_s}).status == 0);
        m_ctl->write(u"config/clientele/profiles.json"_s, "{ damaged");
        const CtlRun run = m_ctl->run({u"list"_s});
        QVERIFY2(run.status == 1 && run.err.contains("profiles.json"),
                 run.everything().constData());
        QCOMPARE(m_ctl->run({u"profile"_s, u"add"_s, u"b"_s, u"sqlite:///b.db"_s}).status, 1);
        QCOMPARE(m_ctl->read(u"config/clientele/profiles.json"_s), QByteArray("{ damaged"));
    }
};

QTEST_GUILESS_MAIN(tst_CtlProfiles)
#include "tst_ctlprofiles.moc"
