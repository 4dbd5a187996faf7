// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/customersearch.h"

#include "core/domain/searchperiod.h"
#include "core/domain/searchtext.h"
#include "core/domain/searchtokens.h"

#include <algorithm>
#include <variant>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

using Problem = SearchProblem::Kind;
using Meaning = std::variant<SearchTerm, Problem>;

std::optional<bool> yesOrNo(const QString& value)
{
    const QString word = value.trimmed().toLower();
    if (QStringList{u"yes"_s, u"true"_s, u"1"_s}.contains(word))
        return true;
    if (QStringList{u"no"_s, u"false"_s, u"0"_s}.contains(word))
        return false;
    return std::nullopt;
}

/// "42", "42,57", "#42": numbers are shown with the sign.
std::optional<QList<qint64>> numbers(const QString& value)
{
    QList<qint64> ids;
    const QStringList words = value.split(u',', Qt::SkipEmptyParts);
    for (const QString& word : words) {
        const QString trimmed = word.trimmed();
        bool ok = false;
        const qint64 id = trimmed.mid(trimmed.startsWith(u'#') ? 1 : 0).toLongLong(&ok);
        if (!ok)
            return std::nullopt;
        ids += id;
    }
    return ids;
}

std::optional<CustomerField> textField(const QString& name)
{
    if (name.isEmpty())
        return std::nullopt;
    return fieldFromName(name);
}

bool isText(const SearchToken& token)
{
    return token.name.isEmpty() || token.name == u"name" || token.name == u"email" ||
           token.name == u"phone";
}

/// True where the value has only begun: nothing, or a sign that waits for what follows.
bool isUnfinished(const SearchToken& token)
{
    if (isText(token)) // a text of nothing but marks would be found everywhere
        return folded(token.value).trimmed().isEmpty();
    const QString signs = token.name == u"active" ? QString()
                          : token.name == u"id"   ? u",#"_s
                                                  : u"<>=."_s;
    return std::ranges::all_of(token.value,
                               [&signs](QChar c) { return c.isSpace() || signs.contains(c); });
}

SearchTerm termOfText(const SearchToken& token)
{
    const QString word = token.quoted ? QString() : token.value.toLower();
    if (token.name == u"phone" && (word == u"none" || word == u"any")) {
        return {.kind = SearchTerm::Kind::Missing,
                .field = CustomerField::Phone,
                .excluded = token.minus != (word == u"any")};
    }
    return {.field = textField(token.name), .text = token.value, .excluded = token.minus};
}

/// What the filter says, or why it says nothing.
Meaning filter(const SearchToken& token, const QDateTime& now)
{
    SearchTerm term{.excluded = token.minus};
    if (token.name == u"active") {
        const auto active = yesOrNo(token.value);
        if (!active)
            return Problem::NotYesOrNo;
        term.kind = SearchTerm::Kind::Active;
        term.active = *active;
    } else if (token.name == u"id") {
        const auto ids = numbers(token.value);
        if (!ids)
            return Problem::NotANumber;
        term.kind = SearchTerm::Kind::Id;
        term.ids = *ids;
    } else {
        const auto range = searchPeriod(token.value, now);
        if (!range)
            return Problem::NotADate;
        term.kind =
            token.name == u"created" ? SearchTerm::Kind::Created : SearchTerm::Kind::Updated;
        term.range = *range;
    }
    return term;
}

/// "-email:@acme.com": unlike other filters there can well be several, and one besides.
bool isExcludedText(const SearchToken& token)
{
    return isText(token) && token.minus && termOfText(token).kind == SearchTerm::Kind::Text;
}

/// @p text as something can be written behind it.
QString withQuotesClosed(const QString& text)
{
    if (text.trimmed().isEmpty())
        return {};
    const bool open = SearchToken::split(text + u" x"_s).size() == SearchToken::split(text).size();
    if (open)
        return text + u"\" "_s;
    return text.back().isSpace() ? text : text + u' ';
}

} // namespace

CustomerSearch CustomerSearch::parse(const QString& text, const QDateTime& now)
{
    CustomerSearch search;
    const QList<SearchToken> tokens = SearchToken::split(text);
    for (const SearchToken& token : tokens) {
        if (isUnfinished(token))
            continue;
        const auto meaning = isText(token) ? Meaning(termOfText(token)) : filter(token, now);
        if (const auto* problem = std::get_if<Problem>(&meaning)) {
            search.problems += SearchProblem{.kind = *problem,
                                             .token = text.mid(token.start, token.length),
                                             .start = token.start,
                                             .length = token.length};
            continue;
        }
        SearchTerm term = std::get<SearchTerm>(meaning);
        term.start = token.start;
        term.length = token.length;
        search.terms += term;
    }
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
    QString before = text.left(start);
    QString after = text.mid(start + length);
    const bool blankBefore = before.isEmpty() || before.back().isSpace();
    const bool blankAfter = after.isEmpty() || after.front().isSpace();
    if (after.trimmed().isEmpty()) {
        after.clear();
        while (!before.isEmpty() && before.back().isSpace())
            before.chop(1);
    } else if (blankBefore) {
        while (after.front().isSpace())
            after.remove(0, 1);
    } else if (!blankAfter) {
        before += u' ';
    }
    return before + after;
}

QString CustomerSearch::with(const QString& text, const QString& name, const QString& value)
{
    const QString filter =
        value.isEmpty() ? QString() : name + u':' + SearchToken::quotedWhereNeeded(value);
    QList<SearchToken> olds = SearchToken::split(text);
    olds.removeIf([&name](const SearchToken& token) {
        return token.name != name.toLower() || isExcludedText(token);
    });
    if (olds.isEmpty())
        return filter.isEmpty() ? text : withQuotesClosed(text) + filter;
    QString result = text;
    // From the end, so that the places of those before stay true.
    for (; olds.size() > 1; olds.removeLast())
        result = without(result, olds.back().start, olds.back().length);
    const SearchToken& old = olds.front();
    if (filter.isEmpty())
        return without(result, old.start, old.length);
    const QString rest = result.mid(old.start + old.length);
    const bool apart = rest.isEmpty() || rest.front().isSpace();
    return result.left(old.start) + filter + (apart ? QString() : u" "_s) + rest;
}

} // namespace clientele
