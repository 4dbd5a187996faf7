// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace clientele {

/// A row of a file as it stands there, however many fields it has.
struct CsvRecord
{
    enum class Fault
    {
        None,
        UnclosedQuote, ///< the fields are those of one line, its quotes taken as plain characters
        Undecodable,   ///< holds bytes that are no text in the file's encoding
        TooLong,       ///< the fields hold the first 4 MiB; the rest of the line is skipped
        NulByte,       ///< holds a NUL character, which no database stores
        Malformed,     ///< no JSON object; its text stands in one field behind the columns
        UnknownKey,    ///< has a key that is no column; its value stands behind the columns
    };

    qint64 line = 0; ///< the line it starts on, the first of the file being 1
    Fault fault = Fault::None;
    qint64 faultLine = 0; ///< the line of the fault: where the quote was opened
    std::string detail;   ///< Malformed: what is wrong, for wording to translate; UnknownKey: which
    /// UTF-8, quotes taken away. Valid until the next call of next(). Where nothing stands, which
    /// is between two delimiters, JSON's null, or a key that is not there, data() is nullptr; a
    /// text that is empty ("") has an address.
    std::span<const std::string_view> fields;
    /// An apostrophe may stand in front of a formula, as in files of spreadsheets and in our own:
    /// see formulaguard.h. Never so in JSON.
    bool mayBeGuarded = true;
};

/// A stream of rows out of a file of some kind.
class RecordReader
{
    Q_DISABLE_COPY_MOVE(RecordReader)

public:
    virtual ~RecordReader() = default;

    /// nullptr at the end, or where error() is set.
    virtual const CsvRecord* next() = 0;
    [[nodiscard]] virtual const std::optional<Error>& error() const = 0;
    /// How far into the device the last record reached; exact for UTF-8, else by the block.
    [[nodiscard]] virtual qint64 bytesDone() const = 0;

protected:
    RecordReader() = default;
};

} // namespace clientele
