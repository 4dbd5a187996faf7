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

    static QString origin(const Environment& environment, const QString& field)
    {
        return environment.profile->origins.value(field).text();
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
        QCOMPARE(origin(*environment, u"host"_s), u"DB_HOST in the environment"_s);
        QCOMPARE(origin(*environment, u"port"_s), u"default"_s);
    }

    void processGoesBeforeTheFile()
    {
        const QString file = writeEnvFile("DB_HOST=file\nDB_USER=ann\nDB_PASSWORD=canary\n");
        const auto environment = Environment::read(process({{u"DB_HOST"_s, u"shell"_s}}), file);
        QVERIFY(environment && environment->profile);
        QCOMPARE(environment->profile->connection.host, u"shell"_s);
        QCOMPARE(environment->profile->connection.user, u"ann"_s);
        QCOMPARE(environment->password, u"canary"_s);
        QCOMPARE(origin(*environment, u"host"_s), u"DB_HOST in the environment"_s);
        QCOMPARE(origin(*environment, u"user"_s), u"DB_USER in %1, line 2"_s.arg(file));
        QCOMPARE(origin(*environment, u"password"_s), u"DB_PASSWORD in %1, line 3"_s.arg(file));
    }

    void anEmptyVariableOfTheProcessHidesTheFile()
    {
        const QString file = writeEnvFile("DB_HOST=file\nDB_NAME=sales\n");
        const auto environment = Environment::read(process({{u"DB_HOST"_s, {}}}), file);
        QVERIFY(environment && environment->profile);
        QCOMPARE(environment->profile->connection.host, u"localhost"_s);
        QCOMPARE(origin(*environment, u"host"_s), u"default"_s);
        QCOMPARE(environment->profile->connection.database, u"sales"_s);

        const QString url = writeEnvFile("DATABASE_URL=postgresql://h/db\n");
        QVERIFY(!Environment::read(process({{u"DATABASE_URL"_s, {}}}), url)->profile);
    }

    void processGoesBeforeTheFileInItsVariablesToo()
    {
        const QString file = writeEnvFile("STAGE=file\nDB_HOST=db-${STAGE}.example\n");
        const auto environment = Environment::read(process({{u"STAGE"_s, u"test"_s}}), file);
        QVERIFY(environment && environment->profile);
        QCOMPARE(environment->profile->connection.host, u"db-test.example"_s);
    }

    void leavesToLibpqWhatItsVariablesSay()
    {
        const auto host = Environment::read(
            process({{u"DB_NAME"_s, u"d"_s}, {u"PGHOST"_s, u"pg"_s}, {u"PGPORT"_s, u"7"_s}}));
        QVERIFY(host && host->profile);
        const ConnectionSettings expected{.engine = Engine::PostgreSql,
                                          .database = u"d"_s,
                                          .user = u"postgres"_s,
                                          .sslMode = u"prefer"_s};
        QCOMPARE(host->profile->connection, expected);
        const auto service =
            Environment::read(process({{u"DB_NAME"_s, u"d"_s}, {u"PGSERVICE"_s, u"sales"_s}}));
        QVERIFY(service && service->profile);
        QCOMPARE(service->profile->connection,
                 (ConnectionSettings{.engine = Engine::PostgreSql, .database = u"d"_s}));
        // They alone name no book: the local book stays the default.
        QVERIFY(!Environment::read(process({{u"PGHOST"_s, u"pg"_s}}))->profile);
    }

    void lendsItsPasswordToAProfileOfTheSameServer()
    {
        const ConnectionSettings sales{
            .engine = Engine::PostgreSql, .host = u"sales"_s, .user = u"ann"_s};
        const auto lent = [&](const QMap<QString, QString>& variables,
                              const QString& file = {}) -> QString {
            const auto environment = Environment::read(process(variables), file);
            if (!environment)
                return environment.error().message;
            const auto password = environment->passwordFor(sales);
            return password ? password->text + u' ' + password->origin.name : QString();
        };
        QCOMPARE(lent({}), QString());
        QCOMPARE(lent({{u"DB_PASSWORD"_s, u"p"_s}}), u"p DB_PASSWORD"_s);
        QCOMPARE(lent({{u"DB_PASSWORD"_s, u"p"_s}, {u"DB_HOST"_s, u"sales"_s}}),
                 u"p DB_PASSWORD"_s);
        QCOMPARE(lent({{u"DB_PASSWORD"_s, u"p"_s}, {u"DB_HOST"_s, u"other"_s}}), QString());
        QCOMPARE(lent({{u"DB_PASSWORD"_s, u"p"_s}, {u"DB_PORT"_s, u"5432"_s}}), u"p DB_PASSWORD"_s);
        QCOMPARE(lent({{u"DB_PASSWORD"_s, u"p"_s}, {u"DB_PORT"_s, u"6543"_s}}), QString());
        QCOMPARE(lent({{u"DB_PASSWORD"_s, u"p"_s}, {u"DB_USER"_s, u"bob"_s}}), QString());
        const QString file = writeEnvFile("DB_PASSWORD=f\n");
        QCOMPARE(lent({}, file), u"f DB_PASSWORD"_s);
        QCOMPARE(lent({{u"PGPASSWORD"_s, u"g"_s}}, file), QString());
        QCOMPARE(lent({{u"PGPASSWORD"_s, u"g"_s}, {u"DB_PASSWORD"_s, u"p"_s}}, file),
                 u"p DB_PASSWORD"_s);
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

    void foldersAboveAreNotSearched()
    {
        writeEnvFile("DB_NAME=sales\n", u".env"_s);
        QVERIFY(QDir(m_folder.path()).mkpath(u"below"_s));
        QVERIFY(QDir::setCurrent(m_folder.filePath(u"below"_s)));
        const auto environment = Environment::read({});
        QVERIFY(QDir::setCurrent(m_folder.path()));
        QVERIFY(environment && !environment->profile);
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
        QTest::newRow("TRUE") << u"TRUE"_s << true;
        QTest::newRow("tRuE") << u"tRuE"_s << true;
        QTest::newRow("empty") << QString() << false;
        QTest::newRow("on") << u"on"_s << false;
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

    void logLevelIsOneOfFive_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("level");
        for (const char* level : {"DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"})
            QTest::newRow(level) << QString::fromLatin1(level).toLower()
                                 << QString::fromLatin1(level);
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("unknown") << u"verbose"_s << QString();
        QTest::newRow("number") << u"10"_s << QString();
    }

    void logLevelIsOneOfFive()
    {
        QFETCH(QString, value);
        const auto environment = Environment::read(process({{u"LOG_LEVEL"_s, value}}));
        QVERIFY(environment);
        QTEST(environment->logLevel, "level");
        QCOMPARE(environment->warnings.isEmpty(),
                 value.isEmpty() || !environment->logLevel.isEmpty());
        for (const QString& warning : environment->warnings)
            QVERIFY(warning.startsWith(u"LOG_LEVEL (LOG_LEVEL in the environment) must be"_s));
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
