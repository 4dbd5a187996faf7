// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/marks.h"

#include "core/domain/phone.h"
#include "core/domain/searchtext.h"

#include <algorithm>

namespace clientele {

namespace {

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
    const FoldedText hay = FoldedText::of(text);
    QList<Mark> marks;
    for (const QString& word : words) {
        const QString needle = folded(word);
        if (needle.isEmpty())
            continue;
        for (auto at = hay.text.indexOf(needle); at >= 0;
             at = hay.text.indexOf(needle, at + needle.size())) {
            const qsizetype start = hay.origins[at];
            marks.append({start, hay.endOf(at + needle.size() - 1) - start});
        }
    }
    return merged(marks);
}

QList<Mark> findPhoneMarks(const QString& text, const QStringList& words)
{
    QString digits;
    QList<qsizetype> places;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i].isDigit()) {
            digits += QChar(u'0' + text[i].digitValue());
            places += i;
        }
    }
    QList<Mark> marks = findMarks(text, words);
    for (const QString& word : words) {
        const QString needle = phone::groupedDigits(word);
        if (needle.isEmpty())
            continue;
        for (auto at = digits.indexOf(needle); at >= 0;
             at = digits.indexOf(needle, at + needle.size()))
            marks.append({places[at], places[at + needle.size() - 1] - places[at] + 1});
    }
    return merged(marks);
}

} // namespace clientele
