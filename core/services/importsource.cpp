// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/importsource.h"

#include "core/io/csvreader.h"
#include "core/io/jsonreader.h"
#include "core/services/importrejects.h"

namespace clientele {

using namespace Qt::StringLiterals;

Result<std::unique_ptr<ImportSource>> ImportSource::open(const QString& file,
                                                         const CsvFormat& format,
                                                         std::shared_ptr<Cancellation> cancellation)
{
    auto input = ImportInput::open(file, std::move(cancellation));
    if (!input)
        return input.error();
    std::unique_ptr<ImportSource> source(new ImportSource(file, std::move(input).value()));
    auto problem =
        format.kind == FileKind::Csv ? source->openCsv(format) : source->openJson(format);
    if (problem)
        return *problem;
    return source;
}

ImportSource::ImportSource(const QString& file, ImportInput input)
    : m_file(file), m_input(std::move(input))
{}

std::optional<Error> ImportSource::openCsv(const CsvFormat& format)
{
    m_reader = std::make_unique<CsvReader>(m_input.device(), format);
    const CsvRecord* const first = m_reader->next();
    if (error())
        return error();
    if (!first)
        return emptyFile();
    m_width = first->fields.size();
    if (!format.hasHeader) {
        m_first = first;
        for (size_t i = 1; i <= m_width; ++i)
            m_columns.append(u'#' + QString::number(i));
        return std::nullopt;
    }
    if (first->fault != CsvRecord::Fault::None) {
        return Error{.kind = ErrorKind::File,
                     .message = u"The header cannot be read."_s,
                     .subject = m_file,
                     .code = u"file.header"_s};
    }
    for (const std::string_view field : first->fields)
        m_columns.append(QString::fromUtf8(field.data(), qsizetype(field.size())).trimmed());
    if (m_columns.size() > RejectsFile::columns().size() &&
        m_columns.last(RejectsFile::columns().size()) == RejectsFile::columns())
        m_columns.resize(m_columns.size() - RejectsFile::columns().size());
    return std::nullopt;
}

std::optional<Error> ImportSource::openJson(const CsvFormat& format)
{
    auto reader = std::make_unique<JsonReader>(m_input.device(), format);
    m_columns = reader->columns();
    m_width = size_t(m_columns.size());
    m_reader = std::move(reader);
    if (error() || !m_columns.isEmpty())
        return error();
    // Without a column there is nothing to import, whatever else is in it.
    if (m_reader->next())
        return Error{.kind = ErrorKind::File,
                     .message = u"None of its first rows has a key."_s,
                     .subject = m_file,
                     .code = u"file.json"_s};
    return error() ? error() : emptyFile();
}

Error ImportSource::emptyFile() const
{
    return {.kind = ErrorKind::File,
            .message = u"The file is empty."_s,
            .subject = m_file,
            .code = u"file.empty"_s};
}

const CsvRecord* ImportSource::next()
{
    if (m_first)
        return std::exchange(m_first, nullptr);
    return m_reader->next();
}

std::optional<Error> ImportSource::error() const
{
    auto problem = m_reader->error();
    if (problem && problem->subject.isEmpty())
        problem->subject = m_file;
    return problem;
}

} // namespace clientele
