// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/jsonrows.h"

namespace clientele {

using namespace Qt::StringLiterals;

void JsonRows::append(std::span<const Value> row)
{
    m_json += m_json.isEmpty() ? u"[["_s : u",["_s;
    for (const Value& value : row) {
        if (!m_json.endsWith(u'['))
            m_json += u',';
        append(value);
    }
    m_json += u']';
}

void JsonRows::append(const Value& value)
{
    if (const auto* truth = std::get_if<bool>(&value)) {
        m_json += *truth ? u'1' : u'0';
        return;
    }
    if (const auto* number = std::get_if<qint64>(&value)) {
        m_json += QString::number(*number);
        return;
    }
    const auto* text = std::get_if<QString>(&value);
    Q_ASSERT(text || std::holds_alternative<std::monostate>(value));
    if (!text) {
        m_json += u"null"_s;
        return;
    }
    m_json += u'"';
    for (const QChar c : *text) {
        if (c == u'"' || c == u'\\')
            m_json += u'\\';
        if (c < u' ' && c != u'\0')
            m_json += u"\\u%1"_s.arg(c.unicode(), 4, 16, QChar(u'0'));
        else
            m_json += c;
    }
    m_json += u'"';
}

Value JsonRows::toValue() &&
{
    return m_json.isEmpty() ? u"[]"_s : std::move(m_json) + u']';
}

} // namespace clientele
