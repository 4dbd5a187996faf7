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

/// Where the words stand in @p text, without regard to case and accents; in order, not overlapping.
QList<Mark> findMarks(const QString& text, const QStringList& words);

/// The same for a phone number: words of digits are found whatever punctuation stands between.
QList<Mark> findPhoneMarks(const QString& text, const QStringList& words);

} // namespace clientele
