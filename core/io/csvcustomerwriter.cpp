// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/csvcustomerwriter.h"

#include "core/io/formulaguard.h"

namespace clientele {

namespace {

CsvStyle styleOf(const ExportStyle& style)
{
    const ExportLayout& layout = style.layout;
    const bool windows = layout.lineEnd == "\r\n";
    return {.delimiter = style.format == ExportFormat::Tsv ? '\t' : layout.delimiter,
            .lineEnd = windows ? "\r\n" : "\n",
            .quotesAll = layout.quotes == ExportLayout::Quotes::All,
            .nullText = layout.nullText.toStdString()};
}

bool isText(CustomerField field)
{
    return field == CustomerField::Name || field == CustomerField::Email ||
           field == CustomerField::Phone;
}

} // namespace

CsvCustomerWriter::CsvCustomerWriter(QIODevice& device, const ExportStyle& style)
    : m_device(device), m_columns(style.chosenColumns()), m_layout(style.layout),
      m_writer(device, styleOf(style)), m_fields(size_t(m_columns.size())),
      m_guarded(size_t(m_columns.size()))
{}

Result<> CsvCustomerWriter::begin()
{
    m_begun = true;
    if (m_layout.byteOrderMark) {
        if (auto marked = writeAll(m_device, "\xef\xbb\xbf"); !marked)
            return marked;
    }
    std::vector<std::string> names;
    for (const CustomerField field : m_columns)
        names.push_back(fieldName(field).toStdString());
    const std::vector<std::string_view> header(names.begin(), names.end());
    return m_writer.write(header);
}

Result<> CsvCustomerWriter::write(const CustomerCells& cells)
{
    if (!m_begun) {
        if (auto begun = begin(); !begun)
            return begun;
    }
    for (size_t i = 0; i < m_fields.size(); ++i) {
        const CustomerField field = m_columns[qsizetype(i)];
        m_fields[i] = cellOf(cells, field);
        if (isText(field) && formulaguard::needsApostrophe(m_fields[i], m_layout.guardsFormulas)) {
            m_guarded[i] = '\'';
            m_guarded[i] += m_fields[i];
            m_fields[i] = m_guarded[i];
        }
    }
    return m_writer.write(m_fields);
}

Result<> CsvCustomerWriter::finish()
{
    if (!m_begun) {
        if (auto begun = begin(); !begun)
            return begun;
    }
    return m_writer.flush();
}

} // namespace clientele
