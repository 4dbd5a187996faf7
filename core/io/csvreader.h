// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/csvformat.h"
#include "core/io/recordreader.h"
#include "core/io/stopscanner.h"
#include "core/io/textbuffer.h"

#include <vector>

namespace clientele {

/// Reads CSV as RFC 4180 has it, and as programs write it: lines end with LF, CRLF or CR, also
/// within quotes; quotes within an unquoted field are plain; blanks are kept. Empty lines are left
/// out. Memory is flat: 4 MiB for a record, and 256 KiB for what is read ahead.
///
/// A quote that is never closed does not swallow the file: when a quoted field passes 1 MiB, meets
/// the end of the file, or has a quote where none can be after a line break, its record is given as
/// UnclosedQuote, ending with the line where that quote was opened, and the next line is read as
/// usual.
class CsvReader final : public RecordReader
{
public:
    /// The device must be open and outlive this.
    CsvReader(QIODevice& device, const CsvFormat& format);

    const CsvRecord* next() override;
    [[nodiscard]] const std::optional<Error>& error() const override { return m_text.error(); }
    [[nodiscard]] qint64 bytesDone() const override { return m_text.bytesDone(m_end); }

    /// Fields in quotes so far, and those of them with text behind the closing quote: by which the
    /// sniffer knows how quotes are written.
    [[nodiscard]] qint64 quotedFields() const { return m_quotedFields; }
    [[nodiscard]] qint64 looseQuotes() const { return m_looseQuotes; }

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
    [[nodiscard]] bool isEscaped(size_t quote, size_t from) const;
    Scan endRecord(size_t at);
    void cutLongRecord();
    void deliver(CsvRecord::Fault fault);
    [[nodiscard]] std::string_view unquoted(const Field& field);
    [[nodiscard]] bool isStop(char c) const { return c == m_delimiter || c == '\n' || c == '\r'; }
    [[nodiscard]] qint64 linesIn(size_t begin, size_t end) const;
    void readMore();

    TextBuffer m_text;
    char m_delimiter;
    char m_quote;
    bool m_backslashes;
    StopScanner m_stops; ///< what ends an unquoted field

    size_t m_begin = 0;       ///< of the record under way
    size_t m_end = 0;         ///< behind the record and its line end
    bool m_skipLine = false;  ///< the last record was cut in the middle of a line
    bool m_multiLine = false; ///< the record spans several
    qint64 m_line = 1;        ///< of m_begin
    size_t m_openQuote = 0;   ///< Unclosed: where it is, from m_begin
    size_t m_literalFrom = 0; ///< from here on, counted from m_begin, quotes are plain characters
    qint64 m_quotedFields = 0;
    qint64 m_looseQuotes = 0;
    std::vector<Field> m_found;
    std::vector<std::string_view> m_fields;
    CsvRecord m_record;
};

} // namespace clientele
