// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/profilestore.h"
#include "core/config/secretstore.h"
#include "core/services/profileservice.h"
#include "core/services/wording.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace clientele;

/// Where there is no keychain, as on a server without a desktop: said in a sentence, and nothing is
/// kept.
class tst_NoKeychain final : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    static Profile sales(bool remembered)
    {
        return {.name = u"Sales"_s,
                .connection = {.engine = Engine::PostgreSql, .host = u"db.example"_s},
                .remembered = remembered};
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_CONFIG_HOME", m_folder.path().toUtf8());
        // ctest says the same: no test reaches the keychain of whoever runs it.
        qputenv("DBUS_SESSION_BUS_ADDRESS", "disabled:");
    }

    void tellsWhy()
    {
        const auto state = SecretStore().describe().wait();
        QVERIFY(state);
        QVERIFY(!state->reachable);
        QCOMPARE(state->problem.kind, ErrorKind::Unsupported);
        const QString words = wording::explain(state->problem);
        QVERIFY2(words.startsWith(u"There is no keychain here"), qPrintable(words));
        QVERIFY2(words.endsWith(u"Passwords are kept for a session only."), qPrintable(words));
    }

    void savesNothingThatItCannotKeep()
    {
        const auto refused = profiles::save(sales(true), {}, u"c4nary"_s).wait();
        QCOMPARE(refused.error().kind, ErrorKind::Unsupported);
        QVERIFY(!ProfileStore().find(u"Sales"_s)->has_value());
        QVERIFY(profiles::save(sales(false), {}, u"c4nary"_s).wait());
        QCOMPARE(profiles::setStoredPassword(u"Sales"_s, u"c4nary"_s).wait().error().kind,
                 ErrorKind::Unsupported);
        QVERIFY(!(*ProfileStore().find(u"Sales"_s))->remembered);
    }

    /// A profile may come from a machine that had one.
    void letsGoOfWhatAnotherMachineRemembers()
    {
        QVERIFY(ProfileStore().save(sales(true)));
        QCOMPARE(profiles::storedPassword(sales(true)).wait().error().kind, ErrorKind::Unsupported);
        QVERIFY(profiles::save(sales(false), u"Sales"_s).wait());
        QVERIFY(!(*ProfileStore().find(u"Sales"_s))->remembered);
        QVERIFY(ProfileStore().save(sales(true)));
        QVERIFY(profiles::remove(u"Sales"_s).wait());
        QVERIFY(!ProfileStore().find(u"Sales"_s)->has_value());
    }
};

QTEST_GUILESS_MAIN(tst_NoKeychain)
#include "tst_nokeychain.moc"
