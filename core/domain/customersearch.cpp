// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/customersearch.h"

namespace clientele {

CustomerSearch CustomerSearch::parse(const QString& text, const QDateTime&)
{
    CustomerSearch search;
    const QString simple = text.simplified();
    const QStringList words = simple.isEmpty() ? QStringList() : simple.split(u' ');
    for (const QString& word : words)
        search.terms += SearchTerm{.text = word};
    return search;
}

QStringList CustomerSearch::wordsIn(CustomerField field) const
{
    QStringList words;
    for (const SearchTerm& term : terms) {
        if (term.kind == SearchTerm::Kind::Text && !term.excluded &&
            (!term.field || *term.field == field))
            words += term.text;
    }
    return words;
}

QString CustomerSearch::without(const QString& text, qsizetype start, qsizetype length)
{
    return (text.left(start) + text.mid(start + length)).simplified();
}

QString CustomerSearch::with(const QString& text, const QString& name, const QString& value)
{
    return (text + u' ' + name + u':' + value).simplified();
}

} // namespace clientele
