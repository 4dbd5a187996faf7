// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customer.h"
#include "core/io/csvreader.h"
#include "core/services/importplan.h"

#include <string>
#include <string_view>
#include <vector>

namespace clientele {

/// Consecutive rows of a file, checked: each is a draft for the database or a reject. Their text is
/// kept as it stood in the file, because the database may reject more of them.
struct ImportChunk
{
    static constexpr size_t maxTextBytes = 4 * 1024 * 1024;

    struct Row
    {
        qint64 line = 0;
        qsizetype reject = -1; ///< in rejects, or -1: then it is the next of drafts
        size_t firstField = 0;
        size_t fieldCount = 0;
    };

    std::vector<Row> rows;
    std::vector<CustomerDraft> drafts;
    std::vector<Reject> rejects;
    qint64 bytesDone = 0; ///< of the file, up to the end of the last row

    void add(const CsvRecord& record, CustomerDraft draft);
    void add(const CsvRecord& record, Reject reject);
    /// The fields of @p row, valid as long as the chunk does not grow.
    [[nodiscard]] std::vector<std::string_view> fields(const Row& row) const;
    [[nodiscard]] bool isFull(int maxRows) const
    {
        return rows.size() >= size_t(maxRows) || m_text.size() >= maxTextBytes;
    }

private:
    Row& addRow(const CsvRecord& record);

    std::string m_text;              ///< all fields, one behind the other
    std::vector<size_t> m_fieldEnds; ///< in m_text
};

} // namespace clientele
