// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace clientele {

/// A part of a text to be marked as found.
struct Mark
{
    qsizetype start = 0;
    qsizetype length = 0;

    bool operator==(const Mark&) const = default;
};

/// Where the words stand in @p text, folded as they are when they are searched; in order, not
/// overlapping. A character of which a part is found is marked whole.
QList<Mark> findMarks(const QString& text, const QStringList& words);

/// The same for a phone number: words of digits are found whatever punctuation stands between.
QList<Mark> findPhoneMarks(const QString& text, const QStringList& words);

} // namespace clientele
