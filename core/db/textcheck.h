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

/// What SQLite alone changes: it gives these two back as U+FFFD, and takes the first for a sign of
/// the byte order. PostgreSQL keeps them.
inline std::optional<Error> refuseNoCharacters(const QString& text)
{
    if (text.contains(QChar(0xfffe)) || text.contains(QChar(0xffff))) {
        return Error{
            .kind = ErrorKind::InvalidInput,
            .message = QStringLiteral(
                "The text holds a code that is no character (U+FFFE or U+FFFF), which cannot be "
                "stored.")};
    }
    return std::nullopt;
}

/// A pattern of a megabyte keeps SQLite busy for minutes, and nobody types one.
inline std::optional<Error> refuseToSearch(const QString& text)
{
    constexpr qsizetype most = 1000;
    if (text.size() <= most)
        return std::nullopt;
    return Error{.kind = ErrorKind::InvalidInput,
                 .message = QStringLiteral("This text is too long to search for: at most %1 "
                                           "characters can be looked for.")
                                .arg(most)};
}

} // namespace clientele
