// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/profileservice.h"

#include "core/background.h"
#include "core/config/profilechange.h"
#include "core/config/profilestore.h"
#include "core/config/secretstore.h"
#include "core/services/echo.h"

using namespace Qt::StringLiterals;

namespace clientele::profiles {

namespace {

Result<Listing> readAll(const QString& envFile)
{
    const ProfileStore store;
    auto saved = store.load();
    if (!saved)
        return saved.error();
    const auto defaultName = store.defaultName();
    if (!defaultName)
        return defaultName.error();

    Listing listing{.profiles = std::move(*saved), .defaultName = *defaultName};
    const auto environment = Environment::read(QProcessEnvironment::systemEnvironment(), envFile);
    if (!environment) {
        // A slip in somebody's environment must not keep people from their own profiles.
        listing.warnings << environment.error().message;
        return listing;
    }
    applyEcho(*environment);
    listing.warnings << environment->warnings;
    if (environment->profile) {
        listing.profiles.insert(1, *environment->profile);
        listing.environmentPassword = environment->password;
    }
    return listing;
}

/// Waits for the keychain, in a thread that may; calling off the one calls off the other.
template <class T>
Result<T> wait(Task<T> task, Cancellation& cancellation)
{
    if (!cancellation.setHook([task]() mutable { task.cancel(); }))
        return Error{.kind = ErrorKind::Cancelled};
    auto result = task.wait();
    cancellation.setHook({});
    return result;
}

/// What the keychain has for @p before becomes what it is to have for @p after.
Result<> moveSecret(const Profile& before, const Profile& after, QString password,
                    Cancellation& cancellation)
{
    const SecretStore secrets;
    const QString from = before.remembered ? SecretStore::keyOf(before) : QString();
    const QString to = after.remembered ? SecretStore::keyOf(after) : QString();
    if (from != to && !to.isEmpty() && password.isEmpty()) {
        if (from.isEmpty() || before.connection.location() != after.connection.location())
            return Error{.kind = ErrorKind::InvalidInput, .code = u"keychain.password"_s};
        const auto stored = wait(secrets.read(from), cancellation);
        if (!stored)
            return stored.error();
        password = *stored;
    }
    if (!to.isEmpty() && !password.isEmpty()) {
        if (const auto written = wait(secrets.write(to, password), cancellation); !written)
            return written;
    }
    if (from.isEmpty() || from == to)
        return {};
    auto erased = wait(secrets.erase(from), cancellation);
    // What no keychain holds any more need not be erased.
    return erased || erased.error().kind == ErrorKind::Unsupported ? Result<>() : erased;
}

Result<> saveOne(const Profile& profile, const QString& replaces, const QString& password,
                 Cancellation& cancellation)
{
    ProfileStore store;
    const QString name = profile.name.trimmed();
    const auto before = store.find(replaces.isEmpty() ? name : replaces);
    if (!before)
        return before.error();
    if (replaces.isEmpty() && *before)
        return Error{.kind = ErrorKind::Conflict,
                     .message = u"There is another profile named %1."_s.arg((*before)->name),
                     .subject = (*before)->name};
    const auto moved = moveSecret(before->value_or(Profile{}), profile, password, cancellation);
    if (!moved)
        return moved;
    // Case alone may change too: save() would find the old name and keep its place.
    if (!replaces.isEmpty() && replaces != name) {
        if (const auto renamed = store.rename(replaces, name); !renamed)
            return renamed;
    }
    return store.save(profile);
}

Result<Profile> setStored(const QString& name, const std::optional<QString>& password,
                          Cancellation& cancellation)
{
    ProfileStore store;
    const auto found = store.find(name);
    if (!found)
        return found.error();
    if (!*found)
        return Error{.kind = ErrorKind::NotFound,
                     .message = u"There is no profile of that name."_s,
                     .subject = name};
    const Profile before = **found;
    if (before.connection.engine == Engine::Sqlite)
        return Error{.kind = ErrorKind::InvalidInput,
                     .message = u"%1 is a file: it has no password."_s.arg(before.name),
                     .subject = before.name};
    Profile after = before;
    after.remembered = password.has_value();
    const auto moved = moveSecret(before, after, password.value_or(QString()), cancellation);
    if (!moved)
        return moved.error();
    return store.change(name, [&](Profile& profile) {
        profile.remembered = after.remembered;
        return Result<>();
    });
}

Result<> removeOne(const QString& name, Cancellation& cancellation)
{
    ProfileStore store;
    const auto found = store.find(name);
    if (!found)
        return found.error();
    if (*found && (*found)->remembered) {
        Profile after = **found;
        after.remembered = false;
        if (const auto erased = moveSecret(**found, after, {}, cancellation); !erased)
            return erased;
    }
    return store.remove(name);
}

Result<Profile> changeOne(const QString& name, const QStringList& assignments,
                          Cancellation& cancellation)
{
    Profile before;
    auto changed = ProfileStore().change(name, [&](Profile& profile) -> Result<> {
        before = profile;
        for (const QString& assignment : assignments) {
            if (auto applied = applySetting(profile, assignment); !applied)
                return applied;
        }
        profile.remembered =
            profile.remembered && SecretStore::keyOf(profile) == SecretStore::keyOf(before);
        return {};
    });
    if (!changed)
        return changed;
    if (before.remembered && !changed->remembered) {
        if (const auto erased = moveSecret(before, *changed, {}, cancellation); !erased)
            return erased.error();
    }
    return changed;
}

} // namespace

Task<Listing> list(const QString& envFile)
{
    return runInBackground<Listing>([envFile](Cancellation&) { return readAll(envFile); });
}

Task<std::monostate> save(const Profile& profile, const QString& replaces, const QString& password)
{
    return runInBackground<std::monostate>(
        [profile, replaces, password](Cancellation& cancellation) {
            return saveOne(profile, replaces, password, cancellation);
        });
}

Task<QString> storedPassword(const Profile& profile)
{
    return SecretStore().read(SecretStore::keyOf(profile));
}

Task<QString> passwordFor(const Profile& profile, const QString& typed)
{
    return typed.isEmpty() && profile.remembered ? storedPassword(profile)
                                                 : Task<QString>::finished(typed);
}

Task<Profile> setStoredPassword(const QString& name, const std::optional<QString>& password)
{
    return runInBackground<Profile>([name, password](Cancellation& cancellation) {
        return setStored(name, password, cancellation);
    });
}

Task<Profile> change(const QString& name, const QStringList& assignments)
{
    return runInBackground<Profile>([name, assignments](Cancellation& cancellation) {
        return changeOne(name, assignments, cancellation);
    });
}

Task<std::monostate> remove(const QString& name)
{
    return runInBackground<std::monostate>(
        [name](Cancellation& cancellation) { return removeOne(name, cancellation); });
}

Task<std::monostate> setDefault(const QString& name)
{
    return runInBackground<std::monostate>(
        [name](Cancellation&) { return ProfileStore().setDefault(name); });
}

Task<Environment> readEnvFile(const QString& file)
{
    // The file alone: a person who picks one means what stands in it.
    return runInBackground<Environment>(
        [file](Cancellation&) { return Environment::read(QProcessEnvironment(), file); });
}

} // namespace clientele::profiles
