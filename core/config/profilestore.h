// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/profile.h"
#include "core/result.h"

#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace clientele {

/// The profiles file: profiles.json in folders::config(), versioned, written atomically, the
/// version before kept as profiles.json.bak. Synchronous file work: call it in a thread that may
/// wait (the window uses ProfileService). Thread-compatible.
class ProfileStore final
{
public:
    /// @p folder overrides the standard config folder, for tests.
    explicit ProfileStore(const QString& folder = {});

    [[nodiscard]] QString file() const;

    /// The local book first, then saved ones in their order. A damaged file is an error that names
    /// it, and is never overwritten.
    Result<QList<Profile>> load() const;
    Result<std::optional<Profile>> find(const QString& name) const;
    /// The profile that is opened at start; the local book until another is chosen.
    Result<QString> defaultName() const;

    /// Adds, or replaces the one of that name. Names are compared without case.
    Result<> save(const Profile& profile);
    /// Lets @p change work on the saved profile of that name, while no other program changes it.
    /// NotFound where there is none; what @p change refuses is not saved.
    Result<Profile> change(const QString& name, const std::function<Result<>(Profile&)>& change);
    Result<> rename(const QString& from, const QString& to);
    Result<> remove(const QString& name);
    Result<> setDefault(const QString& name);

    /// customers.db in folders::data()
    static QString localBookFile();
    static Profile localBook();

private:
    QString m_folder;
};

} // namespace clientele
