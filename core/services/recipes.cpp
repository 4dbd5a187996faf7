// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/recipes.h"

#include "core/background.h"
#include "core/io/momentreader.h"
#include "core/services/recipereader.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

namespace clientele::recipes {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostBytes = 1 << 20;

QJsonArray namesOf(const QList<CustomerField>& fields)
{
    QJsonArray names;
    for (const CustomerField field : fields)
        names.append(fieldName(field));
    return names;
}

QJsonObject toJson(const CsvFormat& format)
{
    QJsonObject json{{u"kind"_s, words::kinds[size_t(format.kind)].toString()},
                     {u"encoding"_s, QString::fromLatin1(format.encoding)}};
    if (format.kind == FileKind::Csv) {
        json[u"delimiter"] = QString(QLatin1Char(format.delimiter));
        json[u"quote"] = QString(QLatin1Char(format.quote));
        json[u"backslash"] = format.backslashEscapes;
        json[u"header"] = format.hasHeader;
    }
    return json;
}

QJsonObject toJson(const FieldMapping& mapping)
{
    if (mapping.constant)
        return {{u"constant"_s, *mapping.constant}};
    QJsonObject json{{u"columns"_s, QJsonArray::fromStringList(mapping.columns)}};
    if (mapping.columns.size() > 1)
        json[u"separator"] = mapping.separator;
    if (mapping.field == CustomerField::CreatedAt && !mapping.dateFormat.isEmpty())
        json[u"date"] = mapping.dateFormat;
    return json;
}

Error fileError(const QFileDevice& file)
{
    return {.kind = ErrorKind::File, .message = file.errorString(), .subject = file.fileName()};
}

Result<Recipe> readFile(const QString& name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) {
        Error error = fileError(file);
        if (!file.exists()) {
            error.kind = ErrorKind::NotFound;
            error.code = u"file.missing"_s;
        }
        return error;
    }
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(file.read(mostBytes), &problem);
    if (!document.isObject()) {
        return Error{.kind = ErrorKind::InvalidInput,
                     .message = u"It is no JSON: %1."_s.arg(problem.errorString()),
                     .subject = name,
                     .code = u"recipe.json"_s};
    }
    auto plan = fromJson(document.object());
    if (!plan)
        return plan.error();
    return Recipe{.plan = *std::move(plan), .hasFormat = hasFormat(document.object())};
}

Result<> saveFile(const QJsonObject& json, const QString& name)
{
    QSaveFile file(name);
    const QByteArray text = QJsonDocument(json).toJson(QJsonDocument::Indented);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return fileError(file);
    return {};
}

} // namespace

QJsonObject toJson(const ImportPlan& plan)
{
    QJsonObject fields;
    for (const FieldMapping& mapping : plan.mapping)
        fields[fieldName(mapping.field)] = toJson(mapping);
    QJsonObject json{{u"recipe"_s, words::recipe.toString()},
                     {u"version"_s, words::version},
                     {u"format"_s, toJson(plan.format)},
                     {u"fields"_s, fields},
                     {u"onDuplicate"_s, words::onDuplicate[size_t(plan.onDuplicate)].toString()},
                     {u"onError"_s, words::onError[size_t(plan.onError)].toString()},
                     {u"atomic"_s, plan.atomic}};
    if (!plan.nullTexts.isEmpty())
        json[u"null"] = QJsonArray::fromStringList(plan.nullTexts);
    if (plan.updatedFields)
        json[u"update"] = namesOf(*plan.updatedFields);
    if (!plan.clearedFields.isEmpty())
        json[u"clear"] = namesOf(plan.clearedFields);
    return json;
}

Result<ImportPlan> fromJson(const QJsonObject& json)
{
    return RecipeReader().read(json);
}

bool hasFormat(const QJsonObject& json)
{
    return json.contains(u"format");
}

bool knowsDateFormat(const QString& format)
{
    return MomentReader::make(format).has_value();
}

Task<Recipe> read(const QString& file)
{
    return runInBackground<Recipe>([file](const Cancellation&) { return readFile(file); });
}

Task<std::monostate> save(const ImportPlan& plan, const QString& file)
{
    return runInBackground<std::monostate>(
        [json = toJson(plan), file](const Cancellation&) { return saveFile(json, file); });
}

} // namespace clientele::recipes
