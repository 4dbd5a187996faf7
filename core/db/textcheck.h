// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>

#include <optional>

namespace clientele {

/// Texts that one engine would cut short, another refuse and a third change: both of ours refuse
/// them alike.
inline std::optional<Error> refuseUnstorable(const QString& text)
{
    if (text.contains(QChar(u'\0'))) {
        return Error{.kind = ErrorKind::InvalidInput,
                     .message =
                         QStringLiteral("The text holds a NUL character, which cannot be stored.")};
    }
    if (!text.isValidUtf16()) {
        return Error{.kind = ErrorKind::InvalidInput,
                     .message = QStringLiteral(
                         "The text holds half of a character, which cannot be stored.")};
    }
    return std::nullopt;
}

} // namespace clientele
