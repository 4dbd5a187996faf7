// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/recordreader.h"
#include "core/io/textsource.h"

#include <string>
#include <string_view>

namespace clientele {

/// The part of a text that a reader is at. Bytes that are no text, and NULs, are looked for as
/// blocks come in, so that a record costs nothing where its block has none.
class TextBuffer final
{
    Q_DISABLE_COPY_MOVE(TextBuffer)

public:
    TextBuffer(QIODevice& device, const QByteArray& encoding) : m_source(device, encoding) {}

    [[nodiscard]] std::string_view text() const { return m_text; }
    [[nodiscard]] size_t size() const { return m_text.size(); }
    [[nodiscard]] char operator[](size_t at) const { return m_text[at]; }
    /// For taking escapes out in place, once a record is known to be whole.
    [[nodiscard]] char* data() { return m_text.data(); }

    /// There is no more than what is here.
    [[nodiscard]] bool atEnd() const { return m_atEnd; }
    /// Drops what is before @p from and appends a block, or finds the end.
    void readMore(size_t from);

    /// None, Undecodable or NulByte; @p begin and @p end are those of a record.
    [[nodiscard]] CsvRecord::Fault flawIn(size_t begin, size_t end) const
    {
        return begin >= m_flawedEnd ? CsvRecord::Fault::None : findFlaw(begin, end);
    }

    [[nodiscard]] const std::optional<Error>& error() const { return m_source.error(); }
    /// Of the device, up to @p at; exact for UTF-8, else by the block.
    [[nodiscard]] qint64 bytesDone(size_t at) const
    {
        return m_source.bytesRead() - (m_source.isUtf8() ? qint64(m_text.size() - at) : 0);
    }

private:
    void checkNewText();
    [[nodiscard]] CsvRecord::Fault findFlaw(size_t begin, size_t end) const;
    [[nodiscard]] bool isDecodable(std::string_view text) const;

    TextSource m_source;
    std::string m_text;
    bool m_atEnd = false;
    size_t m_checked = 0;   ///< up to here flaws have been looked for
    size_t m_flawedEnd = 0; ///< records that begin before it may have one
};

/// Line ends (LF, CRLF and CR) in @p text.
qint64 countLines(std::string_view text);

} // namespace clientele
