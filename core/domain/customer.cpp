// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/customer.h"

#include <array>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<QStringView, 7> fieldNames = {
    u"id", u"name", u"email", u"phone", u"is_active", u"created_at", u"updated_at"};

QJsonValue jsonOf(const std::optional<Timestamp>& moment)
{
    return moment ? QJsonValue(moment->toIso()) : QJsonValue();
}

// RFC 8259 section 7, as Python writes it: no more escapes than needed, text as UTF-8.
void appendString(QByteArray& line, const QString& text)
{
    line += '"';
    for (const char c : text.toUtf8()) {
        switch (c) {
        case '"':
            line += "\\\"";
            break;
        case '\\':
            line += "\\\\";
            break;
        case '\n':
            line += "\\n";
            break;
        case '\r':
            line += "\\r";
            break;
        case '\t':
            line += "\\t";
            break;
        case '\b':
            line += "\\b";
            break;
        case '\f':
            line += "\\f";
            break;
        default:
            if (static_cast<unsigned char>(c) < 0x20)
                line += "\\u" + QByteArray::number(c, 16).rightJustified(4, '0');
            else
                line += c;
        }
    }
    line += '"';
}

void appendMoment(QByteArray& line, const std::optional<Timestamp>& moment)
{
    if (moment)
        appendString(line, moment->toIso());
    else
        line += "null";
}

} // namespace

QString fieldName(CustomerField field)
{
    return fieldNames.at(size_t(field)).toString();
}

std::optional<CustomerField> fieldFromName(QStringView name)
{
    for (size_t i = 0; i < fieldNames.size(); ++i) {
        if (fieldNames[i] == name)
            return CustomerField(i);
    }
    return std::nullopt;
}

QJsonObject Customer::toJson() const
{
    return {{u"id"_s, id.value},
            {u"name"_s, name},
            {u"email"_s, email},
            {u"phone"_s, phone ? QJsonValue(*phone) : QJsonValue()},
            {u"is_active"_s, isActive},
            {u"created_at"_s, jsonOf(createdAt)},
            {u"updated_at"_s, jsonOf(updatedAt)}};
}

QString Customer::toString() const
{
    return u"<Customer(id=%1, name='%2', email='%3')>"_s.arg(QString::number(id.value), name,
                                                             email);
}

QByteArray toJsonLine(const Customer& customer)
{
    QByteArray line;
    line.reserve(256);
    line += "{\"id\": " + QByteArray::number(customer.id.value);
    line += ", \"name\": ";
    appendString(line, customer.name);
    line += ", \"email\": ";
    appendString(line, customer.email);
    line += ", \"phone\": ";
    if (customer.phone)
        appendString(line, *customer.phone);
    else
        line += "null";
    line += customer.isActive ? ", \"is_active\": true" : ", \"is_active\": false";
    line += ", \"created_at\": ";
    appendMoment(line, customer.createdAt);
    line += ", \"updated_at\": ";
    appendMoment(line, customer.updatedAt);
    line += '}';
    return line;
}

} // namespace clientele
