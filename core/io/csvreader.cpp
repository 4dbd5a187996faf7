// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/csvreader.h"

#include <algorithm>
#include <cstring>

namespace clientele {

namespace {

constexpr size_t maxQuotedBytes = 1024 * 1024;
constexpr size_t maxRecordBytes = 4 * maxQuotedBytes;

bool contains(const char* data, size_t size, char c)
{
    return memchr(data, c, size) != nullptr;
}

} // namespace

CsvReader::CsvReader(QIODevice& device, const CsvFormat& format)
    : m_text(device, format.encoding), m_delimiter(format.delimiter), m_quote(format.quote),
      m_backslashes(format.backslashEscapes), m_stops({format.delimiter, '\n', '\r'})
{}

const CsvRecord* CsvReader::next()
{
    m_begin = m_end;
    m_literalFrom = std::string::npos;
    if (!goToRecord())
        return nullptr;

    CsvRecord::Fault fault = CsvRecord::Fault::None;
    for (;;) {
        switch (scanRecord()) {
        case Scan::NeedsMore:
            // It is then scanned again from its start: a record is short against what is read at
            // once.
            readMore();
            if (error())
                return nullptr;
            break;
        case Scan::Unclosed:
            fault = CsvRecord::Fault::UnclosedQuote;
            m_literalFrom = m_openQuote;
            break;
        case Scan::TooLong:
            cutLongRecord();
            deliver(CsvRecord::Fault::TooLong);
            return &m_record;
        case Scan::Complete:
            deliver(fault);
            return &m_record;
        }
    }
}

// Moves m_begin to the first byte of the next record; false where there is none.
bool CsvReader::goToRecord()
{
    if (m_skipLine)
        skipRestOfLine();
    for (;;) {
        // CRLF is one line end, also where a block ends between the two.
        while (m_begin + 1 >= m_text.size() && !m_text.atEnd())
            readMore();
        if (error() || m_begin >= m_text.size()) {
            m_end = m_begin;
            return false;
        }
        const char c = m_text[m_begin];
        if (c != '\n' && c != '\r')
            return true;
        const bool pair = c == '\r' && m_begin + 1 < m_text.size() && m_text[m_begin + 1] == '\n';
        m_begin += pair ? 2 : 1;
        ++m_line;
    }
}

void CsvReader::skipRestOfLine()
{
    // The line end itself is left to goToRecord(), which counts it.
    m_skipLine = false;
    while ((m_begin = std::min(m_text.text().find_first_of("\r\n", m_begin), m_text.size())) ==
               m_text.size() &&
           !m_text.atEnd()) {
        readMore();
        if (error())
            return;
    }
}

void CsvReader::readMore()
{
    m_text.readMore(m_begin);
    m_stops.forget();
    m_begin = 0;
    m_end = 0;
}

// Finds the fields of the record that begins at m_begin, and its end.
CsvReader::Scan CsvReader::scanRecord()
{
    m_found.clear();
    m_multiLine = false;
    const std::string_view text = m_text.text();
    for (size_t at = m_begin;; ++at) {
        Field field{.begin = at, .end = at, .isQuoted = false};
        if (at < text.size() && text[at] == m_quote && at - m_begin < m_literalFrom) {
            field.isQuoted = true;
            const Scan scan = scanQuoted(at);
            if (scan != Scan::Complete)
                return scan;
        }
        at = m_stops.next(text, at);
        if (at - m_begin > maxRecordBytes)
            return Scan::TooLong;
        if (at == text.size() && !m_text.atEnd())
            return Scan::NeedsMore;
        field.end = at;
        m_found.push_back(field);
        if (at == text.size() || text[at] != m_delimiter)
            return endRecord(at);
    }
}

// Moves @p at from an opening quote to behind its closing one.
CsvReader::Scan CsvReader::scanQuoted(size_t& at)
{
    m_openQuote = at - m_begin;
    const char* const data = m_text.data();
    const size_t size = m_text.size();
    for (size_t from = at + 1;;) {
        const void* found = memchr(data + from, m_quote, size - from);
        const size_t close = found ? size_t(static_cast<const char*>(found) - data) : size;
        if (close - at > maxQuotedBytes)
            return Scan::Unclosed;
        if (!found)
            return m_text.atEnd() ? Scan::Unclosed : Scan::NeedsMore;
        if (m_backslashes && isEscaped(close, from)) {
            from = close + 1;
            continue;
        }
        if (close + 1 == size && !m_text.atEnd())
            return Scan::NeedsMore;
        if (close + 1 < size && data[close + 1] == m_quote) {
            from = close + 2;
            continue;
        }
        const size_t length = close - at;
        if (contains(data + at, length, '\n') || contains(data + at, length, '\r')) {
            // Text behind this quote says that it opens another field and does not close this one.
            if (close + 1 < size && !isStop(data[close + 1]))
                return Scan::Unclosed;
            m_multiLine = true;
        }
        at = close + 1;
        return Scan::Complete;
    }
}

// By an odd number of backslashes before it, of those behind @p from.
bool CsvReader::isEscaped(size_t quote, size_t from) const
{
    size_t backslashes = 0;
    while (quote - backslashes > from && m_text[quote - backslashes - 1] == '\\')
        ++backslashes;
    return backslashes % 2 == 1;
}

CsvReader::Scan CsvReader::endRecord(size_t at)
{
    m_end = at;
    if (at == m_text.size())
        return Scan::Complete;
    if (m_text[at] == '\r') {
        if (at + 1 == m_text.size() && !m_text.atEnd())
            return Scan::NeedsMore;
        if (at + 1 < m_text.size() && m_text[at + 1] == '\n')
            ++m_end;
    }
    ++m_end;
    return Scan::Complete;
}

// Ends the record in the middle of its line.
void CsvReader::cutLongRecord()
{
    const size_t begin = m_found.empty() ? m_begin : m_found.back().end + 1;
    m_end = std::max(begin, m_begin + maxRecordBytes);
    m_found.push_back({.begin = begin, .end = m_end, .isQuoted = false});
    m_skipLine = true;
}

void CsvReader::deliver(CsvRecord::Fault fault)
{
    m_record.line = m_line;
    m_record.faultLine = m_line;
    m_record.fault = fault;
    if (fault == CsvRecord::Fault::UnclosedQuote)
        m_record.faultLine += linesIn(m_begin, m_begin + m_literalFrom);
    else if (fault == CsvRecord::Fault::None)
        m_record.fault = m_text.flawIn(m_begin, m_end);

    if (m_multiLine || fault == CsvRecord::Fault::TooLong)
        m_line += linesIn(m_begin, m_end);
    else
        m_line += m_end > m_found.back().end ? 1 : 0;

    m_fields.clear();
    for (const Field& field : m_found) {
        if (field.isQuoted)
            m_fields.push_back(unquoted(field));
        else if (field.begin == field.end)
            m_fields.emplace_back();
        else
            m_fields.emplace_back(m_text.data() + field.begin, field.end - field.begin);
    }
    m_record.fields = m_fields;
}

// Takes the quotes out, in the buffer itself. What stands behind the closing quote is kept.
std::string_view CsvReader::unquoted(const Field& field)
{
    ++m_quotedFields;
    char* const begin = m_text.data() + field.begin + 1;
    char* const end = m_text.data() + field.end;
    char* out = static_cast<char*>(memchr(begin, m_quote, size_t(end - begin)));
    if (out == end - 1 && !(m_backslashes && contains(begin, size_t(out - begin), '\\')))
        return {begin, size_t(out - begin)};
    if (m_backslashes)
        out = begin;
    bool open = true;
    for (const char* in = out; in != end; ++in) {
        const char following = in + 1 != end ? in[1] : '\0';
        if (open && m_backslashes && *in == '\\' && (following == m_quote || following == '\\')) {
            ++in;
        } else if (open && *in == m_quote) {
            if (following == m_quote) {
                ++in;
            } else {
                open = false;
                m_looseQuotes += in + 1 != end ? 1 : 0;
                continue;
            }
        }
        *out++ = *in;
    }
    return {begin, size_t(out - begin)};
}

qint64 CsvReader::linesIn(size_t begin, size_t end) const
{
    return countLines(m_text.text().substr(begin, end - begin));
}

} // namespace clientele
