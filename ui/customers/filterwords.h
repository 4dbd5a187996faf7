// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customersearch.h"

#include <QString>

namespace clientele {

/// Filters of a search in words that a person reads.
namespace filterwords {

/// "created: 1 May – 31 May 2024", "no phone number", "not: example.org".
QString describe(const SearchTerm& term);

/// True for what is more than a word that is looked for.
bool isFilter(const SearchTerm& term);

} // namespace filterwords
} // namespace clientele
