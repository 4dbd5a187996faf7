// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cancellation.h"
#include "core/io/csvreader.h"
#include "core/result.h"

#include <QIODevice>
#include <QStringList>

#include <memory>

namespace clientele {

/// A CSV file that is being imported, behind its header. Used in one thread.
///
/// A file whose last columns are line, column and reason is a rejects file: those three are not the
/// customers' and are left out of columns().
class ImportSource final
{
    Q_DISABLE_COPY_MOVE(ImportSource)

public:
    /// @p file may be "-" for standard input, whose reading ends with @p cancellation.
    static Result<std::unique_ptr<ImportSource>> open(const QString& file, const CsvFormat& format,
                                                      std::shared_ptr<Cancellation> cancellation);

    /// The header, or #1, #2 … where there is none.
    [[nodiscard]] const QStringList& columns() const { return m_columns; }
    /// Fields that a row is to have; more than columns() in a rejects file.
    [[nodiscard]] size_t width() const { return m_width; }

    /// nullptr at the end, or where error() is set.
    const CsvRecord* next();
    [[nodiscard]] std::optional<Error> error() const;

    [[nodiscard]] qint64 bytesDone() const { return m_reader.bytesDone(); }
    [[nodiscard]] qint64 bytesTotal() const; ///< 0 where unknown

private:
    ImportSource(const QString& file, const CsvFormat& format, std::unique_ptr<QIODevice> device);
    std::optional<Error> readHeader(bool hasHeader);

    QString m_file;
    std::unique_ptr<QIODevice> m_device;
    CsvReader m_reader;
    QStringList m_columns;
    size_t m_width = 0;
    const CsvRecord* m_first = nullptr; ///< read ahead to count the columns
};

} // namespace clientele
