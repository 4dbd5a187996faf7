// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QStringDecoder>
#include <QStringEncoder>

#include <optional>
#include <string>

class QIODevice;

namespace clientele {

/// A device's text as UTF-8, block by block, without a byte order mark. UTF-8 passes through
/// unchecked; what cannot be decoded from another encoding becomes U+FFFD, or U+001A where its
/// converter prefers that.
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
    /// True once something could not be decoded.
    [[nodiscard]] bool sawUndecodable() const { return m_undecodable; }

private:
    bool readBlock(std::string& buffer);
    bool decodeBlock(std::string& buffer);

    QIODevice& m_device;
    bool m_utf8;
    bool m_atStart = true;
    bool m_atEnd = false;
    bool m_undecodable = false;
    qint64 m_bytesRead = 0;
    QByteArray m_block;
    /// Never moved: ICU counts errors where the converter was made (Qt 6.4).
    std::optional<QStringDecoder> m_decoder;
    QStringEncoder m_encoder{
        QStringEncoder::Utf8}; ///< joins a surrogate pair that a block tears apart
    std::optional<Error> m_error;
};

} // namespace clientele
