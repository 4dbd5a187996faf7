// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/profile.h"
#include "core/result.h"

#include <QString>

namespace clientele {

/// Puts "key=value" into @p profile; "key=" empties it. Keys are host, port, database, user,
/// sslmode, read-only, file, production, colour and libpq's keywords. InvalidInput with a sentence
/// where the key is not known or its value makes no sense; then nothing is changed.
Result<> applySetting(Profile& profile, const QString& assignment);

} // namespace clientele
