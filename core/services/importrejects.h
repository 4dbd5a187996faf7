// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/csvwriter.h"
#include "core/result.h"
#include "core/services/importchunk.h"

#include <QFile>
#include <QStringList>

#include <memory>

namespace clientele {

/// The rows that could not be imported, as CSV: the file's own columns as they were, then line,
/// column and reason. It can be mended and imported again. Whole rows reach the disk with each
/// flush(), so that a program that is killed leaves them readable.
class RejectsFile final
{
    Q_DISABLE_COPY_MOVE(RejectsFile)

public:
    /// line, column, reason.
    static const QStringList& columns();

    RejectsFile() = default;

    /// Replaces @p name; a temporary file where it is empty. @p header are the own columns; rows of
    /// more fields than @p width are written with the surplus behind the reason.
    Result<> open(const QString& name, const QStringList& header, size_t width);
    /// Goes on with the file of an import that broke off, behind its first @p bytes.
    Result<> reopen(const QString& name, qint64 bytes, const QStringList& header, size_t width);
    Result<> write(std::span<const std::string_view> fields, const Reject& reject);
    Result<> flush();

    /// From here on, rewind() takes back what is written.
    void keep();
    Result<> rewind();

    [[nodiscard]] bool isOpen() const { return m_file != nullptr; }
    /// Once flushed.
    [[nodiscard]] qint64 size() const { return m_file ? m_file->pos() : 0; }
    [[nodiscard]] QString name() const { return m_file ? m_file->fileName() : QString(); }

private:
    Result<> begin(std::unique_ptr<QFile> file, const QStringList& header, size_t width);

    std::unique_ptr<QFile> m_file;
    std::unique_ptr<CsvWriter> m_writer;
    size_t m_ownWidth = 0;
    size_t m_width = 0;
    qint64 m_kept = 0;
};

/// The first rows of a rejects file, at most @p most, as the report has them, but without their
/// codes. @p columns are those of the file that was imported by @p plan.
QList<Reject> readRejects(const QString& name, const QStringList& columns, const ImportPlan& plan,
                          qsizetype most);

/// The header of a rejects file: a file without a header of its own gets the names of the fields
/// that its columns are mapped to, so that it can be imported again as it is.
QStringList rejectsHeader(const QStringList& columns, const ImportPlan& plan);

} // namespace clientele
