// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/cell.h"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace clientele {

/// Takes the server's binary answers apart: rows of a query, or the stream of COPY … (FORMAT
/// binary), as the manual describes it under COPY.
class PostgresCells final
{
public:
    using Take = std::function<bool(std::span<const Cell>)>;

    explicit PostgresCells(std::span<const CellType> types)
        : m_types(types.begin(), types.end()), m_cells(types.size())
    {}

    /// One column in binary form.
    static Cell decode(CellType type, std::string_view bytes);

    /// The columns of the row that is being put together.
    std::span<Cell> cells() { return m_cells; }

    enum class Copied
    {
        More,
        Stopped, ///< by @p take
        Garbled
    };
    /// What PQgetCopyData() gave; rows may begin and end anywhere in it.
    Copied copy(std::string_view bytes, const Take& take);

private:
    size_t row(std::string_view bytes);

    std::vector<CellType> m_types;
    std::vector<Cell> m_cells;
    std::string m_rest;   ///< a row that is not complete yet
    bool m_begun = false; ///< the header was read
    bool m_ended = false; ///< the trailer was
    bool m_garbled = false;
};

} // namespace clientele
