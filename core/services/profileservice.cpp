// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/profileservice.h"

#include "core/background.h"
#include "core/config/profilechange.h"
#include "core/config/profilestore.h"
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

Result<> saveOne(const Profile& profile, const QString& replaces)
{
    ProfileStore store;
    const QString name = profile.name.trimmed();
    // Case alone may change too: save() would find the old name and keep its place.
    if (!replaces.isEmpty() && replaces != name) {
        if (const auto renamed = store.rename(replaces, name); !renamed)
            return renamed;
    } else if (replaces.isEmpty()) {
        const auto other = store.find(name);
        if (!other)
            return other.error();
        if (*other)
            return Error{.kind = ErrorKind::Conflict,
                         .message = u"There is another profile named %1."_s.arg((*other)->name),
                         .subject = (*other)->name};
    }
    return store.save(profile);
}

} // namespace

Task<Listing> list(const QString& envFile)
{
    return runInBackground<Listing>([envFile](Cancellation&) { return readAll(envFile); });
}

Task<std::monostate> save(const Profile& profile, const QString& replaces)
{
    return runInBackground<std::monostate>(
        [profile, replaces](Cancellation&) { return saveOne(profile, replaces); });
}

Task<Profile> change(const QString& name, const QStringList& assignments)
{
    return runInBackground<Profile>([name, assignments](Cancellation&) {
        return ProfileStore().change(name, [&](Profile& profile) -> Result<> {
            for (const QString& assignment : assignments) {
                if (auto applied = applySetting(profile, assignment); !applied)
                    return applied;
            }
            return {};
        });
    });
}

Task<std::monostate> remove(const QString& name)
{
    return runInBackground<std::monostate>(
        [name](Cancellation&) { return ProfileStore().remove(name); });
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
