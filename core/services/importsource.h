// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cancellation.h"
#include "core/io/csvformat.h"
#include "core/io/recordreader.h"
#include "core/result.h"
#include "core/services/importinput.h"

#include <QStringList>

#include <memory>

namespace clientele {

/// The rows of a file that is being imported: CSV behind its header, JSON or JSON lines, each also
/// as gzip. Used in one thread.
///
/// A CSV file whose last columns are line, column and reason is a rejects file: those three are not
/// the customers' and are left out of columns().
class ImportSource final
{
    Q_DISABLE_COPY_MOVE(ImportSource)

public:
    /// @p file may be "-" for standard input, whose reading ends with @p cancellation.
    static Result<std::unique_ptr<ImportSource>> open(const QString& file, const CsvFormat& format,
                                                      std::shared_ptr<Cancellation> cancellation);

    /// The header, or #1, #2 … where there is none; of JSON the keys of the first rows.
    [[nodiscard]] const QStringList& columns() const { return m_columns; }
    /// Fields that a row is to have; more than columns() in a rejects file.
    [[nodiscard]] size_t width() const { return m_width; }

    /// nullptr at the end, or where error() is set.
    const CsvRecord* next();
    [[nodiscard]] std::optional<Error> error() const;

    /// Of the file as it lies there.
    [[nodiscard]] qint64 bytesDone() const { return m_input.bytesDone(m_reader->bytesDone()); }
    [[nodiscard]] qint64 bytesTotal() const { return m_input.bytesTotal(); } ///< 0 where unknown

private:
    ImportSource(const QString& file, ImportInput input);
    std::optional<Error> openCsv(const CsvFormat& format);
    std::optional<Error> openJson(const CsvFormat& format);
    [[nodiscard]] Error emptyFile() const;

    QString m_file;
    ImportInput m_input;
    std::unique_ptr<RecordReader> m_reader;
    QStringList m_columns;
    size_t m_width = 0;
    const CsvRecord* m_first = nullptr; ///< read ahead to count the columns
};

} // namespace clientele
