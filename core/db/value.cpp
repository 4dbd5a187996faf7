// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/value.h"

namespace clientele {

Value toValue(const std::optional<QString>& text)
{
    return text ? Value(*text) : Value();
}

bool Row::isNull(int column) const
{
    return std::holds_alternative<std::monostate>(at(column));
}

qint64 Row::integer(int column) const
{
    const Value& value = at(column);
    if (const auto* number = std::get_if<qint64>(&value))
        return *number;
    if (const auto* truth = std::get_if<bool>(&value))
        return *truth ? 1 : 0;
    if (const auto* text = std::get_if<QString>(&value))
        return text->toLongLong();
    return 0;
}

bool Row::boolean(int column) const
{
    const Value& value = at(column);
    if (const auto* text = std::get_if<QString>(&value))
        return text->compare(QLatin1String("true"), Qt::CaseInsensitive) == 0 ||
               text->toLongLong() != 0;
    return integer(column) != 0;
}

QString Row::text(int column) const
{
    const Value& value = at(column);
    if (const auto* text = std::get_if<QString>(&value))
        return *text;
    if (const auto* number = std::get_if<qint64>(&value))
        return QString::number(*number);
    if (const auto* number = std::get_if<double>(&value))
        return QString::number(*number, 'g', 17);
    if (const auto* bytes = std::get_if<QByteArray>(&value))
        return QString::fromUtf8(*bytes);
    return {};
}

std::optional<QString> Row::optionalText(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(text(column));
}

} // namespace clientele
