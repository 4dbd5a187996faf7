// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/profilestore.h"

#include "core/config/folders.h"
#include "core/config/profilesfile.h"

#include <QDir>
#include <QFileInfo>
#include <QLockFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clientele {

namespace {

constexpr int lockPatience = 5000; ///< milliseconds

bool sameName(const QString& a, const QString& b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

auto findByName(QList<Profile>& profiles, const QString& name)
{
    return std::find_if(profiles.begin(), profiles.end(),
                        [&](const Profile& profile) { return sameName(profile.name, name); });
}

Error notFound(const QString& name)
{
    return {.kind = ErrorKind::NotFound,
            .message = u"There is no profile of that name."_s,
            .subject = name};
}

std::optional<Error> nameFault(const QString& name)
{
    if (name.trimmed().isEmpty())
        return Error{.kind = ErrorKind::InvalidInput, .message = u"A profile needs a name."_s};
    if (sameName(name, ProfileStore::localBook().name) || sameName(name, u"Environment"_s))
        return Error{.kind = ErrorKind::InvalidInput,
                     .message = u"This name is taken by a profile that is always there."_s,
                     .subject = name};
    return std::nullopt;
}

/// Reads the file, lets @p change work on it and writes it, while no other program does.
template <class Change>
Result<> changeFile(const QString& path, Change change)
{
    const QFileInfo info(path);
    if (!QDir().mkpath(info.absolutePath()))
        return Error{.kind = ErrorKind::File,
                     .message = u"The folder cannot be made."_s,
                     .subject = info.absolutePath()};
    QLockFile lock(path + u".lock"_s);
    if (!lock.tryLock(lockPatience))
        return Error{.kind = ErrorKind::Busy,
                     .message = u"Another program is changing the profiles."_s,
                     .subject = path};
    auto content = ProfilesFile::read(path);
    if (!content)
        return content.error();
    if (const auto result = change(*content); !result)
        return result.error();
    return content->write(path);
}

} // namespace

ProfileStore::ProfileStore(const QString& folder)
    : m_folder(folder.isEmpty() ? folders::config() : folder)
{}

QString ProfileStore::file() const
{
    return m_folder + u"/profiles.json"_s;
}

Result<QList<Profile>> ProfileStore::load() const
{
    auto content = ProfilesFile::read(file());
    if (!content)
        return content.error();
    return QList<Profile>{localBook()} + content->profiles;
}

Result<std::optional<Profile>> ProfileStore::find(const QString& name) const
{
    auto profiles = load();
    if (!profiles)
        return profiles.error();
    const auto profile = findByName(*profiles, name);
    return profile == profiles->end() ? std::optional<Profile>() : std::optional(*profile);
}

Result<QString> ProfileStore::defaultName() const
{
    auto content = ProfilesFile::read(file());
    if (!content)
        return content.error();
    const auto chosen = findByName(content->profiles, content->defaultName);
    return chosen == content->profiles.end() ? localBook().name : chosen->name;
}

Result<> ProfileStore::save(const Profile& profile)
{
    if (const auto fault = nameFault(profile.name))
        return *fault;
    return changeFile(file(), [&](ProfilesFile& content) -> Result<> {
        Profile saved = profile;
        saved.origin = Profile::Origin::Saved;
        saved.name = profile.name.trimmed();
        saved.origins.clear();
        const auto old = findByName(content.profiles, saved.name);
        if (old == content.profiles.end())
            content.profiles << saved;
        else
            *old = saved;
        return {};
    });
}

Result<Profile> ProfileStore::change(const QString& name,
                                     const std::function<Result<>(Profile&)>& change)
{
    if (const auto fault = nameFault(name))
        return Error{.kind = ErrorKind::InvalidInput,
                     .message =
                         u"%1 is always there and is not changed here. Add a profile of your "
                         "own instead."_s.arg(name),
                     .subject = name};
    Profile changed;
    const auto saved = changeFile(file(), [&](ProfilesFile& content) -> Result<> {
        const auto found = findByName(content.profiles, name);
        if (found == content.profiles.end())
            return notFound(name);
        changed = *found;
        if (auto done = change(changed); !done)
            return done;
        *found = changed;
        return {};
    });
    if (!saved)
        return saved.error();
    return changed;
}

Result<> ProfileStore::rename(const QString& from, const QString& to)
{
    if (const auto fault = nameFault(to))
        return *fault;
    return changeFile(file(), [&](ProfilesFile& content) -> Result<> {
        const auto old = findByName(content.profiles, from);
        if (old == content.profiles.end())
            return notFound(from);
        const auto taken = findByName(content.profiles, to.trimmed());
        if (taken != content.profiles.end() && taken != old)
            return Error{.kind = ErrorKind::Conflict,
                         .message = u"There is another profile named %1."_s.arg(taken->name),
                         .subject = taken->name};
        if (sameName(content.defaultName, old->name))
            content.defaultName = to.trimmed();
        old->name = to.trimmed();
        return {};
    });
}

Result<> ProfileStore::remove(const QString& name)
{
    if (sameName(name, localBook().name))
        return Error{.kind = ErrorKind::InvalidInput,
                     .message = u"The local book is always there and cannot be removed."_s,
                     .subject = name};
    return changeFile(file(), [&](ProfilesFile& content) -> Result<> {
        const auto old = findByName(content.profiles, name);
        if (old == content.profiles.end())
            return notFound(name);
        if (sameName(content.defaultName, old->name))
            content.defaultName.clear();
        content.profiles.erase(old);
        return {};
    });
}

Result<> ProfileStore::setDefault(const QString& name)
{
    return changeFile(file(), [&](ProfilesFile& content) -> Result<> {
        if (sameName(name, localBook().name)) {
            content.defaultName.clear();
            return {};
        }
        const auto profile = findByName(content.profiles, name);
        if (profile == content.profiles.end())
            return notFound(name);
        content.defaultName = profile->name;
        return {};
    });
}

QString ProfileStore::localBookFile()
{
    return folders::data() + u"/customers.db"_s;
}

Profile ProfileStore::localBook()
{
    return {.name = u"Local book"_s,
            .origin = Profile::Origin::LocalBook,
            .connection = {.engine = Engine::Sqlite, .file = localBookFile()}};
}

} // namespace clientele
