// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/value.h"
#include "core/result.h"

#include <libpq-fe.h>

#include <span>
#include <vector>

namespace clientele {

/// Values as libpq takes them: text, typed where the value is, else left to the server to infer.
class PostgresParameters final
{
public:
    /// InvalidInput where a text holds U+0000 or half a surrogate pair, which no server can keep.
    static Result<PostgresParameters> bind(std::span<const Value> values);

    [[nodiscard]] int count() const { return static_cast<int>(m_types.size()); }
    [[nodiscard]] const Oid* types() const { return m_types.data(); }
    [[nodiscard]] const char* const* texts() const { return m_texts.data(); }

private:
    std::vector<Oid> m_types;
    std::vector<QByteArray> m_storage;
    std::vector<const char*> m_texts;
};

Rows readRows(const PGresult* result);
/// Replaces @p values by the columns of @p row.
void readRow(const PGresult* result, int row, std::vector<Value>& values);

/// A text[] literal, to bind many values as one parameter.
class PostgresArray final
{
public:
    void append(const std::optional<QString>& element);
    void append(bool element);
    void append(qint64 element);
    [[nodiscard]] Value toValue() &&;

private:
    void separate() { m_literal += m_literal.isEmpty() ? u'{' : u','; }

    QString m_literal;
};

} // namespace clientele
