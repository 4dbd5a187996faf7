// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/connectionurl.h"
#include "tests/support/ctlprogram.h"
#include "tests/support/enginefixture.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace clientele;
using namespace clientele::testing;

/// Each command that works with customers, on every engine and table.
class tst_CtlCustomers final : public QObject
{
    Q_OBJECT

private:
    EngineFixture m_fixture;
    CtlProgram m_ctl;
    QString m_url;

    CtlRun ctl(const QStringList& words) const { return m_ctl.on(m_url, words); }
    CtlRun json(const QStringList& words) const { return ctl(QStringList{u"--json"_s} + words); }
    static QString text(const QJsonObject& customer, const QString& field)
    {
        return customer[field].toString();
    }

    /// Makes a customer and returns the number.
    QString make(const QString& name, const QStringList& more = {}) const
    {
        const QString email = name.section(u' ', 0, 0).toLower() + u"@example.com"_s;
        const CtlRun run =
            json(QStringList{u"create"_s, u"--name"_s, name, u"--email"_s, email} + more);
        if (run.status != 0)
            qFatal("%s", run.everything().constData());
        return QString::number(run.objects().first()[u"id"_s].toInteger());
    }

private Q_SLOTS:
    void initTestCase_data() { EngineFixture::addRows(); }

    void init()
    {
        QFETCH_GLOBAL(QString, engine);
        m_url = ConnectionUrl::render(m_fixture.fresh(engine));
    }

    void walksThrough()
    {
        QFile expected(QStringLiteral(CLIENTELE_TEST_DATA "/walkthrough.txt"));
        QVERIFY(expected.open(QIODevice::ReadOnly));
        const CtlRun run = ctl({u"walkthrough"_s});
        QCOMPARE(run.out, expected.readAll());
        QCOMPARE(run.err, QByteArray());
        QCOMPARE(run.status, 0);

        const CtlRun again = ctl({u"walkthrough"_s});
        QCOMPARE(again.status, 1);
        QCOMPARE(again.out, QByteArray());
        QVERIFY2(again.err.contains("this one has 3. Nothing was changed."),
                 again.everything().constData());
        QCOMPARE(ctl({u"count"_s}).out, QByteArray("3\n"));
    }

    void createsAndShows()
    {
        const QString id = make(u"Zoe O'Neil"_s, {u"--phone"_s, u"+1-555-0101"_s});
        const CtlRun byId = json({u"show"_s, id});
        QCOMPARE(byId.status, 0);
        const QJsonObject customer = byId.objects().first();
        QCOMPARE(customer.keys(), (QStringList{u"created_at"_s, u"email"_s, u"id"_s, u"is_active"_s,
                                               u"name"_s, u"phone"_s, u"updated_at"_s}));
        QCOMPARE(text(customer, u"name"_s), u"Zoe O'Neil"_s);
        QCOMPARE(text(customer, u"phone"_s), u"+1-555-0101"_s);
        QVERIFY(customer[u"is_active"_s].toBool());
        QVERIFY(
            QDateTime::fromString(text(customer, u"created_at"_s), Qt::ISODateWithMs).isValid());
        QCOMPARE(json({u"show"_s, u"ZOE@example.com"_s}).out, byId.out);
        const CtlRun people = ctl({u"show"_s, id});
        QVERIFY2(people.out.contains("\nName     Zoe O'Neil\n"), people.everything().constData());
    }

    void keepsNullApartFromEmpty()
    {
        const QString id = make(u"Ann"_s);
        QVERIFY(json({u"show"_s, id}).objects().first()[u"phone"_s].isNull());
    }

    void refusesABadAddress()
    {
        const CtlRun run = ctl({u"create"_s, u"--name"_s, u"x"_s, u"--email"_s, u"a@b"_s});
        QCOMPARE(run.status, 1);
        QCOMPARE(run.err, QByteArray("The part after @ needs a dot, as in example.com.\n"));
        QCOMPARE(ctl({u"count"_s}).out, QByteArray("0\n"));
        QCOMPARE(ctl({u"create"_s, u"--name"_s, u"  "_s, u"--email"_s, u"a@b.io"_s}).status, 1);
    }

    void refusesATakenAddress()
    {
        make(u"Ann"_s);
        const CtlRun run =
            ctl({u"create"_s, u"--name"_s, u"x"_s, u"--email"_s, u"ann@example.com"_s});
        QCOMPARE(run.status, 6);
        QVERIFY2(run.err.contains("ann@example.com"), run.everything().constData());
        const QString other = make(u"Bob"_s);
        QCOMPARE(ctl({u"update"_s, other, u"--email"_s, u"ann@example.com"_s}).status, 6);
    }

    void listsInOrder()
    {
        make(u"Bob"_s);
        make(u"Ann"_s, {u"--inactive"_s});
        make(u"Chen 陈"_s, {u"--phone"_s, u"555"_s});
        const auto names = [this](const QStringList& options) {
            QStringList found;
            for (const QJsonObject& one : json(QStringList{u"list"_s} + options).objects())
                found << text(one, u"name"_s);
            return found.join(u',');
        };
        QCOMPARE(names({}), u"Bob,Ann,Chen 陈"_s);
        QCOMPARE(names({u"--sort"_s, u"name"_s}), u"Ann,Bob,Chen 陈"_s);
        QCOMPARE(names({u"--sort"_s, u"name:desc"_s}), u"Chen 陈,Bob,Ann"_s);
        QCOMPARE(names({u"--sort"_s, u"is_active,name:desc"_s}), u"Ann,Chen 陈,Bob"_s);
        QCOMPARE(names({u"--sort"_s, u"is_active:desc,name"_s}), u"Bob,Chen 陈,Ann"_s);
        QCOMPARE(names({u"--active"_s}), u"Bob,Chen 陈"_s);
        QCOMPARE(names({u"--inactive"_s}), u"Ann"_s);
        QCOMPARE(names({u"--search"_s, u"EXAMPLE bo"_s}), u"Bob"_s);
        QCOMPARE(names({u"--search"_s, u"%"_s}), QString());
        QCOMPARE(names({u"--limit"_s, u"1"_s, u"--offset"_s, u"1"_s}), u"Ann"_s);
        QCOMPARE(names({u"--limit"_s, u"0"_s}), QString());
        QCOMPARE(ctl({u"count"_s, u"--active"_s}).out, QByteArray("2\n"));
        QCOMPARE(json({u"count"_s, u"--search"_s, u"ann"_s}).out, QByteArray("{\"count\":1}\n"));

        const QByteArray table = ctl({u"list"_s}).out;
        QVERIFY2(table.startsWith("ID  Name     E-mail            Phone  Active  Created\n"),
                 table.constData());
        QVERIFY2(table.contains("  Chen 陈  chen@example.com  555    yes     "), table.constData());
    }

    void saysWhichSortsReadAll()
    {
        const auto remark = [this](const QString& sort) {
            return ctl({u"--verbose"_s, u"list"_s, u"--sort"_s, sort}).err;
        };
        QFETCH_GLOBAL(QString, engine);
        const bool ours = !engine.contains(u'-');
        for (const QString& sort : {u"name"_s, u"created_at"_s, u"updated_at:desc"_s})
            QVERIFY2(remark(sort).contains("No index") != ours, qPrintable(sort));
        QVERIFY(!remark(u"id:desc"_s).contains("No index"));
        QVERIFY(!ours || !remark(u"email:desc,phone"_s).contains("No index"));
        QVERIFY(remark(u"phone"_s)
                    .contains("No index has the order by phone: all customers are "
                              "read for each page of it.\n"));
        QVERIFY(remark(u"name,created_at:desc"_s)
                    .contains("No index has the order by name and time of creation"));
        QVERIFY(ctl({u"list"_s, u"--sort"_s, u"phone"_s}).err.isEmpty());
    }

    void updatesWhatIsNamed()
    {
        const QString id = make(u"Ann"_s, {u"--phone"_s, u"1"_s});
        const QJsonObject before = json({u"show"_s, id}).objects().first();
        const CtlRun run = json({u"update"_s, id, u"--name"_s, u"Anna"_s, u"--no-phone"_s});
        QCOMPARE(run.status, 0);
        const QJsonObject after = run.objects().first();
        QCOMPARE(text(after, u"name"_s), u"Anna"_s);
        QVERIFY(after[u"phone"_s].isNull());
        QCOMPARE(text(after, u"email"_s), text(before, u"email"_s));
        QCOMPARE(text(after, u"created_at"_s), text(before, u"created_at"_s));
        QVERIFY(text(after, u"updated_at"_s) >= text(before, u"updated_at"_s));
        QCOMPARE(ctl({u"update"_s, id, u"--name"_s, u"Anna"_s}).status, 0);
        QCOMPARE(ctl({u"update"_s, u"999999"_s, u"--name"_s, u"x"_s}).status, 5);
        QVERIFY(
            !json({u"update"_s, id, u"--inactive"_s}).objects().first()[u"is_active"_s].toBool());
    }

    void deactivatesRestoresAndDeletes()
    {
        const QString ann = make(u"Ann"_s);
        const QString bob = make(u"Bob"_s);
        QCOMPARE(ctl({u"deactivate"_s, ann, bob}).out,
                 u"Deactivated customer #%1: Ann\nDeactivated customer #%2: Bob\n"_s.arg(ann, bob)
                     .toUtf8());
        const CtlRun again = ctl({u"deactivate"_s, ann});
        QCOMPARE(again.status, 0);
        QVERIFY2(again.err.contains("is inactive already"), again.everything().constData());
        QCOMPARE(json({u"restore"_s, bob}).objects().first()[u"is_active"_s].toBool(), true);
        const CtlRun missing = ctl({u"restore"_s, u"999999"_s});
        QCOMPARE(missing.status, 5);
        QCOMPARE(missing.err, QByteArray("There is no customer 999999.\n"));

        QCOMPARE(ctl({u"delete"_s, ann}).status, 2);
        QCOMPARE(ctl({u"count"_s}).out, QByteArray("2\n"));
        const CtlRun deleted = ctl({u"delete"_s, ann, u"999999"_s, u"--yes"_s});
        QCOMPARE(deleted.status, 5);
        QCOMPARE(deleted.out, u"Deleted customer #%1: Ann\n"_s.arg(ann).toUtf8());
        QCOMPARE(ctl({u"show"_s, ann}).status, 5);
        QCOMPARE(ctl({u"show"_s, u"ann@example.com"_s}).status, 5);
        QCOMPARE(ctl({u"count"_s}).out, QByteArray("1\n"));
    }

    void showsNoControlCharactersAtATerminal()
    {
        make(u"Eve \x1b[2J\u2028x"_s);
        const QByteArray table = ctl({u"list"_s}).out;
        QVERIFY2(table.contains("Eve  [2J x") && !table.contains('\x1b'), table.constData());
    }
};

QTEST_GUILESS_MAIN(tst_CtlCustomers)
#include "tst_ctlcustomers.moc"
