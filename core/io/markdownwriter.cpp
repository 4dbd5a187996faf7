// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/markdownwriter.h"

#include "core/io/writing.h"

namespace clientele {

namespace {

constexpr bool isWordLetter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
}

/// Within a word, as many addresses have it, an underline is plain.
bool isWithinWord(std::string_view text, size_t place)
{
    return place > 0 && place + 1 < text.size() && isWordLetter(text[place - 1]) &&
           isWordLetter(text[place + 1]);
}

} // namespace

MarkdownWriter::MarkdownWriter(QIODevice& device, const QList<CustomerField>& columns)
    : m_device(device), m_columns(columns)
{
    for (const CustomerField field : m_columns) {
        m_buffer += "| ";
        appendCell(fieldName(field).toStdString());
        m_buffer += ' ';
    }
    m_buffer += "|\n";
    for (const CustomerField field : m_columns)
        m_buffer += field == CustomerField::Id ? "| ---: " : "| --- ";
    m_buffer += "|\n";
}

Result<> MarkdownWriter::write(const CustomerCells& cells)
{
    for (const CustomerField field : m_columns) {
        m_buffer += "| ";
        appendCell(cellOf(cells, field));
        m_buffer += ' ';
    }
    m_buffer += "|\n";
    if (m_buffer.size() < writeBufferBytes)
        return {};
    return finish();
}

void MarkdownWriter::appendCell(std::string_view cell)
{
    for (size_t i = 0; i < cell.size(); ++i) {
        switch (const char c = cell[i]) {
        case '\r':
            if (cell.substr(i + 1).starts_with('\n'))
                break;
            [[fallthrough]];
        case '\n':
            m_buffer += "<br>";
            break;
        case '_':
            m_buffer += isWithinWord(cell, i) ? "_" : "\\_";
            break;
        case '\\':
        case '|':
        case '`':
        case '*':
        case '~':
        case '[':
        case ']':
        case '<':
        case '>':
        case '&':
            m_buffer += '\\';
            [[fallthrough]];
        default:
            m_buffer += c;
        }
    }
}

Result<> MarkdownWriter::finish()
{
    auto written = writeAll(m_device, m_buffer);
    m_buffer.clear();
    return written;
}

} // namespace clientele
