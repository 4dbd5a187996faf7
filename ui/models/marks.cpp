// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/marks.h"

#include "core/domain/phone.h"

#include <algorithm>

namespace clientele {

namespace {

/// One character for each of @p text, so that places in both are the same.
QString folded(const QString& text)
{
    QString result = text;
    for (QChar& letter : result) {
        if (letter.unicode() < 128) {
            letter = letter.toLower();
        } else if (!letter.isSurrogate()) {
            const QString parts = QString(letter).normalized(QString::NormalizationForm_D);
            letter = parts.front().toCaseFolded();
        }
    }
    return result;
}

QList<Mark> merged(QList<Mark> marks)
{
    std::sort(marks.begin(), marks.end(),
              [](const Mark& a, const Mark& b) { return a.start < b.start; });
    QList<Mark> result;
    for (const Mark& mark : std::as_const(marks)) {
        if (!result.isEmpty() && mark.start <= result.back().start + result.back().length) {
            Mark& last = result.back();
            last.length = std::max(last.start + last.length, mark.start + mark.length) - last.start;
        } else {
            result.append(mark);
        }
    }
    return result;
}

} // namespace

QList<Mark> findMarks(const QString& text, const QStringList& words)
{
    const QString hay = folded(text);
    QList<Mark> marks;
    for (const QString& word : words) {
        const QString needle = folded(word.normalized(QString::NormalizationForm_C));
        if (needle.isEmpty())
            continue;
        for (auto at = hay.indexOf(needle); at >= 0; at = hay.indexOf(needle, at + needle.size()))
            marks.append({at, needle.size()});
    }
    return merged(marks);
}

QList<Mark> findPhoneMarks(const QString& text, const QStringList& words)
{
    QString digits;
    QList<qsizetype> places;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i].isDigit()) {
            digits.append(text[i]);
            places.append(i);
        }
    }
    QList<Mark> marks = findMarks(text, words);
    for (const QString& word : words) {
        const QString needle = phone::digits(word);
        const auto at = needle.isEmpty() ? -1 : digits.indexOf(needle);
        if (at >= 0)
            marks.append({places[at], places[at + needle.size() - 1] - places[at] + 1});
    }
    return merged(marks);
}

} // namespace clientele
