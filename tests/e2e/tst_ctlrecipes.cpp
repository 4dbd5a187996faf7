// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ctlprogram.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace clientele::testing;

/// What clientelectl can be told of an import, on its line and in a recipe.
class tst_CtlRecipes final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<CtlProgram> m_ctl;

    CtlRun ctl(const QStringList& words) const
    {
        return m_ctl->on(u"sqlite:///"_s + m_ctl->path(u"book.db"_s), words);
    }

    /// "status: created updated unchanged rejected"
    QByteArray import(const QStringList& words) const
    {
        const CtlRun run = ctl(QStringList{u"--json"_s, u"import"_s} + words);
        QByteArray numbers = QByteArray::number(run.status) + ':';
        if (run.objects().isEmpty())
            return numbers + run.err;
        for (const QString& name : {u"created"_s, u"updated"_s, u"unchanged"_s, u"rejected"_s})
            numbers += ' ' + QByteArray::number(run.objects().last()[name].toInteger(-1));
        return numbers;
    }

    QJsonObject shown(const QString& email) const
    {
        const CtlRun run = ctl({u"--json"_s, u"show"_s, email});
        return run.objects().isEmpty() ? QJsonObject() : run.objects().front();
    }

private Q_SLOTS:
    void init()
    {
        m_ctl = std::make_unique<CtlProgram>();
        m_ctl->set(u"TZ"_s, u"UTC"_s);
    }

    void doesAsTheLineSays()
    {
        m_ctl->write(u"a.csv"_s, "Last,First,Mail,Fon,Since\n"
                                 "Kim,Zoe,a@a.example,n/a,02.03.2020\n"
                                 "Chen,Mia,b@b.example,555,14.03.2020\n");
        QCOMPARE(
            import({u"a.csv"_s, u"--map"_s, u"name=Last+First"_s, u"--separator"_s, u"name=, "_s,
                    u"--map"_s, u"phone=Fon"_s, u"--map"_s, u"created_at=Since"_s, u"--set"_s,
                    u"is_active=no"_s, u"--null"_s, u"N/A"_s}),
            QByteArray("0: 2 0 0 0"));
        const QJsonObject zoe = shown(u"a@a.example"_s);
        QCOMPARE(zoe[u"name"].toString(), u"Kim, Zoe"_s);
        QVERIFY(zoe[u"phone"].isNull());
        QCOMPARE(zoe[u"is_active"].toBool(true), false);
        QCOMPARE(zoe[u"created_at"].toString(), u"2020-03-02T00:00:00+00:00"_s);
    }

    void aRecipeDoesItAgain()
    {
        m_ctl->write(u"march.csv"_s, "Last;First;Mail;Since\nKim;Zoe;a@a.example;02/03/2020\n");
        m_ctl->write(u"april.csv"_s, "Last;First;Mail;Since\nChen;Mia;b@b.example;03/04/2020\n"
                                     "Kim;Zora;a@a.example;\n");
        QCOMPARE(import({u"march.csv"_s, u"--map"_s, u"name=First+Last"_s, u"--map"_s,
                         u"created_at=Since"_s, u"--date-format"_s, u"dmy"_s, u"--on-duplicate"_s,
                         u"update"_s, u"--save-recipe"_s, u"members.json"_s}),
                 QByteArray("0: 1 0 0 0"));
        const QJsonObject recipe = QJsonDocument::fromJson(m_ctl->read(u"members.json"_s)).object();
        QCOMPARE(recipe[u"recipe"].toString(), u"clientele-import"_s);
        QCOMPARE(recipe[u"format"][u"delimiter"].toString(), u";"_s);

        QCOMPARE(import({u"april.csv"_s, u"--recipe"_s, u"members.json"_s}),
                 QByteArray("0: 1 1 0 0"));
        QCOMPARE(shown(u"a@a.example"_s)[u"name"].toString(), u"Zora Kim"_s);
        QCOMPARE(shown(u"b@b.example"_s)[u"created_at"].toString(), u"2020-04-03T00:00:00+00:00"_s);
    }

    void theLineGoesBeforeTheRecipe()
    {
        m_ctl->write(u"recipe.json"_s,
                     R"({"recipe": "clientele-import", "version": 1, "onDuplicate": "update",
                         "fields": {"name": {"columns": ["Who"]}, "email": {"columns": ["Mail"]}}})");
        m_ctl->write(u"a.csv"_s, "Who,Nick,Mail\nZoe,Z,a@a.example\n");
        QCOMPARE(import({u"a.csv"_s, u"--recipe"_s, u"recipe.json"_s, u"--map"_s, u"name=Nick"_s}),
                 QByteArray("0: 1 0 0 0"));
        QCOMPARE(shown(u"a@a.example"_s)[u"name"].toString(), u"Z"_s);
        QCOMPARE(
            import({u"a.csv"_s, u"--recipe"_s, u"recipe.json"_s, u"--on-duplicate"_s, u"reject"_s}),
            QByteArray("3: 0 0 0 1"));
    }

    void updatesAndClearsWhatItIsTold()
    {
        QCOMPARE(ctl({u"create"_s, u"--name"_s, u"Zoe"_s, u"--email"_s, u"a@a.example"_s,
                      u"--phone"_s, u"555"_s})
                     .status,
                 0);
        m_ctl->write(u"a.csv"_s, "name,email,phone\nZora,a@a.example,\n");
        QCOMPARE(import({u"a.csv"_s, u"--on-duplicate"_s, u"update"_s, u"--update-fields"_s,
                         u"phone"_s}),
                 QByteArray("0: 0 0 1 0"));
        QCOMPARE(import({u"a.csv"_s, u"--on-duplicate"_s, u"update"_s, u"--update-fields"_s,
                         u"phone"_s, u"--clear"_s, u"phone"_s}),
                 QByteArray("0: 0 1 0 0"));
        QCOMPARE(shown(u"a@a.example"_s)[u"name"].toString(), u"Zoe"_s);
        QVERIFY(shown(u"a@a.example"_s)[u"phone"].isNull());
    }

    void saysThatDatesCouldBeEitherWayRound()
    {
        m_ctl->write(u"a.csv"_s, "name,email,created_at\nZoe,a@a.example,2.3.2020\n");
        const CtlRun run = ctl({u"import"_s, u"a.csv"_s, u"--dry-run"_s});
        QCOMPARE(run.status, 0);
        QVERIFY2(run.err.contains("either way round"), run.err.constData());
    }

    void refusesWhatItCannotFollow_data()
    {
        QTest::addColumn<QByteArray>("recipe");
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("said");
        const QByteArray good = R"({"recipe": "clientele-import", "version": 1,
            "fields": {"name": {"columns": ["name"]}, "email": {"columns": ["mail"]}}})";
        const QStringList replay{u"--recipe"_s, u"r.json"_s};
        QTest::newRow("no JSON") << QByteArray("cake") << replay << 1 << QByteArray("no JSON");
        QTest::newRow("a newer version")
            << QByteArray(good).replace("1", "9") << replay << 1 << QByteArray("newer version");
        QTest::newRow("a column that is not there")
            << good << replay << 2 << QByteArray("no column \"mail\"");
        QTest::newRow("no file") << good << QStringList{u"--recipe"_s, u"x.json"_s} << 5
                                 << QByteArray("x.json");
        QTest::newRow("a way of dates that is none")
            << good << QStringList{u"--date-format"_s, u"soon"_s} << 2
            << QByteArray("--date-format takes iso");
        QTest::newRow("a field that cannot be cleared")
            << good << QStringList{u"--clear"_s, u"name"_s} << 2
            << QByteArray("--clear takes phone");
        QTest::newRow("one field twice")
            << good << QStringList{u"--map"_s, u"name=a"_s, u"--set"_s, u"name=b"_s} << 2
            << QByteArray("given twice");
        QTest::newRow("one address for all")
            << good << QStringList{u"--set"_s, u"email=a@a.example"_s} << 2
            << QByteArray("--set takes name");
    }

    void refusesWhatItCannotFollow()
    {
        QFETCH(QByteArray, recipe);
        QFETCH(QStringList, words);
        QFETCH(QByteArray, said);
        m_ctl->write(u"r.json"_s, recipe);
        m_ctl->write(u"a.csv"_s, "name,email\nZoe,a@a.example\n");
        const CtlRun run = ctl(QStringList{u"import"_s, u"a.csv"_s} + words);
        QVERIFY2(run.err.contains(said), run.err.constData());
        QTEST(run.status, "status");
        QCOMPARE(ctl({u"count"_s}).out, QByteArray("0\n"));
    }
};

QTEST_GUILESS_MAIN(tst_CtlRecipes)
#include "tst_ctlrecipes.moc"
