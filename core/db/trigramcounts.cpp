// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/trigramcounts.h"

#include <algorithm>
#include <cstdlib>

namespace clientele {

namespace {

constexpr int letters = 36;
constexpr qsizetype length = 3;
constexpr qsizetype wantedParts = 3;

/// -1 for what is neither a letter from a to z nor a digit.
int numberOf(QChar c)
{
    if (c >= u'a' && c <= u'z')
        return c.unicode() - u'a';
    return c >= u'0' && c <= u'9' ? 26 + c.unicode() - u'0' : -1;
}

/// Of the three letters at @p text; -1 where one of them is not known.
int place(const QChar* text)
{
    int number = 0;
    for (qsizetype i = 0; i < length; ++i) {
        const int letter = numberOf(text[i]);
        if (letter < 0)
            return -1;
        number = number * letters + letter;
    }
    return number;
}

} // namespace

TrigramCounts::TrigramCounts() : m_counts(letters * letters * letters) {}

void TrigramCounts::add(QStringView text)
{
    for (qsizetype i = 0; i + length <= text.size(); ++i) {
        if (const int at = place(text.data() + i); at >= 0)
            ++m_counts[static_cast<size_t>(at)];
    }
}

QStringList TrigramCounts::rareParts(const QString& text) const
{
    struct Part
    {
        quint32 count;
        qsizetype at;
    };
    std::vector<Part> parts;
    for (qsizetype i = 0; i + length <= text.size(); ++i) {
        if (const int at = place(text.constData() + i); at >= 0)
            parts.push_back({m_counts[static_cast<size_t>(at)], i});
    }
    if (static_cast<qsizetype>(parts.size()) <= wantedParts)
        return {};
    std::ranges::stable_sort(parts, {}, &Part::count);
    // Whoever holds one is likely to hold the next, with which it shares two letters.
    std::vector<Part> chosen;
    for (qsizetype distance = length; distance > 0; --distance) {
        for (const Part& part : parts) {
            const bool isApart = std::ranges::all_of(chosen, [&](const Part& other) {
                return std::abs(other.at - part.at) >= distance;
            });
            if (isApart && static_cast<qsizetype>(chosen.size()) < wantedParts)
                chosen.push_back(part);
        }
    }
    std::ranges::stable_sort(chosen, {}, &Part::count);
    QStringList texts;
    for (const Part& part : chosen)
        texts += text.sliced(part.at, length);
    return texts;
}

} // namespace clientele
