// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/recordreader.h"

#include <QByteArray>

#include <vector>

class QIODevice;

namespace clientele::fuzz {

/// A record that outlives its reader.
struct Kept
{
    qint64 line = 0;
    CsvRecord::Fault fault = CsvRecord::Fault::None;
    qint64 faultLine = 0;
    std::string detail;
    std::vector<std::optional<std::string>> fields; ///< unset where nothing stands

    bool operator==(const Kept&) const = default;
};

struct Reading
{
    std::vector<Kept> records;
    std::optional<Error> error;

    bool operator==(const Reading&) const = default;
};

/// Reads all, and requires on the way what holds for every file: lines go up and are within the
/// file, and what bytesDone() says grows, up to @p size at the end where @p isExact. A file has
/// @p lines line ends.
Reading readAll(RecordReader& reader, qint64 size, qint64 lines, bool isExact);

} // namespace clientele::fuzz
