// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>
#include <QStringDecoder>

#include <optional>
#include <string>

class QIODevice;

namespace clientele {

/// A device's text as UTF-8, block by block, without a byte order mark. UTF-8 passes through
/// unchecked; what cannot be decoded from another encoding becomes U+FFFD, or U+001A where its
/// converter prefers that. So does half a character at the end.
class TextSource final
{
    Q_DISABLE_COPY_MOVE(TextSource)

public:
    /// @p encoding as QStringDecoder takes it. The device must be open and outlive this.
    TextSource(QIODevice& device, const QByteArray& encoding);

    /// Appends the next block to @p buffer; false where there is no more, or error() is set.
    bool appendTo(std::string& buffer);

    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }
    /// Bytes taken from the device so far.
    [[nodiscard]] qint64 bytesRead() const { return m_bytesRead; }
    [[nodiscard]] bool isUtf8() const { return m_utf8; }

private:
    void readBlock(std::string& buffer);
    void decodeBlock(std::string& buffer, QByteArrayView block);
    void decodeEnd(std::string& buffer);

    QIODevice& m_device;
    QByteArray m_encoding;
    bool m_utf8;
    bool m_atStart = true;
    bool m_atEnd = false;
    qint64 m_bytesRead = 0;
    QByteArray m_block;
    QByteArray m_held; ///< read, but not decoded yet
    /// Never moved: what ICU calls back writes to where the converter was made (Qt 6.4).
    std::optional<QStringDecoder> m_decoder;
    QString m_torn; ///< the first half of a surrogate pair that a block tears apart
    std::optional<Error> m_error;
};

} // namespace clientele
