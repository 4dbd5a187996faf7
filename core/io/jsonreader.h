// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/bracketcounter.h"
#include "core/io/csvformat.h"
#include "core/io/jsoncolumns.h"
#include "core/io/jsonparser.h"
#include "core/io/recordreader.h"
#include "core/io/textbuffer.h"

#include <vector>

namespace clientele {

/// Reads JSON as rows: an object is a row, its keys are columns. Values are given as they stand:
/// text without its escapes, numbers to the last digit, lists as JSON; what is in an object within
/// the object has a column of its own, "address.city".
///
/// FileKind::JsonLines is an object on each line; what is none is a fault of its line.
/// FileKind::Json is a list of objects, an object that holds one such list, or objects one behind
/// the other. An object that is not well formed is a fault of its row as long as its brackets say
/// where it ends; what else is wrong ends the reading, and error() says the line.
///
/// Columns are the keys of the first MiB. A row with another key is given as UnknownKey. Memory is
/// flat: 4 MiB for a record, and 1 MiB for what is read ahead.
class JsonReader final : public RecordReader
{
public:
    /// Reads the beginning. The device must be open and outlive this.
    JsonReader(QIODevice& device, const CsvFormat& format);

    /// In the order in which they come.
    [[nodiscard]] const QStringList& columns() const { return m_columns.names(); }

    const CsvRecord* next() override;
    [[nodiscard]] const std::optional<Error>& error() const override
    {
        return m_error ? m_error : m_text.error();
    }
    [[nodiscard]] qint64 bytesDone() const override { return m_text.bytesDone(m_place.at); }

private:
    /// What is expected at a place.
    enum class Expected
    {
        Anything,    ///< nothing has been read yet
        Line,        ///< JsonLines
        Object,      ///< one behind the other
        FirstMember, ///< of the list, or its end
        Member,
        AfterMember, ///< a comma or the list's end
        Rest,        ///< of the object that holds the list
        Nothing,     ///< but blanks
    };

    struct Place
    {
        size_t at = 0;
        qint64 line = 1;
        bool afterReturn = false; ///< a CR was the last, so that an LF is no further line
        Expected expected = Expected::Anything;
    };

    enum class Step
    {
        Record, ///< m_record is filled in
        NeedsMore,
        End, ///< or an error
        Again,
    };

    void readColumns();
    Step step();
    Step enter();
    Step enterObject();
    Step readLine();
    Step readMember();
    Step readAfterMember();
    Step endList();
    Step readRest();
    Step cutLongRecord();
    Step skipLongRecord();
    Step finishRecord(size_t end);
    Step expect(Expected expected);
    Step giveUp(const char* problem);

    void deliverObject();
    void deliverRaw(CsvRecord::Fault fault, size_t end, const char* problem);
    void beginRecord(CsvRecord::Fault flaw);
    void addFault(CsvRecord::Fault fault, std::string_view detail);
    [[nodiscard]] std::string_view valueOf(const json::Member& member);

    [[nodiscard]] char here() const;
    void advance(size_t to);
    [[nodiscard]] bool isAtEnd() const { return m_place.at == m_text.size() && m_text.atEnd(); }

    TextBuffer m_text;
    FileKind m_kind;
    std::optional<Error> m_error;
    Place m_place;
    bool m_inObject = false; ///< the list is a member of an object
    bool m_addsColumns = true;
    bool m_skips = false; ///< the last record was too long, and its end is not reached
    json::ObjectParser m_parser;
    json::BracketCounter m_brackets; ///< of what is skipped

    json::Columns m_columns;
    std::vector<qint64> m_filledBy; ///< for each column, the record that has filled it
    qint64 m_records = 0;
    std::vector<std::string_view> m_fields;
    std::vector<std::string_view> m_surplus; ///< values of keys that are no column
    CsvRecord m_record;
};

} // namespace clientele
