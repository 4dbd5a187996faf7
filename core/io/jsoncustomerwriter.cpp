// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/jsoncustomerwriter.h"

#include "core/io/writing.h"

namespace clientele {

namespace {

/// RFC 8259, section 7: no more escapes than needed, text as UTF-8.
void appendEscaped(std::string& line, char c)
{
    static constexpr char digits[] = "0123456789abcdef";
    static constexpr std::string_view plain = "\"\\\n\r\t\b\f";
    static constexpr std::string_view escaped = "\"\\nrtbf";
    line += '\\';
    if (const size_t place = plain.find(c); place != std::string_view::npos) {
        line += escaped[place];
        return;
    }
    line += "u00";
    line += digits[static_cast<unsigned char>(c) >> 4];
    line += digits[static_cast<unsigned char>(c) & 15];
}

constexpr bool needsEscape(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
}

} // namespace

JsonCustomerWriter::JsonCustomerWriter(QIODevice& device, const QList<CustomerField>& columns,
                                       Form form)
    : m_device(device), m_form(form)
{
    for (const CustomerField field : columns) {
        m_columns.push_back(
            {.field = field,
             .before =
                 (m_columns.empty() ? "{\"" : ", \"") + fieldName(field).toStdString() + "\": ",
             .quoted = field != CustomerField::Id && field != CustomerField::IsActive});
    }
}

Result<> JsonCustomerWriter::write(const CustomerCells& cells)
{
    if (m_form == Form::Array)
        m_buffer += m_first ? "[\n" : ",\n";
    m_first = false;
    for (const Column& column : m_columns)
        append(column, cellOf(cells, column.field));
    m_buffer += m_form == Form::Array ? "}" : "}\n";
    return m_buffer.size() < writeBufferBytes ? Result<>() : flush();
}

void JsonCustomerWriter::append(const Column& column, std::string_view cell)
{
    m_buffer += column.before;
    if (isNull(cell)) {
        m_buffer += "null";
        return;
    }
    if (!column.quoted) {
        m_buffer += cell;
        return;
    }
    m_buffer += '"';
    size_t begin = 0;
    for (size_t i = 0; i < cell.size(); ++i) {
        if (!needsEscape(cell[i]))
            continue;
        m_buffer += cell.substr(begin, i - begin);
        appendEscaped(m_buffer, cell[i]);
        begin = i + 1;
    }
    m_buffer += cell.substr(begin);
    m_buffer += '"';
}

Result<> JsonCustomerWriter::finish()
{
    if (m_form == Form::Array)
        m_buffer += m_first ? "[]\n" : "\n]\n";
    return flush();
}

Result<> JsonCustomerWriter::flush()
{
    auto written = writeAll(m_device, m_buffer);
    m_buffer.clear();
    return written;
}

} // namespace clientele
