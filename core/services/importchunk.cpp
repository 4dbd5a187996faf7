// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/importchunk.h"

namespace clientele {

void ImportChunk::add(const CsvRecord& record, CustomerDraft draft)
{
    addRow(record);
    drafts.push_back(std::move(draft));
}

void ImportChunk::add(const CsvRecord& record, Reject reject)
{
    addRow(record).reject = qsizetype(rejects.size());
    rejects.push_back(std::move(reject));
}

ImportChunk::Row& ImportChunk::addRow(const CsvRecord& record)
{
    Row& row = rows.emplace_back(Row{
        .line = record.line, .firstField = m_fieldEnds.size(), .fieldCount = record.fields.size()});
    for (const std::string_view field : record.fields) {
        m_text += field;
        m_fieldEnds.push_back(m_text.size());
    }
    return row;
}

std::vector<std::string_view> ImportChunk::fields(const Row& row) const
{
    std::vector<std::string_view> found;
    found.reserve(row.fieldCount);
    size_t begin = row.firstField == 0 ? 0 : m_fieldEnds[row.firstField - 1];
    for (size_t i = row.firstField; i < row.firstField + row.fieldCount; ++i) {
        found.emplace_back(m_text.data() + begin, m_fieldEnds[i] - begin);
        begin = m_fieldEnds[i];
    }
    return found;
}

} // namespace clientele
