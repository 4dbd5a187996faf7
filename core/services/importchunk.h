// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customer.h"
#include "core/io/csvreader.h"
#include "core/services/importplan.h"

#include <string>
#include <string_view>
#include <vector>

namespace clientele {

/// Consecutive rows of a file. The reader adds them as they stand there; the checker makes each a
/// draft for the database or a reject. Their text is kept, because the database may reject more of
/// them.
struct ImportChunk
{
    static constexpr size_t maxTextBytes = 1024 * 1024;

    struct Row
    {
        qint64 line = 0;
        CsvRecord::Fault fault = CsvRecord::Fault::None;
        qint64 faultLine = 0;
        std::string detail; ///< of the fault
        bool mayBeGuarded = true;
        size_t firstField = 0;
        size_t fieldCount = 0;
        qsizetype reject = -1; ///< in rejects, or -1: then it is the next of drafts
    };

    std::vector<Row> rows;
    std::vector<CustomerDraft> drafts;
    std::vector<QString> searchTexts; ///< of the drafts, where the table keeps what we fold
    std::vector<Reject> rejects;
    qint64 bytesDone = 0; ///< of the file, up to the end of the last row
    quint64 digest = 0;   ///< of all rows of the file up to the last one

    void add(const CsvRecord& record);
    /// @p row as the reader gave it; its fields are valid until the next call.
    [[nodiscard]] CsvRecord record(const Row& row, std::vector<std::string_view>& fields) const;
    [[nodiscard]] bool isFull(int maxRows) const
    {
        return rows.size() >= size_t(maxRows) || m_text.size() >= maxTextBytes;
    }

    /// Of rows up to one with @p digest, and @p record (FNV-1a, 64 bits): tells whether a file is
    /// still the same, and is no proof against somebody who wants it to look so.
    static quint64 digestWith(quint64 digest, const CsvRecord& record);

private:
    static constexpr size_t absent = size_t(1) << 63; ///< in an end: there is no text at all

    std::string m_text;              ///< all fields, one behind the other
    std::vector<size_t> m_fieldEnds; ///< in m_text
};

} // namespace clientele
