// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/importsetup.h"

#include "core/services/book.h"

#include <algorithm>
#include <cmath>

namespace clientele {

namespace {

bool exists(const FieldMapping& mapping, const QStringList& columns)
{
    return std::ranges::all_of(mapping.columns,
                               [&](const QString& column) { return columns.contains(column); });
}

/// Two digits: a guess that looks exact would be taken for a count.
qint64 roundedGuess(double value)
{
    if (value < 100)
        return std::llround(value);
    const double step = std::pow(10.0, std::floor(std::log10(value)) - 1);
    return std::llround(std::round(value / step) * step);
}

} // namespace

ImportSetup::ImportSetup(Book& book, QObject* parent) : QObject(parent), m_book(book) {}

ImportSetup::~ImportSetup()
{
    m_task.cancel();
}

void ImportSetup::setFile(const QString& file)
{
    m_file = file;
    m_format.reset();
    m_mapping.reset();
    m_preview = {};
    m_problem.reset();
    m_opening = true;
    read();
}

void ImportSetup::setFormat(const CsvFormat& format)
{
    if (m_format == format || m_file.isEmpty())
        return;
    m_format = format;
    read();
}

void ImportSetup::setMapping(const QList<FieldMapping>& mapping)
{
    if (m_mapping == mapping)
        return;
    m_mapping = mapping;
    m_preview.mapping = mapping;
    read();
}

void ImportSetup::setDuplicatePolicy(DuplicatePolicy policy)
{
    if (m_policy == policy)
        return;
    m_policy = policy;
    if (!m_file.isEmpty())
        read();
}

void ImportSetup::read()
{
    m_task.cancel();
    m_reading = true;
    const quint64 generation = ++m_generation;
    m_task = previewImport(m_book, m_file, m_format, m_mapping, m_policy);
    whenDone(m_task, this, [this, generation](const Result<ImportPreview>& result) {
        if (generation == m_generation)
            take(result);
    });
    Q_EMIT changed();
}

void ImportSetup::take(const Result<ImportPreview>& result)
{
    m_reading = false;
    if (!result) {
        m_problem = result.error();
    } else if (m_mapping && !std::ranges::all_of(*m_mapping, [&](const FieldMapping& mapping) {
                   return exists(mapping, result->columns);
               })) {
        // Read another way, the file has other columns: what was chosen by name is void.
        m_mapping.reset();
        read();
        return;
    } else {
        m_preview = *result;
        m_problem = m_preview.problem;
        m_format = m_preview.format;
    }
    if (std::exchange(m_opening, false))
        Q_EMIT opened();
    Q_EMIT changed();
}

FieldMapping ImportSetup::mappingOf(CustomerField field) const
{
    const auto found = std::ranges::find(m_preview.mapping, field, &FieldMapping::field);
    return found == m_preview.mapping.end() ? FieldMapping{.field = field} : *found;
}

bool ImportSetup::mappingIsComplete() const
{
    return !mappingOf(CustomerField::Name).columns.isEmpty() &&
           !mappingOf(CustomerField::Email).columns.isEmpty();
}

ImportStep ImportSetup::firstDoubt() const
{
    if (m_file.isEmpty() || (m_problem && m_preview.columns.isEmpty()))
        return ImportStep::File;
    if (m_problem || m_preview.columns.size() < 2 || !m_preview.format.hasHeader)
        return ImportStep::Format;
    return mappingIsComplete() ? ImportStep::Check : ImportStep::Columns;
}

bool ImportSetup::canLeave(ImportStep step) const
{
    if (m_file.isEmpty() || m_reading)
        return false;
    switch (step) {
    case ImportStep::File:
        return !m_preview.columns.isEmpty();
    case ImportStep::Format:
        return !m_problem && !m_preview.columns.isEmpty();
    case ImportStep::Columns:
    case ImportStep::Check:
        return !m_problem && mappingIsComplete();
    case ImportStep::Import:
        break;
    }
    return false;
}

qint64 ImportSetup::estimatedRows() const
{
    const auto seen = qint64(std::max(m_preview.checked.size(), m_preview.rows.size()));
    if (m_preview.wholeFile || m_preview.rows.empty())
        return seen;
    qsizetype bytes = 0;
    for (const QStringList& row : m_preview.rows)
        for (const QString& field : row)
            bytes += field.toUtf8().size() + 1;
    const double bytesPerRow = double(bytes) / double(m_preview.rows.size());
    return std::max(seen, roundedGuess(double(m_preview.fileSize) / std::max(bytesPerRow, 1.0)));
}

ImportPlan ImportSetup::plan() const
{
    return {.file = m_file,
            .format = m_preview.format,
            .mapping = m_preview.mapping,
            .onDuplicate = m_policy};
}

} // namespace clientele
