// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/csvreader.h"

#include <QUtf8StringView>

#include <algorithm>
#include <cstring>

namespace clientele {

namespace {

constexpr size_t maxQuotedBytes = 1024 * 1024;
constexpr size_t maxRecordBytes = 4 * maxQuotedBytes;
constexpr std::string_view replacementCharacter = "\xEF\xBF\xBD";

bool contains(const char* data, size_t size, char c)
{
    return memchr(data, c, size) != nullptr;
}

} // namespace

CsvReader::CsvReader(QIODevice& device, const CsvFormat& format)
    : m_source(device, format.encoding), m_delimiter(format.delimiter), m_quote(format.quote)
{
    for (const char c : {format.delimiter, '\n', '\r'})
        m_stops[static_cast<unsigned char>(c)] = true;
}

qint64 CsvReader::bytesDone() const
{
    return m_source.isUtf8() ? m_source.bytesRead() - qint64(m_buffer.size() - m_end)
                             : m_source.bytesRead();
}

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
        while (m_begin + 1 >= m_buffer.size() && !m_atEnd)
            readMore();
        if (error() || m_begin >= m_buffer.size())
            return false;
        const char c = m_buffer[m_begin];
        if (c != '\n' && c != '\r')
            return true;
        const bool pair =
            c == '\r' && m_begin + 1 < m_buffer.size() && m_buffer[m_begin + 1] == '\n';
        m_begin += pair ? 2 : 1;
        ++m_line;
    }
}

void CsvReader::skipRestOfLine()
{
    // The line end itself is left to goToRecord(), which counts it.
    m_skipLine = false;
    while ((m_begin = std::min(m_buffer.find_first_of("\r\n", m_begin), m_buffer.size())) ==
               m_buffer.size() &&
           !m_atEnd) {
        readMore();
        if (error())
            return;
    }
}

// Drops what has been delivered and appends a block; sets m_atEnd where there is none.
void CsvReader::readMore()
{
    m_buffer.erase(0, m_begin);
    m_begin = 0;
    m_end = 0;
    m_atEnd = !m_source.appendTo(m_buffer);
}

// Finds the fields of the record that begins at m_begin, and its end.
CsvReader::Scan CsvReader::scanRecord()
{
    m_found.clear();
    m_multiLine = false;
    for (size_t at = m_begin;; ++at) {
        Field field{.begin = at, .end = at, .isQuoted = false};
        if (at < m_buffer.size() && m_buffer[at] == m_quote && at - m_begin < m_literalFrom) {
            field.isQuoted = true;
            const Scan scan = scanQuoted(at);
            if (scan != Scan::Complete)
                return scan;
        }
        scanPlain(at);
        if (at - m_begin > maxRecordBytes)
            return Scan::TooLong;
        if (at == m_buffer.size() && !m_atEnd)
            return Scan::NeedsMore;
        field.end = at;
        m_found.push_back(field);
        if (at == m_buffer.size() || m_buffer[at] != m_delimiter)
            return endRecord(at);
    }
}

// Moves @p at from an opening quote to behind its closing one.
CsvReader::Scan CsvReader::scanQuoted(size_t& at)
{
    m_openQuote = at - m_begin;
    const char* const data = m_buffer.data();
    const size_t size = m_buffer.size();
    for (size_t from = at + 1;;) {
        const void* found = memchr(data + from, m_quote, size - from);
        const size_t close = found ? size_t(static_cast<const char*>(found) - data) : size;
        if (close - at > maxQuotedBytes)
            return Scan::Unclosed;
        if (!found)
            return m_atEnd ? Scan::Unclosed : Scan::NeedsMore;
        if (close + 1 == size && !m_atEnd)
            return Scan::NeedsMore;
        if (close + 1 < size && data[close + 1] == m_quote) {
            from = close + 2;
            continue;
        }
        const size_t length = close - at;
        if (contains(data + at, length, '\n') || contains(data + at, length, '\r')) {
            // Text behind this quote says that it opens another field and does not close this one.
            if (close + 1 < size && !m_stops[static_cast<unsigned char>(data[close + 1])])
                return Scan::Unclosed;
            m_multiLine = true;
        }
        at = close + 1;
        return Scan::Complete;
    }
}

void CsvReader::scanPlain(size_t& at) const
{
    const char* p = m_buffer.data() + at;
    const char* const end = m_buffer.data() + m_buffer.size();
    while (p != end && !m_stops[static_cast<unsigned char>(*p)])
        ++p;
    at = size_t(p - m_buffer.data());
}

CsvReader::Scan CsvReader::endRecord(size_t at)
{
    m_end = at;
    if (at == m_buffer.size())
        return Scan::Complete;
    if (m_buffer[at] == '\r') {
        if (at + 1 == m_buffer.size() && !m_atEnd)
            return Scan::NeedsMore;
        if (at + 1 < m_buffer.size() && m_buffer[at + 1] == '\n')
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
        m_record.faultLine += countLines(m_begin, m_begin + m_literalFrom);
    else if (fault == CsvRecord::Fault::None && !isDecodable())
        m_record.fault = CsvRecord::Fault::Undecodable;

    if (m_multiLine || fault == CsvRecord::Fault::TooLong)
        m_line += countLines(m_begin, m_end);
    else
        m_line += m_end > m_found.back().end ? 1 : 0;

    m_fields.clear();
    for (const Field& field : m_found)
        m_fields.push_back(field.isQuoted ? unquoted(field)
                                          : std::string_view(m_buffer.data() + field.begin,
                                                             field.end - field.begin));
    m_record.fields = m_fields;
}

// Takes the quotes out, in the buffer itself. What stands behind the closing quote is kept.
std::string_view CsvReader::unquoted(const Field& field)
{
    char* const begin = m_buffer.data() + field.begin + 1;
    char* const end = m_buffer.data() + field.end;
    char* out = static_cast<char*>(memchr(begin, m_quote, size_t(end - begin)));
    if (out == end - 1)
        return {begin, size_t(out - begin)};
    bool open = true;
    for (const char* in = out; in != end; ++in) {
        if (open && *in == m_quote) {
            if (in + 1 != end && in[1] == m_quote)
                ++in;
            else {
                open = false;
                continue;
            }
        }
        *out++ = *in;
    }
    return {begin, size_t(out - begin)};
}

bool CsvReader::isDecodable() const
{
    const std::string_view text(m_buffer.data() + m_begin, m_end - m_begin);
    if (m_source.isUtf8())
        return QUtf8StringView(text.data(), qsizetype(text.size())).isValidUtf8();
    return !m_source.sawUndecodable() || text.find(replacementCharacter) == std::string_view::npos;
}

qint64 CsvReader::countLines(size_t begin, size_t end) const
{
    qint64 lines = 0;
    for (size_t i = begin; i < end; ++i) {
        const bool pair = m_buffer[i] == '\n' && i > begin && m_buffer[i - 1] == '\r';
        lines += (m_buffer[i] == '\n' || m_buffer[i] == '\r') && !pair ? 1 : 0;
    }
    return lines;
}

} // namespace clientele
