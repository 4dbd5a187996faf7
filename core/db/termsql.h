// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/customertable.h"
#include "core/db/statement.h"
#include "core/db/trigramcounts.h"
#include "core/domain/customersearch.h"

#include <QStringList>

namespace clientele {

/// A single term of a search as SQL.
namespace termsql {

/// The condition that customers meet: true or false, and never NULL where the term is excluded.
/// With @p trigrams, an index of trigrams is asked for the rarest of a word alone.
QString condition(const CustomerTable& table, const SearchTerm& term, Statement& statement,
                  const TrigramCounts* trigrams = nullptr);

/// The texts any of which search_text holds where a customer meets the term: the word folded, and
/// the digits alone of what looks like a phone number.
QStringList alternatives(const SearchTerm& term);

/// @p text with the characters that LIKE takes for wildcards escaped by backslashes.
QString escapeLike(const QString& text);

} // namespace termsql
} // namespace clientele
