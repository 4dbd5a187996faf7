// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customer.h"

#include <QStringList>

namespace clientele::bench {

/// Made-up customers, the same in each run: some names are frequent, a fifth of the last names are
/// rare, addresses are never twice.
namespace madeup {

CustomerDraft customer(qint64 number);

/// name, email, phone with a header. Every @p duplicateEvery-th row has the address of the row
/// before; 0 is none.
void writeCsv(const QString& file, qint64 rows, qint64 duplicateEvery = 0);
/// All columns of our SQLite table in their order, without a header, as `sqlite3 .import` takes
/// them.
void writeSqliteCsv(const QString& file, qint64 rows);

/// What people look for among the first @p rows: rare and frequent words, one letter, two words,
/// digits of a phone number, and what is not there. No two in a row are the same.
QStringList searches(int count, qint64 rows);

} // namespace madeup
} // namespace clientele::bench
