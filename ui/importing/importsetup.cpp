// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/importsetup.h"

#include "core/services/book.h"
#include "ui/importing/importmemory.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

/// Two digits: a guess that looks exact would be taken for a count.
qint64 roundedGuess(double value)
{
    if (value < 100)
        return std::llround(value);
    const double step = std::pow(10.0, std::floor(std::log10(value)) - 1);
    return std::llround(std::round(value / step) * step);
}

} // namespace

ImportSetup::ImportSetup(Book& book, ImportMemory* memory, QObject* parent)
    : QObject(parent), m_book(book), m_memory(memory)
{
    m_plan.onDuplicate = DuplicatePolicy::Update;
}

ImportSetup::~ImportSetup()
{
    m_task.cancel();
}

void ImportSetup::setFile(const QString& file)
{
    m_plan = {.file = file, .onDuplicate = m_plan.onDuplicate};
    m_format.reset();
    m_mapping.reset();
    m_dateFormat.reset();
    m_preview = {};
    m_problem.reset();
    m_opening = true;
    m_remembered = false;
    read();
}

void ImportSetup::fail(const Error& problem)
{
    m_problem = problem;
    Q_EMIT changed();
}

void ImportSetup::setFormat(const CsvFormat& format)
{
    if (m_format == format || file().isEmpty())
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

void ImportSetup::setDateFormat(const std::optional<QString>& format)
{
    if (m_dateFormat == format)
        return;
    m_dateFormat = format;
    m_mapping = m_preview.mapping;
    for (FieldMapping& mapping : *m_mapping) {
        if (mapping.field == CustomerField::CreatedAt)
            mapping.dateFormat = format.value_or(QString());
    }
    read();
}

void ImportSetup::setDuplicatePolicy(DuplicatePolicy policy)
{
    if (m_plan.onDuplicate == policy)
        return;
    m_plan.onDuplicate = policy;
    if (!file().isEmpty())
        read();
}

void ImportSetup::setUpdates(const std::optional<QList<CustomerField>>& updated,
                             const QList<CustomerField>& cleared)
{
    if (m_plan.updatedFields == updated && m_plan.clearedFields == cleared)
        return;
    m_plan.updatedFields = updated;
    m_plan.clearedFields = cleared;
    read();
}

void ImportSetup::setNullTexts(const QStringList& texts)
{
    if (m_plan.nullTexts == texts)
        return;
    m_plan.nullTexts = texts;
    read();
}

void ImportSetup::setAtomic(bool atomic)
{
    if (std::exchange(m_plan.atomic, atomic) != atomic)
        Q_EMIT changed();
}

void ImportSetup::setErrorPolicy(ErrorPolicy policy)
{
    if (std::exchange(m_plan.onError, policy) != policy)
        Q_EMIT changed();
}

void ImportSetup::setOverride(const CellOverride& cell)
{
    m_plan.overrides.removeIf([&](const CellOverride& known) {
        return known.line == cell.line && known.field == cell.field;
    });
    m_plan.overrides.append(cell);
    read();
}

void ImportSetup::clearOverrides()
{
    m_plan.overrides.clear();
    read();
}

void ImportSetup::follow(const ImportPlan& recipe)
{
    m_plan.onDuplicate = recipe.onDuplicate;
    m_plan.updatedFields = recipe.updatedFields;
    m_plan.clearedFields = recipe.clearedFields;
    m_plan.nullTexts = recipe.nullTexts;
    m_plan.onError = recipe.onError;
    m_plan.atomic = recipe.atomic;
    m_mapping = recipe.mapping;
    m_preview.mapping = recipe.mapping;
    m_dateFormat.reset();
    for (const FieldMapping& mapping : recipe.mapping) {
        if (mapping.field == CustomerField::CreatedAt)
            m_dateFormat = mapping.dateFormat;
    }
    read();
}

void ImportSetup::remember() const
{
    const bool named = m_preview.format.kind != FileKind::Csv || m_preview.format.hasHeader;
    if (m_memory && named)
        m_memory->remember(m_preview.columns, plan());
}

void ImportSetup::read()
{
    m_task.cancel();
    m_reading = true;
    const quint64 generation = ++m_generation;
    PreviewRequest request{.plan = m_plan,
                           .findsFormat = !m_format,
                           .findsMapping = !m_mapping,
                           .findsMoments = !m_dateFormat};
    request.plan.format = m_format.value_or(CsvFormat());
    request.plan.mapping = m_mapping.value_or(QList<FieldMapping>());
    m_task = previewImport(m_book, request);
    whenDone(m_task, this, [this, generation](const Result<ImportPreview>& result) {
        if (generation == m_generation)
            take(result);
    });
    Q_EMIT changed();
}

bool ImportSetup::hasColumnsOf(const QList<FieldMapping>& mapping, const QStringList& columns) const
{
    return std::ranges::all_of(mapping, [&](const FieldMapping& one) {
        return std::ranges::all_of(one.columns,
                                   [&](const QString& column) { return columns.contains(column); });
    });
}

/// True where the file has a header that is known, so that it is read once more.
bool ImportSetup::recall()
{
    if (!m_opening || m_remembered || !m_memory)
        return false;
    const auto known = m_memory->recall(m_preview.columns);
    if (!known || !hasColumnsOf(known->mapping, m_preview.columns))
        return false;
    m_remembered = true;
    follow(*known);
    return true;
}

void ImportSetup::take(const Result<ImportPreview>& result)
{
    m_reading = false;
    if (!result) {
        m_problem = result.error();
    } else if (m_mapping && !hasColumnsOf(*m_mapping, result->columns)) {
        // Read another way, the file has other columns: what was chosen by name is void.
        m_mapping.reset();
        m_dateFormat.reset();
        read();
        return;
    } else {
        m_preview = *result;
        m_problem = m_preview.problem;
        m_format = m_preview.format;
        if (recall())
            return;
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
    const auto isSet = [](const FieldMapping& mapping) {
        return !mapping.columns.isEmpty() || mapping.constant;
    };
    return isSet(mappingOf(CustomerField::Name)) && isSet(mappingOf(CustomerField::Email));
}

ImportStep ImportSetup::firstDoubt() const
{
    const CsvFormat& format = m_preview.format;
    const bool isCsv = format.kind == FileKind::Csv;
    if (file().isEmpty() || (m_problem && m_preview.columns.isEmpty()))
        return ImportStep::File;
    if (m_problem || (isCsv && (m_preview.columns.size() < 2 || !format.hasHeader)))
        return ImportStep::Format;
    return mappingIsComplete() ? ImportStep::Check : ImportStep::Columns;
}

bool ImportSetup::canLeave(ImportStep step) const
{
    if (file().isEmpty() || m_reading)
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
    ImportPlan plan = m_plan;
    plan.format = m_preview.format;
    plan.mapping = m_preview.mapping;
    return plan;
}

} // namespace clientele
