// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace clientele {

/// A part of a search text: a word, a quoted phrase, or a filter. What its value means is not
/// looked at here.
struct SearchToken
{
    QString name;        ///< of a filter, in lower case; empty for words and phrases
    QString value;       ///< without quotes; empty where nothing is typed yet
    bool quoted = false; ///< the value stood in quotes
    bool minus = false;
    qsizetype start = 0; ///< where it stands, with minus, name and quotes
    qsizetype length = 0;

    bool operator==(const SearchToken&) const = default;

    /// Takes @p text apart at white space. Quotes hold a value together where they open it, a quote
    /// within them is written twice, and those that are not closed run to the end. A minus in front
    /// of anything is a minus; dashes alone are a word.
    static QList<SearchToken> split(QStringView text);
    /// @p value as it is to be written so that split() reads it as one.
    static QString quotedWhereNeeded(const QString& value);
};

} // namespace clientele
