// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/csvwriter.h"

#include <algorithm>

namespace clientele {

CsvWriter::CsvWriter(QIODevice& device, CsvStyle style)
    : m_device(device), m_style(std::move(style))
{
    for (const char c : {'"', '\r', '\n', m_style.delimiter})
        m_special.at(static_cast<unsigned char>(c)) = true;
}

Result<> CsvWriter::write(std::span<const std::string_view> fields)
{
    bool first = true;
    for (const std::string_view field : fields) {
        if (!first)
            m_buffer += m_style.delimiter;
        first = false;
        append(field);
    }
    // A row of one field that is nothing would else be an empty line, which is no row.
    if (fields.size() == 1 && !fields.front().data() && m_style.nullText.empty())
        m_buffer += "\"\"";
    m_buffer += m_style.lineEnd;
    return m_buffer.size() < writeBufferBytes ? Result<>() : flush();
}

bool CsvWriter::needsQuotes(std::string_view field) const
{
    return m_style.quotesAll || field == m_style.nullText ||
           std::ranges::any_of(field,
                               [this](char c) { return m_special[static_cast<unsigned char>(c)]; });
}

void CsvWriter::append(std::string_view field)
{
    if (!field.data()) {
        m_buffer += m_style.nullText;
        return;
    }
    if (!needsQuotes(field)) {
        m_buffer += field;
        return;
    }
    m_buffer += '"';
    for (const char c : field) {
        if (c == '"')
            m_buffer += '"';
        m_buffer += c;
    }
    m_buffer += '"';
}

Result<> CsvWriter::flush()
{
    auto written = m_failed ? writeError(m_device) : writeAll(m_device, m_buffer);
    m_failed = !written;
    m_buffer.clear();
    return written;
}

} // namespace clientele
