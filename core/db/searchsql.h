// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/customertable.h"
#include "core/db/statement.h"

#include <QStringList>

namespace clientele {

/// How SQLite finds words; PostgreSQL's planner chooses by itself.
enum class SearchPlan
{
    Index, ///< all matches from FTS5, then sort: quick where they are few
    Walk,  ///< along the sort index, testing each row: quick where matches are many
};

/// The conditions that find words, as the table allows it: by the folded search_text and its
/// trigram index on tables of ours, by ILIKE on others.
namespace searchsql {

/// True where @p words (or some of them) can be looked up in SQLite's FTS5 table: three letters or
/// more.
bool usesFullText(const CustomerTable& table, const QStringList& words);
/// True where all of them can.
bool isFullTextOnly(const CustomerTable& table, const QStringList& words);

/// The FTS5 expression of those words that can be looked up.
QString fullTextExpression(const QStringList& words);

/// One condition for each word, or for several together.
QStringList conditions(const CustomerTable& table, const QStringList& words, SearchPlan plan,
                       Statement& statement);

/// @p text with the characters that LIKE takes for wildcards escaped by backslashes.
QString escapeLike(const QString& text);

} // namespace searchsql
} // namespace clientele
