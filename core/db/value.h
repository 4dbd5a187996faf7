// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <span>
#include <variant>
#include <vector>

namespace clientele {

/// The closed list of what binds to a statement and comes out of one. Anything else would have to
/// be guessed at. monostate is NULL.
using Value = std::variant<std::monostate, bool, qint64, double, QString, QByteArray>;

Value toValue(const std::optional<QString>& text);

/// One row of an answer. Reading a column as another type converts it where that loses nothing.
class Row final
{
public:
    explicit Row(std::span<const Value> values) : m_values(values) {}

    [[nodiscard]] const Value& at(int column) const
    {
        return m_values[static_cast<size_t>(column)];
    }
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] qint64 integer(int column) const; ///< 0 where NULL
    [[nodiscard]] bool boolean(int column) const;   ///< false where NULL
    [[nodiscard]] QString text(int column) const;   ///< null string where NULL
    [[nodiscard]] std::optional<QString> optionalText(int column) const;

private:
    std::span<const Value> m_values;
};

/// A whole answer.
class Rows final
{
public:
    explicit Rows(int columns = 0) : m_columns(columns) {}

    [[nodiscard]] int count() const
    {
        return m_columns == 0 ? 0
                              : static_cast<int>(m_values.size() / static_cast<size_t>(m_columns));
    }
    [[nodiscard]] bool isEmpty() const { return m_values.empty(); }
    [[nodiscard]] Row at(int row) const
    {
        const auto width = static_cast<size_t>(m_columns);
        return Row(std::span(m_values).subspan(static_cast<size_t>(row) * width, width));
    }
    /// Rows that the statement inserted, changed or deleted.
    [[nodiscard]] qint64 affected() const { return m_affected; }

    void reserve(int rows)
    {
        m_values.reserve(static_cast<size_t>(rows) * static_cast<size_t>(m_columns));
    }
    void append(Value value) { m_values.push_back(std::move(value)); }
    void setAffected(qint64 rows) { m_affected = rows; }

private:
    int m_columns;
    qint64 m_affected = 0;
    std::vector<Value> m_values;
};

} // namespace clientele
