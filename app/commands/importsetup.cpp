// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/importsetup.h"

#include "app/commands/context.h"
#include "core/services/book.h"
#include "core/services/importpreview.h"

#include <QStringDecoder>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace clientele::ctl {

namespace {

Result<FieldMapping> mappingFrom(const QString& word)
{
    const QString name = word.section(u'=', 0, 0);
    const QStringList columns = word.section(u'=', 1).split(u'+', Qt::SkipEmptyParts);
    const auto field = fieldFromName(name);
    if (columns.isEmpty() || (field != CustomerField::Name && field != CustomerField::Email &&
                              field != CustomerField::Phone && field != CustomerField::IsActive))
        return usageError(
            u"--map takes name, email, phone or is_active, then = and a column's name, as in "
            "--map \"name=First Name+Last Name\", not \"%1\"."_s.arg(word));
    return FieldMapping{.field = *field, .columns = columns};
}

/// The value's place in @p words, which are what the option takes.
Result<qsizetype> choice(const Arguments& arguments, const QString& option,
                         const QStringList& words, qsizetype byDefault)
{
    const auto value = arguments.value(option);
    if (!value)
        return byDefault;
    if (!words.contains(*value))
        return usageError(
            u"--%1 takes %2, not \"%3\"."_s.arg(option, words.join(u" or "_s), *value));
    return words.indexOf(*value);
}

Result<char> delimiterFrom(const QString& word)
{
    if (word == u"tab" || word == u"\\t")
        return '\t';
    static const QString known = u",;\t|"_s;
    if (word.size() != 1 || !known.contains(word))
        return usageError(u"--delimiter takes a comma, a semicolon, a bar or the word tab."_s);
    return word.front().toLatin1();
}

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

} // namespace

Result<ImportChoices> ImportChoices::from(const Arguments& arguments)
{
    ImportChoices choices{
        .plan = {.file = arguments.words().first(),
                 .dryRun = arguments.has(u"dry-run"_s),
                 .atomic = arguments.has(u"atomic"_s),
                 .rejectsFile = arguments.value(u"rejects"_s).value_or(QString())}};
    for (const QString& word : arguments.values(u"map"_s)) {
        const auto mapping = mappingFrom(word);
        if (!mapping)
            return mapping.error();
        choices.mapping << *mapping;
    }
    const auto onDuplicate =
        choice(arguments, u"on-duplicate"_s, {u"skip"_s, u"update"_s, u"reject"_s}, 2);
    if (!onDuplicate)
        return onDuplicate.error();
    const auto onError = choice(arguments, u"on-error"_s, {u"skip"_s, u"stop"_s}, 0);
    if (!onError)
        return onError.error();
    choices.plan.onDuplicate = static_cast<DuplicatePolicy>(*onDuplicate);
    choices.plan.onError = static_cast<ErrorPolicy>(*onError);
    if (const auto encoding = arguments.value(u"encoding"_s)) {
        choices.encoding = encoding->toLatin1();
        if (!QStringDecoder(choices.encoding.constData()).isValid())
            return usageError(u"The encoding \"%1\" is not known here."_s.arg(*encoding));
    }
    if (const auto rows = arguments.value(u"chunk"_s)) {
        bool ok = false;
        choices.plan.chunkRows = rows->toInt(&ok);
        if (!ok || choices.plan.chunkRows < 1)
            return usageError(u"--chunk takes a whole number from 1 on, not \"%1\"."_s.arg(*rows));
    }
    if (const auto word = arguments.value(u"delimiter"_s)) {
        const auto delimiter = delimiterFrom(*word);
        if (!delimiter)
            return delimiter.error();
        choices.delimiter = *delimiter;
    }
    return choices;
}

Result<ImportSetup> prepareImport(Context& context, Book& book, const ImportChoices& choices)
{
    ImportSetup setup{.plan = choices.plan};
    if (setup.plan.file == u"-") {
        auto spooled = spooledStandardInput();
        if (!spooled)
            return spooled.error();
        setup.standardInput = std::move(spooled).value();
        setup.plan.file = setup.standardInput->fileName();
    }
    const auto preview = [&](std::optional<CsvFormat> format) {
        return context.wait(
            previewImport(book, setup.plan.file, format, std::nullopt, setup.plan.onDuplicate));
    };
    auto seen = preview(std::nullopt);
    if (seen && (!choices.encoding.isEmpty() || choices.delimiter != 0)) {
        CsvFormat format = seen->format;
        if (!choices.encoding.isEmpty())
            format.encoding = choices.encoding;
        if (choices.delimiter != 0)
            format.delimiter = choices.delimiter;
        seen = preview(format);
    }
    if (!seen)
        return seen.error();
    if (seen->problem)
        return *seen->problem;
    setup.plan.format = seen->format;
    setup.plan.mapping = merged(choices.mapping, seen->mapping);
    if (const auto checked = checkMapping(setup.plan.mapping, seen->columns); !checked)
        return checked.error();
    return setup;
}

} // namespace clientele::ctl
