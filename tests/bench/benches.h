// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/figures.h"
#include "tests/bench/workshop.h"

namespace clientele::bench {

/// Each measures one kind of work beside its peers and adds its figures.
void benchData(Workshop& workshop, Report& report);
void benchBrowse(Workshop& workshop, Report& report);
void benchBulk(Workshop& workshop, Report& report);
void benchReaders(Workshop& workshop, Report& report); ///< a part of benchBulk()
void benchStart(Workshop& workshop, Report& report);

/// Whether the command line asks for this part of a benchmark.
bool isWanted(const Workshop& workshop, const QString& part);

/// A book that a part of benchBrowse looks at.
struct BrowsedBook
{
    ConnectionSettings settings;
    qint64 rows = 0;

    /// For the names of figures: "1M on PostgreSQL".
    [[nodiscard]] QString name() const;
};

// Parts of benchBrowse

/// Key pressed to rows painted; returns the 95th percentile.
double benchSearches(Workshop& workshop, const BrowsedBook& book, Report& report);
/// Jumps, End and Home, and Page Down held.
void benchScrolling(Workshop& workshop, const BrowsedBook& book, Report& report);
/// What the window holds on to when it is used for long.
void benchMemory(Workshop& workshop, const BrowsedBook& book, Report& report);
/// Typing where each exchange with the server takes 50 ms.
void benchSlowLine(Workshop& workshop, const BrowsedBook& book, Report& report);
/// Fills a book while somebody searches in it, and measures the window's waits.
void benchWaits(Workshop& workshop, Engine engine, Report& report);

// Parts of benchBulk

/// The most memory that an import holds.
void benchImportMemory(Workshop& workshop, Report& report);
/// Searching in a book into which two files are imported.
void benchBesideImports(Workshop& workshop, Report& report);

} // namespace clientele::bench
