// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/importsetup.h"

#include "app/commands/context.h"
#include "core/services/book.h"
#include "core/services/importpreview.h"
#include "core/services/recipes.h"

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace clientele::ctl {

namespace {

Result<std::unique_ptr<QTemporaryFile>> spooledStandardInput()
{
    auto file = std::make_unique<QTemporaryFile>();
    QFile input;
    if (!file->open() || !input.open(stdin, QIODevice::ReadOnly))
        return Error{.kind = ErrorKind::File, .message = file->errorString()};
    while (!input.atEnd()) {
        const QByteArray part = input.read(1 << 20);
        if (part.isEmpty())
            break;
        if (file->write(part) != part.size())
            return Error{.kind = ErrorKind::StorageFull,
                         .message = file->errorString(),
                         .subject = file->fileName()};
    }
    if (!file->flush())
        return Error{.kind = ErrorKind::StorageFull,
                     .message = file->errorString(),
                     .subject = file->fileName()};
    return file;
}

QList<FieldMapping> merged(const QList<FieldMapping>& said, const QList<FieldMapping>& found)
{
    QList<FieldMapping> all = said;
    for (const FieldMapping& mapping : found) {
        const bool known = std::any_of(all.cbegin(), all.cend(), [&](const FieldMapping& other) {
            return other.field == mapping.field;
        });
        if (!known)
            all << mapping;
    }
    return all;
}

Result<> checkMapping(const QList<FieldMapping>& mapping, const QStringList& columns)
{
    const QString known = u"The file's columns are: %1."_s.arg(columns.join(u", "_s));
    for (const FieldMapping& one : mapping) {
        for (const QString& column : one.columns) {
            if (!columns.contains(column) && !column.startsWith(u'#'))
                return usageError(
                    u"The file has no column \"%1\". %2"_s.arg(column, printable(known)));
        }
    }
    for (const CustomerField field : {CustomerField::Name, CustomerField::Email}) {
        const bool there = std::any_of(mapping.cbegin(), mapping.cend(),
                                       [&](const auto& one) { return one.field == field; });
        if (!there)
            return usageError(
                u"No column is known to be the %1. Say which with --map %1=COLUMN. %2"_s.arg(
                    fieldName(field), printable(known)));
    }
    return {};
}

/// Joins what was chosen with what is known else, and finds how dates are written.
class Preparation final
{
public:
    Preparation(Context& context, Book& book, const ImportChoices& choices, ImportPlan& plan)
        : m_context(context), m_book(book), m_choices(choices), m_plan(plan)
    {}

    Result<> run()
    {
        auto seen = preview(!m_choices.hasFormat, !m_choices.hasMapping);
        if (seen && m_choices.changesFormat()) {
            m_plan.format = seen->format;
            m_choices.changeFormat(m_plan.format);
            seen = preview(false, !m_choices.hasMapping);
        }
        if (!seen)
            return seen.error();
        if (seen->problem)
            return *seen->problem;
        m_plan.format = seen->format;
        m_plan.mapping = merged(m_choices.mapping, seen->mapping);
        if (auto known = checkMapping(m_plan.mapping, seen->columns); !known)
            return known;
        if (auto refined = m_choices.refine(m_plan.mapping); !refined)
            return refined;
        return readDates(*seen);
    }

private:
    Result<ImportPreview> preview(bool findsFormat, bool findsMapping, bool findsMoments = false)
    {
        return m_context.wait(previewImport(m_book, {.plan = m_plan,
                                                     .findsFormat = findsFormat,
                                                     .findsMapping = findsMapping,
                                                     .findsMoments = findsMoments}));
    }

    /// Found by the values, unless it was said how.
    Result<> readDates(const ImportPreview& seen)
    {
        FoundMoments moments = seen.moments;
        if (m_choices.dateFormat)
            return {};
        if (m_choices.mapsColumnsTo(CustomerField::CreatedAt)) {
            const auto again = preview(false, false, true);
            if (!again)
                return again.error();
            m_plan.mapping = again->mapping;
            moments = again->moments;
        } else if (m_choices.hasMapping) {
            return {};
        }
        if (moments.isAmbiguous) {
            m_context.console().say(
                u"Day and month of the dates could be either way round; they are read as %1. "
                "--date-format dmy or mdy says which."_s.arg(
                    moments.format == u"mdy" ? u"month, day, year"_s : u"day, month, year"_s));
        }
        return {};
    }

    Context& m_context;
    Book& m_book;
    const ImportChoices& m_choices;
    ImportPlan& m_plan;
};

} // namespace

Result<ImportSetup> prepareImport(Context& context, Book& book, const ImportChoices& choices)
{
    ImportSetup setup{.plan = choices.plan, .standardInput = nullptr};
    if (setup.plan.file == u"-") {
        auto spooled = spooledStandardInput();
        if (!spooled)
            return spooled.error();
        setup.standardInput = std::move(spooled).value();
        setup.plan.file = setup.standardInput->fileName();
    }
    if (auto prepared = Preparation(context, book, choices, setup.plan).run(); !prepared)
        return prepared.error();
    if (!choices.recipeToSave.isEmpty()) {
        if (auto saved = context.wait(recipes::save(setup.plan, choices.recipeToSave)); !saved)
            return saved.error();
    }
    return setup;
}

} // namespace clientele::ctl
