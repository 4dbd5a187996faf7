// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/bracketcounter.h"

namespace clientele::json {

BracketCounter::Outcome BracketCounter::feed(std::string_view piece)
{
    for (m_at = 0; m_at < piece.size(); ++m_at) {
        const char c = piece[m_at];
        if (m_escaped) {
            m_escaped = false;
            if (c != '\n' && c != '\r')
                continue;
        }
        if (m_inText) {
            if (c == '\n' || c == '\r')
                return Outcome::BrokenText;
            m_escaped = c == '\\';
            m_inText = c != '"';
            continue;
        }
        if (c == '"') {
            m_inText = true;
        } else if (c == '{' || c == '[') {
            ++m_depth;
        } else if ((c == '}' || c == ']') && --m_depth == 0) {
            ++m_at;
            return Outcome::Closed;
        }
    }
    return Outcome::NeedsMore;
}

} // namespace clientele::json
