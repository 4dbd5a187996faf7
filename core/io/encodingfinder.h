// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace clientele {

/// The encoding of a text, as QStringDecoder takes it: by its byte order mark, by where its zeros
/// are, as UTF-8 where that is what it looks like, else the likeliest code page. @p head is the
/// beginning, or all of it where @p isWhole. Empty where it is no text.
QByteArray findEncoding(const QByteArray& head, bool isWhole);

} // namespace clientele
