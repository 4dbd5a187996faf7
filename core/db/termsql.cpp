// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/termsql.h"

#include "core/db/moments.h"
#include "core/domain/phone.h"
#include "core/domain/searchtext.h"

namespace clientele::termsql {

using namespace Qt::StringLiterals;

namespace {

/// The digits that a phone number may hold instead of the text as typed; empty where it cannot.
QString digitsOf(const SearchTerm& term)
{
    const bool phones = !term.field || *term.field == CustomerField::Phone;
    return phones ? phone::groupedDigits(term.text) : QString();
}

QString anyOf(const QStringList& ways)
{
    return u'(' + ways.join(u" OR "_s) + u')';
}

QString orFalse(const CustomerTable& table, const QString& condition)
{
    const QString no = table.engine == Engine::PostgreSql ? u"false"_s : u"0"_s;
    return u"coalesce(%1, %2)"_s.arg(condition, no);
}

/// The digits of the column, whatever stands between them.
QString bareNumber(Engine engine)
{
    if (engine == Engine::PostgreSql)
        return u"regexp_replace(phone, '[^0-9]', '', 'g')"_s;
    return u"replace(replace(replace(replace(replace(replace(phone, '-', ''), ' ', ''), '(', ''),"
           " ')', ''), '.', ''), '+', '')"_s;
}

QStringList textColumns(const SearchTerm& term)
{
    if (term.field)
        return {fieldName(*term.field)};
    return {u"name"_s, u"email"_s, u"phone"_s};
}

/// On a table that is not ours: without regard to case, as far as the database knows of it.
QString inColumns(const CustomerTable& table, const SearchTerm& term, Statement& statement)
{
    const bool postgres = table.engine == Engine::PostgreSql;
    const QString pattern = statement.bind(u'%' + escapeLike(term.text) + u'%');
    QStringList ways;
    for (const QString& column : textColumns(term)) {
        ways += column +
                (postgres ? u" ILIKE "_s + pattern : u" LIKE "_s + pattern + u" ESCAPE '\\'"_s);
    }
    if (const QString digits = digitsOf(term); !digits.isEmpty())
        ways += bareNumber(table.engine) + u" LIKE "_s + statement.bind(u'%' + digits + u'%');
    return anyOf(ways);
}

/// By the trigram index, and by the columns where search_text alone cannot tell in which field a
/// text stands. The server folds, for the column was folded by the function that it has.
QString inSearchTextOfPostgres(const SearchTerm& term, Statement& statement,
                               const TrigramCounts* trigrams)
{
    const auto rareParts = [&](const QString& text) {
        QStringList like;
        for (const QString& part : trigrams ? trigrams->rareParts(text) : QStringList())
            like += u"search_text LIKE "_s + statement.bind(u'%' + part + u'%');
        return like.join(u" AND "_s);
    };
    // The planner knows how frequent a text is in search_text, and takes LIKE on an expression for
    // rare, but strpos() <> 0 for nearly always true, as it is where search_text has it.
    const auto holds = [](const QString& exact, const QString& text) {
        return u" AND strpos(%1, %2) <> 0"_s.arg(exact, text);
    };
    QString typed = rareParts(folded(term.text));
    const bool isWhole = typed.isEmpty();
    if (isWhole) {
        // Wildcards of full width are escaped too, because folding makes wildcards of them.
        const QString plain = escapeLike(term.text.normalized(QString::NormalizationForm_KC));
        typed = u"search_text LIKE '%' || clientele_fold(%1) || '%'"_s.arg(statement.bind(plain));
    }
    if (term.field || !isWhole) {
        typed += holds(term.field ? u"clientele_fold(%1)"_s.arg(fieldName(*term.field))
                                  : u"search_text"_s,
                       u"clientele_fold(%1)"_s.arg(statement.bind(term.text)));
    }
    const QString digits = digitsOf(term);
    const bool foundAnyway = !term.field && digits == folded(term.text);
    if (digits.isEmpty() || foundAnyway)
        return u'(' + typed + u')';
    QString number = rareParts(digits);
    if (number.isEmpty())
        number = u"search_text LIKE "_s + statement.bind(u'%' + digits + u'%');
    number += holds(bareNumber(Engine::PostgreSql), statement.bind(digits));
    return anyOf({typed, number});
}

/// The lines of search_text that hold the field; a phone number has two, as typed and its digits.
QString linesOf(CustomerField field)
{
    const QString all = u"search_text"_s;
    const auto pastLine = [](const QString& text) {
        return u"substr(%1, instr(%1, char(10)) + 1)"_s.arg(text);
    };
    const auto firstLine = [](const QString& text) {
        return u"substr(%1, 1, instr(%1, char(10)))"_s.arg(text);
    };
    if (field == CustomerField::Name)
        return firstLine(all);
    return field == CustomerField::Email ? firstLine(pastLine(all)) : pastLine(pastLine(all));
}

/// SQLite cannot fold, so that only what we folded for it can be looked at.
QString inSearchTextOfSqlite(const SearchTerm& term, Statement& statement)
{
    const QStringList texts = alternatives(term);
    const auto held = [&statement](const QString& by, const QString& text) {
        return u"instr(%1, %2) > 0"_s.arg(by, statement.bind(text));
    };
    QStringList ways{held(term.field ? linesOf(*term.field) : u"search_text"_s, texts.first())};
    if (texts.size() > 1)
        ways += held(linesOf(CustomerField::Phone), texts.last());
    return anyOf(ways);
}

QString within(const CustomerTable& table, const QString& column, const TimeRange& range,
               Statement& statement)
{
    QStringList ends;
    if (range.from)
        ends +=
            u"%1 >= %2"_s.arg(column, moments::expression(table.engine, *range.from, statement));
    if (range.until)
        ends +=
            u"%1 < %2"_s.arg(column, moments::expression(table.engine, *range.until, statement));
    return ends.join(u" AND "_s);
}

QString positive(const CustomerTable& table, const SearchTerm& term, Statement& statement,
                 const TrigramCounts* trigrams)
{
    using enum SearchTerm::Kind;
    switch (term.kind) {
    case Text:
        if (!table.hasSearchText)
            return inColumns(table, term, statement);
        return table.engine == Engine::PostgreSql
                   ? inSearchTextOfPostgres(term, statement, trigrams)
                   : inSearchTextOfSqlite(term, statement);
    case Missing:
        return u"(%1 IS NULL OR %1 = '')"_s.arg(fieldName(*term.field));
    case Active:
        return u"is_active"_s;
    case Created:
        return within(table, u"created_at"_s, term.range, statement);
    case Updated:
        return within(table, u"updated_at"_s, term.range, statement);
    case Id:
        break;
    }
    QStringList ids;
    for (const qint64 id : term.ids)
        ids += statement.bind(id);
    return u"id IN (%1)"_s.arg(ids.join(u", "_s));
}

} // namespace

QString condition(const CustomerTable& table, const SearchTerm& term, Statement& statement,
                  const TrigramCounts* trigrams)
{
    const QString met = positive(table, term, statement, term.excluded ? nullptr : trigrams);
    // NULL in is_active is inactive, whichever way one asks.
    const bool inactive = term.kind == SearchTerm::Kind::Active && !term.active;
    return term.excluded != inactive ? u"NOT "_s + orFalse(table, met) : met;
}

QStringList alternatives(const SearchTerm& term)
{
    QStringList texts(folded(term.text));
    if (const QString digits = digitsOf(term); !digits.isEmpty() && digits != texts.first())
        texts += digits;
    return texts;
}

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

} // namespace clientele::termsql
