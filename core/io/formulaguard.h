// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace clientele {

/// Keeps spreadsheets from running what stands in a cell of CSV: they take one that begins with
/// = + - @, a tab or a line's end for a formula (OWASP, "CSV Injection"; the wide forms of the four
/// signs too, which East Asian ones read alike). Such a cell is written with an apostrophe in
/// front, by which spreadsheets mark a text.
///
/// A phone number or another number is left as it is: a sign, then digits, blanks and + - ( ) . /
/// with an extension at the end at most. All that a spreadsheet could do with it is to reckon.
///
/// Reading takes one apostrophe away where apostrophes stand before any of those signs. So that
/// this is the inverse of writing, whatever the cell was, a cell that begins with an apostrophe and
/// would lose it gets one more, whether or not formulas are guarded.
namespace formulaguard {

/// Whether @p cell has to be written with an apostrophe in front where formulas are @p guarded.
bool needsApostrophe(std::string_view cell, bool guarded);
/// The cell that was written so.
std::string_view taken(std::string_view cell);

} // namespace formulaguard
} // namespace clientele
