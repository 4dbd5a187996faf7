// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/copytext.h"

#include <algorithm>
#include <charconv>

namespace clientele {

namespace {

/// The letter that stands behind a backslash for @p c, or NUL where it stands for itself.
char escapeOf(char c)
{
    switch (c) {
    case '\\':
        return '\\';
    case '\n':
        return 'n';
    case '\r':
        return 'r';
    case '\t':
        return 't';
    default:
        return '\0';
    }
}

} // namespace

void CopyText::separate()
{
    if (std::exchange(m_within, true))
        m_bytes += '\t';
}

void CopyText::append(const QString& text)
{
    separate();
    const QByteArray bytes = text.toUtf8();
    const char* const end = bytes.cend();
    for (const char* from = bytes.cbegin();;) {
        const char* const at = std::find_if(from, end, [](char c) { return escapeOf(c) != '\0'; });
        m_bytes.append(from, at - from);
        if (at == end)
            return;
        m_bytes += '\\';
        m_bytes += escapeOf(*at);
        from = at + 1;
    }
}

void CopyText::append(const std::optional<QString>& text)
{
    if (text)
        append(*text);
    else
        appendRaw("\\N");
}

void CopyText::append(qint64 number)
{
    char digits[20];
    const auto written = std::to_chars(std::begin(digits), std::end(digits), number);
    appendRaw({digits, written.ptr});
}

void CopyText::appendRaw(QByteArrayView field)
{
    separate();
    m_bytes.append(field);
}

void CopyText::endRow()
{
    m_bytes += '\n';
    m_within = false;
}

} // namespace clientele
