// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/importplanjson.h"

#include <QFileInfo>
#include <QJsonArray>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

constexpr int version = 1;

QString wholePath(const QString& file)
{
    return file.isEmpty() ? file : QFileInfo(file).absoluteFilePath();
}

QJsonArray namesOf(const QList<CustomerField>& fields)
{
    QJsonArray names;
    for (const CustomerField field : fields)
        names.append(fieldName(field));
    return names;
}

QList<CustomerField> fieldsOf(const QJsonValue& names)
{
    QList<CustomerField> fields;
    for (const QJsonValue name : names.toArray()) {
        if (const auto field = fieldFromName(name.toString()))
            fields += *field;
    }
    return fields;
}

QJsonObject toJson(const CsvFormat& format)
{
    return {{u"encoding"_s, QString::fromLatin1(format.encoding)},
            {u"delimiter"_s, QString(QLatin1Char(format.delimiter))},
            {u"quote"_s, QString(QLatin1Char(format.quote))},
            {u"header"_s, format.hasHeader}};
}

char letterOf(const QJsonValue& text)
{
    const QByteArray letters = text.toString().toLatin1();
    return letters.isEmpty() ? '\0' : letters.front();
}

CsvFormat formatOf(const QJsonObject& json)
{
    return {.encoding = json[u"encoding"].toString().toLatin1(),
            .delimiter = letterOf(json[u"delimiter"]),
            .quote = letterOf(json[u"quote"]),
            .hasHeader = json[u"header"].toBool()};
}

QJsonObject toJson(const FieldMapping& mapping)
{
    QJsonObject json{{u"field"_s, fieldName(mapping.field)},
                     {u"columns"_s, QJsonArray::fromStringList(mapping.columns)},
                     {u"separator"_s, mapping.separator},
                     {u"date"_s, mapping.dateFormat}};
    if (mapping.constant)
        json[u"constant"] = *mapping.constant;
    return json;
}

std::optional<FieldMapping> mappingOf(const QJsonObject& json)
{
    const auto field = fieldFromName(json[u"field"].toString());
    if (!field)
        return std::nullopt;
    FieldMapping mapping{.field = *field,
                         .separator = json[u"separator"].toString(),
                         .dateFormat = json[u"date"].toString()};
    for (const QJsonValue column : json[u"columns"].toArray())
        mapping.columns += column.toString();
    if (json.contains(u"constant"))
        mapping.constant = json[u"constant"].toString();
    return mapping;
}

} // namespace

QJsonObject toJson(const ImportPlan& plan)
{
    QJsonArray mapping;
    for (const FieldMapping& one : plan.mapping)
        mapping.append(toJson(one));
    QJsonObject json{{u"version"_s, version},
                     {u"file"_s, wholePath(plan.file)},
                     {u"format"_s, toJson(plan.format)},
                     {u"mapping"_s, mapping},
                     {u"onDuplicate"_s, int(plan.onDuplicate)},
                     {u"cleared"_s, namesOf(plan.clearedFields)},
                     {u"onError"_s, int(plan.onError)},
                     {u"rejects"_s, wholePath(plan.rejectsFile)},
                     {u"chunk"_s, plan.chunkRows}};
    if (plan.updatedFields)
        json[u"updated"] = namesOf(*plan.updatedFields);
    return json;
}

std::optional<ImportPlan> importPlanFromJson(const QJsonObject& json)
{
    if (json[u"version"].toInt() != version)
        return std::nullopt;
    ImportPlan plan{.file = json[u"file"].toString(),
                    .format = formatOf(json[u"format"].toObject()),
                    .onDuplicate = DuplicatePolicy(json[u"onDuplicate"].toInt()),
                    .clearedFields = fieldsOf(json[u"cleared"]),
                    .onError = ErrorPolicy(json[u"onError"].toInt()),
                    .rejectsFile = json[u"rejects"].toString(),
                    .chunkRows = json[u"chunk"].toInt()};
    if (json.contains(u"updated"))
        plan.updatedFields = fieldsOf(json[u"updated"]);
    for (const QJsonValue one : json[u"mapping"].toArray()) {
        const auto mapping = mappingOf(one.toObject());
        if (!mapping)
            return std::nullopt;
        plan.mapping += *mapping;
    }
    return plan;
}

} // namespace clientele
