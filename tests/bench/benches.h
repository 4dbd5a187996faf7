// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/figures.h"
#include "tests/bench/workshop.h"

namespace clientele::bench {

/// Each measures one kind of work beside its peers and adds its figures.
void benchData(Workshop& workshop, Report& report);
void benchBrowse(Workshop& workshop, Report& report);
void benchBulk(Workshop& workshop, Report& report);
void benchStart(Workshop& workshop, Report& report);

/// Part of benchBrowse: fills the book while somebody searches in it, and measures the window's
/// waits.
void benchWaits(Workshop& workshop, Engine engine, Report& report);

} // namespace clientele::bench
