// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/searchsql.h"

#include "core/db/moments.h"
#include "core/domain/phone.h"
#include "core/domain/searchtext.h"

#include <algorithm>

namespace clientele::searchsql {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype trigram = 3;

/// Digits as a person groups them: "+1 (555) 01-03".
bool looksLikeDigits(const QString& word)
{
    static const auto punctuation = u"+-().,/"_s;
    return std::ranges::any_of(word, [](QChar c) { return c.isDigit(); }) &&
           std::ranges::all_of(word,
                               [](QChar c) { return c.isDigit() || punctuation.contains(c); });
}

/// The digits alone, where they are another way to say the word.
QString otherDigits(const QString& word)
{
    const QString digits = looksLikeDigits(word) ? phone::digits(word) : QString();
    return digits == word ? QString() : digits;
}

/// The texts any of which stands for the word in search_text.
QStringList alternatives(const QString& word)
{
    QStringList texts(folded(word));
    if (const QString digits = otherDigits(word); !digits.isEmpty())
        texts += digits;
    return texts;
}

bool isLongEnough(const QString& word)
{
    const QStringList texts = alternatives(word);
    return std::ranges::all_of(texts,
                               [](const QString& t) { return t.toUcs4().size() >= trigram; });
}

QString inSearchText(const QString& word, Statement& statement)
{
    QStringList ways;
    const QStringList texts = alternatives(word);
    for (const QString& text : texts)
        ways += u"instr(search_text, %1) > 0"_s.arg(statement.bind(text));
    return u'(' + ways.join(u" OR "_s) + u')';
}

QString inSearchTextOfPostgres(const QString& word, Statement& statement)
{
    QString condition = u"search_text LIKE '%' || clientele_fold(%1) || '%'"_s.arg(
        statement.bind(escapeLike(word)));
    if (const QString digits = otherDigits(word); !digits.isEmpty())
        condition += u" OR search_text LIKE %1"_s.arg(statement.bind(u'%' + digits + u'%'));
    return u'(' + condition + u')';
}

QString inColumns(const CustomerTable& table, const QString& word, Statement& statement)
{
    const bool postgres = table.engine == Engine::PostgreSql;
    const QString like = postgres ? u"ILIKE"_s : u"LIKE"_s;
    const QString escape = postgres ? QString() : u" ESCAPE '\\'"_s;
    const QString pattern = statement.bind(u'%' + escapeLike(word) + u'%');
    QStringList ways;
    for (const auto& column : {u"name"_s, u"email"_s, u"phone"_s})
        ways += u"%1 %2 %3%4"_s.arg(column, like, pattern, escape);
    if (looksLikeDigits(word)) {
        const QString bare =
            postgres ? u"regexp_replace(phone, '[^0-9]', '', 'g')"_s
                     : u"replace(replace(replace(replace(replace(replace(phone, '-', ''), "
                       "' ', ''), '(', ''), ')', ''), '.', ''), '+', '')"_s;
        ways += u"%1 LIKE %2"_s.arg(bare, statement.bind(u'%' + phone::digits(word) + u'%'));
    }
    return u'(' + ways.join(u" OR "_s) + u')';
}

QString range(const CustomerTable& table, const QString& column, const TimeRange& range,
              Statement& statement)
{
    QStringList conditions;
    if (range.from) {
        conditions +=
            u"%1 >= %2"_s.arg(column, moments::expression(table.engine, *range.from, statement));
    }
    if (range.until) {
        conditions +=
            u"%1 < %2"_s.arg(column, moments::expression(table.engine, *range.until, statement));
    }
    return conditions.join(u" AND "_s);
}

QStringList wordsOf(const CustomerQuery& query)
{
    return query.search().wordsIn(CustomerField::Name);
}

QString phrase(QString text)
{
    return u'"' + text.replace(u'"', u"\"\""_s) + u'"';
}

} // namespace

QString escapeLike(const QString& text)
{
    QString escaped;
    for (const QChar c : text) {
        if (c == u'%' || c == u'_' || c == u'\\')
            escaped += u'\\';
        escaped += c;
    }
    return escaped;
}

bool usesIndex(const CustomerTable& table, const CustomerQuery& query)
{
    return table.hasTrigramIndex && std::ranges::any_of(wordsOf(query), isLongEnough);
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
           std::ranges::all_of(wordsOf(query), isLongEnough);
}

QString fullTextExpression(const CustomerQuery& query)
{
    QStringList terms;
    const QStringList words = wordsOf(query);
    for (const QString& word : words) {
        if (!isLongEnough(word))
            continue;
        QStringList phrases = alternatives(word);
        std::ranges::transform(phrases, phrases.begin(), phrase);
        terms += u'(' + phrases.join(u" OR "_s) + u')';
    }
    return terms.join(u" AND "_s);
}

QString where(const CustomerTable& table, const CustomerQuery& query, SearchPlan plan,
              Statement& statement)
{
    QStringList all;
    const bool indexed = plan != SearchPlan::Walk && usesFullText(table, query);
    if (indexed) {
        all += u"id IN (SELECT rowid FROM customer_search WHERE customer_search MATCH %1)"_s.arg(
            statement.bind(fullTextExpression(query)));
    }
    const QStringList words = wordsOf(query);
    for (const QString& word : words) {
        if (indexed && isLongEnough(word))
            continue;
        if (!table.hasSearchText)
            all += inColumns(table, word, statement);
        else if (table.engine == Engine::PostgreSql)
            all += inSearchTextOfPostgres(word, statement);
        else
            all += inSearchText(word, statement);
    }
    if (query.active == ActiveFilter::Active)
        all += u"is_active"_s;
    else if (query.active == ActiveFilter::Inactive)
        all += u"NOT coalesce(is_active, %1)"_s.arg(table.engine == Engine::PostgreSql ? u"false"_s
                                                                                       : u"0"_s);
    if (!query.created.isOpen())
        all += range(table, u"created_at"_s, query.created, statement);
    if (!query.updated.isOpen())
        all += range(table, u"updated_at"_s, query.updated, statement);
    return all.join(u" AND "_s);
}

} // namespace clientele::searchsql
