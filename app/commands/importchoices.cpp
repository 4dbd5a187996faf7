// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/importchoices.h"

#include "core/services/recipes.h"

#include <QStringDecoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clientele::ctl {

namespace {

using enum CustomerField;

/// "FIELD=REST" taken apart, where FIELD is one of @p known.
Result<std::pair<CustomerField, QString>> assignment(const QString& option, const QString& word,
                                                     const QList<CustomerField>& known)
{
    const auto field = fieldFromName(word.section(u'=', 0, 0));
    if (field && known.contains(*field) && word.contains(u'='))
        return std::pair(*field, word.section(u'=', 1));
    QStringList names;
    for (const CustomerField one : known)
        names.append(fieldName(one));
    return usageError(u"--%1 takes %2, then =, as in --%1 name=…, not \"%3\"."_s.arg(
        option, names.join(u" or "_s), word));
}

Result<FieldMapping> mappingFrom(const QString& word)
{
    const auto said = assignment(u"map"_s, word, {Name, Email, Phone, IsActive, CreatedAt});
    const QStringList columns = word.section(u'=', 1).split(u'+', Qt::SkipEmptyParts);
    if (!said || columns.isEmpty())
        return usageError(
            u"--map takes name, email, phone, is_active or created_at, then = and a column's name, "
            "as in --map \"name=First Name+Last Name\", not \"%1\"."_s.arg(word));
    return FieldMapping{.field = said->first, .columns = columns};
}

Result<QList<FieldMapping>> mappingsFrom(const Arguments& arguments)
{
    QList<FieldMapping> mapping;
    for (const QString& word : arguments.values(u"map"_s)) {
        const auto one = mappingFrom(word);
        if (!one)
            return one.error();
        mapping << *one;
    }
    for (const QString& word : arguments.values(u"set"_s)) {
        const auto said = assignment(u"set"_s, word, {Name, Phone, IsActive, CreatedAt});
        if (!said)
            return said.error();
        mapping << FieldMapping{.field = said->first, .constant = said->second};
    }
    for (const FieldMapping& one : std::as_const(mapping)) {
        if (std::ranges::count(mapping, one.field, &FieldMapping::field) > 1)
            return usageError(u"The field %1 is given twice."_s.arg(fieldName(one.field)));
    }
    return mapping;
}

Result<QList<CustomerField>> fieldsFrom(const QString& option, const QString& list,
                                        const QList<CustomerField>& known)
{
    QList<CustomerField> fields;
    for (const QString& word : list.split(u',', Qt::SkipEmptyParts)) {
        const auto field = fieldFromName(word.trimmed());
        if (!field || !known.contains(*field)) {
            QStringList names;
            for (const CustomerField one : known)
                names.append(fieldName(one));
            return usageError(u"--%1 takes %2, with commas between, not \"%3\"."_s.arg(
                option, names.join(u", "_s), word));
        }
        fields << *field;
    }
    return fields;
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

Result<> takeReading(const Arguments& arguments, ImportChoices& choices)
{
    if (const auto encoding = arguments.value(u"encoding"_s)) {
        choices.encoding = encoding->toLatin1();
        if (!QStringDecoder(choices.encoding.constData()).isValid())
            return usageError(u"The encoding \"%1\" is not known here."_s.arg(*encoding));
    }
    if (const auto word = arguments.value(u"delimiter"_s)) {
        const auto delimiter = delimiterFrom(*word);
        if (!delimiter)
            return delimiter.error();
        choices.delimiter = *delimiter;
    }
    choices.dateFormat = arguments.value(u"date-format"_s);
    if (choices.dateFormat && !recipes::knowsDateFormat(*choices.dateFormat)) {
        return usageError(
            u"--date-format takes iso, dmy, mdy, epoch, epoch-ms, excel, or a pattern "
            "such as \"dd MMM yyyy\", not \"%1\"."_s.arg(*choices.dateFormat));
    }
    for (const QString& word : arguments.values(u"separator"_s)) {
        const auto said = assignment(u"separator"_s, word, {Name, Phone, CreatedAt});
        if (!said)
            return said.error();
        choices.separators[said->first] = said->second;
    }
    if (arguments.has(u"null"_s))
        choices.plan.nullTexts = arguments.values(u"null"_s);
    return {};
}

Result<> takeWriting(const Arguments& arguments, ImportPlan& plan)
{
    const auto onDuplicate = choice(arguments, u"on-duplicate"_s,
                                    {u"skip"_s, u"update"_s, u"reject"_s}, int(plan.onDuplicate));
    if (!onDuplicate)
        return onDuplicate.error();
    const auto onError =
        choice(arguments, u"on-error"_s, {u"skip"_s, u"stop"_s}, int(plan.onError));
    if (!onError)
        return onError.error();
    plan.onDuplicate = static_cast<DuplicatePolicy>(*onDuplicate);
    plan.onError = static_cast<ErrorPolicy>(*onError);
    if (const auto list = arguments.value(u"update-fields"_s)) {
        const auto fields = fieldsFrom(u"update-fields"_s, *list, {Name, Phone, IsActive});
        if (!fields)
            return fields.error();
        plan.updatedFields = *fields;
    }
    if (const auto list = arguments.value(u"clear"_s)) {
        const auto fields = fieldsFrom(u"clear"_s, *list, {Phone});
        if (!fields)
            return fields.error();
        plan.clearedFields = *fields;
    }
    if (const auto rows = arguments.value(u"chunk"_s)) {
        bool ok = false;
        plan.chunkRows = rows->toInt(&ok);
        if (!ok || plan.chunkRows < 1)
            return usageError(u"--chunk takes a whole number from 1 on, not \"%1\"."_s.arg(*rows));
    }
    return {};
}

} // namespace

Result<ImportChoices> ImportChoices::from(const Arguments& arguments)
{
    ImportChoices choices;
    if (const auto file = arguments.value(u"recipe"_s)) {
        auto recipe = recipes::read(*file).wait();
        if (!recipe)
            return recipe.error();
        choices.plan = std::move(recipe->plan);
        choices.hasFormat = recipe->hasFormat;
        choices.hasMapping = true;
    }
    choices.plan.file = arguments.words().first();
    choices.plan.dryRun = arguments.has(u"dry-run"_s);
    choices.plan.atomic |= arguments.has(u"atomic"_s);
    choices.plan.rejectsFile = arguments.value(u"rejects"_s).value_or(QString());
    choices.recipeToSave = arguments.value(u"save-recipe"_s).value_or(QString());
    auto mapping = mappingsFrom(arguments);
    if (!mapping)
        return mapping.error();
    choices.mapping = *std::move(mapping);
    if (const auto taken = takeReading(arguments, choices); !taken)
        return taken.error();
    if (const auto taken = takeWriting(arguments, choices.plan); !taken)
        return taken.error();
    return choices;
}

QList<OptionSpec> ImportChoices::options()
{
    return {
        {u"map"_s, u"FIELD=COLUMN[+COLUMN...]"_s,
         u"which columns make name, email, phone, is_active or created_at; needed only where their "
         "headers do not say so"_s,
         true},
        {u"separator"_s, u"FIELD=TEXT"_s, u"what joins the columns of a field (a blank)"_s, true},
        {u"set"_s, u"FIELD=VALUE"_s, u"give every row this value"_s, true},
        {u"date-format"_s, u"F"_s,
         u"how created_at is written: iso, dmy, mdy, epoch, epoch-ms, excel, or a pattern such as "
         "\"dd MMM yyyy\"; found by the values"_s},
        {u"null"_s, u"TEXT"_s, u"a text that says that there is nothing, such as NULL or n/a"_s,
         true},
        {u"on-duplicate"_s, u"skip|update|reject"_s,
         u"what a row becomes whose e-mail address is taken (reject)"_s},
        {u"update-fields"_s, u"FIELD,..."_s,
         u"what an update writes: name, phone, is_active (all that the file has)"_s},
        {u"clear"_s, u"FIELD,..."_s,
         u"what an update takes away where the file has nothing: phone (it is kept)"_s},
        {u"on-error"_s, u"skip|stop"_s, u"what happens at a row that cannot be imported (skip)"_s},
        {u"dry-run"_s, {}, u"check and count, write nothing"_s},
        {u"atomic"_s, {}, u"import all rows or none"_s},
        {u"rejects"_s, u"FILE"_s, u"keep rejected rows here, with line, column and reason"_s},
        {u"encoding"_s, u"E"_s, u"such as UTF-8 or windows-1252, where it is not found"_s},
        {u"delimiter"_s, u"C"_s, u"a comma, semicolon, bar or the word tab"_s},
        {u"chunk"_s, u"ROWS"_s, u"rows of one transaction (5000)"_s},
        {u"recipe"_s, u"FILE"_s,
         u"do as this recipe says, which the window or --save-recipe made"_s},
        {u"save-recipe"_s, u"FILE"_s, u"keep how this file is imported as a recipe"_s},
        {u"resume"_s,
         {},
         u"go on with the import of this file that was killed or cut off, as it was told then"_s}};
}

void ImportChoices::changeFormat(CsvFormat& format) const
{
    if (!encoding.isEmpty())
        format.encoding = encoding;
    if (delimiter != 0)
        format.delimiter = delimiter;
}

bool ImportChoices::mapsColumnsTo(CustomerField field) const
{
    return std::ranges::any_of(mapping, [field](const FieldMapping& one) {
        return one.field == field && !one.columns.isEmpty();
    });
}

Result<> ImportChoices::refine(QList<FieldMapping>& all) const
{
    for (auto said = separators.begin(); said != separators.end(); ++said) {
        const auto place = std::ranges::find(all, said.key(), &FieldMapping::field);
        if (place == all.end())
            return usageError(u"No column is mapped to %1, which --separator is to join."_s.arg(
                fieldName(said.key())));
        place->separator = said.value();
    }
    if (dateFormat) {
        const auto place = std::ranges::find(all, CreatedAt, &FieldMapping::field);
        if (place == all.end())
            return usageError(
                u"No column is known to be created_at, whose dates --date-format is about. Say "
                "which with --map created_at=COLUMN."_s);
        place->dateFormat = *dateFormat;
    }
    return {};
}

} // namespace clientele::ctl
