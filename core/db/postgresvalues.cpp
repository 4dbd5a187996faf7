// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/postgresvalues.h"

#include "core/db/textcheck.h"
#include "core/db/utf8.h"

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

// From the server's pg_type; they have never changed.
constexpr Oid oidUnknown = 0;
constexpr Oid oidBool = 16;
constexpr Oid oidBytea = 17;
constexpr Oid oidInt8 = 20;
constexpr Oid oidInt2 = 21;
constexpr Oid oidInt4 = 23;
constexpr Oid oidFloat4 = 700;
constexpr Oid oidFloat8 = 701;

Value readValue(const PGresult* result, int row, int column)
{
    if (PQgetisnull(result, row, column))
        return {};
    const char* text = PQgetvalue(result, row, column);
    const int length = PQgetlength(result, row, column);
    switch (PQftype(result, column)) {
    case oidBool:
        return *text == 't';
    case oidInt2:
    case oidInt4:
    case oidInt8:
        return QByteArrayView(text, length).toLongLong();
    case oidFloat4:
    case oidFloat8:
        return QByteArrayView(text, length).toDouble();
    default:
        return fromUtf8(QByteArrayView(text, length));
    }
}

} // namespace

Result<PostgresParameters> PostgresParameters::bind(std::span<const Value> values)
{
    PostgresParameters bound;
    bound.m_types.reserve(values.size());
    bound.m_storage.reserve(values.size());
    bound.m_texts.reserve(values.size());
    for (const Value& value : values) {
        Oid type = oidUnknown;
        bool null = false;
        QByteArray text;
        if (const auto* truth = std::get_if<bool>(&value)) {
            type = oidBool;
            text = *truth ? "t" : "f";
        } else if (const auto* number = std::get_if<qint64>(&value)) {
            type = oidInt8;
            text = QByteArray::number(*number);
        } else if (const auto* real = std::get_if<double>(&value)) {
            type = oidFloat8;
            text = QByteArray::number(*real, 'g', 17);
        } else if (const auto* bytes = std::get_if<QByteArray>(&value)) {
            type = oidBytea;
            text = "\\x" + bytes->toHex();
        } else if (const auto* string = std::get_if<QString>(&value)) {
            if (auto fault = refuseUnstorable(*string))
                return *fault;
            text = string->toUtf8();
        } else {
            null = true;
        }
        bound.m_types.push_back(type);
        bound.m_storage.push_back(std::move(text));
        bound.m_texts.push_back(null ? nullptr : bound.m_storage.back().constData());
    }
    return bound;
}

void readRow(const PGresult* result, int row, std::vector<Value>& values)
{
    values.clear();
    for (int column = 0; column < PQnfields(result); ++column)
        values.push_back(readValue(result, row, column));
}

Rows readRows(const PGresult* result)
{
    Rows rows(PQnfields(result));
    const int count = PQntuples(result);
    rows.reserve(count);
    for (int row = 0; row < count; ++row) {
        for (int column = 0; column < PQnfields(result); ++column)
            rows.append(readValue(result, row, column));
    }
    rows.setAffected(QByteArrayView(PQcmdTuples(const_cast<PGresult*>(result))).toLongLong());
    return rows;
}

void PostgresArray::append(const std::optional<QString>& element)
{
    separate();
    if (!element) {
        m_literal += u"NULL"_s;
        return;
    }
    m_literal += u'"';
    for (const QChar c : *element) {
        if (c == u'"' || c == u'\\')
            m_literal += u'\\';
        m_literal += c;
    }
    m_literal += u'"';
}

void PostgresArray::append(bool element)
{
    separate();
    m_literal += element ? u't' : u'f';
}

void PostgresArray::append(qint64 element)
{
    separate();
    m_literal += QString::number(element);
}

Value PostgresArray::toValue() &&
{
    m_literal += m_literal.isEmpty() ? u"{}"_s : u"}"_s;
    return std::move(m_literal);
}

} // namespace clientele
