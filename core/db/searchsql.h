// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/customertable.h"
#include "core/db/statement.h"
#include "core/db/trigramcounts.h"
#include "core/domain/customerquery.h"

#include <QString>

namespace clientele {

/// How the matches of a search are found in their order.
enum class SearchPlan
{
    Planner, ///< as the engine thinks best
    Gather, ///< all matches, by an index on words where there is one, then sort: where they are few
    Walk,   ///< along the index of the order, testing each row: where matches are near
};

/// The conditions that a query's customers meet, as the table allows it: words by the folded
/// search_text and its trigram index on tables of ours, by ILIKE on others.
namespace searchsql {

/// True where some of the query's words can be looked up in SQLite's FTS5 table: three letters or
/// more.
bool usesFullText(const CustomerTable& table, const CustomerQuery& query);
/// True where an index on words, of whichever engine, finds some of the query's.
bool usesIndex(const CustomerTable& table, const CustomerQuery& query);
/// True where the FTS5 table alone knows which customers match.
bool isFullTextOnly(const CustomerTable& table, const CustomerQuery& query);
/// The FTS5 expression of those words that can be looked up; with @p trigrams, of the rarest of
/// each: then more customers meet it than the query.
QString fullTextExpression(const CustomerQuery& query, const TrigramCounts* trigrams = nullptr);

/// Conditions joined by AND, of the text's terms and of the query's own filters alike; empty where
/// all customers meet them. @p trigrams are of the table's texts, where that is known.
QString where(const CustomerTable& table, const CustomerQuery& query, SearchPlan plan,
              Statement& statement, const TrigramCounts* trigrams = nullptr);

} // namespace searchsql
} // namespace clientele
