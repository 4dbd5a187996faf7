// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/recipereader.h"

#include "core/io/momentreader.h"

#include <QJsonArray>
#include <QStringDecoder>

#include <algorithm>

namespace clientele::recipes {

using namespace Qt::StringLiterals;

void RecipeReader::fail(const QString& key, const QString& message)
{
    if (m_error)
        return;
    m_error = Error{.kind = ErrorKind::InvalidInput,
                    .message = message,
                    .subject = u"\"%1\": %2"_s.arg(key, message),
                    .code = u"recipe.content"_s};
}

void RecipeReader::checkKeys(const QJsonObject& json, const QStringList& known,
                             const QString& where)
{
    for (const QString& key : json.keys()) {
        if (!known.contains(key))
            fail(where + key, u"Such a key is not known."_s);
    }
}

QString RecipeReader::text(const QJsonObject& json, const QString& key, const QString& byDefault)
{
    const QJsonValue value = json[key];
    if (!value.isUndefined() && !value.isString())
        fail(key, u"It must be a text."_s);
    return value.toString(byDefault);
}

bool RecipeReader::flag(const QJsonObject& json, const QString& key, bool byDefault)
{
    const QJsonValue value = json[key];
    if (!value.isUndefined() && !value.isBool())
        fail(key, u"It must be true or false."_s);
    return value.toBool(byDefault);
}

char RecipeReader::letter(const QJsonObject& json, const QString& key, char byDefault)
{
    const QString value = text(json, key, QString(QLatin1Char(byDefault)));
    if (value.size() != 1 || value.front().unicode() > 0x7f) {
        fail(key, u"It must be one character of ASCII."_s);
        return byDefault;
    }
    return value.front().toLatin1();
}

QStringList RecipeReader::texts(const QJsonObject& json, const QString& key)
{
    QStringList result;
    const QJsonValue value = json[key];
    if (!value.isUndefined() && !value.isArray())
        fail(key, u"It must be a list."_s);
    for (const QJsonValue one : value.toArray()) {
        if (!one.isString())
            fail(key, u"It must be a list of texts."_s);
        result.append(one.toString());
    }
    return result;
}

QList<CustomerField> RecipeReader::fields(const QJsonObject& json, const QString& key)
{
    QList<CustomerField> result;
    for (const QString& name : texts(json, key)) {
        if (const auto field = fieldFromName(name))
            result.append(*field);
        else
            fail(key, u"There is no field \"%1\"."_s.arg(name));
    }
    return result;
}

size_t RecipeReader::word(const QJsonObject& json, const QString& key,
                          std::span<const QStringView> known, size_t byDefault)
{
    const QString value = text(json, key, known[byDefault].toString());
    const auto place = std::ranges::find(known, QStringView(value));
    if (place != known.end())
        return size_t(place - known.begin());
    QStringList words;
    for (const QStringView one : known)
        words.append(one.toString());
    fail(key, u"It must be one of: %1."_s.arg(words.join(u", "_s)));
    return byDefault;
}

void RecipeReader::readFormat(const QJsonObject& json, CsvFormat& format)
{
    checkKeys(json,
              {u"kind"_s, u"encoding"_s, u"delimiter"_s, u"quote"_s, u"backslash"_s, u"header"_s},
              u"format."_s);
    format.kind = FileKind(word(json, u"kind"_s, words::kinds, 0));
    format.encoding = text(json, u"encoding"_s, u"UTF-8"_s).toLatin1();
    format.delimiter = letter(json, u"delimiter"_s, format.delimiter);
    format.quote = letter(json, u"quote"_s, format.quote);
    format.backslashEscapes = flag(json, u"backslash"_s, false);
    format.hasHeader = flag(json, u"header"_s, true);
    if (!QStringDecoder(format.encoding.constData()).isValid())
        fail(u"encoding"_s, u"This encoding is not known here."_s);
    if (!u",;\t|"_s.contains(QLatin1Char(format.delimiter)))
        fail(u"delimiter"_s, u"It must be a comma, a semicolon, a tab or a bar."_s);
}

void RecipeReader::readField(const QString& name, const QJsonObject& json,
                             QList<FieldMapping>& mapping)
{
    using enum CustomerField;
    const auto field = fieldFromName(name);
    if (!field || *field == Id || *field == UpdatedAt) {
        fail(u"fields."_s + name, u"There is no such field to be imported."_s);
        return;
    }
    checkKeys(json, {u"columns"_s, u"separator"_s, u"constant"_s, u"date"_s},
              u"fields.%1."_s.arg(name));
    FieldMapping one{.field = *field,
                     .columns = texts(json, u"columns"_s),
                     .separator = text(json, u"separator"_s, u" "_s),
                     .dateFormat = text(json, u"date"_s, {})};
    if (json.contains(u"constant"))
        one.constant = text(json, u"constant"_s, {});
    if (one.constant.has_value() == !one.columns.isEmpty())
        fail(u"fields."_s + name, u"It must have either columns or a constant."_s);
    if (!MomentReader::make(one.dateFormat))
        fail(u"fields.%1.date"_s.arg(name),
             u"It must be iso, dmy, mdy, epoch, epoch-ms, excel, or a pattern."_s);
    mapping.append(one);
}

void RecipeReader::readFields(const QJsonObject& json, QList<FieldMapping>& mapping)
{
    for (auto field = json.begin(); field != json.end(); ++field) {
        if (!field->isObject())
            fail(u"fields."_s + field.key(), u"It must be an object."_s);
        readField(field.key(), field->toObject(), mapping);
    }
    std::ranges::sort(mapping, {}, &FieldMapping::field);
    for (const CustomerField field : {CustomerField::Name, CustomerField::Email}) {
        if (std::ranges::find(mapping, field, &FieldMapping::field) == mapping.end())
            fail(u"fields."_s + fieldName(field), u"Every customer needs it."_s);
    }
}

Result<ImportPlan> RecipeReader::read(const QJsonObject& json)
{
    if (json[u"recipe"].toString() != words::recipe)
        fail(u"recipe"_s, u"This is no recipe for an import."_s);
    else if (json[u"version"].toInt() > words::version)
        fail(u"version"_s, u"It was made by a newer version of Clientele."_s);
    else if (json[u"version"].toInt() < 1)
        fail(u"version"_s, u"It must be a number from 1 on."_s);
    checkKeys(json,
              {u"recipe"_s, u"version"_s, u"format"_s, u"fields"_s, u"null"_s, u"onDuplicate"_s,
               u"update"_s, u"clear"_s, u"onError"_s, u"atomic"_s},
              {});
    for (const QString& key : {u"format"_s, u"fields"_s}) {
        if (json.contains(key) && !json[key].isObject())
            fail(key, u"It must be an object."_s);
    }
    ImportPlan plan;
    readFormat(json[u"format"].toObject(), plan.format);
    readFields(json[u"fields"].toObject(), plan.mapping);
    plan.nullTexts = texts(json, u"null"_s);
    plan.onDuplicate =
        DuplicatePolicy(word(json, u"onDuplicate"_s, words::onDuplicate, size_t(plan.onDuplicate)));
    if (json.contains(u"update"))
        plan.updatedFields = fields(json, u"update"_s);
    plan.clearedFields = fields(json, u"clear"_s);
    plan.onError = ErrorPolicy(word(json, u"onError"_s, words::onError, size_t(plan.onError)));
    plan.atomic = flag(json, u"atomic"_s, false);
    if (m_error)
        return *m_error;
    return plan;
}

} // namespace clientele::recipes
