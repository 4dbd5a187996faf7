// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/csvformat.h"
#include "core/io/textsource.h"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace clientele {

/// A row of a CSV file as it stands there, however many fields it has.
struct CsvRecord
{
    enum class Fault
    {
        None,
        UnclosedQuote, ///< the fields are those of one line, its quotes taken as plain characters
        Undecodable,   ///< holds bytes that are no text in the file's encoding
        TooLong,       ///< the fields hold the first 4 MiB; the rest of the line is skipped
    };

    qint64 line = 0; ///< the line it starts on, the first of the file being 1
    Fault fault = Fault::None;
    qint64 faultLine = 0; ///< the line of the fault: where the quote was opened
    /// UTF-8, quotes taken away. Valid until the next call of next().
    std::span<const std::string_view> fields;
    /// An apostrophe may stand in front of a formula, as in files of spreadsheets and in our own:
    /// see formulaguard.h. Never so in JSON.
    bool mayBeGuarded = true;
};

/// Reads CSV as RFC 4180 has it, and as programs write it: lines end with LF, CRLF or CR, also
/// within quotes; quotes within an unquoted field are plain; blanks are kept. Empty lines are left
/// out. Memory is flat: 4 MiB for a record, and 256 KiB for what is read ahead.
///
/// A quote that is never closed does not swallow the file: when a quoted field passes 1 MiB, meets
/// the end of the file, or has a quote where none can be after a line break, its record is given as
/// UnclosedQuote, ending with the line where that quote was opened, and the next line is read as
/// usual.
class CsvReader final
{
    Q_DISABLE_COPY_MOVE(CsvReader)

public:
    /// The device must be open and outlive this.
    CsvReader(QIODevice& device, const CsvFormat& format);

    /// nullptr at the end, or where error() is set.
    const CsvRecord* next();

    [[nodiscard]] const std::optional<Error>& error() const { return m_source.error(); }
    /// How far into the device the last record reached; exact for UTF-8, else by the block.
    [[nodiscard]] qint64 bytesDone() const;

private:
    enum class Scan
    {
        Complete,
        NeedsMore,
        Unclosed,
        TooLong
    };

    struct Field
    {
        size_t begin;
        size_t end;
        bool isQuoted;
    };

    bool goToRecord();
    void skipRestOfLine();
    Scan scanRecord();
    Scan scanQuoted(size_t& at);
    void scanPlain(size_t& at) const;
    Scan endRecord(size_t at);
    void cutLongRecord();
    void deliver(CsvRecord::Fault fault);
    [[nodiscard]] std::string_view unquoted(const Field& field);
    [[nodiscard]] bool isDecodable() const;
    [[nodiscard]] qint64 countLines(size_t begin, size_t end) const;
    void readMore();

    TextSource m_source;
    char m_delimiter;
    char m_quote;
    std::array<bool, 256> m_stops{}; ///< what ends an unquoted field

    std::string m_buffer;
    size_t m_begin = 0; ///< of the record under way
    size_t m_end = 0;   ///< behind the record and its line end
    bool m_atEnd = false;
    bool m_skipLine = false;  ///< the last record was cut in the middle of a line
    bool m_multiLine = false; ///< the record spans several
    qint64 m_line = 1;        ///< of m_begin
    size_t m_openQuote = 0;   ///< Unclosed: where it is, from m_begin
    size_t m_literalFrom = 0; ///< from here on, counted from m_begin, quotes are plain characters
    std::vector<Field> m_found;
    std::vector<std::string_view> m_fields;
    CsvRecord m_record;
};

} // namespace clientele
