// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/exportstyle.h"

using namespace Qt::StringLiterals;

namespace clientele::ctl {

namespace {

Result<ExportFormat> formatFrom(const Arguments& arguments, const QString& file)
{
    const auto name = arguments.value(u"format"_s);
    if (!name)
        return formatOfFile(file).value_or(ExportFormat::Csv);
    if (const auto format = formatFromName(*name))
        return *format;
    return usageError(u"--format takes csv, tsv, json, jsonl, xlsx, vcard or markdown, not "
                      "\"%1\"."_s.arg(*name));
}

Result<QList<CustomerField>> columnsFrom(const Arguments& arguments)
{
    QList<CustomerField> columns;
    const auto list = arguments.value(u"columns"_s);
    if (!list)
        return columns;
    for (const QString& name : list->split(u',')) {
        const auto field = fieldFromName(name.trimmed());
        if (!field) {
            return usageError(
                u"--columns does not know \"%1\". It takes id, name, email, phone, "
                "is_active, created_at and updated_at, with commas between them."_s.arg(
                    name.trimmed()));
        }
        if (columns.contains(*field))
            return usageError(u"--columns names %1 twice."_s.arg(fieldName(*field)));
        columns << *field;
    }
    return columns;
}

/// One of two words; nullopt where the option is not given.
Result<std::optional<bool>> isSecond(const Arguments& arguments, const QString& option,
                                     const QString& first, const QString& second)
{
    const auto word = arguments.value(option);
    if (!word)
        return std::optional<bool>();
    if (*word != first && *word != second)
        return usageError(u"--%1 takes %2 or %3, not \"%4\"."_s.arg(option, first, second, *word));
    return std::optional(*word == second);
}

Result<ExportLayout> layoutFrom(const Arguments& arguments)
{
    ExportLayout layout;
    if (auto one = arguments.atMostOneOf({u"guard"_s, u"no-guard"_s}); !one)
        return one.error();
    layout.guardsFormulas = !arguments.has(u"no-guard"_s);
    layout.byteOrderMark = arguments.has(u"bom"_s);
    layout.nullText = arguments.value(u"null"_s).value_or(QString());
    const auto quotes = isSecond(arguments, u"quote"_s, u"needed"_s, u"all"_s);
    if (!quotes)
        return quotes.error();
    if (quotes->value_or(false))
        layout.quotes = ExportLayout::Quotes::All;
    const auto windows = isSecond(arguments, u"line-end"_s, u"lf"_s, u"crlf"_s);
    if (!windows)
        return windows.error();
    if (windows->value_or(false))
        layout.lineEnd = "\r\n";
    if (const auto word = arguments.value(u"delimiter"_s)) {
        const auto delimiter = delimiterFrom(*word);
        if (!delimiter)
            return delimiter.error();
        layout.delimiter = *delimiter;
    }
    return layout;
}

} // namespace

QList<OptionSpec> styleOptions()
{
    return {
        {u"format"_s, u"NAME"_s,
         u"csv, tsv, json, jsonl, xlsx, vcard or markdown; else as the file's name ends, else csv"_s},
        {u"columns"_s, u"FIELD,…"_s, u"only these, in this order; else all"_s},
        {u"delimiter"_s, u"C"_s, u"csv: between fields; a comma, a semicolon, a bar or tab"_s},
        {u"null"_s, u"TEXT"_s, u"csv, tsv: stands for a missing value; else nothing does"_s},
        {u"quote"_s, u"needed|all"_s, u"csv, tsv: around which fields quotes stand"_s},
        {u"line-end"_s, u"lf|crlf"_s, u"csv, tsv: how lines end; lf if not told"_s},
        {u"bom"_s, {}, u"csv, tsv: begin with a byte order mark, as Excel likes it"_s},
        {u"guard"_s, {}, u"csv, tsv: keep spreadsheets from running formulas; the default"_s},
        {u"no-guard"_s, {}, u"csv, tsv: write texts that look like formulas as they are"_s},
    };
}

QString styleHelp()
{
    return u"A file whose name ends with .gz is packed. A missing value is written as nothing, an "
           "empty\ntext as \"\". The guard puts an apostrophe before a text that a spreadsheet "
           "would "
           "take for\na formula: one that begins with = + - @, a tab or a line's end, and is no "
           "phone "
           "number.\n\"import\" takes it away again. Moments are in UTC.\n\n"_s;
}

Result<ExportStyle> styleFrom(const Arguments& arguments, const QString& file)
{
    const auto format = formatFrom(arguments, file);
    if (!format)
        return format.error();
    const auto columns = columnsFrom(arguments);
    if (!columns)
        return columns.error();
    const auto layout = layoutFrom(arguments);
    if (!layout)
        return layout.error();
    if (!columns->isEmpty() && !hasColumns(*format))
        return usageError(
            u"--columns does not go with vcard, which has the fields of a contact."_s);
    if (*format != ExportFormat::Csv && arguments.has(u"delimiter"_s))
        return usageError(u"--delimiter goes with csv alone."_s);
    for (const QString& option :
         {u"null"_s, u"quote"_s, u"line-end"_s, u"bom"_s, u"guard"_s, u"no-guard"_s}) {
        if (!isDelimited(*format) && arguments.has(option))
            return usageError(u"--%1 goes with csv and tsv alone."_s.arg(option));
    }
    if (!ExportLayout::isNullText(layout->nullText, layout->delimiter))
        return usageError(u"--null takes a text without quotes, line ends and delimiters."_s);
    return ExportStyle{.format = *format, .columns = *columns, .layout = *layout};
}

} // namespace clientele::ctl
