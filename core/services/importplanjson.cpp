// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/importplanjson.h"

#include "core/services/recipes.h"

#include <QFileInfo>
#include <QJsonArray>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

constexpr int version = 2;

QString wholePath(const QString& file)
{
    return file.isEmpty() ? file : QFileInfo(file).absoluteFilePath();
}

QJsonArray toJson(const QList<CellOverride>& overrides)
{
    QJsonArray cells;
    for (const CellOverride& one : overrides)
        cells.append(QJsonObject{
            {u"line"_s, one.line}, {u"field"_s, fieldName(one.field)}, {u"value"_s, one.value}});
    return cells;
}

std::optional<QList<CellOverride>> overridesOf(const QJsonArray& cells)
{
    QList<CellOverride> overrides;
    for (const QJsonValue cell : cells) {
        const auto field = fieldFromName(cell[u"field"].toString());
        if (!field)
            return std::nullopt;
        overrides.append({.line = cell[u"line"].toInteger(),
                          .field = *field,
                          .value = cell[u"value"].toString()});
    }
    return overrides;
}

} // namespace

QJsonObject toJson(const ImportPlan& plan)
{
    return {{u"version"_s, version},
            {u"file"_s, wholePath(plan.file)},
            {u"recipe"_s, recipes::toJson(plan)},
            {u"overrides"_s, toJson(plan.overrides)},
            {u"rejects"_s, wholePath(plan.rejectsFile)},
            {u"chunk"_s, plan.chunkRows}};
}

std::optional<ImportPlan> importPlanFromJson(const QJsonObject& json)
{
    if (json[u"version"].toInt() != version)
        return std::nullopt;
    auto plan = recipes::fromJson(json[u"recipe"].toObject());
    auto overrides = overridesOf(json[u"overrides"].toArray());
    if (!plan || !overrides)
        return std::nullopt;
    plan->file = json[u"file"].toString();
    plan->overrides = *std::move(overrides);
    plan->rejectsFile = json[u"rejects"].toString();
    plan->chunkRows = json[u"chunk"].toInt();
    return *std::move(plan);
}

} // namespace clientele
