// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/records.h"

#include "tests/fuzz/pieces.h"

namespace clientele::fuzz {

Reading readAll(RecordReader& reader, qint64 size, qint64 lines, bool isExact)
{
    Reading reading;
    qint64 done = 0;
    qint64 line = 0;
    while (const CsvRecord* record = reader.next()) {
        require(record->line >= std::max<qint64>(line, 1) && record->line <= lines + 1);
        require(record->faultLine >= record->line && record->faultLine <= lines + 1);
        require(reader.bytesDone() >= done && reader.bytesDone() <= size);
        line = record->line;
        done = reader.bytesDone();
        Kept kept{.line = record->line,
                  .fault = record->fault,
                  .faultLine = record->faultLine,
                  .detail = record->detail,
                  .fields = {}};
        for (const std::string_view field : record->fields) {
            if (field.data() == nullptr)
                kept.fields.emplace_back();
            else
                kept.fields.emplace_back(std::string(field));
        }
        reading.records.push_back(std::move(kept));
    }
    reading.error = reader.error();
    require(reader.bytesDone() >= done && reader.bytesDone() <= size);
    if (isExact && !reading.error)
        require(reader.bytesDone() == size);
    // An end stays the end.
    require(reader.next() == nullptr);
    return reading;
}

} // namespace clientele::fuzz
