// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/importplan.h"

#include <QJsonObject>

#include <array>

namespace clientele::recipes {

/// The words of a recipe, each list in the order of its enumeration.
namespace words {

inline constexpr int version = 1;
inline constexpr QStringView recipe = u"clientele-import";
inline constexpr std::array<QStringView, 3> kinds = {u"csv", u"json", u"jsonl"};
inline constexpr std::array<QStringView, 3> onDuplicate = {u"skip", u"update", u"reject"};
inline constexpr std::array<QStringView, 2> onError = {u"skip", u"stop"};

} // namespace words

/// Takes a recipe apart, and ends at the first thing that is not as it should be.
class RecipeReader final
{
public:
    Result<ImportPlan> read(const QJsonObject& json);

private:
    void readFormat(const QJsonObject& json, CsvFormat& format);
    void readFields(const QJsonObject& json, QList<FieldMapping>& mapping);
    void readField(const QString& name, const QJsonObject& json, QList<FieldMapping>& mapping);
    void checkKeys(const QJsonObject& json, const QStringList& known, const QString& where);
    QString text(const QJsonObject& json, const QString& key, const QString& byDefault);
    bool flag(const QJsonObject& json, const QString& key, bool byDefault);
    char letter(const QJsonObject& json, const QString& key, char byDefault);
    QStringList texts(const QJsonObject& json, const QString& key);
    QList<CustomerField> fields(const QJsonObject& json, const QString& key);
    size_t word(const QJsonObject& json, const QString& key, std::span<const QStringView> known,
                size_t byDefault);
    void fail(const QString& key, const QString& message);

    std::optional<Error> m_error; ///< the first
};

} // namespace clientele::recipes
