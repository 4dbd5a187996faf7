// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/searchsql.h"

#include "core/db/termsql.h"

#include <algorithm>

namespace clientele::searchsql {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype trigram = 3;

/// True where FTS5 can look the term up: its index knows three letters and more.
bool isIndexed(const SearchTerm& term)
{
    if (term.kind != SearchTerm::Kind::Text || term.excluded)
        return false;
    const QStringList texts = termsql::alternatives(term);
    return std::ranges::all_of(texts,
                               [](const QString& t) { return t.toUcs4().size() >= trigram; });
}

/// True where what FTS5 finds are the term's customers and no others: it does not know in which
/// field a text stands.
bool isSettledByIndex(const SearchTerm& term)
{
    return isIndexed(term) && !term.field && termsql::alternatives(term).size() == 1;
}

QString phrase(QString text)
{
    return u'"' + text.replace(u'"', u"\"\""_s) + u'"';
}

} // namespace

bool usesIndex(const CustomerTable& table, const CustomerQuery& query)
{
    return table.hasTrigramIndex && std::ranges::any_of(query.search().terms, isIndexed);
}

bool usesFullText(const CustomerTable& table, const CustomerQuery& query)
{
    return table.engine == Engine::Sqlite && usesIndex(table, query);
}

bool isFullTextOnly(const CustomerTable& table, const CustomerQuery& query)
{
    CustomerQuery others = query;
    others.text.clear();
    return others.matchesAll() && usesFullText(table, query) &&
           std::ranges::all_of(query.search().terms, isSettledByIndex);
}

QString fullTextExpression(const CustomerQuery& query, const TrigramCounts* trigrams)
{
    const auto lookUp = [trigrams](const QString& text) {
        QStringList parts = trigrams ? trigrams->rareParts(text) : QStringList();
        if (parts.isEmpty())
            return phrase(text);
        std::ranges::transform(parts, parts.begin(), phrase);
        return u'(' + parts.join(u" AND "_s) + u')';
    };
    QStringList all;
    const CustomerSearch search = query.search();
    for (const SearchTerm& term : search.terms) {
        if (!isIndexed(term))
            continue;
        QStringList ways = termsql::alternatives(term);
        std::ranges::transform(ways, ways.begin(), lookUp);
        all += u'(' + ways.join(u" OR "_s) + u')';
    }
    return all.join(u" AND "_s);
}

QString where(const CustomerTable& table, const CustomerQuery& query, SearchPlan plan,
              Statement& statement, const TrigramCounts* trigrams)
{
    QStringList all;
    const bool indexed = plan != SearchPlan::Walk && usesFullText(table, query);
    if (indexed) {
        all += u"id IN (SELECT rowid FROM customer_search WHERE customer_search MATCH %1)"_s.arg(
            statement.bind(fullTextExpression(query, trigrams)));
    }
    const auto demand = [&](const SearchTerm& term) {
        all += termsql::condition(table, term, statement, trigrams);
    };
    const CustomerSearch search = query.search();
    for (const SearchTerm& term : search.terms) {
        if (!indexed || trigrams || !isSettledByIndex(term))
            demand(term);
    }
    if (query.active != ActiveFilter::All) {
        demand({.kind = SearchTerm::Kind::Active, .active = query.active == ActiveFilter::Active});
    }
    if (!query.created.isOpen())
        demand({.kind = SearchTerm::Kind::Created, .range = query.created});
    if (!query.updated.isOpen())
        demand({.kind = SearchTerm::Kind::Updated, .range = query.updated});
    return all.join(u" AND "_s);
}

} // namespace clientele::searchsql
