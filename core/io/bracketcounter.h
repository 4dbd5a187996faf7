// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace clientele::json {

/// Finds the end of an object or list by its brackets alone, in a text that comes in pieces.
class BracketCounter final
{
public:
    enum class Outcome
    {
        Closed,
        NeedsMore,
        BrokenText, ///< a line break within quotes: from there on nothing is certain
    };

    /// Goes through @p piece; behind the closing bracket, or at the line break, is at().
    Outcome feed(std::string_view piece);
    [[nodiscard]] size_t at() const { return m_at; }

private:
    size_t m_depth = 0;
    bool m_inText = false;
    bool m_escaped = false;
    size_t m_at = 0;
};

} // namespace clientele::json
