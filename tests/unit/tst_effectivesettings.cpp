// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/effectivesettings.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace clientele;

/// Which value counts in the end, and where it is said to come from.
class tst_EffectiveSettings final : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_home;

    QString write(const QString& name, const QByteArray& content)
    {
        QFile file(m_home.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("Cannot write %s", qPrintable(file.fileName()));
        return file.fileName();
    }

    [[nodiscard]] QProcessEnvironment process(const QMap<QString, QString>& variables = {}) const
    {
        QProcessEnvironment environment;
        environment.insert(u"HOME"_s, m_home.path());
        for (auto it = variables.cbegin(); it != variables.cend(); ++it)
            environment.insert(it.key(), it.value());
        return environment;
    }

    static Profile saved(const ConnectionSettings& connection)
    {
        return {.name = u"Shop"_s, .connection = connection};
    }

    /// "value <- origin".
    static QString shown(const QList<EffectiveSetting>& settings, const QString& field)
    {
        for (const EffectiveSetting& setting : settings) {
            if (setting.field == field)
                return setting.value + u" <- "_s + setting.origin.text();
        }
        return u"absent"_s;
    }

private Q_SLOTS:
    void cleanup()
    {
        QFile::remove(m_home.filePath(u".pg_service.conf"_s));
        QFile::remove(m_home.filePath(u".pgpass"_s));
    }

    void showsEveryFieldOnceInOrder()
    {
        QStringList fields;
        const auto settings = effectiveSettings(
            saved({.engine = Engine::PostgreSql, .host = u"h"_s}), false, process());
        for (const EffectiveSetting& setting : settings)
            fields << setting.field;
        QCOMPARE(fields, (QStringList{u"host"_s, u"port"_s, u"database"_s, u"user"_s, u"password"_s,
                                      u"sslmode"_s, u"read-only"_s}));
        QCOMPARE(shown(settings, u"host"_s), u"h <- profile Shop"_s);
        QCOMPARE(shown(settings, u"port"_s), u"5432 <- default"_s);
        QCOMPARE(shown(settings, u"sslmode"_s), u"prefer <- default"_s);
        QCOMPARE(shown(settings, u"password"_s), u"not given <- default"_s);
        QVERIFY(shown(settings, u"user"_s).endsWith(u" <- default"_s));
    }

    void fillsEmptyFieldsFromLibpqsVariables_data()
    {
        QTest::addColumn<QString>("variable");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::newRow("PGHOST") << u"PGHOST"_s << u"host"_s << u"pg.example"_s;
        QTest::newRow("PGPORT") << u"PGPORT"_s << u"port"_s << u"6543"_s;
        QTest::newRow("PGDATABASE") << u"PGDATABASE"_s << u"database"_s << u"sales"_s;
        QTest::newRow("PGUSER") << u"PGUSER"_s << u"user"_s << u"ann"_s;
        QTest::newRow("PGSSLMODE") << u"PGSSLMODE"_s << u"sslmode"_s << u"require"_s;
        QTest::newRow("PGPASSFILE") << u"PGPASSFILE"_s << u"passfile"_s << u"/none/pass"_s;
        QTest::newRow("PGSERVICE") << u"PGSERVICE"_s << u"service"_s << u"nowhere"_s;
        QTest::newRow("PGTARGETSESSIONATTRS")
            << u"PGTARGETSESSIONATTRS"_s << u"target_session_attrs"_s << u"primary"_s;
    }

    void fillsEmptyFieldsFromLibpqsVariables()
    {
        QFETCH(QString, variable);
        QFETCH(QString, field);
        QFETCH(QString, value);
        const auto environment = process({{variable, value}});
        const auto empty =
            effectiveSettings(saved({.engine = Engine::PostgreSql}), false, environment);
        QCOMPARE(shown(empty, field), value + u" <- "_s + variable + u" in the environment"_s);

        const ConnectionSettings full{.engine = Engine::PostgreSql,
                                      .host = u"h"_s,
                                      .port = 1,
                                      .database = u"d"_s,
                                      .user = u"u"_s,
                                      .sslMode = u"allow"_s,
                                      .options = {{u"passfile"_s, u"/own"_s},
                                                  {u"service"_s, u"own"_s},
                                                  {u"target_session_attrs"_s, u"any"_s}}};
        QVERIFY(shown(effectiveSettings(saved(full), false, environment), field)
                    .endsWith(u" <- profile Shop"_s));
    }

    void saysNothingOfVariablesThatDoNotCount()
    {
        const auto settings = effectiveSettings(
            saved({.engine = Engine::PostgreSql}), false,
            process({{u"PGCLIENTENCODING"_s, u"LATIN1"_s}, {u"PGCONNECT_TIMEOUT"_s, u"3"_s}}));
        QCOMPARE(shown(settings, u"client_encoding"_s), u"absent"_s);
        QVERIFY(shown(settings, u"connect_timeout"_s).startsWith(u"3 <- PGCONNECT_TIMEOUT"_s));
    }

    void aServiceGoesBeforeTheVariables()
    {
        const QString path = write(u".pg_service.conf"_s,
                                   "# services\n[other]\nhost=no\n\n[sales]\nhost=db.example\n"
                                   "port=7\npassword=c4nary\nhost=second\n[more]\nuser=no\n");
        const Profile profile =
            saved({.engine = Engine::PostgreSql, .options = {{u"service"_s, u"sales"_s}}});
        const auto settings = effectiveSettings(
            profile, false, process({{u"PGHOST"_s, u"pg"_s}, {u"PGUSER"_s, u"ann"_s}}));
        QCOMPARE(shown(settings, u"host"_s),
                 u"db.example <- service sales in %1, line 6"_s.arg(path));
        QCOMPARE(shown(settings, u"port"_s), u"7 <- service sales in %1, line 7"_s.arg(path));
        QCOMPARE(shown(settings, u"user"_s), u"ann <- PGUSER in the environment"_s);
        QCOMPARE(shown(settings, u"password"_s),
                 u"given <- service sales in %1, line 8"_s.arg(path));
        QCOMPARE(shown(settings, u"service"_s), u"sales <- profile Shop"_s);
    }

    void theVariableNamesAServiceAndItsFile()
    {
        const QString path = write(u"services"_s, "[sales]\nhost=db.example\n");
        const auto settings =
            effectiveSettings(saved({.engine = Engine::PostgreSql}), false,
                              process({{u"PGSERVICE"_s, u"sales"_s}, {u"PGSERVICEFILE"_s, path}}));
        QCOMPARE(shown(settings, u"host"_s),
                 u"db.example <- service sales in %1, line 2"_s.arg(path));
    }

    void neverShowsAPassword()
    {
        Profile profile =
            saved({.engine = Engine::PostgreSql, .options = {{u"sslpassword"_s, u"c4nary"_s}}});
        const auto from = [&](bool given, const QMap<QString, QString>& variables) {
            const auto settings = effectiveSettings(profile, given, process(variables));
            for (const EffectiveSetting& setting : settings) {
                if (setting.value.contains(u"c4nary"_s))
                    return u"it is shown"_s;
            }
            return shown(settings, u"password"_s);
        };
        const QMap<QString, QString> variables{{u"PGPASSWORD"_s, u"c4nary"_s}};
        QCOMPARE(from(false, variables), u"given <- PGPASSWORD in the environment"_s);
        const QString file = write(u".pgpass"_s, "*:*:*:*:c4nary\n");
        QCOMPARE(from(false, {}), u"looked up <- "_s + file);
        const QString other = write(u"pass"_s, "*:*:*:*:c4nary\n");
        QCOMPARE(from(false, {{u"PGPASSFILE"_s, other}}), u"looked up <- "_s + other);
        profile.origins.insert(u"password"_s, {.kind = SettingOrigin::Kind::EnvFile,
                                               .name = u"DB_PASSWORD"_s,
                                               .file = u".env"_s,
                                               .line = 3});
        QCOMPARE(from(true, variables), u"given <- DB_PASSWORD in .env, line 3"_s);
    }

    void showsTheFileOfALocalBook()
    {
        const Profile profile{.name = u"Local book"_s,
                              .origin = Profile::Origin::LocalBook,
                              .connection = {.file = u"/tmp/a.db"_s}};
        const auto settings = effectiveSettings(profile, false, process({{u"PGHOST"_s, u"h"_s}}));
        QCOMPARE(settings.size(), 2);
        QCOMPARE(shown(settings, u"file"_s), u"/tmp/a.db <- default"_s);
        QCOMPARE(shown(settings, u"read-only"_s), u"false <- default"_s);
    }

    void tellsWhereEachFieldOfAUrlComesFrom()
    {
        const ConnectionSettings settings{.engine = Engine::PostgreSql,
                                          .readOnly = true,
                                          .host = u"h"_s,
                                          .options = {{u"connect_timeout"_s, u"3"_s}}};
        const SettingOrigin line{.kind = SettingOrigin::Kind::CommandLine, .name = u"--url"_s};
        const auto origins = originsOf(settings, true, line);
        QCOMPARE(origins.keys(),
                 (QStringList{u"connect_timeout"_s, u"host"_s, u"password"_s, u"read-only"_s}));
        QCOMPARE(origins.value(u"host"_s).text(), u"--url"_s);
        QCOMPARE(origins.value(u"host"_s).code(), u"command-line"_s);
    }
};

QTEST_GUILESS_MAIN(tst_EffectiveSettings)
#include "tst_effectivesettings.moc"
