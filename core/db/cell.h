// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <string_view>

namespace clientele {

/// What a column holds, for those who read it without a Value being made of it.
enum class CellType
{
    Integer,
    Boolean, ///< an Integer, 0 or 1
    Moment,  ///< microseconds since 1970-01-01T00:00:00Z; a text where the engine keeps texts
    Text
};

/// A column of a row as it came from the engine. Valid until the next row.
struct Cell
{
    enum class Kind
    {
        Null,
        Integer,
        Text /**< UTF-8, which SQLite does not make sure of */
    };

    Kind kind = Kind::Null;
    qint64 integer = 0;
    std::string_view text = {};
};

} // namespace clientele
