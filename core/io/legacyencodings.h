// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace clientele {

/// The code page that the text is most likely written in, given that it is no Unicode: the one in
/// which its words look most like words. A name that QStringDecoder takes; windows-1252 where
/// nothing speaks for another. @p head may end anywhere.
///
/// Honest within limits: code pages that write the text at hand with the same bytes cannot be told
/// from each other, and the likelier one is named.
QByteArray guessLegacyEncoding(const QByteArray& head);

} // namespace clientele
