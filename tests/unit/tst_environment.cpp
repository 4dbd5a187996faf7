// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/environment.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace clientele;

class tst_Environment final : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString writeEnvFile(const QByteArray& content, const QString& name = u"test.env"_s)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("Cannot write %s", qPrintable(file.fileName()));
        return file.fileName();
    }

    static QProcessEnvironment process(const QMap<QString, QString>& variables)
    {
        QProcessEnvironment environment;
        for (auto it = variables.cbegin(); it != variables.cend(); ++it)
            environment.insert(it.key(), it.value());
        return environment;
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(QDir::setCurrent(m_folder.path())); }
    void cleanup() { QFile::remove(m_folder.filePath(u".env"_s)); }
    void cleanupTestCase() { QDir::setCurrent(QDir::rootPath()); }

    void isUnsetWhereNothingSaysAnything()
    {
        const auto environment = Environment::read(process({{u"HOME"_s, u"/"_s}}));
        QVERIFY(environment);
        QVERIFY(!environment->profile);
        QVERIFY(!environment->debug);
    }

    void fillsInTheGuidesDefaults()
    {
        const auto environment = Environment::read(process({{u"DB_HOST"_s, u"h"_s}}));
        QVERIFY(environment && environment->profile);
        const ConnectionSettings expected{.engine = Engine::PostgreSql,
                                          .host = u"h"_s,
                                          .port = 5432,
                                          .database = u"example"_s,
                                          .user = u"postgres"_s,
                                          .sslMode = u"prefer"_s};
        QCOMPARE(environment->profile->connection, expected);
        QCOMPARE(environment->profile->origin, Profile::Origin::Environment);
        QVERIFY(environment->profile->sources.contains(u"DB_HOST: environment"_s));
        QVERIFY(environment->profile->sources.contains(u"DB_PORT: default"_s));
    }

    void processGoesBeforeTheFile()
    {
        const QString file = writeEnvFile("DB_HOST=file\nDB_USER=ann\nDB_PASSWORD=canary\n");
        const auto environment = Environment::read(process({{u"DB_HOST"_s, u"shell"_s}}), file);
        QVERIFY(environment && environment->profile);
        QCOMPARE(environment->profile->connection.host, u"shell"_s);
        QCOMPARE(environment->profile->connection.user, u"ann"_s);
        QCOMPARE(environment->password, u"canary"_s);
        QVERIFY(environment->profile->sources.contains(u"DB_USER: test.env"_s));
        QVERIFY(!environment->profile->sources.join(u' ').contains(u"canary"_s));
    }

    void urlGoesBeforeFieldsOfTheSameSource()
    {
        const QString file = writeEnvFile("DATABASE_URL=postgresql://u:p@url/db\nDB_HOST=field\n");
        const auto fromFile = Environment::read({}, file);
        QVERIFY(fromFile && fromFile->profile);
        QCOMPARE(fromFile->profile->connection.host, u"url"_s);
        QCOMPARE(fromFile->password, u"p"_s);

        const auto fromBoth = Environment::read(process({{u"DB_HOST"_s, u"shell"_s}}), file);
        QVERIFY(fromBoth && fromBoth->profile);
        QCOMPARE(fromBoth->profile->connection.host, u"shell"_s);
    }

    void readsTheEnvFileOfTheFolder()
    {
        writeEnvFile("DB_NAME=sales\n", u".env"_s);
        const auto environment = Environment::read({});
        QVERIFY(environment && environment->profile);
        QCOMPARE(environment->profile->connection.database, u"sales"_s);
    }

    void fileThatIsNamedMustExist()
    {
        const auto environment = Environment::read({}, m_folder.filePath(u"none.env"_s));
        QVERIFY(!environment);
        QCOMPARE(environment.error().kind, ErrorKind::NotFound);
    }

    void debugIsTrueOnlyForTrue_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("debug");
        QTest::newRow("True") << u"True"_s << true;
        QTest::newRow("true") << u"true"_s << true;
        QTest::newRow("1") << u"1"_s << false;
        QTest::newRow("yes") << u"yes"_s << false;
        QTest::newRow("False") << u"False"_s << false;
    }

    void debugIsTrueOnlyForTrue()
    {
        QFETCH(QString, value);
        const auto environment =
            Environment::read(process({{u"DEBUG"_s, value}, {u"LOG_LEVEL"_s, u"info"_s}}));
        QVERIFY(environment);
        QTEST(environment->debug, "debug");
        QCOMPARE(environment->logLevel, u"INFO"_s);
    }

    void refusesWhatMakesNoSense_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::newRow("port") << u"DB_PORT"_s << u"five"_s;
        QTest::newRow("port range") << u"DB_PORT"_s << u"70000"_s;
        QTest::newRow("sslmode") << u"DB_SSL_MODE"_s << u"on"_s;
        QTest::newRow("url") << u"DATABASE_URL"_s << u"mysql://u:canary@h/db"_s;
    }

    void refusesWhatMakesNoSense()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        const auto environment = Environment::read(process({{name, value}}));
        QVERIFY(!environment);
        QCOMPARE(environment.error().kind, ErrorKind::InvalidInput);
        QCOMPARE(environment.error().subject, name);
        QVERIFY(!environment.error().message.contains(u"canary"_s));
    }

    void warningsNameFileAndLine()
    {
        const auto environment = Environment::read({}, writeEnvFile("A=1\nB: canary\n"));
        QVERIFY(environment);
        QCOMPARE(environment->warnings.size(), 1);
        QVERIFY(environment->warnings.first().startsWith(u"test.env line 2:"_s));
        QVERIFY(!environment->warnings.first().contains(u"canary"_s));
    }
};

QTEST_GUILESS_MAIN(tst_Environment)
#include "tst_environment.moc"
