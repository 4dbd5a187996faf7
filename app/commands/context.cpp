// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/context.h"

#include "core/config/connectionurl.h"
#include "core/config/effectivesettings.h"
#include "core/config/profilestore.h"
#include "core/services/book.h"
#include "core/services/echo.h"
#include "core/services/job.h"
#include "core/services/profileservice.h"
#include "core/services/wording.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace clientele::ctl {

Context::Context(const Arguments& arguments, Console& console, Interrupts& interrupts)
    : m_arguments(arguments), m_console(console), m_interrupts(interrupts),
      m_verbose(arguments.has(u"verbose"_s))
{}

Context::~Context() = default;

Result<Target> Context::target(const std::optional<QString>& profileName)
{
    auto target = findTarget(profileName);
    if (target && m_verbose)
        explain(*target);
    return target;
}

Result<Target> Context::findTarget(std::optional<QString> name)
{
    if (auto one = m_arguments.atMostOneOf({u"profile"_s, u"url"_s, u"env-file"_s}); !one)
        return one.error();
    if (name && (m_arguments.has(u"profile"_s) || m_arguments.has(u"url"_s)))
        return usageError(u"The book is named twice."_s);
    const auto envFile = m_arguments.value(u"env-file"_s);
    const auto environment =
        Environment::read(QProcessEnvironment::systemEnvironment(), envFile.value_or(QString()));
    m_verbose = m_verbose || (environment && environment->debug);
    if (environment)
        applyEcho(*environment);
    if (const auto url = m_arguments.value(u"url"_s)) {
        const auto parsed = ConnectionUrl::parse(*url);
        if (!parsed)
            return usageError(u"--url: "_s + parsed.error().message);
        return Target{
            {.name = u"--url"_s,
             .connection = parsed->settings,
             .origins = originsOf(parsed->settings, !parsed->password.isEmpty(),
                                  {.kind = SettingOrigin::Kind::CommandLine, .name = u"--url"_s})},
            parsed->password};
    }

    if (!name)
        name = m_arguments.value(u"profile"_s);
    const bool isEnvironment = name && name->compare(u"Environment"_s, Qt::CaseInsensitive) == 0;
    if (name && !isEnvironment)
        return savedTarget(*name, environment);
    if (!environment)
        return environment.error().kind == ErrorKind::InvalidInput
                   ? usageError(environment.error().message)
                   : environment.error();
    for (const QString& warning : environment->warnings)
        m_console.say(warning + u'.');
    if (environment->profile)
        return Target{*environment->profile, environment->password};
    if (envFile)
        return usageError(u"%1 sets neither DATABASE_URL nor DB_HOST, DB_NAME or another DB_ "
                          "variable."_s.arg(*envFile));
    if (isEnvironment)
        return usageError(u"The environment sets neither DATABASE_URL nor a DB_ variable."_s);
    const auto byDefault = ProfileStore().defaultName();
    if (!byDefault)
        return byDefault.error();
    return savedTarget(*byDefault, environment);
}

Result<Target> Context::savedTarget(const QString& name, const Result<Environment>& environment)
{
    const auto found = ProfileStore().find(name);
    if (!found)
        return found.error();
    if (!*found)
        return Error{.kind = ErrorKind::NotFound,
                     .message = u"There is no profile \"%1\"; \"clientelectl profile list\" names "
                                "those that there are."_s.arg(name)};
    Target target{**found, QString()};
    // What is wrong with the environment does not matter to who names a profile.
    const auto password =
        environment ? environment->passwordFor(target.profile.connection) : std::nullopt;
    if (password) {
        target.password = password->text;
        target.profile.origins.insert(u"password"_s, password->origin);
    } else if (target.profile.remembered) {
        const auto stored = wait(profiles::storedPassword(target.profile));
        if (stored) {
            target.password = *stored;
            target.profile.origins.insert(u"password"_s, {.kind = SettingOrigin::Kind::Keychain});
        } else {
            // There are other ways: ~/.pgpass, or being asked.
            m_console.say(wording::explain(stored.error()));
        }
    }
    return target;
}

void Context::explain(const Target& target)
{
    const ConnectionUrl url{target.profile.connection, target.password};
    m_console.say(u"Book: %1, %2"_s.arg(target.profile.name, url.masked()));
    const auto settings = effectiveSettings(target.profile, !target.password.isEmpty(),
                                            QProcessEnvironment::systemEnvironment());
    for (const EffectiveSetting& setting : settings) {
        if (setting.origin.kind != SettingOrigin::Kind::Default)
            m_console.say(u"  %1: %2 (%3)"_s.arg(setting.field, printable(setting.value),
                                                 printable(setting.origin.text())));
    }
}

Result<Book*> Context::open()
{
    const auto chosen = target();
    if (!chosen)
        return chosen.error();
    const ConnectionSettings& settings = chosen->profile.connection;
    m_book = std::make_unique<Book>(settings, chosen->password);
    auto info = wait(m_book->open());
    if (!info && info.error().kind == ErrorKind::AuthenticationFailed) {
        if (chosen->profile.origins.value(u"password"_s).kind == SettingOrigin::Kind::Keychain)
            m_console.say(u"The password in the keychain was refused; \"profile set-password %1\" "
                          "replaces it."_s.arg(chosen->profile.name));
        if (const auto password =
                m_console.askPassword(u"Password for %1: "_s.arg(settings.location()))) {
            m_book = std::make_unique<Book>(settings, *password);
            info = wait(m_book->open());
        }
    }
    if (!info)
        return info.error();
    m_info = *info;
    if (m_verbose) {
        const QString line = info->encryption.isEmpty() ? u"not encrypted"_s : info->encryption;
        m_console.say(u"  %1, revision %2%3"_s.arg(
            info->serverVersion, info->revision.isEmpty() ? u"none"_s : info->revision,
            info->engine == Engine::PostgreSql ? u", "_s + line : QString()));
    }
    return m_book.get();
}

void Context::remark(const QString& sentence)
{
    if (m_verbose && !sentence.isEmpty())
        m_console.say(sentence);
}

Result<Book*> Context::openReady()
{
    auto book = open();
    return book ? checkReady() : book;
}

Result<BookInfo> Context::upgrade()
{
    auto info = wait(m_book->createSchema());
    if (info)
        m_info = *info;
    return info;
}

Result<Book*> Context::checkReady()
{
    if (m_info.schema == SchemaState::Missing)
        return Error{.kind = ErrorKind::SchemaMissing,
                     .message = u"There is no customer table in %1 yet. \"clientelectl migrate "
                                "upgrade\" makes it."_s.arg(m_info.location)};
    if (m_info.schema == SchemaState::Foreign)
        return Error{.kind = ErrorKind::SchemaMismatch,
                     .message = u"The table customer in %1 is something else, and is left alone: "
                                "%2"_s.arg(m_info.location, m_info.schemaProblem)};
    return m_book.get();
}

void Context::wait(Job& job)
{
    if (job.isFinished())
        return;
    QObject::connect(&job, &Job::finished, qApp, &QCoreApplication::quit);
    m_interrupts.onInterrupt([&job] {
        QMetaObject::invokeMethod(
            &job, [&job] { job.cancel(); }, Qt::QueuedConnection);
    });
    QCoreApplication::exec();
    m_interrupts.onInterrupt({});
}

int Context::fail(const Error& error)
{
    const bool ownWords = isUsageError(error) || error.kind == ErrorKind::SchemaMissing ||
                          error.kind == ErrorKind::SchemaMismatch ||
                          (error.kind == ErrorKind::NotFound && error.subject.isEmpty());
    m_console.say(ownWords ? error.message : wording::explain(error));
    return statusOf(error);
}

} // namespace clientele::ctl
