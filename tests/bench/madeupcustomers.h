// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customer.h"

#include <QStringList>

namespace clientele::bench {

/// Made-up customers, the same in each run: some names are frequent, a fifth of the last names are
/// rare, addresses are never twice.
namespace madeup {

CustomerDraft customer(qint64 number);

/// name, email and phone.
QString csvLine(const CustomerDraft& draft);
/// The same of all, with a header. Every @p duplicateEvery-th row has the address of the row
/// before; 0 is none. They are the customers behind the first @p before.
void writeCsv(const QString& file, qint64 rows, qint64 duplicateEvery = 0, qint64 before = 0);
/// All columns of our SQLite table in their order, without a header, as `sqlite3 .import` takes
/// them.
void writeSqliteCsv(const QString& file, qint64 rows);

/// What people look for.
enum class SearchKind
{
    Rare,      ///< a word that few customers have
    Frequent,  ///< one that many have
    OneLetter, ///< half of them
    TwoWords,
    Digits, ///< of a phone number
    Nobody, ///< what is not there
};
constexpr int searchKinds = 6;

/// Searches among the first @p rows, all kinds in turn. No two in a row are the same.
QStringList searches(int count, qint64 rows);
/// Of the search at this place.
SearchKind kindOf(qsizetype search);
QString nameOf(SearchKind kind);

} // namespace madeup
} // namespace clientele::bench
