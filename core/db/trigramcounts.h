// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <vector>

namespace clientele {

/// How often each three letters follow one another in some folded texts, by which a word is looked
/// up in an index of trigrams: those who hold its rarest three are few, and sooner found than by
/// all that it has. Knows letters from a to z and digits, which every engine takes for parts of
/// words.
class TrigramCounts final
{
public:
    TrigramCounts();

    void add(QStringView text);
    /// At most three parts of @p text that are rarely met; whoever holds the text holds them.
    /// Empty where the text has hardly more than three, or letters that are not known.
    [[nodiscard]] QStringList rareParts(const QString& text) const;

private:
    std::vector<quint32> m_counts; ///< by place()
};

} // namespace clientele
