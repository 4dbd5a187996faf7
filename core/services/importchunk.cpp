// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/importchunk.h"

namespace clientele {

void ImportChunk::add(const CsvRecord& record)
{
    rows.push_back({.line = record.line,
                    .fault = record.fault,
                    .faultLine = record.faultLine,
                    .detail = record.detail,
                    .mayBeGuarded = record.mayBeGuarded,
                    .firstField = m_fieldEnds.size(),
                    .fieldCount = record.fields.size()});
    for (const std::string_view field : record.fields) {
        m_text += field;
        m_fieldEnds.push_back(m_text.size() | (field.data() ? 0 : absent));
    }
}

CsvRecord ImportChunk::record(const Row& row, std::vector<std::string_view>& fields) const
{
    fields.clear();
    size_t begin = row.firstField == 0 ? 0 : m_fieldEnds[row.firstField - 1] & ~absent;
    for (size_t i = row.firstField; i < row.firstField + row.fieldCount; ++i) {
        const size_t end = m_fieldEnds[i] & ~absent;
        const bool isThere = (m_fieldEnds[i] & absent) == 0;
        fields.push_back(isThere ? std::string_view(m_text.data() + begin, end - begin)
                                 : std::string_view());
        begin = end;
    }
    return {.line = row.line,
            .fault = row.fault,
            .faultLine = row.faultLine,
            .detail = row.detail,
            .fields = fields,
            .mayBeGuarded = row.mayBeGuarded};
}

quint64 ImportChunk::digestWith(quint64 digest, const CsvRecord& record)
{
    constexpr quint64 prime = 0x100000001b3;
    const auto mix = [&](unsigned char byte) { digest = (digest ^ byte) * prime; };
    for (const std::string_view field : record.fields) {
        for (const char c : field)
            mix(static_cast<unsigned char>(c));
        mix(0xff); // no byte of UTF-8
    }
    mix(0xfe);
    return digest;
}

} // namespace clientele
