// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/cell.h"
#include "core/db/value.h"
#include "core/result.h"

#include <memory>
#include <span>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace clientele {

/// A statement that SQLite has compiled. What bind(), step() and values give is valid until
/// reset().
class SqliteStatement final
{
public:
    enum class Use
    {
        Once,
        Often
    };

    /// Compiles the first statement of @p sql, UTF-8 that ends with a NUL, and moves @p sql behind
    /// it. Null where there were only blanks and comments. Returns SQLite's code.
    static int compile(sqlite3* connection, const char*& sql, Use use, SqliteStatement& compiled);

    [[nodiscard]] bool isNull() const { return !m_handle; }
    [[nodiscard]] sqlite3_stmt* handle() const { return m_handle.get(); }

    /// $1 takes the first of @p parameters, wherever and how often it stands.
    Result<> bind(std::span<const Value> parameters);
    /// SQLITE_ROW, SQLITE_DONE or an error's code.
    int step();
    /// Lets locks and parameters go. A statement that RETURNs must have been stepped to its end.
    void reset();

    /// Of the row that step() came to.
    [[nodiscard]] int columns() const;
    [[nodiscard]] Value value(int column) const;
    [[nodiscard]] Cell cell(int column) const;

private:
    struct Finalize
    {
        void operator()(sqlite3_stmt* handle) const;
    };

    int bindOne(int place, const Value& value);

    std::unique_ptr<sqlite3_stmt, Finalize> m_handle;
    std::vector<size_t> m_numbers;   ///< for each of SQLite's places, the $number that stands there
    std::vector<QByteArray> m_texts; ///< what is bound, in UTF-8
};

} // namespace clientele
