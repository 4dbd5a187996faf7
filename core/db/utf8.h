// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>
#include <QStringDecoder>

namespace clientele {

/// QString::fromUtf8() would take a byte order mark at the start away, which here is a character of
/// the text: without it the row would never equal what was seen.
inline QString fromUtf8(QByteArrayView text)
{
    if (!text.startsWith(QByteArrayView("\xef\xbb\xbf")))
        return QString::fromUtf8(text);
    return QStringDecoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom)(text);
}

} // namespace clientele
