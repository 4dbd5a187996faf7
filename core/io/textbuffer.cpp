// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/textbuffer.h"

#include <QUtf8StringView>

#include <algorithm>
#include <cstring>

namespace clientele {

namespace {

constexpr std::string_view replacementCharacter = "\xEF\xBF\xBD";

// Without the character that the end tears apart, if any.
size_t lengthOfWholeCharacters(std::string_view text)
{
    for (size_t back = 1; back <= std::min<size_t>(3, text.size()); ++back) {
        const auto byte = static_cast<unsigned char>(text[text.size() - back]);
        if (byte < 0x80)
            break;
        if (byte >= 0xC0) {
            const size_t length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
            return length > back ? text.size() - back : text.size();
        }
    }
    return text.size();
}

} // namespace

void TextBuffer::readMore(size_t from)
{
    m_text.erase(0, from);
    m_checked -= std::min(m_checked, from);
    m_flawedEnd -= std::min(m_flawedEnd, from);
    m_atEnd = !m_source.appendTo(m_text);
    checkNewText();
}

void TextBuffer::checkNewText()
{
    const size_t end = m_atEnd ? m_text.size() : lengthOfWholeCharacters(m_text);
    if (end <= m_checked)
        return;
    const auto fresh = std::string_view(m_text).substr(m_checked, end - m_checked);
    if (memchr(fresh.data(), '\0', fresh.size()) != nullptr || !isDecodable(fresh))
        m_flawedEnd = end;
    m_checked = end;
}

CsvRecord::Fault TextBuffer::findFlaw(size_t begin, size_t end) const
{
    const auto record = std::string_view(m_text).substr(begin, end - begin);
    if (!isDecodable(record))
        return CsvRecord::Fault::Undecodable;
    return record.find('\0') != std::string_view::npos ? CsvRecord::Fault::NulByte
                                                       : CsvRecord::Fault::None;
}

bool TextBuffer::isDecodable(std::string_view text) const
{
    if (m_source.isUtf8())
        return QUtf8StringView(text.data(), qsizetype(text.size())).isValidUtf8();
    // Converters put either in the place of what they cannot decode.
    return !m_source.sawUndecodable() ||
           (text.find(replacementCharacter) == std::string_view::npos &&
            text.find('\x1A') == std::string_view::npos);
}

qint64 countLines(std::string_view text)
{
    qint64 lines = 0;
    char before = 0;
    for (const char c : text) {
        lines += c == '\r' || (c == '\n' && before != '\r') ? 1 : 0;
        before = c;
    }
    return lines;
}

} // namespace clientele
